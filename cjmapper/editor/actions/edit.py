"""Commands on what is selected, whatever it is: undo, the clipboard, duplicate, delete, find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import commands, copying, pasting
from cjmapper.editor.actions.action import Action, asks, offered

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor


def _can_undo(editor: Editor) -> bool:
    return editor.session.can_undo or editor.is_writing


def _can_redo(editor: Editor) -> bool:
    return editor.can_redo


def _can_cut(editor: Editor) -> bool:
    return editor.is_writing or commands.has_cards(editor)


def _can_copy(editor: Editor) -> bool:
    return editor.is_writing or copying.can_copy(editor)


def _has_selection(editor: Editor) -> bool:
    return bool(editor.selection)


def _has_text(editor: Editor) -> bool:
    return len(editor.selection) == 1


def _edit_text(editor: Editor) -> None:
    for name in editor.selection[:1]:
        editor.open_text(name)


ACTIONS: tuple[Action, ...] = (
    Action(
        id="undo",
        icon="undo-2",
        menu="edit",
        shortcuts=("Ctrl+Z",),
        can_run=_can_undo,
        run=offered("undo", commands.undo),
    ),
    Action(
        id="redo",
        icon="redo-2",
        menu="edit",
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        can_run=_can_redo,
        run=offered("redo", commands.redo),
    ),
    Action(
        id="cut",
        icon="scissors",
        menu="edit",
        shortcuts=("Ctrl+X",),
        can_run=_can_cut,
        run=offered("cut", commands.cut),
    ),
    Action(
        id="copy",
        icon="copy",
        menu="edit",
        shortcuts=("Ctrl+C",),
        can_run=_can_copy,
        run=offered("copy", copying.copy),
    ),
    Action(
        id="paste",
        icon="clipboard",
        menu="edit",
        shortcuts=("Ctrl+V",),
        run=offered("paste", pasting.paste),
    ),
    Action(
        id="duplicate",
        icon="copy-plus",
        menu="edit",
        shortcuts=("Ctrl+D",),
        can_run=commands.has_cards,
        run=offered("duplicate", commands.duplicate),
    ),
    Action(
        id="delete",
        icon="trash-2",
        menu="edit",
        shortcuts=("Delete",),
        can_run=_has_selection,
        run=offered("delete", commands.delete),
    ),
    Action(
        id="edit_text",
        icon="pencil",
        menu="edit",
        shortcuts=("F2",),
        can_run=_has_text,
        run=offered("edit_text", _edit_text),
    ),
    Action(
        id="select_all",
        menu="edit",
        shortcuts=("Ctrl+A",),
        run=offered("select_all", commands.select_all),
    ),
    Action(
        id="open_menu",
        menu="edit",
        shortcuts=("Shift+F10",),
        run=asks("open_menu"),
    ),
    Action(
        id="find",
        icon="search",
        menu="edit",
        shortcuts=("Ctrl+F",),
        run=asks("find"),
    ),
    Action(
        id="find_next",
        menu="edit",
        shortcuts=("F3",),
        run=asks("find_next"),
    ),
    Action(
        id="find_previous",
        menu="edit",
        shortcuts=("Shift+F3",),
        run=asks("find_previous"),
    ),
)
"""What the menu Edit offers."""
