"""Commands that move what is selected: the twins of drags."""

from __future__ import annotations

from functools import partial

from cjmapper.editor import moving
from cjmapper.editor.actions.action import Action, settled
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools.carrying import can_carry, carry


def _moves(direction: Direction, icon: str) -> Action:
    return Action(
        id=f"move_{direction}",
        icon=icon,
        menu="map",
        shortcuts=(f"Alt+{direction.capitalize()}",),
        can_run=partial(moving.can_move, direction=direction),
        run=settled(partial(moving.move_selected, direction=direction)),
    )


ACTIONS: tuple[Action, ...] = (
    _moves(Direction.LEFT, "arrow-left"),
    _moves(Direction.RIGHT, "arrow-right"),
    _moves(Direction.UP, "arrow-up"),
    _moves(Direction.DOWN, "arrow-down"),
    Action(
        id="move_first",
        menu="map",
        can_run=moving.can_move_to_end,
        run=settled(partial(moving.move_to_end, last=False)),
    ),
    Action(
        id="move_last",
        menu="map",
        can_run=moving.can_move_to_end,
        run=settled(partial(moving.move_to_end, last=True)),
    ),
    Action(id="carry", icon="hand", menu="map", can_run=can_carry, run=settled(carry)),
)
"""What moves in the map."""
