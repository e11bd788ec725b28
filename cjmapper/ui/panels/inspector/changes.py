"""What a field of the inspector reads from a document and what it does to it, as named edits."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from cjmapper.editor.history import EntryName
from cjmapper.editor.names import entry, thing_name
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import (
    cards,
    documents,
    emotions,
    lanes,
    links,
    maps,
    phases,
    registers,
    steps,
    text,
    transitions,
)
from cjmapper.model.entities import EntityKind
from cjmapper.ui.panels.inspector.fields import Several
from cjmapper.ui.panels.inspector.plans import Plan, Subject

_Change = Callable[..., d.Document]
_CHANGES: dict[EntityKind, _Change] = {
    EntityKind.CARD: cards.change_card,
    EntityKind.PHASE: phases.change_phase,
    EntityKind.STEP: steps.change_step,
    EntityKind.LANE: lanes.change_lane,
    EntityKind.EMOTION: emotions.change_reading,
    EntityKind.TRANSITION: transitions.change_transition,
    EntityKind.LINK: links.change_link,
}
_NAMES: dict[tuple[EntityKind, str], str] = {
    (EntityKind.CARD, "text"): "edit_card",
    (EntityKind.PHASE, "name"): "rename_phase",
    (EntityKind.STEP, "title"): "edit_step",
    (EntityKind.STEP, "width_mm"): "resize_step",
    (EntityKind.LANE, "title"): "rename_lane",
    (EntityKind.EMOTION, "words"): "edit_emotion",
    (EntityKind.EMOTION, "value"): "set_emotion",
    (EntityKind.MAP, "title"): "rename_map",
    (EntityKind.MAP, "document_title"): "change_document",
    (EntityKind.MAP, "client"): "change_document",
    (EntityKind.MAP, "language"): "change_document",
}
_OTHERWISE: dict[EntityKind, str] = {
    EntityKind.CARD: "change_card",
    EntityKind.PHASE: "change_phase",
    EntityKind.STEP: "change_step",
    EntityKind.LANE: "change_lane",
    EntityKind.EMOTION: "set_emotion",
    EntityKind.TRANSITION: "change_transition",
    EntityKind.LINK: "change_link",
    EntityKind.MAP: "change_map",
}


def value_of(document: d.Document, things: Sequence[d.Entity], plan: Plan) -> object:
    """What a field shows: the value that all things share, or that they differ."""
    values = {_one_value(document, thing, plan) for thing in things}
    return values.pop() if len(values) == 1 else Several.MIXED


def _one_value(document: d.Document, thing: d.Entity, plan: Plan) -> Any:
    match plan.field:
        case "document_title":
            return document.title
        case "primary_actor" if isinstance(thing, d.JourneyMap):
            return queries.primary_actor(thing)
        case "words" if isinstance(thing, d.Emotion):
            return text.words_shown(thing)
        case "actor" if isinstance(thing, d.Emotion) and thing.actor in _primary_of(
            document, thing
        ):
            return None
        case name:
            return getattr(document if plan.of_document else thing, name)


def _primary_of(document: d.Document, reading: d.Emotion) -> tuple[ids.ActorId | None, ...]:
    """The primary actor of the map that a reading stands on."""
    place = queries.place_of(document, reading.id)
    if place is None or place.map_id is None:
        return ()
    return (queries.primary_actor(queries.map_by_id(document, place.map_id)),)


def changed(
    document: d.Document, map_id: ids.MapId, subject: Subject, plan: Plan, value: object
) -> d.Document:
    """The document in which a field of all that is selected has another value."""
    if plan.of_document:
        name = "title" if plan.field == "document_title" else plan.field
        return documents.change_document(document, **{name: value})
    if subject.kind is EntityKind.MAP:
        return _changed_map(document, map_id, plan, value)
    for name in subject.ids:
        if plan.field == "words":
            document = text.set_text(document, map_id, name, str(value))
            continue
        document = _CHANGES[subject.kind](document, map_id, name, **{plan.field: value})
    return document


def _changed_map(document: d.Document, map_id: ids.MapId, plan: Plan, value: object) -> d.Document:
    if plan.field != "primary_actor":
        return maps.change_map(document, map_id, **{plan.field: value})
    others = tuple(actor for actor in queries.map_by_id(document, map_id).actors if actor != value)
    first = () if value is None else (value,)
    rest = others[1:] if value is None else others
    return maps.change_map(document, map_id, actors=(*first, *rest))


def with_new_entry(
    document: d.Document, map_id: ids.MapId, subject: Subject, plan: Plan, named: tuple[str, str]
) -> d.Document:
    """The document with a new entry of a register (id, name), which the field then has."""
    key, name = named
    fresh: d.Channel | d.Department | d.Actor
    match plan.field:
        case "channel":
            fresh = d.Channel(id=ids.ChannelId(key), name=name)
        case "department":
            fresh = d.Department(id=ids.DepartmentId(key), name=name)
        case _:
            fresh = d.Actor(id=ids.ActorId(key), name=name)
    return changed(registers.add_entry(document, fresh), map_id, subject, plan, key)


def with_new_source(
    document: d.Document, map_id: ids.MapId, subject: Subject, plan: Plan, titled: tuple[str, str]
) -> d.Document:
    """The document with a new source (id, title), which all that is selected is based on."""
    key, title = titled
    source = d.Evidence(id=ids.EvidenceId(key), title=title)
    document = registers.add_entry(document, source)
    journey = queries.map_by_id(document, map_id)
    for name in subject.ids:
        thing = queries.part(journey, name)
        if isinstance(thing, d.Card | d.Emotion):
            one = msgspec.structs.replace(subject, ids=(name,))
            document = changed(document, map_id, one, plan, (*thing.evidence, source.id))
    return document


def entry_name(journey: d.JourneyMap, subject: Subject, plan: Plan) -> EntryName:
    """What the undo menu calls a change of a field."""
    code = _NAMES.get((subject.kind, plan.field), _OTHERWISE[subject.kind])
    return entry(code, name=thing_name(journey, subject.ids[0]))
