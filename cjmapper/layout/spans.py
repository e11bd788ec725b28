"""Which cards reach into a cell: its own, and those that begin further left and span into it."""

from collections.abc import Iterator

from cjmapper.geometry import Rect
from cjmapper.layout.result import CardLayout, Column, LaneBand, MapLayout


def cards_over(
    layout: MapLayout, lane: LaneBand, column: Column
) -> Iterator[tuple[CardLayout, Rect]]:
    """The cards of a cell, then those of the cells left of it that hold a card that spans."""
    yield from layout.cards_in((lane.lane.id, column.step.id))
    for other in layout.columns[: column.index]:
        key = (lane.lane.id, other.step.id)
        held = layout.cells.get(key)
        if held is not None and any(placed.card.span > 1 for placed in held.cards):
            yield from layout.cards_in(key)
