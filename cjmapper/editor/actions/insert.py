"""Commands that add something to the map."""

from __future__ import annotations

from functools import partial

from cjmapper.editor import commands
from cjmapper.editor.actions.action import Action, offered, settled
from cjmapper.editor.feedback import Tile


def _adds(tile: Tile, icon: str) -> Action:
    return Action(
        id=f"add_{tile}",
        icon=icon,
        menu="insert",
        run=settled(partial(commands.add, tile=tile)),
    )


ACTIONS: tuple[Action, ...] = (
    _adds(Tile.PHASE, "columns-3"),
    Action(
        id="add_step",
        icon="plus",
        menu="insert",
        shortcuts=("Ctrl+Alt+Enter", "Ctrl+Alt+Return"),
        run=offered("add_step", commands.add_step),
    ),
    _adds(Tile.TOUCHPOINT, "map-pin"),
    _adds(Tile.EMOTION, "smile"),
    _adds(Tile.NOTE, "sticky-note"),
    _adds(Tile.LANE, "rows-3"),
    Action(
        id="add_card",
        icon="plus",
        menu="insert",
        shortcuts=("Ctrl+Enter", "Ctrl+Return"),
        can_run=commands.has_card_place,
        run=offered("add_card", commands.add_card),
    ),
)
"""What the menu Insert offers."""
