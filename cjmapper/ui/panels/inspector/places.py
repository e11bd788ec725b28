"""Where a thing stands and how large it is, as values that can be read and chosen. No widgets.

These fields are the twins of drags: a choice moves what a drag would move.
"""

from collections.abc import Sequence
from typing import Any

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, emotions, lanes, phases, steps
from cjmapper.model.entities import MapPart
from cjmapper.model.lane_rules import kind_in_lane
from cjmapper.words.catalog import Words

Choices = list[tuple[object, str]]
Shown = MapPart | d.JourneyMap
"""What the inspector may show."""
FIELDS = frozenset({"step", "lane", "phase", "place", "width_mm", "height_mm"})


def values(journey: d.JourneyMap, thing: Shown, field: str) -> set[Any]:
    """Where a thing stands now: an id, or its place counted from 0; its lengths in millimetres."""
    match field:
        case "place":
            beside = _beside(journey, thing)
            return {beside.index(thing.id)} if thing.id in beside else set()
        case "width_mm" if isinstance(thing, d.Phase):
            return {step.width_mm for step in queries.steps_of_phase(journey, thing.id)}
        case _:
            return {getattr(thing, field)}


def moved(
    document: d.Document, map_id: ids.MapId, thing: MapPart, field: str, wanted: Any
) -> d.Document:
    """The document in which a thing stands elsewhere, or has another length."""
    journey = queries.map_by_id(document, map_id)
    match thing:
        case d.Card():
            goal = _slot(journey, thing, field, wanted)
            return cards.move_cards(document, map_id, (thing.id,), goal)
        case d.Emotion():
            return emotions.move_reading(document, map_id, thing.id, wanted)
        case d.Step() if field != "width_mm":
            phase = wanted if field == "phase" else thing.phase
            last = len(queries.steps_of_phase(journey, phase))
            index = last if field == "phase" else wanted
            return steps.move_step(document, map_id, thing.id, phase, index)
        case d.Lane():
            edit = lanes.set_height if field == "height_mm" else lanes.move_lane
            return edit(document, map_id, thing.id, wanted)
        case d.Phase() if field == "place":
            return phases.move_phase(document, map_id, thing.id, wanted)
    for name in _columns(journey, thing):
        document = steps.set_width(document, map_id, name, wanted)
    return document


def _columns(journey: d.JourneyMap, thing: MapPart) -> list[ids.StepId]:
    """The columns of a phase or of a step."""
    return [step.id for step in journey.steps if thing.id in (step.id, step.phase)]


def _slot(journey: d.JourneyMap, card: d.Card, field: str, wanted: Any) -> cards.Slot:
    """Where a card goes: last in another cell, or at a place of its own."""
    lane: Any = wanted if field == "lane" else card.lane
    step: Any = wanted if field == "step" else card.step
    if field == "place":
        return cards.Slot(lane, step, wanted)
    others = [one for one in queries.cards_in_cell(journey, lane, step) if one.id != card.id]
    return cards.Slot(lane, step, len(others))


def _beside(journey: d.JourneyMap, thing: Shown) -> list[str]:
    """The ids of what a thing stands among, in their order."""
    among: Sequence[MapPart] = ()
    match thing:
        case d.Phase():
            among = journey.phases
        case d.Step(phase=phase):
            among = queries.steps_of_phase(journey, phase)
        case d.Lane():
            among = journey.lanes
        case d.Card(lane=str(lane), step=str(step)):
            among = queries.cards_in_cell(journey, lane, step)
        case _:
            pass
    return [one.id for one in among]


def place_choices(things: Sequence[Shown], journey: d.JourneyMap, words: Words) -> Choices:
    """Every place among those beside: the first of five, the second of five."""
    total = len(_beside(journey, things[0])) if things else 0
    said = (words.say("inspector.place_of", n=index + 1, total=total) for index in range(total))
    return list(enumerate(said))


def step_choices(_document: d.Document, journey: d.JourneyMap, words: Words) -> Choices:
    """Every step: its title where it has one, and its phase."""
    names = dict(phase_choices(_document, journey, words))
    return [
        (step.id, " – ".join(part for part in (_line(step.title), names[step.phase]) if part))
        for step in journey.steps
    ]


def phase_choices(_document: d.Document, journey: d.JourneyMap, words: Words) -> Choices:
    """Every phase by its name, or by its number where it has none."""
    return [
        (phase.id, _line(phase.name) or words.say("inspector.phase_number", n=index + 1))
        for index, phase in enumerate(journey.phases)
    ]


def lane_choices(things: Sequence[Shown], journey: d.JourneyMap, words: Words) -> Choices:
    """Every lane in which all these cards may stand."""
    kinds = {thing.kind for thing in things if isinstance(thing, d.Card)}
    return [
        (lane.id, _line(lane.title) or words.label(lane.kind))
        for lane in journey.lanes
        if all(kind_in_lane(lane.kind, kind) is not None for kind in kinds)
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
