"""Finished lines as Qt glyph runs in the bundled faces, placed by our own advances.

Everything is made at one reference size and only scaled when painted, so that no zoom can move a
glyph against its neighbours. Measures nothing.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QImage, QPainterPath, QRawFont, QTransform

from cjmapper.drawing.primitives import PathCommand, TextLine
from cjmapper.painters.shapes import missing_box
from cjmapper.text.fonts import Face, font_file
from cjmapper.text.metrics import UNITS_PER_EM, Metrics
from cjmapper.text.wrap import Line, Run

EM_PX = 64
"""The pixel size of one em at which glyph runs are made."""

_PX_PER_UNIT = EM_PX / UNITS_PER_EM
_MOST_LINES = 20_000
_WINDING = Qt.FillRule.WindingFill  # looked up once: that takes longer than to set it


LARGEST_GLYPH_PX = 64
"""The size of an em on the surface above which Qt paints nothing of a glyph run, in silence."""


class PlacedLine(NamedTuple):
    """What is painted for a line, with the origin on its baseline, `EM_PX` to the em."""

    glyphs: tuple[QGlyphRun, ...]
    shapes: QPainterPath | None
    pictures: tuple[tuple[QRectF, QImage], ...]


class QtFonts:
    """The bundled faces as Qt fonts, and the lines met so far; for one thread."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._fonts: dict[Face, QRawFont] = {}
        self._glyphs: dict[Face, dict[str, int]] = {face: {} for face in Face}
        self._lines: dict[int, tuple[Line, PlacedLine]] = {}
        self._outlines: dict[tuple[Face, int], QPainterPath] = {}

    def font(self, face: Face) -> QRawFont:
        """The font of `face` at `EM_PX`; raises FileNotFoundError in a broken installation."""
        font = self._fonts.get(face)
        if font is None:
            stored = QByteArray(font_file(face).read_bytes())
            font = QRawFont(stored, EM_PX, QFont.HintingPreference.PreferNoHinting)
            self._fonts[face] = font
        return font

    def placed(self, line: Line) -> PlacedLine:
        """What to paint for `line`; remembered as long as the line is the same object."""
        known = self._lines.get(id(line))
        if known is not None:
            return known[1]
        if len(self._lines) >= _MOST_LINES:
            self._lines.clear()
        made = self._placed(line)
        self._lines[id(line)] = (line, made)
        return made

    def together(self, lines: Iterable[TextLine]) -> tuple[QGlyphRun, ...] | None:
        """Lines of one size as one run for each face, with the origin where (0, 0) is for them.

        None where something in them is no glyph of a bundled face.
        """
        found: dict[Face, tuple[list[int], list[QPointF]]] = {}
        for one in lines:
            em = EM_PX / one.size
            x, y = one.x * em / _PX_PER_UNIT, one.baseline * em
            for run in one.line.runs:
                if run.outline is not None or run.missing:
                    return None
                if _has_glyphs(run):
                    self._letters(run, (x, y), *found.setdefault(run.face, ([], [])))
                x += run.advance
        return tuple(self._made(face, *letters) for face, letters in found.items())

    def outlined(self, line: Line) -> QPainterPath:
        """The glyphs of `line` as one path, to be filled where they are large."""
        whole = QPainterPath()
        whole.setFillRule(_WINDING)
        faces = (run.face for run in line.runs if _has_glyphs(run))
        for face, glyphs in zip(faces, self.placed(line).glyphs, strict=True):
            for index, place in zip(glyphs.glyphIndexes(), glyphs.positions(), strict=True):
                whole.addPath(self._outline(face, index).translated(place))
        return whole

    def _outline(self, face: Face, index: int) -> QPainterPath:
        known = self._outlines.get((face, index))
        if known is None:
            known = self._outlines[face, index] = self.font(face).pathForGlyph(index)
        return known

    def _placed(self, line: Line) -> PlacedLine:
        glyphs: list[QGlyphRun] = []
        pictures: list[tuple[QRectF, QImage]] = []
        shapes = QPainterPath()
        shapes.setFillRule(_WINDING)
        x = 0
        for run in line.runs:
            if run.outline is not None and run.outline.image is not None:
                pictures.append(_picture(run, x))
            elif run.outline is not None:
                shapes.addPath(_scaled(run.outline.path, x))
            elif run.missing:
                shapes.addPath(_scaled(missing_box(run.advance), x))
            elif _has_glyphs(run):
                glyphs.append(self._glyph_run(run, x))
            x += run.advance
        return PlacedLine(tuple(glyphs), None if shapes.isEmpty() else shapes, tuple(pictures))

    def _glyph_run(self, run: Run, x: int) -> QGlyphRun:
        indexes: list[int] = []
        places: list[QPointF] = []
        self._letters(run, (x, 0.0), indexes, places)
        return self._made(run.face, indexes, places)

    def _letters(
        self, run: Run, at: tuple[float, float], indexes: list[int], places: list[QPointF]
    ) -> None:
        """Adds the glyphs of a run; `at` is its x in font units and its y in pixels."""
        known = self._glyphs[run.face]
        advances = self._metrics.face(run.face).advances
        x, y = at
        for letter in run.text:
            index = known.get(letter)
            if index is None:
                index = known[letter] = self.font(run.face).glyphIndexesForString(letter)[0]
            indexes.append(index)
            places.append(QPointF(x * _PX_PER_UNIT, y))
            x += advances[ord(letter)]

    def _made(self, face: Face, indexes: list[int], places: list[QPointF]) -> QGlyphRun:
        made = QGlyphRun()
        made.setRawFont(self.font(face))
        made.setGlyphIndexes(indexes)
        made.setPositions(places)
        return made


def qt_path(commands: tuple[PathCommand, ...]) -> QPainterPath:
    """`commands` as a Qt path in the same coordinates, filled by the non-zero rule."""
    path = QPainterPath()
    path.setFillRule(_WINDING)
    for command in commands:
        match command:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case ("Z",):
                path.closeSubpath()
    return path


def _has_glyphs(run: Run) -> bool:
    """Whether a run is painted with glyphs of a bundled face."""
    drawn_otherwise = run.outline is not None or run.missing
    return not drawn_otherwise and bool(run.text) and not run.text.isspace()


def _scaled(commands: tuple[PathCommand, ...], x: int) -> QPainterPath:
    scale = _PX_PER_UNIT
    return QTransform(scale, 0, 0, scale, x * scale, 0).map(qt_path(commands))


def _picture(run: Run, x: int) -> tuple[QRectF, QImage]:
    outline = run.outline
    if outline is None or outline.image is None:
        return QRectF(), QImage()
    left, top, width, height = (part * _PX_PER_UNIT for part in outline.image_box)
    return QRectF(left + x * _PX_PER_UNIT, top, width, height), QImage.fromData(outline.image)
