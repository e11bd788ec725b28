"""Qt's events as the editor's: keys by name, buttons, modifiers, devices. Decides nothing."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QSinglePointEvent

from cjmapper.editor.events import Button, Device, KeyEvent, Modifiers
from cjmapper.geometry import Point

_Key = Qt.Key
_Held = Qt.KeyboardModifier

_NAMES: dict[int, str] = {
    _Key.Key_Escape: "Escape",
    _Key.Key_Return: "Enter",
    _Key.Key_Enter: "Enter",
    _Key.Key_Tab: "Tab",
    _Key.Key_Backtab: "Tab",
    _Key.Key_Backspace: "Backspace",
    _Key.Key_Delete: "Delete",
    _Key.Key_Left: "Left",
    _Key.Key_Right: "Right",
    _Key.Key_Up: "Up",
    _Key.Key_Down: "Down",
    _Key.Key_Home: "Home",
    _Key.Key_End: "End",
    _Key.Key_PageUp: "PageUp",
    _Key.Key_PageDown: "PageDown",
    _Key.Key_F2: "F2",
    _Key.Key_Space: "Space",
}
_ASCII = range(0x21, 0x7F)
_LATIN = range(0xA1, 0x100)
_BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.MiddleButton: Button.MIDDLE,
    Qt.MouseButton.RightButton: Button.RIGHT,
}
_DEVICES = {
    QInputDevice.DeviceType.TouchScreen: Device.TOUCH,
    QInputDevice.DeviceType.Stylus: Device.PEN,
}
MODIFIER_KEYS = frozenset({_Key.Key_Control, _Key.Key_Shift, _Key.Key_Alt, _Key.Key_AltGr})


def modifiers_of(held: Qt.KeyboardModifier) -> Modifiers:
    """Which of Shift, Ctrl and Alt are held."""
    return Modifiers(
        bool(held & _Held.ShiftModifier),
        bool(held & _Held.ControlModifier),
        bool(held & _Held.AltModifier),
    )


def key_of(event: QKeyEvent) -> KeyEvent:
    """A key of Qt as the editor knows it."""
    key = event.key()
    text = event.text()
    name = _NAMES.get(key, "")
    if not name and (key in _ASCII or key in _LATIN):
        name = chr(key).lower()
    return KeyEvent(name or text.lower(), text, modifiers_of(event.modifiers()))


def button_of(event: QMouseEvent) -> Button:
    """The button that an event is about."""
    return _BUTTONS.get(event.button(), Button.NONE)


def device_of(event: QSinglePointEvent) -> Device:
    """What points: mice and trackpads are told apart only from fingers and pens."""
    return _DEVICES.get(event.pointingDevice().type(), Device.MOUSE)


def point_of(place: QPointF) -> Point:
    """A point of Qt as one of ours, in the same pixels."""
    return Point(place.x(), place.y())


def screen_of(event: QKeyEvent) -> int:
    """1 for a screen further down, -1 for one up, 0 for another key."""
    return (event.key() == _Key.Key_PageDown) - (event.key() == _Key.Key_PageUp)
