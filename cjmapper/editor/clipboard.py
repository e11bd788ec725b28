"""Cards on a clipboard: our own form, and plain text beside it.

What comes back may be from anywhere: it is read strictly, and references that mean nothing here
are left out. Knows no window; whoever has one gives a `Clipboard`.
"""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from cjmapper.editor.text_buffer import clean_text
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards

MEDIA_TYPE = "application/x-cjmapper-cards+json"
_FORMAT = 1
_MOST_BYTES = 20_000_000
_MOST_CARDS = 2_000


class Clip(msgspec.Struct, frozen=True):
    """What lies on a clipboard: our own form where it is ours, and text."""

    own: bytes = b""
    text: str = ""


class Clipboard(Protocol):
    """Where copied things are kept: the computer's, or one in memory."""

    def get(self) -> Clip:
        """What lies there."""

    def put(self, clip: Clip) -> None:
        """Put something there."""


class MemoryClipboard:
    """A clipboard of this program alone."""

    def __init__(self) -> None:
        self._clip = Clip()

    def get(self) -> Clip:
        """What lies there."""
        return self._clip

    def put(self, clip: Clip) -> None:
        """Put something there."""
        self._clip = clip


class _Copied(msgspec.Struct, frozen=True):
    """A card, and how many lanes and steps right and below the first one it stood."""

    card: d.Card
    lanes_on: int = 0
    steps_on: int = 0


class _Copies(msgspec.Struct, frozen=True):
    """Our own form."""

    format: int
    cards: tuple[_Copied, ...]


def copied(journey: d.JourneyMap, chosen: Sequence[str]) -> Clip:
    """These cards as they lie on a clipboard."""
    found = queries.reading_order(journey, tuple(chosen))
    if not found:
        return Clip()
    rows = {str(lane.id): row for row, lane in enumerate(journey.lanes)}
    columns = queries.step_index(journey)
    places = [(rows.get(card.lane or "", 0), columns.get(card.step or "", 0)) for card in found]
    top, left = min(row for row, _ in places), min(column for _, column in places)
    held = tuple(
        _Copied(card, row - top, column - left)
        for card, (row, column) in zip(found, places, strict=True)
    )
    text = "\n".join(card.text for card in found)
    return Clip(msgspec.json.encode(_Copies(_FORMAT, held)), text)


def pasted(
    document: d.Document,
    map_id: ids.MapId,
    at: tuple[ids.LaneId, ids.StepId],
    clip: Clip,
    new_id: ids.IdSource,
) -> d.Document:
    """The document with what lies on a clipboard added from a cell on, to the right and down.

    Text becomes one card a line. Refused with `clipboard_unreadable`.
    """
    if not clip.own:
        lines = [line for line in clean_text(clip.text).split("\n") if line.strip()]
        slot = _end_of(queries.map_by_id(document, map_id), at)
        return cards.add_cards(document, map_id, slot, lines[:_MOST_CARDS], new_id)
    for one in _read(clip.own).cards:
        journey = queries.map_by_id(document, map_id)
        cell = _beside(journey, at, one)
        card = msgspec.structs.replace(
            _without_strangers(document, one.card), id=ids.CardId(new_id())
        )
        document = cards.place_cards(document, map_id, (card,), _end_of(journey, cell))
    return document


def _read(own: bytes) -> _Copies:
    try:
        if len(own) > _MOST_BYTES:
            raise EditError("clipboard_unreadable")
        found = msgspec.json.decode(own, type=_Copies)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise EditError("clipboard_unreadable") from error
    if found.format != _FORMAT or len(found.cards) > _MOST_CARDS:
        raise EditError("clipboard_unreadable")
    return found


def _end_of(journey: d.JourneyMap, cell: tuple[ids.LaneId, ids.StepId]) -> cards.Slot:
    return cards.Slot(*cell, len(queries.cards_in_cell(journey, *cell)))


def _beside(
    journey: d.JourneyMap, at: tuple[ids.LaneId, ids.StepId], one: _Copied
) -> tuple[ids.LaneId, ids.StepId]:
    """As far right and down as the map goes, in a lane that takes cards."""
    takers = [lane.id for lane in journey.lanes if lane_rules.accepted_kinds(lane.kind)]
    order = [lane.id for lane in journey.lanes]
    wanted = order[min(order.index(at[0]) + max(one.lanes_on, 0), len(order) - 1)]
    lane = wanted if wanted in takers else at[0]
    column = queries.step_index(journey)[at[1]] + max(one.steps_on, 0)
    return lane, journey.steps[min(column, len(journey.steps) - 1)].id


def _without_strangers(document: d.Document, card: d.Card) -> d.Card:
    """The card without references to what is not in this document."""
    known: dict[str, set[str]] = {
        "actor": {one.id for one in document.actors},
        "channel": {one.id for one in document.channels},
        "department": {one.id for one in document.departments},
        "picture": {one.id for one in document.assets},
    }
    gone = {field: None for field, here in known.items() if getattr(card, field) not in here}
    tags = {tag.id for tag in document.tags}
    evidence = {one.id for one in document.evidence}
    return msgspec.structs.replace(
        card,
        lane=None,
        step=None,
        span=1,
        kind=v.CardKind(card.kind),
        text=clean_text(card.text),
        tags=tuple(tag for tag in card.tags if tag in tags),
        evidence=tuple(one for one in card.evidence if one in evidence),
        **gone,
    )
