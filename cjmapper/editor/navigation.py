"""The map as a grid for the arrow keys: titles are row and column 0, cells hold things in order.

Pure: from a layout and where one is, to where one would be. Selects nothing.
"""

from enum import StrEnum

import msgspec

from cjmapper.layout import hit
from cjmapper.layout.result import CellKey, MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries

PHASES = "phases"
STEPS = "steps"


class Direction(StrEnum):
    """Ways an arrow key points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


ARROWS = {
    "Left": Direction.LEFT,
    "Right": Direction.RIGHT,
    "Up": Direction.UP,
    "Down": Direction.DOWN,
}
"""The keys that point somewhere."""


class Spot(msgspec.Struct, frozen=True):
    """A place in the grid: column 0 holds lane titles; `item` is the place within a cell."""

    row: int
    column: int
    item: int = 0


class Grid:
    """The rows and columns of a laid-out map."""

    def __init__(self, layout: MapLayout) -> None:
        self._layout = layout
        self._rows: list[str] = [PHASES]
        if layout.header.has_steps:
            self._rows.append(STEPS)
        self._rows += [band.lane.id for band in layout.lanes]

    @property
    def start(self) -> Spot:
        """Where one begins who is nowhere: the first phase."""
        return Spot(0, 1)

    @property
    def last_column(self) -> int:
        """The column of the last step."""
        return len(self._layout.columns)

    @property
    def last_row(self) -> int:
        """The last lane that is shown, or the last header."""
        return len(self._rows) - 1

    def spot_of(self, name: str) -> Spot | None:
        """Where the thing of that id stands; None where it has no place in the grid."""
        part = queries.part(self._layout.map, name)
        match part:
            case d.Phase():
                first = next(one for one in self._layout.phases if one.phase.id == name)
                return Spot(0, first.first_column + 1)
            case d.Step():
                row = self._rows.index(STEPS) if STEPS in self._rows else 0
                return Spot(row, self._layout.column_of[ids.StepId(name)] + 1)
            case d.Lane() if name in self._rows:
                return Spot(self._rows.index(name), 0)
            case d.Card(lane=lane, step=step) if lane is not None and step is not None:
                return self._inside((lane, step), name)
            case d.Emotion(step=step):
                lanes = self._layout.emotion_lanes
                found = (self._inside((lane, step), name) for lane in lanes)
                return next((spot for spot in found if spot is not None), None)
            case _:
                return None

    def spot_of_cell(self, cell: CellKey) -> Spot | None:
        """Where a cell is; None where its lane is hidden."""
        if cell[0] not in self._rows:
            return None
        return Spot(self._rows.index(cell[0]), self._layout.column_of[cell[1]] + 1)

    def cell(self, spot: Spot) -> CellKey | None:
        """The cell at a spot; None in the headers and lane titles."""
        row = self._rows[spot.row]
        if row in {PHASES, STEPS} or spot.column == 0:
            return None
        return ids.LaneId(row), self._layout.columns[spot.column - 1].step.id

    def names(self, spot: Spot) -> tuple[str, ...]:
        """The ids of what stands at a spot, in order."""
        row = self._rows[spot.row]
        if row == PHASES:
            column = self._layout.columns[max(spot.column, 1) - 1]
            return (self._layout.phases[column.phase_index].phase.id,)
        if row == STEPS:
            return (self._layout.columns[max(spot.column, 1) - 1].step.id,)
        if spot.column == 0:
            return (row,)
        step = self._layout.columns[spot.column - 1].step.id
        curve = self._layout.emotion_lanes.get(ids.LaneId(row))
        if curve is not None:
            return tuple(one.reading.id for one in curve.readings if one.reading.step == step)
        held = self._layout.cell((ids.LaneId(row), step))
        return tuple(placed.card.id for placed in held.cards)

    def beside(self, spot: Spot, direction: Direction) -> Spot:
        """The next spot in a direction: within a cell by thing, then to the next cell."""
        match direction:
            case Direction.LEFT | Direction.RIGHT:
                return self._sideways(spot, 1 if direction is Direction.RIGHT else -1)
            case Direction.UP:
                if spot.item > 0:
                    return Spot(spot.row, spot.column, spot.item - 1)
                return self._row(spot, -1)
            case Direction.DOWN:
                if spot.item + 1 < len(self.names(spot)):
                    return Spot(spot.row, spot.column, spot.item + 1)
                return self._row(spot, 1)

    def between(self, here: Spot, there: Spot) -> tuple[str, ...]:
        """The ids of all that stands in the cells from one spot to another, row by row."""
        rows, columns = sorted((here.row, there.row)), sorted((here.column, there.column))
        return tuple(
            name
            for row in range(rows[0], rows[1] + 1)
            for column in range(columns[0], columns[1] + 1)
            if self.cell(Spot(row, column)) is not None
            for name in self.names(Spot(row, column))
        )

    def row_end(self, spot: Spot, *, last: bool) -> Spot:
        """The first or last column of the row; from the first one back to the lane's title."""
        if last:
            return self._held(Spot(spot.row, self.last_column, spot.item))
        in_lane = self._rows[spot.row] not in {PHASES, STEPS}
        return self._held(Spot(spot.row, 0 if in_lane and spot.column <= 1 else 1, spot.item))

    def page(self, spot: Spot, by: float) -> Spot:
        """So many millimetres further down (or up), at least one place on."""
        direction = Direction.DOWN if by > 0 else Direction.UP
        goal = self._middle(spot) + by
        there = self.beside(spot, direction)
        further = self.beside(there, direction)
        while further != there and self._away(further, goal) <= self._away(there, goal):
            there, further = further, self.beside(further, direction)
        return there

    def corner(self, *, last: bool) -> Spot:
        """The first phase, or the last cell."""
        return Spot(self.last_row, self.last_column) if last else self.start

    @property
    def things(self) -> tuple[str, ...]:
        """Everything that stands in the grid, row by row, each once."""
        rows, columns = range(self.last_row + 1), range(self.last_column + 1)
        found = (name for row in rows for column in columns for name in self._own(row, column))
        return tuple(dict.fromkeys(found))

    def _own(self, row: int, column: int) -> tuple[str, ...]:
        is_title = column == 0 and self._rows[row] in {PHASES, STEPS}
        return () if is_title else self.names(Spot(row, column))

    def _sideways(self, spot: Spot, by: int) -> Spot:
        column = spot.column
        row = self._rows[spot.row]
        least = 1 if row in {PHASES, STEPS} else 0
        here = self.names(spot)
        while least <= column + by <= self.last_column:
            column += by
            if row != PHASES or self.names(Spot(spot.row, column)) != here:
                break
        if row == PHASES and self.names(Spot(spot.row, column)) == here:
            return spot
        return self._held(Spot(spot.row, column, spot.item))

    def _row(self, spot: Spot, by: int) -> Spot:
        row = spot.row + by
        if not 0 <= row <= self.last_row:
            return spot
        if self._rows[row] in {PHASES, STEPS} and spot.column == 0:
            return spot
        reached = Spot(row, spot.column)
        count = len(self.names(reached))
        return Spot(row, spot.column, max(count - 1, 0) if by < 0 else 0)

    def _held(self, spot: Spot) -> Spot:
        count = len(self.names(spot))
        return Spot(spot.row, spot.column, max(0, min(spot.item, count - 1)))

    def _away(self, spot: Spot, goal: float) -> float:
        return abs(self._middle(spot) - goal)

    def _middle(self, spot: Spot) -> float:
        """How far down the map a spot is, in millimetres."""
        layout, row = self._layout, self._rows[spot.row]
        if row in {PHASES, STEPS}:
            return layout.header.phase_height * (0.5 if row == PHASES else 1.5)
        held = self.names(spot) if spot.column else ()
        if spot.item < len(held):
            name = held[spot.item]
            rect = hit.owner_rect(layout, name)
            place = hit.reading_point(layout, name) if rect is None else rect.centre
            if place is not None:
                return place.y
        band = layout.lanes[layout.lane_of[ids.LaneId(row)]]
        return band.y + band.height / 2

    def _inside(self, cell: CellKey, name: str) -> Spot | None:
        spot = self.spot_of_cell(cell)
        held = () if spot is None else self.names(spot)
        if spot is None or name not in held:
            return None
        return Spot(spot.row, spot.column, held.index(name))
