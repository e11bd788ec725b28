"""Commands on cards alone."""

from __future__ import annotations

from cjmapper.editor import commands
from cjmapper.editor.actions.action import Action, offered

ACTIONS: tuple[Action, ...] = (
    Action(
        id="park_card",
        menu="map",
        can_run=commands.has_cards,
        run=offered("park_card", commands.park),
    ),
)
"""What is done to cards."""
