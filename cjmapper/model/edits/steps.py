"""Edits of steps: the columns of a map."""

from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, invariants, queries
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without

_FIXED = frozenset({"phase"})


def add_step(
    document: d.Document,
    map_id: str,
    place: tuple[str, int],
    *,
    new_id: ids.StepId,
    title: str = "",
) -> d.Document:
    """A new step; `place` is a phase and the index in it that the step has afterwards."""
    journey = queries.map_by_id(document, map_id)
    phase_id, index = place
    changes.require(journey, EntityKind.PHASE, phase_id)
    key = changes.FreeKeys(step.key for step in journey.steps).take(title or "step")
    blank = d.Step(id=new_id, key=key, phase=ids.PhaseId(phase_id))
    step = changes.set_fields(blank, {"title": title})
    steps = _placed_in_phase(journey, journey.steps, step, index)
    return changes.with_map(document, journey, {"steps": steps, "cards": respanned(journey, steps)})


def change_step(document: d.Document, map_id: str, step_id: str, **fields: Any) -> d.Document:
    """Other fields of a step; its phase has an edit of its own."""
    outcome = changes.change_part(document, map_id, (EntityKind.STEP, step_id), fields, _FIXED)
    if "key" in fields:
        changes.refuse_order(queries.map_by_id(outcome, map_id))
    if fields.get("submap") and invariants.cycle(outcome, "submap"):
        raise EditError("submap_cycle", "submap", id=step_id)
    return outcome


def set_title(document: d.Document, map_id: str, step_id: str, title: str) -> d.Document:
    """Another title of a step; its key stays, for comparing versions."""
    return change_step(document, map_id, step_id, title=title)


def set_width(
    document: d.Document, map_id: str, step_id: str, width_mm: float | None
) -> d.Document:
    """The width of a column in millimetres; None lets it be computed again."""
    return change_step(document, map_id, step_id, width_mm=width_mm)


def set_widths(document: d.Document, map_id: str, width_mm: float | None) -> d.Document:
    """The same width of every column in millimetres; None lets them be computed again."""
    outcome = document
    for step in queries.map_by_id(document, map_id).steps:
        outcome = set_width(outcome, map_id, step.id, width_mm)
    return outcome


def toggle_moment_of_truth(document: d.Document, map_id: str, step_id: str) -> d.Document:
    """The step marked as a moment of truth, or no longer."""
    journey = queries.map_by_id(document, map_id)
    step = journey.steps[changes.require(journey, EntityKind.STEP, step_id)]
    return change_step(document, map_id, step_id, moment_of_truth=not step.moment_of_truth)


def move_step(
    document: d.Document, map_id: str, step_id: str, phase_id: str, index: int
) -> d.Document:
    """The step, with what stands in it, in a phase at this index afterwards.

    Refused with `phase_needs_step` where its former phase would be left without one.
    """
    journey = queries.map_by_id(document, map_id)
    step = journey.steps[changes.require(journey, EntityKind.STEP, step_id)]
    changes.require(journey, EntityKind.PHASE, phase_id)
    if step.phase != phase_id:
        _refuse_only_step(journey, step)
    others = tuple(one for one in journey.steps if one is not step)
    moved = step
    if step.phase != phase_id:
        moved = msgspec.structs.replace(step, phase=ids.PhaseId(phase_id))
    steps = _placed_in_phase(journey, others, moved, index)
    if steps == journey.steps:
        return document
    return changes.with_map(document, journey, {"steps": steps})


def delete_step(document: d.Document, map_id: str, step_id: str) -> d.Document:
    """No such step, nor what stands in it or refers to either.

    Refused with `phase_needs_step` for the only step of a phase: delete the phase instead.
    """
    journey = queries.map_by_id(document, map_id)
    step = journey.steps[changes.require(journey, EntityKind.STEP, step_id)]
    _refuse_only_step(journey, step)
    steps = tuple(one for one in journey.steps if one is not step)
    narrowed = changes.with_map(document, journey, {"cards": respanned(journey, steps)})
    return without(narrowed, (step_id,))


def respanned(journey: d.JourneyMap, steps: tuple[d.Step, ...]) -> tuple[d.Card, ...]:
    """The map's cards, those over several columns covering the same steps among the new ones.

    A column put in under such a card is covered too; one taken away no longer counts. A card
    whose own step goes is left as it is.
    """
    wide = [index for index, card in enumerate(journey.cards) if card.span > 1]
    cards = journey.cards
    former = queries.step_index(journey)
    now = {step.id: index for index, step in enumerate(steps)}
    for index in wide:
        card = cards[index]
        if card.step is None or card.step not in now:
            continue
        start = former[card.step]
        covered = journey.steps[start : start + card.span]
        beyond = card.span - len(covered)
        last = max(now.get(step.id, 0) for step in covered)
        span = max(1, last - now[card.step] + 1 + beyond)
        if span != card.span:
            cards = changes.replaced(cards, index, msgspec.structs.replace(card, span=span))
    return cards


def _placed_in_phase(
    journey: d.JourneyMap, steps: tuple[d.Step, ...], step: d.Step, index: int
) -> tuple[d.Step, ...]:
    """The columns with `step` among those of its phase, in the order of the phases."""
    groups: dict[str, list[d.Step]] = {phase.id: [] for phase in journey.phases}
    for one in steps:
        groups[one.phase].append(one)
    groups[step.phase].insert(max(0, index), step)
    return tuple(one for group in groups.values() for one in group)


def _refuse_only_step(journey: d.JourneyMap, step: d.Step) -> None:
    if len(queries.steps_of_phase(journey, step.phase)) == 1:
        raise EditError("phase_needs_step", id=step.id, phase=step.phase)
