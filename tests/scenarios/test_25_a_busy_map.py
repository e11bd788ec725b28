"""Scenario 25: 40 phases, 10 lanes, 800 cards, 200 connectors: opened, dragged, written on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.model import queries
from cjmapper.storage.codec import encode
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.main_window import MainWindow
from tests.bench.lines import differing_lines
from tests.support import synthetic

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CARD = "card-2"


@pytest.fixture
def window(first_window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "busy.cjmap"
    path.write_bytes(encode(synthetic.busy()))
    first_window.errands.open(path)
    QApplication.processEvents()
    return first_window


def move(canvas: Canvas, place: QPoint) -> None:
    port, at = canvas.viewport(), QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), NONE, LEFT, PLAIN)
    QApplication.sendEvent(port, event)


def test_it_opens_whole(window: MainWindow) -> None:
    journey, layout = window.session.journey, window.work.canvas.map_layout
    assert (len(journey.phases), len(journey.lanes), len(journey.cards)) == (40, 10, 800)
    assert len(journey.links) == len(layout.links) == 200
    assert sum(len(cell.cards) for cell in layout.cells.values()) == 800
    assert not window.session.is_dirty


def test_it_is_seen_whole_and_from_near(window: MainWindow) -> None:
    canvas = window.work.canvas
    canvas.fit_map()
    far = canvas.viewport().grab().toImage()
    assert canvas.view.window.width >= canvas.map_layout.grid.width * 0.9
    canvas.set_zoom(1.0)
    canvas.look(canvas.view.scrolled_by(2000.0, 300.0))
    assert canvas.viewport().grab().toImage() != far
    assert canvas.view.scroll_x > 0


def test_a_card_is_dragged_into_the_next_phase(window: MainWindow) -> None:
    canvas, session = window.work.canvas, window.session
    canvas.set_zoom(1.0)
    canvas.reveal([CARD])
    start = canvas.place_px(CARD).center()
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, start)
    column = round(canvas.map_layout.columns[0].width * canvas.view.scale)
    for step in range(1, 11):
        move(canvas, start + QPoint(step * column // 10, 0))
        QApplication.processEvents()
    assert canvas.feedback.ghost is not None
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, start + QPoint(column, 0))
    moved = queries.card(session.journey, CARD)
    assert moved is not None
    assert moved.step == session.journey.steps[1].id
    assert [name.code for name in session.entry_names] == ["undo.move_card"]


def test_a_card_is_written_on_and_others_make_room(window: MainWindow) -> None:
    canvas, session = window.work.canvas, window.session
    canvas.setFocus()
    canvas.set_zoom(1.0)
    window.editor.select(CARD)
    canvas.reveal([CARD])
    before = queries.card(session.journey, CARD)
    assert before is not None
    former = canvas.map_layout.card_rect(before)
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    QTest.keyClicks(canvas, " og venter lenge på et svar som aldri kommer")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    after = queries.card(session.journey, CARD)
    assert after is not None
    assert after.text == f"{before.text} og venter lenge på et svar som aldri kommer"
    now = canvas.map_layout.card_rect(after)
    assert former is not None
    assert now is not None
    assert now.height > former.height


def test_the_poster_breaks_every_line_where_the_screen_does() -> None:
    assert differing_lines(synthetic.busy(), 0, load_metrics()) == []
