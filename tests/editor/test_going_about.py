"""Keys and clicks that select: arrows, screens, Tab, Shift; what is said of what is selected."""

import msgspec
import pytest

from cjmapper.editor.events import Button
from cjmapper.geometry import Point
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import (
    card,
    document,
    full_document,
    journey,
    link,
    reading,
    transition,
)
from tests.support.driver import OFF_MAP, Driver
from tests.support.walks import sample, walk


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


# Going about


def test_arrows_go_through_headers_titles_cells_and_cards(hand: Driver) -> None:
    assert walk(hand, "Right Right Left Up Down") == ["p1", "p2", "p1", "p1", "s1"]
    assert walk(hand, "Down Down Down Down") == ["a1", "a2", "a3", "e1"]
    assert walk(hand, "Down Down Right") == ["e2", "thought:s1", "thought:s2"]
    assert walk(hand, "Down Right Left Left Left Left") == [
        "n1", "note:s3", "n1", "note:s1", "note", "note",
    ]  # fmt: skip
    assert walk(hand, "Up Up Up Up Down") == ["thought", "emotion", "touchpoint", "touchpoint",
                                             "emotion"]  # fmt: skip
    assert walk(hand, "Right Up Up Up Up Down") == ["e1", "a3", "a2", "a1", "s1", "a1"]


def test_sideways_keeps_the_place_in_the_cell_where_it_can(hand: Driver) -> None:
    hand.select("a3")
    assert walk(hand, "Right Right Left") == ["touchpoint:s2", "b1", "touchpoint:s2"]


def test_home_and_end_go_to_the_ends_and_with_ctrl_to_the_corners(hand: Driver) -> None:
    hand.select("a1")
    assert walk(hand, "End Home Ctrl+End Ctrl+Home End") == ["b1", "a1", "note:s3", "p1", "p2"]
    hand.select()
    assert walk(hand, "End") == ["p2"]


def test_home_once_more_goes_to_the_title_of_the_lane(hand: Driver) -> None:
    hand.select("b1")
    assert walk(hand, "Home Home Home End") == ["a1", "touchpoint", "touchpoint", "b1"]
    hand.select("p2")
    assert walk(hand, "Home Home") == ["p1", "p1"]


def test_shift_extends_what_is_selected(hand: Driver) -> None:
    hand.select("a1")
    assert walk(hand, "Shift+Down Shift+Down Shift+Up") == ["a1 a2", "a1 a2 a3", "a1 a2"]
    hand.select("n1")
    assert walk(hand, "Shift+Right Shift+Up") == ["n1", "n1"]
    hand.select("a1")
    assert walk(hand, "Shift+Right Shift+Left") == ["a1 b1", "a1"]


def test_shift_and_a_far_key_take_all_in_between(hand: Driver) -> None:
    hand.select("a1")
    assert walk(hand, "Shift+End") == ["a1 a2 a3 b1"]
    hand.select("a1")
    assert walk(hand, "Ctrl+Shift+End") == ["a1 a2 a3 b1 e1 e2 e3 n1"]
    hand.select("n1")
    assert walk(hand, "Shift+Home") == ["n1"]


def test_what_has_no_place_in_the_grid_begins_at_the_first_phase(hand: Driver) -> None:
    hand.select("parked")
    assert walk(hand, "Down") == ["p1"]


def test_without_step_titles_there_is_one_row_of_headers() -> None:
    plain = journey("s1|s2", "note")
    steps = tuple(msgspec.structs.replace(step, title="") for step in plain.steps)
    hand = Driver(document(msgspec.structs.replace(plain, steps=steps)))
    assert walk(hand, "Down Down Up") == ["p1", "note:s1", "p1"]
    hand.select("s2")
    assert walk(hand, "Down") == ["note:s2"]


def test_a_marker_is_found_in_the_lane_of_its_actor() -> None:
    plain = journey(
        "s1 s2", "note", actors=(ids.ActorId("a1"), ids.ActorId("a2")),
        emotions=(reading("e1", "s1", 1.0), reading("e2", "s1", 0.0, actor=ids.ActorId("a2"))),
    )  # fmt: skip
    two = tuple(
        d.Lane(id=ids.LaneId(f"of-{name}"), kind=v.LaneKind.EMOTION, actor=ids.ActorId(name))
        for name in ("a1", "a2")
    )
    actors = tuple(d.Actor(id=ids.ActorId(name)) for name in ("a1", "a2"))
    hand = Driver(document(msgspec.structs.replace(plain, lanes=two), actors=actors))
    hand.select("e2")
    assert walk(hand, "Right Up Left Left Down") == [
        "of-a2:s2", "of-a1:s2", "e1", "of-a1", "of-a2",
    ]  # fmt: skip
    hand.select_cell("of-a2", "s2")
    hand.key("5")
    assert hand.journey.emotions[-1].actor == "a2"


