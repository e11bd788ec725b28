"""A canvas on an offscreen screen, and a hand on it: real events of Qt, places by id."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.drawing.theme import LIGHT, Theme
from cjmapper.editor.clipboard import MemoryClipboard
from cjmapper.editor.editor import Editor, EditorOptions
from cjmapper.editor.feedback import Notice
from cjmapper.geometry import Point
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.ui.canvas.autoscroll import TICK_MS
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.look.motion import Motion
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.words.catalog import Words
from tests.support.driver import Clock
from tests.support.windows import pictures, session_of, surroundings

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SIZE = (1000, 700)


class Hand:
    """Mouse and keys of a person on a canvas."""

    def __init__(self, canvas: Canvas, clock: Clock) -> None:
        self.canvas = canvas
        self.clock = clock
        self.editor = canvas.editor
        self.session = canvas.editor.session

    @property
    def entries(self) -> list[str]:
        """What can be undone, the last first, without values."""
        return [name.code.removeprefix("undo.") for name in self.session.entry_names]

    @property
    def journey(self) -> d.JourneyMap:
        """The map as committed."""
        return queries.map_by_id(self.session.document, self.session.map_id)

    def carries(self) -> bool:
        """Whether something is carried at the pointer."""
        return self.canvas.feedback.ghost is not None

    def caret_on(self) -> bool:
        """Whether a blinking caret is to be seen just now."""
        return self.canvas._writing.caret_on

    def cell_of(self, card: str) -> tuple[str | None, str | None]:
        """Lane and step of a card as committed."""
        found = queries.card(self.journey, card)
        assert found is not None
        return found.lane, found.step

    def at(self, name: str) -> QPoint:
        """The middle of a thing in the viewport."""
        rect = self.canvas.place_px(name)
        assert not rect.isEmpty(), name
        return rect.center()

    def at_cell(self, lane: str, step: str) -> QPoint:
        """A place low in a cell."""
        layout = self.canvas.map_layout
        band = layout.lanes[layout.lane_of[ids.LaneId(lane)]]
        column = layout.columns[layout.column_of[ids.StepId(step)]]
        view = self.canvas.view
        return QPoint(round(view.x(column.centre)), round(view.y(band.bottom - 1.0)))

    def press(self, place: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.canvas.viewport(), LEFT, held, place)

    def release(self, place: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseRelease(self.canvas.viewport(), LEFT, held, place)

    def move(
        self,
        place: QPoint,
        button: Qt.MouseButton = LEFT,
        held: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        port = self.canvas.viewport()
        at = QPointF(place)
        event = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), NONE, button, held)
        QApplication.sendEvent(port, event)

    def hover(self, place: QPoint) -> None:
        self.move(place, NONE)

    def carry(self, start: QPoint, end: QPoint) -> None:
        """Presses at one place and moves to another in steps, without letting go."""
        self.press(start)
        way = end - start
        longest = max(abs(way.x()), abs(way.y()), 6)
        self.move(start + way * (6 / longest))
        for share in range(1, 11):
            self.move(start + (end - start) * (share / 10))

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.carry(start, end)
        self.release(end)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.canvas, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.canvas, text)

    def wheel(
        self, place: QPoint, turned: int, held: Qt.KeyboardModifier = PLAIN, pixels: int = 0
    ) -> None:
        port = self.canvas.viewport()
        at = QPointF(place)
        event = QWheelEvent(
            at, port.mapToGlobal(at), QPoint(0, pixels), QPoint(0, turned), NONE, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, event)

    def wait_at_edge(self, seconds: float) -> None:
        """Holds still near an edge, while the map scrolls by itself."""
        for _ in range(round(seconds * 1000 / TICK_MS)):
            self.clock.now += TICK_MS / 1000
            self.canvas._pointing._tick()

    def picture(self) -> QImage:
        """The viewport as it is painted now."""
        return self.canvas.viewport().grab().toImage()

    def colours(self, image: QImage, step: int = 3) -> set[str]:
        """Every colour in a picture."""
        return {
            QColor(image.pixel(x, y)).name().upper()
            for x in range(0, image.width(), step)
            for y in range(0, image.height(), step)
        }

    def map_point(self, place: QPoint) -> Point:
        """The place on the map at a pixel."""
        return self.canvas.view.to_map(Point(place.x(), place.y()))


Shown = Callable[..., Hand]


@pytest.fixture(scope="session")
def maker() -> MapPictures:
    """What lays maps out, once for all tests."""
    return pictures()


@pytest.fixture
def shown(qtbot: QtBot, maker: MapPictures) -> Shown:
    """Shows a document on a canvas that has the keys."""
    surroundings("en")

    def show(
        document: d.Document,
        *,
        size: tuple[int, int] = SIZE,
        theme: Theme = LIGHT,
        moves: bool = False,
        notices: list[Notice] | None = None,
    ) -> Hand:
        heard = [] if notices is None else notices
        typesetter = maker.setting(document.language).typesetter
        options = EditorOptions(lambda _: typesetter, MemoryClipboard(), heard.append)
        editor = Editor(session_of(document), maker.lay_out, options)
        clock = Clock()
        motion = Motion(asked=lambda: moves, clock=clock)
        canvas = Canvas(editor, Words("en"), theme, maker.cache, motion)
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        canvas.show()
        canvas.setFocus()
        qtbot.waitExposed(canvas)
        canvas.activateWindow()
        qtbot.waitUntil(canvas.hasFocus)
        canvas.set_zoom(1.0)
        return Hand(canvas, clock)

    return show
