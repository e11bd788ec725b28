"""Things of a map glide to where they have come to stand, in the picture alone.

For what is seen and not too much of it; places, hits and the document are at their goal already.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer

from cjmapper.editor.feedback import Feedback, Tile
from cjmapper.geometry import Point
from cjmapper.layout.between import Way, parted, way
from cjmapper.layout.result import MapLayout
from cjmapper.ui.canvas.sketch import SKETCH_BELOW
from cjmapper.ui.canvas.view import View
from cjmapper.ui.look.motion import Motion

FRAME_MS = 15
REFLOW = 0.14
PARTED_PX = 16.0
"""How far columns and lanes slide apart where something new goes between them."""

_MOST_CARDS = 250
_LETTING_GO = 0.05


class _Ride(msgspec.Struct, frozen=True):
    """A way being gone since a moment of the clock."""

    way: Way
    began: float


class _Carried(msgspec.Struct, frozen=True):
    """What is carried, or was let go just now: the place kept for it does not glide.

    A drop takes the preview back before it is done, so that what was let go goes home and away
    again in the same moment.
    """

    names: frozenset[str] = frozenset()
    freed: float | None = None

    def after(self, names: frozenset[str], now: float) -> "_Carried":
        """With these things carried now."""
        if names:
            return _Carried(names)
        if self.freed is None:
            return _Carried(self.names, now)
        return self if now - self.freed < _LETTING_GO else _Carried(freed=self.freed)


class _Gap(msgspec.Struct, frozen=True):
    """A layout parted at a place."""

    layout: MapLayout
    start: Point
    by: float
    parted: MapLayout


class Gliding:
    """Gives the layout to paint; `changed` is called for each further frame."""

    def __init__(self, motion: Motion, changed: Callable[[], None], parent: QObject) -> None:
        self._motion = motion
        self._changed = changed
        self._goal: MapLayout | None = None
        self._ride: _Ride | None = None
        self._carried = _Carried()
        self._gap: _Gap | None = None
        self._timer = QTimer(parent)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(changed)

    def layout(self) -> MapLayout | None:
        """What to paint now: the goal, or what lies before it."""
        ride = self._ride
        if ride is None:
            return self._goal
        share = (self._motion.clock() - ride.began) / REFLOW
        if share >= 1.0:
            self._stop()
            # This frame may be of a part of the canvas alone.
            self._changed()
            return self._goal
        return ride.way.at(eased(share))

    def go(self, layout: MapLayout, feedback: Feedback, view: View, *, previews: bool) -> None:
        """Glide to this layout from what is painted now, where that helps and costs little."""
        goal = layout if previews else self._with_gap(layout, feedback, view)
        self._carried = self._carried.after(_carried_now(feedback), self._motion.clock())
        former = self._goal
        if goal is former:
            return
        ridden = self._ride and self.layout()
        self._goal = goal
        self._ride = None
        if former is None or not self._may(former, goal, feedback, view):
            self._timer.stop()
            return
        found = way(ridden or former, goal, view.window, self._carried.names)
        if found.is_still:
            self._timer.stop()
            return
        self._ride = _Ride(found, self._motion.clock())
        self._timer.start()

    def _may(self, former: MapLayout, goal: MapLayout, feedback: Feedback, view: View) -> bool:
        if not self._motion.moves() or former.map.id != goal.map.id or view.zoom < SKETCH_BELOW:
            return False
        if feedback.text is not None or _follows_pointer(feedback):
            return False
        return _seen_cards(goal, view) <= _MOST_CARDS

    def _with_gap(self, layout: MapLayout, feedback: Feedback, view: View) -> MapLayout:
        """The layout, parted where a new phase or lane would go in."""
        line, ghost = feedback.gap_line, feedback.ghost
        tile = None if ghost is None else ghost.tile
        if line is None or tile not in (Tile.PHASE, Tile.LANE) or not self._motion.moves():
            return layout
        by = PARTED_PX / view.scale
        gap = self._gap
        if gap is None or gap.layout is not layout or (gap.start, gap.by) != (line.start, by):
            upright = line.start.x == line.end.x
            made = parted(layout, line.start, upright=upright, by=by)
            gap = self._gap = _Gap(layout, line.start, by, made)
        return gap.parted

    def _stop(self) -> None:
        self._ride = None
        self._timer.stop()


def eased(share: float) -> float:
    """Fast first and slow at the end, from 0 to 1."""
    left = 1.0 - min(max(share, 0.0), 1.0)
    return 1.0 - left**3


def _carried_now(feedback: Feedback) -> frozenset[str]:
    """What is at the pointer, and what stays or lands where it is a copy."""
    ghost = feedback.ghost
    return feedback.placeholders if ghost is None else feedback.placeholders.union(ghost.ids)


def _follows_pointer(feedback: Feedback) -> bool:
    """Whether the map itself is dragged: an edge, or a marker with its curve."""
    return bool(feedback.level_lanes) or (feedback.gap_line is not None and feedback.ghost is None)


def _seen_cards(layout: MapLayout, view: View) -> int:
    """How many cards are seen; it stops counting where they are too many."""
    seen, count = view.window, 0
    lanes = [band for band in layout.lanes if band.y < seen.bottom and seen.y < band.bottom]
    for column in layout.columns:
        if column.x < seen.right and seen.x < column.right:
            count += sum(len(layout.cell((one.lane.id, column.step.id)).cards) for one in lanes)
        if count > _MOST_CARDS:
            break
    return count
