"""Edits of lanes: the rows of a map."""

from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without

_FIXED = frozenset({"kind"})


def add_lane(
    document: d.Document,
    map_id: str,
    index: int,
    *,
    kind: v.LaneKind,
    new_id: ids.LaneId,
    title: str = "",
) -> d.Document:
    """A new lane of a kind, in its usual zone, which has this index afterwards."""
    blank = d.Lane(id=new_id, kind=kind, zone=lane_rules.usual_zone(kind))
    lane = changes.set_fields(blank, {"title": title})
    return changes.add_part(document, map_id, EntityKind.LANE, lane, index)


def change_lane(document: d.Document, map_id: str, lane_id: str, **fields: Any) -> d.Document:
    """Other fields of a lane; its kind has an edit of its own."""
    return changes.change_part(document, map_id, (EntityKind.LANE, lane_id), fields, _FIXED)


def rename_lane(document: d.Document, map_id: str, lane_id: str, title: str) -> d.Document:
    """Another title of a lane."""
    return change_lane(document, map_id, lane_id, title=title)


def hide_lane(document: d.Document, map_id: str, lane_id: str, *, hidden: bool) -> d.Document:
    """A lane that is not shown, or is shown again; what stands in it stays."""
    return change_lane(document, map_id, lane_id, hidden=hidden)


def set_height(
    document: d.Document, map_id: str, lane_id: str, height_mm: float | None
) -> d.Document:
    """The height of a lane in millimetres; None lets it be computed again."""
    return change_lane(document, map_id, lane_id, height_mm=height_mm)


def set_kind(document: d.Document, map_id: str, lane_id: str, kind: v.LaneKind) -> d.Document:
    """A lane of another kind; its cards take a kind that fits, and keep their fields.

    Refused with `lane_takes_no_cards` where it holds some and the new kind takes none.
    """
    journey = queries.map_by_id(document, map_id)
    index = changes.require(journey, EntityKind.LANE, lane_id)
    if journey.lanes[index].kind is kind:
        return document
    former = changes.set_fields(journey.lanes[index], {"kind": kind})
    lane = msgspec.structs.replace(former, zone=lane_rules.usual_zone(kind))
    cards = tuple(fitted(card, lane) if card.lane == lane_id else card for card in journey.cards)
    fields = {"lanes": changes.replaced(journey.lanes, index, lane), "cards": cards}
    return changes.with_map(document, journey, fields)


def fitted(card: d.Card, lane: d.Lane) -> d.Card:
    """The card as it would be in a lane; refused with `lane_takes_no_cards`."""
    kind = lane_rules.kind_in_lane(lane.kind, card.kind)
    if kind is None:
        raise EditError("lane_takes_no_cards", id=lane.id)
    return changes.set_fields(card, {"kind": kind})


def move_lane(document: d.Document, map_id: str, lane_id: str, index: int) -> d.Document:
    """The lane, with all it holds, at this index afterwards."""
    journey = queries.map_by_id(document, map_id)
    former = changes.require(journey, EntityKind.LANE, lane_id)
    lanes = changes.moved(journey.lanes, former, index)
    if lanes == journey.lanes:
        return document
    return changes.with_map(document, journey, {"lanes": lanes})


def delete_lane(document: d.Document, map_id: str, lane_id: str) -> d.Document:
    """No such lane, nor its cards or references to them.

    Readings belong to steps, not to the lane that draws them: they stay, and a new emotion lane
    shows them again.
    """
    changes.require(queries.map_by_id(document, map_id), EntityKind.LANE, lane_id)
    return without(document, (lane_id,))
