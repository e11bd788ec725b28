"""What a canvas says of the thing under the pointer that has no words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QToolTip

from cjmapper.editor.actions.table import action
from cjmapper.ui.parts.key_names import keys_of
from cjmapper.ui.parts.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from cjmapper.ui.canvas.canvas import Canvas

_TWINS = {"plus.step": "add_step", "plus.touchpoint": "add_card", "plus.card": "add_card"}
"""The commands that add the same by key."""


def explained(canvas: Canvas, event: QEvent) -> bool:
    """Whether the event asked for words; they say what the «+» under the pointer adds."""
    if not isinstance(event, QHelpEvent):
        return False
    over = next((plus for plus in canvas.feedback.pluses if plus.is_over), None)
    text = "" if over is None else plain_tip(_words(canvas, over.said.code))
    QToolTip.showText(event.globalPos(), text, canvas.viewport())
    return True


def _words(canvas: Canvas, code: str) -> str:
    """What a «+» adds, and the key that adds the same after what is selected."""
    said, twin = canvas.words.say(code), _TWINS.get(code)
    if twin is None:
        return said
    keys = keys_of(action(twin).shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{said} ({keys})"
