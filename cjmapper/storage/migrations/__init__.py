"""From older formats to this one: one step for each version, from plain JSON to plain JSON.

A step takes what a file of its version holds and gives what the next version would hold. It never
sees the types of a document, so that it stays true when they change.

History of the format:
    1: the first.
"""

from collections.abc import Callable, Mapping
from typing import Any

from cjmapper.errors import FileError
from cjmapper.model.document import FORMAT

Raw = dict[str, Any]
Migration = Callable[[Raw], Raw]

MIGRATIONS: Mapping[int, Migration] = {}
"""From each older format to the next, by the older one's number."""


def migrate(raw: Raw, *, steps: Mapping[int, Migration] = MIGRATIONS, target: int = FORMAT) -> Raw:
    """What a file of an older format holds, in the target format.

    Raises:
        FileError: ``format_unknown`` when a format is named that there never was.
    """
    current = raw["format"]
    while current < target:
        if current not in steps:
            raise FileError("format_unknown", "format", format=current)
        raw = {**steps[current](raw), "format": current + 1}
        current += 1
    return raw
