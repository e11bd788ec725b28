"""Commands on phases, steps and lanes: the grid itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import commands, sizing
from cjmapper.editor.actions.action import Action, offered, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjmapper.editor.editor import Editor


def _widens(name: str, do: Callable[[Editor], None], key: str = "") -> Action:
    shortcuts = (key,) if key else ()
    return Action(
        id=name, menu="map", shortcuts=shortcuts, can_run=sizing.can_size, run=settled(do)
    )


def _raises(name: str, do: Callable[[Editor], None]) -> Action:
    return Action(id=name, menu="map", can_run=sizing.can_size_lanes, run=settled(do))


ACTIONS: tuple[Action, ...] = (
    Action(
        id="split_phase",
        menu="map",
        can_run=commands.can_split,
        run=offered("split_phase", commands.split_phase),
    ),
    Action(
        id="moment_of_truth",
        icon="star",
        menu="map",
        can_run=commands.has_step,
        run=offered("moment_of_truth", commands.toggle_moment_of_truth),
    ),
    Action(
        id="hide_lane",
        icon="eye-off",
        menu="map",
        can_run=commands.can_hide_lanes,
        run=offered("hide_lane", commands.hide_lanes),
    ),
    Action(
        id="show_lanes",
        menu="map",
        can_run=commands.has_hidden_lanes,
        run=offered("show_lanes", commands.show_lanes),
    ),
    _widens("width_wide", sizing.width_wide, "Ctrl+Shift+W"),
    _widens("width_normal", sizing.width_normal),
    _widens("width_narrow", sizing.width_narrow),
    _widens("width_fit", sizing.width_fit, "Ctrl+Shift+F"),
    _widens("width_more", sizing.width_more),
    _widens("width_less", sizing.width_less),
    Action(
        id="width_equalise",
        menu="map",
        can_run=sizing.has_columns,
        run=settled(sizing.width_equalise),
    ),
    _raises("height_fit", sizing.height_fit),
    _raises("height_more", sizing.height_more),
    _raises("height_less", sizing.height_less),
)
"""What is done to the grid."""
