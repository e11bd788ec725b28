"""Commands that help to find the others, which the window carries out."""

from __future__ import annotations

from cjmapper.editor.actions.action import Action, asks

ACTIONS: tuple[Action, ...] = (
    Action(
        id="palette",
        icon="search",
        menu="help",
        shortcuts=("Ctrl+K", "Ctrl+Shift+P"),
        needs_map=False,
        run=asks("palette"),
    ),
    Action(
        id="keys",
        icon="keyboard",
        menu="help",
        shortcuts=("F1",),
        needs_map=False,
        run=asks("keys"),
    ),
    Action(id="about", icon="info", menu="help", needs_map=False, run=asks("about")),
)
"""What the menu Help offers."""
