"""What is under a point of a laid-out map.

Answers in ids; how far beside a thin thing still counts as on it comes in as a `Reach`, in
millimetres, because it is so many pixels on the screen whatever the zoom. Changes nothing.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.adding import plus_at
from cjmapper.layout.hit_emotions import emotion_at
from cjmapper.layout.hits import (
    NOTHING_SHOWN,
    Hit,
    HitCard,
    HitCell,
    HitColumnBorder,
    HitCorner,
    HitDot,
    HitEmotionCell,
    HitLaneBorder,
    HitLaneTitle,
    HitLink,
    HitOutside,
    HitPhase,
    HitReading,
    HitStep,
    HitTransition,
    LinkEnd,
    Reach,
    Region,
    Shown,
    Side,
)
from cjmapper.layout.result import Column, EmotionLane, LaneBand, LinkRoute, MapLayout
from cjmapper.layout.spans import cards_over
from cjmapper.model import ids, queries

_NEVER = -1.0
_BETWEEN = 1 / 2
"""How far out a dot above or below a card stands, of what it does beside it: in the gap."""


def region_at(layout: MapLayout, point: Point) -> Region:
    """The part of the map at `point`."""
    if not (0 <= point.x < layout.size.width and 0 <= point.y < layout.size.height):
        return Region.OUTSIDE
    if point.y < layout.header.height:
        return Region.CORNER if point.x < layout.title_width else Region.HEADER
    return Region.LANE_TITLES if point.x < layout.title_width else Region.BODY


def what_is_at(layout: MapLayout, point: Point, reach: Reach, shown: Shown = NOTHING_SHOWN) -> Hit:
    """The thing at `point`, the topmost and smallest first.

    Handles come before things, things before lines, lines before borders, borders before cells.
    """
    handle = _handle_at(layout, point, reach, shown)
    if handle is not None:
        return handle
    match region_at(layout, point):
        case Region.BODY:
            return _in_body(layout, point, reach, shown)
        case Region.HEADER:
            return _in_header(layout, point, reach)
        case Region.LANE_TITLES:
            return _in_lane_titles(layout, point, reach)
        case Region.CORNER:
            return HitCorner()
        case Region.OUTSIDE:
            return _near_edge(layout, point, reach) or HitOutside()


def beside_border(layout: MapLayout, point: Point, reach: Reach) -> Hit:
    """What would be at `point` if no border could be caught: the cell or title that it lies in."""
    return what_is_at(layout, point, msgspec.structs.replace(reach, border=_NEVER))


def named_by(under: Hit) -> str | None:
    """The id of the thing that was hit, if it is one that can be selected."""
    match under:
        case HitCard(card=name) | HitPhase(phase=name) | HitStep(step=name):
            return name
        case HitLaneTitle(lane=name) | HitReading(reading=name):
            return name
        case HitLink(link=name) | HitTransition(transition=name):
            return name
        case _:
            return None


def dot_points(layout: MapLayout, owner: str, reach: Reach) -> tuple[tuple[Side, Point], ...]:
    """Where the connector dots of a card or step stand; none for anything that is not shown.

    Above and below a card they stand in the gap to the next one, so that they cover no text.
    """
    rect = owner_rect(layout, owner)
    if rect is None:
        return ()
    out = reach.dot_out
    middle = rect.centre
    if owner in layout.column_of:
        return (
            (Side.LEFT, Point(rect.x + out, rect.bottom - out)),
            (Side.RIGHT, Point(rect.right - out, rect.bottom - out)),
            (Side.TOP, Point(middle.x, rect.y)),
        )
    return (
        (Side.LEFT, Point(rect.x - out, middle.y)),
        (Side.TOP, Point(middle.x, rect.y - out * _BETWEEN)),
        (Side.RIGHT, Point(rect.right + out, middle.y)),
        (Side.BOTTOM, Point(middle.x, rect.bottom + out * _BETWEEN)),
    )


def owner_rect(layout: MapLayout, owner: str) -> Rect | None:
    """Where a card or a step's title is on the map; None where neither is shown."""
    column = layout.column_of.get(ids.StepId(owner))
    if column is not None:
        return layout.step_rect(column)
    card = queries.card(layout.map, owner)
    return None if card is None else layout.card_rect(card)


