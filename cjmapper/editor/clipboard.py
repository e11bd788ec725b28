"""What lies on a clipboard: our own form of cards, and plain texts beside it.

What comes back may be from anywhere: it is read strictly, and references that mean nothing here
are left out. Knows no window; whoever has one gives a `Clipboard`.
"""

from typing import Protocol, TypeVar

import msgspec

from cjmapper.editor.text_buffer import clean_text
from cjmapper.errors import EditError
from cjmapper.layout.result import CellKey
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import assets, cards, emotions, links, registers
from cjmapper.model.pictures import picture_of
from cjmapper.model.text_table import TextTable
from cjmapper.storage.limits import MAX_ASSET_BYTES

MEDIA_TYPE = "application/x-cjmapper-cards+json"
_FORMAT = 1
_MOST_BYTES = 20_000_000
"""Of our own form without its pictures' share, which is as large as a file may be."""
_MOST_CARDS = 10_000
_MOST_LINKS = 10_000
_MOST_REFERRED_TO = 5_000

_Named = TypeVar("_Named", d.Channel, d.Department, d.Tag)


class Clip(msgspec.Struct, frozen=True):
    """What lies on a clipboard.

    Attributes:
        own: cards in our own form, where they come from us.
        text: the same, or anything, as text.
        table: a table as others give it, or as it is given to them.
        has_pictures: pictures lie there, or names of files with them, and nothing better.
    """

    own: bytes = b""
    text: str = ""
    table: TextTable | None = None
    has_pictures: bool = False


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


class CopiedCard(msgspec.Struct, frozen=True):
    """A card, and how many lanes and steps right and below the first one it stood."""

    card: d.Card
    lanes_on: int = 0
    steps_on: int = 0


class CopiedReading(msgspec.Struct, frozen=True):
    """A reading, and how many steps right of the first thing it stood."""

    reading: d.Emotion
    steps_on: int = 0


