"""Moving what is selected by one place, with a key or a command instead of a drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.setting_emotion import nudge_reading
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, emotions, lanes, phases, steps

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.history import EntryName
    from cjmapper.editor.session import Edit

_HALF = 0.5
_BY = {Direction.LEFT: -1, Direction.RIGHT: 1, Direction.UP: -1, Direction.DOWN: 1}
_SIDEWAYS = frozenset({Direction.LEFT, Direction.RIGHT})


def move_selected(editor: Editor, direction: Direction) -> bool:
    """What is selected one place on; whether anything moved."""
    journey = editor.journey
    chosen = editor.selection
    held = tuple(name for name in chosen if queries.card(journey, name) is not None)
    if held and len(held) == len(chosen):
        return _move_cards(editor, queries.reading_order(journey, held), direction)
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
    journey = editor.journey
    kinds = {type(queries.part(journey, name)) for name in editor.selection}
    if kinds == {d.Card}:
        return True
    sideways = direction in _SIDEWAYS
    movable = {d.Phase, d.Step, d.Emotion} if sideways else {d.Lane, d.Emotion}
    return len(editor.selection) == 1 and kinds <= movable


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
    """Past the next lane that is shown."""
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


def _move_cards(editor: Editor, chosen: tuple[d.Card, ...], direction: Direction) -> bool:
    first = chosen[0]
    if first.lane is None or first.step is None:
        return False
    moving = tuple(card.id for card in chosen)
    slot = (
        _beside(editor, first.lane, first.step, moving, _BY[direction])
        if direction in _SIDEWAYS
        else _above_or_below(editor, first.lane, first.step, moving, _BY[direction])
    )
    if slot is None:
        return False
    map_id = editor.map_id
    return _run(
        editor,
        names.of_cards("move_card", chosen),
        moving,
        lambda document: cards.move_cards(document, map_id, moving, slot),
    )


def _beside(
    editor: Editor, lane: ids.LaneId, step: ids.StepId, moving: tuple[str, ...], by: int
) -> cards.Slot | None:
    """The same lane at the next step, as far down as the cards stand now."""
    journey = editor.journey
    column = queries.step_index(journey)[step] + by
    if not 0 <= column < len(journey.steps):
        return None
    index = _index(journey, lane, step, moving)
    return cards.Slot(lane, journey.steps[column].id, index)


def _above_or_below(
    editor: Editor, lane: ids.LaneId, step: ids.StepId, moving: tuple[str, ...], by: int
) -> cards.Slot | None:
    """One place up or down in the cell; past its end into the next lane that takes cards."""
    journey = editor.journey
    index = _index(journey, lane, step, moving) + by
    staying = _staying(journey, lane, step, moving)
    if 0 <= index <= len(staying):
        return cards.Slot(lane, step, index)
    takers = placing.card_lanes(journey)
    rows = [band.lane.id for band in editor.layout.lanes if band.lane.id in takers]
    beside = rows.index(lane) + by if lane in rows else -1
    if not 0 <= beside < len(rows):
        return None
    end = len(_staying(journey, rows[beside], step, moving)) if by < 0 else 0
    return cards.Slot(rows[beside], step, end)


def _index(
    journey: d.JourneyMap, lane: ids.LaneId, step: ids.StepId, moving: tuple[str, ...]
) -> int:
    """How many cards that stay stand above the first one that moves."""
    held = queries.cards_in_cell(journey, lane, step)
    first = next((at for at, card in enumerate(held) if card.id in moving), len(held))
    return sum(card.id not in moving for card in held[:first])


def _staying(
    journey: d.JourneyMap, lane: ids.LaneId, step: ids.StepId, moving: tuple[str, ...]
) -> list[d.Card]:
    held = queries.cards_in_cell(journey, lane, step)
    return [card for card in held if card.id not in moving]
