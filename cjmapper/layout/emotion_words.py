"""Words beside the faces of an emotion lane, and names along its curves: where they are free.

They keep clear of faces and of each other, of curves wherever that can be, and rather of what
is hatched. What is felt by the primary actor chooses first. In the map's millimetres.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec

from cjmapper.geometry import Point, Rect, Size, mm_from_px
from cjmapper.layout.belief_gaps import PITCH, gaps
from cjmapper.layout.free_side import Crowd, Place, heights_between
from cjmapper.layout.result import (
    CurveLayout,
    CurveSegment,
    EmotionLane,
    ReadingLayout,
    TextBlock,
)
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import CURVE_LABEL, DISTANCES, READING_WORDS
from cjmapper.model import ids
from cjmapper.model.vocabulary import EmotionView
from cjmapper.text.lines import Line, TextStyle

CurveKey = tuple[ids.ActorId | None, EmotionView]
WORDS_WIDTH = DISTANCES.column_width - mm_from_px(24)
"""The widest that the words of a reading may stand."""

ON_FACE = ON_WORDS = 40.0
ON_CURVE = 10.0
_ON_QUIET_CURVE = 7.0
_CONFLICT = 3.5
"""Words that pay so much do not stand free: whoever is in their way is asked to move."""
_AIR = mm_from_px(8)
_OFF = mm_from_px(4)
_NAME_OFF = mm_from_px(8)
_NEAR = mm_from_px(5)
_EDGE = mm_from_px(6)
"""So much of words reaches past the middle of their face, at least."""
_LEADER = mm_from_px(10)
"""Words farther than this from their face are tied to it by a line."""
_FACE_AIR = mm_from_px(2)
_FARTHEST, _RING, _RINGS = 5.0, 0.5, 7
_GAP_PITCH = 3 * PITCH
_NAMED_SEGMENTS = 8
"""A curve is named along one of so many of its last segments."""


class _Wanted(msgspec.Struct, frozen=True, eq=False):
    """Words that want a place, at which they begin to look for one."""

    at: Point
    lines: tuple[Line, ...]
    style: TextStyle
    places: Callable[[], Iterable[Place]]
    """With rising costs."""


class _Placed(msgspec.Struct, frozen=True, eq=False):
    wanted: _Wanted
    box: Rect
    cost: float


class _Words:
    """The words that have a place, and what all of them keep clear of."""

    def __init__(self, crowd: Crowd, bounds: Rect) -> None:
        self._crowd = crowd
        self._bounds = bounds
        self._placed: dict[int, _Placed] = {}
        self._near: dict[int, list[_Wanted]] = {}

    def place(self, wanted: _Wanted) -> None:
        """Where it is freest now."""
        box, cost = self._crowd.best(wanted.places(), self._bounds)
        self._crowd.add_box(_with_air(box), ON_WORDS)
        self._placed[id(wanted)] = _Placed(wanted, box, cost)
        self._near.setdefault(_slot(wanted), []).append(wanted)

    def box(self, wanted: _Wanted) -> Rect:
        """Where it stands."""
        return self._placed[id(wanted)].box

    def make_way(self, wanted: _Wanted) -> None:
        """Those in the way of words that do not stand free move, where that helps both."""
        for other in self._in_the_way(wanted):
            mine, others = self._placed[id(wanted)], self._placed[id(other)]
            if mine.cost < _CONFLICT:
                return
            self._remove(mine)
            self._remove(others)
            self.place(wanted)
            self.place(other)
            after = self._placed[id(wanted)].cost + self._placed[id(other)].cost
            if after > mine.cost + others.cost - _CONFLICT / 2:
                self._remove(self._placed[id(wanted)])
                self._remove(self._placed[id(other)])
                self._restore(mine)
                self._restore(others)

    def _in_the_way(self, wanted: _Wanted) -> list[_Wanted]:
        if self._placed[id(wanted)].cost < _CONFLICT:
            return []
        slot = _slot(wanted)
        near = [one for at in (slot - 1, slot, slot + 1) for one in self._near.get(at, ())]
        return [
            one
            for one in near
            if one is not wanted
            and any(place.box.meets(_with_air(self.box(one))) for place in wanted.places())
        ]

    def _remove(self, placed: _Placed) -> None:
        self._crowd.remove_box(_with_air(placed.box), ON_WORDS)
        self._near[_slot(placed.wanted)].remove(placed.wanted)

    def _restore(self, placed: _Placed) -> None:
        self._crowd.add_box(_with_air(placed.box), ON_WORDS)
        self._placed[id(placed.wanted)] = placed
        self._near[_slot(placed.wanted)].append(placed.wanted)


def with_words(
    lane: EmotionLane, names: Mapping[CurveKey, str], bounds: Rect, setting: Setting
) -> EmotionLane:
    """The lane with the words of its readings and the `names` of its curves.

    `bounds` are those of the lane, from its top.
    """
    of_readings = {
        index: _of_reading(dot, setting)
        for index, dot in sorted(enumerate(lane.readings), key=_first_served(lane))
        if dot.reading.words
    }
    of_curves = {
        index: _of_curve(curve, names[curve.actor, curve.view], setting, lane)
        for index, curve in enumerate(lane.curves)
        if names[curve.actor, curve.view]
    }
    words = _Words(crowd_of(lane), bounds)
    wanted = [*of_readings.values(), *of_curves.values()]
    for one in wanted:
        words.place(one)
    for one in wanted:
        words.make_way(one)
    return msgspec.structs.replace(
        lane,
        readings=tuple(
            _told(dot, of_readings[index], words) if index in of_readings else dot
            for index, dot in enumerate(lane.readings)
        ),
        curves=tuple(
            msgspec.structs.replace(curve, label=_block(of_curves[index], words))
            if index in of_curves
            else curve
            for index, curve in enumerate(lane.curves)
        ),
    )


def free_place(lane: EmotionLane, dot: ReadingLayout, size: Size, bounds: Rect) -> Rect:
    """Where words of that size would stand beside a reading: over no curve, face or word.

    `bounds` are those of the lane, from its top.
    """
    crowd = crowd_of(lane)
    for other in lane.readings:
        if other.words is not None and other.reading.id != dot.reading.id:
            crowd.add_box(_with_air(other.words.box), ON_WORDS)
    return crowd.best(_beside(dot, size), bounds)[0]


def crowd_of(lane: EmotionLane) -> Crowd:
    """The curves and faces of a lane, and what is hatched between curves; no words."""
    crowd = Crowd(DISTANCES.column_width)
    for curve in lane.curves:
        cost = ON_CURVE if curve.view is EmotionView.FELT else _ON_QUIET_CURVE
        for segment in curve.segments:
            crowd.add_curve(segment, cost)
    for gap in gaps(lane.curves, pitch=_GAP_PITCH):
        crowd.add_band(gap.x, gap.upper, gap.lower)
    for dot in lane.readings:
        crowd.add_box(face_box(dot), ON_FACE)
    return crowd


def face_box(dot: ReadingLayout) -> Rect:
    """What a face or a ring covers, with its edge."""
    return Rect(dot.x, dot.y, 0.0, 0.0).grown(_radius(dot) + _FACE_AIR)


def _radius(dot: ReadingLayout) -> float:
    return (DISTANCES.marker if dot.face else DISTANCES.small_marker) / 2


def _with_air(box: Rect) -> Rect:
    """So much wider that what stands beside it does not read on from it."""
    return Rect(box.x - _AIR, box.y, box.width + 2 * _AIR, box.height)


def _slot(wanted: _Wanted) -> int:
    return int(wanted.at.x // DISTANCES.column_width)


def _first_served(
    lane: EmotionLane,
) -> Callable[[tuple[int, ReadingLayout]], tuple[bool, int, int]]:
    """Faces before rings, then actors in their order, then from left to right."""
    ranks = {curve.actor: curve.rank for curve in lane.curves}

    def turn(numbered: tuple[int, ReadingLayout]) -> tuple[bool, int, int]:
        index, dot = numbered
        # A reading of the primary actor need not name it.
        return not dot.face, ranks.get(dot.reading.actor, 0), index

    return turn


def _told(dot: ReadingLayout, wanted: _Wanted, words: _Words) -> ReadingLayout:
    return msgspec.structs.replace(
        dot, words=_block(wanted, words), leader=_leader(dot, words.box(wanted))
    )


def _block(wanted: _Wanted, words: _Words) -> TextBlock:
    box = words.box(wanted)
    return TextBlock(box.x, box.y, wanted.lines, wanted.style)


def _leader(dot: ReadingLayout, box: Rect) -> tuple[Point, Point] | None:
    """From a face to the nearest point of words that stand away from it."""
    at = Point(dot.x, dot.y)
    end = Point(
        max(box.x, min(dot.x, box.right)),
        max(box.y, min(dot.y, box.bottom)),
    )
    away = at.distance(end)
    if away < _radius(dot) + _LEADER:
        return None
    share = _radius(dot) / away
    return at.moved((end.x - at.x) * share, (end.y - at.y) * share), end


def _of_reading(dot: ReadingLayout, setting: Setting) -> _Wanted:
    style = setting.style(READING_WORDS)
    lines = setting.typesetter.wrap(", ".join(dot.reading.words), style, WORDS_WIDTH)
    size = TextBlock(0.0, 0.0, lines, style).box.size
    return _Wanted(Point(dot.x, dot.y), lines, style, partial(_beside, dot, size))


def _beside(dot: ReadingLayout, size: Size) -> Iterator[Place]:
    """Over and under a face, outwards from zero first; then beside it; then farther away."""
    width, height = size.width, size.height
    off = _radius(dot) + _OFF
    over = Rect(dot.x - width / 2, dot.y - off - height, width, height)
    under = Rect(dot.x - width / 2, dot.y + off, width, height)
    first, second = (over, under) if dot.reading.value > 0 else (under, over)
    slid, most = width / 4, max(width / 2 - _EDGE, 0.0)
    yield Place(first, 0.0)
    yield from _aside(first, slid, 0.5)
    yield Place(second, 0.8)
    yield from _aside(first, most, 1.1)
    yield from _aside(second, slid, 1.3)
    yield from _aside(second, most, 1.7)
    for down, cost in ((0.5, 2.2), (0.9, 2.5), (0.1, 2.5)):
        top = dot.y - height * down
        yield Place(Rect(dot.x + off + _FACE_AIR, top, width, height), cost)
        yield Place(Rect(dot.x - off - _FACE_AIR - width, top, width, height), cost)
    outwards = height if first is under else -height
    for times, cost in ((0.6, 2.8), (1.2, 3.4), (2.0, 4.2)):
        for box, away in ((first, outwards), (second, -outwards)):
            moved = box.moved(0.0, away * times)
            yield Place(moved, cost)
            yield from _aside(moved, most, cost + 0.2)
    yield from _around(over.moved(0.0, off + height / 2), _FARTHEST)


def _around(box: Rect, cost: float) -> Iterator[Place]:
    """In rings about the middle, for where everything near is taken."""
    across, down = mm_from_px(40), box.height * 1.05
    for ring in range(1, _RINGS + 1):
        for row in range(-ring, ring + 1):
            columns = range(-ring, ring + 1) if abs(row) == ring else (-ring, ring)
            for column in columns:
                moved = box.moved(column * across, row * down)
                yield Place(moved, cost + _RING * ring)


def _aside(box: Rect, by: float, cost: float) -> Iterator[Place]:
    yield Place(box.moved(by, 0.0), cost)
    yield Place(box.moved(-by, 0.0), cost)


def _of_curve(curve: CurveLayout, said: str, setting: Setting, lane: EmotionLane) -> _Wanted:
    style = setting.style(CURVE_LABEL)
    lines = (setting.typesetter.line(said, style),)
    size = TextBlock(0.0, 0.0, lines, style).box.size
    start, end = _first_and_last(curve, lane)
    return _Wanted(end, lines, style, partial(_along, curve.segments, (start, end), size))


def _first_and_last(curve: CurveLayout, lane: EmotionLane) -> tuple[Point, Point]:
    """Where a curve begins and ends; twice its only point where it has no line."""
    if curve.segments:
        return curve.segments[0].start, curve.segments[-1].end
    primary = next((one.actor for one in lane.curves if one.rank == 0), None)
    only = next(
        dot
        for dot in lane.readings
        if (dot.reading.actor or primary, dot.reading.view) == (curve.actor, curve.view)
    )
    point = Point(only.x, lane.y_of(only.reading.value))
    return point, point


def _along(
    segments: tuple[CurveSegment, ...], ends: tuple[Point, Point], size: Size
) -> Iterator[Place]:
    """After a curve's end, along it from the last segment back, then over or under its ends."""
    start, end = ends
    width, height = size.width, size.height
    off = DISTANCES.marker / 2 + _NAME_OFF
    yield Place(Rect(end.x + off, end.y - height / 2, width, height), 0.0)
    for down, cost in ((0.9, 0.6), (0.1, 0.7)):
        yield Place(Rect(end.x + off, end.y - height * down, width, height), cost)
    for back, segment in enumerate(reversed(segments[-_NAMED_SEGMENTS:])):
        for share, cost in ((0.5, 1.0), (0.7, 1.1), (0.3, 1.2)):
            yield from _on_segment(segment, share, size, cost + 0.4 * back)
    last = 1.4 + 0.4 * _NAMED_SEGMENTS
    for away in (0.0, height):
        for at in (end, start):
            left = at.x - width / 2
            yield Place(Rect(left, at.y - off - height - away, width, height), last + away)
            yield Place(Rect(left, at.y + off + away, width, height), last + away)
    yield Place(Rect(start.x - off - width, start.y - height / 2, width, height), last + 2 * height)


def _on_segment(segment: CurveSegment, share: float, size: Size, cost: float) -> Iterator[Place]:
    """Right over and right under the line, however steep it is there."""
    left = segment.start.x + (segment.end.x - segment.start.x) * share - size.width / 2
    passed = heights_between(segment, left, left + size.width)
    if passed:
        over, under = min(passed) - _NEAR - size.height, max(passed) + _NEAR
        yield Place(Rect(left, over, size.width, size.height), cost)
        yield Place(Rect(left, under, size.width, size.height), cost)
