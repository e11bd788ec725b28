"""What painters of one thread make once and use again: pens, brushes, paths, pictures, stamps.

Paints nothing, and decides nothing about how things look.
"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainterPath, QPen

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.kept import Kept
from cjmapper.drawing.primitives import Image, Path, Primitive, Stroke
from cjmapper.model.pictures import checked_picture
from cjmapper.painters.qt_cards import ReadyCard
from cjmapper.painters.qt_fonts import QtFonts, qt_path
from cjmapper.painters.qt_stamps import Stamps

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)

_BAR_OPACITY = 90
_MOST_PATHS = 20_000
_MOST_CARDS = 2_000
_MOST_TOGETHER = 32
MOST_PICTURE_BYTES = 400_000_000
"""Of decoded pictures; those not painted for longest are decoded anew when they are seen again."""


class Shape(NamedTuple):
    """A path ready to be painted, and its longer side in its own coordinates."""

    path: QPainterPath
    size: float
    brush: QBrush
    pen: QPen


class QtCache:
    """What painters of one thread make once and use again: pens, brushes, paths, pictures."""

    def __init__(self, fonts: QtFonts) -> None:
        self.fonts = fonts
        self.extents = Extents()
        self.stamps = Stamps()
        self._cards: Kept[ReadyCard] = Kept(_MOST_CARDS)
        self._brushes: dict[str, QBrush] = {}
        self._pens: dict[Stroke, QPen] = {}
        self._text_pens: dict[str, QPen] = {}
        self._bar_brushes: dict[str, QBrush] = {}
        self._shapes: Kept[Shape] = Kept(_MOST_PATHS)
        self._together: dict[tuple[int, ...], tuple[tuple[Shape, ...], QPainterPath]] = {}
        self._pictures: dict[str, QImage | None] = {}

    def brush(self, colour: str) -> QBrush:
        """A solid brush."""
        brush = self._brushes.get(colour)
        if brush is None:
            brush = self._brushes[colour] = QBrush(QColor(colour))
        return brush

    def pen(self, stroke: Stroke) -> QPen:
        """A pen with round ends and joins."""
        pen = self._pens.get(stroke)
        if pen is None:
            pen = self._pens[stroke] = _pen(stroke, self.brush(stroke.colour))
        return pen

    def text_pen(self, colour: str) -> QPen:
        """The pen that gives glyphs their colour."""
        pen = self._text_pens.get(colour)
        if pen is None:
            pen = self._text_pens[colour] = QPen(QColor(colour))
        return pen

    def bar_brush(self, colour: str) -> QBrush:
        """The brush of the bars that stand for text of a colour."""
        brush = self._bar_brushes.get(colour)
        if brush is None:
            faint = QColor(colour)
            faint.setAlpha(_BAR_OPACITY)
            brush = self._bar_brushes[colour] = QBrush(faint)
        return brush

    def shape(self, path: Path) -> Shape:
        """All that Qt needs of `path`; remembered as long as it is the same object."""
        return self._shapes.of(path, None, partial(self._shape, path))

    def _shape(self, path: Path) -> Shape:
        room = self.extents.of(path)
        return Shape(
            qt_path(path.commands),
            max(room.width, room.height),
            NO_BRUSH if path.fill is None else self.brush(path.fill),
            NO_PEN if path.stroke is None else self.pen(path.stroke),
        )

    def card(self, items: tuple[Primitive, ...]) -> ReadyCard:
        """The items of a card made ready; remembered as long as they are the same object."""
        return self._cards.of(items, None, partial(ReadyCard, items))

    def together(self, shapes: tuple[Shape, ...]) -> QPainterPath:
        """The outlines of several shapes as one, for as long as they are the same."""
        key = tuple(map(id, shapes))
        known = self._together.get(key)
        if known is None:
            if len(self._together) >= _MOST_TOGETHER:
                self._together.clear()
            whole = QPainterPath()
            for shape in shapes:
                whole.addPath(shape.path)
            known = self._together[key] = (shapes, whole)
        return known[1]

    def picture(self, image: Image) -> QImage | None:
        """The decoded picture, or None where it can't or mustn't be decoded."""
        known = self._pictures
        if image.asset in known:
            known[image.asset] = known.pop(image.asset)
        else:
            known[image.asset] = _decoded(image.data)
            while len(known) > 1 and self.picture_bytes > MOST_PICTURE_BYTES:
                del known[next(iter(known))]
        return known[image.asset]

    @property
    def picture_bytes(self) -> int:
        """How much room the decoded pictures take."""
        return sum(one.sizeInBytes() for one in self._pictures.values() if one is not None)


def _pen(stroke: Stroke, brush: QBrush) -> QPen:
    pen = QPen(
        brush,
        stroke.width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    if stroke.dash and stroke.width > 0:
        pattern = stroke.dash * (1 + len(stroke.dash) % 2)
        pen.setDashPattern([part / stroke.width for part in pattern])
    return pen


def _decoded(content: bytes) -> QImage | None:
    if checked_picture(content) is None:
        return None
    picture = QImage.fromData(content)
    return None if picture.isNull() else picture
