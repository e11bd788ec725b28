"""Edits of the document's registers: actors, channels, departments, tags, evidence and the like."""

from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model.edits import changes
from cjmapper.model.entities import REGISTERS, EntityKind, Registered, registered
from cjmapper.model.references import without

_KINDS: dict[type[Registered], EntityKind] = {
    d.Actor: EntityKind.ACTOR,
    d.Channel: EntityKind.CHANNEL,
    d.Department: EntityKind.DEPARTMENT,
    d.Tag: EntityKind.TAG,
    d.Evidence: EntityKind.EVIDENCE,
    d.Metric: EntityKind.METRIC,
    d.Workshop: EntityKind.WORKSHOP,
}


def add_entry(document: d.Document, entry: Registered, index: int | None = None) -> d.Document:
    """One more entry in the register of its type; pictures have an edit of their own."""
    kind = _KINDS.get(type(entry))
    if kind is None:
        raise EditError("field_fixed", "assets")
    tidy = changes.tidied(entry)
    changes.refuse_breaches(document, None, tidy)
    items = registered(document, kind)
    at = len(items) if index is None else index
    return _with(document, kind, changes.inserted(items, at, tidy))


def change_entry(document: d.Document, entry_id: str, **fields: Any) -> d.Document:
    """Other fields of an entry; of a picture only its name."""
    kind, index = _find(document, entry_id)
    items = registered(document, kind)
    fixed = {"data", "media_type"} if kind is EntityKind.ASSET else ()
    entry = changes.set_fields(items[index], fields, fixed)
    if entry is items[index]:
        return document
    changes.refuse_breaches(document, None, entry)
    return _with(document, kind, changes.replaced(items, index, entry))


def move_entry(document: d.Document, entry_id: str, index: int) -> d.Document:
    """The entry at this index of its register afterwards."""
    kind, former = _find(document, entry_id)
    items = registered(document, kind)
    entries = changes.moved(items, former, index)
    return document if entries == items else _with(document, kind, entries)


def delete_entry(document: d.Document, entry_id: str) -> d.Document:
    """No such entry, nor references to it; of an actor among several, nor what it felt."""
    _find(document, entry_id)
    return without(document, (entry_id,))


def _find(document: d.Document, entry_id: str) -> tuple[EntityKind, int]:
    for kind in REGISTERS:
        for index, entry in enumerate(registered(document, kind)):
            if entry.id == entry_id:
                return kind, index
    raise EditError("unknown_id", id=entry_id)


def _with(document: d.Document, kind: EntityKind, entries: tuple[Registered, ...]) -> d.Document:
    fields: dict[str, Any] = {REGISTERS[kind]: entries}
    return msgspec.structs.replace(document, **fields)