def cards_touched(layout: MapLayout, frame: Rect) -> tuple[ids.CardId, ...]:
    """The cards that share any area with `frame`, lane by lane and column by column."""
    found: list[ids.CardId] = []
    for band in layout.lanes:
        if not (band.y < frame.bottom and frame.y < band.bottom):
            continue
        for column in layout.columns:
            for placed, rect in layout.cards_in((band.lane.id, column.step.id)):
                if rect.meets(frame):
                    found.append(placed.card.id)
    return tuple(found)


def readings_touched(layout: MapLayout, frame: Rect) -> tuple[ids.EmotionId, ...]:
    """The readings whose markers' middles lie in `frame`."""
    return tuple(name for name, middle in _markers(layout) if frame.contains(middle))


def headers_touched(layout: MapLayout, frame: Rect) -> tuple[str, ...]:
    """The phases and steps whose titles share any area with `frame`."""
    phases = tuple(
        band.phase.id for band in layout.phases if layout.phase_rect(band.index).meets(frame)
    )
    steps = tuple(
        column.step.id
        for column in layout.columns
        if layout.header.has_steps and layout.step_rect(column.index).meets(frame)
    )
    return (*phases, *steps)


def reading_point(layout: MapLayout, reading: str) -> Point | None:
    """The middle of a reading's marker on the map; None where it is not shown."""
    return next((middle for name, middle in _markers(layout) if name == reading), None)


def emotion_lane_of(layout: MapLayout, reading: str) -> EmotionLane | None:
    """The emotion lane that shows a reading, or None."""
    for lane in layout.emotion_lanes.values():
        if any(placed.reading.id == reading for placed in lane.readings):
            return lane
    return None


def _markers(layout: MapLayout) -> Iterator[tuple[ids.EmotionId, Point]]:
    for lane in layout.emotion_lanes.values():
        top = layout.lanes[layout.lane_of[lane.lane_id]].y
        for placed in lane.readings:
            yield placed.reading.id, Point(placed.x, top + placed.y)


def _handle_at(layout: MapLayout, point: Point, reach: Reach, shown: Shown) -> Hit | None:
    for owner in shown.dots:
        dot = _dot_at(layout, owner, point, reach)
        if dot is not None:
            return dot
    for route in _routes_near(layout, point, reach.marker):
        end = _end_at(route.points, point, reach.marker)
        if end is not None and route.link.id in shown.ends:
            return HitLink(route.link.id, end)
    for path in layout.transitions:
        end = _end_at(path.points, point, reach.marker)
        if end is not None and path.transition.id in shown.ends:
            return HitTransition(path.transition.id, end)
    return _plus_at(layout, point, reach) if shown.adds else None


