"""What is painted over a map, and with what: one value for all that paint there, and basic strokes.

Everything here is in pixels of the viewport, or turned into them by the view.
"""

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.theme import Theme, ink_on
from cjmapper.editor.feedback import Feedback, Said
from cjmapper.geometry import Point, Rect
from cjmapper.layout.result import MapLayout
from cjmapper.painters.qt import QtCache
from cjmapper.ui.canvas.view import Strip, View
from cjmapper.ui.look.fonts import ui_font
from cjmapper.words.catalog import Words

LINE = 2.0
RADIUS = 6.0
_PILL_HEIGHT = 24.0
_PILL_SIDE = 10.0
_PILL_TEXT = 12


class Scene(msgspec.Struct, frozen=True):
    """A map as it is seen, and what the editor shows over it.

    Attributes:
        base: the layout of the document itself, without a preview.
        pointer: where the pointer is, if it is over the viewport or drags.
        size: of words over the map, 1.0 as designed.
        caret_on: whether a blinking caret is to be seen just now.
    """

    painter: QPainter
    view: View
    layout: MapLayout
    base: MapLayout
    composer: Composer
    cache: QtCache
    words: Words
    feedback: Feedback
    selection: tuple[str, ...] = ()
    pointer: Point | None = None
    has_focus: bool = False
    caret_on: bool = True
    size: float = 1.0

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.composer.theme

    def colour(self, name: str, strength: float = 1.0) -> QColor:
        """A colour of the theme, let through by so much."""
        return faded(getattr(self.theme, name), strength)

    def pen(self, width: float = LINE, strength: float = 1.0) -> QPen:
        """A pen in the accent, with round ends."""
        return round_pen(self.colour("accent", strength), width)

    def clip(self, strip: Strip) -> None:
        """Paints only where a strip is seen, until the painter is restored."""
        self.painter.setClipRect(box(self.view.clip(strip)))

    def say(self, said: Said) -> str:
        """A sentence of the editor, worded."""
        count = said.values.get("n")
        if isinstance(count, int):
            values = {name: value for name, value in said.values.items() if name != "n"}
            return self.words.count(said.code, count, **values)
        return self.words.say(said.code, **said.values)


def box(rect: Rect) -> QRectF:
    """A rectangle of Qt."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def at(point: Point) -> QPointF:
    """A point of Qt."""
    return QPointF(point.x, point.y)


def faded(colour: str, strength: float) -> QColor:
    """A colour, let through by `strength` from 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(strength)
    return made


def round_pen(colour: QColor, width: float) -> QPen:
    """A pen with round ends."""
    ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, *ends)


def rounded(rect: QRectF, radius: float = RADIUS) -> QPainterPath:
    """A box with round corners, never rounder than it is small."""
    path = QPainterPath()
    least = min(radius, rect.width() / 2, rect.height() / 2)
    path.addRoundedRect(rect, max(least, 0.0), max(least, 0.0))
    return path


def pill_width(text: str, size: float = 1.0) -> float:
    """How wide a pill with these words is, at a size of words over the map."""
    font = ui_font(round(_PILL_TEXT * size), semibold=True)
    return QFontMetricsF(font).horizontalAdvance(text) + 2 * _PILL_SIDE * size


def pill(scene: Scene, text: str, middle: Point, ground: QColor | None = None) -> None:
    """Words in a pill around a point, held inside the viewport."""
    painter, view = scene.painter, scene.view
    font = ui_font(round(_PILL_TEXT * scene.size), semibold=True)
    width, height = pill_width(text, scene.size), _PILL_HEIGHT * scene.size
    left = min(max(middle.x - width / 2, 4.0), max(view.width - width - 4.0, 4.0))
    top = min(max(middle.y - height / 2, 4.0), view.height - height - 4.0)
    frame = QRectF(left, top, width, height)
    fill = scene.colour("accent") if ground is None else ground
    painter.setFont(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(rounded(frame, height / 2))
    painter.setPen(QColor(ink_on(fill.name().upper())))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), text)
