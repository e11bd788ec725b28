"""A document as a client may have it: without what was chosen to stay at home.

Pure: the document itself is never changed. Says also what would travel along with a poster, so
that nobody sends more than they meant to.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

import msgspec

from cjmapper.model import document as d
from cjmapper.model.entities import MAP_PARTS, REGISTERS, parts, registered
from cjmapper.model.extra import Entity
from cjmapper.model.left_names import people
from cjmapper.model.references import REFERENCES, targets, without
from cjmapper.model.vocabulary import CardKind, LaneKind, LeftOut

_Entity = TypeVar("_Entity", bound=Entity)

EVERYTHING: tuple[str, ...] = tuple(word.value for word in LeftOut)
"""All that can be left out."""


class Travels(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a document besides the map that is shown, counted.

    Attributes:
        people: names of participants, facilitators, owners and authors, each once.
        notes: cards that are notes, parked ones not among them.
        parked: cards that stand nowhere.
        comments: remarks on anything.
        quotes: words of customers, of actors and of evidence.
        pictures: pictures of any kind.
        evidence: entries in the register of evidence.
        other_maps: maps that are not shown.
    """

    people: int = 0
    notes: int = 0
    parked: int = 0
    comments: int = 0
    quotes: int = 0
    pictures: int = 0
    evidence: int = 0
    other_maps: int = 0


def client_copy(document: d.Document, leave_out: Collection[str]) -> d.Document:
    """The document without what the words of `LeftOut` in `leave_out` name.

    The same object where nothing is left out; unknown words leave out nothing. Pictures that only
    what is left out shows go with it.
    """
    copy = document
    gone = set(_gone(document, leave_out))
    if gone:
        copy = without(document, gone)
        copy = without(copy, _pictures_shown(document) - _pictures_shown(copy))
    if LeftOut.QUOTES in leave_out:
        copy = _registers(copy, actors=_unquoted_actor, evidence=_unquoted)
    if LeftOut.NOTES in leave_out:
        copy = _registers(copy, workshops=_without_minutes)
    if LeftOut.NAMES in leave_out:
        copy = _nameless(copy)
    return copy


def what_travels(document: d.Document, shown: Collection[str]) -> Travels:
    """What is in `document` besides the maps with the ids `shown`."""
    cards = [card for journey in document.maps for card in journey.cards]
    return Travels(
        people=len(set(people(document))),
        notes=sum(card.kind is CardKind.NOTE and card.lane is not None for card in cards),
        parked=sum(card.lane is None for card in cards),
        comments=sum(len(journey.comments) for journey in document.maps),
        quotes=sum(bool(one.quote) for one in document.actors)
        + sum(bool(one.quote) for one in document.evidence),
        pictures=len(document.assets),
        evidence=len(document.evidence),
        other_maps=sum(journey.id not in shown for journey in document.maps),
    )


def _gone(document: d.Document, leave_out: Collection[str]) -> Iterator[str]:
    for journey in document.maps:
        if LeftOut.NOTES in leave_out:
            yield from _notes(journey)
        if LeftOut.PARKED in leave_out:
            yield from (card.id for card in journey.cards if card.lane is None)
        if LeftOut.COMMENTS in leave_out:
            yield from (comment.id for comment in journey.comments)


def _notes(journey: d.JourneyMap) -> Iterator[str]:
    """Cards on the map that are notes, and lanes for notes that held nothing else."""
    notes = [card for card in journey.cards if card.kind is CardKind.NOTE and card.lane is not None]
    yield from (card.id for card in notes)
    others = {card.lane for card in journey.cards if card.kind is not CardKind.NOTE}
    emptied = {card.lane for card in notes} - others
    for lane in journey.lanes:
        if lane.kind is LaneKind.NOTE and lane.id in emptied:
            yield lane.id


def _pictures_shown(document: d.Document) -> set[str]:
    """The pictures that anything points at."""
    names = {asset.id for asset in document.assets}
    found: set[str] = set()
    for entity in _everything(document):
        for reference in REFERENCES.get(type(entity), ()):
            found.update(name for name in targets(entity, reference) if name in names)
    return found


def _everything(document: d.Document) -> Iterator[Entity]:
    yield document.brand
    for register in REGISTERS:
        yield from registered(document, register)
    for journey in document.maps:
        for kind in MAP_PARTS:
            yield from parts(journey, kind)


def _nameless(document: d.Document) -> d.Document:
    document = _with(document, author="", contact="")
    document = _registers(document, workshops=_nameless_workshop)
    return _with(document, maps=_each(document.maps, _nameless_map))


def _nameless_workshop(workshop: d.Workshop) -> d.Workshop:
    people = _each(workshop.participants, lambda one: _with(one, name=""))
    return _with(workshop, facilitator="", participants=people)


def _nameless_map(journey: d.JourneyMap) -> d.JourneyMap:
    return _with(
        journey,
        owner="",
        cards=_each(journey.cards, lambda one: _with(one, author_mark=None)),
        emotions=_each(journey.emotions, lambda one: _with(one, author_mark=None)),
        actions=_each(journey.actions, lambda one: _with(one, owner="")),
        comments=_each(journey.comments, lambda one: _with(one, initials="")),
    )


def _unquoted_actor(actor: d.Actor) -> d.Actor:
    return _with(actor, quote="")


def _unquoted(evidence: d.Evidence) -> d.Evidence:
    return _with(evidence, quote="")


def _without_minutes(workshop: d.Workshop) -> d.Workshop:
    return _with(workshop, minutes=())


def _registers(document: d.Document, **changes: Callable[..., Entity]) -> d.Document:
    """The document with every entry of these registers changed alike."""
    return _with(
        document,
        **{field: _each(getattr(document, field), edit) for field, edit in changes.items()},
    )


def _each(entities: tuple[_Entity, ...], edit: Callable[[_Entity], _Entity]) -> tuple[_Entity, ...]:
    """All of them changed; the same tuple where none is."""
    changed = tuple([edit(one) for one in entities])
    return entities if _same(changed, entities) else changed


def _same(one: Iterable[object], other: Iterable[object]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))


def _with(entity: _Entity, **fields: object) -> _Entity:
    """The entity with these fields; the same one where they are so already."""
    changes = {name: value for name, value in fields.items() if getattr(entity, name) != value}
    return msgspec.structs.replace(entity, **changes) if changes else entity
