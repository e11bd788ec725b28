"""What glides on a canvas, how long, and what must not."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from cjmapper.drawing.theme import LIGHT
from cjmapper.editor.actions import action
from cjmapper.editor.feedback import Tile
from cjmapper.geometry import Rect
from cjmapper.layout.result import MapLayout
from cjmapper.model import queries
from cjmapper.ui.canvas.scene import pill_width
from tests.support.builders import card, document, journey, reading
from tests.ui.canvas.conftest import Hand, Shown

CARDS = (card("a", "touchpoint:s1"), card("b", "touchpoint:s1"), card("c", "touchpoint:s2"))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hand(shown: Shown) -> Hand:
    drawn = journey("s1 s2|s3 s4", cards=CARDS, emotions=(reading("e", "s2", 1.0),))
    return shown(document(drawn), moves=True)


def painted(hand: Hand) -> MapLayout:
    """The layout that is painted now."""
    layout = hand.canvas._frames.gliding.layout()
    assert layout is not None
    return layout


def place(layout: MapLayout, name: str) -> Rect:
    found = queries.card(layout.map, name)
    assert found is not None
    rect = layout.card_rect(found)
    assert rect is not None
    return rect


def test_a_card_moved_by_key_glides_to_its_place_in_140_milliseconds(hand: Hand) -> None:
    start = place(painted(hand), "a")
    hand.editor.select("a")
    hand.key(Qt.Key.Key_Right, ALT)
    goal = place(hand.canvas.map_layout, "a")
    assert goal.x > start.x
    assert place(painted(hand), "a").x == pytest.approx(start.x)
    hand.clock.now += 0.07
    assert start.x < place(painted(hand), "a").x < goal.x
    hand.clock.now += 0.08
    assert painted(hand) is hand.canvas.map_layout


def test_nothing_glides_where_the_system_asks_for_no_motion(shown: Shown) -> None:
    hand = shown(document(journey("s1 s2", cards=CARDS)), moves=False)
    hand.editor.select("a")
    hand.key(Qt.Key.Key_Right, ALT)
    assert painted(hand) is hand.canvas.map_layout


def test_neighbours_part_while_what_is_carried_does_not_glide(hand: Hand) -> None:
    start = place(painted(hand), "c")
    hand.press(hand.at("a"))
    target = hand.at("c") - QPoint(0, 20)
    hand.move(hand.at("a") + QPoint(20, 0))
    hand.move(target)
    goal = place(hand.canvas.map_layout, "c")
    assert goal.y > start.y
    assert place(painted(hand), "c").y == pytest.approx(start.y)
    assert place(painted(hand), "a") == place(hand.canvas.map_layout, "a")


def test_a_card_that_grows_while_it_is_written_grows_at_once(hand: Hand) -> None:
    hand.editor.open_text("a")
    hand.type("word " * 30)
    assert painted(hand) is hand.canvas.map_layout


def test_a_marker_and_its_curve_follow_the_pointer_without_delay(hand: Hand) -> None:
    hand.carry(hand.at("e"), hand.at("e") + QPoint(0, 40))
    assert painted(hand) is hand.canvas.map_layout


def test_the_curve_is_painted_anew_with_every_move_of_a_marker(hand: Hand) -> None:
    start = hand.at("e")
    hand.press(start)
    hand.move(start + QPoint(0, 8))
    seen = [hand.picture()]
    for down in range(20, 120, 16):
        hand.move(start + QPoint(0, down))
        seen.append(hand.picture())
    assert all(one != other for one, other in pairwise(seen))


def test_a_column_edge_follows_the_pointer_without_delay(hand: Hand) -> None:
    view, column = hand.canvas.view, hand.canvas.map_layout.columns[0]
    edge = QPoint(round(view.x(column.right)), hand.at("a").y() + 60)
    hand.carry(edge, edge + QPoint(40, 0))
    assert hand.canvas.map_layout.columns[0].width > column.width
    assert painted(hand) is hand.canvas.map_layout


def test_columns_part_for_a_phase_that_is_carried_over_a_gap(hand: Hand) -> None:
    band = hand.canvas.map_layout.phases[1]
    view = hand.canvas.view
    gap = QPoint(round(view.x(band.x)), round(view.header_top + 8))
    port = hand.canvas.viewport()
    outside = port.mapToGlobal(QPoint(-40, 80)).toPointF()
    hand.canvas.begin_tile_drag(Tile.PHASE, outside)
    for target in (gap + QPoint(-30, 0), gap):
        screen = port.mapToGlobal(target).toPointF()
        hand.canvas.continue_tile_drag(screen, Qt.KeyboardModifier.NoModifier)
    hand.clock.now += 1.0
    away = painted(hand).phases[1].x - band.x
    assert away * view.scale == pytest.approx(16.0)
    assert painted(hand).phases[0].x == hand.canvas.map_layout.phases[0].x
    hand.key(Qt.Key.Key_Escape)
    hand.clock.now += 1.0
    assert painted(hand).phases[1].x == band.x


def test_what_is_let_go_settles_in_its_place_and_is_gone_after_120_milliseconds(
    hand: Hand,
) -> None:
    hand.carry(hand.at("a"), hand.at_cell("touchpoint", "s3"))
    hand.picture()
    hand.release(hand.at_cell("touchpoint", "s3"))
    assert hand.canvas._frames.ghost.is_settling
    flying = hand.picture()
    hand.clock.now += 0.13
    assert hand.picture() != flying
    assert not hand.canvas._frames.ghost.is_settling


def test_escape_lets_the_card_glide_home_and_leaves_no_ghost(hand: Hand) -> None:
    place = hand.at_cell("touchpoint", "s3")
    around = QRect(place - QPoint(90, 60), place + QPoint(90, 10))
    hand.editor.select("a")
    before = hand.picture().copy(around)
    hand.carry(hand.at("a"), place)
    assert hand.picture().copy(around) != before
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas._frames.ghost.is_settling
    assert hand.picture().copy(around) != before
    hand.clock.now += 0.2
    hand.hover(QPoint(990, 690))
    assert hand.picture().copy(around) == before
    assert not hand.canvas._frames.ghost.is_settling


def test_what_is_asked_for_by_a_command_is_flown_to(hand: Hand) -> None:
    hand.canvas.fit_map()
    assert hand.canvas.zoom == pytest.approx(1.0)
    hand.clock.now += 0.1
    hand.canvas._sight.fly()
    middle = hand.canvas.zoom
    hand.clock.now += 0.2
    hand.canvas._sight.fly()
    assert hand.canvas.zoom < middle < 1.0
    assert hand.canvas.view == hand.canvas.view.fitted()


def test_scrollbars_that_come_and_go_do_not_end_a_flight(shown: Shown) -> None:
    wide = journey("s1 s2|s3 s4|s5 s6|s7 s8", cards=CARDS)
    hand = shown(document(wide), size=(1000, 500), moves=True)
    assert hand.canvas.view.range[0] > 0
    hand.canvas.fit_map()
    for _ in range(30):
        hand.clock.now += 0.01
        hand.canvas._sight.fly()
        QApplication.processEvents()
    assert hand.canvas.view.range == (0, 0)
    hand.canvas.zoom_full()
    for _ in range(30):
        hand.clock.now += 0.01
        hand.canvas._sight.fly()
        QApplication.processEvents()
    assert hand.canvas.zoom == 1.0


def test_a_wheel_takes_over_from_a_flight(hand: Hand) -> None:
    hand.canvas.fit_map()
    hand.clock.now += 0.05
    hand.canvas._sight.fly()
    hand.wheel(QPoint(500, 400), -120)
    seen = hand.canvas.view
    hand.clock.now += 1.0
    hand.canvas._sight.fly()
    assert hand.canvas.view == seen


def test_taking_back_glides_too(hand: Hand) -> None:
    hand.editor.select("a")
    hand.key(Qt.Key.Key_Right, ALT)
    hand.clock.now += 1.0
    there = place(painted(hand), "a").x
    action("undo").run(hand.editor)
    assert place(painted(hand), "a").x == pytest.approx(there)
    hand.clock.now += 1.0
    assert place(painted(hand), "a").x < there


def test_words_over_the_map_are_as_large_as_those_of_the_window(hand: Hand) -> None:
    hand.carry(hand.at("e"), hand.at("e") + QPoint(0, 40))
    assert hand.canvas.feedback.bubble is not None
    small = hand.picture()
    hand.canvas.set_look(LIGHT, 1.5)
    assert hand.picture() != small
    assert pill_width("Happy", 1.5) > 1.4 * pill_width("Happy")
