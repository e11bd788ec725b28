"""What the pointer does over a canvas: presses, drags, tiles from the palette, panning.

Turns places on the screen into places on the map and hands them on; scrolls by itself while
something is dragged near an edge. Decides nothing about the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from cjmapper.editor.events import NO_MODIFIERS, Button, Device, Modifiers, PointerEvent
from cjmapper.editor.feedback import Cursor
from cjmapper.geometry import Point
from cjmapper.layout.hits import Region
from cjmapper.ui.canvas import keys
from cjmapper.ui.canvas.autoscroll import TICK_MS, Drift, speed_at
from cjmapper.ui.canvas.view import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from cjmapper.editor.feedback import Tile
    from cjmapper.ui.canvas.canvas import Canvas
    from cjmapper.ui.canvas.view import View
    from cjmapper.ui.look.motion import Motion

_FAR = -1e6
"""A coordinate on no map, in millimetres."""

_STILL = (0.0, 0.0)
_SHAPES = {
    Cursor.ARROW: Qt.CursorShape.ArrowCursor,
    Cursor.GRAB: Qt.CursorShape.OpenHandCursor,
    Cursor.GRABBING: Qt.CursorShape.ClosedHandCursor,
    Cursor.COPY: Qt.CursorShape.DragCopyCursor,
    Cursor.NO: Qt.CursorShape.ForbiddenCursor,
    Cursor.CROSS: Qt.CursorShape.CrossCursor,
    Cursor.TEXT: Qt.CursorShape.IBeamCursor,
    Cursor.COLUMN: Qt.CursorShape.SplitHCursor,
    Cursor.ROW: Qt.CursorShape.SplitVCursor,
    Cursor.VERTICAL: Qt.CursorShape.SizeVerCursor,
    Cursor.POINT: Qt.CursorShape.PointingHandCursor,
}
_HANDLES = frozenset({Cursor.VERTICAL, Cursor.CROSS, Cursor.COLUMN, Cursor.ROW})
_LIFTED = frozenset({Cursor.GRAB, *_HANDLES})


class Pointing:
    """The pointer of one canvas.

    Attributes:
        pointer: where it is, in pixels of the viewport; None when it is elsewhere.
        is_busy: an event of the pointer is being handed on just now, or a button is held.
        speed: how fast the map scrolls by itself, in pixels a second.
        holds_map: a drag with the left button moves the map itself.
    """

    def __init__(self, canvas: Canvas, motion: Motion) -> None:
        self._canvas = canvas
        self._motion = motion
        self._editor = canvas.editor
        self.pointer: Point | None = None
        self.speed = _STILL
        self._began: Region | None = None
        self._start = Point(0.0, 0.0)
        self._handing = False
        self._last: tuple[Modifiers, Device, float] = (NO_MODIFIERS, Device.MOUSE, 0.0)
        self._pan: tuple[Point, View] | None = None
        self._space = False
        self.holds_map = False
        self._shape = Qt.CursorShape.ArrowCursor
        self._timer = QTimer(canvas)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._drift = Drift(0.0)

    @property
    def is_busy(self) -> bool:
        """Whether an event of the pointer is being handed on, or a button is held."""
        return self._handing or self._began is not None

    @property
    def _is_hand(self) -> bool:
        return self._space or self.holds_map

    def hold_map(self, holds: bool) -> None:
        """Whether a drag with the left button moves the map itself from now on."""
        self.holds_map = holds
        self._dress()

    # Mouse

    def pressed(self, event: QMouseEvent) -> None:
        """A button went down: something is taken, or the map itself."""
        self._see(event)
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (self._is_hand and event.button() == Qt.MouseButton.LeftButton):
            self._pan = (keys.point_of(event.position()), self._canvas.view)
            self._dress()
            return
        self._begin(event)
        self._hand(self._editor.press, keys.button_of(event))
        if event.button() == Qt.MouseButton.RightButton:
            self._end()

    def double_clicked(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        self._see(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._is_hand:
            self._begin(event)
            self._hand(self._editor.double_click, Button.LEFT)

    def moved(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        self._see(event)
        if self._pan is not None:
            self._drag_map()
            return
        held = event.buttons() & Qt.MouseButton.LeftButton
        self._hand(self._editor.move, Button.LEFT if held else Button.NONE)
        self._watch_edges()

    def released(self, event: QMouseEvent) -> None:
        """A button went up."""
        self._see(event)
        if self._pan is not None:
            self._pan = None
            self._dress()
            return
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._hand(self._editor.release, keys.button_of(event))
        self._end()

    def left(self) -> None:
        """The pointer left the viewport; while a button is held it still counts."""
        if self._began is not None or self._pan is not None:
            return
        self.pointer = None
        if not self._editor.state.is_gesture:
            self._hand(self._editor.move, Button.NONE, Point(_FAR, _FAR))
        self._canvas.viewport().update()

    def map_moved(self) -> None:
        """The map was scrolled or zoomed under a pointer that stood still."""
        if self.pointer is not None and self._pan is None:
            button = Button.NONE if self._began is None else Button.LEFT
            self._hand(self._editor.move, button)

    def zoomed(self) -> None:
        """What stands beside things at a size of the screen stands elsewhere on the map."""
        if self.pointer is not None:
            self.map_moved()
        elif not self._editor.state.is_gesture:
            self._hand(self._editor.move, Button.NONE, Point(_FAR, _FAR))

    def focus_lost(self) -> None:
        """Nothing is held any longer."""
        self._pan = None
        self._space = False
        self._end()
        self._dress()

    # Fingers

    def touched(self, place: Point, time: float) -> None:
        """A finger went down, and may yet tap, swipe or hold."""
        self._feel(place, time)
        if not self._editor.state.is_gesture:
            self._hand(self._editor.move, Button.NONE)

    def can_lift(self) -> bool:
        """Whether what is under the finger can be dragged."""
        return self._canvas.feedback.cursor in _LIFTED

    def on_handle(self) -> bool:
        """Whether under the finger is something that serves for nothing but a drag."""
        return self._canvas.feedback.cursor in _HANDLES

    def finger_pressed(self, place: Point, time: float | None, *, twice: bool = False) -> None:
        """A finger holds what is under it, or taps there, for the second time where `twice`."""
        self._feel(place, self._last[2] if time is None else time)
        self._start = place
        self._began = self._canvas.view.region(place)
        self._hand(self._editor.double_click if twice else self._editor.press, Button.LEFT)

    def finger_moved(self, place: Point, time: float) -> None:
        """The finger that holds something moved."""
        self._feel(place, time)
        self._hand(self._editor.move, Button.LEFT)
        self._watch_edges()

    def finger_lifted(self, place: Point, time: float) -> None:
        """A finger let go; nothing hovers after it."""
        self._feel(place, time)
        self._hand(self._editor.release, Button.LEFT)
        self._end()
        self.left()

    def menu_wanted(self) -> None:
        """What is under the finger is selected for its menu."""
        if not self._editor.state.is_gesture:
            self._hand(self._editor.press, Button.RIGHT)

    def _feel(self, place: Point, time: float) -> None:
        self.pointer = place
        self._last = (NO_MODIFIERS, Device.TOUCH, time)

    # Tiles

    def tile_pressed(self, tile: Tile, place: Point) -> None:
        """A tile of the palette was pressed beside the map."""
        self.pointer = self._start = place
        self._began = Region.OUTSIDE
        self._last = (NO_MODIFIERS, Device.MOUSE, self._last[2])
        self._editor.tile_pressed(tile, self._event(Button.LEFT, None))

    def tile_moved(self, place: Point, held: Qt.KeyboardModifier) -> None:
        """The pointer that holds a tile moved."""
        self.pointer = place
        self._last = (keys.modifiers_of(held), Device.MOUSE, self._last[2])
        self._hand(self._editor.move, Button.LEFT)
        self._watch_edges()

    def tile_released(self, place: Point) -> None:
        """The tile was let go."""
        self.pointer = place
        self._hand(self._editor.release, Button.LEFT)
        self._end()

    # Keys that change what the pointer does

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Space makes the map itself movable, Esc lets go of it; modifiers may change a drag.

        Whether it was one of these.
        """
        if self.holds_map and event.key() == Qt.Key.Key_Escape:
            self._canvas.hold_map(False)
            return True
        if event.key() in keys.MODIFIER_KEYS:
            self._hold(event)
            return True
        text_open = self._canvas.feedback.text is not None
        if event.key() != Qt.Key.Key_Space or text_open or event.modifiers() or self.is_busy:
            return False
        self._space = True
        self._dress()
        return True

    def key_released(self, event: QKeyEvent) -> bool:
        """Space or a modifier was let go; whether it was one of them."""
        if event.key() in keys.MODIFIER_KEYS:
            self._hold(event)
            return True
        if event.key() != Qt.Key.Key_Space or not self._space:
            return False
        if not event.isAutoRepeat():
            self._space = False
            self._dress()
        return True

    def _hold(self, event: QKeyEvent) -> None:
        held = keys.modifiers_of(event.modifiers())
        self._last = (held, *self._last[1:])
        self._handing = True
        self._editor.modifiers_changed(held)
        self._handing = False

    # Cursor

    def show_cursor(self, cursor: Cursor) -> None:
        """The shape that the editor asks for; a hand while the map is moved."""
        self._shape = _SHAPES[cursor]
        self._dress()

    def _dress(self) -> None:
        shape = self._shape
        if self._pan is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_hand:
            shape = Qt.CursorShape.OpenHandCursor
        port = self._canvas.viewport()
        if port.cursor().shape() != shape:
            port.setCursor(shape)

    # Places

    def _see(self, event: QMouseEvent) -> None:
        self.pointer = keys.point_of(event.position())
        held = keys.modifiers_of(event.modifiers())
        self._last = (held, keys.device_of(event), event.timestamp() / 1000)

    def _begin(self, event: QMouseEvent) -> None:
        self._start = keys.point_of(event.position())
        self._began = self._canvas.view.region(self._start)

    def _end(self) -> None:
        self._began = None
        self._stop()

    def _hand(
        self,
        receive: Callable[[PointerEvent], None],
        button: Button,
        place: Point | None = None,
    ) -> None:
        self._handing = True
        receive(self._event(button, place))
        self._handing = False

    def _event(self, button: Button, place: Point | None) -> PointerEvent:
        pointer = self.pointer or Point(_FAR, _FAR)
        held, device, time = self._last
        return PointerEvent(
            point=place or self._on_map(pointer),
            screen=pointer,
            px_per_mm=self._canvas.view.scale,
            button=button,
            modifiers=held,
            device=device,
            time=time,
        )

    def _on_map(self, pointer: Point) -> Point:
        """The place on the map; what is carried out of the viewport is on none.

        A drag that began among the cells goes on under the header, and is not held by it; a
        connector may end at a title, wherever that is held.
        """
        view, feedback = self._canvas.view, self._canvas.feedback
        inside = 0 <= pointer.x < view.width and 0 <= pointer.y < view.height
        if not inside and (feedback.ghost is not None or self._began is Region.OUTSIDE):
            return Point(_FAR, _FAR)
        through = self._began in (Region.BODY, Region.OUTSIDE) and not feedback.rubber
        return view.to_map(pointer, through=through)

    def _drag_map(self) -> None:
        if self._pan is not None and self.pointer is not None:
            start, view = self._pan
            away = self.pointer.x - start.x, self.pointer.y - start.y
            now = self._canvas.view
            wanted = view.scroll_x - away[0], view.scroll_y - away[1]
            self._canvas.look(now.scrolled_to(*wanted))

    # Scrolling by itself

    def _watch_edges(self) -> None:
        speed = self._wanted_speed()
        if speed == _STILL:
            self._stop()
        elif not self._timer.isActive():
            self._drift = Drift(self._motion.clock())
            self._timer.start()

    def _wanted_speed(self) -> tuple[float, float]:
        if self._began is None or self.pointer is None or not self._editor.state.is_gesture:
            return _STILL
        room = self._canvas.view.clip(Strip.BODY)
        across, down = speed_at(self.pointer, self._start, room)
        along = 0.0 if self._began is Region.LANE_TITLES else across
        return along, 0.0 if self._began is Region.HEADER else down

    def _stop(self) -> None:
        self._timer.stop()
        if self.speed != _STILL:
            self.speed = _STILL
            self._canvas.viewport().update()

    def _tick(self) -> None:
        across, down = self._wanted_speed()
        way = self._drift.way(self._motion.clock(), (across, down))
        share = self._drift.share()
        view = self._canvas.view
        moved = view.scrolled_by(*way)
        self.speed = (across * share, down * share)
        if moved != view:
            self._canvas.look(moved)
            self.map_moved()
        elif view.scrolled_by(_sign(across), _sign(down)) == view:
            self.speed = _STILL
        if (across, down) == _STILL:
            self._stop()


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
