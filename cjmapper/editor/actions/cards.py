"""Commands on cards alone: their colour, and the parking lot."""

from __future__ import annotations

from functools import partial

from cjmapper.editor import commands, kinds
from cjmapper.editor.actions.action import Action, offered, settled


def _tints(name: str, colour: str | None) -> Action:
    return Action(
        id=f"tint_{name}",
        icon=colour or "",
        menu="map",
        can_run=commands.has_cards,
        run=settled(partial(kinds.set_colour, colour=colour)),
    )


ACTIONS: tuple[Action, ...] = (
    _tints("none", None),
    *(_tints(name, colour) for name, colour in kinds.COLOURS.items()),
    Action(
        id="park_card",
        menu="map",
        can_run=commands.has_cards,
        run=offered("park_card", commands.park),
    ),
)
"""What is done to cards."""
