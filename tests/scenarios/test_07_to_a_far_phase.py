"""Scenario 7: a card is carried from the first phase to the twelfth, which is out of sight."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.model import ids, queries
from cjmapper.ui.canvas.autoscroll import TICK_MS
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.canvas.view import ABOVE
from cjmapper.ui.main_window import MainWindow
from tests.support.builders import card, document, journey
from tests.support.driver import Clock

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_SECONDS = 4.0


def move(canvas: Canvas, place: QPoint) -> None:
    port, at = canvas.viewport(), QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), NONE, LEFT, PLAIN)
    QApplication.sendEvent(port, event)


def cell(canvas: Canvas, step: str) -> QPoint:
    layout, view = canvas.map_layout, canvas.view
    rect = view.rect(layout.cell_rect((ids.LaneId("touchpoint"), ids.StepId(step))))
    return QPoint(round(rect.centre.x), round(rect.bottom - 12))


@pytest.fixture
def canvas(first_window: MainWindow) -> Canvas:
    steps = "|".join(f"s{number}" for number in range(1, 13))
    cards = (card("a", "touchpoint:s1", "Search"), card("b", "touchpoint:s12", "Stay"))
    first_window.session.replace(document(journey(steps, cards=cards)))
    first_window.show_map()
    QApplication.processEvents()
    shown = first_window.work.canvas
    shown.set_zoom(1.0)
    shown.look(shown.view.scrolled_to(0, 0))
    return shown


def test_a_phase_out_of_sight_is_reached_within_four_seconds_and_the_header_stays(
    first_window: MainWindow, canvas: Canvas
) -> None:
    clock = Clock()
    first_window._around.look.motion.clock = clock
    port, start = canvas.viewport(), canvas.place_px("a").center()
    edge = QPoint(port.width() - 2, start.y())
    assert cell(canvas, "s12").x() > port.width()

    QTest.mousePress(port, LEFT, PLAIN, start)
    move(canvas, start + QPoint(8, 0))
    move(canvas, edge)
    while cell(canvas, "s12").x() > port.width() - 60 and clock.now < 2 * MOST_SECONDS:
        clock.now += TICK_MS / 1000
        canvas._pointing._tick()
        assert 0 <= canvas.view.header_top <= ABOVE
        assert canvas.view.header_bottom < port.height() / 2
    assert clock.now <= MOST_SECONDS

    move(canvas, cell(canvas, "s12"))
    QTest.mouseRelease(port, LEFT, PLAIN, cell(canvas, "s12"))
    journey_now = queries.map_by_id(first_window.session.document, first_window.session.map_id)
    found = queries.card(journey_now, "a")
    assert found is not None
    assert found.step == "s12"
    assert len(first_window.session.entry_names) == 1
