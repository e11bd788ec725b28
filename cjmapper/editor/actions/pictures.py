"""Commands on pictures, which the window carries out: put one in, copy the map as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import copying
from cjmapper.editor.actions.action import Action, always, asks, settled
from cjmapper.editor.tools import placing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjmapper.editor.editor import Editor


def _has_curve(editor: Editor) -> bool:
    return bool(editor.layout.emotion_lanes)


def _has_step(editor: Editor) -> bool:
    return placing.selected_step(editor) is not None


def _copies(what: str, can_run: Callable[[Editor], bool]) -> Action:
    name = f"copy_picture_{what}"
    return Action(id=name, icon="image", menu="edit", can_run=can_run, run=settled(asks(name)))


ACTIONS: tuple[Action, ...] = (
    Action(id="insert_picture", icon="image", menu="insert", run=settled(asks("insert_picture"))),
    _copies("selection", copying.can_copy),
    _copies("phase", _has_step),
    _copies("curve", _has_curve),
    _copies("map", always),
)
"""What is done with pictures."""
