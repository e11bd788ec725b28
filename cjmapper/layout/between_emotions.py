"""Emotion lanes on the way from one layout to another: dots by their reading, curves by whose.

A curve that joins other points than before is there at once.
"""

from collections.abc import Mapping

import msgspec

from cjmapper.geometry import Point
from cjmapper.layout.result import (
    CurveLayout,
    CurveSegment,
    EmotionLane,
    ReadingLayout,
)
from cjmapper.model import ids


def emotions_between(
    former: Mapping[ids.LaneId, EmotionLane], now: Mapping[ids.LaneId, EmotionLane], share: float
) -> Mapping[ids.LaneId, EmotionLane]:
    """The emotion lanes at a share of the way, from 0 to 1."""
    return {name: _lane(former.get(name), lane, share) for name, lane in now.items()}


def emotions_parted(
    lanes: Mapping[ids.LaneId, EmotionLane], x: float, by: float
) -> Mapping[ids.LaneId, EmotionLane]:
    """The emotion lanes with all that is right of `x` moved by so much; curves stretch."""
    return {name: _parted(lane, x, by) for name, lane in lanes.items()}


def _parted(lane: EmotionLane, x: float, by: float) -> EmotionLane:
    def away(point: Point) -> Point:
        return point.moved(by, 0.0) if point.x >= x else point

    readings = tuple(_moved(one, by, 0.0) if one.x >= x else one for one in lane.readings)
    curves = tuple(
        msgspec.structs.replace(
            curve,
            segments=tuple(
                CurveSegment(
                    away(one.start),
                    away(one.control1),
                    away(one.control2),
                    away(one.end),
                    one.measured,
                )
                for one in curve.segments
            ),
        )
        for curve in lane.curves
    )
    return msgspec.structs.replace(lane, readings=readings, curves=curves)


def _lane(start: EmotionLane | None, goal: EmotionLane, share: float) -> EmotionLane:
    if start is None or start is goal:
        return goal
    readings = {one.reading.id: one for one in start.readings}
    curves = {(one.actor, one.view): one for one in start.curves}
    return msgspec.structs.replace(
        goal,
        readings=tuple(_reading(readings.get(one.reading.id), one, share) for one in goal.readings),
        curves=tuple(_curve(curves.get((one.actor, one.view)), one, share) for one in goal.curves),
    )


def _reading(start: ReadingLayout | None, goal: ReadingLayout, share: float) -> ReadingLayout:
    if start is None or (start.x, start.y) == (goal.x, goal.y):
        return goal
    back = 1.0 - share
    return _moved(goal, (start.x - goal.x) * back, (start.y - goal.y) * back)


def _moved(dot: ReadingLayout, dx: float, dy: float) -> ReadingLayout:
    words = dot.words
    moved = words and words.moved(dx, dy)
    leader = dot.leader and (dot.leader[0].moved(dx, dy), dot.leader[1].moved(dx, dy))
    return msgspec.structs.replace(dot, x=dot.x + dx, y=dot.y + dy, words=moved, leader=leader)


def _curve(start: CurveLayout | None, goal: CurveLayout, share: float) -> CurveLayout:
    if start is None or len(start.segments) != len(goal.segments):
        return goal
    segments = tuple(
        CurveSegment(
            _point(one.start, other.start, share),
            _point(one.control1, other.control1, share),
            _point(one.control2, other.control2, share),
            _point(one.end, other.end, share),
            other.measured,
        )
        for one, other in zip(start.segments, goal.segments, strict=True)
    )
    return msgspec.structs.replace(goal, segments=segments)


def _point(start: Point, goal: Point, share: float) -> Point:
    return Point(start.x + (goal.x - start.x) * share, start.y + (goal.y - start.y) * share)
