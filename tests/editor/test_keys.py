"""Keys and commands: going about, moving, emotions by digit, delete, clipboard, shortcuts."""

import msgspec
import pytest

from cjmapper.editor import moving, moving_cards
from cjmapper.editor.actions import ACTIONS, action
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.events import Button
from cjmapper.geometry import Point
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import (
    card,
    cards,
    document,
    full_document,
    journey,
    link,
    reading,
    transition,
)
from tests.support.driver import Driver


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint emotion thought note",
            cards=(
                *cards(("a1", "a2", "a3"), "touchpoint:s1"),
                card("b1", "touchpoint:s3"),
                card("n1", "note:s2"),
                card("parked"),
            ),
            emotions=(
                reading("e1", "s1", 1.0),
                reading("e2", "s1", -1.0),
                reading("e3", "s3", 0.0),
            ),
            links=(link("k1", "a1", "b1"),),
            transitions=(transition("w1", "s1", "s3", kind=v.TransitionKind.SKIP),),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def value(hand: Driver, name: str) -> float:
    return next(one.value for one in hand.journey.emotions if one.id == name)


def walk(hand: Driver, chords: str) -> list[str]:
    """What is selected after each key: ids, or lane:step of a cell."""
    seen = []
    for chord in chords.split():
        hand.key(chord)
        cell = hand.editor.cell
        seen.append(":".join(cell) if cell else " ".join(hand.selection))
    return seen


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
    for name in ("k1", "parked"):
        hand.select(name)
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


# Moving by key


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


def test_ctrl_enter_writes_a_card_right_after_the_selected_one(hand: Driver) -> None:
    hand.select("a2")
    hand.key("Ctrl+Enter")
    hand.type("new")
    hand.key("Escape")
    assert [hand.card(name).text for name in hand.cell("touchpoint", "s1")] == [
        "Card a1", "Card a2", "new", "Card a3",
    ]  # fmt: skip
    hand.select_cell("note", "s3")
    hand.key("Ctrl+Enter")
    assert hand.state == "EditingText"
    hand.key("Escape")
    hand.select("p1")
    hand.key("Ctrl+Enter")
    assert hand.state == "Idle"


def test_a_screen_further_is_about_as_far_as_is_in_view(hand: Driver) -> None:
    hand.editor.page = hand.layout.lanes[0].height
    hand.select("a1")
    assert walk(hand, "PageDown PageDown PageUp PageUp") == ["e1", "thought:s1", "e2", "a3"]
    hand.editor.page = 10_000.0
    assert walk(hand, "PageDown PageUp") == ["note:s1", "p1"]
    hand.select()
    assert not hand.key("PageDown")


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


# Emotions


def test_digits_and_small_steps_set_an_emotion_and_undo_takes_each_run(hand: Driver) -> None:
    hand.select("e3")
    hand.key("2")
    hand.keys("Alt+Up Alt+Up")
    assert value(hand, "e3") == 0.0
    hand.undo()
    assert value(hand, "e3") == -1.0
    hand.undo()
    assert value(hand, "e3") == 0.0
    assert hand.entries == 0


def test_digits_are_one_entry_while_the_same_marker_stays_selected(hand: Driver) -> None:
    hand.select("e3")
    for digit in "12345":
        hand.wait(5.0)
        hand.key(digit)
    assert (value(hand, "e3"), hand.entries) == (2.0, 1)
    assert hand.last == "set_emotion"


def test_a_digit_after_something_else_was_selected_is_an_entry_of_its_own(hand: Driver) -> None:
    hand.select("e3")
    hand.key("1")
    hand.select("e1")
    hand.select("e3")
    hand.key("5")
    assert hand.entries == 2


def test_signs_and_alt_change_by_halves_and_tenths_within_the_scale(hand: Driver) -> None:
    hand.select("e1")
    hand.key("+")
    assert value(hand, "e1") == 1.5
    hand.keys("- -")
    assert value(hand, "e1") == 0.5
    hand.keys("Shift+Alt+Up Shift+Alt+Up Shift+Alt+Down")
    assert value(hand, "e1") == 0.6
    for _ in range(5):
        hand.key("Alt+Down")
    assert value(hand, "e1") == -1.9
    hand.key("Alt+Down")
    assert value(hand, "e1") == -2.0
    hand.key("Alt+Right")
    assert hand.journey.emotions[0].step == "s2"


