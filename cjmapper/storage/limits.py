"""How large a document may be: its objects, its texts, its numbers, its pictures.

The same limits hold on the way in and on the way out, so that what is saved can be opened.
"""

from collections.abc import Iterator
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from cjmapper.errors import FileError
from cjmapper.model.bounds import most_of
from cjmapper.model.document import Document
from cjmapper.model.extra import Entity
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.storage.fields import FieldOf, fields_of

MAX_OBJECTS = 50_000
MAX_ASSET_BYTES = 100_000_000


def check_limits(document: Document, content: bytes) -> None:
    """Refuse what is too large; `content` is the document as `cjmapper.storage.codec` writes it.

    Raises:
        FileError: ``too_many_objects``, ``too_large_pictures``, ``text_too_long`` or
            ``number_too_large``, with the place.
    """
    count = _object_count(document)
    if count > MAX_OBJECTS:
        raise FileError("too_many_objects", limit=MAX_OBJECTS, count=count)
    pictures = sum(len(asset.data) for asset in document.assets)
    if pictures > MAX_ASSET_BYTES:
        raise FileError("too_large_pictures", "assets", limit=MAX_ASSET_BYTES, size=pictures)
    _check_numbers((document,), "")
    if _has_long_line(content):
        _check_texts(document, "")


def _has_long_line(content: bytes) -> bool:
    """Whether any line is longer than one text may be, found by leaps of that length."""
    start = 0
    while len(content) - start > MAX_TEXT:
        end = content.rfind(b"\n", start, start + MAX_TEXT + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _object_count(document: Document) -> int:
    owners: list[Entity] = [document, *document.maps]
    return sum(
        len(getattr(owner, field.attribute)) for owner in owners for field in _lists(type(owner))
    )


@cache
def _lists(kind: type[Entity]) -> tuple[FieldOf, ...]:
    return tuple(field for field, hint in _hints(kind) if _holds_entities(hint))


@cache
def _numbers(kind: type[Entity]) -> tuple[FieldOf, ...]:
    return tuple(field for field, hint in _hints(kind) if _is_number(hint))


def _is_number(hint: object) -> bool:
    parts = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    return not {int, float}.isdisjoint(map(_bare, parts))


def _hints(kind: type[Entity]) -> list[tuple[FieldOf, object]]:
    """What a field holds as it is written; to have names looked up would be slow, and none are."""
    hints: dict[str, object] = {}
    for base in reversed(kind.__mro__):
        hints.update(get_annotations(base))
    return [(field, _bare(hints[field.attribute])) for field in fields_of(kind)]


def _bare(hint: object) -> object:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _holds_entities(hint: object) -> bool:
    return get_origin(hint) is tuple and any(
        isinstance(part, type) and issubclass(part, Entity) for part in get_args(hint)
    )


def _check_numbers(entries: tuple[Entity, ...], place: str) -> None:
    kind = type(entries[0])
    for field in _numbers(kind):
        limit = most_of(field.attribute)
        if _all_within(set(map(attrgetter(field.attribute), entries)), limit):
            continue
        for index, number in enumerate(map(attrgetter(field.attribute), entries)):
            if number is not None and not -limit <= number <= limit:
                where = f"{place}[{index}].{field.name}".removeprefix("[0].")
                raise FileError("number_too_large", where, limit=limit, number=number)
    for field in _lists(kind):
        for index, inner in enumerate(map(attrgetter(field.attribute), entries)):
            if inner:
                _check_numbers(inner, f"{place}[{index}].{field.name}".removeprefix("[0]."))


def _all_within(numbers: set[float | None], limit: float) -> bool:
    """Judged by the distinct values: most cards of a map have the same few."""
    numbers.discard(None)
    return all(-limit <= number <= limit for number in numbers if number is not None)


def _check_texts(value: object, place: str) -> None:
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise FileError("text_too_long", place, limit=MAX_TEXT, length=len(value))
        return
    for name, inner in _parts(value):
        _check_texts(inner, f"{place}{name}".removeprefix("."))


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Entity):
        for field in fields_of(type(value)):
            yield f".{field.name}", getattr(value, field.attribute)
        yield from _parts(value.extra)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield f".{name}", inner
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield f"[{index}]", inner
