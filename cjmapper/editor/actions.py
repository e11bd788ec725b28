"""The one table of what the editor can do by command: menus, toolbars, keys and tests read it.

Labels are `action.<id>` in the catalogs. What only a window can do is in the window's own table.
"""

from collections.abc import Callable
from functools import partial

import msgspec

from cjmapper.editor import commands, moving
from cjmapper.editor.editor import Editor
from cjmapper.editor.events import KeyEvent
from cjmapper.editor.feedback import Tile
from cjmapper.editor.navigation import Direction


class Action(msgspec.Struct, frozen=True):
    """One command.

    Attributes:
        id: its name; its label is `action.<id>`.
        icon: one of the bundled icons, or empty.
        menu: the menu it stands in.
        shortcuts: keys, written as Qt writes them.
        can_run: whether it makes sense now.
        run: does it.
    """

    id: str
    icon: str
    menu: str
    shortcuts: tuple[str, ...]
    can_run: Callable[[Editor], bool]
    run: Callable[[Editor], None]


def _command(name: str, do: Callable[[Editor], None]) -> Callable[[Editor], None]:
    """A command that an open text may take for itself; else what is half done comes first."""

    def run(editor: Editor) -> None:
        if not editor.command(name):
            editor.settle()
            do(editor)

    return run


def _move(direction: Direction) -> Callable[[Editor], None]:
    def run(editor: Editor) -> None:
        editor.settle()
        moving.move_selected(editor, direction)

    return run


def _always(_editor: Editor) -> bool:
    return True


def _can_undo(editor: Editor) -> bool:
    return editor.session.can_undo or editor.is_writing


def _can_redo(editor: Editor) -> bool:
    return editor.session.can_redo or editor.is_writing


def _has_selection(editor: Editor) -> bool:
    return bool(editor.selection)


def _can_copy(editor: Editor) -> bool:
    return editor.is_writing or commands.has_cards(editor)


def _adds(tile: Tile, icon: str) -> Action:
    def run(editor: Editor) -> None:
        editor.settle()
        commands.add(editor, tile)

    return Action(f"add_{tile}", icon, "insert", (), _always, run)


def _moves(direction: Direction, icon: str) -> Action:
    return Action(
        f"move_{direction}",
        icon,
        "map",
        (f"Alt+{direction.capitalize()}",),
        partial(moving.can_move, direction=direction),
        _move(direction),
    )


ACTIONS: tuple[Action, ...] = (
    Action("undo", "undo-2", "edit", ("Ctrl+Z",), _can_undo, _command("undo", commands.undo)),
    Action(
        "redo", "redo-2", "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), _can_redo,
        _command("redo", commands.redo),
    ),
    Action("cut", "scissors", "edit", ("Ctrl+X",), _can_copy, _command("cut", commands.cut)),
    Action("copy", "copy", "edit", ("Ctrl+C",), _can_copy, _command("copy", commands.copy)),
    Action("paste", "clipboard", "edit", ("Ctrl+V",), _always, _command("paste", commands.paste)),
    Action(
        "duplicate", "copy", "edit", ("Ctrl+D",), commands.has_cards,
        _command("duplicate", commands.duplicate),
    ),
    Action(
        "delete", "trash-2", "edit", ("Delete",), _has_selection,
        _command("delete", commands.delete),
    ),
    Action(
        "select_all", "", "edit", ("Ctrl+A",), _always,
        _command("select_all", commands.select_all),
    ),
    _adds(Tile.PHASE, "columns-3"),
    Action(
        "add_step", "plus", "insert", ("Ctrl+Alt+Enter", "Ctrl+Alt+Return"), _always,
        _command("add_step", commands.add_step),
    ),
    _adds(Tile.TOUCHPOINT, "map-pin"),
    _adds(Tile.EMOTION, "smile"),
    _adds(Tile.NOTE, "sticky-note"),
    _adds(Tile.LANE, "rows-3"),
    _moves(Direction.LEFT, "arrow-left"),
    _moves(Direction.RIGHT, "arrow-right"),
    _moves(Direction.UP, ""),
    _moves(Direction.DOWN, ""),
    Action(
        "split_phase", "", "map", (), commands.can_split,
        _command("split_phase", commands.split_phase),
    ),
    Action(
        "moment_of_truth", "star", "map", (), commands.has_step,
        _command("moment_of_truth", commands.toggle_moment_of_truth),
    ),
    Action(
        "park_card", "", "map", (), commands.has_cards, _command("park_card", commands.park)
    ),
    Action(
        "show_lanes", "", "map", (), commands.has_hidden_lanes,
        _command("show_lanes", commands.show_lanes),
    ),
)  # fmt: skip
"""Every command of the editor, in the order menus show them."""

_BY_CHORD = {
    chord.replace("Return", "Enter").lower(): action
    for action in ACTIONS
    for chord in action.shortcuts
}


def action(name: str) -> Action:
    """The action of that id; KeyError where there is none."""
    return {one.id: one for one in ACTIONS}[name]


def run_shortcut(editor: Editor, event: KeyEvent) -> bool:
    """Do what the key is the shortcut of; False where it is none, or it makes no sense now."""
    found = _BY_CHORD.get(event.chord.lower())
    if found is None or not found.can_run(editor):
        return False
    found.run(editor)
    return True
