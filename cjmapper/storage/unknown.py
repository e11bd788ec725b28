"""Fields and words that this version does not know: taken in beside what is known, written back.

`Entity.extra` holds both: unknown fields under their own names, and the raw word of an
enumeration under the name of the field that reads as OTHER. It never stands in a file itself.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from cjmapper.errors import FileError
from cjmapper.model.extra import Entity
from cjmapper.model.vocabulary import Vocabulary
from cjmapper.storage.fields import fields_by_name, fields_of

EntityT = TypeVar("EntityT", bound=Entity)

MAX_DEPTH = 64


def with_unknown(entity: EntityT, raw: Mapping[str, Any], place: str = "") -> EntityT:
    """An object with what its raw form says beyond the types; the same object when nothing.

    Raises:
        FileError: ``too_deep`` where an unknown field is nested beyond the limit.
    """
    known = fields_by_name(type(entity))
    extra: dict[str, Any] = {}
    changes: dict[str, Any] = {}
    for name, value in raw.items():
        here = f"{place}.{name}" if place else name
        field = known.get(name)
        if field is None:
            _refuse_deep(value, here)
            extra[name] = value
            continue
        current = getattr(entity, field.attribute)
        if isinstance(current, Vocabulary):
            if value != current.value:
                extra[name] = value
        elif (richer := _inside(current, value, here)) is not current:
            changes[field.attribute] = richer
    if not extra and not changes and not entity.extra:
        return entity
    return msgspec.structs.replace(entity, extra=extra, **changes)


def _inside(current: object, raw: Any, place: str) -> object:
    if isinstance(current, Entity):
        return with_unknown(current, raw, place)
    if not isinstance(current, tuple) or not current or not isinstance(current[0], Entity):
        return current
    richer = tuple(
        with_unknown(entry, raw[index], f"{place}[{index}]") for index, entry in enumerate(current)
    )
    same = all(new is old for new, old in zip(richer, current, strict=True))
    return current if same else richer


def _refuse_deep(value: object, place: str) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return
    raise FileError("too_deep", place, limit=MAX_DEPTH)


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else []


def plain(entity: Entity) -> dict[str, Any]:
    """An object as names and values in the order of the file, unknown ones at the end."""
    known = fields_by_name(type(entity))
    result: dict[str, Any] = {}
    for name, value in known_values(entity):
        if isinstance(value, Entity):
            result[name] = plain(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Entity):
            result[name] = [plain(entry) for entry in value]
        else:
            result[name] = value
    result.update((name, value) for name, value in entity.extra.items() if name not in known)
    return result


def known_values(entity: Entity) -> list[tuple[str, Any]]:
    """The fields that must be written, by name; the raw word where one reads as OTHER."""
    found: list[tuple[str, Any]] = []
    for field in fields_of(type(entity)):
        value = getattr(entity, field.attribute)
        if _has_raw_word(entity, field.name, value):
            found.append((field.name, entity.extra[field.name]))
        elif not field.is_usual(value):
            found.append((field.name, value))
    return found


def _has_raw_word(entity: Entity, name: str, value: object) -> bool:
    return isinstance(value, Vocabulary) and value == "other" and name in entity.extra


def tidy(entity: EntityT) -> EntityT:
    """An object without raw words that no longer hold, since a known word took their place."""
    known = fields_by_name(type(entity))
    changes: dict[str, Any] = {}
    for field in known.values():
        value = getattr(entity, field.attribute)
        if (tidied := _each(value, tidy)) is not value:
            changes[field.attribute] = tidied
    extra = {
        name: raw
        for name, raw in entity.extra.items()
        if name not in known or _has_raw_word(entity, name, getattr(entity, known[name].attribute))
    }
    if not changes and len(extra) == len(entity.extra):
        return entity
    return msgspec.structs.replace(entity, extra=extra, **changes)


def _each(value: Any, change: Callable[[Entity], Entity]) -> Any:
    if isinstance(value, Entity):
        return change(value)
    if not isinstance(value, tuple) or not value or not isinstance(value[0], Entity):
        return value
    changed = tuple(change(entry) for entry in value)
    return value if all(a is b for a, b in zip(changed, value, strict=True)) else changed
