"""What comes after a text: Enter goes down, Tab goes on, so that a map can be typed in one go.

While adding, a header is followed by the next one and then by a new phase, a card by the next card
of its cell or by the cell of the next step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.tools import placing
from cjmapper.layout import landing
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.tools.editing_text import EditingText
    from cjmapper.layout.result import CellKey


def enter(editor: Editor, state: EditingText) -> None:
    """Enter: commit; while adding, the next card of the cell, or the first one under a header."""
    part = queries.part(editor.journey, state.name)
    if not state.adding:
        state.finish(editor)
        return
    match part:
        case d.Card(lane=lane, step=step) if lane is not None and step is not None:
            _after_card(editor, state, (lane, step))
        case d.Phase() | d.Step():
            start = state.run_start or _step_of(editor, state.name)
            state.finish(editor)
            _first_card(editor, start)
        case _:
            state.finish(editor)


def tab(editor: Editor, state: EditingText, *, back: bool) -> None:
    """Tab: commit and go to the next step or header; in the last cell it stays there."""
    part = queries.part(editor.journey, state.name)
    match part:
        case d.Card(lane=lane, step=step) if state.adding and lane is not None and step is not None:
            _next_cell(editor, state, (lane, step), back=back)
        case d.Phase():
            names = [phase.id for phase in editor.journey.phases]
            _next_header(editor, state, names, back=back)
        case d.Step():
            steps = [step.id for step in editor.journey.steps]
            _next_header(editor, state, steps, back=back)
        case _:
            state.finish(editor)


def _after_card(editor: Editor, state: EditingText, cell: CellKey) -> None:
    held = [card.id for card in queries.cards_in_cell(editor.journey, *cell)]
    index = held.index(ids.CardId(state.name))
    empty, start = state.is_empty_card, state.run_start or cell[1]
    state.finish(editor)
    if empty:
        _next_lane(editor, cell, start)
    else:
        _open_card(editor, cell, index + 1, start)


def _next_lane(editor: Editor, cell: CellKey, start: ids.StepId) -> None:
    """The next lane at the step where the run of Tabs began; below the last one it ends."""
    lanes = [band.lane for band in editor.layout.lanes]
    rows = [lane.id for lane in lanes]
    row = rows.index(cell[0]) + 1
    if row >= len(rows):
        editor.select_cell(cell)
        return
    below = (lanes[row].id, start)
    if not lane_rules.accepted_kinds(lanes[row].kind):
        editor.select_cell(below)
        return
    _open_card(editor, below, len(queries.cards_in_cell(editor.journey, *below)), start)


def _next_cell(editor: Editor, state: EditingText, cell: CellKey, *, back: bool) -> None:
    columns = queries.step_index(editor.journey)
    index = columns[cell[1]] + (-1 if back else 1)
    if not 0 <= index < len(editor.journey.steps):
        state.stopped = True
        return
    start = state.run_start or cell[1]
    state.finish(editor)
    beside = (cell[0], editor.journey.steps[index].id)
    _open_card(editor, beside, len(queries.cards_in_cell(editor.journey, *beside)), start)


def _open_card(editor: Editor, cell: CellKey, index: int, start: ids.StepId) -> None:
    new_id = editor.session.new_id()
    editor.open_placed(placing.card_at(editor, cell, index, new_id), run_start=start)


def _next_header(
    editor: Editor, state: EditingText, order: list[ids.PhaseId] | list[ids.StepId], *, back: bool
) -> None:
    names: list[str] = list(order)
    index = names.index(state.name) + (-1 if back else 1)
    adding = state.adding
    start = state.run_start or _step_of(editor, state.name)
    # Of a header that Tab made and nobody named nothing stays.
    state.finish(editor)
    if 0 <= index < len(names):
        editor.open_text(names[index], adding=adding, run_start=start)
    elif adding and not back and state.buffer.text.strip():
        _open_phase(editor, start)


def _open_phase(editor: Editor, start: ids.StepId) -> None:
    layout = editor.layout
    gap = landing.PhaseGap(len(layout.phases), layout.columns[-1].right)
    placement = placing.phase_at(layout, gap, editor.map_id, placing.fresh_ids(editor))
    editor.open_placed(placement._replace(keeps_empty=False), run_start=start)


def _step_of(editor: Editor, name: str) -> ids.StepId:
    """The first step of a phase, or the step itself."""
    journey = editor.journey
    of_phase = queries.steps_of_phase(journey, name)
    return of_phase[0].id if of_phase else ids.StepId(name)


def _first_card(editor: Editor, step: ids.StepId) -> None:
    """The first lane that takes cards, at a step."""
    for band in editor.layout.lanes:
        if lane_rules.accepted_kinds(band.lane.kind):
            cell = (band.lane.id, step)
            _open_card(editor, cell, len(queries.cards_in_cell(editor.journey, *cell)), step)
            return
