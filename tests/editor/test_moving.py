"""Moving what is selected by key and by command."""

import pytest

from cjmapper.editor import moving, moving_cards
from cjmapper.editor.actions import action
from cjmapper.model import ids
from tests.support.builders import card, document, journey
from tests.support.driver import Driver
from tests.support.walks import sample


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def test_alt_up_and_down_move_in_the_cell_and_then_to_the_next_lane(hand: Driver) -> None:
    hand.select("a1")
    hand.keys("Alt+Down Alt+Down")
    assert hand.cell("touchpoint", "s1") == ["a2", "a3", "a1"]
    assert (hand.entries, hand.last) == (1, "move_card")
    hand.key("Alt+Down")
    assert hand.cell("thought", "s1") == ["a1"]
    hand.key("Alt+Up")
    assert hand.cell("touchpoint", "s1") == ["a2", "a3", "a1"]
    hand.wait(2.0)
    hand.key("Alt+Up")
    assert hand.cell("touchpoint", "s1") == ["a2", "a1", "a3"]
    assert hand.entries == 2


def test_alt_left_and_right_move_to_the_next_step_at_the_same_height(hand: Driver) -> None:
    hand.select("a3")
    hand.key("Alt+Right")
    assert hand.cell("touchpoint", "s2") == ["a3"]
    hand.keys("Alt+Right Alt+Right")
    assert hand.cell("touchpoint", "s3") == ["a3", "b1"]
    hand.select("a1", "a2")
    hand.key("Alt+Right")
    assert hand.cell("touchpoint", "s2") == ["a1", "a2"]
    hand.keys("Alt+Left Alt+Left")
    assert hand.cell("touchpoint", "s1") == ["a1", "a2"]


def test_cards_of_several_cells_move_in_their_pattern_or_not_at_all(hand: Driver) -> None:
    before = hand.document
    hand.select("a2", "n1")
    hand.key("Alt+Right")
    assert (hand.card("a2").step, hand.card("n1").step) == ("s2", "s3")
    assert (hand.card("a2").lane, hand.card("n1").lane) == ("touchpoint", "note")
    assert (hand.entries, hand.last, hand.selection) == (1, "move_cards", ("a2", "n1"))
    moved = hand.document
    hand.key("Alt+Right")
    assert hand.document is moved
    hand.key("Alt+Left")
    hand.undo()
    assert hand.document is before
    hand.select("a1", "a2", "b1")
    hand.key("Alt+Down")
    assert hand.cell("touchpoint", "s1") == ["a3", "a1", "a2"]
    assert hand.cell("thought", "s3") == ["b1"]


def test_a_title_or_cards_of_a_cell_go_first_or_last_in_one_entry(hand: Driver) -> None:
    for name, order in (
        ("p2", lambda: [one.id for one in hand.journey.phases]),
        ("s2", lambda: [one.id for one in hand.journey.steps if one.phase == "p1"]),
        ("thought", lambda: [one.id for one in hand.journey.lanes]),
        ("a2", lambda: hand.cell("touchpoint", "s1")),
    ):
        hand.select(name)
        entries = hand.entries
        hand.do("move_first")
        assert order()[0] == name
        hand.wait(2.0)
        hand.do("move_last")
        assert order()[-1] == name
        hand.do("move_last")
        assert hand.entries == entries + 2
        assert hand.selection == (name,)
    hand.select("a1", "b1")
    assert not moving.can_move_to_end(hand.editor)
    hand.select("e1")
    assert not moving.move_to_end(hand.editor, last=True)


def test_the_selected_cards_are_moved_below_those_of_a_cell(hand: Driver) -> None:
    hand.select("a1", "b1")
    assert moving_cards.move_to(hand.editor, ids.LaneId("note"), ids.StepId("s2"))
    assert hand.cell("note", "s2") == ["n1", "a1", "b1"]
    assert (hand.entries, hand.last) == (1, "move_cards")
    assert not moving_cards.move_to(hand.editor, ids.LaneId("note"), ids.StepId("s2"))
    hand.select("p1")
    assert not moving_cards.move_to(hand.editor, ids.LaneId("note"), ids.StepId("s1"))
    assert hand.entries == 1


def test_at_the_edge_of_the_map_nothing_moves(hand: Driver) -> None:
    before = hand.document
    for name, chord in (
        ("a1", "Alt+Left"), ("b1", "Alt+Right"), ("a1", "Alt+Up"), ("e1", "Alt+Left"),
        ("e3", "Alt+Right"), ("p1", "Alt+Left"), ("p2", "Alt+Right"), ("s1", "Alt+Left"),
        ("touchpoint", "Alt+Up"), ("note", "Alt+Down"), ("parked", "Alt+Up"), ("p1", "Alt+Up"),
        ("note", "Alt+Left"), ("k1", "Alt+Left"), ("n1", "Alt+Down"),
    ):  # fmt: skip
        hand.select(name)
        hand.key(chord)
    hand.select("p1", "s3")
    hand.key("Alt+Right")
    hand.select("a1", "p1")
    hand.key("Alt+Right")
    assert hand.document is before
    action("move_left").run(hand.editor)
    assert hand.document is before


def test_headers_and_lane_titles_move_by_key_with_all_they_hold(hand: Driver) -> None:
    hand.select("p1")
    hand.key("Alt+Right")
    assert [step.id for step in hand.journey.steps] == ["s3", "s1", "s2"]
    hand.select("s1")
    hand.key("Alt+Right")
    assert [step.id for step in hand.journey.steps] == ["s3", "s2", "s1"]
    hand.key("Alt+Left")
    hand.key("Alt+Left")
    assert hand.journey.steps[1].phase == "p2"
    hand.key("Alt+Right")
    assert (hand.journey.steps[1].id, hand.journey.steps[1].phase) == ("s1", "p1")
    hand.select("note")
    hand.keys("Alt+Up Alt+Up")
    assert [lane.id for lane in hand.journey.lanes] == [
        "touchpoint", "note", "emotion", "thought",
    ]  # fmt: skip
    assert hand.last == "move_lane"
    assert hand.entries == 3


def test_the_only_step_of_a_phase_does_not_leave_it_and_a_notice_says_so(hand: Driver) -> None:
    before = hand.document
    hand.select("s3")
    hand.key("Alt+Left")
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.phase_needs_step"


@pytest.mark.parametrize(
    ("name", "key"),
    [("p1", "Alt+Right"), ("p2", "Alt+Left"), ("s1", "Alt+Right"), ("s2", "Alt+Left"),
     ("thought", "Alt+Down"), ("thought", "Alt+Up"), ("a2", "Alt+Up"), ("a2", "Alt+Down")],
)  # fmt: skip
def test_a_move_that_is_undone_selects_what_was_moved_not_its_neighbour(
    hand: Driver, name: str, key: str
) -> None:
    hand.select(name)
    hand.key(key)
    hand.select()
    hand.key("Ctrl+Z")
    assert hand.selection == (name,)
    hand.select()
    hand.key("Ctrl+Y")
    assert hand.selection == (name,)


def test_cards_side_by_side_make_way_for_each_other() -> None:
    cards = (card("a", "note:s1"), card("b", "note:s2"), card("c", "note:s3"))
    hand = Driver(document(journey(cards=cards)))
    hand.select("a", "b")
    hand.key("Alt+Right")
    assert (hand.cell("note", "s2"), hand.cell("note", "s3")) == (["a"], ["b", "c"])
