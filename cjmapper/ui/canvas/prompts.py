"""Words on a map that has nothing yet, and each «+» that is seen.

They are never part of a drawing, so they are never printed.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from cjmapper.drawing.shapes import icon
from cjmapper.editor.feedback import PlusSign
from cjmapper.geometry import Rect
from cjmapper.layout.result import LaneBand
from cjmapper.model.lane_rules import accepted_kinds
from cjmapper.model.vocabulary import LaneKind
from cjmapper.painters.qt import QtPainter
from cjmapper.ui.canvas.scene import Scene, at, box, round_pen, rounded
from cjmapper.ui.canvas.view import COMPACT_BELOW, Strip
from cjmapper.ui.look.fonts import ui_font

_LINE_PX = 24.0
_LEAST_ZOOM = 0.25
_WORDS_PX = 13
_HINT = 0.72
_SIDE = 14.0
_RADIUS = 10.0
_SIGN = 6.0
_DOT = 2.0


def paint_prompts(scene: Scene) -> None:
    """What a person could do here, in a quiet voice."""
    if scene.feedback.text is None:
        _phase_prompts(scene)
    if not scene.layout.map.cards and scene.view.zoom >= COMPACT_BELOW:
        _card_prompts(scene)
    for band in scene.layout.lanes:
        lane = scene.layout.emotion_lanes.get(band.lane.id)
        if lane is not None and not lane.readings:
            _emotion_prompt(scene, band)
    for plus in scene.feedback.pluses:
        _plus(scene, plus)


def _phase_prompts(scene: Scene) -> None:
    """In the first two phases, as long as no phase has a name: what to type, and how to go on."""
    layout, view = scene.layout, scene.view
    if any(band.phase.name for band in layout.phases) or view.zoom < _LEAST_ZOOM:
        return
    font, painter = ui_font(_WORDS_PX), scene.painter
    painter.save()
    scene.clip(Strip.HEADER)
    painter.setFont(font)
    painter.setPen(scene.colour("phase_text", _HINT))
    said = ("canvas.type_phase_name", "canvas.tab_for_next")
    for index, code in enumerate(said[: len(layout.phases)]):
        room = box(view.rect(layout.phase_rect(index))).adjusted(_SIDE, 0, -_SIDE, 0)
        text = scene.words.say(code)
        fitted = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), fitted)
    painter.restore()


def _card_prompts(scene: Scene) -> None:
    """In the first cell of each lane for cards, as long as there is no card at all."""
    view, layout, painter = scene.view, scene.layout, scene.painter
    chosen = scene.feedback.cell
    painter.save()
    scene.clip(Strip.BODY)
    painter.setFont(ui_font(_WORDS_PX))
    painter.setPen(scene.colour("hint"))
    for band in layout.lanes:
        cell = layout.cell_rect((band.lane.id, layout.columns[0].step.id))
        if accepted_kinds(band.lane.kind) and cell != chosen:
            kind = "touchpoints" if band.lane.kind is LaneKind.TOUCHPOINT else "cards"
            frame = box(view.rect(cell)).adjusted(_SIDE + 2 * _RADIUS, 0, -_SIDE, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            for text in (f"canvas.empty_{kind}", "canvas.drag_here"):
                said = scene.words.say(text)
                if frame.contains(painter.boundingRect(frame, int(flags), said)):
                    painter.drawText(frame, int(flags), said)
                    break
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
    frame = QRectF((left + right - width) / 2, y - _LINE_PX / 2, width, _LINE_PX)
    painter = scene.painter
    painter.save()
    scene.clip(Strip.BODY)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = scene.colour("lane_tint" if band.index % 2 else "canvas")
    painter.setBrush(ground)
    painter.drawPath(rounded(frame, _LINE_PX / 2))
    round_dots = Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap
    for pen in (QPen(ground, 2 * _DOT), QPen(scene.colour("strong_line"), _DOT, *round_dots)):
        painter.setPen(pen)
        for x, end in ((left, frame.left()), (frame.right(), right)):
            painter.drawLine(QPointF(x, y), QPointF(end, y))
    painter.setFont(font)
    painter.setPen(scene.colour("hint"))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def _plus(scene: Scene, plus: PlusSign) -> None:
    """A round button; filled while the pointer is on it."""
    view, painter = scene.view, scene.painter
    middle = view.point(plus.place)
    in_header = plus.place.y < view.extent.header_height
    in_titles = plus.place.x < view.extent.title_width
    strip = Strip.HEADER if in_header else Strip.TITLES if in_titles else Strip.BODY
    painter.save()
    scene.clip(strip)
    painter.setPen(scene.pen(1.2) if plus.is_over else round_pen(scene.colour("strong_line"), 1.0))
    painter.setBrush(scene.colour("accent" if plus.is_over else "surface"))
    painter.drawEllipse(at(middle), _RADIUS, _RADIUS)
    colour = scene.theme.surface if plus.is_over else scene.theme.accent
    frame = Rect(middle.x, middle.y, 0.0, 0.0).grown(_SIGN)
    QtPainter(painter, 1.0, scene.cache).paint_items((icon("plus", frame, colour),))
    painter.restore()