def test_a_hidden_lane_is_passed_over() -> None:
    plain = sample().maps[0]
    lanes = tuple(msgspec.structs.replace(one, hidden=one.id == "emotion") for one in plain.lanes)
    hand = Driver(document(msgspec.structs.replace(plain, lanes=lanes)))
    hand.select("a3")
    assert walk(hand, "Down") == ["thought:s1"]
    for name in ("emotion", "e1"):
        hand.select(name)
        assert walk(hand, "Down") == ["p1"]
    hand.select_cell("emotion", "s1")
    assert hand.feedback.cell is None
    assert walk(hand, "Down") == ["p1"]


def test_a_screen_further_is_about_as_far_as_is_in_view(hand: Driver) -> None:
    hand.editor.page = hand.layout.lanes[0].height
    hand.select("a1")
    assert walk(hand, "PageDown PageDown PageUp PageUp") == ["e1", "thought:s1", "e2", "a3"]
    hand.editor.page = 10_000.0
    assert walk(hand, "PageDown PageUp") == ["note:s1", "p1"]
    hand.select()
    assert not hand.key("PageDown")


def test_tab_goes_on_from_a_selected_cell(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s2")
    assert hand.key("Tab")
    assert hand.selection == ("b1",)
    hand.select_cell("touchpoint", "s2")
    assert hand.key("Shift+Tab")
    assert hand.selection == ("a3",)


def test_tab_walks_everything_in_reading_order_and_then_lets_go(hand: Driver) -> None:
    seen: list[str] = []
    while hand.key("Tab"):
        seen.append(hand.selection[0])
    assert len(seen) == len(set(seen))
    assert {"p1", "s1", "touchpoint", "a1", "e1", "n1"} <= set(seen)
    assert seen.index("p1") < seen.index("s1") < seen.index("a1") < seen.index("e1")
    assert seen.index("a1") + 1 == seen.index("a2")
    back = [seen[-1]]
    while hand.key("Shift+Tab"):
        back.append(hand.selection[0])
    assert back == seen[::-1]


# Selecting


def test_clicks_select_toggle_and_extend_in_reading_order(hand: Driver) -> None:
    hand.click(hand.at_card("a1"))
    hand.hold(control=True)
    hand.click(hand.at_card("b1"))
    assert hand.selection == ("a1", "b1")
    hand.click(hand.at_card("a1"))
    assert hand.selection == ("b1",)
    hand.hold()
    hand.click(hand.at_card("a2"))
    hand.hold(shift=True)
    hand.click(hand.at_card("n1"))
    assert hand.selection == ("a2", "a3", "n1")
    hand.click(hand.at_phase("p1"))
    assert hand.selection == ("a2", "a3", "n1", "p1")
    hand.hold()
    hand.click(Point(5.0, 5.0))
    assert hand.selection == ()
    assert hand.entries == 0


def test_a_click_in_an_empty_cell_selects_the_cell_and_clears_the_rest(hand: Driver) -> None:
    hand.select("a1")
    hand.click(hand.at_cell("thought", "s3"))
    assert (hand.selection, hand.editor.cell) == ((), ("thought", "s3"))
    assert hand.feedback.cell is not None
    assert hand.feedback.hint.code == "hint.cell"
    hand.click(hand.at_card("a1"))
    assert hand.editor.cell is None
    hand.click(Point(hand.layout.size.width + 60, 40.0))
    assert hand.selection == ()


def test_the_right_button_beside_everything_lets_go_of_what_was_selected(hand: Driver) -> None:
    hand.select("a1")
    hand.editor.press(hand.event(OFF_MAP, Button.RIGHT))
    assert hand.editor.selection == ()


def test_the_right_button_selects_what_is_under_it_and_begins_nothing(hand: Driver) -> None:
    hand.click(hand.at_card("a1"), Button.RIGHT)
    assert (hand.selection, hand.state) == (("a1",), "Idle")
    hand.select("a1", "a2")
    hand.click(hand.at_card("a2"), Button.RIGHT)
    assert hand.selection == ("a1", "a2")
    hand.click(hand.at_cell("thought", "s3"), Button.RIGHT)
    assert hand.editor.cell == ("thought", "s3")
    hand.press(hand.at_card("a1"), Button.MIDDLE)
    assert hand.state == "Idle"


def test_escape_selects_nothing_and_select_all_every_card_that_is_shown(hand: Driver) -> None:
    hand.key("Ctrl+a")
    assert hand.selection == ("a1", "a2", "a3", "b1", "n1")
    assert hand.feedback.hint.code == "hint.cards"
    assert hand.feedback.hint.values == {"n": len(hand.selection)}
    hand.select("p1", "p2")
    assert hand.feedback.hint.code == "hint.things"
    hand.key("Escape")
    assert hand.selection == ()
    hand.select("a1")
    hand.editor.cancel()
    assert hand.selection == ()


def test_a_cell_whose_step_is_gone_is_no_longer_selected(hand: Driver) -> None:
    hand.do("add_step")
    hand.key("Escape")
    hand.select_cell("note", hand.journey.steps[-1].id)
    hand.undo()
    assert hand.editor.cell is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a1", "hint.card"), ("p1", "hint.phase"), ("s1", "hint.step"), ("note", "hint.lane"),
        ("e1", "hint.emotion"), ("k1", "hint.link"), ("w1", "hint.transition"),
    ],
)  # fmt: skip
def test_the_hint_is_about_what_is_selected(hand: Driver, name: str, code: str) -> None:
    assert hand.feedback.hint.code == "hint.idle"
    hand.select(name)
    assert hand.feedback.hint.code == code


