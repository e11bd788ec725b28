"""Finding a free side for small labels among what is already drawn."""

import math
from collections.abc import Iterable, Sequence

from cjmapper.geometry import Point, Rect


class Crowd:
    """What labels must keep clear of: boxes and points along curves, kept in columns."""

    __slots__ = ("_boxes", "_pitch", "_points")

    def __init__(self, pitch: float) -> None:
        self._pitch = pitch
        self._boxes: dict[int, list[Rect]] = {}
        self._points: dict[int, list[Point]] = {}

    def add_box(self, box: Rect) -> None:
        """Nothing else should lie on `box`."""
        for slot in self._slots(box):
            self._boxes.setdefault(slot, []).append(box)

    def add_points(self, points: Iterable[Point]) -> None:
        """Samples of a line that labels should not cross."""
        for point in points:
            self._points.setdefault(int(point.x // self._pitch), []).append(point)

    def cost(self, box: Rect, most: float = math.inf) -> float:
        """How much `box` would lie on what is there; 0 where it is free.

        What costs more than `most` is not looked at further: it may cost even more than is told.
        """
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        total = 0.0
        for slot in self._slots(box):
            for other in self._boxes.get(slot, ()):
                if other.meets(box):
                    total += 8.0
            if total > most:
                break
            # There are many points: they are compared here, without a call for each.
            for point in self._points.get(slot, ()):
                if left <= point.x < right and top <= point.y < bottom:
                    total += 1.0
        return total

    def freest(self, candidates: Sequence[Rect], bounds: Rect) -> int:
        """The index of the candidate that is freest and inside `bounds`; earlier ones win ties."""
        best, least = 0, math.inf
        for index, box in enumerate(candidates):
            outside, late = 0.0 if _inside(box, bounds) else 20.0, index * 0.4
            if outside + late >= least:
                continue
            cost = self.cost(box, least - outside - late) + outside + late
            if cost < least:
                best, least = index, cost
        return best

    def _slots(self, box: Rect) -> range:
        return range(int(box.x // self._pitch), int(box.right // self._pitch) + 1)


def _inside(box: Rect, bounds: Rect) -> bool:
    return (
        box.x >= bounds.x
        and box.right <= bounds.right
        and box.y >= bounds.y
        and box.bottom <= bounds.bottom
    )
