"""Layouts on the way from one to another, for a picture that glides: pure places, no time.

Words are not wrapped anew and nothing is routed by other rules: only places lie in between. What is
under a pointer is asked of the layout that is glided to, never of one of these.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.between_emotions import emotions_between, emotions_parted
from cjmapper.layout.result import (
    CardLayout,
    CellKey,
    CellLayout,
    Column,
    LaneBand,
    MapLayout,
    PhaseBand,
    TextBlock,
    TransitionRoute,
)
from cjmapper.model import queries

_NEAR = 1e-3
"""Millimetres that nobody sees."""

_Band = TypeVar("_Band", Column, PhaseBand)


class LayoutBetween(MapLayout, frozen=True):
    """A layout with some cards shifted sideways out of their column, on their way into it."""

    shifts: Mapping[str, float] = {}

    def cards_in(self, key: CellKey) -> Iterator[tuple[CardLayout, Rect]]:
        """The cards of a cell with where each is on the map."""
        for placed, rect in super().cards_in(key):
            shift = self.shifts.get(placed.card.id)
            yield placed, rect if shift is None else rect.moved(shift, 0.0)


class Way(msgspec.Struct, frozen=True):
    """The way from one layout to another.

    Attributes:
        cells: of the cells that differ, where each card stood, as it comes into them.
    """

    former: MapLayout
    now: MapLayout
    cells: Mapping[CellKey, tuple[Point | None, ...]]

    @property
    def is_still(self) -> bool:
        """Whether nothing moves."""
        former, now = self.former, self.now
        if self.cells or _emotions_moved(former, now):
            return False
        return _same_columns(former, now) and _same_lanes(former, now)

    def at(self, share: float) -> MapLayout:
        """The layout at a share of the way, from 0 to 1."""
        if share >= 1.0:
            return self.now
        former, now = self.former, self.now
        columns = _bands(former.columns, now.columns, _step_id, share)
        lanes = _lanes(former, now, share)
        placed = _Placed(columns, lanes, {})
        laid = dict(now.grid_cells.laid)
        for key, starts in self.cells.items():
            laid[key] = placed.cell(now, key, starts, share)
        fields = {name: getattr(now, name) for name in MapLayout.__struct_fields__}
        fields |= {
            "columns": columns,
            "phases": _bands(former.phases, now.phases, _phase_id, share),
            "lanes": lanes,
            "grid_cells": msgspec.structs.replace(now.grid_cells, laid=laid),
            "emotion_lanes": emotions_between(former.emotion_lanes, now.emotion_lanes, share),
            "routes": now.routes.afresh(),
            "transitions": _paths(former.transitions, now.transitions, share),
        }
        return LayoutBetween(**fields, shifts=placed.shifts)


def way(former: MapLayout, now: MapLayout, window: Rect, steady: Collection[str] = ()) -> Way:
    """From `former` to `now`, for what is seen in `window`; cards in `steady` are there at once."""
    cells: dict[CellKey, tuple[Point | None, ...]] = {}
    for key in _seen(now, window):
        laid = now.cells.get(key)
        if laid is None or laid is former.cells.get(key):
            continue
        starts = tuple(
            None if one.card.id in steady else _stood(former, one.card.id) for one in laid.cards
        )
        if any(starts) and not _stays(former, now, key, starts):
            cells[key] = starts
    return Way(former, now, cells)


def parted(layout: MapLayout, at: Point, *, upright: bool, by: float) -> MapLayout:
    """The same layout with a gap: what is right of `at` moved by so much, or else what is below."""
    if not upright:
        lanes = tuple(
            msgspec.structs.replace(one, y=one.y + by) if one.y >= at.y - _NEAR else one
            for one in layout.lanes
        )
        return msgspec.structs.replace(layout, lanes=lanes, routes=layout.routes.afresh())
    return msgspec.structs.replace(
        layout,
        columns=tuple(_moved_right(one, at.x, by) for one in layout.columns),
        phases=tuple(_moved_right(one, at.x, by) for one in layout.phases),
        emotion_lanes=emotions_parted(layout.emotion_lanes, at.x - _NEAR, by),
        routes=layout.routes.afresh(),
        transitions=tuple(_path_parted(one, at.x, by) for one in layout.transitions),
    )


class _Placed(msgspec.Struct, frozen=True):
    """Columns and lanes of a layout on its way, and the shifts that its cards need in them."""

    columns: tuple[Column, ...]
    lanes: tuple[LaneBand, ...]
    shifts: dict[str, float]

    def cell(
        self, now: MapLayout, key: CellKey, starts: tuple[Point | None, ...], share: float
    ) -> CellLayout:
        """A cell whose cards are on their way."""
        lane = self.lanes[now.lane_of[key[0]]]
        slide = self.columns[now.column_of[key[1]]].x - now.columns[now.column_of[key[1]]].x
        cell, tops = now.cells[key], list(now.cells[key].tops)
        goals = now.cards_in(key)
        for index, ((placed, goal), start) in enumerate(zip(goals, starts, strict=True)):
            if start is None:
                continue
            tops[index] = _mixed(start.y, goal.y, share) - lane.y
            shift = _mixed(start.x, goal.x, share) - goal.x - slide
            if abs(shift) > _NEAR:
                self.shifts[placed.card.id] = shift
        return CellLayout(cell.cards, tuple(tops), cell.bottom)


def _seen(layout: MapLayout, window: Rect) -> Iterator[CellKey]:
    for band in layout.lanes:
        if band.y < window.bottom and window.y < band.bottom:
            for column in layout.columns:
                if column.x < window.right and window.x < column.right:
                    yield band.lane.id, column.step.id


def _stood(former: MapLayout, name: str) -> Point | None:
    card = queries.card(former.map, name)
    rect = None if card is None else former.card_rect(card)
    return None if rect is None else Point(rect.x, rect.y)


def _stays(
    former: MapLayout, now: MapLayout, key: CellKey, starts: tuple[Point | None, ...]
) -> bool:
    """Whether a cell and its cards stand where they stood."""
    if key[0] not in former.lane_of or key[1] not in former.column_of:
        return False
    if former.cell_rect(key) != now.cell_rect(key):
        return False
    goals = (Point(rect.x, rect.y) for _, rect in now.cards_in(key))
    return all(
        start is None or start.distance(goal) <= _NEAR
        for start, goal in zip(starts, goals, strict=True)
    )


def _mixed(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _step_id(column: Column) -> str:
    return column.step.id


def _phase_id(band: PhaseBand) -> str:
    return band.phase.id


def _bands(
    former: tuple[_Band, ...], now: tuple[_Band, ...], name_of: Callable[[_Band], str], share: float
) -> tuple[_Band, ...]:
    """Columns or phases on their way; one that was not there stands where it goes."""
    if former is now:
        return now
    known = {name_of(one): one for one in former}
    return tuple(_band(known.get(name_of(one)), one, share) for one in now)


def _band(start: _Band | None, goal: _Band, share: float) -> _Band:
    if start is None or (start.x, start.width) == (goal.x, goal.width):
        return goal
    return msgspec.structs.replace(
        goal, x=_mixed(start.x, goal.x, share), width=_mixed(start.width, goal.width, share)
    )


def _lanes(former: MapLayout, now: MapLayout, share: float) -> tuple[LaneBand, ...]:
    return tuple(_lane(former, goal, share) for goal in now.lanes)


def _lane(former: MapLayout, goal: LaneBand, share: float) -> LaneBand:
    index = former.lane_of.get(goal.lane.id)
    if index is None:
        return goal
    start = former.lanes[index]
    if (start.y, start.height) == (goal.y, goal.height):
        return goal
    return msgspec.structs.replace(
        goal, y=_mixed(start.y, goal.y, share), height=_mixed(start.height, goal.height, share)
    )


def _moved_right(band: _Band, x: float, dx: float) -> _Band:
    return msgspec.structs.replace(band, x=band.x + dx) if band.x >= x - _NEAR else band


def _paths(
    former: tuple[TransitionRoute, ...], now: tuple[TransitionRoute, ...], share: float
) -> tuple[TransitionRoute, ...]:
    """Paths on their way; one that bends otherwise than before is there at once."""
    if former is now:
        return now
    known = {one.transition.id: one for one in former}
    return tuple(_path(known.get(one.transition.id), one, share) for one in now)


def _path(start: TransitionRoute | None, goal: TransitionRoute, share: float) -> TransitionRoute:
    if start is None or len(start.points) != len(goal.points):
        return goal
    points = tuple(
        Point(_mixed(one.x, other.x, share), _mixed(one.y, other.y, share))
        for one, other in zip(start.points, goal.points, strict=True)
    )
    label = goal.label
    if label is not None and start.label is not None:
        x, y = _mixed(start.label.x, label.x, share), _mixed(start.label.y, label.y, share)
        label = TextBlock(x, y, label.lines, label.style)
    return TransitionRoute(goal.transition, points, label)


def _path_parted(route: TransitionRoute, x: float, by: float) -> TransitionRoute:
    points = tuple(one.moved(by, 0.0) if one.x >= x else one for one in route.points)
    return TransitionRoute(route.transition, points, route.label)


def _same_columns(former: MapLayout, now: MapLayout) -> bool:
    if former.columns is now.columns:
        return True
    known = {column.step.id: (column.x, column.width) for column in former.columns}
    return all(
        known.get(one.step.id, (one.x, one.width)) == (one.x, one.width) for one in now.columns
    )


def _same_lanes(former: MapLayout, now: MapLayout) -> bool:
    if former.lanes is now.lanes:
        return True
    known = {band.lane.id: (band.y, band.height) for band in former.lanes}
    return all(
        known.get(one.lane.id, (one.y, one.height)) == (one.y, one.height) for one in now.lanes
    )


def _emotions_moved(former: MapLayout, now: MapLayout) -> bool:
    lanes = former.emotion_lanes
    for name, lane in now.emotion_lanes.items():
        start = lanes.get(name)
        if start is None or start.readings is lane.readings:
            continue
        known = {one.reading.id: (one.x, one.y) for one in start.readings}
        if any(
            known.get(one.reading.id, (one.x, one.y)) != (one.x, one.y) for one in lane.readings
        ):
            return True
    return False