def test_another_map_begins_with_nothing_going_on() -> None:
    hand = Driver(full_document())
    hand.editor.select_cell((ids.LaneId("note"), ids.StepId("s1")))
    hand.grab(hand.at_card("c1"), hand.at_cell("note", "s4"))
    hand.session.show_map("m2")
    assert (hand.state, hand.editor.cell) == ("Idle", None)
    assert hand.layout.map.id == "m2"


def test_shift_and_a_click_take_all_titles_between(hand: Driver) -> None:
    hand.click(hand.at_lane("touchpoint"))
    hand.hold(shift=True)
    hand.click(hand.at_lane("thought"))
    assert hand.selection == ("touchpoint", "emotion", "thought")
    hand.hold()
    hand.click(hand.at_card("s3"))
    hand.hold(shift=True)
    hand.click(hand.at_card("s1"))
    assert set(hand.selection) == {"s1", "s2", "s3"}


def joined() -> Driver:
    return Driver(
        document(
            journey(
                "s1 s2|s3",
                cards=(
                    card("a", "touchpoint:s1"),
                    card("b", "touchpoint:s3"),
                    card("c", "pain:s2"),
                ),
                links=(link("k1", "a", "b"), link("k2", "a", "c"), link("k3", "c", "a")),
                transitions=(transition("t1", "s3", "s1"), transition("t2", "s2", ids.DROP)),
            )
        )
    )


@pytest.mark.parametrize(
    ("key", "of_cards", "of_steps", "of_leaving"),
    [("Right", "b", "s1", "s2"), ("Down", "b", "s1", "s2"), ("Left", "a", "s3", "s2"),
     ("Up", "a", "s3", "s2")],
)  # fmt: skip
def test_from_a_connector_arrows_go_to_its_ends(
    key: str, of_cards: str, of_steps: str, of_leaving: str
) -> None:
    hand = joined()
    for name, reached in (("k1", of_cards), ("t1", of_steps), ("t2", of_leaving)):
        hand.select(name)
        assert walk(hand, key) == [reached]


def test_tab_goes_on_from_where_a_connector_begins() -> None:
    hand = joined()
    hand.select("k1")
    assert walk(hand, "Tab") == ["a"]


def test_the_connectors_of_a_thing_are_selected_in_turn() -> None:
    hand = joined()
    hand.select("a")
    assert walk(hand, " ".join(["Ctrl+Shift+L"] * 4)) == ["k1", "k2", "k3", "k2"]
    hand.select("p2")
    assert walk(hand, "Ctrl+Shift+L") == ["t1"]
    hand.select("b")
    assert walk(hand, "Ctrl+Shift+L") == ["k1"]
    hand.select("touchpoint")
    assert walk(hand, "Ctrl+Shift+L") == ["touchpoint"]
    assert hand.entries == 0


def test_a_click_on_a_border_selects_what_it_lies_in(hand: Driver) -> None:
    right = hand.at_border("s1")
    for beside, step in ((-0.3, "s1"), (0.3, "s2")):
        hand.click(right.moved(beside, 0.0))
        assert hand.editor.cell is not None
        assert hand.editor.cell[1] == step
    lane = hand.editor.cell[0] if hand.editor.cell is not None else ""
    top = hand.layout.lanes[hand.layout.lane_of[ids.LaneId(lane)]].y
    hand.click(Point(right.x - 5.0, top + 0.3))
    assert hand.editor.cell == (lane, "s1")
    assert not hand.entries
