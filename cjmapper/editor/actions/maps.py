"""Commands on the maps of a file, which the window carries out."""

from __future__ import annotations

from cjmapper.editor.actions.action import Action, asks


def _of_window(name: str, icon: str) -> Action:
    return Action(id=name, icon=icon, menu="map", run=asks(name))


ACTIONS: tuple[Action, ...] = (
    _of_window("add_map", "plus"),
    _of_window("duplicate_map", "copy-plus"),
    _of_window("rename_map", "pencil"),
    _of_window("delete_map", "trash-2"),
)
"""What is done to whole maps."""