def test_a_digit_in_an_empty_slot_makes_the_marker(hand: Driver) -> None:
    hand.select_cell("emotion", "s2")
    hand.key("5")
    made = hand.journey.emotions[-1]
    assert (made.step, made.value, hand.selection) == ("s2", 2.0, (made.id,))
    hand.wait(9.0)
    hand.key("4")
    assert (value(hand, made.id), hand.entries) == (1.0, 1)
    hand.select_cell("note", "s1")
    hand.key("4")
    assert hand.state == "EditingText"


def test_a_click_on_a_level_of_its_step_moves_the_selected_marker(hand: Driver) -> None:
    hand.select("e3")
    hand.click(hand.at_level("s3", 2.0).moved(10.0, 0.5))
    assert (value(hand, "e3"), hand.selection) == (2.0, ("e3",))
    hand.click(hand.at_level("s3", 1.5).moved(10.0, 0.0))
    assert hand.editor.cell == ("emotion", "s3")
    hand.select("e3")
    hand.click(hand.at_level("s2", 1.0))
    assert hand.editor.cell == ("emotion", "s2")
    assert hand.entries == 1


# Delete, duplicate, clipboard


@pytest.mark.parametrize(
    ("names", "entry", "notice", "values"),
    [
        (("a1",), "delete_card", "deleted_card", {"name": "Card a1"}),
        (("p1",), "delete_phase", "deleted_with", {"name": "Phase 1", "n": 6}),
        (("s2",), "delete_step", "deleted_with", {"name": "Step s2", "n": 1}),
        (("thought",), "delete_lane", "deleted_alone", {"name": "thought"}),
        (("e1",), "delete_emotion", "deleted_items", {"n": 1}),
        (("w1",), "delete_transition", "deleted_items", {"n": 1}),
        (("a1", "e1", "p2"), "delete_items", "deleted_items", {"n": 3}),
    ],
)
def test_delete_takes_everything_at_once_and_offers_undo(
    names: tuple[str, ...], entry: str, notice: str, values: dict[str, str | int]
) -> None:
    hand = Driver(sample())
    before = hand.document
    hand.select(*names)
    hand.key("Delete")
    assert (hand.last, hand.entries) == (entry, 1)
    said = hand.notices[-1]
    assert (said.said.code, dict(said.said.values), said.undo) == (f"notice.{notice}", values, True)
    assert hand.selection == ()
    hand.check()
    hand.undo()
    assert hand.document is before
    assert set(hand.selection) & set(names)


def test_after_deleting_a_card_its_cell_is_selected(hand: Driver) -> None:
    hand.select("a2")
    hand.key("Delete")
    assert hand.editor.cell == ("touchpoint", "s1")
    hand.select("b1", "s3", "p2")
    hand.key("Delete")
    assert hand.editor.cell is None


def test_the_last_phase_is_not_deleted_and_a_notice_says_so() -> None:
    hand = Driver(document(journey("s1", "note")))
    hand.select("p1")
    hand.key("Delete")
    assert hand.entries == 0
    assert hand.notices[-1].said.code == "errors.last_phase"
    assert not hand.notices[-1].undo


def test_copies_stand_right_below_their_originals_and_are_selected(hand: Driver) -> None:
    hand.select("a1", "e1", "n1")
    hand.key("Ctrl+d")
    copy, other = hand.selection
    assert hand.cell("touchpoint", "s1") == ["a1", copy, "a2", "a3"]
    assert hand.cell("note", "s2") == ["n1", other]
    assert (hand.entries, hand.last) == (1, "duplicate_cards")
    hand.select("e1")
    assert not hand.key("Ctrl+d")


def test_cards_are_pasted_from_the_selected_cell_on_in_their_own_pattern(hand: Driver) -> None:
    hand.select("a1", "a2", "n1")
    hand.key("Ctrl+c")
    assert hand.clipboard.get().text.endswith('\ntouchpoint\t"Card a1\nCard a2"\t\nnote\t\tCard n1')
    hand.select_cell("thought", "s2")
    hand.key("Ctrl+v")
    assert [hand.card(name).text for name in hand.cell("thought", "s2")] == ["Card a1", "Card a2"]
    assert [hand.card(name).text for name in hand.cell("note", "s3")] == ["Card n1"]
    assert len(hand.selection) == 3
    assert (hand.entries, hand.last) == (1, "paste_cards")
    hand.check()


