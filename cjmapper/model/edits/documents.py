"""Edits of the document itself: its title, its language, who it is for."""

from typing import Any

from cjmapper.model import document as d
from cjmapper.model.edits import changes
from cjmapper.model.entities import REGISTERS

_FIXED = frozenset({"format", "maps", *REGISTERS.values()})


def change_document(document: d.Document, **fields: Any) -> d.Document:
    """Other fields of the document; its registers and maps have edits of their own."""
    changed = changes.set_fields(document, fields, _FIXED)
    if changed is not document:
        changes.refuse_breaches(changed, None, changed)
    return changed
