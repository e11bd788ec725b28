"""Setting an emotion without a drag: by digit, by small steps, by a click on a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.tools import placing
from cjmapper.geometry import Point
from cjmapper.layout import landing
from cjmapper.model import queries
from cjmapper.model.edits import emotions

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.layout.result import CellKey
    from cjmapper.model.document import Emotion
    from cjmapper.model.ids import ActorId

_MOST = 2.0


def set_reading(editor: Editor, name: str, value: float) -> bool:
    """A reading's value; repeats grow one entry while the same marker stays selected."""
    map_id = editor.map_id
    return editor.run(
        names.entry("set_emotion"),
        lambda document: emotions.set_value(document, map_id, name, value),
        coalesce=f"set_emotion:{name}",
        within=None,
        select=(name,),
    )


def nudge_reading(editor: Editor, reading: Emotion, by: float) -> bool:
    """A reading a little up or down, held within the scale; repeats within a second are one."""
    name = reading.id
    value = round(max(-_MOST, min(_MOST, reading.value + by)), 2) or 0.0
    map_id = editor.map_id
    thing = names.thing_name(editor.journey, name)
    return editor.run(
        names.entry("change_emotion", name=thing, value=value),
        lambda document: emotions.set_value(document, map_id, name, value),
        coalesce=f"nudge_emotion:{name}",
        select=(name,),
    )


def drawn_on(editor: Editor) -> ActorId | None:
    """Whose curve the selected reading is on; None where nobody else has one."""
    chosen = editor.selection
    if len(chosen) != 1 or queries.emotion(editor.journey, chosen[0]) is None:
        return None
    actors = {actor for actor, _ in queries.curves(editor.journey)}
    return editor.actor if len(actors) > 1 else None


def set_at_cell(editor: Editor, value: float) -> bool:
    """The reading in the emotion slot that is selected, or a new one; False where none is."""
    cell = editor.cell
    if cell is None or cell[0] not in editor.layout.emotion_lanes:
        return False
    there = reading_there(editor, cell)
    if there is not None:
        return set_reading(editor, there.id, value)
    placement = reading_in(editor, cell, value)
    return editor.run(
        names.entry("set_emotion"),
        placement.edit,
        coalesce=f"set_emotion:{placement.new_id}",
        select=(placement.new_id,),
    )


def reading_there(editor: Editor, cell: CellKey) -> Emotion | None:
    """The only reading in an emotion slot on the curve that is drawn now."""
    actor, view = placing.next_curve(editor, editor.journey, cell[0])
    there = queries.readings(editor.journey, actor, view).get(cell[1], ())
    return there[0] if len(there) == 1 else None


def open_at_cell(editor: Editor, cell: CellKey, typed: str) -> None:
    """A new reading in the middle of an emotion slot, its words open."""
    placement = reading_in(editor, cell, 0.0)
    editor.open_placed(placement._replace(opens=True, keeps_empty=True), typed=typed)


def reading_in(editor: Editor, cell: CellKey, value: float) -> placing.Placement:
    """What adds a reading to an emotion slot."""
    place = landing.ReadingPlace(*cell, value, Point(0.0, 0.0))
    return placing.reading_at(editor, editor.layout, place, placing.fresh_ids(editor))
