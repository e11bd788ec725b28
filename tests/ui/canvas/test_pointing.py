"""Dragging, panning and zooming by real events on the widget."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.editor.feedback import Tile
from cjmapper.geometry import Point
from cjmapper.layout.hits import Region
from cjmapper.ui.canvas.autoscroll import ramp
from cjmapper.ui.canvas.view import ABOVE, Strip
from tests.support.builders import card, document, journey, reading
from tests.ui.canvas.conftest import CONTROL, LEFT, NONE, PLAIN, Hand, Shown

WIDE = "s1 s2|s3 s4|s5 s6|s7 s8|s9 s10"
CARDS = (card("a", "touchpoint:s1"), card("b", "touchpoint:s1"), card("c", "touchpoint:s2"))


@pytest.fixture
def hand(shown: Shown) -> Hand:
    drawn = journey(WIDE, cards=CARDS, emotions=(reading("e", "s2", 1.0),))
    return shown(document(drawn), size=(1000, 560))


def test_a_card_dragged_to_another_step_is_there_with_one_entry(hand: Hand) -> None:
    hand.drag(hand.at("a"), hand.at_cell("touchpoint", "s3"))
    assert hand.cell_of("a") == ("touchpoint", "s3")
    assert hand.entries == ["move_card"]


def test_escape_in_a_drag_leaves_no_trace(hand: Hand) -> None:
    before = hand.session.document
    hand.carry(hand.at("a"), hand.at_cell("touchpoint", "s3"))
    assert hand.session.is_previewing
    hand.key(Qt.Key.Key_Escape)
    hand.release(QPoint(500, 300))
    assert hand.session.document is before
    assert hand.entries == []
    assert not hand.session.is_previewing


def test_the_right_button_ends_a_drag_without_a_trace(hand: Hand) -> None:
    before = hand.session.document
    place = hand.at_cell("touchpoint", "s3")
    hand.carry(hand.at("a"), place)
    QTest.mousePress(hand.canvas.viewport(), Qt.MouseButton.RightButton, PLAIN, place)
    hand.release(place)
    assert hand.session.document is before


def test_losing_the_keys_ends_a_drag_without_a_trace(hand: Hand) -> None:
    before = hand.session.document
    hand.carry(hand.at("a"), hand.at_cell("touchpoint", "s3"))
    hand.canvas.clearFocus()
    assert not hand.session.is_previewing
    hand.release(QPoint(500, 300))
    assert hand.session.document is before


def test_four_pixels_are_a_click_and_six_are_a_drag(hand: Hand) -> None:
    start = hand.at("a")
    hand.press(start)
    hand.move(start + QPoint(4, 0))
    assert not hand.carries()
    hand.move(start + QPoint(6, 0))
    assert hand.carries()
    hand.release(start + QPoint(6, 0))
    assert hand.session.selection == ("a",)


def test_a_card_grabbed_anywhere_hangs_at_the_pointer_without_a_jump(hand: Hand) -> None:
    start = hand.at("a") + QPoint(-50, -10)
    hand.carry(start, start + QPoint(200, 40))
    ghost = hand.canvas.feedback.ghost
    assert ghost is not None
    assert ghost.origin is not None
    scale = hand.canvas.view.scale
    lifted = start + QPoint(6, 1)
    at_pointer = ghost.origin.x + ghost.dx - ghost.point.x
    assert at_pointer * scale == pytest.approx(
        hand.canvas.view.x(ghost.origin.x) - lifted.x(), abs=1.0
    )


def test_ctrl_pressed_in_a_drag_makes_a_copy(hand: Hand) -> None:
    place = hand.at_cell("touchpoint", "s3")
    hand.carry(hand.at("a"), place)
    QTest.keyPress(hand.canvas, Qt.Key.Key_Control)
    ghost = hand.canvas.feedback.ghost
    assert ghost is not None
    assert ghost.copies
    hand.release(place, CONTROL)
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Control)
    assert hand.cell_of("a") == ("touchpoint", "s1")
    assert hand.entries == ["duplicate_card"]


def test_a_marker_dragged_down_changes_its_value(hand: Hand) -> None:
    lane = hand.canvas.map_layout.emotion_lanes[hand.journey.lanes[1].id]
    down = QPoint(0, round(2 * lane.unit * hand.canvas.view.scale))
    hand.drag(hand.at("e"), hand.at("e") + down)
    assert hand.journey.emotions[0].value == -1.0
    assert hand.entries == ["change_emotion"]


def test_a_phase_dragged_by_its_header_takes_its_steps_along(hand: Hand) -> None:
    hand.drag(hand.at("p1"), hand.at("p2") + QPoint(150, 0))
    assert [phase.id for phase in hand.journey.phases][:2] == ["p2", "p1"]
    assert hand.entries == ["move_phase"]


def test_a_header_can_be_taken_while_the_map_is_scrolled_down(hand: Hand) -> None:
    hand.canvas.look(hand.canvas.view.scrolled_to(0, 200))
    QTest.mouseClick(hand.canvas.viewport(), LEFT, PLAIN, hand.at("p2"))
    assert hand.session.selection == ("p2",)
    assert hand.canvas.view.region(_point(hand.at("p2"))) is Region.HEADER


def test_a_marquee_selects_what_it_touches(hand: Hand) -> None:
    start = hand.at_cell("thought", "s1")
    hand.drag(start, hand.at("c"))
    assert set(hand.session.selection) >= {"b", "c"}


def test_a_double_click_opens_the_text(hand: Hand) -> None:
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, PLAIN, hand.at("a"))
    assert hand.canvas.feedback.text is not None


def test_a_tile_from_outside_lands_where_it_is_let_go(hand: Hand) -> None:
    port = hand.canvas.viewport()
    target = hand.at_cell("touchpoint", "s4")
    hand.canvas.begin_tile_drag(Tile.TOUCHPOINT, _screen(hand, QPoint(-50, 80)))
    hand.canvas.continue_tile_drag(_screen(hand, QPoint(-20, 90)), PLAIN)
    hand.canvas.continue_tile_drag(_screen(hand, target), PLAIN)
    assert hand.canvas.feedback.target_cell is not None
    hand.canvas.end_tile_drag(_screen(hand, target))
    hand.type("New")
    hand.key(Qt.Key.Key_Escape)
    assert [one.text for one in hand.journey.cards if one.step == "s4"] == ["New"]
    assert hand.entries == ["add_touchpoint"]
    assert port.isVisible()


def test_a_tile_let_go_outside_the_canvas_adds_nothing(hand: Hand) -> None:
    before = hand.session.document
    hand.canvas.begin_tile_drag(Tile.NOTE, _screen(hand, QPoint(-50, 80)))
    for place in (QPoint(300, 300), QPoint(1200, 300)):
        hand.canvas.continue_tile_drag(_screen(hand, place), PLAIN)
    ghost = hand.canvas.feedback.ghost
    assert ghost is not None
    assert ghost.fades
    hand.canvas.end_tile_drag(_screen(hand, QPoint(1200, 300)))
    assert hand.session.document is before


def test_a_card_carried_out_of_the_canvas_comes_back(hand: Hand) -> None:
    before = hand.session.document
    hand.carry(hand.at("a"), QPoint(500, 800))
    hand.release(QPoint(500, 800))
    assert hand.session.document is before


def test_the_wheel_scrolls_down_and_with_shift_across(hand: Hand) -> None:
    hand.wheel(QPoint(500, 400), -120)
    assert hand.canvas.view.scroll_y > 0
    assert hand.canvas.view.scroll_x == 0
    hand.wheel(QPoint(500, 400), -120, Qt.KeyboardModifier.ShiftModifier)
    assert hand.canvas.view.scroll_x > 0


def test_the_wheel_scrolls_across_where_the_whole_height_is_seen(shown: Shown) -> None:
    hand = shown(document(journey(WIDE, "touchpoint")))
    hand.wheel(QPoint(500, 300), -120)
    assert hand.canvas.view.scroll_x > 0


def test_ctrl_and_wheel_zoom_to_the_pointer(hand: Hand) -> None:
    hand.canvas.look(hand.canvas.view.scrolled_to(300, 100))
    place = QPoint(620, 430)
    before = hand.map_point(place)
    hand.wheel(place, 120, CONTROL)
    assert hand.canvas.zoom == pytest.approx(1.1)
    assert hand.map_point(place).distance(before) * hand.canvas.view.scale < 1.5


def test_the_preference_swaps_what_the_wheel_does(hand: Hand) -> None:
    hand.canvas.set_wheel_zooms(True)
    hand.wheel(QPoint(500, 400), 120)
    assert hand.canvas.zoom == pytest.approx(1.1)
    hand.wheel(QPoint(500, 400), -120, CONTROL)
    assert hand.canvas.zoom == pytest.approx(1.1)
    assert hand.canvas.view.scroll_y > 0


def test_a_trackpad_scrolls_by_pixels_also_where_a_wheel_zooms(hand: Hand) -> None:
    hand.canvas.set_wheel_zooms(True)
    hand.wheel(QPoint(500, 400), -15, pixels=-37)
    assert hand.canvas.view.scroll_y == 37
    assert hand.canvas.zoom == 1.0


def test_two_fingers_zoom_to_the_place_between_them(hand: Hand) -> None:
    hand.canvas.look(hand.canvas.view.scrolled_to(300, 100))
    port = hand.canvas.viewport()
    at = QPointF(500, 400)
    before = hand.map_point(QPoint(500, 400))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, port.mapToGlobal(at), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(port, event)
    assert hand.canvas.zoom == pytest.approx(1.25)
    assert hand.map_point(QPoint(500, 400)).distance(before) * hand.canvas.view.scale < 1.5


def test_space_and_a_drag_move_the_map_and_nothing_on_it(hand: Hand) -> None:
    before = hand.session.document
    hand.canvas.look(hand.canvas.view.scrolled_to(200, 100))
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    port = hand.canvas.viewport()
    assert port.cursor().shape() == Qt.CursorShape.OpenHandCursor
    start = hand.at("c")
    hand.press(start)
    assert port.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.move(start + QPoint(60, 30))
    hand.release(start + QPoint(60, 30))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert (hand.canvas.view.scroll_x, hand.canvas.view.scroll_y) == (140, 70)
    assert hand.session.document is before
    assert port.cursor().shape() != Qt.CursorShape.OpenHandCursor


def test_a_map_taken_by_hand_is_moved_by_every_drag_until_escape(hand: Hand) -> None:
    before, heard = hand.session.document, list[bool]()
    hand.canvas.handChanged.connect(heard.append)
    hand.canvas.look(hand.canvas.view.scrolled_to(200, 20))
    hand.canvas.toggle_hand()
    port = hand.canvas.viewport()
    assert port.cursor().shape() == Qt.CursorShape.OpenHandCursor
    for _ in range(2):
        start = hand.at("c")
        hand.press(start)
        hand.move(start + QPoint(30, 10))
        hand.release(start + QPoint(30, 10))
    assert (hand.canvas.view.scroll_x, hand.canvas.view.scroll_y) == (140, 0)
    assert hand.session.document is before
    assert not hand.session.selection
    hand.key(Qt.Key.Key_Escape)
    assert heard == [True, False]
    QTest.mouseClick(port, LEFT, PLAIN, hand.at("c"))
    assert hand.session.selection == ("c",)


def test_a_wheel_scrolls_while_a_card_is_carried(hand: Hand) -> None:
    place = hand.at_cell("touchpoint", "s2")
    hand.carry(hand.at("a"), place)
    hand.wheel(place, -120, Qt.KeyboardModifier.ShiftModifier)
    assert hand.canvas.view.scroll_x > 0
    assert hand.carries()
    hand.release(place)
    assert len(hand.entries) == 1


def test_the_map_goes_on_scrolling_while_the_pointer_is_outside(hand: Hand) -> None:
    hand.carry(hand.at("a"), QPoint(1100, hand.at("a").y()))
    hand.wait_at_edge(1.6)
    assert hand.canvas.view.scroll_x > 1000
    assert hand.carries()


def test_the_middle_button_moves_the_map(hand: Hand) -> None:
    middle = Qt.MouseButton.MiddleButton
    port = hand.canvas.viewport()
    QTest.mousePress(port, middle, PLAIN, QPoint(500, 400))
    hand.move(QPoint(450, 380), middle)
    QTest.mouseRelease(port, middle, PLAIN, QPoint(450, 380))
    assert (hand.canvas.view.scroll_x, hand.canvas.view.scroll_y) == (50, 20)


def test_a_drag_held_at_the_edge_brings_the_far_phase_and_the_header_stays(hand: Hand) -> None:
    hand.carry(hand.at("a"), QPoint(996, hand.at("a").y()))
    most = hand.canvas.view.range[0]
    for _ in range(40):
        hand.wait_at_edge(0.1)
        assert hand.canvas.view.header_top <= ABOVE
    assert hand.canvas.view.scroll_x == most
    place = hand.at_cell("touchpoint", "s10")
    hand.move(place)
    hand.release(place)
    assert hand.cell_of("a") == ("touchpoint", "s10")
    assert len(hand.entries) == 1


def test_a_press_near_the_edge_that_moves_away_does_not_scroll(hand: Hand) -> None:
    hand.canvas.look(hand.canvas.view.scrolled_to(120, 0))
    start = QPoint(round(hand.canvas.view.titles_right) + 30, hand.at("a").y())
    hand.carry(start, start + QPoint(14, 0))
    hand.wait_at_edge(1.0)
    assert hand.canvas.view.scroll_x == 120


def test_the_map_waits_a_moment_before_it_scrolls_by_itself() -> None:
    assert ramp(0.1) == 0.0
    assert 0.0 < ramp(0.4) < 1.0
    assert ramp(1.0) == 1.0


def test_the_pointer_that_leaves_hovers_over_nothing(hand: Hand) -> None:
    hand.hover(hand.at("a"))
    assert hand.canvas.feedback.hovered == "a"
    QApplication.sendEvent(hand.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert hand.canvas.feedback.hovered is None


def test_a_connector_is_drawn_from_a_dot_to_a_card(hand: Hand) -> None:
    hand.hover(hand.at("c"))
    dots = [dot for dot in hand.canvas.feedback.dots if dot.owner == "c"]
    assert dots
    start = hand.canvas.view.point(dots[0].place)
    hand.hover(QPoint(round(start.x), round(start.y)))
    hand.drag(QPoint(round(start.x), round(start.y)), hand.at("a"))
    assert [(one.start, one.to) for one in hand.journey.links] == [("c", "a")]


def test_a_scrollbar_moves_the_view(hand: Hand) -> None:
    hand.canvas.verticalScrollBar().setValue(80)
    assert hand.canvas.view.scroll_y == 80
    hand.canvas.look(hand.canvas.view.scrolled_to(10, 20))
    assert hand.canvas.horizontalScrollBar().value() == 10
    assert hand.canvas.verticalScrollBar().value() == 20


def test_the_zoom_is_told_and_held_within_its_limits(hand: Hand) -> None:
    heard: list[float] = []
    hand.canvas.zoomChanged.connect(heard.append)
    hand.canvas.zoom_in()
    hand.canvas.zoom_out()
    hand.canvas.set_zoom(99.0)
    hand.canvas.set_zoom(0.0001)
    assert heard == [pytest.approx(1.1), pytest.approx(1.0), 4.0, 0.1]


def test_a_fitted_map_is_fitted_again_when_the_window_grows(hand: Hand) -> None:
    hand.canvas.fit_map()
    small = hand.canvas.zoom
    hand.canvas.resize(1400, 900)
    assert hand.canvas.zoom > small
    hand.canvas.set_zoom(1.0)
    hand.canvas.resize(1000, 700)
    assert hand.canvas.zoom == 1.0


def test_what_is_selected_can_be_fitted_and_revealed(hand: Hand) -> None:
    hand.editor.select("c")
    hand.canvas.fit_selection()
    assert hand.canvas.zoom > 1.0
    hand.canvas.set_zoom(1.0)
    hand.canvas.look(hand.canvas.view.scrolled_to(800, 0))
    hand.canvas.reveal(["c"])
    assert _inside(hand, hand.at("c"))
    hand.editor.select()
    hand.canvas.fit_selection()
    assert hand.canvas.view.range == (0, 0)


def test_going_about_with_the_arrows_keeps_what_is_selected_in_view(hand: Hand) -> None:
    hand.editor.select("c")
    for _ in range(8):
        hand.key(Qt.Key.Key_Right)
    cell = hand.canvas.feedback.cell
    assert cell is not None
    middle = hand.canvas.view.rect(cell).centre
    assert _inside(hand, QPoint(round(middle.x), round(middle.y)))


def test_a_right_click_selects_and_holds_nothing(hand: Hand) -> None:
    port = hand.canvas.viewport()
    QTest.mouseClick(port, Qt.MouseButton.RightButton, PLAIN, hand.at("c"))
    assert hand.session.selection == ("c",)
    hand.move(hand.at("a"), NONE)
    assert hand.canvas.feedback.ghost is None


def _point(place: QPoint) -> Point:
    return Point(place.x(), place.y())


def _screen(hand: Hand, place: QPoint) -> QPointF:
    return QPointF(hand.canvas.viewport().mapToGlobal(place))


def _inside(hand: Hand, place: QPoint) -> bool:
    room = hand.canvas.view.clip(Strip.BODY)
    return room.contains(_point(place))


def test_page_keys_scroll_a_screen(hand: Hand) -> None:
    hand.key(Qt.Key.Key_PageDown)
    down = hand.canvas.view.scroll_y
    assert down > 0
    hand.key(Qt.Key.Key_PageUp)
    assert hand.canvas.view.scroll_y == 0
