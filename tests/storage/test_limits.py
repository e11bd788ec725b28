"""How large a document may be: which fields the limits look at."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from cjmapper.model import document as d
from cjmapper.model.extra import Entity
from cjmapper.storage import limits
from cjmapper.storage.fields import fields_of


def _kinds(kind: type[Entity] = Entity) -> Iterator[type[Entity]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _kinds(inner)


@pytest.mark.parametrize("kind", list(_kinds()), ids=lambda kind: kind.__name__)
def test_fields_to_look_at_are_those_that_python_itself_reads(kind: type[Entity]) -> None:
    wanted, fields = get_type_hints(kind), fields_of(kind)
    assert fields
    assert limits._numbers(kind) == tuple(f for f in fields if _is_number(wanted[f.attribute]))
    assert limits._lists(kind) == tuple(f for f in fields if _is_list(wanted[f.attribute]))


def _is_number(hint: Any) -> bool:
    return any(hint in (number, number | None) for number in (int, float, int | float))


def _is_list(hint: Any) -> bool:
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    return isinstance(inner, type) and issubclass(inner, Entity)


def test_numbers_and_lists_are_found() -> None:
    assert {field.name for field in limits._numbers(d.Measurement)} >= {"value"}
    assert {field.name for field in limits._lists(d.JourneyMap)} >= {"cards", "phases"}
