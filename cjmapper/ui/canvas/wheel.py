"""What a turn of the wheel or two fingers on a trackpad means: how far to scroll, how much to zoom.

Keeps one preference; knows no map.
"""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from cjmapper.ui.canvas.view import STEP, View

_NOTCH = 120
_LINES_PX = 64.0


class Wheel:
    """`zooms` says that a mouse's wheel zooms, and scrolls with Ctrl held; else the reverse."""

    def __init__(self) -> None:
        self.zooms = False

    def factor(self, event: QWheelEvent) -> float | None:
        """By how much it zooms; None where it scrolls."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_mouse = event.pixelDelta().isNull()
        if control == (self.zooms and is_mouse):
            return None
        turned = event.angleDelta().y() or event.angleDelta().x()
        return float(STEP ** (turned / _NOTCH))

    def way(self, event: QWheelEvent, view: View) -> tuple[float, float]:
        """How far it scrolls, in pixels; sideways where the whole height is seen."""
        pixels, turned = event.pixelDelta(), event.angleDelta()
        if pixels.isNull():
            across, down = (part / _NOTCH * _LINES_PX for part in (turned.x(), turned.y()))
        else:
            across, down = float(pixels.x()), float(pixels.y())
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not across and (sideways or view.range[1] == 0):
            across, down = down, 0.0
        return -across, -down


def pinch(event: QEvent) -> tuple[float, QPointF] | None:
    """By how much two fingers on a trackpad zoom, and where; None for other events."""
    if not isinstance(event, QNativeGestureEvent):
        return None
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return None
    return 1 + event.value(), event.position()
