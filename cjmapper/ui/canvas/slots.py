"""Paints the places that a click may choose while cards are carried: a bar at each of them.

The chosen one says so. Values come from the editor's feedback.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from cjmapper.drawing.theme import ink_on
from cjmapper.geometry import Rect
from cjmapper.ui.canvas.scene import Scene, round_pen, rounded
from cjmapper.ui.canvas.view import Strip
from cjmapper.ui.look.fonts import ui_font

_HEIGHT = 24.0
_LEAST_HEIGHT = 10.0
_TEXT_FROM = 16.0
_TEXT = 12
_SIDE = 4.0
_FILL = 0.10
_EDGE = 0.4
_INSET = 2.0


def paint_slots(scene: Scene) -> None:
    """A bar around the line of every place in view."""
    painter, view = scene.painter, scene.view
    seen, chosen = view.window, scene.feedback.slot_line
    painter.save()
    scene.clip(Strip.BODY)
    painter.setPen(round_pen(scene.colour("accent", _EDGE), 1.0))
    painter.setBrush(scene.colour("accent", _FILL))
    for line in scene.feedback.slots:
        if line != chosen and line.grown(_HEIGHT / view.scale).meets(seen):
            frame = _bar(scene, line)
            painter.drawPath(rounded(frame, frame.height() / 2))
    if chosen is not None:
        _chosen(scene, _bar(scene, chosen))
    painter.restore()


def _chosen(scene: Scene, frame: QRectF) -> None:
    painter, fill = scene.painter, scene.colour("accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(rounded(frame, frame.height() / 2))
    if frame.height() >= _TEXT_FROM:
        painter.setFont(ui_font(_TEXT, semibold=True))
        painter.setPen(QColor(ink_on(fill.name().upper())))
        words = scene.words.say("canvas.place_here")
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)


def _bar(scene: Scene, line: Rect) -> QRectF:
    """As high as a finger needs, lower where the map is far away; inside its lane."""
    view = scene.view
    rect = view.rect(line)
    height = max(_LEAST_HEIGHT, min(_HEIGHT, _HEIGHT * view.zoom))
    top = rect.centre.y - height / 2
    lane = scene.layout.lane_at(line.centre.y)
    if lane is not None:
        top = max(view.y(lane.y) + _INSET, min(top, view.y(lane.bottom) - height - _INSET))
    return QRectF(rect.x + _SIDE, top, rect.width - 2 * _SIDE, height)
