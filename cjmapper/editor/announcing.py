"""What is told, to those who do not see the map, of each entry that changes it.

One sentence for one entry. What a notice tells anyway, and what is heard in the field where it is
typed, is not told again.
"""

from collections.abc import Sequence

from cjmapper.editor.feedback import Said
from cjmapper.editor.history import EntryName
from cjmapper.editor.session import Way
from cjmapper.editor.spoken import level_of, said_of
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries

_TOLD_ELSEWHERE = ("delete_", "park_", "edit_", "rename_")
_CHANGED_IN_FIELDS = frozenset(
    {
        "change_phase",
        "change_step",
        "change_lane",
        "change_card",
        "change_link",
        "change_transition",
        "change_map",
        "change_document",
    }
)
_NOT_ON_THE_MAP = frozenset({"set_poster"})
_ADDING = ("add_", "split_", "duplicate_")
_SETTING = frozenset({"set_emotion", "change_emotion"})


def announced(
    layout: MapLayout, selection: Sequence[str], entry: EntryName, way: Way
) -> Said | None:
    """What to say of an entry that has just been done, undone or redone; None for nothing.

    `layout` and `selection` are as they stand after it.
    """
    named = Said(entry.code, dict(entry.values))
    if way is not Way.DONE:
        return Said(f"spoken.{way.value}", {}, {"name": named})
    code = entry.code.removeprefix("undo.")
    if code.startswith(_TOLD_ELSEWHERE) or code in _CHANGED_IN_FIELDS:
        return None
    if code in _SETTING:
        return _level(layout, selection) or named
    if code.startswith("move_"):
        return _place(layout, selection) or named
    if code.startswith(_ADDING):
        place = _place(layout, selection)
        return named if place is None else Said("spoken.added", {}, {"thing": place})
    return named


def is_unseen(entry: EntryName, way: Way) -> bool:
    """Whether nobody sees that the entry was undone or redone: the map looks as it did."""
    return way is not Way.DONE and entry.code.removeprefix("undo.") in _NOT_ON_THE_MAP


def _place(layout: MapLayout, selection: Sequence[str]) -> Said | None:
    """Where what is selected stands now: the thing itself, or the last of several."""
    if not selection:
        return None
    last = said_of(layout, selection[-1])
    if last is None or len(selection) == 1:
        return last
    return Said("spoken.several", {"n": len(selection)}, {"last": last})


def _level(layout: MapLayout, selection: Sequence[str]) -> Said | None:
    reading = queries.part(layout.map, selection[-1]) if selection else None
    return level_of(reading.value) if isinstance(reading, d.Emotion) else None
