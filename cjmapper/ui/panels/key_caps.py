"""Keys drawn as key caps: `Ctrl+Shift+W` as three of them, from right to left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cjmapper.ui.look.appearance import Look

_SIZE = 11
_SIDE = 5
_HEIGHT = 18
_GAP = 3


def keys_of(shortcut: str) -> list[str]:
    """The keys of a shortcut, each by itself; a plus may be one of them."""
    if shortcut.endswith("++"):
        return [*shortcut[:-2].split("+"), "+"]
    return [key for key in shortcut.split("+") if key] or ([shortcut] if shortcut else [])


def caps_width(look: Look, keys: list[str]) -> float:
    """How wide the caps of these keys are together."""
    metrics = QFontMetricsF(look.font(_SIZE, semibold=True))
    widths = [_cap_width(look, metrics, key) for key in keys]
    return sum(widths) + look.px(_GAP) * max(len(keys) - 1, 0)


def paint_caps(painter: QPainter, look: Look, keys: list[str], right: float, middle: float) -> None:
    """Paints the caps so that they end at `right`, around the height `middle`."""
    font = look.font(_SIZE, semibold=True)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    height = look.px(_HEIGHT)
    for key in reversed(keys):
        width = _cap_width(look, metrics, key)
        cap = QRectF(right - width + 0.5, middle - height / 2 + 0.5, width - 1, height - 1)
        painter.setPen(QPen(QColor(look.tokens.hairline)))
        painter.setBrush(QColor(look.tokens.tint))
        painter.drawRoundedRect(cap, look.px(4), look.px(4))
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
        right -= width + look.px(_GAP)


def _cap_width(look: Look, metrics: QFontMetricsF, key: str) -> float:
    return max(metrics.horizontalAdvance(key) + 2 * look.px(_SIDE), look.px(_HEIGHT))