class Copies(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Our own form: what was copied, and what of the document it refers to."""

    format: int = _FORMAT
    cards: tuple[CopiedCard, ...] = ()
    readings: tuple[CopiedReading, ...] = ()
    links: tuple[d.Link, ...] = ()
    channels: tuple[d.Channel, ...] = ()
    departments: tuple[d.Department, ...] = ()
    tags: tuple[d.Tag, ...] = ()
    assets: tuple[d.Asset, ...] = ()


def written(copies: Copies) -> bytes:
    """Our own form as bytes; the version of the form is always said."""
    fields = msgspec.to_builtins(copies)
    return msgspec.json.encode({"format": copies.format, **fields})


def read(own: bytes) -> Copies:
    """Our own form from bytes. Refused with `clipboard_unreadable`."""
    try:
        if len(own) > _MOST_BYTES + 2 * MAX_ASSET_BYTES:
            raise EditError("clipboard_unreadable")
        found = msgspec.json.decode(own, type=_Strict)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise EditError("clipboard_unreadable") from error
    if found.format != _FORMAT or len(found.cards) + len(found.readings) > _MOST_CARDS:
        raise EditError("clipboard_unreadable")
    registers = len(found.channels) + len(found.departments) + len(found.tags)
    if len(found.links) > _MOST_LINKS or registers + len(found.assets) > _MOST_REFERRED_TO:
        raise EditError("clipboard_unreadable")
    return found


class _Strict(Copies, frozen=True, kw_only=True):
    """Our own form as it is read: what version it is must be said."""

    format: int


def pasted(
    document: d.Document,
    map_id: ids.MapId,
    at: CellKey,
    copies: Copies,
    new_id: ids.IdSource,
) -> d.Document:
    """The document with copies added from a cell on, with the connectors between them."""
    document, known = _with_registers(document, copies, new_id)
    names: dict[str, ids.CardId] = {}
    for one in copies.cards:
        journey = queries.map_by_id(document, map_id)
        cell = _beside(journey, at, one)
        names[one.card.id] = ids.CardId(new_id())
        card = msgspec.structs.replace(
            _without_strangers(document, one.card, known), id=names[one.card.id]
        )
        slot = cards.Slot(*cell, len(queries.cards_in_cell(journey, *cell)))
        document = cards.place_cards(document, map_id, (card,), slot)
    for link in copies.links:
        if link.start in names and link.to in names:
            made, ends = ids.LinkId(new_id()), (names[link.start], names[link.to])
            document = links.connect_cards(
                document, map_id, ends, new_id=made, kind=link.kind, text=clean_text(link.text)
            )
    for held in copies.readings:
        document = _with_reading(document, map_id, at, held, new_id)
    return document


def _beside(journey: d.JourneyMap, at: CellKey, one: CopiedCard) -> CellKey:
    """As far right and down as the map goes, in a lane that takes cards."""
    takers = [lane.id for lane in journey.lanes if lane_rules.accepted_kinds(lane.kind)]
    order = [lane.id for lane in journey.lanes]
    wanted = order[min(order.index(at[0]) + max(one.lanes_on, 0), len(order) - 1)]
    lane = next(name for name in (wanted, at[0], *takers) if name in takers)
    return lane, _step_beside(journey, at, one.steps_on)


def _step_beside(journey: d.JourneyMap, at: CellKey, steps_on: int) -> ids.StepId:
    column = queries.step_index(journey)[at[1]] + max(steps_on, 0)
    return journey.steps[min(column, len(journey.steps) - 1)].id


def _with_reading(
    document: d.Document,
    map_id: ids.MapId,
    at: CellKey,
    held: CopiedReading,
    new_id: ids.IdSource,
) -> d.Document:
    journey = queries.map_by_id(document, map_id)
    reading = msgspec.structs.replace(
        held.reading,
        id=ids.EmotionId(new_id()),
        step=_step_beside(journey, at, held.steps_on),
        actor=_known_or_none(held.reading.actor, document.actors),
        evidence=_known(held.reading.evidence, document.evidence),
        words=tuple(clean_text(word) for word in held.reading.words),
        extra={},
    )
    return emotions.add_reading(document, map_id, reading)


def _with_registers(
    document: d.Document, copies: Copies, new_id: ids.IdSource
) -> tuple[d.Document, dict[str, str]]:
    """The document with what the copies refer to, and what each of that is called here."""
    known: dict[str, str] = {}
    document = _with_named(document, (copies.channels, document.channels), known, new_id)
    document = _with_named(document, (copies.departments, document.departments), known, new_id)
    document = _with_named(document, (copies.tags, document.tags), known, new_id)
    for asset in copies.assets:
        picture = picture_of(asset.data)
        if picture is None:
            continue
        name = clean_text(asset.name, one_line=True)
        media_type = picture.media_type
        document = assets.add_asset(document, asset.data, name=name, media_type=media_type)
        known[asset.id] = assets.asset_id(asset.data)
    if sum(len(asset.data) for asset in document.assets) > MAX_ASSET_BYTES:
        raise EditError("clipboard_unreadable")
    return document, known


def _with_named(
    document: d.Document,
    entries: tuple[tuple[_Named, ...], tuple[_Named, ...]],
    known: dict[str, str],
    new_id: ids.IdSource,
) -> d.Document:
    """Entries that are here go by their id or name, others are added."""
    copied, here = entries
    present = {one.id for one in here}
    named = {one.name.casefold(): one.id for one in here}
    for one in copied:
        found = one.id if one.id in present else named.get(one.name.casefold())
        if found is None:
            made = msgspec.structs.replace(one, id=type(one.id)(new_id()), extra={})
            document = registers.add_entry(document, made)
            found = named[one.name.casefold()] = made.id
        known[one.id] = found
    return document


def _without_strangers(document: d.Document, card: d.Card, known: dict[str, str]) -> d.Card:
    """The card with what it refers to as it is called here, and without what is not here."""
    fields = {
        field: known.get(getattr(card, field) or "", getattr(card, field))
        for field in ("channel", "department", "picture")
    }
    here: dict[str, set[str]] = {
        "actor": {one.id for one in document.actors},
        "channel": {one.id for one in document.channels},
        "department": {one.id for one in document.departments},
        "picture": {one.id for one in document.assets},
    }
    fields["actor"] = card.actor
    kept = {field: fields[field] if fields[field] in here[field] else None for field in here}
    tags = tuple(ids.TagId(known.get(tag, tag)) for tag in card.tags)
    return msgspec.structs.replace(
        card,
        lane=None,
        step=None,
        span=1,
        kind=v.CardKind(card.kind),
        text=clean_text(card.text),
        tags=_known(tags, document.tags),
        evidence=_known(card.evidence, document.evidence),
        **kept,
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Id = TypeVar("_Id", bound=str)


def _known(names: tuple[_Id, ...], entries: tuple[_HasId, ...]) -> tuple[_Id, ...]:
    here = {one.id for one in entries}
    return tuple(dict.fromkeys(name for name in names if name in here))


def _known_or_none(name: _Id | None, entries: tuple[_HasId, ...]) -> _Id | None:
    return name if name is not None and any(one.id == name for one in entries) else None
