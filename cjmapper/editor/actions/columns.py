"""Commands on phases, steps and lanes: the grid itself."""

from __future__ import annotations

from cjmapper.editor import commands
from cjmapper.editor.actions.action import Action, offered

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
        id="show_lanes",
        menu="map",
        can_run=commands.has_hidden_lanes,
        run=offered("show_lanes", commands.show_lanes),
    ),
)
"""What is done to the grid."""
