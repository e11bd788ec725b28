"""Commands on connectors between cards and paths between steps: the twins of dragging dots."""

from __future__ import annotations

from functools import partial

from cjmapper.editor import connecting
from cjmapper.editor.actions.action import Action, settled
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools import choosing_link
from cjmapper.model import vocabulary as v


def _adds(direction: Direction) -> Action:
    return Action(
        id=f"connect_{direction}",
        menu="insert",
        shortcuts=(f"Ctrl+Shift+{direction.capitalize()}",),
        can_run=partial(connecting.can_add_connected, direction=direction),
        run=settled(partial(connecting.add_connected, direction=direction)),
    )


def _link_kind(kind: v.LinkKind) -> Action:
    return Action(
        id=f"link_{kind.value}",
        menu="map",
        can_run=connecting.has_link,
        run=settled(partial(connecting.set_link_kind, kind=kind)),
    )


def _path_kind(kind: v.TransitionKind) -> Action:
    return Action(
        id=f"path_{kind.value}",
        menu="map",
        can_run=connecting.has_path,
        run=settled(partial(connecting.set_path_kind, kind=kind)),
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        id="connect",
        icon="route",
        menu="insert",
        shortcuts=("Ctrl+L",),
        can_run=choosing_link.can_begin,
        run=settled(choosing_link.begin),
    ),
    *(_adds(direction) for direction in Direction),
    Action(
        id="next_connector",
        icon="route",
        menu="map",
        shortcuts=("Ctrl+Shift+L",),
        can_run=connecting.has_connectors,
        run=settled(connecting.next_connector),
    ),
    Action(
        id="reverse_link",
        icon="repeat",
        menu="map",
        can_run=connecting.has_link,
        run=settled(connecting.reverse),
    ),
    *(_link_kind(kind) for kind in v.LinkKind if kind is not v.LinkKind.OTHER),
    *(_path_kind(kind) for kind in v.TransitionKind if kind is not v.TransitionKind.OTHER),
)
"""What joins cards and steps, and what it says of them."""
