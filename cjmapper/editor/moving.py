"""Moving what is selected with a key or a command instead of a drag: titles, markers, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.moving_cards import cell_of, move_cards, place_in
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools.setting_emotion import nudge_reading
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import emotions, lanes, phases, steps

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.history import EntryName
    from cjmapper.editor.session import Edit
    from cjmapper.model.entities import MapPart

_HALF = 0.5
_BY = {Direction.LEFT: -1, Direction.RIGHT: 1, Direction.UP: -1, Direction.DOWN: 1}
_SIDEWAYS = frozenset({Direction.LEFT, Direction.RIGHT})


def move_selected(editor: Editor, direction: Direction) -> bool:
    """What is selected one place on; whether anything moved."""
    journey = editor.journey
    chosen = editor.selection
    if editor.chosen.kinds == {d.Card}:
        return move_cards(editor, queries.reading_order(journey, chosen), direction)
    if len(chosen) != 1:
        return False
    match queries.part(journey, chosen[0]):
        case d.Phase() | d.Step() as column if direction in _SIDEWAYS:
            return _move_column(editor, column, _BY[direction])
        case d.Lane() as lane if direction not in _SIDEWAYS:
            return _move_lane(editor, lane, _BY[direction])
        case d.Emotion() as reading:
            return _move_reading(editor, reading, direction)
        case _:
            return False


def can_move(editor: Editor, direction: Direction) -> bool:
    """Whether what is selected is of a kind that moves in that direction."""
    kinds = editor.chosen.kinds
    if kinds == {d.Card}:
        return True
    sideways = direction in _SIDEWAYS
    movable = {d.Phase, d.Step, d.Emotion} if sideways else {d.Lane, d.Emotion}
    return len(editor.selection) == 1 and kinds <= movable


def can_move_to_end(editor: Editor) -> bool:
    """Whether one phase, step or lane is selected, or cards of one cell."""
    journey = editor.journey
    if cell_of(journey, editor.selection) is not None:
        return True
    return len(editor.selection) == 1 and editor.chosen.kinds <= {d.Phase, d.Step, d.Lane}


def move_to_end(editor: Editor, *, last: bool) -> bool:
    """What is selected first or last of its kind: a step in its phase, cards in their cell."""
    journey = editor.journey
    cell = cell_of(journey, editor.selection)
    if cell is not None:
        return place_in(editor, cell, None if last else 0)
    if len(editor.selection) != 1:
        return False
    by = len(journey.phases) + len(journey.steps) + len(journey.lanes)
    return _moved_far(editor, queries.part(journey, editor.selection[0]), by if last else -by)


def _moved_far(editor: Editor, part: MapPart | None, by: int) -> bool:
    """As far as its kind goes in that direction."""
    match part:
        case d.Phase() as phase:
            return _move_phase(editor, phase, by)
        case d.Step() as step:
            group = [one.id for one in queries.steps_of_phase(editor.journey, step.phase)]
            here = group.index(step.id)
            return _move_step(editor, step, _held(by, -here, len(group) - 1 - here))
        case d.Lane() as lane if lane.id in editor.layout.lane_of:
            here = editor.layout.lane_of[lane.id]
            return _move_lane(editor, lane, _held(by, -here, len(editor.layout.lanes) - 1 - here))
        case _:
            return False


def _held(by: int, least: int, most: int) -> int:
    return max(least, min(most, by))


def _run(editor: Editor, name: EntryName, chosen: tuple[str, ...], edit: Edit) -> bool:
    return editor.run(name, edit, select=chosen, coalesce=f"move:{' '.join(chosen)}")


def _move_column(editor: Editor, column: d.Phase | d.Step, by: int) -> bool:
    if isinstance(column, d.Phase):
        return _move_phase(editor, column, by)
    return _move_step(editor, column, by)


def _move_phase(editor: Editor, phase: d.Phase, by: int) -> bool:
    order = [one.id for one in editor.journey.phases]
    index = max(0, order.index(phase.id) + by)
    map_id = editor.map_id
    name = names.entry("move_phase", name=names.short(phase.name))
    return _run(
        editor,
        name,
        (phase.id,),
        lambda document: phases.move_phase(document, map_id, phase.id, index),
    )


def _move_step(editor: Editor, step: d.Step, by: int) -> bool:
    """Within its phase, then into the one beside it."""
    journey = editor.journey
    group = [one.id for one in queries.steps_of_phase(journey, step.phase)]
    order = [one.id for one in journey.phases]
    phase, index = step.phase, group.index(step.id) + by
    if not 0 <= index < len(group):
        beside = order.index(step.phase) + by
        if not 0 <= beside < len(order):
            return False
        phase = order[beside]
        index = 0 if by > 0 else len(queries.steps_of_phase(journey, phase))
    map_id = editor.map_id
    name = names.entry("move_step", name=names.short(step.title))
    return _run(
        editor,
        name,
        (step.id,),
        lambda document: steps.move_step(document, map_id, step.id, phase, index),
    )


def _move_lane(editor: Editor, lane: d.Lane, by: int) -> bool:
    """Past so many of the lanes that are shown."""
    shown = [band.lane.id for band in editor.layout.lanes]
    beside = shown.index(lane.id) + by if lane.id in shown else -1
    if not 0 <= beside < len(shown):
        return False
    index = [one.id for one in editor.journey.lanes].index(shown[beside])
    map_id = editor.map_id
    name = names.entry("move_lane", name=names.short(lane.title))
    return _run(
        editor,
        name,
        (lane.id,),
        lambda document: lanes.move_lane(document, map_id, lane.id, index),
    )


def _move_reading(editor: Editor, reading: d.Emotion, direction: Direction) -> bool:
    if direction not in _SIDEWAYS:
        return nudge_reading(editor, reading, -_BY[direction] * _HALF)
    journey = editor.journey
    column = queries.step_index(journey)[reading.step] + _BY[direction]
    if not 0 <= column < len(journey.steps):
        return False
    step, map_id = journey.steps[column].id, editor.map_id
    return _run(
        editor,
        names.entry("move_emotion"),
        (reading.id,),
        lambda document: emotions.move_reading(document, map_id, reading.id, step),
    )
