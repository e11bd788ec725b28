"""The keys of an open text: what moves the caret and what deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent
    from cjmapper.editor.text_buffer import TextBuffer
    from cjmapper.editor.tools.editing_text import EditingText

_COMMANDS = {
    "Ctrl+a": "select_all",
    "Ctrl+c": "copy",
    "Ctrl+x": "cut",
    "Ctrl+v": "paste",
    "Ctrl+z": "undo",
    "Ctrl+y": "redo",
    "Ctrl+Shift+z": "redo",
}
_SIDEWAYS = {"Left", "Right"}
_ROWS = {"Up": -1, "Down": 1}
_ENDS = {"Home", "End"}
_DELETING = {"Backspace", "Delete"}
_CLOSING = {"Escape", "Enter", "Tab"}


def is_known(event: KeyEvent) -> bool:
    """Whether the key is one of those of an open text."""
    if event.chord in _COMMANDS:
        return True
    known = _SIDEWAYS | _ROWS.keys() | _ENDS | _DELETING | _CLOSING
    return event.name in known and not event.modifiers.alt


def apply(state: EditingText, editor: Editor, event: KeyEvent) -> bool:
    """Do what the key does to the text; False where it does nothing here."""
    command = _COMMANDS.get(event.chord)
    if command is not None:
        return state.command(editor, command)
    if event.modifiers.alt:
        return False
    if event.name in _ROWS:
        _row(state, editor, event)
        return True
    state.along = None
    return _caret(state.buffer, event) or _ends(state, editor, event)


def _caret(buffer: TextBuffer, event: KeyEvent) -> bool:
    held = event.modifiers
    match event.name:
        case "Left":
            buffer.move_left(word=held.control, select=held.shift)
        case "Right":
            buffer.move_right(word=held.control, select=held.shift)
        case "Backspace":
            buffer.delete_back(word=held.control)
        case "Delete":
            buffer.delete_forward(word=held.control)
        case _:
            return False
    return True


def _ends(state: EditingText, editor: Editor, event: KeyEvent) -> bool:
    if event.name not in _ENDS:
        return False
    buffer = state.buffer
    found = state.written(editor)
    home = event.name == "Home"
    place = 0 if home else len(buffer.text)
    if found is not None and not event.modifiers.control:
        lines = found.lines
        place = lines.start_of(buffer.caret) if home else lines.end_of(buffer.caret)
    buffer.move_to(place, select=event.modifiers.shift)
    return True


def _row(state: EditingText, editor: Editor, event: KeyEvent) -> None:
    """A line up or down at the same distance from the left; past the ends to the ends."""
    buffer = state.buffer
    found = state.written(editor)
    rows = _ROWS[event.name]
    place: int | None = None
    if found is not None:
        lines = found.lines
        along = state.along
        if along is None:
            along = lines.caret(buffer.caret).x - lines.x
        place = lines.beside(buffer.caret, rows, along)
        state.along = along
    if place is None:
        place = 0 if rows < 0 else len(buffer.text)
    buffer.move_to(place, select=event.modifiers.shift)
