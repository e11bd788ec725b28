"""Paints what the editor shows over a map: where things can land, land now, and came from.

Values come from the editor's feedback; this only knows how they look.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from cjmapper.editor.feedback import Bubble, Dot, Feedback, GapLine, Tile
from cjmapper.geometry import Point, Rect
from cjmapper.layout.emotions import LEVELS
from cjmapper.layout.hits import Side
from cjmapper.layout.result import MapLayout
from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.drawn_curve import paint_drawn_curve
from cjmapper.ui.canvas.drawn_line import paint_marks, paint_rubber
from cjmapper.ui.canvas.ghost import GhostPainter
from cjmapper.ui.canvas.prompts import paint_prompts
from cjmapper.ui.canvas.scene import Scene, at, box, pill, pill_width, round_pen, rounded
from cjmapper.ui.canvas.slots import paint_slots
from cjmapper.ui.canvas.text_caret import paint_text
from cjmapper.ui.canvas.view import Strip

_TARGET = 0.08
_DASHED = 0.5
_INSET = 3.0
_LEAST_CELL = 20.0
_CORNER = 4.0
_DOT = 6.0
_SMALL_DOT = 4.5
_BETWEEN = (Side.TOP, Side.BOTTOM)
_NEAR_DOT = 12.0
_END = 4.0
_VEIL = 0.6
_EDGE_PX = 24.0
_LIFT = 24.0
_CROWDED = 40.0
_BESIDE = 20.0
_SAME = 0.01


def paint_still(scene: Scene) -> None:
    """What does not follow the pointer while something is carried, the lowest first."""
    scene.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_under(scene)
    paint_prompts(scene)
    paint_over(scene)
    paint_text(scene)


def paint_moving(scene: Scene, ghost: GhostPainter, speed: tuple[float, float]) -> None:
    """What follows the pointer; `speed` is that of scrolling by itself."""
    scene.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _bubble(scene)
    paint_edges(scene, speed)
    ghost.paint(scene)


def paint_under(scene: Scene) -> None:
    """What lies over the cells and under everything that floats."""
    scene.painter.save()
    scene.clip(Strip.BODY)
    paint_drawn_curve(scene)
    _level_lines(scene)
    _cells(scene)
    _origins(scene)
    _veils(scene)
    scene.painter.restore()
    outlines.lit(scene)
    outlines.hover(scene)
    outlines.selection_rings(scene)
    outlines.focus_ring(scene)
    outlines.ringed(scene)


def paint_over(scene: Scene) -> None:
    """Lines, frames, dots and labels."""
    if scene.feedback.slots:
        paint_slots(scene)
    else:
        _slot_line(scene)
    if scene.feedback.gap_line is not None:
        _gap_line(scene, scene.feedback.gap_line)
    paint_marks(scene)
    paint_rubber(scene)
    for dot in scene.feedback.dots:
        _dot(scene, dot)
    _marquee(scene)


def paint_edges(scene: Scene, speed: tuple[float, float]) -> None:
    """A gradient at each edge that the map is scrolling to."""
    from PySide6.QtGui import QLinearGradient

    view = scene.view
    across, down = speed
    left, top = view.titles_right, view.header_bottom
    room = QRectF(left, top, view.width - left, view.height - top)
    strong, none = scene.colour("accent", 0.22), scene.colour("accent", 0.0)
    for moving, start, end in (
        (across < 0, room.topLeft(), room.topLeft() + QPointF(_EDGE_PX, 0)),
        (across > 0, room.topRight(), room.topRight() - QPointF(_EDGE_PX, 0)),
        (down < 0, room.topLeft(), room.topLeft() + QPointF(0, _EDGE_PX)),
        (down > 0, room.bottomLeft(), room.bottomLeft() - QPointF(0, _EDGE_PX)),
    ):
        if moving:
            gradient = QLinearGradient(start, end)
            gradient.setColorAt(0, strong)
            gradient.setColorAt(1, none)
            scene.painter.fillRect(room, QBrush(gradient))


def _level_lines(scene: Scene) -> None:
    layout, view = scene.layout, scene.view
    pen = round_pen(scene.colour("strong_line", 0.6), 1.0)
    scene.painter.setPen(pen)
    for band in layout.lanes:
        lane = layout.emotion_lanes.get(band.lane.id)
        if lane is not None and band.lane.id in scene.feedback.level_lanes:
            for level in LEVELS:
                y = view.y(band.y + lane.y_of(level))
                right = view.x(layout.size.width)
                scene.painter.drawLine(QLineF(view.titles_right, y, right, y))


def _cells(scene: Scene) -> None:
    painter, view, feedback = scene.painter, scene.view, scene.feedback
    seen = view.window
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_dashed(scene, 1.2, _DASHED))
    for cell in feedback.legal_cells:
        if cell.meets(seen) and cell != feedback.target_cell:
            frame = box(view.rect(cell)).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            if min(frame.width(), frame.height()) >= _LEAST_CELL:
                painter.drawLines(_sides(frame))
    if feedback.target_cell is not None:
        frame = box(view.rect(feedback.target_cell)).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(_dashed(scene, 1.6, 1.0))
        painter.setBrush(scene.colour("accent", _TARGET))
        painter.drawPath(rounded(frame))


def _sides(frame: QRectF) -> list[QLineF]:
    """A frame by its sides and short corners: to Qt, a dashed path takes twenty times as long."""
    left, top, right, bottom = frame.left(), frame.top(), frame.right(), frame.bottom()
    near, far, low, high = left + _CORNER, right - _CORNER, bottom - _CORNER, top + _CORNER
    return [
        QLineF(near, top, far, top),
        QLineF(far, top, right, high),
        QLineF(right, high, right, low),
        QLineF(right, low, far, bottom),
        QLineF(far, bottom, near, bottom),
        QLineF(near, bottom, left, low),
        QLineF(left, low, left, high),
        QLineF(left, high, near, top),
    ]


def _dashed(scene: Scene, width: float, strength: float) -> QPen:
    pen = scene.pen(width, strength)
    # Round ends on every dash take five times as long.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([4.0, 3.0])
    return pen


def _origins(scene: Scene) -> None:
    """Where what is carried stood, unless something has moved up there."""
    painter, view = scene.painter, scene.view
    painter.setPen(round_pen(scene.colour("strong_line", 0.35), 1.0))
    painter.setBrush(scene.colour("strong_line", 0.10))
    for origin in scene.feedback.origins:
        if not _is_taken(scene.layout, origin):
            painter.drawPath(rounded(box(view.rect(origin)), 6.0 * view.zoom))


def _is_taken(layout: MapLayout, rect: Rect) -> bool:
    middle = rect.centre
    lane = layout.lane_at(middle.y)
    if lane is None:
        return True
    key = (lane.lane.id, layout.column_at(middle.x).step.id)
    return any(other.meets(rect) for _, other in layout.cards_in(key))


def _veils(scene: Scene) -> None:
    """What is carried stands where it lands, let through by two fifths."""
    painter, view, layout = scene.painter, scene.view, scene.layout
    painter.setPen(Qt.PenStyle.NoPen)
    ghost = scene.feedback.ghost
    # A face on its way in is its own ghost: the curve is drawn through it.
    spared = scene.feedback.placeholders if ghost and ghost.tile is Tile.EMOTION else frozenset()
    for name in scene.feedback.placeholders:
        rect = None if name in spared else outlines.place_of(layout, name)
        if rect is None or view.strip_of(rect) is not Strip.BODY:
            continue
        lane = layout.lane_at(rect.centre.y)
        tinted = lane is not None and lane.index % 2
        painter.setBrush(scene.colour("lane_tint" if tinted else "canvas", _VEIL))
        painter.drawPath(rounded(box(view.rect(rect.grown(0.3))), 7.0 * view.zoom))


def _slot_line(scene: Scene) -> None:
    rect = scene.feedback.slot_line
    if rect is None:
        return
    frame = scene.view.rect(rect)
    y = frame.centre.y
    painter = scene.painter
    painter.save()
    scene.clip(Strip.BODY)
    painter.setPen(scene.pen(2.5))
    painter.drawLine(QLineF(frame.x + _END, y, frame.right, y))
    painter.setBrush(scene.colour("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(frame.x + _END / 2, y), _END, _END)
    painter.restore()


def _gap_line(scene: Scene, line: GapLine) -> None:
    painter, view = scene.painter, scene.view
    painter.save()
    if line.start.x == line.end.x:
        x, top = view.x(_gap_at(scene, line).x), view.header_top
        painter.setClipRect(QRectF(view.titles_right - _END, 0, view.width, view.height))
        drawn = QLineF(x, top + _END, x, view.y(line.end.y))
    else:
        y, left = view.y(_gap_at(scene, line).y), view.titles_left
        top = view.header_bottom - _END
        painter.setClipRect(QRectF(0, top, view.width, view.height - top))
        drawn = QLineF(left + _END, y, view.x(line.end.x), y)
    painter.setPen(scene.pen(2.0))
    painter.drawLine(drawn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.colour("accent"))
    painter.drawEllipse(drawn.p1(), _END, _END)
    painter.restore()


def _gap_at(scene: Scene, line: GapLine) -> Point:
    """Where a gap is: in the middle of it where columns or lanes have parted for it."""
    start = line.start
    if start.x == line.end.x:
        bands = zip(scene.base.columns, scene.layout.columns, strict=False)
        places = ((one.x, other.x) for one, other in bands)
        found = next((pair for pair in places if abs(pair[0] - start.x) < _SAME), None)
        return start if found is None else Point(sum(found) / 2, start.y)
    rows = zip(scene.base.lanes, scene.layout.lanes, strict=False)
    tops = ((one.y, other.y) for one, other in rows if one.lane.id == other.lane.id)
    found = next((pair for pair in tops if abs(pair[0] - start.y) < _SAME), None)
    return start if found is None else Point(start.x, sum(found) / 2)


def _dot(scene: Scene, dot: Dot) -> None:
    place = scene.view.point(dot.place)
    near = scene.pointer is not None and scene.pointer.distance(place) <= _NEAR_DOT
    painter = scene.painter
    painter.save()
    in_header = dot.place.y < scene.view.extent.header_height
    painter.setClipRect(
        box(scene.view.clip(Strip.HEADER if in_header else Strip.BODY)).adjusted(0, 0, 0, _DOT)
    )
    painter.setPen(scene.pen(2.0))
    painter.setBrush(scene.colour("accent" if near else "surface"))
    radius = (_DOT if in_header or dot.side not in _BETWEEN else _SMALL_DOT) - 1
    painter.drawEllipse(at(place), radius, radius)
    painter.restore()


def _marquee(scene: Scene) -> None:
    if scene.feedback.marquee is None:
        return
    painter = scene.painter
    painter.setPen(round_pen(scene.colour("accent"), 1.0))
    painter.setBrush(scene.colour("accent", _TARGET))
    painter.drawRect(box(scene.view.rect(scene.feedback.marquee)))


def _bubble(scene: Scene) -> None:
    bubble = scene.feedback.bubble
    if bubble is not None:
        text = scene.say(bubble.said)
        pill(scene, text, _bubble_place(scene, bubble, pill_width(text, scene.size)))


def _bubble_place(scene: Scene, bubble: Bubble, width: float) -> Point:
    """On the gap it names; beside the marker whose value it is; else above the pointer."""
    view, place = scene.view, scene.view.point(bubble.place)
    line = scene.feedback.gap_line
    if line is not None and scene.feedback.ghost is not None:
        if line.start.x != line.end.x:
            return Point(view.titles_right + _LIFT + width / 2, view.y(_gap_at(scene, line).y))
        y = view.header_bottom + _LIFT
        beside = scene.pointer is not None and abs(scene.pointer.y - y) < _CROWDED
        return Point(view.x(_gap_at(scene, line).x), y + _CROWDED + _LIFT if beside else y)
    if _is_value(scene.feedback):
        return Point(place.x + _BESIDE * max(view.zoom, 0.6) + width / 2, place.y)
    x = min(max(place.x, view.titles_right), view.width)
    return Point(x, max(place.y - _LIFT, view.header_top + _LIFT))


def _is_value(feedback: Feedback) -> bool:
    return bool(feedback.level_lanes) or feedback.gap_line is None
