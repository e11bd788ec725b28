"""Words on a map that has nothing yet, and the «+» where the pointer is over a phase.

They are never part of a drawing, so they are never printed.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from cjmapper.drawing.shapes import icon
from cjmapper.editor.feedback import Feedback
from cjmapper.geometry import Rect
from cjmapper.layout.hit import add_step_rect
from cjmapper.layout.hits import Region
from cjmapper.layout.result import LaneBand
from cjmapper.painters.qt import QtPainter
from cjmapper.ui.canvas.scene import Scene, box, rounded
from cjmapper.ui.canvas.view import Strip
from cjmapper.ui.look.fonts import ui_font

_PLUS = 24.0
_LEAST_ZOOM = 0.25
_WORDS_PX = 13
_HINT = 0.72
_SIDE = 14.0


def paint_prompts(scene: Scene) -> None:
    """What a person could do here, in a quiet voice."""
    if scene.feedback.text is None:
        _phase_prompt(scene)
    for band in scene.layout.lanes:
        lane = scene.layout.emotion_lanes.get(band.lane.id)
        if lane is not None and not lane.readings:
            _emotion_prompt(scene, band)
    if _at_rest(scene.feedback):
        _plus(scene)


def plus_seen(scene_region: Region, feedback: Feedback) -> bool:
    """Whether the «+» of a phase may change with every move of the pointer."""
    return scene_region is Region.HEADER and _at_rest(feedback)


def _at_rest(feedback: Feedback) -> bool:
    busy = feedback.ghost or feedback.text or feedback.rubber or feedback.marquee
    return busy is None or busy == ()


def _phase_prompt(scene: Scene) -> None:
    """In the first phase, as long as no phase has a name."""
    layout, view = scene.layout, scene.view
    if any(band.phase.name for band in layout.phases) or view.zoom < _LEAST_ZOOM:
        return
    frame = box(view.rect(layout.phase_rect(0)))
    font = ui_font(_WORDS_PX)
    text = scene.words.say("canvas.type_phase_name")
    room = frame.adjusted(_SIDE, 0, -_SIDE, 0)
    fitted = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter = scene.painter
    painter.save()
    scene.clip(Strip.HEADER)
    painter.setFont(font)
    painter.setPen(scene.colour("phase_text", _HINT))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), fitted)
    painter.restore()


def _emotion_prompt(scene: Scene, band: LaneBand) -> None:
    """On the middle line of a lane that has no emotion yet."""
    view, layout = scene.view, scene.layout
    lane = layout.emotion_lanes[band.lane.id]
    y = view.y(band.y + lane.y_of(0.0))
    left, right = view.titles_right, min(view.x(layout.size.width), view.width)
    font = ui_font(_WORDS_PX)
    text = scene.words.say("canvas.empty_emotions")
    width = QFontMetricsF(font).horizontalAdvance(text) + 2 * _SIDE
    if width > right - left:
        return
    frame = QRectF((left + right - width) / 2, y - _PLUS / 2, width, _PLUS)
    painter = scene.painter
    painter.save()
    scene.clip(Strip.BODY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.colour("lane_tint" if band.index % 2 else "canvas"))
    painter.drawPath(rounded(frame, _PLUS / 2))
    painter.setFont(font)
    painter.setPen(scene.colour("hint"))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def _plus(scene: Scene) -> None:
    """At the right end of the row of steps of the phase under the pointer."""
    view, layout, pointer = scene.view, scene.layout, scene.pointer
    if pointer is None or view.zoom < _LEAST_ZOOM or view.region(pointer) is not Region.HEADER:
        return
    place = view.to_map(pointer)
    if place.x >= layout.size.width:
        return
    rect = add_step_rect(layout, layout.column_at(place.x).phase_index)
    middle = view.rect(rect).centre
    frame = Rect(middle.x - 10.0, middle.y - 10.0, 20.0, 20.0)
    over = rect.contains(place)
    painter = scene.painter
    painter.save()
    scene.clip(Strip.HEADER)
    painter.setPen(scene.pen(1.2))
    painter.setBrush(scene.colour("accent" if over else "surface"))
    painter.drawEllipse(QPointF(middle.x, middle.y), 10.0, 10.0)
    colour = scene.theme.surface if over else scene.theme.accent
    sign = icon("plus", frame.grown(-4.0), colour)
    QtPainter(painter, 1.0, scene.cache).paint_items((sign,))
    painter.restore()
