"""How it feels, by command: a face chosen instead of dragged, whose feeling it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.setting_emotion import (
    reading_in,
    reading_there,
    set_at_cell,
    set_reading,
)
from cjmapper.layout import hit
from cjmapper.model import document as d
from cjmapper.model.edits import emotions

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.layout.result import CellKey

FACES = (-2, -1, 0, 1, 2)
"""The values that have a face of their own, the worst first."""


def can_set_face(editor: Editor) -> bool:
    """Whether readings, an empty place for one, or something of one step is selected."""
    return bool(_readings(editor)) or _slot(editor) is not None


def set_face(editor: Editor, value: float) -> None:
    """The selected readings at a level; without one, the reading of the selected step."""
    chosen = _readings(editor)
    slot = _slot(editor)
    if len(chosen) > 1:
        _set_all(editor, tuple(one.id for one in chosen), value)
    elif chosen:
        set_reading(editor, chosen[0].id, value)
    elif not set_at_cell(editor, value) and slot is not None:
        _set_at_step(editor, slot, value)


def place_of(editor: Editor) -> CellKey | None:
    """Where the one selected reading stands; None where something else is selected."""
    chosen = _readings(editor)
    if len(chosen) != 1:
        return None
    lane = hit.emotion_lane_of(editor.layout, chosen[0].id)
    return None if lane is None else (lane.lane_id, chosen[0].step)


def _readings(editor: Editor) -> tuple[d.Emotion, ...]:
    """The selected readings; none where something else is selected too."""
    if editor.chosen.kinds - {d.Emotion}:
        return ()
    return tuple(one for one in editor.chosen.parts if isinstance(one, d.Emotion))


def _slot(editor: Editor) -> CellKey | None:
    """The place in the first emotion lane at the step of what is selected."""
    lane = next(iter(editor.layout.emotion_lanes), None)
    if editor.cell is not None and editor.cell[0] in editor.layout.emotion_lanes:
        return editor.cell
    step = placing.selected_step(editor)
    return None if lane is None or step is None else (lane, step)


def _set_all(editor: Editor, chosen: tuple[str, ...], value: float) -> None:
    map_id = editor.map_id

    def edit(document: d.Document) -> d.Document:
        for name in chosen:
            document = emotions.set_value(document, map_id, name, value)
        return document

    editor.run(
        names.entry("set_emotion"),
        edit,
        coalesce=f"set_emotion:{' '.join(chosen)}",
        within=None,
        select=chosen,
    )


def _set_at_step(editor: Editor, slot: CellKey, value: float) -> None:
    """What stands there on the curve that is drawn now; a new reading where nothing does."""
    there = reading_there(editor, slot)
    if there is not None:
        set_reading(editor, there.id, value)
        return
    placement = reading_in(editor, slot, value)
    editor.run(placement.name, placement.edit, select=(placement.new_id,))
