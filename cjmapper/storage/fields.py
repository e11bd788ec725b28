"""What the types of a document say of their fields, looked up once for each type."""

from functools import cache
from typing import Any

import msgspec

Item = msgspec.Struct
"""Any object of a document."""


class FieldOf(msgspec.Struct, frozen=True):
    """One field of a type: its name in Python, its name in a file, and what it is unless said."""

    attribute: str
    name: str
    default: Any = None
    required: bool = False

    def is_usual(self, value: object) -> bool:
        """Whether a value need not be written, since reading gives it anyway."""
        return not self.required and type(value) is type(self.default) and value == self.default


@cache
def fields_of(kind: type[Item]) -> tuple[FieldOf, ...]:
    """The fields of a type in the order of their declaration, without `extra`."""
    return tuple(
        FieldOf(
            field.name,
            field.encode_name,
            field.default_factory() if callable(field.default_factory) else field.default,
            required=field.required,
        )
        for field in msgspec.structs.fields(kind)
        if field.name != "extra"
    )


@cache
def fields_by_name(kind: type[Item]) -> dict[str, FieldOf]:
    """The fields of a type by their names in a file."""
    return {field.name: field for field in fields_of(kind)}
