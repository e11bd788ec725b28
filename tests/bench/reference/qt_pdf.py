"""A drawing through a plain QPdfWriter: the other side of P8 and P9.

The same picture in the same order. It is written as one would write it for speed: fonts, pens and
colours are made once, text is handed over in whole runs, boxes are Qt's own rounded ones.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import (
    Clip,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import MM_PER_INCH
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.text.fonts import Face, font_file
from cjmapper.text.metrics import UNITS_PER_EM

_DPI = 1200
_FONT_PX = 64


class QtPdf:
    """Writes pages with Qt's own PDF engine."""

    def __init__(self, pages: Sequence[Page]) -> None:
        offscreen_application()
        self._pages = pages
        self._fonts = {face: _font(face) for face in Face}
        self._pens: dict[Stroke, QPen] = {}
        self._colours: dict[str, QColor] = {}
        self._painter = QPainter()

    def run(self) -> bytes:
        """The whole file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_DPI)
        writer.setTitle(self._pages[0].drawing.title)
        self._painter = QPainter()
        for number, page in enumerate(self._pages):
            size = page.drawing.size
            writer.setPageSize(
                QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Millimeter)
            )
            writer.setPageMargins(QMarginsF(0, 0, 0, 0))
            if number:
                writer.newPage()
            else:
                self._painter.begin(writer)
            self._painter.save()
            self._painter.scale(_DPI / MM_PER_INCH, _DPI / MM_PER_INCH)
            self._items(page.drawing.items)
            self._painter.restore()
        self._painter.end()
        return bytes(buffer.data().data())

    def _items(self, items: Sequence[Primitive]) -> None:
        painter = self._painter
        for item in items:
            match item:
                case Rectangle():
                    self._rectangle(item)
                case Path():
                    self._look(item.fill, item.stroke)
                    painter.drawPath(_path(item))
                case TextLine():
                    self._line(item)
                case Group():
                    painter.save()
                    painter.translate(item.x, item.y)
                    painter.scale(item.scale, item.scale)
                    self._items(item.items)
                    painter.restore()
                case Clip():
                    painter.save()
                    box = item.rect
                    painter.setClipRect(QRectF(box.x, box.y, box.width, box.height))
                    self._items(item.items)
                    painter.restore()
                case Form():
                    self._items(item.items)
                case Image() | Link():
                    raise AssertionError("There are none on the maps of the bench.")

    def _rectangle(self, item: Rectangle) -> None:
        self._look(item.fill, item.stroke)
        box = QRectF(item.rect.x, item.rect.y, item.rect.width, item.rect.height)
        if item.radius:
            self._painter.drawRoundedRect(box, item.radius, item.radius)
        else:
            self._painter.drawRect(box)

    def _line(self, item: TextLine) -> None:
        painter = self._painter
        painter.save()
        painter.translate(item.x, item.baseline)
        painter.scale(item.size / _FONT_PX, item.size / _FONT_PX)
        painter.setPen(self._colour(item.colour))
        x = 0.0
        for run in item.line.runs:
            painter.setFont(self._fonts[run.face])
            painter.drawText(QPointF(x, 0.0), run.text)
            x += run.advance * _FONT_PX / UNITS_PER_EM
        painter.restore()

    def _look(self, fill: str | None, stroke: Stroke | None) -> None:
        painter = self._painter
        if fill is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(self._colour(fill))
        if stroke is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            if stroke not in self._pens:
                self._pens[stroke] = _pen(stroke, self._colour(stroke.colour))
            painter.setPen(self._pens[stroke])

    def _colour(self, colour: str) -> QColor:
        if colour not in self._colours:
            self._colours[colour] = QColor(colour)
        return self._colours[colour]


def _font(face: Face) -> QFont:
    added = QFontDatabase.addApplicationFont(str(font_file(face)))
    font = QFont(QFontDatabase.applicationFontFamilies(added)[0])
    font.setPixelSize(_FONT_PX)
    font.setItalic(face in {Face.ITALIC, Face.SEMIBOLD_ITALIC})
    if face in {Face.SEMIBOLD, Face.SEMIBOLD_ITALIC}:
        font.setWeight(QFont.Weight.DemiBold)
    font.setKerning(False)
    return font


def _pen(stroke: Stroke, colour: QColor) -> QPen:
    pen = QPen(colour, stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen


def _path(item: Path) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in item.commands:
        match command:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", a, b, c, d, e, f):
                path.cubicTo(a, b, c, d, e, f)
            case _:
                path.closeSubpath()
    return path
