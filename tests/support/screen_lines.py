"""Lines read back from what was really drawn: glyphs handed to Qt, and glyphs found in a PDF.

Neither looks at the drawing, so that a painter that breaks or moves a line can't agree with itself.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from fontTools.ttLib import TTFont
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath

from cjmapper.drawing.primitives import Drawing
from cjmapper.geometry import MM_PER_PT
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.fonts import Face, font_file
from cjmapper.text.metrics import Metrics

_SCALE_PX = 4.0
_HYPHENS = {"\ufffe": "-", "\u00ad": "-", "\x02": "-"}
_SAME_LINE = 0.02
_WIDEST_GAP_EM = 2.0


class Glyph(NamedTuple):
    """One visible character: its baseline and left origin in millimetres, its em."""

    y: float
    x: float
    letter: str
    size: float


class ReadLine(NamedTuple):
    """The visible characters of one line, without blanks, and where it begins."""

    text: str
    x: float
    baseline: float


def screen_glyphs(drawing: Drawing, metrics: Metrics) -> list[Glyph]:
    """Every glyph that the Qt painter gives to Qt for `drawing`."""
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = _GlyphRecorder(picture)
    QtPainter(painter, _SCALE_PX, QtCache(QtFonts(metrics))).paint(drawing)
    painter.end()
    return painter.glyphs


def screen_lines(drawing: Drawing, metrics: Metrics) -> list[ReadLine]:
    """The lines that the Qt painter draws for `drawing`."""
    return lines_of(screen_glyphs(drawing, metrics))


def pdf_glyphs(content: bytes, page: int = 0) -> list[Glyph]:
    """Every visible glyph on one page of a PDF, by pypdfium2."""
    document = pypdfium2.PdfDocument(content)
    sheet = document[page]
    text_page = sheet.get_textpage()
    height = sheet.get_height()
    try:
        return list(_page_glyphs(text_page.raw, height))
    finally:
        text_page.close()
        sheet.close()
        document.close()


def pdf_lines(content: bytes, page: int = 0) -> list[ReadLine]:
    """The lines on one page of a PDF."""
    return lines_of(pdf_glyphs(content, page))


def lines_of(glyphs: Iterable[Glyph]) -> list[ReadLine]:
    """Glyphs that stand on one baseline without a wide gap, as lines."""
    lines: list[list[Glyph]] = []
    for row in _rows(glyphs):
        for glyph in sorted(row, key=lambda one: one.x):
            near = lines and lines[-1][-1].y - _SAME_LINE <= glyph.y <= lines[-1][-1].y + _SAME_LINE
            if near and 0 <= glyph.x - lines[-1][-1].x <= _WIDEST_GAP_EM * glyph.size:
                lines[-1].append(glyph)
            else:
                lines.append([glyph])
    return [ReadLine("".join(g.letter for g in line), line[0].x, line[0].y) for line in lines]


def differences(
    one: Iterable[ReadLine], other: Iterable[ReadLine], within: float = 0.02
) -> list[ReadLine]:
    """The lines of either that the other does not have with the same text in the same place."""
    waiting: dict[str, list[ReadLine]] = defaultdict(list)
    for line in other:
        waiting[line.text].append(line)
    alone: list[ReadLine] = []
    for line in one:
        match = next(
            (candidate for candidate in waiting[line.text] if _near(line, candidate, within)), None
        )
        if match is None:
            alone.append(line)
        else:
            waiting[line.text].remove(match)
    return [*alone, *(line for left in waiting.values() for line in left)]


class _GlyphRecorder(QPainter):
    """A painter that keeps the glyph runs it is given, where they land."""

    def __init__(self, surface: QImage) -> None:
        super().__init__(surface)
        self.glyphs: list[Glyph] = []

    def viewport(self) -> QRect:
        """Larger than any map, so that nothing is out of sight."""
        return QRect(0, 0, 1_000_000, 1_000_000)

    def drawGlyphRun(  # noqa: N802
        self, position: QPointF | QPoint | QPainterPath.Element, run: QGlyphRun
    ) -> None:
        assert isinstance(position, QPointF)
        place = self.worldTransform()
        font = run.rawFont()
        letters = _letters(_face(font.familyName(), font.styleName()))
        for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            letter = letters[index]
            if not letter.isspace():
                point = place.map(position + at)
                size = font.pixelSize() * place.m11() / _SCALE_PX
                self.glyphs.append(
                    Glyph(point.y() / _SCALE_PX, point.x() / _SCALE_PX, letter, size)
                )


@cache
def _letters(face: Face) -> dict[int, str]:
    """The letter that each glyph of `face` stands for; the first where there are several."""
    with TTFont(font_file(face)) as font:
        order = {name: index for index, name in enumerate(font.getGlyphOrder())}
        found: dict[int, str] = {}
        for code, name in sorted(font.getBestCmap().items(), reverse=True):
            found[order[name]] = chr(code)
    return found


@cache
def _usual(letter: str) -> str:
    """The letter that stands for all those drawn by the same glyph."""
    for face in (Face.SANS, Face.EMOJI):
        with TTFont(font_file(face)) as font:
            names = font.getBestCmap()
            if ord(letter) in names:
                return _letters(face)[font.getGlyphID(names[ord(letter)])]
    return letter


def _face(family: str, style: str) -> Face:
    if "Emoji" in family:
        return Face.EMOJI
    bold, italic = "Bold" in style, "Italic" in style
    if bold:
        return Face.SEMIBOLD_ITALIC if italic else Face.SEMIBOLD
    return Face.ITALIC if italic else Face.SANS


def _page_glyphs(page: object, height: float) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    for index in range(pdfium.FPDFText_CountChars(page)):
        if pdfium.FPDFText_IsGenerated(page, index) == 1 or _unseen(page, index):
            continue
        letter = _letter(page, index)
        if not letter or letter.isspace() or letter in "\ufe0f\u200d":
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        pdfium.FPDFText_GetMatrix(page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(page, index) * abs(matrix.a) * MM_PER_PT
        top = (height - y.value) * MM_PER_PT
        yield Glyph(top, x.value * MM_PER_PT, _usual(letter), size)


def _letter(page: object, index: int) -> str:
    """The character at `index`; none at the second half of one."""
    code = pdfium.FPDFText_GetUnicode(page, index)
    if 0xDC00 <= code < 0xE000:
        return ""
    if 0xD800 <= code < 0xDC00:
        low = pdfium.FPDFText_GetUnicode(page, index + 1)
        return chr(0x10000 + (code - 0xD800 << 10) + (low - 0xDC00))
    return _HYPHENS.get(chr(code), chr(code))


def _unseen(page: object, index: int) -> bool:
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, index, name, len(name), flags)
    return b"Unseen" in name.value


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs):
        if row and glyph.y - row[-1].y > _SAME_LINE:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _near(one: ReadLine, other: ReadLine, within: float) -> bool:
    return abs(one.x - other.x) <= within and abs(one.baseline - other.baseline) <= within
