"""Questions about a document that every room asks: what stands where, and what belongs to what.

Answers come from tables kept beside each map (`cjmapper.model.tables`). Nothing here changes
anything, and nothing here is about millimetres.
"""

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, tables
from cjmapper.model import vocabulary as v
from cjmapper.model.entities import MAP_PARTS, REGISTERS, EntityKind, MapPart, parts, registered


class Place(msgspec.Struct, frozen=True):
    """Where an id lives: what it names, in which map (None in a register), and at which index."""

    kind: EntityKind
    map_id: ids.MapId | None
    index: int


def succeed(former: d.JourneyMap, journey: d.JourneyMap) -> None:
    """Say that an edit made `journey` out of `former`, so that tables need not be made anew."""
    tables.hand_on(former, journey)


def expect(journey: d.JourneyMap, kind: EntityKind, name: str, index: int) -> None:
    """Say where a thing will stand in the map that an edit makes, so that it is found at once."""
    tables.tables_of(journey).hints[name] = (kind, index)


def know_cells(journey: d.JourneyMap, cells: tables.Cells) -> None:
    """Say which cards stand in which cells of a new map, where an edit knows it already."""
    tables.tables_of(journey).cells = (journey.cards, cells)


def find_map(document: d.Document, map_id: str) -> d.JourneyMap | None:
    """The map of that id, or None."""
    for journey in document.maps:
        if journey.id == map_id:
            return journey
    return None


def map_by_id(document: d.Document, map_id: str) -> d.JourneyMap:
    """The map of that id; refused with `unknown_id` where there is none."""
    journey = find_map(document, map_id)
    if journey is None:
        raise EditError("unknown_id", id=map_id)
    return journey


def index_of(journey: d.JourneyMap, kind: EntityKind, name: str) -> int | None:
    """The index of a thing in its list of the map, or None."""
    items = parts(journey, kind)
    hints = tables.tables_of(journey).hints
    hint = hints.get(name)
    if hint is not None and hint[0] is kind:
        near = tables.index_near(items, name, hint[1])
        if near is not None:
            return near
    for index, item in enumerate(items):
        hints[item.id] = (kind, index)
    hint = hints.get(name)
    if hint is None or hint[0] is not kind or hint[1] >= len(items):
        return None
    return hint[1] if items[hint[1]].id == name else None


def kind_of(journey: d.JourneyMap, name: str) -> EntityKind | None:
    """What an id names in a map, or None."""
    hint = tables.tables_of(journey).hints.get(name)
    if hint is not None and index_of(journey, hint[0], name) is not None:
        return hint[0]
    return next((kind for kind in MAP_PARTS if index_of(journey, kind, name) is not None), None)


def part(journey: d.JourneyMap, name: str) -> MapPart | None:
    """The thing of that id in a map, or None."""
    kind = kind_of(journey, name)
    if kind is None:
        return None
    index = index_of(journey, kind, name)
    return None if index is None else parts(journey, kind)[index]


def place_of(document: d.Document, name: str) -> Place | None:
    """Where an id lives, or None."""
    if name == document.id:
        return Place(EntityKind.DOCUMENT, None, 0)
    for kind in REGISTERS:
        for index, entry in enumerate(registered(document, kind)):
            if entry.id == name:
                return Place(kind, None, index)
    for index, journey in enumerate(document.maps):
        if journey.id == name:
            return Place(EntityKind.MAP, journey.id, index)
    return next(filter(None, (_place_in(journey, name) for journey in document.maps)), None)


def _place_in(journey: d.JourneyMap, name: str) -> Place | None:
    kind = kind_of(journey, name)
    index = None if kind is None else index_of(journey, kind, name)
    return None if kind is None or index is None else Place(kind, journey.id, index)


def card(journey: d.JourneyMap, card_id: str) -> d.Card | None:
    """The card of that id, or None."""
    index = index_of(journey, EntityKind.CARD, card_id)
    return None if index is None else journey.cards[index]


def phase(journey: d.JourneyMap, phase_id: str) -> d.Phase | None:
    """The phase of that id, or None."""
    return next((phase for phase in journey.phases if phase.id == phase_id), None)


def step(journey: d.JourneyMap, step_id: str) -> d.Step | None:
    """The step of that id, or None."""
    index = step_index(journey).get(step_id)
    return None if index is None else journey.steps[index]


def lane(journey: d.JourneyMap, lane_id: str) -> d.Lane | None:
    """The lane of that id, or None."""
    return next((lane for lane in journey.lanes if lane.id == lane_id), None)


def emotion(journey: d.JourneyMap, emotion_id: str) -> d.Emotion | None:
    """The reading of that id, or None."""
    return next((one for one in journey.emotions if one.id == emotion_id), None)


def transition(journey: d.JourneyMap, transition_id: str) -> d.Transition | None:
    """The transition of that id, or None."""
    return next((one for one in journey.transitions if one.id == transition_id), None)


def link(journey: d.JourneyMap, link_id: str) -> d.Link | None:
    """The link of that id, or None."""
    return next((one for one in journey.links if one.id == link_id), None)


def step_index(journey: d.JourneyMap) -> dict[str, int]:
    """The column of each step, counted from 0. Not to be changed."""
    kept = tables.tables_of(journey)
    if kept.steps is None or kept.steps[0] is not journey.steps:
        columns: dict[str, int] = {one.id: index for index, one in enumerate(journey.steps)}
        kept.steps = (journey.steps, columns)
    return kept.steps[1]


