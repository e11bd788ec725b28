"""What of an emotion lane is under a point: a reading, its words, or the mean of several.

Where several curves are near, the one that is drawn on comes first.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.hits import HitMean, HitReading, Reach
from cjmapper.layout.result import EmotionLane, LaneBand, ReadingLayout
from cjmapper.model import ids, queries
from cjmapper.model.document import JourneyMap

_SAME = 0.01
"""Markers nearer to each other than this many millimetres cannot be told apart."""


class Mean(msgspec.Struct, frozen=True):
    """Where a curve passes between several readings of one step."""

    point: Point
    readings: tuple[ReadingLayout, ...]


def means(readings: Iterable[ReadingLayout], top: float) -> Iterator[Mean]:
    """The means of the steps where a curve has several readings; `top` is the y of the lane."""
    groups: dict[tuple[str, float, str], list[ReadingLayout]] = {}
    for placed in readings:
        key = (placed.reading.step, placed.x, placed.reading.view.value)
        groups.setdefault(key, []).append(placed)
    for held in groups.values():
        if len(held) > 1:
            weight = sum(one.reading.n for one in held)
            y = sum(one.y * one.reading.n for one in held) / weight
            yield Mean(Point(held[0].x, top + y), tuple(held))


def emotion_at(
    journey: JourneyMap,
    band: LaneBand,
    lane: EmotionLane,
    point: Point,
    aim: tuple[Reach, ids.ActorId | None],
) -> HitReading | HitMean | None:
    """The reading or mean nearest to `point`, rather one of the actor in `aim`; then the words."""
    reach, actor = aim
    primary = queries.primary_actor(journey)
    best: tuple[bool, float] | None = None
    found: HitReading | HitMean | None = None
    for away, placed in _near(lane.readings, band.y, point, reach):
        other = actor is not None and (placed.reading.actor or primary) != actor
        if best is None or (other, away) < best:
            best, found = (other, away), HitReading(placed.reading.id)
    for mean in means(lane.readings, band.y):
        away = mean.point.distance(point)
        nearest = min(_distance(one, band.y, point) for one in mean.readings)
        if away <= reach.marker and (away < nearest or _hides(mean.readings)):
            held = found.reading if isinstance(found, HitReading) else None
            names = tuple(one.reading.id for one in mean.readings)
            found = HitMean(names, mean.point, held if held in names else None)
    return found or _words_at(lane, band.y, point)


def _near(
    readings: Iterable[ReadingLayout], top: float, point: Point, reach: Reach
) -> Iterator[tuple[float, ReadingLayout]]:
    for placed in readings:
        away = _distance(placed, top, point)
        if away <= reach.marker:
            yield away, placed


def _distance(placed: ReadingLayout, top: float, point: Point) -> float:
    return Point(placed.x, top + placed.y).distance(point)


def _hides(readings: tuple[ReadingLayout, ...]) -> bool:
    """Whether all stand in the same place, so that only one of them can be pointed at."""
    return max(one.y for one in readings) - min(one.y for one in readings) < _SAME


def _words_at(lane: EmotionLane, top: float, point: Point) -> HitReading | None:
    for placed in lane.readings:
        words = placed.words
        if words is not None and words.lines:
            width = max(line.width(words.style.size) for line in words.lines)
            if Rect(words.x, top + words.y, width, words.height).contains(point):
                return HitReading(placed.reading.id)
    return None
