"""Cards made ready for the screen: what is written on them in one go, not line by line.

Made when a card is first seen, and for nothing else; measures nothing, paints nothing.
"""

from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun

from cjmapper.drawing.primitives import Primitive, TextLine
from cjmapper.painters.qt_fonts import QtFonts

_BAR_TOP = 0.5
_BAR_HEIGHT = 0.45


class Lettering:
    """Lines of one size and colour."""

    def __init__(self, lines: tuple[TextLine, ...]) -> None:
        self.lines = lines
        self.size = lines[0].size
        self.colour = lines[0].colour
        self._glyphs: tuple[QGlyphRun, ...] | None = None
        self._bars: list[QRectF] | None = None
        self._is_plain = True

    def glyphs(self, fonts: QtFonts) -> tuple[QGlyphRun, ...] | None:
        """All lines as glyphs; None where they must be painted one by one."""
        if self._glyphs is None and self._is_plain:
            self._glyphs = fonts.together(self.lines)
            self._is_plain = self._glyphs is not None
        return self._glyphs

    def bars(self) -> list[QRectF]:
        """A bar for each line."""
        if self._bars is None:
            self._bars = [bar_of(line) for line in self.lines]
        return self._bars


class ReadyCard:
    """What is drawn on a card, and over it what is written."""

    def __init__(self, items: tuple[Primitive, ...]) -> None:
        self.drawn = tuple(item for item in items if not isinstance(item, TextLine))
        lines = [item for item in items if isinstance(item, TextLine)]
        self.written = tuple(
            Lettering(tuple(some)) for _, some in groupby(lines, lambda one: (one.size, one.colour))
        )


def bar_of(line: TextLine) -> QRectF:
    """The bar that stands for a line too small to read."""
    size = line.size
    top = line.baseline - _BAR_TOP * size
    return QRectF(line.x, top, line.line.width(size), _BAR_HEIGHT * size)
