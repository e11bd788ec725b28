"""The map as a tree for those who do not see it: what it holds, in the order it is read. No Qt.

The map holds headers, lane titles, cells and connectors; a cell holds its cards or emotions.
"""

from collections.abc import Iterator
from functools import cached_property

from cjmapper.editor import spoken
from cjmapper.layout.result import CellKey, MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries

Part = str | CellKey
"""The id of a thing, or the lane and step of a cell."""


class Tree:
    """The parts of one layout; each list is made when it is first asked for."""

    def __init__(self, layout: MapLayout) -> None:
        self.layout = layout
        self._held: dict[CellKey, tuple[str, ...]] = {}

    @cached_property
    def top(self) -> tuple[Part, ...]:
        """What stands in the map itself: row by row, and what connects at the end."""
        return tuple(self._top())

    @cached_property
    def _place_in_top(self) -> dict[Part, int]:
        return {part: index for index, part in enumerate(self.top)}

    @cached_property
    def _emotions(self) -> dict[str, CellKey]:
        """The cell of each reading; one that several lanes show stands in the first of them."""
        found: dict[str, CellKey] = {}
        for band in self.layout.lanes:
            lane = self.layout.emotion_lanes.get(band.lane.id)
            for placed in () if lane is None else lane.readings:
                found.setdefault(placed.reading.id, (band.lane.id, placed.reading.step))
        return found

    @cached_property
    def _emotions_of(self) -> dict[CellKey, tuple[str, ...]]:
        held: dict[CellKey, list[str]] = {}
        for name, cell in self._emotions.items():
            held.setdefault(cell, []).append(name)
        return {cell: tuple(names) for cell, names in held.items()}

    def in_cell(self, cell: CellKey) -> tuple[str, ...]:
        """The ids of what stands in a cell, in order."""
        if cell[0] in self.layout.emotion_lanes:
            return self._emotions_of.get(cell, ())
        held = self._held.get(cell)
        if held is None:
            held = self._held[cell] = spoken.things_in(self.layout, cell)
        return held

    def cell_of(self, name: str) -> CellKey | None:
        """The cell that a card or an emotion stands in; None for what stands in the map itself."""
        match queries.part(self.layout.map, name):
            case d.Card(lane=lane, step=step) if lane is not None and step is not None:
                return lane, step
            case d.Emotion():
                return self._emotions.get(name)
            case _:
                return None

    def place(self, part: Part) -> int:
        """The index of a part in the map or in its cell; -1 where it is in neither."""
        cell = self.cell_of(part) if isinstance(part, str) else None
        if cell is None or not isinstance(part, str):
            return self._place_in_top.get(part, -1)
        held = self.in_cell(cell) if cell in self._place_in_top else ()
        return held.index(part) if part in held else -1

    def __contains__(self, part: Part) -> bool:
        return self.place(part) >= 0

    def _joins(self, link: d.Link) -> bool:
        """Whether both its cards are shown; asking for its route would route it."""
        return self.cell_of(link.start) in self._cells and self.cell_of(link.to) in self._cells

    @cached_property
    def _cells(self) -> frozenset[CellKey | None]:
        layout = self.layout
        return frozenset(
            (band.lane.id, one.step.id) for band in layout.lanes for one in layout.columns
        )

    def _top(self) -> Iterator[Part]:
        layout = self.layout
        yield from (band.phase.id for band in layout.phases)
        if layout.header.has_steps:
            yield from (column.step.id for column in layout.columns)
        for band in layout.lanes:
            yield band.lane.id
            yield from ((band.lane.id, column.step.id) for column in layout.columns)
        yield from (link.id for link in layout.map.links if self._joins(link))
        yield from (route.transition.id for route in layout.transitions)
