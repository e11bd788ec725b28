"""What all edits are made of: fields set on one thing, and a list with one thing other.

Not for use outside `cjmapper.model.edits`.
"""

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import bounds, invariants, plain_text, queries
from cjmapper.model import document as d
from cjmapper.model.entities import MAP_PARTS, REGISTERS, EntityKind, MapPart, parts, registered
from cjmapper.model.extra import Entity

_Item = TypeVar("_Item")
_Entity = TypeVar("_Entity", bound=Entity)


def replaced(items: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    """The list with another thing at an index."""
    return (*items[:index], item, *items[index + 1 :])


def spliced(items: tuple[_Item, ...], index: int, new: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """The list with several more from an index on (or at the nearest end)."""
    index = max(0, min(index, len(items)))
    return items[:index] + new + items[index:]


def inserted(items: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    """The list with one more, which has this index afterwards (or stands at the nearest end)."""
    index = max(0, min(index, len(items)))
    return (*items[:index], item, *items[index:])


def moved(items: tuple[_Item, ...], former: int, index: int) -> tuple[_Item, ...]:
    """The list with one thing elsewhere: it has this index afterwards (or the nearest end's)."""
    return inserted((*items[:former], *items[former + 1 :]), index, items[former])


def with_map(document: d.Document, former: d.JourneyMap, fields: Mapping[str, Any]) -> d.Document:
    """The document in which one map has these fields."""
    journey = msgspec.structs.replace(former, **fields)
    queries.succeed(former, journey)
    maps = tuple(journey if one is former else one for one in document.maps)
    return msgspec.structs.replace(document, maps=maps)


def require(journey: d.JourneyMap, kind: EntityKind, name: str) -> int:
    """The index of a thing of the map; refused with `unknown_id`."""
    index = queries.index_of(journey, kind, name)
    if index is None:
        raise EditError("unknown_id", id=name, kind=kind.value)
    return index


def set_fields(
    entity: _Entity, fields: Mapping[str, object], fixed: Container[str] = ()
) -> _Entity:
    """The entity with these fields, of the right types and with clean texts.

    `fixed` fields have an edit of their own. The raw form of an unknown word gives way to the new.
    """
    types = _field_types(type(entity))
    changes: dict[str, object] = {}
    for name, value in fields.items():
        if name not in types or name in fixed:
            raise EditError("field_fixed", name)
        new = _converted(name, value, types[name])
        if new != getattr(entity, name):
            changes[name] = new
    if not changes:
        return entity
    if any(name in entity.extra for name in changes):
        kept = {name: raw for name, raw in entity.extra.items() if name not in changes}
        changes["extra"] = kept
    return msgspec.structs.replace(entity, **changes)


def change_part(
    document: d.Document,
    map_id: str,
    place: tuple[EntityKind, str],
    fields: Mapping[str, object],
    fixed: Container[str] = (),
) -> d.Document:
    """The document in which one thing of a map, named by its kind and id, has these fields."""
    journey = queries.map_by_id(document, map_id)
    kind, name = place
    index = require(journey, kind, name)
    items = parts(journey, kind)
    former = items[index]
    part = set_fields(former, fields, fixed)
    if part is former:
        return document
    refuse_breaches(document, journey, part)
    return with_map(document, journey, {MAP_PARTS[kind]: replaced(items, index, part)})


def add_part(
    document: d.Document, map_id: str, kind: EntityKind, part: MapPart, index: int | None = None
) -> d.Document:
    """The document with one more thing in a map's list, last unless an index is given."""
    journey = queries.map_by_id(document, map_id)
    tidy = tidied(part)
    refuse_breaches(document, journey, tidy)
    items = parts(journey, kind)
    at = len(items) if index is None else index
    return with_map(document, journey, {MAP_PARTS[kind]: inserted(items, at, tidy)})


def tidied(entity: _Entity) -> _Entity:
    """The entity with fields of the right types and clean texts; what is unsaid needs no look."""
    unsaid = _defaults(type(entity))
    fields = {
        name: value
        for name in _field_types(type(entity))
        if (value := getattr(entity, name)) is not unsaid[name]
    }
    return set_fields(entity, fields)


def refuse_breaches(document: d.Document, journey: d.JourneyMap | None, entity: Entity) -> None:
    """Refuse, with the code of the rule, an entity that would break one."""
    for breach in invariants.entity_breaches(entity, _Known(document, journey)):
        raise EditError(breach.code, breach.place, **breach.values)


def refuse_order(journey: d.JourneyMap) -> None:
    """Refuse columns that break a rule."""
    for breach in invariants.step_order_breaches(journey):
        raise EditError(breach.code, breach.place, **breach.values)


class FreeKeys:
    """Keys that none of `taken` is, nor any that was given out."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._used = set(taken)
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """A slug of `wanted`, with a number where it is not free."""
        slug = "-".join("".join(c if c.isalnum() else " " for c in wanted.lower()).split())[:40]
        if not slug or slug in self._used:
            slug = slug or "step"
            number = self._next.get(slug, 1)
            while (key := f"{slug}-{number}") in self._used:
                number += 1
            self._next[slug] = number + 1
            slug = key
        self._used.add(slug)
        return slug


class _Known:
    """The ids there are now, looked up one by one instead of gathered."""

    def __init__(self, document: d.Document, journey: d.JourneyMap | None) -> None:
        self._document = document
        self._journey = journey

    def __getitem__(self, kind: EntityKind) -> Container[str]:
        if kind is EntityKind.DOCUMENT:
            return (self._document.id,)
        if kind is EntityKind.MAP:
            return {journey.id for journey in self._document.maps}
        if kind in REGISTERS:
            return {entry.id for entry in registered(self._document, kind)}
        return _Parts(self._document.maps if self._journey is None else (self._journey,), kind)


class _Parts:
    """The ids of one kind in some maps."""

    def __init__(self, maps: tuple[d.JourneyMap, ...], kind: EntityKind) -> None:
        self._maps = maps
        self._kind = kind

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and any(
            queries.index_of(journey, self._kind, name) is not None for journey in self._maps
        )


@cache
def _field_types(kind: type[Entity]) -> dict[str, Any]:
    hidden = {"id", "extra"}
    found = msgspec.structs.fields(kind)
    return {field.name: field.type for field in found if field.name not in hidden}


@cache
def _defaults(kind: type[Entity]) -> dict[str, Any]:
    return {field.name: field.default for field in msgspec.structs.fields(kind)}


def _converted(name: str, value: object, wanted: Any) -> object:
    try:
        new = msgspec.convert(value, wanted)
    except (msgspec.ValidationError, OverflowError) as error:
        raise EditError("value_wrong", name) from error
    return _tidy(name, new)


def _tidy(name: str, value: object) -> object:
    match value:
        case bool() | None:
            return value
        case str() if type(value) is str:
            if len(value) > plain_text.MAX_TEXT:
                raise EditError("text_too_long", name, limit=plain_text.MAX_TEXT)
            return plain_text.clean(value)
        case int() | float():
            limit = bounds.most_of(name.rsplit(".", 1)[-1])
            if not -limit <= value <= limit:
                raise EditError("number_range", name, value=value)
            return value
        case tuple():
            return tuple(_tidy(name, one) for one in value)
        case Entity():
            inner = {
                field: _tidy(f"{name}.{field}", getattr(value, field))
                for field in _field_types(type(value))
            }
            return msgspec.structs.replace(value, **inner)
        case _:
            return value