def test_cut_cards_stay_let_through_until_paste_moves_them_as_one_entry(hand: Driver) -> None:
    hand.select("a1", "a2")
    before = hand.document
    hand.key("Ctrl+x")
    assert hand.document is before
    assert hand.feedback.placeholders == {"a1", "a2"}
    hand.select_cell("note", "s3")
    hand.key("Ctrl+v")
    assert (hand.cell("touchpoint", "s1"), hand.cell("note", "s3")) == (["a3"], ["a1", "a2"])
    assert (hand.entries, hand.last, hand.selection) == (1, "move_cards", ("a1", "a2"))
    assert hand.feedback.placeholders == frozenset()
    assert [one.id for one in hand.journey.links] == ["k1"]
    hand.select_cell("thought", "s3")
    hand.key("Ctrl+v")
    assert [hand.card(name).text for name in hand.cell("thought", "s3")] == ["Card a1", "Card a2"]
    assert hand.cell("note", "s3") == ["a1", "a2"]
    hand.undo()
    hand.undo()
    assert hand.document is before


def test_cut_cards_of_several_cells_keep_their_pattern(hand: Driver) -> None:
    hand.select("a1", "n1")
    hand.key("Ctrl+x")
    hand.select_cell("touchpoint", "s2")
    hand.key("Ctrl+v")
    assert (hand.card("a1").step, hand.card("n1").step) == ("s2", "s3")
    assert (hand.card("a1").lane, hand.card("n1").lane) == ("touchpoint", "note")


@pytest.mark.parametrize("forget", ["Escape", "Ctrl+c"])
def test_what_was_cut_is_forgotten_by_escape_and_by_another_copy(hand: Driver, forget: str) -> None:
    hand.select("a1")
    hand.key("Ctrl+x")
    hand.key(forget)
    assert hand.feedback.placeholders == frozenset()
    hand.select_cell("note", "s3")
    hand.key("Ctrl+v")
    assert "a1" in hand.cell("touchpoint", "s1")
    assert [hand.card(name).text for name in hand.cell("note", "s3")] == ["Card a1"]