def steps_of_phase(journey: d.JourneyMap, phase_id: str) -> tuple[d.Step, ...]:
    """The steps of a phase, in order; empty where there is no such phase."""
    kept = tables.tables_of(journey)
    if kept.phases is None or kept.phases[0] is not journey.steps:
        groups: dict[str, list[d.Step]] = {}
        for one in journey.steps:
            groups.setdefault(one.phase, []).append(one)
        kept.phases = (journey.steps, {name: tuple(group) for name, group in groups.items()})
    return kept.phases[1].get(phase_id, ())


def phase_of_step(journey: d.JourneyMap, step_id: str) -> d.Phase | None:
    """The phase a step stands in, or None."""
    found = step(journey, step_id)
    return None if found is None else phase(journey, found.phase)


def cells(journey: d.JourneyMap) -> tables.Cells:
    """The cards of every cell that has any, by (lane, step). Not to be changed."""
    kept = tables.tables_of(journey)
    if kept.cells is None:
        kept.cells = (journey.cards, tables.cells_from(journey.cards))
    elif kept.cells[0] is not journey.cards:
        mended = tables.mended_cells(
            *kept.cells, journey.cards, lambda name: index_of(journey, EntityKind.CARD, name)
        )
        kept.cells = (journey.cards, mended)
    return kept.cells[1]


def cards_in_cell(journey: d.JourneyMap, lane_id: str, step_id: str) -> tuple[d.Card, ...]:
    """The cards of a cell, in order."""
    return cells(journey).get((lane_id, step_id), ())


def parked_cards(journey: d.JourneyMap) -> tuple[d.Card, ...]:
    """The cards that stand in no cell, in order."""
    return cells(journey).get((None, None), ())


def reading_order(journey: d.JourneyMap, card_ids: tuple[str, ...]) -> tuple[d.Card, ...]:
    """These cards column by column, in a column lane by lane, parked ones last."""
    lanes: dict[str | None, int] = {one.id: index for index, one in enumerate(journey.lanes)}
    columns = step_index(journey)
    last = len(columns)
    chosen: list[tuple[int, int, int]] = []
    for name in dict.fromkeys(card_ids):
        index = index_of(journey, EntityKind.CARD, name)
        if index is None:
            raise EditError("unknown_id", id=name)
        found = journey.cards[index]
        chosen.append((columns.get(found.step or "", last), lanes.get(found.lane, 0), index))
    return tuple(journey.cards[index] for _column, _row, index in sorted(chosen))


def links_of_card(journey: d.JourneyMap, card_id: str) -> tuple[d.Link, ...]:
    """The links that begin or end at a card."""
    kept = tables.tables_of(journey)
    if kept.links is None or kept.links[0] is not journey.links:
        found: dict[str, list[d.Link]] = {}
        for one in journey.links:
            for end in {one.start, one.to}:
                found.setdefault(end, []).append(one)
        kept.links = (journey.links, {name: tuple(group) for name, group in found.items()})
    return kept.links[1].get(card_id, ())


def primary_actor(journey: d.JourneyMap) -> ids.ActorId | None:
    """The actor that a reading without one belongs to; None is «the customer»."""
    return journey.actors[0] if journey.actors else None


def _readings(
    journey: d.JourneyMap,
) -> dict[tuple[str | None, str], dict[str, tuple[d.Emotion, ...]]]:
    kept = tables.tables_of(journey)
    if (
        kept.readings is None
        or kept.readings[0] is not journey.emotions
        or kept.readings[1] is not journey.actors
    ):
        primary = primary_actor(journey)
        found: dict[tuple[str | None, str], dict[str, list[d.Emotion]]] = {}
        for one in journey.emotions:
            curve = found.setdefault((one.actor or primary, one.view.value), {})
            curve.setdefault(one.step, []).append(one)
        frozen = {
            name: {at: tuple(group) for at, group in curve.items()} for name, curve in found.items()
        }
        kept.readings = (journey.emotions, journey.actors, frozen)
    return kept.readings[2]


def curves(journey: d.JourneyMap) -> tuple[tuple[ids.ActorId | None, v.EmotionView], ...]:
    """Every actor and view that has a reading, in the order they first appear."""
    return tuple(
        (None if actor is None else ids.ActorId(actor), v.EmotionView(view))
        for actor, view in _readings(journey)
    )


def readings(
    journey: d.JourneyMap, actor: str | None, view: v.EmotionView
) -> dict[str, tuple[d.Emotion, ...]]:
    """The readings of an actor (None: the primary one) and view, by step. Not to be changed."""
    return _readings(journey).get((actor or primary_actor(journey), view.value), {})


def contents(journey: d.JourneyMap, name: str) -> tuple[str, ...]:
    """The ids of the cards and readings that stand in a phase, step or lane."""
    if lane(journey, name) is not None:
        return tuple(one.id for one in journey.cards if one.lane == name)
    columns: set[str] = {one.id for one in steps_of_phase(journey, name)} or {name}
    cards = (one.id for one in journey.cards if one.step in columns)
    return (*cards, *(one.id for one in journey.emotions if one.step in columns))
