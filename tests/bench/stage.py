"""The program's canvas in an offscreen window of full size, and a pointer on it, to be timed."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.drawing.theme import LIGHT
from cjmapper.editor.clipboard import MemoryClipboard
from cjmapper.editor.editor import Editor, EditorOptions
from cjmapper.editor.session import Session
from cjmapper.geometry import Point, Rect
from cjmapper.layout import hit
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.ids import counted_ids
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.words.catalog import Words
from tests.support.whole_window import windows
from tests.support.windows import (
    surroundings,
)

SIZE = (1920, 1080)
_PLAIN = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def application() -> QApplication:
    """The application; widgets need it."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["bench"])


def painted() -> None:
    """Everything that waits is done, painting included."""
    QApplication.processEvents()


@contextmanager
def opened_window() -> Iterator[MainWindow]:
    """A whole window as it is after the first start."""
    application()
    with windows() as made:
        yield made.open(surroundings("nb"), SIZE)
    painted()


class Stage:
    """One document on a canvas that is shown, with real events of Qt."""

    def __init__(self, document: d.Document) -> None:
        application()
        self._time = 0.0
        self.pictures = MapPictures(load_metrics(), QtOutlines())
        typesetter = self.pictures.setting(document.language).typesetter
        options = EditorOptions(lambda _: typesetter, MemoryClipboard(), lambda _: None)
        self.session = Session(document, ids=counted_ids("new"), clock=self._clock)
        self.editor = Editor(self.session, self.pictures.lay_out, options)
        self.canvas = Canvas(self.editor, Words("nb"), LIGHT, self.pictures.cache)
        self.canvas.resize(*SIZE)
        self.canvas.show()
        self.canvas.setFocus()
        self.look_at(1.0)

    def _clock(self) -> float:
        self._time += 10.0
        return self._time

    def look_at(self, zoom: float) -> None:
        """The map from its start, at a zoom."""
        self.canvas.look(self.canvas.view.zoomed(zoom, Point(0.0, 0.0)).scrolled_to(0, 0))
        painted()

    def repaint(self) -> None:
        """One whole frame, with nothing of the former one."""
        self.canvas.layers._picture = None
        self.canvas.viewport().repaint()

    def place(self, card: str) -> Rect:
        """Where a card is in the viewport, in pixels."""
        layout = self.canvas.map_layout
        found = queries.card(layout.map, card)
        rect = None if found is None else layout.card_rect(found)
        if rect is None:
            raise AssertionError(f"{card} is not shown.")
        return self.canvas.view.rect(rect)

    def place_of(self, reading: str) -> Point:
        """Where a marker is in the viewport, in pixels."""
        middle = hit.reading_point(self.canvas.map_layout, reading)
        if middle is None:
            raise AssertionError(f"{reading} is not shown.")
        return self.canvas.view.point(middle)

    def press(self, place: Point) -> None:
        """The left button goes down."""
        QTest.mousePress(self.canvas.viewport(), _LEFT, _PLAIN, QPoint(*_whole(place)))

    def release(self) -> None:
        """The left button goes up, wherever the pointer is."""
        QTest.mouseRelease(self.canvas.viewport(), _LEFT, _PLAIN, QPoint(1, 1))

    def move(self, place: Point, *, held: bool = True) -> None:
        """The pointer moves, and what that changes is painted."""
        port, at = self.canvas.viewport(), QPointF(place.x, place.y)
        buttons = _LEFT if held else Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            port.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            buttons,
            _PLAIN,
        )
        QApplication.sendEvent(port, event)
        painted()

    def key(self, key: Qt.Key) -> None:
        """A key is pressed and let go, and what that changes is painted."""
        QTest.keyClick(self.canvas, key)
        painted()

    def type_text(self, text: str) -> None:
        """Letters are typed, and what that changes is painted."""
        QTest.keyClicks(self.canvas, text)
        painted()

    def close(self) -> None:
        """Nothing of it is shown any longer."""
        self.canvas.close()
        self.canvas.deleteLater()
        painted()


def _whole(place: Point) -> tuple[int, int]:
    return round(place.x), round(place.y)
