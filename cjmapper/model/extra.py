"""Room in every object of a document for the fields of a file that this version does not know.

They are never written as a field of their own (`cjmapper.storage.codec` folds them in and out).
"""

from typing import Any

import msgspec

EXTRA = "(extra)"
"""What `extra` is called where the types are written as they are; no field of a file has it."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What every object of a document has: room for fields that this version does not know."""

    extra: dict[str, Any] = msgspec.field(default_factory=dict, name=EXTRA)
