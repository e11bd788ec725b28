"""Moving the selected cards with a key or a command: by a place, to another cell, to an end of one.

What stands in several cells keeps its pattern; it moves as a whole or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjmapper.editor import names
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools import placing
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.layout.result import CellKey

_BACK = frozenset({Direction.LEFT, Direction.UP})
_SIDEWAYS = frozenset({Direction.LEFT, Direction.RIGHT})


class _Group(NamedTuple):
    """Cards of one cell that move together."""

    cell: CellKey
    cards: tuple[ids.CardId, ...]


def move_to(editor: Editor, lane: ids.LaneId, step: ids.StepId) -> bool:
    """The selected cards below those of a cell; whether anything moved."""
    return place_in(editor, (lane, step), None)


def place_in(editor: Editor, cell: CellKey, index: int | None) -> bool:
    """The selected cards in a cell, at an index among its others or below them all."""
    journey, map_id = editor.journey, editor.map_id
    chosen = editor.chosen.cards
    if not chosen:
        return False
    moving = tuple(card.id for card in chosen)
    at = len(_staying(journey, cell, moving)) if index is None else index
    return editor.run(
        names.of_cards("move_card", chosen),
        lambda document: cards.move_cards(document, map_id, moving, cards.Slot(*cell, at)),
        select=moving,
    )


def move_cards(editor: Editor, chosen: tuple[d.Card, ...], direction: Direction) -> bool:
    """Each of the cards one place on; whether anything moved."""
    groups = _groups(chosen, direction)
    takers = placing.card_lanes(editor.journey)
    rows = [band.lane.id for band in editor.layout.lanes if band.lane.id in takers]
    map_id = editor.map_id

    def edit(document: d.Document) -> d.Document:
        outcome = document
        for group in groups:
            journey = queries.map_by_id(outcome, map_id)
            slot = _beyond(journey, rows, group, direction)
            if slot is None:
                return document
            outcome = cards.move_cards(outcome, map_id, group.cards, slot)
        return outcome

    moving = tuple(card.id for card in chosen)
    key = f"move:{' '.join(moving)}"
    return editor.run(names.of_cards("move_card", chosen), edit, select=moving, coalesce=key)


def cell_of(journey: d.JourneyMap, chosen: tuple[str, ...]) -> CellKey | None:
    """The one cell that all that is selected stands in, if it is cards of one."""
    found = [queries.card(journey, name) for name in chosen]
    places = {None if card is None else (card.lane, card.step) for card in found}
    place = places.pop() if len(places) == 1 else None
    if place is None or place[0] is None or place[1] is None:
        return None
    return place[0], place[1]


def _groups(chosen: tuple[d.Card, ...], direction: Direction) -> list[_Group]:
    """The cards cell by cell, those that go ahead first; parked ones stay."""
    held: dict[CellKey, list[ids.CardId]] = {}
    for card in chosen:
        if card.lane is not None and card.step is not None:
            held.setdefault((card.lane, card.step), []).append(card.id)
    groups = [_Group(cell, tuple(found)) for cell, found in held.items()]
    return groups if direction in _BACK else groups[::-1]


def _beyond(
    journey: d.JourneyMap, rows: list[ids.LaneId], group: _Group, direction: Direction
) -> cards.Slot | None:
    """Where a group goes: sideways as far down as it stands, else one place, then the next lane."""
    by = -1 if direction in _BACK else 1
    lane, step = group.cell
    index = _index(journey, group)
    if direction in _SIDEWAYS:
        column = queries.step_index(journey)[step] + by
        if not 0 <= column < len(journey.steps):
            return None
        return cards.Slot(lane, journey.steps[column].id, index)
    if 0 <= index + by <= len(_staying(journey, group.cell, group.cards)):
        return cards.Slot(lane, step, index + by)
    row = rows.index(lane) + by if lane in rows else -1
    if not 0 <= row < len(rows):
        return None
    end = len(_staying(journey, (rows[row], step), group.cards)) if by < 0 else 0
    return cards.Slot(rows[row], step, end)


def _index(journey: d.JourneyMap, group: _Group) -> int:
    """How many cards that stay stand above the first one that moves."""
    held = queries.cards_in_cell(journey, *group.cell)
    return next((at for at, card in enumerate(held) if card.id in group.cards), len(held))


def _staying(journey: d.JourneyMap, cell: CellKey, moving: tuple[str, ...]) -> list[d.Card]:
    held = queries.cards_in_cell(journey, *cell)
    return [card for card in held if card.id not in moving]
