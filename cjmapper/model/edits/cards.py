"""Edits of cards: where they stand and what they say.

A cell's order is the order of the map's list of cards; a card is moved within that list no
further than the cell asks for.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import changes
from cjmapper.model.edits.lanes import fitted
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without

_FIXED = frozenset({"lane", "step"})
_FEW = 8


class Slot(msgspec.Struct, frozen=True):
    """A place in a cell: the index is counted among the cards that are not being placed."""

    lane: ids.LaneId
    step: ids.StepId
    index: int


def add_card(
    document: d.Document,
    map_id: str,
    slot: Slot,
    *,
    new_id: ids.CardId,
    kind: v.CardKind | None = None,
    text: str = "",
) -> d.Document:
    """A new card in a cell; without a kind, or of one the lane refuses, the lane's first kind."""
    blank = d.Card(id=new_id, kind=v.CardKind.NOTE if kind is None else kind, text=text)
    if kind is None:
        blank = _of_first_kind(queries.map_by_id(document, map_id), slot, blank)
    return place_cards(document, map_id, (blank,), slot)


def add_cards(
    document: d.Document, map_id: str, slot: Slot, texts: Iterable[str], new_id: ids.IdSource
) -> d.Document:
    """New cards below one another in a cell, one for each text."""
    journey = queries.map_by_id(document, map_id)
    blanks = tuple(
        _of_first_kind(
            journey, slot, d.Card(id=ids.CardId(new_id()), kind=v.CardKind.NOTE, text=text)
        )
        for text in texts
    )
    return place_cards(document, map_id, blanks, slot)


def place_cards(
    document: d.Document, map_id: str, cards: Iterable[d.Card], slot: Slot
) -> d.Document:
    """These cards, new in the map, in a cell; each takes a kind that the lane accepts."""
    journey = queries.map_by_id(document, map_id)
    lane = _lane_of(journey, slot)
    placed = tuple(_standing(_tidy(document, journey, card), lane, slot) for card in cards)
    if not placed:
        return document
    cards = _woven(journey, placed, (), slot)
    return _settled(document, journey, cards, _Placing(placed, (), slot))


def move_cards(
    document: d.Document, map_id: str, card_ids: Iterable[str], slot: Slot
) -> d.Document:
    """These cards in a cell, as a block in reading order; parked ones come back the same way."""
    journey = queries.map_by_id(document, map_id)
    lane = _lane_of(journey, slot)
    former = queries.reading_order(journey, tuple(card_ids))
    placed = tuple(_standing(card, lane, slot) for card in former)
    cards = _woven(journey, placed, former, slot)
    if cards == journey.cards:
        return document
    return _settled(document, journey, cards, _Placing(placed, former, slot))


def duplicate_cards(
    document: d.Document,
    map_id: str,
    card_ids: Iterable[str],
    new_id: ids.IdSource,
    slot: Slot | None = None,
) -> d.Document:
    """Copies of these cards in a cell as a block, or each right below its original."""
    journey = queries.map_by_id(document, map_id)
    originals = queries.reading_order(journey, tuple(card_ids))
    copies = tuple(msgspec.structs.replace(card, id=ids.CardId(new_id())) for card in originals)
    if slot is not None:
        return place_cards(document, map_id, copies, slot)
    if not copies:
        return document
    below = {original.id: copy for original, copy in zip(originals, copies, strict=True)}
    cards: list[d.Card] = []
    for card in journey.cards:
        cards.append(card)
        if card.id in below:
            cards.append(below[card.id])
    return _with_cards(document, journey, tuple(cards))


def change_card(document: d.Document, map_id: str, card_id: str, **fields: Any) -> d.Document:
    """Other fields of a card; where it stands has edits of its own.

    Refused with `lane_refuses_card` for a kind that its lane does not take.
    """
    if "kind" in fields:
        journey = queries.map_by_id(document, map_id)
        card = journey.cards[changes.require(journey, EntityKind.CARD, card_id)]
        changed = changes.set_fields(card, {"kind": fields["kind"]})
        lane = queries.lane(journey, card.lane) if card.lane else None
        if lane is not None and not lane_rules.accepts(lane.kind, changed.kind):
            raise EditError(
                "lane_refuses_card", id=card_id, kind=changed.kind.value, lane=lane.kind.value
            )
    return changes.change_part(document, map_id, (EntityKind.CARD, card_id), fields, _FIXED)


def set_text(document: d.Document, map_id: str, card_id: str, text: str) -> d.Document:
    """Another text of a card."""
    return change_card(document, map_id, card_id, text=text)


