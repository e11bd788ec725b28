"""A table read as a whole map: phases in its first row, lanes in its first column.

An empty map becomes what the table says; to another one is added what it does not have. An empty
cell to the right of a phase is one more step of it, one below a lane is more of that lane.
"""

import msgspec

from cjmapper.editor.lane_names import kind_of, plain_name
from cjmapper.editor.table_readings import Target, fill_row
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import lanes, phases, steps
from cjmapper.model.text_table import TextTable

LEAST = 2
"""The fewest rows and columns of a whole map."""


class _Heads(msgspec.Struct, frozen=True):
    """The phases with the titles of their steps, and the rows of lanes."""

    phases: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def can_be_map(table: TextTable) -> bool:
    """Whether there is room for phases, lanes and anything in them."""
    return table.height >= LEAST and table.width >= LEAST


def looks_like_map(table: TextTable) -> bool:
    """Whether the first row and the first column are full, but for their common corner."""
    if not can_be_map(table):
        return False
    return all(table.rows[0][1:]) and all(row[0] for row in table.rows[1:])


def is_empty(journey: d.JourneyMap) -> bool:
    """Whether nothing but phases, steps and lanes has been put on a map."""
    return not (journey.cards or journey.emotions or journey.links or journey.transitions)


def as_map(document: d.Document, table: TextTable, target: Target) -> d.Document:
    """The document with what the table says on the map."""
    journey = queries.map_by_id(document, target.map_id)
    heads = _heads_of(table)
    document, columns = _with_phases(document, heads, target)
    document, rows = _with_lanes(document, heads, target)
    if is_empty(journey):
        document = _without_others(document, (columns, rows), target)
    for lane, (_, texts) in zip(rows, heads.rows, strict=True):
        here = queries.lane(queries.map_by_id(document, target.map_id), lane)
        if here is not None:
            row = tuple(zip(columns, texts, strict=True))
            document = fill_row(document, target, here, row)
    return document


def _heads_of(table: TextTable) -> _Heads:
    first, *others = table.rows
    titles: tuple[str, ...] = ("",) * len(first)
    if len(others) > 1 and not others[0][0] and any(others[0][1:]):
        titles = others.pop(0)
    found: list[tuple[str, list[str]]] = []
    for name, title in zip(first[1:], titles[1:], strict=True):
        if name or not found:
            found.append((_line(name), []))
        found[-1][1].append(_line(title))
    rows: list[tuple[str, tuple[str, ...]]] = []
    for row in others:
        above = rows[-1][0] if rows else ""
        rows.append((_line(row[0]) or above, row[1:]))
    return _Heads(tuple((name, tuple(all_)) for name, all_ in found), tuple(rows))


def _with_phases(
    document: d.Document, heads: _Heads, target: Target
) -> tuple[d.Document, list[ids.StepId]]:
    """The document with every phase and step of the table, and the step of each column."""
    columns: list[ids.StepId] = []
    taken: set[str] = set()
    fresh = is_empty(queries.map_by_id(document, target.map_id))
    for index, (name, titles) in enumerate(heads.phases):
        journey = queries.map_by_id(document, target.map_id)
        known = _phase_named(journey, name, taken)
        if known is None:
            known = ids.PhaseId(target.new_id())
            at = index if fresh else len(journey.phases)
            step = ids.StepId(target.new_id())
            document = phases.add_phase(
                document, target.map_id, at, phase_id=known, step_id=step, name=name
            )
        elif fresh:
            document = phases.move_phase(document, target.map_id, known, index)
        taken.add(known)
        document, here = _with_steps(document, known, titles, target)
        columns += here
    return document, columns


def _with_steps(
    document: d.Document, phase: ids.PhaseId, titles: tuple[str, ...], target: Target
) -> tuple[d.Document, list[ids.StepId]]:
    held = queries.steps_of_phase(queries.map_by_id(document, target.map_id), phase)
    found: list[ids.StepId] = []
    for index, title in enumerate(titles):
        if index < len(held):
            found.append(held[index].id)
            if title:
                document = steps.set_title(document, target.map_id, found[-1], title)
            continue
        found.append(ids.StepId(target.new_id()))
        document = steps.add_step(
            document, target.map_id, (phase, index), new_id=found[-1], title=title
        )
    return document, found


def _with_lanes(
    document: d.Document, heads: _Heads, target: Target
) -> tuple[d.Document, list[ids.LaneId]]:
    """The document with every lane of the table, and the lane of each row."""
    rows: list[ids.LaneId] = []
    named: dict[str, ids.LaneId] = {}
    fresh = is_empty(queries.map_by_id(document, target.map_id))
    for name, _ in heads.rows:
        known = named.get(plain_name(name))
        if known is None:
            journey = queries.map_by_id(document, target.map_id)
            at = len(named) if fresh else len(journey.lanes)
            known = _lane_named(journey, name, set(named.values()))
            if known is None:
                known = ids.LaneId(target.new_id())
                kind = kind_of(name) or v.LaneKind.NOTE
                document = lanes.add_lane(
                    document, target.map_id, at, kind=kind, new_id=known, title=name
                )
            else:
                document = _shown_as(document, target.map_id, known, name)
                if fresh:
                    document = lanes.move_lane(document, target.map_id, known, at)
            named[plain_name(name)] = known
        rows.append(known)
    return document, rows


def _shown_as(document: d.Document, map_id: str, lane: ids.LaneId, name: str) -> d.Document:
    fields = {"title": name, "hidden": False} if name else {"hidden": False}
    return lanes.change_lane(document, map_id, lane, **fields)


def _without_others(
    document: d.Document, used: tuple[list[ids.StepId], list[ids.LaneId]], target: Target
) -> d.Document:
    """The document without the phases, steps and lanes of the map that the table does not have."""
    journey = queries.map_by_id(document, target.map_id)
    columns, rows = set(used[0]), set(used[1])
    kept = {step.phase for step in journey.steps if step.id in columns}
    for phase in journey.phases:
        if phase.id not in kept:
            document = phases.delete_phase(document, target.map_id, phase.id)
    for step in journey.steps:
        if step.id not in columns and step.phase in kept:
            document = steps.delete_step(document, target.map_id, step.id)
    for lane in journey.lanes:
        if lane.id not in rows:
            document = lanes.delete_lane(document, target.map_id, lane.id)
    return document


def _phase_named(journey: d.JourneyMap, name: str, taken: set[str]) -> ids.PhaseId | None:
    wanted = plain_name(name)
    free = (phase for phase in journey.phases if phase.id not in taken)
    return next((phase.id for phase in free if plain_name(phase.name) == wanted), None)


def _lane_named(journey: d.JourneyMap, name: str, taken: set[ids.LaneId]) -> ids.LaneId | None:
    """The lane of that title, else one of the kind that the name stands for."""
    wanted, kind = plain_name(name), kind_of(name)
    free = [lane for lane in journey.lanes if lane.id not in taken]
    for lane in free:
        if plain_name(lane.title) == wanted:
            return lane.id
    of_kind = (lane.id for lane in free if kind is not None and lane.kind is kind)
    return next(of_kind, None)


def _line(text: str) -> str:
    return " ".join(text.split())
