"""The list to choose from: what it shows, where it stands, what a click on it does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.editor.tools import choosing_link
from cjmapper.ui.panels.choice_list import ChoiceList
from cjmapper.ui.panels.floating import SHADOW
from cjmapper.ui.work_area import WorkArea
from tests.support.builders import card, cards, document, journey
from tests.support.driver import Driver
from tests.support.windows import surroundings


@pytest.fixture
def area(qapp: QApplication, qtbot: QtBot) -> Iterator[WorkArea]:
    assert qapp is not None
    names = [f"c{number}" for number in range(12)]
    hand = Driver(document(journey("s1 s2|s3 s4", cards=cards(names, "note:s2"))))
    made = WorkArea(surroundings(), hand.editor)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_from_the_start()
    yield made
    made.hide()


def begin(area: WorkArea) -> ChoiceList:
    area.canvas.setFocus()
    area.canvas.editor.select("c0")
    choosing_link.begin(area.canvas.editor)
    return area.choice_list


def test_it_shows_seven_rows_around_the_chosen_one_and_never_takes_the_keys(
    area: WorkArea,
) -> None:
    shown = begin(area)
    assert shown.isVisible()
    assert [row.id for row in shown.rows] == [f"c{number}" for number in range(1, 8)]
    for _ in range(6):
        QTest.keyClick(area.canvas, Qt.Key.Key_Down)
    assert [row.id for row in shown.rows] == [f"c{number}" for number in range(4, 11)]
    QTest.keyClicks(area.canvas, "c1")
    assert [shown.words_of(row) for row in shown.rows] == ["Card c1", "Card c10", "Card c11"]
    shown.grab()
    QTest.keyClicks(area.canvas, "nothing")
    assert shown.rows == ()
    shown.grab()
    QTest.keyClick(area.canvas, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_click_on_a_row_connects(area: WorkArea) -> None:
    shown = begin(area)
    middle = shown.ground.center().toPoint()
    second = QPoint(middle.x(), round(shown.ground.top()) + 34 + 4 + 32 + 16)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=second)
    assert area.canvas.editor.journey.links[-1].to == "c2"
    assert not shown.isVisible()
    shown = begin(area)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), SHADOW + 4))
    assert shown.isVisible()


def test_it_covers_nothing_of_the_card_and_stays_in_the_window(area: WorkArea) -> None:
    shown = begin(area)
    for zoom in (0.5, 1.0, 1.5):
        area.canvas.set_zoom(zoom)
        QTest.qWait(1)
        ground = shown.ground.toAlignedRect().translated(shown.pos())
        assert area.canvas.viewport().rect().contains(ground)
        if zoom == 1.0:
            assert not ground.intersects(area.canvas.place_px("c0"))


def test_the_chosen_one_is_in_view_beside_the_list_wherever_it_stands(
    qapp: QApplication, qtbot: QtBot
) -> None:
    assert qapp is not None
    around = [card(f"{lane}{n}", f"{lane}:s{n}") for lane in ("note", "thought") for n in (1, 2, 3)]
    hand = Driver(document(journey("s1 s2|s3", "note thought emotion", cards=tuple(around))))
    area = WorkArea(surroundings(), hand.editor)
    qtbot.addWidget(area)
    area.resize(1366, 768)
    area.show()
    area.show_from_the_start()
    area.canvas.setFocus()
    hand.editor.select("note2")
    choosing_link.begin(hand.editor)
    seen = set()
    for _ in range(5):
        QTest.qWait(1)
        choices = hand.editor.feedback.choices
        assert choices is not None
        seen.add(choices.chosen)
        shown = area.choice_list
        ground = shown.ground.toAlignedRect().translated(shown.pos())
        assert area.canvas.viewport().rect().contains(ground)
        for name in ("note2", choices.chosen):
            assert not ground.intersects(area.canvas.place_px(name))
        QTest.keyClick(area.canvas, Qt.Key.Key_Down)
    assert len(seen) == 5
    area.hide()


def test_it_stays_on_its_side_while_what_is_chosen_next_is_in_view(area: WorkArea) -> None:
    shown = begin(area)
    QTest.qWait(1)
    stood = shown.x()
    for _ in range(3):
        QTest.keyClick(area.canvas, Qt.Key.Key_Down)
        QTest.qWait(1)
        assert shown.x() == stood