def park_cards(document: d.Document, map_id: str, card_ids: Iterable[str]) -> d.Document:
    """These cards in no cell; they keep their kind and every field."""
    journey = queries.map_by_id(document, map_id)
    cards = journey.cards
    for name in card_ids:
        index = changes.require(journey, EntityKind.CARD, name)
        if cards[index].lane is not None:
            parked = msgspec.structs.replace(cards[index], lane=None, step=None)
            cards = changes.replaced(cards, index, parked)
    return document if cards is journey.cards else _with_cards(document, journey, cards)


def delete_cards(document: d.Document, map_id: str, card_ids: Iterable[str]) -> d.Document:
    """No such cards, nor links, comments or other references to them."""
    journey = queries.map_by_id(document, map_id)
    names = tuple(card_ids)
    for name in names:
        changes.require(journey, EntityKind.CARD, name)
    return without(document, names)


def _tidy(document: d.Document, journey: d.JourneyMap, card: d.Card) -> d.Card:
    tidy = changes.tidied(msgspec.structs.replace(card, lane=None, step=None))
    changes.refuse_breaches(document, journey, tidy)
    return tidy


def _of_first_kind(journey: d.JourneyMap, slot: Slot, card: d.Card) -> d.Card:
    taken = lane_rules.accepted_kinds(_lane_of(journey, slot).kind)
    return msgspec.structs.replace(card, kind=taken[0])


def _lane_of(journey: d.JourneyMap, slot: Slot) -> d.Lane:
    """The lane of a slot that cards may stand in; the step of the slot is looked up too."""
    lane = journey.lanes[changes.require(journey, EntityKind.LANE, slot.lane)]
    changes.require(journey, EntityKind.STEP, slot.step)
    if not lane_rules.accepted_kinds(lane.kind):
        raise EditError("lane_takes_no_cards", id=lane.id)
    return lane


def _standing(card: d.Card, lane: d.Lane, slot: Slot) -> d.Card:
    fitting = fitted(card, lane)
    if fitting.lane == slot.lane and fitting.step == slot.step:
        return fitting
    return msgspec.structs.replace(fitting, lane=slot.lane, step=slot.step)


def _with_cards(
    document: d.Document, journey: d.JourneyMap, cards: tuple[d.Card, ...]
) -> d.Document:
    return changes.with_map(document, journey, {"cards": cards})


class _Placing(msgspec.Struct, frozen=True):
    """Cards as they will stand, as they stood, and the slot they go to."""

    placed: tuple[d.Card, ...]
    former: tuple[d.Card, ...]
    slot: Slot


def _settled(
    document: d.Document,
    journey: d.JourneyMap,
    cards: tuple[d.Card, ...],
    placing: _Placing,
) -> d.Document:
    """The document with these cards, its cells known without looking at all of them."""
    cells = dict(queries.cells(journey))
    for card in placing.former:
        home = (card.lane, card.step)
        left = tuple(one for one in cells[home] if one is not card)
        if left:
            cells[home] = left
        else:
            del cells[home]
    cell = (placing.slot.lane, placing.slot.step)
    cells[cell] = changes.spliced(cells.get(cell, ()), placing.slot.index, placing.placed)
    outcome = _with_cards(document, journey, cards)
    queries.know_cells(queries.map_by_id(outcome, journey.id), cells)
    return outcome


def _woven(
    journey: d.JourneyMap,
    placed: tuple[d.Card, ...],
    former: tuple[d.Card, ...],
    slot: Slot,
) -> tuple[d.Card, ...]:
    """The map's cards without `former`, and with `placed` where the slot says."""
    taken = sorted(changes.require(journey, EntityKind.CARD, card.id) for card in former)
    names = {card.id for card in former}
    cell = [
        card
        for card in queries.cards_in_cell(journey, slot.lane, slot.step)
        if card.id not in names
    ]
    index = max(0, min(slot.index, len(cell)))

    def remaining_index(card: d.Card) -> int:
        at = changes.require(journey, EntityKind.CARD, card.id)
        return at - sum(1 for gone in taken if gone < at)

    count = len(journey.cards) - len(taken)
    low = remaining_index(cell[index - 1]) + 1 if index else 0
    high = remaining_index(cell[index]) if index < len(cell) else count
    at = max(low, min(taken[0] if taken else _usual_place(low, high, cell), high))
    for offset, card in enumerate(placed):
        queries.expect(journey, EntityKind.CARD, card.id, at + offset)
    return changes.spliced(_left(journey.cards, taken), at, placed)


def _usual_place(low: int, high: int, cell: list[d.Card]) -> int:
    """New cards stand beside their neighbours in the list, in an empty cell at its end."""
    return low if cell and low else high


def _left(cards: tuple[d.Card, ...], taken: list[int]) -> tuple[d.Card, ...]:
    if len(taken) > _FEW:
        gone = set(taken)
        return tuple([card for index, card in enumerate(cards) if index not in gone])
    outcome: tuple[d.Card, ...] = ()
    start = 0
    for index in taken:
        outcome += cards[start:index]
        start = index + 1
    return outcome + cards[start:]
