"""Edits of phases: the bands that hold the columns."""

from collections.abc import Sequence
from typing import Any

import msgspec

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import changes
from cjmapper.model.edits.steps import respanned
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without


class NewPhase(msgspec.Struct, frozen=True):
    """A phase that is to be, and the one step it begins with."""

    phase_id: ids.PhaseId
    step_id: ids.StepId
    name: str = ""


def add_phase(
    document: d.Document,
    map_id: str,
    index: int,
    *,
    phase_id: ids.PhaseId,
    step_id: ids.StepId,
    name: str = "",
) -> d.Document:
    """A new phase, which has this index afterwards, with one step without a title."""
    return add_phases(document, map_id, index, (NewPhase(phase_id, step_id, name),))


def add_phases(
    document: d.Document, map_id: str, index: int, new: Sequence[NewPhase]
) -> d.Document:
    """New phases beside one another from this index on, each with one step without a title.

    They are in the period of the phase before them: nothing comes during after what is after.
    """
    journey = queries.map_by_id(document, map_id)
    index = max(0, min(index, len(journey.phases)))
    beside = journey.phases[max(index - 1, 0)].period if journey.phases else v.Period.DURING
    keys = changes.FreeKeys(phase.key for phase in journey.phases)
    step_keys = changes.FreeKeys(step.key for step in journey.steps)
    bands, columns = [], []
    for one in new:
        key = keys.take(one.name or "phase")
        blank = d.Phase(id=one.phase_id, key=key, period=beside)
        bands.append(changes.set_fields(blank, {"name": one.name}))
        columns.append(d.Step(id=one.step_id, key=step_keys.take("step"), phase=one.phase_id))
    behind = journey.phases[index].id if index < len(journey.phases) else None
    found = (at for at, step in enumerate(journey.steps) if step.phase == behind)
    column = next(found, len(journey.steps))
    phases = changes.spliced(journey.phases, index, tuple(bands))
    steps = changes.spliced(journey.steps, column, tuple(columns))
    fields = {"phases": phases, "steps": steps, "cards": respanned(journey, steps)}
    return changes.with_map(document, journey, fields)


def split_phase(
    document: d.Document, map_id: str, step_id: str, *, phase_id: ids.PhaseId, name: str = ""
) -> d.Document:
    """A new phase made of this step and those after it in its phase.

    Refused with `split_at_first_step` where nothing would be left on the other side.
    """
    journey = queries.map_by_id(document, map_id)
    column = changes.require(journey, EntityKind.STEP, step_id)
    former = journey.steps[column].phase
    if column == 0 or journey.steps[column - 1].phase != former:
        raise EditError("split_at_first_step", id=step_id)
    key = changes.FreeKeys(phase.key for phase in journey.phases).take(name or "phase")
    index = changes.require(journey, EntityKind.PHASE, former)
    likeness = journey.phases[index]
    blank = d.Phase(id=phase_id, key=key, kind=likeness.kind, period=likeness.period)
    phase = changes.set_fields(blank, {"name": name})
    steps = tuple(
        msgspec.structs.replace(step, phase=phase_id)
        if at >= column and step.phase == former
        else step
        for at, step in enumerate(journey.steps)
    )
    phases = changes.inserted(journey.phases, index + 1, phase)
    return changes.with_map(document, journey, {"phases": phases, "steps": steps})


def change_phase(document: d.Document, map_id: str, phase_id: str, **fields: Any) -> d.Document:
    """Other fields of a phase."""
    outcome = changes.change_part(document, map_id, (EntityKind.PHASE, phase_id), fields)
    if "key" in fields:
        changes.refuse_order(queries.map_by_id(outcome, map_id))
    return outcome


def rename_phase(document: d.Document, map_id: str, phase_id: str, name: str) -> d.Document:
    """Another name of a phase; its key stays, for comparing versions."""
    return change_phase(document, map_id, phase_id, name=name)


def move_phase(document: d.Document, map_id: str, phase_id: str, index: int) -> d.Document:
    """The phase, with all its steps and what stands in them, at this index afterwards."""
    journey = queries.map_by_id(document, map_id)
    former = changes.require(journey, EntityKind.PHASE, phase_id)
    phases = changes.moved(journey.phases, former, index)
    if phases == journey.phases:
        return document
    steps = tuple(step for phase in phases for step in queries.steps_of_phase(journey, phase.id))
    return changes.with_map(document, journey, {"phases": phases, "steps": steps})


def delete_phase(document: d.Document, map_id: str, phase_id: str) -> d.Document:
    """No such phase, nor its steps, what stands in them or refers to any; not the last one."""
    journey = queries.map_by_id(document, map_id)
    changes.require(journey, EntityKind.PHASE, phase_id)
    if len(journey.phases) == 1:
        raise EditError("last_phase", id=phase_id)
    steps = tuple(step for step in journey.steps if step.phase != phase_id)
    narrowed = changes.with_map(document, journey, {"cards": respanned(journey, steps)})
    return without(narrowed, (phase_id,))
