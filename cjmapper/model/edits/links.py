"""Edits of links: what one card says of another."""

from typing import Any

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without

_TROUBLES = frozenset({v.CardKind.PAIN, v.CardKind.RISK})
_ANSWERS = frozenset({v.CardKind.TOUCHPOINT, v.CardKind.OPPORTUNITY})


def connect_cards(
    document: d.Document,
    map_id: str,
    ends: tuple[str, str],
    *,
    new_id: ids.LinkId,
    kind: v.LinkKind | None = None,
    text: str = "",
) -> d.Document:
    """A link between two cards, its kind told by theirs unless given; none twice the same.

    Refused with `link_to_itself`.
    """
    journey = queries.map_by_id(document, map_id)
    start, to = (journey.cards[changes.require(journey, EntityKind.CARD, end)] for end in ends)
    meant = usual_kind(start, to) if kind is None else kind
    new = d.Link(id=new_id, start=start.id, to=to.id, kind=meant, text=text)
    _refuse_circle(new)
    if any(_same(one, new) for one in queries.links_of_card(journey, start.id)):
        return document
    return changes.add_part(document, map_id, EntityKind.LINK, new)


def usual_kind(start: d.Card, to: d.Card) -> v.LinkKind:
    """What a connector drawn by hand from one card to another means."""
    if start.kind is v.CardKind.OPPORTUNITY and to.kind in _TROUBLES:
        return v.LinkKind.ADDRESSES
    if start.kind in _ANSWERS and to.kind is v.CardKind.QUESTION:
        return v.LinkKind.ANSWERS
    return v.LinkKind.LEADS_TO


def change_link(document: d.Document, map_id: str, link_id: str, **fields: Any) -> d.Document:
    """Other fields of a link, its ends (`start`, `to`) among them.

    The same document where it would become the same as another one.
    """
    place = (EntityKind.LINK, link_id)
    outcome = changes.change_part(document, map_id, place, fields)
    if outcome is document:
        return document
    journey = queries.map_by_id(outcome, map_id)
    changed = journey.links[changes.require(journey, *place)]
    _refuse_circle(changed)
    twice = any(one is not changed and _same(one, changed) for one in journey.links)
    return document if twice else outcome


def reverse_link(document: d.Document, map_id: str, link_id: str) -> d.Document:
    """The link the other way round, of the same kind."""
    journey = queries.map_by_id(document, map_id)
    link = journey.links[changes.require(journey, EntityKind.LINK, link_id)]
    return change_link(document, map_id, link_id, start=link.to, to=link.start)


def delete_link(document: d.Document, map_id: str, link_id: str) -> d.Document:
    """No such link, nor comments on it."""
    changes.require(queries.map_by_id(document, map_id), EntityKind.LINK, link_id)
    return without(document, (link_id,))


def _same(one: d.Link, other: d.Link) -> bool:
    return (one.start, one.to, one.kind) == (other.start, other.to, other.kind)


def _refuse_circle(link: d.Link) -> None:
    if link.start == link.to:
        raise EditError("link_to_itself", id=link.start)
