"""Commands on how it feels: the five faces."""

from __future__ import annotations

from functools import partial

from cjmapper.editor import feelings
from cjmapper.editor.actions.action import Action, settled

_ICONS = ("frown", "frown", "meh", "smile", "smile")

ACTIONS: tuple[Action, ...] = tuple(
    Action(
        id=f"emotion_{number}",
        icon=icon,
        menu="map",
        can_run=feelings.can_set_face,
        run=settled(partial(feelings.set_face, value=float(value))),
    )
    for number, (value, icon) in enumerate(zip(feelings.FACES, _ICONS, strict=True), start=1)
)
"""From the worst to the best; the digits 1 to 5 do the same on a marker."""
