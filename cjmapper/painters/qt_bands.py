"""A drawing as rows of pixels, painted a band at a time, so that a large one never lies in memory.

Needs a QGuiApplication; `offscreen_application` makes one where there is none.
"""

import os
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from cjmapper.drawing.primitives import Drawing
from cjmapper.geometry import MM_PER_INCH, Rect, pixel_size
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.metrics import Metrics

BAND_ROWS = 256


def offscreen_application() -> QCoreApplication:
    """The application that Qt's fonts need: the one there is, else a new one without a display."""
    existing = QCoreApplication.instance()
    if existing is not None:
        return existing
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["cjmapper"])


def render_bands(
    drawing: Drawing, dpi: float, metrics: Metrics, band_rows: int = BAND_ROWS
) -> Iterator[bytes]:
    """The rows of `drawing` from the top, each as its RGB bytes."""
    width, height = pixel_size(drawing.size, dpi)
    cache = QtCache(QtFonts(metrics))
    surface = QImage(width, min(band_rows, height), QImage.Format.Format_RGB32)
    for first in range(0, height, band_rows):
        _paint_band(surface, drawing, dpi / MM_PER_INCH, first, cache)
        yield from _rows(surface, min(band_rows, height - first))


def _paint_band(
    surface: QImage, drawing: Drawing, scale_px: float, first: int, cache: QtCache
) -> None:
    top = first / scale_px
    seen = Rect(0.0, top, drawing.size.width, surface.height() / scale_px).grown(2 / scale_px)
    surface.fill(drawing.background)
    painter = QPainter(surface)
    painter.translate(0, -first)
    QtPainter(painter, scale_px, cache).paint_items(drawing.items, seen)
    painter.end()


def _rows(surface: QImage, count: int) -> Iterator[bytes]:
    colours = surface.convertToFormat(QImage.Format.Format_RGB888)
    row, stride = 3 * surface.width(), colours.bytesPerLine()
    pixels = memoryview(colours.constBits())
    for start in range(0, count * stride, stride):
        yield bytes(pixels[start : start + row])
