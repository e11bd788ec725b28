"""Rings around things of a map: selected, hovered, about to be connected; bands that light up.

Selection is a ring without a gap, told by line and not by colour alone.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from cjmapper.geometry import Point, Rect
from cjmapper.layout import hit
from cjmapper.layout.result import MapLayout, PhaseBand
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.canvas.scene import LINE, RADIUS, Scene, at, box, round_pen, rounded
from cjmapper.ui.canvas.view import Strip, View

_GAP = 2.0
_LIT_BAR = 4.0
_LIT = 0.14
_LIT_PHASE = 0.2
_SHADOW = ((1.0, 0.05), (2.0, 0.035), (3.5, 0.02))
_MOST_RINGS = 400


def place_of(layout: MapLayout, name: str) -> Rect | None:
    """Where the thing of that id is on the map; None where it is not shown or has no box."""
    part = queries.part(layout.map, name)
    match part:
        case d.Card():
            return layout.card_rect(part)
        case d.Emotion():
            middle = hit.reading_point(layout, name)
            radius = DISTANCES.marker / 2
            return None if middle is None else Rect(middle.x, middle.y, 0.0, 0.0).grown(radius)
        case d.Link() | d.Transition():
            return _way_out(layout, name) or _around(route_points(layout, name))
        case _:
            return _title_place(layout, part)


def _title_place(layout: MapLayout, part: object) -> Rect | None:
    match part:
        case d.Step():
            return layout.step_rect(layout.column_of[part.id])
        case d.Phase():
            return layout.phase_rect(_band(layout, part.id).index)
        case d.Lane() if part.id in layout.lane_of:
            return layout.lane_title_rect(layout.lane_of[part.id])
        case _:
            return None


def place_of_all(layout: MapLayout, names: Iterable[str]) -> Rect | None:
    """The smallest rectangle around all of these things; None where none of them is shown."""
    whole: Rect | None = None
    for name in names:
        rect = place_of(layout, name)
        if rect is not None:
            whole = rect if whole is None else whole.united(rect)
    return whole


def route_points(layout: MapLayout, name: str) -> tuple[Point, ...]:
    """The corners of a connector or path; none where it is not shown."""
    for route in layout.links:
        if route.link.id == name:
            return route.points
    for path in layout.transitions:
        if path.transition.id == name:
            return path.points
    return ()


def selection_rings(scene: Scene) -> None:
    """A ring around each thing that is selected; while dragging the ghost says it."""
    if scene.feedback.ghost is not None or scene.feedback.text is not None:
        return
    seen = scene.view.window.grown(20.0)
    for name in scene.selection[:_MOST_RINGS]:
        _ring(scene, name, seen)
    if len(scene.selection) > _MOST_RINGS:
        _rings_in_view(scene, seen)


def focus_ring(scene: Scene) -> None:
    """Around what the keys act on, with a gap, while the canvas has the keys."""
    feedback = scene.feedback
    if feedback.cell is None:
        return
    frame = box(scene.view.rect(feedback.cell)).adjusted(5, 5, -5, -5)
    painter = scene.painter
    painter.save()
    scene.clip(scene.view.strip_of(feedback.cell))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.pen(LINE, 1.0 if scene.has_focus else 0.5))
    painter.drawPath(rounded(frame))
    painter.restore()


def hover(scene: Scene) -> None:
    """A soft lift of the card under the pointer; a faint tint of a header."""
    name = scene.feedback.hovered
    if name is None or name in scene.selection:
        return
    part = queries.part(scene.layout.map, name)
    if isinstance(part, d.Emotion | d.Link | d.Transition):
        _ring(scene, name, scene.view.window.grown(20.0), strength=0.4)
        return
    rect = place_of(scene.layout, name)
    if rect is None:
        return
    frame = box(scene.view.rect(rect))
    painter = scene.painter
    painter.save()
    scene.clip(scene.view.strip_of(rect))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(part, d.Card):
        for out, strength in _SHADOW:
            painter.setPen(round_pen(scene.colour("text", strength * 2), 2 * out))
            painter.drawPath(rounded(frame.adjusted(-out, -out + 1, out, out + 1)))
        painter.setPen(round_pen(scene.colour("strong_line"), 1.0))
        painter.drawPath(rounded(frame, DISTANCES.card_radius * scene.view.scale))
    else:
        tint = "surface" if isinstance(part, d.Phase) else "accent"
        painter.fillPath(_shape(scene, name, frame), scene.colour(tint, 0.07))
    painter.restore()


def ringed(scene: Scene) -> None:
    """Thick rings around what a connector would end at."""
    for name in scene.feedback.ringed:
        _ring(scene, name, scene.view.window.grown(20.0), width=3.0)


def lit(scene: Scene) -> None:
    """Phases and lanes that what is carried lands in: to be seen from the back of a room."""
    painter = scene.painter
    for name in scene.feedback.lit:
        rect = place_of(scene.layout, name)
        if rect is None:
            continue
        strip = scene.view.strip_of(rect)
        frame = box(scene.view.rect(rect))
        painter.save()
        scene.clip(strip)
        if strip is Strip.TITLES:
            painter.fillRect(frame, scene.colour("accent", _LIT))
            bar = QRectF(frame.left(), frame.top(), _LIT_BAR, frame.height())
        else:
            is_phase = rect.y < scene.layout.header.phase_height
            fill = scene.colour(*(("phase_text", _LIT_PHASE) if is_phase else ("accent", _LIT)))
            painter.fillPath(_shape(scene, name, frame), fill)
            bar = QRectF(frame.left(), frame.bottom() - _LIT_BAR, frame.width(), _LIT_BAR)
        painter.fillRect(bar, scene.colour("accent"))
        painter.restore()


def ring(scene: Scene, name: str) -> None:
    """The ring of something selected, around one thing."""
    _ring(scene, name, scene.view.window.grown(20.0))


def _ring(
    scene: Scene, name: str, seen: Rect, *, width: float = LINE, strength: float = 1.0
) -> None:
    rect = place_of(scene.layout, name)
    if rect is None:
        return
    strip = scene.view.strip_of(rect)
    if strip is Strip.BODY and not rect.grown(0.1).meets(seen):
        return
    painter = scene.painter
    painter.save()
    scene.clip(strip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.pen(width, strength))
    points = route_points(scene.layout, name) if _is_route(scene.layout, name) else ()
    if points:
        _line(scene, points)
    else:
        out = width / 2
        frame = box(scene.view.rect(rect)).adjusted(-out, -out, out, out)
        if strip is not Strip.BODY:
            frame = frame.adjusted(2 * out, 2 * out, -2 * out, -2 * out)
        painter.drawPath(_shape(scene, name, frame))
        if rect.y < scene.layout.header.phase_height and strip is Strip.HEADER:
            _inner_ring(scene, name, frame)
    painter.restore()


def _inner_ring(scene: Scene, name: str, frame: QRectF) -> None:
    """A phase is as dark as the accent: inside the ring runs a light one."""
    inside = frame.adjusted(LINE, LINE, -LINE, -LINE)
    scene.painter.setPen(round_pen(scene.colour("phase_text", 0.9), LINE))
    scene.painter.drawPath(_shape(scene, name, inside))


def _is_route(layout: MapLayout, name: str) -> bool:
    is_line = isinstance(queries.part(layout.map, name), d.Link | d.Transition)
    return is_line and _way_out(layout, name) is None


def _way_out(layout: MapLayout, name: str) -> Rect | None:
    return next((one.way_out for one in layout.transitions if one.transition.id == name), None)


def _line(scene: Scene, points: tuple[Point, ...]) -> None:
    """A connector or path drawn over in the accent."""
    scene.painter.setClipping(False)
    view = scene.view
    if all(point.y <= view.extent.header_height for point in points):
        scene.clip(Strip.HEADER)
    else:
        scene.clip(Strip.BODY)
    scene.painter.drawPolyline(QPolygonF([at(view.point(point)) for point in points]))


def _shape(scene: Scene, name: str, frame: QRectF) -> QPainterPath:
    """The outline of a thing in the box `frame`."""
    scale = scene.view.scale
    match queries.part(scene.layout.map, name):
        case d.Phase():
            band = _band(scene.layout, name)
            return arrow(frame, first=band.index == 0, view=scene.view)
        case d.Emotion():
            path = QPainterPath()
            path.addEllipse(frame)
            return path
        case d.Card():
            return rounded(frame, DISTANCES.card_radius * scale + 1.0)
        case _:
            return rounded(frame, RADIUS - _GAP)


def arrow(frame: QRectF, *, first: bool, view: View) -> QPainterPath:
    """The outline of a phase: it points onwards, and takes up the point of the one before."""
    gap = DISTANCES.phase_gap * view.scale
    notch = min(DISTANCES.phase_notch * view.scale, frame.width() / 3)
    left = frame.left() if first else frame.left() - notch + 2 * gap
    right, middle = frame.right() - notch + gap, frame.center().y()
    path = QPainterPath(QPointF(left, frame.top()))
    path.lineTo(right, frame.top())
    path.lineTo(frame.right(), middle)
    path.lineTo(right, frame.bottom())
    path.lineTo(left, frame.bottom())
    if not first:
        path.lineTo(QPointF(left + notch, middle))
    path.closeSubpath()
    return path


def _rings_in_view(scene: Scene, seen: Rect) -> None:
    """The rest of a very large selection: only the cards that are seen are looked for."""
    chosen = set(scene.selection[_MOST_RINGS:])
    for name in hit.cards_touched(scene.layout, seen):
        if name in chosen:
            _ring(scene, name, seen)


def _band(layout: MapLayout, name: str) -> PhaseBand:
    return next(band for band in layout.phases if band.phase.id == name)


def _around(points: Iterable[Point]) -> Rect | None:
    found = list(points)
    if not found:
        return None
    left, top = min(point.x for point in found), min(point.y for point in found)
    right, bottom = max(point.x for point in found), max(point.y for point in found)
    return Rect(left, top, right - left, bottom - top)
