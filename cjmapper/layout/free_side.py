"""Finding a free side for small labels among what is already drawn."""

import math
from collections.abc import Iterable, Sequence

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.result import CurveSegment

_SAMPLES = 16
_BERNSTEIN = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    for t in (number / _SAMPLES for number in range(_SAMPLES + 1))
)
_BESIDE = 0.5
"""What a line costs that only just meets a box, as a share of one that runs all through it."""
INSIDE_ONLY = 30.0
"""What it costs to stand outside the bounds."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a label may stand, and what it costs to stand there rather than at its best place."""

    box: Rect
    cost: float


class _Line(msgspec.Struct, frozen=True, gc=False):
    """The heights of a curve at even steps of x, and what it costs to cross it."""

    left: float
    pitch: float
    heights: tuple[float, ...]
    top: float
    bottom: float
    cost: float

    def met_by(self, box: Rect) -> float:
        """What it costs that `box` lies on the line; 0 where it keeps clear."""
        if box.y >= self.bottom or box.bottom <= self.top:
            return 0.0
        passed = self.between(box.x, box.right)
        if not passed or min(passed) >= box.bottom or max(passed) <= box.y:
            return 0.0
        within = sum(box.y < height < box.bottom for height in passed) / len(passed)
        return self.cost * (_BESIDE + (1 - _BESIDE) * within)

    def between(self, left: float, right: float) -> list[float]:
        """The heights from `left` to `right`, both included; none where the line is elsewhere."""
        first = max(left - self.left, 0.0) / self.pitch
        last = min((right - self.left) / self.pitch, float(_SAMPLES))
        if first >= last:
            return []
        heights, begin, end = self.heights, int(first), min(int(last), _SAMPLES - 1)
        at_first = heights[begin] + (heights[begin + 1] - heights[begin]) * (first - begin)
        at_last = heights[end] + (heights[end + 1] - heights[end]) * (last - end)
        return [at_first, *heights[begin + 1 : end + 1], at_last]


class Crowd:
    """What labels must keep clear of: boxes, curves, and hatched bands, kept in columns."""

    __slots__ = ("_bands", "_boxes", "_lines", "_pitch")

    def __init__(self, pitch: float) -> None:
        self._pitch = pitch
        self._boxes: dict[int, list[tuple[Rect, float]]] = {}
        self._lines: dict[int, list[_Line]] = {}
        self._bands: dict[int, list[tuple[float, float, float]]] = {}

    def add_box(self, box: Rect, cost: float) -> None:
        """To lie on `box` costs so much."""
        for slot in self._slots(box.x, box.right):
            self._boxes.setdefault(slot, []).append((box, cost))

    def remove_box(self, box: Rect, cost: float) -> None:
        """Nothing is there any more."""
        for slot in self._slots(box.x, box.right):
            self._boxes[slot].remove((box, cost))

    def add_curve(self, segment: CurveSegment, cost: float) -> None:
        """To lie on the curve costs so much; along a segment x grows evenly."""
        line = _line(segment, cost)
        if line is not None:
            for slot in self._slots(segment.start.x, segment.end.x):
                self._lines.setdefault(slot, []).append(line)

    def add_band(self, x: float, upper: float, lower: float) -> None:
        """At `x` something is drawn from `upper` to `lower` that had better be seen."""
        self._bands.setdefault(int(x // self._pitch), []).append((x, upper, lower))

    def cost(self, box: Rect, most: float = math.inf) -> float:
        """How much `box` would lie on what is there; 0 where it is free.

        What costs more than `most` is not looked at further: it may cost even more than is told.
        """
        total = 0.0
        slots = self._slots(box.x, box.right)
        for slot in slots:
            for other, cost in self._boxes.get(slot, ()):
                # A box that reaches into several columns counts in the first that both meet.
                if other.meets(box) and slot == max(slots[0], int(other.x // self._pitch)):
                    total += cost
            for line in self._lines.get(slot, ()):
                if slot == max(slots[0], int(line.left // self._pitch)):
                    total += line.met_by(box)
            if total > most:
                return total
        return total + self._hatched(box, slots)

    def best(self, places: Iterable[Place], bounds: Rect) -> tuple[Rect, float]:
        """The place that costs least, and what it costs; earlier ones win ties.

        The places come with rising costs, so that the first free one is the best.
        """
        found, least = bounds, math.inf
        for place in places:
            if place.cost >= least:
                break
            known = place.cost + (0.0 if _inside(place.box, bounds) else INSIDE_ONLY)
            if known >= least:
                continue
            cost = known + self.cost(place.box, least - known)
            if cost < least:
                found, least = place.box, cost
        return found, least

    def _hatched(self, box: Rect, slots: Sequence[int]) -> float:
        """The share of a box that lies on bands."""
        covered, bands = 0.0, 0
        for slot in slots:
            for x, upper, lower in self._bands.get(slot, ()):
                if box.x <= x < box.right:
                    bands += 1
                    covered += max(min(lower, box.bottom) - max(upper, box.y), 0.0)
        return covered / bands / box.height if bands else 0.0

    def _slots(self, left: float, right: float) -> range:
        return range(int(left // self._pitch), int(right // self._pitch) + 1)


def heights_between(segment: CurveSegment, left: float, right: float) -> list[float]:
    """How low a curve is from `left` to `right`; none where it is elsewhere."""
    line = _line(segment, 0.0)
    return [] if line is None else line.between(left, right)


def _line(segment: CurveSegment, cost: float) -> _Line | None:
    width = segment.end.x - segment.start.x
    if width <= 0:
        return None
    start, one, two, end = (
        segment.start.y,
        segment.control1.y,
        segment.control2.y,
        segment.end.y,
    )
    # There are many curves and samples: they are computed here, without a point for each.
    heights = tuple(a * start + b * one + c * two + d * end for a, b, c, d in _BERNSTEIN)
    return _Line(segment.start.x, width / _SAMPLES, heights, min(heights), max(heights), cost)


def _inside(box: Rect, bounds: Rect) -> bool:
    return (
        box.x >= bounds.x
        and box.right <= bounds.right
        and box.y >= bounds.y
        and box.bottom <= bounds.bottom
    )