def _plus_at(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    plus = plus_at(layout, point, reach)
    return None if plus is None or _on_card(layout, point) else plus.adds


def _on_card(layout: MapLayout, point: Point) -> bool:
    """Whether the body of a card is here, which is the handle for a drag."""
    lane = layout.lane_at(point.y)
    if lane is None or region_at(layout, point) is not Region.BODY:
        return False
    return _card_at(layout, lane, layout.column_at(point.x), point) is not None


def _dot_at(layout: MapLayout, owner: str, point: Point, reach: Reach) -> Hit | None:
    """A dot never takes the body of a card, which is the handle for a drag."""
    for side, middle in dot_points(layout, owner, reach):
        if middle.distance(point) <= reach.marker:
            return None if _on_card(layout, point) else HitDot(owner, side)
    return None


def _end_at(points: tuple[Point, ...], point: Point, near: float) -> LinkEnd | None:
    if points and points[-1].distance(point) <= near:
        return LinkEnd.TO
    if points and points[0].distance(point) <= near:
        return LinkEnd.START
    return None


def _in_body(layout: MapLayout, point: Point, reach: Reach, shown: Shown) -> Hit:
    lane = layout.lane_at(point.y)
    column = layout.column_at(point.x)
    return (
        HitOutside(Region.BODY)
        if lane is None
        else (
            _emotion_at(layout, lane, point, reach, shown)
            or _card_at(layout, lane, column, point)
            or _link_at(layout, point, reach)
            or _column_border_at(layout, point, reach)
            or _lane_border_at(layout, point, reach)
            or _empty_cell(layout, lane, column, point)
        )
    )


def _empty_cell(layout: MapLayout, lane: LaneBand, column: Column, point: Point) -> Hit:
    curve = layout.emotion_lanes.get(lane.lane.id)
    if curve is None:
        return HitCell(lane.lane.id, column.step.id)
    return HitEmotionCell(lane.lane.id, column.step.id, curve.value_at(point.y - lane.y))


def _in_header(layout: MapLayout, point: Point, reach: Reach) -> Hit:
    return (
        _transition_at(layout, point, reach)
        or _column_border_at(layout, point, reach)
        or _title_at(layout, point)
        or HitOutside(Region.HEADER)
    )


def _title_at(layout: MapLayout, point: Point) -> Hit | None:
    column = layout.column_at(point.x)
    if layout.phase_rect(column.phase_index).contains(point):
        return HitPhase(layout.phases[column.phase_index].phase.id)
    if layout.step_rect(column.index).contains(point):
        return HitStep(column.step.id)
    return None


def _in_lane_titles(layout: MapLayout, point: Point, reach: Reach) -> Hit:
    border = _lane_border_at(layout, point, reach)
    if border is not None:
        return border
    lane = layout.lane_at(point.y)
    return HitOutside(Region.LANE_TITLES) if lane is None else HitLaneTitle(lane.lane.id)


def _near_edge(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    """The outermost borders can be caught from their far side too."""
    if 0 <= point.y < layout.size.height:
        return _column_border_at(layout, point, reach)
    if 0 <= point.x < layout.size.width:
        return _lane_border_at(layout, point, reach)
    return None


def _emotion_at(
    layout: MapLayout, lane: LaneBand, point: Point, reach: Reach, shown: Shown
) -> Hit | None:
    curves = layout.emotion_lanes.get(lane.lane.id)
    if curves is None:
        return None
    return emotion_at(layout.map, lane, curves, point, (reach, shown.actor))


def _card_at(layout: MapLayout, lane: LaneBand, column: Column, point: Point) -> Hit | None:
    for placed, rect in cards_over(layout, lane, column):
        if rect.contains(point):
            return HitCard(placed.card.id)
    return None


def _routes_near(layout: MapLayout, point: Point, near: float) -> tuple[LinkRoute, ...]:
    return layout.routes.near(layout, Rect(point.x, point.y, 0.0, 0.0).grown(near))


def _link_at(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    for route in _routes_near(layout, point, reach.connector):
        if near_line(route.points, point, reach.connector):
            return HitLink(route.link.id)
    return None


def _transition_at(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    for route in layout.transitions:
        is_on_words = route.way_out is not None and route.way_out.contains(point)
        if is_on_words or near_line(route.points, point, reach.connector):
            return HitTransition(route.transition.id)
    return None


def near_line(points: tuple[Point, ...], point: Point, near: float) -> bool:
    """Whether `point` is within `near` millimetres of the line through `points`."""
    return any(_distance(start, end, point) <= near for start, end in pairwise(points))


def _distance(start: Point, end: Point, point: Point) -> float:
    """From `point` to the straight stretch between `start` and `end`."""
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    if length == 0:
        return start.distance(point)
    along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
    along = max(0.0, min(1.0, along))
    return point.distance(Point(start.x + along * dx, start.y + along * dy))


def _column_border_at(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    """The border of a column; over the names of phases only where a phase ends."""
    for column in layout.columns:
        if abs(column.right - point.x) <= reach.border:
            after = layout.columns[column.index + 1 : column.index + 2]
            inside = bool(after) and after[0].phase_index == column.phase_index
            if not (inside and point.y < layout.header.phase_height):
                return HitColumnBorder(column.step.id)
    return None


def _lane_border_at(layout: MapLayout, point: Point, reach: Reach) -> Hit | None:
    for band in layout.lanes:
        if abs(band.bottom - point.y) <= reach.border:
            return HitLaneBorder(band.lane.id)
    return None
