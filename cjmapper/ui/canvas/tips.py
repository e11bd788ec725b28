"""What a canvas says of the thing under the pointer that has no words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from cjmapper.ui.parts.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from cjmapper.ui.canvas.canvas import Canvas


def explained(canvas: Canvas, event: QEvent) -> bool:
    """Whether the event asked for words; they say what the «+» under the pointer adds."""
    if not isinstance(event, QHelpEvent):
        return False
    over = next((plus for plus in canvas.feedback.pluses if plus.is_over), None)
    text = "" if over is None else plain_tip(canvas.words.say(over.said.code))
    QToolTip.showText(event.globalPos(), text, canvas.viewport())
    return True
