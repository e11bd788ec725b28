"""Keys and commands on what is selected: emotions by digit, delete, clipboard, shortcuts."""

import msgspec
import pytest

from cjmapper.editor.actions import ACTIONS, action
from cjmapper.editor.clipboard import Clip
from tests.support.builders import (
    document,
    full_document,
    journey,
)
from tests.support.driver import Driver
from tests.support.walks import sample


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def value(hand: Driver, name: str) -> float:
    return next(one.value for one in hand.journey.emotions if one.id == name)


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
    assert hand.feedback.hint.code == "hint.cut"
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
        b'{"format":1,"cards":['
        + b",".join([b'{"card":{"id":"x","kind":"note"}}'] * 10_001)
        + b"]}",
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


def test_a_cell_of_a_lane_that_is_hidden_again_takes_no_more_words(hand: Driver) -> None:
    for lane in ("touchpoint", "emotion"):
        hand.select(lane)
        hand.do("hide_lane")
        hand.undo()
        before = hand.document
        hand.select_cell(lane, "s1")
        hand.do("redo")
        hand.type("Lost")
        assert (hand.editor.cell, hand.state) == (None, "Idle")
        hand.undo()
        assert hand.document is before
