"""What a pointer or a key does, told plainly: places on the map in millimetres, keys by name."""

from enum import StrEnum

import msgspec

from cjmapper.geometry import MM_PER_PX, Point
from cjmapper.layout.hits import Reach, reach_at

_DRAG_MOUSE_PX = 5.0
DRAG_TOUCH_PX = 8.0
_MAGNET_PX = 6.0
_LEAST_FOR_ADDING = 0.5 / MM_PER_PX
_LEAST_FOR_HANDLES = 0.4 / MM_PER_PX


class Button(StrEnum):
    """The button a pointer event is about."""

    NONE = "none"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Device(StrEnum):
    """What points."""

    MOUSE = "mouse"
    TOUCH = "touch"
    PEN = "pen"


class Modifiers(msgspec.Struct, frozen=True):
    """The keys that are held."""

    shift: bool = False
    control: bool = False
    alt: bool = False


NO_MODIFIERS = Modifiers()


class PointerEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A pointer at a place.

    Attributes:
        point: on the map, in millimetres; over a strip that stays in view, in that strip.
        screen: on the screen, in pixels.
        px_per_mm: the zoom.
        time: seconds on a clock that never goes back.
    """

    point: Point
    screen: Point
    px_per_mm: float
    button: Button = Button.NONE
    modifiers: Modifiers = NO_MODIFIERS
    device: Device = Device.MOUSE
    time: float = 0.0

    @property
    def reach(self) -> Reach:
        """How near is near enough at this zoom, for this device."""
        return reach_at(self.px_per_mm, touch=self.device is not Device.MOUSE)

    @property
    def magnet(self) -> float:
        """How near a level an emotion sticks to it, in millimetres."""
        return _MAGNET_PX / self.px_per_mm

    @property
    def sees_pluses(self) -> bool:
        """Whether the map is large enough on the screen for a «+» in it."""
        return self.px_per_mm >= _LEAST_FOR_ADDING

    @property
    def sees_handles(self) -> bool:
        """Whether it is large enough for dots at what could be connected."""
        return self.px_per_mm >= _LEAST_FOR_HANDLES

    def starts_drag_from(self, other: "PointerEvent") -> bool:
        """Whether the pointer has gone far enough from `other` for a drag to begin."""
        far = _DRAG_MOUSE_PX if self.device is Device.MOUSE else DRAG_TOUCH_PX
        return self.screen.distance(other.screen) >= far


class KeyEvent(msgspec.Struct, frozen=True):
    """A key that went down.

    Attributes:
        name: ``Escape``, ``Enter``, ``Tab``, ``Backspace``, ``Delete``, ``Left``, ``Home``, ``F2``,
            ``Space``, or the character in lower case.
        text: what it types, if anything.
    """

    name: str
    text: str = ""
    modifiers: Modifiers = NO_MODIFIERS

    @property
    def types(self) -> bool:
        """Whether it types something that can be seen, or a blank."""
        held = self.modifiers.control and not self.modifiers.alt
        return bool(self.text) and self.text.isprintable() and not held

    @property
    def chord(self) -> str:
        """The key with what is held: ``Ctrl+Shift+z``."""
        held = self.modifiers
        parts = [("Ctrl", held.control), ("Alt", held.alt), ("Shift", held.shift)]
        return "+".join([*(name for name, down in parts if down), self.name])