def test_cut_cards_that_are_gone_meanwhile_are_pasted_as_copies(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Ctrl+x")
    hand.key("Delete")
    hand.select_cell("note", "s3")
    hand.key("Ctrl+v")
    assert [hand.card(name).text for name in hand.cell("note", "s3")] == ["Card a1"]


def test_lines_of_text_become_cards(hand: Driver) -> None:
    hand.clipboard.put(Clip(text="en\r\n\n  \nto\x00"))
    hand.select_cell("note", "s1")
    hand.key("Ctrl+v")
    assert [hand.card(name).text for name in hand.cell("note", "s1")] == ["en", "to"]


def test_nothing_is_pasted_where_nothing_is_or_nothing_takes_it(hand: Driver) -> None:
    before = hand.document
    hand.key("Ctrl+v")
    assert hand.document is before
    bare = Driver(document(journey("s1", "emotion")))
    hand.select("a1")
    hand.key("Ctrl+c")
    bare.clipboard.put(hand.clipboard.get())
    bare.key("Ctrl+v")
    assert bare.entries == 0
    assert bare.notices[-1].said.code == "notice.no_lane_for_it"


@pytest.mark.parametrize(
    "own",
    [
        b"{", b"[]", b'{"format":2,"cards":[]}', b'{"format":1,"cards":[{"card":{}}]}',
        b'{"format":1,"cards":[' + b",".join([b'{"card":{"id":"x","kind":"note"}}'] * 2001) + b"]}",
        b"[" * 100_000, b" " * 20_000_001,
    ],
    ids=["cut off", "no map", "newer", "no card", "too many", "too deep", "too large"],
)  # fmt: skip
def test_what_is_not_ours_is_refused_with_a_notice(hand: Driver, own: bytes) -> None:
    before = hand.document
    hand.clipboard.put(Clip(own=own))
    hand.select_cell("note", "s1")
    hand.key("Ctrl+v")
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.clipboard_unreadable"


def test_references_that_mean_nothing_here_are_left_out() -> None:
    source = Driver(full_document())
    source.select("c1", "c2", "c3")
    source.key("Ctrl+c")
    target = Driver(document(journey("x1", "pain emotion")))
    target.clipboard.put(source.clipboard.get())
    target.select_cell("pain", "x1")
    target.key("Ctrl+v")
    target.check()
    assert len(target.journey.cards) == 3
    assert all(one.actor is None and one.evidence == () for one in target.journey.cards)
    source.select_cell("note", "s4")
    source.key("Ctrl+v")
    source.check()
    pain = [one for one in source.journey.cards if one.text == "Card c3"]
    assert [one.evidence for one in pain] == [("ev1",), ("ev1",)]


def test_copying_nothing_leaves_nothing_on_the_clipboard(hand: Driver) -> None:
    action("copy").run(hand.editor)
    assert hand.clipboard.get() == Clip()


# Other commands


def test_a_phase_is_split_at_the_selected_step(hand: Driver) -> None:
    hand.select("s1")
    assert not action("split_phase").can_run(hand.editor)
    hand.select("s2")
    hand.do("split_phase")
    hand.type("Andre")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Andre", "Phase 2"]
    assert hand.entries == 1


def test_a_star_is_put_on_the_step_and_taken_off(hand: Driver) -> None:
    hand.select("n1")
    hand.do("moment_of_truth")
    starred = hand.journey.steps[1]
    hand.do("moment_of_truth")
    plain = hand.journey.steps[1]
    assert (starred.moment_of_truth, plain.moment_of_truth) == (True, False)
    hand.select()
    for name in ("moment_of_truth", "split_phase"):
        assert not action(name).can_run(hand.editor)
        action(name).run(hand.editor)
    assert hand.entries == 2


def test_cards_are_parked(hand: Driver) -> None:
    hand.select("a1", "n1")
    hand.do("park_card")
    assert hand.card("a1").lane is None
    assert hand.last == "park_cards"
    assert hand.notices[-1].said.code == "notice.parked_cards"
    assert hand.notices[-1].undo
    assert hand.selection == ()
    hand.check()


def test_hidden_lanes_are_shown_again_by_one_command(hand: Driver) -> None:
    assert not action("show_lanes").can_run(hand.editor)
    plain = sample().maps[0]
    lanes = tuple(
        msgspec.structs.replace(one, hidden=one.id in {"note", "emotion"}) for one in plain.lanes
    )
    hand = Driver(document(msgspec.structs.replace(plain, lanes=lanes)))
    hand.do("show_lanes")
    assert not any(lane.hidden for lane in hand.journey.lanes)
    assert set(hand.session.selection) == {"note", "emotion"}
    assert (hand.entries, hand.last) == (1, "show_lanes")
    hand.undo()
    assert [lane.id for lane in hand.journey.lanes if lane.hidden] == [
        lane.id for lane in lanes if lane.hidden
    ]


def test_a_command_ends_a_gesture_first(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Delete")
    hand.grab(hand.at_card("a2"), hand.at_cell("note", "s1"))
    hand.undo()
    assert hand.state == "Idle"
    assert hand.cell("touchpoint", "s1") == ["a1", "a2", "a3"]


def test_undo_and_redo_go_there_and_back(hand: Driver) -> None:
    assert not hand.key("Ctrl+z")
    hand.select("a1")
    hand.key("Delete")
    after = hand.document
    hand.key("Ctrl+z")
    hand.key("Ctrl+y")
    assert hand.document is after
    hand.key("Ctrl+z")
    hand.key("Ctrl+Shift+z")
    assert hand.document is after


# The table


def test_every_command_runs_from_anywhere_and_leaves_a_sound_map() -> None:
    for one in ACTIONS:
        for name in ("a1", "p1", "s2", "note", "e1", "k1", "w1", "parked", ""):
            hand = Driver(sample())
            hand.select(*([name] if name else []))
            one.can_run(hand.editor)
            one.run(hand.editor)
            hand.key("Escape")
            hand.check()


def test_whoever_listens_is_told_and_keys_nobody_knows_are_left(hand: Driver) -> None:
    told = []
    hand.editor.listen(lambda: told.append(1))
    hand.move(hand.at_card("a1"))
    assert told
    assert hand.feedback.hovered == "a1"
    assert not hand.key("F9")
    assert not hand.key("Enter")
    assert not hand.key("Ctrl+Enter")
    hand.select("a1", "a2")
    assert not hand.key("Enter")


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


def test_tab_goes_on_from_a_selected_cell(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s2")
    assert hand.key("Tab")
    assert hand.selection == ("b1",)
    hand.select_cell("touchpoint", "s2")
    assert hand.key("Shift+Tab")
    assert hand.selection == ("a3",)
