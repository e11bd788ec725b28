"""How large the numbers of a document may be, the same on the way in and in every edit."""

MAX_NUMBER = 1_000_000
"""The largest number that may become a length or a place."""

MAX_MEASURED = 1_000_000_000_000
"""The largest number of what is counted or measured, such as money."""

_MEASURED = frozenset({"n", "count", "value", "target"})


def most_of(field: str) -> int:
    """The largest number, with either sign, that the field of this name may hold."""
    return MAX_MEASURED if field in _MEASURED else MAX_NUMBER
