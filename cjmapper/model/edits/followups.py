"""Edits of what a map leads to: insights, actions, rounds of votes, and comments."""

from typing import Any

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without

Followup = d.Insight | d.Action | d.VoteRound | d.Comment

_KINDS: dict[type[Followup], EntityKind] = {
    d.Insight: EntityKind.INSIGHT,
    d.Action: EntityKind.ACTION,
    d.VoteRound: EntityKind.VOTE_ROUND,
    d.Comment: EntityKind.COMMENT,
}


def add_followup(
    document: d.Document, map_id: str, followup: Followup, index: int | None = None
) -> d.Document:
    """One more insight, action, round of votes or comment, last unless an index is given."""
    return changes.add_part(document, map_id, _KINDS[type(followup)], followup, index)


def change_followup(document: d.Document, map_id: str, name: str, **fields: Any) -> d.Document:
    """Other fields of an insight, action, round of votes or comment."""
    return changes.change_part(document, map_id, (_kind(document, map_id, name), name), fields)


def delete_followup(document: d.Document, map_id: str, name: str) -> d.Document:
    """No such insight, action, round of votes or comment, nor comments on it."""
    _kind(document, map_id, name)
    return without(document, (name,))


def _kind(document: d.Document, map_id: str, name: str) -> EntityKind:
    kind = queries.kind_of(queries.map_by_id(document, map_id), name)
    if kind is None or kind not in _KINDS.values():
        raise EditError("unknown_id", id=name)
    return kind
