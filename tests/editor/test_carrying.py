"""Moving cards with two clicks, or with keys: what a drag does, without one."""

import pytest

from cjmapper.editor.events import Button
from cjmapper.editor.spoken import said_of_place
from cjmapper.geometry import Point
from cjmapper.layout import landing
from cjmapper.layout.result import CellKey
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support.builders import card, cards, document, journey
from tests.support.driver import OFF_MAP, Driver


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint emotion note",
            cards=(
                *cards(("a1", "a2", "a3"), "touchpoint:s1"),
                *cards(("b1", "b2"), "touchpoint:s3"),
                card("n1", "note:s2"),
                card("parked"),
            ),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def carry(hand: Driver, *names: str) -> None:
    hand.select(*names)
    hand.do("carry")


def key_of(lane: str, step: str) -> CellKey:
    return ids.LaneId(lane), ids.StepId(step)


def slot(hand: Driver, lane: str, step: str, index: int, *moving: str) -> Point:
    key = key_of(lane, step)
    return landing.slots_in(hand.layout, key, moving)[index].line.centre


def test_a_click_on_a_place_puts_the_card_there_as_one_entry(hand: Driver) -> None:
    carry(hand, "a2")
    assert hand.state == "Carrying"
    hand.click(slot(hand, "touchpoint", "s3", 1))
    assert hand.cell("touchpoint", "s3") == ["b1", "a2", "b2"]
    assert hand.cell("touchpoint", "s1") == ["a1", "a3"]
    assert (hand.state, hand.selection, hand.entries, hand.last) == (
        "Idle", ("a2",), 1, "move_card",
    )  # fmt: skip
    hand.undo()
    assert hand.cell("touchpoint", "s1") == ["a1", "a2", "a3"]


def test_every_place_but_its_own_has_a_bar_and_the_nearest_to_the_pointer_is_chosen(
    hand: Driver,
) -> None:
    carry(hand, "a2")
    # Of the cells of two lanes over three steps: one place more than cards that stay.
    assert len(hand.feedback.slots) == (3 + 1 + 3) + (1 + 2 + 1) - 1
    assert hand.feedback.placeholders == {"a2"}
    hand.move(slot(hand, "note", "s2", 1).moved(0.0, 1.0))
    line = hand.feedback.slot_line
    assert line is not None
    assert line in hand.feedback.slots
    assert line.centre == slot(hand, "note", "s2", 1)
    assert hand.feedback.lit == {"note", "p1"}
    hand.move(hand.at_level("s1", 1.9))
    assert hand.feedback.target_cell == hand.layout.cell_rect(key_of("touchpoint", "s1"))


def test_several_cards_are_put_down_as_a_block(hand: Driver) -> None:
    carry(hand, "n1", "a1", "a3")
    hand.click(slot(hand, "touchpoint", "s3", 0))
    assert hand.cell("touchpoint", "s3") == ["a1", "a3", "n1", "b1", "b2"]
    assert hand.last == "move_cards"


def test_put_down_where_it_was_it_enters_nothing(hand: Driver) -> None:
    before = hand.document
    carry(hand, "a2")
    hand.click(hand.at_card("a2"))
    assert (hand.state, hand.document is before, hand.entries) == ("Idle", True, 0)


@pytest.mark.parametrize("leave", ["Escape", "right button", "beside", "focus", "command"])
def test_it_is_left_without_a_trace(hand: Driver, leave: str) -> None:
    before = hand.document
    carry(hand, "a2")
    hand.move(slot(hand, "touchpoint", "s3", 1))
    match leave:
        case "Escape":
            hand.key("Escape")
        case "right button":
            hand.click(hand.pointer, Button.RIGHT)
        case "beside":
            hand.click(OFF_MAP)
        case "focus":
            hand.editor.focus_lost()
        case _:
            hand.do("undo")
            hand.editor.settle()
    assert (hand.state, hand.document is before, hand.entries) == ("Idle", True, 0)
    assert hand.selection == ("a2",)


def test_arrows_choose_among_the_places_and_enter_puts_it_down(hand: Driver) -> None:
    carry(hand, "a2")
    hand.keys("Right Right")
    assert hand.feedback.cell == hand.layout.cell_rect(key_of("touchpoint", "s3"))
    assert hand.announcements[-1] == said_of_place(
        hand.layout, key_of("touchpoint", "s3"), index=0, total=3
    )
    hand.keys("Down Enter")
    assert hand.cell("touchpoint", "s3") == ["b1", "a2", "b2"]
    assert (hand.state, hand.entries) == ("Idle", 1)


def test_up_and_down_pass_the_lanes_that_take_no_cards_and_end_at_the_last(hand: Driver) -> None:
    carry(hand, "a2")
    hand.keys("Down Down Down Down Right Down Down Down Space")
    assert hand.cell("note", "s2") == ["n1", "a2"]
    carry(hand, "a2")
    hand.keys("Up Up Up Up Up Left Left Left Enter")
    assert hand.cell("touchpoint", "s1") == ["a2", "a1", "a3"]


def test_a_parked_card_begins_at_the_first_place(hand: Driver) -> None:
    carry(hand, "parked")
    hand.keys("Enter Down Enter")
    assert hand.cell("touchpoint", "s1") == ["parked", "a1", "a2", "a3"]


def test_without_cards_or_a_lane_for_them_nothing_is_carried(hand: Driver) -> None:
    carry(hand, "p1")
    assert hand.state == "Idle"
    bare = Driver(document(journey("s1", "emotion", cards=(card("c"),))))
    carry(bare, "c")
    assert bare.state == "Idle"


def test_where_nothing_may_change_carrying_is_refused_with_a_notice(hand: Driver) -> None:
    hand.editor.read_only = True
    carry(hand, "a2")
    assert hand.state == "Idle"
    assert [one.said.code for one in hand.notices] == ["notice.read_only"]


def test_a_double_click_puts_a_card_down_once(hand: Driver) -> None:
    carry(hand, "n1")
    hand.editor.double_click(hand.event(slot(hand, "touchpoint", "s3", 1, "n1")))
    assert hand.cell("touchpoint", "s3") == ["b1", "n1", "b2"]
    assert (hand.entries, hand.state) == (1, "Idle")


def test_the_cell_is_marked_for_keys_and_the_line_only_where_something_would_move(
    hand: Driver,
) -> None:
    carry(hand, "n1")
    hand.move(slot(hand, "touchpoint", "s3", 1, "n1"))
    assert (hand.feedback.cell, hand.feedback.slot_line is None) == (None, False)
    hand.move(slot(hand, "note", "s2", 0, "n1"))
    assert hand.feedback.slot_line is None
    hand.key("Up")
    assert hand.feedback.cell == hand.layout.cell_rect(key_of("touchpoint", "s2"))


def test_up_from_a_lane_leads_to_the_last_place_of_the_one_above(hand: Driver) -> None:
    carry(hand, "n1")
    hand.keys("Right Up Enter")
    assert hand.cell("touchpoint", "s3") == ["b1", "b2", "n1"]
