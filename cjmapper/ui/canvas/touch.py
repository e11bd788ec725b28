"""Fingers on a canvas: a tap is a click, a swipe moves the map, a held card is lifted, two pinch.

Turns touches into what the pointer does; decides nothing about the map.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from cjmapper.editor.events import DRAG_TOUCH_PX
from cjmapper.geometry import Point
from cjmapper.ui.canvas import keys

if TYPE_CHECKING:
    from PySide6.QtGui import QTouchEvent

    from cjmapper.ui.canvas.canvas import Canvas
    from cjmapper.ui.canvas.pointing import Pointing
    from cjmapper.ui.canvas.view import View

LIFT_MS = 200
MENU_MS = 500
_TWICE_PX = 24.0
_LEAST_SPREAD = 24.0
"""Fingers nearer to each other than this spread no map."""


class Touch:
    """The fingers on one canvas."""

    def __init__(self, canvas: Canvas, pointing: Pointing) -> None:
        self._canvas = canvas
        self._pointing = pointing
        self._start = Point(0.0, 0.0)
        self._pan: View | None = None
        self._lifted = False
        self._waiting = False
        self._pinch: tuple[View, Point, float] | None = None
        self._tapped: tuple[Point, float] | None = None
        self._hold = QTimer(canvas)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self._held)

    def takes(self, event: QTouchEvent) -> bool:
        """Whether it was an event of a touch screen; then it is done."""
        if event.device().type() != event.device().DeviceType.TouchScreen:
            return False
        event.accept()
        places = [
            keys.point_of(one.position())
            for one in event.points()
            if one.state() != one.State.Released
        ]
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
        elif len(places) > 1:
            self._two(places[0], places[1])
        elif event.type() == QEvent.Type.TouchBegin:
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._began(places[0], event.timestamp() / 1000)
        elif event.type() == QEvent.Type.TouchEnd:
            self._ended(keys.point_of(event.points()[0].position()), event.timestamp() / 1000)
        elif places:
            self._moved(places[0], event.timestamp() / 1000)
        return True

    # One finger

    def _began(self, place: Point, time: float) -> None:
        self._reset()
        self._start, self._waiting = place, True
        self._pointing.touched(place, time)
        self._hold.start(LIFT_MS if self._pointing.can_lift() else MENU_MS)

    def _moved(self, place: Point, time: float) -> None:
        if self._lifted:
            self._pointing.finger_moved(place, time)
        elif self._pinch is not None:
            self._pinch = None
            self._pan, self._start = self._canvas.view, place
        elif self._pan is not None:
            away = place.x - self._start.x, place.y - self._start.y
            wanted = self._pan.scroll_x - away[0], self._pan.scroll_y - away[1]
            self._canvas.look(self._canvas.view.scrolled_to(*wanted))
        elif self._waiting and place.distance(self._start) >= DRAG_TOUCH_PX:
            self._hold.stop()
            self._waiting = False
            self._set_off(place, time)

    def _set_off(self, place: Point, time: float) -> None:
        """A handle is dragged at once; from anywhere else a swift finger moves the map."""
        if self._pointing.on_handle():
            self._lifted = True
            self._pointing.finger_pressed(self._start, None)
            self._pointing.finger_moved(place, time)
        else:
            self._pan, self._start = self._canvas.view, place

    def _ended(self, place: Point, time: float) -> None:
        if self._lifted:
            self._pointing.finger_lifted(place, time)
        elif self._waiting:
            self._tap(time)
        self._reset()

    def _tap(self, time: float) -> None:
        former, self._tapped = self._tapped, (self._start, time)
        twice = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        again = (
            former is not None
            and time - former[1] <= twice
            and former[0].distance(self._start) <= _TWICE_PX
        )
        if again:
            self._tapped = None
        self._pointing.finger_pressed(self._start, time, twice=again)
        self._pointing.finger_lifted(self._start, time)

    def _held(self) -> None:
        """A finger stayed where it was: what is there is lifted, or its menu opens."""
        self._waiting = False
        if self._pointing.can_lift():
            self._lifted = True
            self._pointing.finger_pressed(self._start, None)
            return
        port = self._canvas.viewport()
        place = QPoint(round(self._start.x), round(self._start.y))
        reason = QContextMenuEvent.Reason.Mouse
        asked = QContextMenuEvent(reason, place, port.mapToGlobal(place))
        self._pointing.menu_wanted()
        QApplication.sendEvent(port, asked)

    # Two fingers

    def _two(self, one: Point, other: Point) -> None:
        middle = Point((one.x + other.x) / 2, (one.y + other.y) / 2)
        spread = max(math.dist((one.x, one.y), (other.x, other.y)), _LEAST_SPREAD)
        if self._pinch is None:
            self._cancel()
            self._pinch = (self._canvas.view, middle, spread)
            return
        view, start, former = self._pinch
        self._canvas.set_zoom(view.zoom * spread / former, QPointF(start.x, start.y))
        anchored = view.zoomed(self._canvas.zoom, start)
        self._canvas.look(anchored.scrolled_by(start.x - middle.x, start.y - middle.y))

    # An end

    def _cancel(self) -> None:
        if self._lifted:
            self._canvas.editor.cancel()
            self._pointing.focus_lost()
        self._reset()

    def _reset(self) -> None:
        self._hold.stop()
        self._lifted = self._waiting = False
        self._pan = self._pinch = None
