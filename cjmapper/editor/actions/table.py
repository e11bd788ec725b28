"""All commands together, by id and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.actions import (
    cards,
    columns,
    connectors,
    edit,
    emotions,
    file,
    helping,
    insert,
    maps,
    move,
    pictures,
    view,
)

if TYPE_CHECKING:
    from cjmapper.editor.actions.action import Action
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent

ACTIONS: tuple[Action, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *insert.ACTIONS,
    *pictures.ACTIONS,
    *move.ACTIONS,
    *columns.ACTIONS,
    *cards.ACTIONS,
    *emotions.ACTIONS,
    *connectors.ACTIONS,
    *maps.ACTIONS,
    *view.ACTIONS,
    *helping.ACTIONS,
)
"""Every command, in the order menus show them."""

_BY_ID = {action.id: action for action in ACTIONS}
_BY_CHORD = {
    chord.replace("Return", "Enter").lower(): action
    for action in ACTIONS
    for chord in action.shortcuts
}


def action(name: str) -> Action:
    """The action of that id; KeyError where there is none."""
    return _BY_ID[name]


def run_shortcut(editor: Editor, event: KeyEvent) -> bool:
    """Do what the key is the shortcut of; False where it is none, or it makes no sense now."""
    found = _BY_CHORD.get(event.chord.lower())
    if found is None or not found.can_run(editor):
        return False
    found.run(editor)
    return True
