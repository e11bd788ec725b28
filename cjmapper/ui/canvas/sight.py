"""Which part of the map is seen, and every way to see another: zoom, scroll, fit, reveal.

What a person asks for by a command is flown to; a pointer, a wheel and a key are followed at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.bars import Bars
from cjmapper.ui.canvas.extent import extent_of
from cjmapper.ui.canvas.fitting import Fitting
from cjmapper.ui.canvas.following import Following
from cjmapper.ui.canvas.gliding import FRAME_MS, eased
from cjmapper.ui.canvas.view import STEP, Strip, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjmapper.editor.feedback import EditedText
    from cjmapper.geometry import Point
    from cjmapper.layout.result import MapLayout
    from cjmapper.ui.canvas.canvas import Canvas
    from cjmapper.ui.look.motion import Motion

_FLIGHT = 0.2
_MOST_FLOWN = 3000
"""Cards of a map over which every frame of a flight would come late."""


class Sight:
    """The view of one canvas."""

    def __init__(self, canvas: Canvas, layout: MapLayout, motion: Motion) -> None:
        self.view = View(extent_of(layout))
        self._canvas = canvas
        self._motion = motion
        self._fitting = Fitting()
        self._following = Following()
        self._bars = Bars(canvas.horizontalScrollBar(), canvas.verticalScrollBar())
        self._flight: tuple[View, View, float] | None = None
        self._timer = QTimer(canvas)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.fly)

    @property
    def goal(self) -> View:
        """The view that is flown to, or the one there is."""
        return self.view if self._flight is None else self._flight[1]

    # Zooming

    def zoom_by(self, steps: int) -> None:
        """So many steps closer, around the middle."""
        self.set_zoom(self.goal.zoom * STEP**steps)

    def set_zoom(self, factor: float, anchor: Point | None = None, *, flies: bool = False) -> None:
        """Another zoom; what is at `anchor` (in the viewport, else its middle) stays there."""
        view = self.goal
        middle = view.clip(Strip.BODY).centre if anchor is None else anchor
        self._fitting.forget()
        self.look(view.zoomed(factor, middle), flies=flies)

    def fit_map(self) -> None:
        """The whole map, also when the window then becomes larger or smaller."""
        self._following.forget()
        self.look(self._fitting.whole(self.goal, self._canvas.size().toTuple()), flies=True)

    def open_map(self) -> None:
        """The map from its start; judged anew while the window finds its size."""
        self._following.forget()
        self.look(self._fitting.from_start(self.goal))

    def fit_things(self, names: Iterable[str]) -> None:
        """These things, as large as fits; the whole map where there are none."""
        whole = outlines.place_of_all(self._canvas.map_layout, names)
        if whole is None:
            self.fit_map()
            return
        self._fitting.forget()
        self.look(self.goal.fitted_to(whole), flies=True)

    # Scrolling

    def reveal(self, names: Iterable[str]) -> None:
        """Scrolls just so far that these things are seen, the first of them above all."""
        for name in reversed(tuple(names)):
            rect = outlines.place_of(self._canvas.map_layout, name)
            if rect is not None:
                self.look(self.goal.revealing(rect))

    def follow(self, text: EditedText | None) -> None:
        """Keeps an open text in view."""
        self.look(self._following.view(self.goal, text))

    def scrollbar_moved(self) -> bool:
        """Takes the view that a person scrolled to; whether it was one."""
        moved = self._bars.moved(self.view)
        if moved is not None:
            self.look(moved)
        return moved is not None

    def resized(self, width: int, height: int) -> None:
        """As much of the map as there is room for."""
        view = self.goal.sized(width, height)
        goal = self._fitting.resized(self.goal, view, self._canvas.size().toTuple())
        if self._flight is None:
            self.look(goal)
        else:
            # Scrollbars that come and go on the way must not end it.
            start, _, began = self._flight
            self._flight = (start.sized(width, height), goal, began)
            self._show(self.view.sized(width, height))
        self._bars.show(self.view)

    def look(self, view: View, *, flies: bool = False) -> None:
        """Shows another part of the map, or the same at another zoom."""
        if view == self.goal:
            return
        cards = len(self._canvas.map_layout.map.cards)
        if flies and self._motion.moves() and cards <= _MOST_FLOWN:
            self._flight = (self.view, view, self._motion.clock())
            self._timer.start()
            return
        self._land()
        self._show(view)

    def fly(self) -> None:
        """Shows where a flight has come to by now."""
        if self._flight is None:
            return
        start, goal, began = self._flight
        share = (self._motion.clock() - began) / _FLIGHT
        if share < 1.0:
            self._show(start.on_way_to(goal, eased(share)))
            return
        self._land()
        self._show(goal)

    def _land(self) -> None:
        self._flight = None
        self._timer.stop()

    def _show(self, view: View) -> None:
        former, self.view = self.view, view
        if view != former:
            self._bars.show(view)
            self._canvas.seen_from(former)
