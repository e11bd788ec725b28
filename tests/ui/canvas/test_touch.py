"""Fingers: a tap clicks, a swipe pans, a hold lifts or opens the menu, two fingers zoom."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent, QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.builders import card, document, journey, reading
from tests.ui.canvas.conftest import Hand, Shown

WIDE = "s1 s2|s3 s4|s5 s6|s7 s8|s9 s10"
CARDS = (card("a", "touchpoint:s1"), card("b", "touchpoint:s1"), card("c", "touchpoint:s2"))


class Fingers:
    """One or two fingers on a canvas, by real events of a touch screen."""

    def __init__(self, hand: Hand) -> None:
        self.port = hand.canvas.viewport()
        self.touch = hand.canvas._touch
        self.device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    def press(self, *places: QPoint) -> None:
        sequence = QTest.touchEvent(self.port, self.device)
        for number, place in enumerate(places):
            sequence.press(number, place, self.port)
        sequence.commit()

    def move(self, *places: QPoint) -> None:
        sequence = QTest.touchEvent(self.port, self.device)
        for number, place in enumerate(places):
            sequence.move(number, place, self.port)
        sequence.commit()

    def release(self, *places: QPoint) -> None:
        sequence = QTest.touchEvent(self.port, self.device)
        for number, place in enumerate(places):
            sequence.release(number, place, self.port)
        sequence.commit()

    def tap(self, place: QPoint) -> None:
        self.press(place)
        self.release(place)

    def hold(self) -> None:
        """As long as it takes."""
        assert self.touch._hold.isActive()
        self.touch._hold.stop()
        self.touch._held()


class Asked(QObject):
    """Counts how often a menu is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[QPoint] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QContextMenuEvent):
            self.places.append(event.pos())
            return True
        return False


@pytest.fixture
def hand(shown: Shown) -> Hand:
    drawn = journey(WIDE, cards=CARDS, emotions=(reading("e", "s2", 1.0),))
    return shown(document(drawn), size=(1000, 560))


@pytest.fixture
def fingers(hand: Hand) -> Iterator[Fingers]:
    made = Fingers(hand)
    yield made
    QApplication.processEvents()


def test_a_tap_selects(hand: Hand, fingers: Fingers) -> None:
    fingers.tap(hand.at("b"))
    assert hand.session.selection == ("b",)
    assert hand.entries == []
    assert hand.canvas.feedback.hovered is None


def test_two_taps_open_the_text(hand: Hand, fingers: Fingers) -> None:
    fingers.tap(hand.at("b"))
    fingers.tap(hand.at("b"))
    assert hand.canvas.feedback.text is not None


def test_a_swift_swipe_over_a_card_moves_the_map_and_no_card(hand: Hand, fingers: Fingers) -> None:
    before = hand.session.document
    start = hand.at("c")
    fingers.press(start)
    fingers.move(start - QPoint(20, 0))
    fingers.move(start - QPoint(120, 0))
    assert hand.canvas.view.scroll_x == 100
    fingers.release(start - QPoint(120, 0))
    assert hand.session.document is before
    assert hand.session.selection == ()


def test_a_finger_that_trembles_still_taps(hand: Hand, fingers: Fingers) -> None:
    start = hand.at("c")
    fingers.press(start)
    fingers.move(start + QPoint(7, 0))
    fingers.release(start + QPoint(7, 0))
    assert hand.session.selection == ("c",)
    assert hand.canvas.view.scroll_x == 0


def test_a_card_that_is_held_is_lifted_and_dragged(hand: Hand, fingers: Fingers) -> None:
    start, goal = hand.at("a"), hand.at_cell("touchpoint", "s3")
    fingers.press(start)
    assert fingers.touch._hold.interval() == 200
    fingers.hold()
    QTest.qWait(210)
    for share in range(1, 11):
        fingers.move(start + (goal - start) * (share / 10))
    assert hand.carries()
    fingers.release(goal)
    assert hand.cell_of("a") == ("touchpoint", "s3")
    assert hand.entries == ["move_card"]


def test_a_marker_is_dragged_at_once(hand: Hand, fingers: Fingers) -> None:
    start = hand.at("e") + QPoint(18, 0)
    fingers.press(start)
    for down in (10, 40, 90):
        fingers.move(start + QPoint(0, down))
    fingers.release(start + QPoint(0, 90))
    assert hand.entries == ["change_emotion"]
    assert hand.canvas.view.scroll_y == 0


def test_a_finger_held_on_an_empty_cell_opens_its_menu(hand: Hand, fingers: Fingers) -> None:
    asked = Asked()
    fingers.port.installEventFilter(asked)
    place = hand.at_cell("thought", "s2")
    fingers.press(place)
    assert fingers.touch._hold.interval() == 500
    fingers.hold()
    fingers.release(place)
    fingers.port.removeEventFilter(asked)
    assert asked.places == [place]
    assert hand.canvas.feedback.text is None


def test_two_fingers_zoom_and_move_the_map(hand: Hand, fingers: Fingers) -> None:
    hand.canvas.look(hand.canvas.view.scrolled_to(300, 60))
    one, other = QPoint(400, 300), QPoint(600, 300)
    before = hand.map_point(QPoint(500, 300))
    fingers.press(one, other)
    fingers.move(one - QPoint(100, 0), other + QPoint(100, 0))
    assert hand.canvas.zoom == pytest.approx(2.0)
    fingers.move(one - QPoint(60, -40), other + QPoint(140, 40))
    after = hand.map_point(QPoint(540, 340))
    fingers.release(one, other)
    assert after.distance(before) * hand.canvas.view.scale < 3.0


def test_the_finger_that_stays_after_a_pinch_moves_the_map_on(hand: Hand, fingers: Fingers) -> None:
    fingers.press(QPoint(400, 300), QPoint(600, 300))
    fingers.move(QPoint(300, 300), QPoint(700, 300))
    sequence = QTest.touchEvent(fingers.port, fingers.device)
    sequence.move(0, QPoint(300, 300), fingers.port)
    sequence.release(1, QPoint(700, 300), fingers.port)
    sequence.commit()
    seen = hand.canvas.view
    fingers.move(QPoint(260, 300))
    fingers.release(QPoint(260, 300))
    assert hand.canvas.view.scroll_x == seen.scroll_x + 40
    assert hand.canvas.zoom == seen.zoom


def test_a_second_finger_ends_a_drag_without_a_trace(hand: Hand, fingers: Fingers) -> None:
    before = hand.session.document
    start = hand.at("a")
    fingers.press(start)
    fingers.hold()
    QTest.qWait(210)
    fingers.move(start + QPoint(60, 0))
    assert hand.carries()
    sequence = QTest.touchEvent(fingers.port, fingers.device)
    sequence.move(0, start + QPoint(60, 0), fingers.port)
    sequence.press(1, QPoint(700, 300), fingers.port)
    sequence.commit()
    assert not hand.carries()
    fingers.release(start, QPoint(700, 300))
    assert hand.session.document is before


def test_a_held_card_that_is_let_go_is_selected(hand: Hand, fingers: Fingers, qtbot: QtBot) -> None:
    fingers.press(hand.at("b"))
    qtbot.waitUntil(lambda: fingers.touch._lifted)
    fingers.release(hand.at("b"))
    assert hand.session.selection == ("b",)
