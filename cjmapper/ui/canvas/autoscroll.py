"""How fast a map scrolls by itself while something is dragged near the edge of what is seen.

Pure numbers: pixels and seconds; whoever has a clock asks at each tick.
"""

from cjmapper.geometry import Point, Rect

ZONE_PX = 48.0
TICK_MS = 16
_WAIT = 0.2
_RAMP = 0.4
_FASTEST = 1200.0
_LONGEST = 0.1
"""Seconds between two looks at the clock that still count whole: a slow machine makes no leaps."""

_MEANT = 8.0
"""So many pixels towards an edge show that a drag means it."""


def speed_at(pointer: Point, start: Point, room: Rect) -> tuple[float, float]:
    """Pixels a second, across and down, at full ramp; nothing where the drag moves away from.

    `start` is where the drag began, `room` what is seen of the cells.
    """
    return (
        _along(pointer.x, pointer.x - start.x, room.x, room.right),
        _along(pointer.y, pointer.y - start.y, room.y, room.bottom),
    )


def ramp(seconds: float) -> float:
    """From 0 to 1: how much of the speed is in force so long after the edge was reached."""
    return min(max((seconds - _WAIT) / _RAMP, 0.0), 1.0)


class Drift:
    """How far the map has scrolled by itself since an edge was reached at `now` of a clock."""

    def __init__(self, now: float) -> None:
        self._reached = self._looked = now
        self._rest = (0.0, 0.0)

    def share(self) -> float:
        """How much of the speed was in force when it was last asked."""
        return ramp(self._looked - self._reached)

    def way(self, now: float, speed: tuple[float, float]) -> tuple[int, int]:
        """Whole pixels to scroll since it was last asked; what is left over is kept for later."""
        seconds = min(now - self._looked, _LONGEST)
        self._looked = now
        part = self.share() * seconds
        across, down = self._rest[0] + speed[0] * part, self._rest[1] + speed[1] * part
        self._rest = across - int(across), down - int(down)
        return int(across), int(down)


def _along(place: float, moved: float, first: float, last: float) -> float:
    if place < first + ZONE_PX and moved < -_MEANT:
        return -_FASTEST * min((first + ZONE_PX - place) / ZONE_PX, 1.0) ** 2
    if place > last - ZONE_PX and moved > _MEANT:
        return _FASTEST * min((place - last + ZONE_PX) / ZONE_PX, 1.0) ** 2
    return 0.0
