"""The program's own mark: a rising and falling line on a rounded square."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_SIZES = (16, 24, 32, 48, 64, 128, 256)


def paint_mark(painter: QPainter, rect: QRectF, ground: QColor, line: QColor) -> None:
    """Draws the mark into `rect`."""
    side = rect.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, side * 0.24, side * 0.24)
    painter.translate(rect.topLeft())
    painter.scale(side / 24, side / 24)
    path = QPainterPath(QPointF(5.5, 15.2))
    path.cubicTo(8.8, 19.5, 10.6, 16.2, 12.0, 12.0)
    path.cubicTo(13.4, 7.8, 15.2, 5.0, 18.5, 9.4)
    round_ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(line, 2.2, Qt.PenStyle.SolidLine, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def window_icon(ground: str, line: str) -> QIcon:
    """The mark as the window's icon, in the sizes that desktops ask for."""
    made = QIcon()
    for size in _SIZES:
        picture = QPixmap(QSize(size, size))
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint_mark(painter, QRectF(0, 0, size, size), QColor(ground), QColor(line))
        made.addPixmap(picture)
    return made
