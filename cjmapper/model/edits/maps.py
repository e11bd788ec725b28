"""Edits of whole maps: new ones, copies, their fields, and taking one away."""

from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, invariants, queries
from cjmapper.model.edits import changes
from cjmapper.model.entities import MAP_PARTS, MapPart, parts
from cjmapper.model.references import REFERENCES, without

_FIXED = frozenset(MAP_PARTS.values())


def blank_map(
    new_id: ids.IdSource, title: str = "", like: d.JourneyMap | None = None
) -> d.JourneyMap:
    """A map of one phase with one step, and with empty lanes as on the map `like`, if any."""
    phase = d.Phase(id=ids.PhaseId(new_id()), key="phase")
    step = d.Step(id=ids.StepId(new_id()), key="step", phase=phase.id)
    lanes = tuple(
        msgspec.structs.replace(lane, id=ids.LaneId(new_id()), hidden=False, height_mm=None)
        for lane in (() if like is None else like.lanes)
    )
    name = ids.MapId(new_id())
    return d.JourneyMap(id=name, title=title, phases=(phase,), steps=(step,), lanes=lanes)


def add_map(document: d.Document, journey: d.JourneyMap, index: int | None = None) -> d.Document:
    """One more map, last unless an index is given; refused with the code of a rule it breaks."""
    tidy = changes.tidied(journey)
    at = len(document.maps) if index is None else index
    outcome = msgspec.structs.replace(document, maps=changes.inserted(document.maps, at, tidy))
    for breach in invariants.violations(outcome):
        raise EditError(breach.code, breach.place, **breach.values)
    return outcome


def change_map(document: d.Document, map_id: str, **fields: Any) -> d.Document:
    """Other fields of a map; what stands in it has edits of its own."""
    journey = queries.map_by_id(document, map_id)
    changed = changes.set_fields(journey, fields, _FIXED)
    if changed is journey:
        return document
    changes.refuse_breaches(document, journey, changed)
    names = ("extra", *(name for name in fields if name != "extra"))
    outcome = changes.with_map(document, journey, {name: getattr(changed, name) for name in names})
    if fields.get("compares_to") and invariants.cycle(outcome, "compares_to"):
        raise EditError("compares_to_cycle", "compares_to", id=map_id)
    return outcome


def rename_map(document: d.Document, map_id: str, title: str) -> d.Document:
    """Another title of a map."""
    return change_map(document, map_id, title=title)


def move_map(document: d.Document, map_id: str, index: int) -> d.Document:
    """The map at this index of the document afterwards."""
    journey = queries.map_by_id(document, map_id)
    maps = changes.moved(document.maps, document.maps.index(journey), index)
    return document if maps == document.maps else msgspec.structs.replace(document, maps=maps)


def duplicate_map(
    document: d.Document, map_id: str, new_id: ids.IdSource, title: str
) -> d.Document:
    """A copy of a map right after it, with new ids and the same keys, compared to the original."""
    original = queries.map_by_id(document, map_id)
    names: dict[str, str] = {original.id: new_id()}
    for kind in MAP_PARTS:
        for part in parts(original, kind):
            names[part.id] = new_id()
    fields: dict[str, Any] = {
        field: tuple(_renamed(part, names) for part in parts(original, kind))
        for kind, field in MAP_PARTS.items()
    }
    fields |= {"id": names[original.id], "title": title, "compares_to": original.id}
    copy = msgspec.structs.replace(original, **fields)
    index = document.maps.index(original) + 1
    maps = changes.inserted(document.maps, index, copy)
    outcome = msgspec.structs.replace(document, maps=maps)
    return change_map(outcome, copy.id, title=title)


def delete_map(document: d.Document, map_id: str) -> d.Document:
    """No such map, nor references to anything in it; refused with `last_map`."""
    queries.map_by_id(document, map_id)
    if len(document.maps) == 1:
        raise EditError("last_map", id=map_id)
    return without(document, (map_id,))


def _renamed(part: MapPart, names: dict[str, str]) -> MapPart:
    fields: dict[str, Any] = {"id": names[part.id]}
    for reference in REFERENCES.get(type(part), ()):
        fields[reference.field] = _with_new_names(getattr(part, reference.field), names)
    return msgspec.structs.replace(part, **fields)


def _with_new_names(value: object, names: dict[str, str]) -> object:
    match value:
        case str():
            return names.get(value, value)
        case dict():
            return {names.get(key, key): count for key, count in value.items()}
        case tuple():
            return tuple(names.get(one, one) for one in value)
        case _:
            return value
