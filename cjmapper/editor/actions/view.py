"""Commands on what is seen and how, which the window carries out."""

from __future__ import annotations

from cjmapper.editor.actions.action import Action, asks


def _of_window(name: str, icon: str, key: str) -> Action:
    return Action(id=name, icon=icon, menu="view", shortcuts=(key,), run=asks(name))


ACTIONS: tuple[Action, ...] = (
    _of_window("zoom_in", "zoom-in", "Ctrl++"),
    _of_window("zoom_out", "zoom-out", "Ctrl+-"),
    _of_window("zoom_100", "", "Ctrl+0"),
    _of_window("zoom_fit", "maximize", "Ctrl+1"),
    _of_window("zoom_selection", "", "Ctrl+2"),
    Action(id="hand", icon="hand", menu="view", checkable=True, run=asks("hand")),
    Action(
        id="inspector",
        icon="panel-right",
        menu="view",
        shortcuts=("Ctrl+I",),
        checkable=True,
        run=asks("inspector"),
    ),
)
"""What the menu View offers."""
