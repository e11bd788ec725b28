"""Outlines of characters that the bundled faces lack, from the fonts of this computer.

Needs a QGuiApplication. Decides nothing about lines; it answers for one stretch of text at a time.
"""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import (
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QTextLayout,
)

from cjmapper.text.fallback import Outline, PathCommand
from cjmapper.text.metrics import UNITS_PER_EM

_PICTURE_PX = 128
"""The em of a picture taken from a font that holds only pictures, in pixels."""

_DECIMALS = 1


class QtOutlines:
    """Gives outlines by Qt's own search for a font that has the characters."""

    def __init__(self, family: str | None = None) -> None:
        """`family` is tried before the others; None is what the computer prefers."""
        self._family = family

    def outline(self, text: str, semibold: bool) -> Outline | None:
        """The outline of `text`, or None when any character of it is in no font."""
        layout = _laid_out(text, self._font(UNITS_PER_EM, semibold=semibold))
        line = layout.lineAt(0)
        runs = layout.glyphRuns()
        if any(_lacks(run) for run in runs):
            return None
        baseline = line.y() + line.ascent()
        path = tuple(command for run in runs for command in _run_path(run, baseline))
        advance = round(line.naturalTextWidth())
        if path or not text.strip():
            return Outline(text, advance, path)
        return self._pictured(text, advance, semibold=semibold)

    def _font(self, size_px: int, *, semibold: bool) -> QFont:
        font = QFont() if self._family is None else QFont(self._family)
        font.setPixelSize(size_px)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
        if semibold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _pictured(self, text: str, advance: int, *, semibold: bool) -> Outline:
        """`text` as a picture; with none, where the font draws nothing for it."""
        layout = _laid_out(text, self._font(_PICTURE_PX, semibold=semibold))
        line = layout.lineAt(0)
        width_px = max(1, round(line.naturalTextWidth()))
        height_px = max(1, round(line.ascent() + line.descent()))
        image = QImage(width_px, height_px, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        layout.draw(painter, QPointF(0, 0))
        painter.end()
        if not any(bytes(image.constBits())):
            return Outline(text, advance)
        unit = UNITS_PER_EM / _PICTURE_PX
        box = (0.0, -line.ascent() * unit, width_px * unit, height_px * unit)
        return Outline(text, advance, (), _png(image), box)


def _laid_out(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _lacks(run: QGlyphRun) -> bool:
    """Whether a character of it is in no font.

    Where no font can shape a script, Qt answers with a stand-in that draws boxes and has no size;
    asking that one for its name ends the program.
    """
    return 0 in run.glyphIndexes() or run.rawFont().pixelSize() <= 0


def _run_path(run: QGlyphRun, baseline: float) -> Iterator[PathCommand]:
    font = run.rawFont()
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        path = font.pathForGlyph(glyph)
        path.translate(place.x(), place.y() - baseline)
        yield from _commands(path)


def _commands(path: QPainterPath) -> Iterator[PathCommand]:
    kinds = QPainterPath.ElementType
    points = [
        (path.elementAt(place).type, *_rounded(path, place)) for place in range(path.elementCount())
    ]
    begun = False
    for place, (kind, x, y) in enumerate(points):
        match kind:
            case kinds.MoveToElement:
                if begun:
                    yield ("Z",)
                begun = True
                yield ("M", x, y)
            case kinds.LineToElement:
                yield ("L", x, y)
            case kinds.CurveToElement:
                yield ("C", x, y, *points[place + 1][1:], *points[place + 2][1:])
            case kinds.CurveToDataElement:
                pass
    if begun:
        yield ("Z",)


def _rounded(path: QPainterPath, place: int) -> tuple[float, float]:
    element = path.elementAt(place)
    return round(element.x, _DECIMALS), round(element.y, _DECIMALS)


def _png(image: QImage) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
