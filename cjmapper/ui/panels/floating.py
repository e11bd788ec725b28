"""A rounded ground that lies over the map, with a soft shadow: what popups and bars stand on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look

SHADOW = 12
"""How far the shadow reaches, in designed pixels; the ground begins inside it."""

_RADIUS = 10
_STRENGTH = 0.16
_STRENGTH_ON_DARK = 0.6
"""How dark the shadow is at the edge of the ground; it fades towards its own."""

_DOWN = 4


class Floating(QWidget):
    """Paints the ground; what stands on it keeps `SHADOW` away from every edge."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._floating_look = look
        self.hide()

    @property
    def ground(self) -> QRectF:
        """The ground without its shadow."""
        edge = self._floating_look.px(SHADOW)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, ground and hairline."""
        look = self._floating_look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_shadow(painter)
            line = look.tokens.handle if look.tokens.dark else look.tokens.hairline
            painter.setPen(QPen(QColor(line), 1.0))
            painter.setBrush(QColor(look.tokens.surface))
            radius = look.px(_RADIUS)
            painter.drawRoundedRect(self.ground.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_shadow(self, painter: QPainter) -> None:
        look = self._floating_look
        dark = look.tokens.dark
        shade, strength = QColor(16, 24, 40), _STRENGTH_ON_DARK if dark else _STRENGTH
        painter.setPen(Qt.PenStyle.NoPen)
        below = self.ground.translated(0, look.px(_DOWN))
        most = look.px(SHADOW - _DOWN)
        for reach in range(1, most + 1):
            # Every ring lies on the larger ones, which are fainter: the sum falls off softly.
            shade.setAlphaF(strength * 2 * (most + 1 - reach) / (most * (most + 1)))
            painter.setBrush(shade)
            ring = below.adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(ring, look.px(_RADIUS) + reach, look.px(_RADIUS) + reach)
