"""Carrying cards and going about by screens, on the widget itself."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from cjmapper.drawing.theme import LIGHT
from cjmapper.editor.actions import action
from cjmapper.geometry import Rect
from cjmapper.layout import landing
from cjmapper.model import ids
from cjmapper.ui.canvas.view import Strip
from tests.support.builders import card, cards, document, journey
from tests.ui.canvas.conftest import LEFT, PLAIN, Hand, Shown

LANES = "touchpoint emotion thought pain opportunity note"
CARDS = (*cards(("a", "b"), "touchpoint:s1"), card("c", "touchpoint:s2"), card("n", "note:s1"))


@pytest.fixture
def hand(shown: Shown) -> Hand:
    return shown(document(journey("s1 s2|s3", LANES, cards=CARDS)), size=(1000, 560))


def bar(hand: Hand, step: str, index: int) -> Rect:
    key = (ids.LaneId("touchpoint"), ids.StepId(step))
    return landing.slots_in(hand.canvas.map_layout, key, {"a"})[index].line


def middle(hand: Hand, line: Rect) -> QPoint:
    place = hand.canvas.view.point(line.centre)
    return QPoint(round(place.x), round(place.y))


def colour_at(hand: Hand, place: QPoint) -> QColor:
    picture = hand.picture()
    return picture.pixelColor(place * picture.devicePixelRatio())


def test_the_bar_under_the_pointer_is_filled_and_a_click_places_there(hand: Hand) -> None:
    hand.editor.select("a")
    action("carry").run(hand.editor)
    place = middle(hand, bar(hand, "s2", 1))
    beside = QPoint(round(hand.canvas.view.x(bar(hand, "s2", 1).x)) + 16, place.y())
    assert colour_at(hand, beside) != QColor(LIGHT.accent)
    QTest.mouseMove(hand.canvas.viewport(), place)
    assert colour_at(hand, beside) == QColor(LIGHT.accent)
    QTest.mouseClick(hand.canvas.viewport(), LEFT, PLAIN, place)
    assert hand.cell_of("a") == ("touchpoint", "s2")
    assert hand.entries == ["move_card"]


def test_page_down_and_up_go_about_as_much_of_the_map_as_is_in_view(hand: Hand) -> None:
    hand.editor.select("a")
    page = hand.canvas.view.clip(Strip.BODY).height / hand.canvas.view.scale
    hand.key(Qt.Key.Key_PageDown)
    first = hand.editor.cell
    assert first is not None
    assert first[0] != "touchpoint"
    assert hand.editor.page == pytest.approx(page)
    hand.key(Qt.Key.Key_PageUp)
    assert hand.editor.selection == ("a",)
