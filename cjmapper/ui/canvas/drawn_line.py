"""Paints a connector while it is drawn, and the ends of the journey it may lead to."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from cjmapper.geometry import Point
from cjmapper.ui.canvas.scene import Scene, at, pill, pill_width

_HEAD = 9.0
_WING = 0.45
_CORNER = 6.0
_APART = 4.0
_MARKS = {"START": "map.start", "GOAL": "map.goal", "DROP": "map.drop"}


def paint_marks(scene: Scene) -> None:
    """Pills for the ends of the journey; two of them never cover each other, however far out."""
    marks, view = scene.feedback.marks, scene.view
    for index, (name, rect) in enumerate(marks):
        chosen = name in scene.feedback.ringed
        ground = scene.colour("accent") if chosen else scene.colour("secondary")
        text = scene.words.say(_MARKS[name]) if name in _MARKS else name
        middle = view.point(rect.centre)
        if len(marks) > 1:
            side = -1 if index == 0 else 1
            edge = view.x(rect.right if index == 0 else rect.x)
            middle = Point(edge + side * (pill_width(text, scene.size) / 2 + _APART), middle.y)
        if middle.x >= view.titles_right:
            pill(scene, text, middle, ground)


def paint_rubber(scene: Scene) -> None:
    """The line with round corners and a head; never over the titles of the lanes."""
    points = [at(scene.view.point(point)) for point in scene.feedback.rubber]
    if len(points) < len(("start", "end")):
        return
    painter, view = scene.painter, scene.view
    painter.save()
    painter.setClipRect(QRectF(view.titles_right, 0.0, view.width, view.height))
    painter.setPen(scene.pen(2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_course(points))
    painter.setBrush(scene.colour("accent"))
    painter.drawPolygon(_head(points[-2], points[-1]))
    painter.restore()


def _course(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = QLineF(corner, before), QLineF(corner, after)
        reach = min(_CORNER, into.length() / 2, out.length() / 2)
        into.setLength(max(reach, 1e-6))
        out.setLength(max(reach, 1e-6))
        path.lineTo(into.p2())
        path.quadTo(corner, out.p2())
    path.lineTo(points[-1])
    return path


def _head(before: QPointF, tip: QPointF) -> QPolygonF:
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    wings = [
        QPointF(tip.x() - _HEAD * math.cos(angle + side), tip.y() - _HEAD * math.sin(angle + side))
        for side in (_WING, -_WING)
    ]
    return QPolygonF([tip, *wings])
