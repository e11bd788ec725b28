"""What a field of the inspector reads from a document and what it does to it, as named edits."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from cjmapper.editor.history import EntryName
from cjmapper.editor.names import entry, of_cards, thing_name
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
from cjmapper.model.entities import EntityKind, MapPart
from cjmapper.ui.panels.inspector import places
from cjmapper.ui.panels.inspector.fields import Several
from cjmapper.ui.panels.inspector.places import Shown
from cjmapper.ui.panels.inspector.plans import KIND_OF, Plan, Subject

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
    (EntityKind.STEP, "phase"): "move_step",
    (EntityKind.STEP, "place"): "move_step",
    (EntityKind.PHASE, "width_mm"): "resize_phase",
    (EntityKind.PHASE, "place"): "move_phase",
    (EntityKind.LANE, "height_mm"): "resize_lane",
    (EntityKind.LANE, "place"): "move_lane",
    (EntityKind.EMOTION, "step"): "move_emotion",
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


def value_of(
    document: d.Document, journey: d.JourneyMap, things: Sequence[Shown], plan: Plan
) -> object:
    """What a field shows: the value that all things share, or that they differ."""
    values: set[Any] = set()
    for thing in things:
        values |= (
            places.values(journey, thing, plan.field)
            if plan.field in places.FIELDS
            else {_one_value(document, thing, plan)}
        )
    return values.pop() if len(values) == 1 else Several.MIXED


def _one_value(document: d.Document, thing: Shown, plan: Plan) -> Any:
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
    for thing in _in_order(queries.map_by_id(document, map_id), subject):
        if plan.field in places.FIELDS:
            document = places.moved(document, map_id, thing, plan.field, value)
        elif plan.field == "words":
            document = text.set_text(document, map_id, thing.id, str(value))
        else:
            change = _CHANGES[KIND_OF[type(thing)]]
            document = change(document, map_id, thing.id, **{plan.field: value})
    return document


def _in_order(journey: d.JourneyMap, subject: Subject) -> list[MapPart]:
    """What is changed; cards as they are read, so that they stay in their order."""
    named = tuple(name for name in subject.ids if queries.card(journey, name) is not None)
    cards = queries.reading_order(journey, named)
    read = {card.id for card in cards}
    others = (queries.part(journey, name) for name in subject.ids if name not in read)
    return [*cards, *(thing for thing in others if thing is not None)]


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
    if subject.kind is None:
        return entry("change_items", n=len(subject.ids))
    if subject.kind is EntityKind.CARD and (plan.field in places.FIELDS or len(subject.ids) > 1):
        code = "move_card" if plan.field in places.FIELDS else "change_card"
        return of_cards(code, queries.reading_order(journey, subject.ids))
    code = _NAMES.get((subject.kind, plan.field), _OTHERWISE[subject.kind])
    return entry(code, name=thing_name(journey, subject.ids[0]))
