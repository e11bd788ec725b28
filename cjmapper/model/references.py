"""Which fields point at what, and a document without the things that are deleted.

The one table of references: the rules check that each resolves, `without` clears each that would
no longer. It decides nothing about where a reference may be made.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

import msgspec

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.entities import MAP_PARTS, REGISTERS, EntityKind, MapPart, parts, registered
from cjmapper.model.extra import Entity

K = EntityKind
ANYTHING = frozenset(EntityKind)
_STEP_ENDS = frozenset({K.STEP})
_SCOPES = frozenset({K.MAP, K.PHASE, K.STEP, K.TRANSITION})

_Entity = TypeVar("_Entity", bound=Entity)


class Reference(msgspec.Struct, frozen=True):
    """One field that points at something.

    `follows`: the thing is deleted with what it points at, instead of the field being cleared.
    `words`: what may stand there that is no id. `may_miss`: a missing target is no fault.
    """

    field: str
    to: frozenset[EntityKind]
    follows: bool = False
    words: frozenset[str] = frozenset()
    may_miss: bool = False


def _one(field: str, kind: EntityKind) -> Reference:
    return Reference(field, frozenset({kind}))


def _host(field: str, kind: EntityKind) -> Reference:
    return Reference(field, frozenset({kind}), follows=True)


_EVIDENCE = _one("evidence", K.EVIDENCE)
_ACTOR = _one("actor", K.ACTOR)
_ACTORS = _one("actors", K.ACTOR)
_PICTURE = _one("picture", K.ASSET)
_DEPARTMENT = _one("department", K.DEPARTMENT)
_TAGS = _one("tags", K.TAG)

REFERENCES: dict[type[Entity], tuple[Reference, ...]] = {
    d.Brand: (_one("client_logo", K.ASSET), _one("own_logo", K.ASSET)),
    d.Actor: (_EVIDENCE, _PICTURE),
    d.Measurement: (_ACTOR, _EVIDENCE),
    d.Metric: (Reference("scope", _SCOPES),),
    d.Participant: (_DEPARTMENT,),
    d.JourneyMap: (_ACTORS, _one("compares_to", K.MAP)),
    d.Phase: (_PICTURE,),
    d.Step: (
        _host("phase", K.PHASE),
        _ACTORS,
        Reference("submap", frozenset({K.MAP}), may_miss=True),
        _TAGS,
        _PICTURE,
    ),
    d.Lane: (_ACTOR,),
    d.Card: (
        _host("lane", K.LANE),
        _host("step", K.STEP),
        _ACTOR,
        _TAGS,
        _EVIDENCE,
        _PICTURE,
        _one("channel", K.CHANNEL),
        _DEPARTMENT,
    ),
    d.Emotion: (_host("step", K.STEP), _ACTOR, _EVIDENCE),
    d.Transition: (
        Reference("start", _STEP_ENDS, follows=True, words=ids.RESERVED),
        Reference("to", _STEP_ENDS, follows=True, words=ids.RESERVED),
        _ACTOR,
        _EVIDENCE,
    ),
    d.Link: (_host("start", K.CARD), _host("to", K.CARD)),
    d.Insight: (_one("cards", K.CARD), _EVIDENCE),
    d.Action: (_one("addresses", K.CARD), _DEPARTMENT, _one("metric", K.METRIC)),
    d.VoteRound: (_one("tally", K.CARD),),
    d.Comment: (Reference("target", ANYTHING, follows=True),),
}
"""Every reference a type makes itself; a list field holds several."""

NESTED: dict[type[Entity], tuple[str, ...]] = {
    d.Metric: ("values",),
    d.Workshop: ("participants",),
    d.Document: ("brand",),
    d.JourneyMap: ("poster",),
}
"""Fields that hold values with references or numbers of their own."""

_TYPES: dict[EntityKind, type[Entity]] = {
    K.ACTOR: d.Actor,
    K.CHANNEL: d.Channel,
    K.DEPARTMENT: d.Department,
    K.TAG: d.Tag,
    K.EVIDENCE: d.Evidence,
    K.METRIC: d.Metric,
    K.WORKSHOP: d.Workshop,
    K.ASSET: d.Asset,
    K.PHASE: d.Phase,
    K.LANE: d.Lane,
    K.STEP: d.Step,
    K.CARD: d.Card,
    K.EMOTION: d.Emotion,
    K.TRANSITION: d.Transition,
    K.LINK: d.Link,
    K.INSIGHT: d.Insight,
    K.ACTION: d.Action,
    K.VOTE_ROUND: d.VoteRound,
    K.COMMENT: d.Comment,
}


def targets(entity: Entity, reference: Reference) -> tuple[str, ...]:
    """The ids that a field points at."""
    value = getattr(entity, reference.field)
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def without(document: d.Document, gone: Iterable[str]) -> d.Document:
    """The document without these things, what stands on them, and every reference to either.

    What an actor felt and the way it went are deleted with it where its map shows other actors
    too, for they would else be read as another's; where it was alone they stay, as the customer's.
    """
    kinds = _with_followers(document, gone)
    if not kinds:
        return document
    gone_kinds = frozenset(kinds.values())
    changes: dict[str, object] = {}
    for kind, field in REGISTERS.items():
        former = registered(document, kind)
        kept = _cleaned_list(former, kind, kinds, gone_kinds)
        if kept is not former:
            changes[field] = kept
    brand = cleaned(document.brand, kinds)
    if brand is not document.brand:
        changes["brand"] = brand
    maps = tuple(
        _cleaned_map(journey, kinds, gone_kinds)
        for journey in document.maps
        if journey.id not in kinds
    )
    if len(maps) != len(document.maps) or any(
        one is not other for one, other in zip(maps, document.maps, strict=True)
    ):
        changes["maps"] = maps
    return msgspec.structs.replace(document, **changes)


def cleaned(entity: _Entity, gone: Collection[str]) -> _Entity:
    """An entity (or a value inside one) without its references to what is gone."""
    changes: dict[str, object] = {}
    for reference in REFERENCES.get(type(entity), ()):
        value = getattr(entity, reference.field)
        if value and not reference.follows:
            kept = _kept(value, gone)
            if kept is not value:
                changes[reference.field] = kept
    for field in NESTED.get(type(entity), ()):
        inner = getattr(entity, field)
        outcome = (
            tuple(cleaned(value, gone) for value in inner)
            if isinstance(inner, tuple)
            else cleaned(inner, gone)
        )
        if outcome != inner:
            changes[field] = outcome
    return msgspec.structs.replace(entity, **changes) if changes else entity


def _kept(
    value: str | dict[str, int] | tuple[str, ...], gone: Collection[str]
) -> str | dict[str, int] | tuple[str, ...] | None:
    """What is left of a field; the same object where all of it is."""
    if isinstance(value, str):
        return None if value in gone else value
    if not any(name in gone for name in value):
        return value
    if isinstance(value, dict):
        return {name: count for name, count in value.items() if name not in gone}
    return tuple(name for name in value if name not in gone)


def _cleaned_map(
    journey: d.JourneyMap, gone: dict[str, EntityKind], gone_kinds: frozenset[EntityKind]
) -> d.JourneyMap:
    changes: dict[str, object] = {}
    for kind, field in MAP_PARTS.items():
        former = parts(journey, kind)
        kept = _cleaned_list(former, kind, gone, gone_kinds)
        if kept is not former:
            changes[field] = kept
    for reference in REFERENCES[d.JourneyMap]:
        value = getattr(journey, reference.field)
        remaining = _kept(value, gone) if value else value
        if remaining is not value:
            changes[reference.field] = remaining
    if not changes:
        return journey
    outcome = msgspec.structs.replace(journey, **changes)
    queries.succeed(journey, outcome)
    return outcome


def _cleaned_list(
    items: tuple[_Entity, ...],
    kind: EntityKind,
    gone: dict[str, EntityKind],
    gone_kinds: frozenset[EntityKind],
) -> tuple[_Entity, ...]:
    kept = items
    if kind in gone_kinds:
        kept = tuple([item for item in items if getattr(item, "id") not in gone])  # noqa: B009
    if _may_point_at(kind, gone_kinds):
        tidied = tuple([cleaned(item, gone) for item in kept])
        if any(one is not other for one, other in zip(tidied, kept, strict=True)):
            return tidied
    return items if len(kept) == len(items) else kept


def _may_point_at(kind: EntityKind, gone_kinds: frozenset[EntityKind]) -> bool:
    """Whether a list can hold references, of its own or nested, that must be cleared."""
    if kind in {K.METRIC, K.WORKSHOP}:
        return True
    return any(
        reference.to & gone_kinds and not reference.follows
        for reference in REFERENCES.get(_TYPES[kind], ())
    )


def _with_followers(document: d.Document, gone: Iterable[str]) -> dict[str, EntityKind]:
    kinds: dict[str, EntityKind] = {}
    for name in gone:
        place = queries.place_of(document, name)
        if place is not None and place.kind is not K.DOCUMENT:
            kinds[name] = place.kind
    for journey in document.maps:
        if journey.id in kinds:
            kinds.update(_everything_in(journey))
    for journey in document.maps:
        if journey.id not in kinds:
            _follow_actors(journey, kinds)
            for kind in MAP_PARTS:
                _follow(parts(journey, kind), kind, kinds)
    _follow_comments(document, kinds)
    return kinds


def _everything_in(journey: d.JourneyMap) -> Iterator[tuple[str, EntityKind]]:
    for kind in MAP_PARTS:
        for part in parts(journey, kind):
            yield part.id, kind


def _follow(items: tuple[MapPart, ...], kind: EntityKind, kinds: dict[str, EntityKind]) -> None:
    """Add what points at something gone by a field it can't be without (lists come in order)."""
    gone_kinds = frozenset(kinds.values())
    fields = [
        reference.field
        for reference in REFERENCES.get(_TYPES[kind], ())
        if reference.follows and reference.to & gone_kinds
    ]
    for field in fields:
        for item in items:
            if getattr(item, field) in kinds:
                kinds[item.id] = kind


def _follow_actors(journey: d.JourneyMap, kinds: dict[str, EntityKind]) -> None:
    gone = {name for name, kind in kinds.items() if kind is K.ACTOR}
    if not gone or not set(journey.actors) - gone:
        return
    for emotion in journey.emotions:
        if emotion.actor in gone:
            kinds[emotion.id] = K.EMOTION
    for transition in journey.transitions:
        if transition.actor in gone:
            kinds[transition.id] = K.TRANSITION


def _follow_comments(document: d.Document, kinds: dict[str, EntityKind]) -> None:
    """Comments on comments, and on things in other maps, until no more are found."""
    found = bool(kinds)
    while found:
        before = len(kinds)
        for journey in document.maps:
            for comment in journey.comments:
                if comment.target in kinds:
                    kinds[comment.id] = K.COMMENT
        found = len(kinds) > before
