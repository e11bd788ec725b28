"""Where things are on the screen: asked of a second window of the same size, seen by nobody.

That window stands in the test's own process. It opens the file that the program saved and shows the
whole map, as the program does on Ctrl+1; the same code puts everything at the same pixels.
"""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cjmapper.geometry import Point
from cjmapper.layout import hit
from cjmapper.model import document as d
from cjmapper.model.ids import LaneId, StepId, counted_ids
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.main_window import MainWindow, Workplace
from tests.display.screen import SIZE, Place
from tests.support.windows import TODAY, MemoryKeeper, pictures, surroundings, ticking


class Places:
    """Pixels of the screen, by the names and ids of what is there."""

    def __init__(self) -> None:
        self.window = MainWindow(
            Workplace(
                around=surroundings("nb"),
                keeper=MemoryKeeper(),
                pictures=pictures(),
                ids=counted_ids("seen"),
                clock=ticking(),
                today=lambda: TODAY,
            )
        )
        self.window.resize(*SIZE)
        self.window.show()

    def see(self, path: Path) -> d.JourneyMap:
        """Takes up what stands in the file now; gives its map."""
        assert self.window.desk.take_up(path)
        return self.look()

    def look(self) -> d.JourneyMap:
        """Shows the whole of what is open; gives its map."""
        self.window.work.show_from_the_start()
        self._canvas.fit_map()
        return self.window.session.journey

    def widget(self, widget: QWidget) -> Place:
        """The middle of a part of the window."""
        return _pair(widget.mapTo(self.window, widget.rect().center()))

    def tile(self, name: str) -> Place:
        """A tile of the palette."""
        return self.widget(self.window.work.tiles.tiles[name])

    def thing(self, name: str) -> Place:
        """The middle of a card, a phase's band, a step's title or a marker."""
        rect = self._canvas.place_px(name)
        assert not rect.isEmpty(), name
        return _pair(self._port.mapTo(self.window, rect.center()))

    def marker(self, name: str) -> Place:
        """The middle of an emotion marker."""
        point = hit.reading_point(self._canvas.map_layout, name)
        assert point is not None, name
        return self._on_map(point.x, point.y)

    def cell(self, lane: str, step: str) -> Place:
        """A place low in a cell."""
        rect = self._canvas.map_layout.cell_rect((LaneId(lane), StepId(step)))
        return self._on_map(rect.centre.x, rect.bottom - 3.0)

    def level(self, lane: str, step: str, value: float) -> Place:
        """The place of an emotion value over the middle of a step."""
        layout = self._canvas.map_layout
        rect = layout.cell_rect((LaneId(lane), StepId(step)))
        return self._on_map(rect.centre.x, rect.y + layout.emotion_lanes[LaneId(lane)].y_of(value))

    def after_the_last_phase(self) -> Place:
        """Right at the end of the row of phases."""
        layout = self._canvas.map_layout
        return self._on_map(layout.size.width - 1.0, layout.header.phase_height / 2)

    @property
    def _canvas(self) -> Canvas:
        return self.window.work.canvas

    @property
    def _port(self) -> QWidget:
        return self._canvas.viewport()

    def _on_map(self, x: float, y: float) -> Place:
        seen = self._canvas.view.point(Point(x, y))
        return _pair(self._port.mapTo(self.window, QPoint(round(seen.x), round(seen.y))))


def _pair(point: QPoint) -> Place:
    return float(point.x()), float(point.y())
