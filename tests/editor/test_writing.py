"""Writing in place: what is committed when, what Enter and Tab go on to, the caret on the lines."""

import msgspec
import pytest

from cjmapper.editor import splitting
from cjmapper.editor.actions import action
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.events import KeyEvent, Modifiers
from cjmapper.editor.feedback import Said, Tile
from cjmapper.editor.history import EntryName
from cjmapper.geometry import Point
from cjmapper.layout import hit
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import lanes
from cjmapper.model.edits.text import set_text
from cjmapper.model.plain_text import MAX_TEXT
from tests.support.builders import card, comment, document, journey, link, reading, transition
from tests.support.driver import OFF_MAP, Driver

LONG = "Finner restauranten på nettet og leser hva andre gjester har skrevet om maten"


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint emotion note",
            cards=(card("a1", "touchpoint:s1"), card("long", "note:s1", LONG)),
            emotions=(reading("e1", "s1", 1.0, words=("glad",)), reading("e2", "s2", 0.0)),
            links=(link("k1", "a1", "long"),),
            transitions=(transition("t1", "s1", "s3", kind=v.TransitionKind.SKIP, note="rett"),),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def texts(hand: Driver, lane: str, step: str) -> list[str]:
    return [hand.card(name).text for name in hand.cell(lane, step)]


def shown_text(hand: Driver, name: str) -> str:
    return next(one.text for one in hand.session.journey.cards if one.id == name)


def test_what_is_typed_shows_in_the_map_at_once_and_pushes_others(hand: Driver) -> None:
    before = hand.document
    height = hit.owner_rect(hand.layout, "a1")
    hand.select("a1")
    hand.key("Enter")
    hand.type(" og mye mer enn det, over flere linjer enn før")
    grown = hit.owner_rect(hand.layout, "a1")
    assert height is not None
    assert grown is not None
    assert grown.height > height.height
    assert hand.document is before
    assert hand.feedback.text is not None
    assert hand.feedback.text.frame == grown
    hand.key("Escape")
    assert hand.card("a1").text.endswith("enn før")
    assert (hand.entries, hand.last, hand.selection) == (1, "edit_card", ("a1",))
    hand.undo()
    assert hand.document is before


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a1", "edit_card"),
        ("p1", "rename_phase"),
        ("s2", "edit_step"),
        ("note", "rename_lane"),
        ("e1", "edit_emotion"),
        ("e2", "edit_emotion"),
        ("k1", "change_link"),
        ("t1", "change_transition"),
    ],
)
def test_every_thing_with_text_is_written_in_place(name: str, entry: str) -> None:
    hand = Driver(sample())
    before = hand.document
    hand.select(name)
    hand.key("F2")
    assert hand.feedback.text is not None
    hand.key("Escape")
    assert (hand.document, hand.entries) == (before, 0)
    hand.key("F2")
    hand.type("x")
    text = hand.feedback.text
    assert text is not None
    assert text.target == name
    field = name in {"e1", "e2", "k1", "t1"}
    assert (text.field is not None) is field
    hand.key("Enter")
    assert hand.state == "Idle"
    assert (hand.entries, hand.last) == (1, entry)
    hand.check()
    hand.undo()
    assert hand.document is before


@pytest.mark.parametrize("close", ["Escape", "Enter", "Ctrl+Enter", "click", "focus", "Tab"])
def test_every_way_out_of_a_text_commits_it(close: str) -> None:
    hand = Driver(sample())
    hand.double_click(hand.at_card("a1"))
    hand.key("End")
    hand.type("!")
    if close == "click":
        hand.click(hand.at_cell("note", "s3"))
        assert hand.editor.cell == ("note", "s3")
    elif close == "focus":
        hand.editor.focus_lost()
    else:
        hand.key(close)
    assert hand.state == "Idle"
    assert hand.card("a1").text == "Card a1!"
    assert hand.entries == 1


def test_shift_enter_is_a_line_break_in_the_text(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    hand.key("Shift+Enter")
    hand.type("to")
    hand.key("Enter")
    assert hand.card("a1").text == "Card a1\nto"


def test_blanks_around_a_text_are_left_out_but_nothing_changes_by_looking() -> None:
    hand = Driver(document(journey("s1", "note", cards=(card("c", "note:s1", " x "),))))
    before = hand.document
    hand.select("c")
    hand.keys("Enter Escape")
    assert hand.document is before
    hand.key("Enter")
    hand.type("y ")
    hand.key("Escape")
    assert hand.card("c").text == "x y"


def test_letters_on_a_selected_card_go_to_its_end_and_on_an_empty_cell_make_one(
    hand: Driver,
) -> None:
    hand.select("a1")
    hand.type("!")
    hand.key("Escape")
    assert hand.card("a1").text == "Card a1!"
    hand.select_cell("note", "s3")
    hand.type("Hei du")
    hand.key("Escape")
    assert texts(hand, "note", "s3") == ["Hei du"]
    hand.select_cell("emotion", "s2")
    hand.type("lei")
    hand.key("Escape")
    made = hand.journey.emotions[-1]
    assert (made.step, made.value, made.words) == ("s2", 0.0, ("lei",))
    assert (hand.last, hand.entries) == ("add_emotion", 3)
    hand.select_cell("emotion", "s3")
    assert not hand.key("Space")
    assert hand.state == "Idle"
    hand.keys("Enter Escape")
    assert (hand.journey.emotions[-1].words, hand.entries) == ((), 4)


def test_letters_on_a_selected_emotion_become_its_words(hand: Driver) -> None:
    hand.select("e2")
    hand.type("lei")
    hand.key("Escape")
    assert hand.journey.emotions[1].words == ("lei",)
    assert (hand.entries, hand.last) == (1, "edit_emotion")


def test_an_input_method_gives_to_a_selected_cell_too(hand: Driver) -> None:
    hand.select_cell("note", "s3")
    hand.editor.type_text("  ")
    assert hand.state == "Idle"
    hand.editor.type_text("é")
    hand.editor.compose("\u00b4 o")
    text = hand.feedback.text
    assert text is not None
    assert len(text.composing) == 1
    assert text.selected == ()
    assert hand.session.journey.cards[-1].text == "é\u00b4 o"
    hand.editor.type_text("ó")
    hand.key("Escape")
    assert texts(hand, "note", "s3") == ["éó"]
    hand.select()
    hand.editor.type_text("x")
    hand.editor.compose("x")
    assert hand.state == "Idle"


def test_text_that_an_input_method_never_gave_is_not_committed(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    hand.editor.compose("abc")
    hand.key("Escape")
    assert hand.card("a1").text == "Card a1"
    assert hand.entries == 0


def test_enter_adds_card_after_card_and_undo_takes_one_at_a_time(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s3")
    hand.key("Enter")
    assert hand.feedback.hint.code == "hint.adding"
    for number in range(12):
        hand.type(f"Nr {number}")
        hand.key("Enter")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s3") == [f"Nr {number}" for number in range(12)]
    assert hand.entries == 12
    hand.undo()
    assert len(hand.cell("touchpoint", "s3")) == 11
    hand.check()


def test_a_card_is_added_right_below_the_one_before_it(hand: Driver) -> None:
    hand.drag_tile(Tile.TOUCHPOINT, hand.at_card("a1", 0.5, 0.05))
    hand.type("første")
    hand.key("Enter")
    hand.type("andre")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1") == ["første", "andre", "Card a1"]


def test_the_hint_says_whether_tab_goes_to_a_step_or_to_a_phase() -> None:
    hand = Driver(document(journey("s1 s2|s3", "touchpoint")))
    hand.select_cell("touchpoint", "s1")
    hand.key("Enter")
    assert hand.feedback.hint.code == "hint.adding_in_phase"
    hand.type("Ringer")
    hand.key("Tab")
    assert hand.feedback.hint.code == "hint.adding"


def test_tab_goes_on_to_the_next_step_and_back_and_stops_in_the_last_cell(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s2")
    hand.key("Enter")
    hand.type("to")
    hand.key("Tab")
    hand.type("tre")
    hand.key("Tab")
    assert hand.feedback.hint.code == "hint.last_cell"
    assert hand.state == "EditingText"
    hand.type("!")
    assert hand.feedback.hint.code == "hint.adding"
    hand.key("Shift+Tab")
    hand.key("Shift+Tab")
    hand.type("en")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1") == ["Card a1", "en"]
    assert texts(hand, "touchpoint", "s2") == ["to"]
    assert texts(hand, "touchpoint", "s3") == ["tre!"]
    assert hand.entries == 3


def test_enter_in_an_empty_card_goes_to_the_next_lane_where_the_tabs_began(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s2")
    hand.key("Enter")
    hand.type("to")
    hand.key("Tab")
    hand.type("tre")
    hand.keys("Enter Enter")
    assert hand.state == "Idle"
    assert hand.editor.cell == ("emotion", "s2")
    assert hand.feedback.hint.code == "hint.emotion_cell"
    hand.key("2")
    assert hand.journey.emotions[-1].value == -1.0
    hand.select_cell("note", "s2")
    hand.keys("Enter Enter")
    assert (hand.state, hand.editor.cell) == ("Idle", ("note", "s2"))
    plain = Driver(document(journey("s1 s2", "touchpoint note")))
    plain.select_cell("touchpoint", "s1")
    plain.key("Enter")
    plain.keys("Tab Enter")
    plain.type("x")
    plain.key("Escape")
    assert texts(plain, "note", "s1") == ["x"]


def test_a_whole_map_is_typed_without_the_pointer() -> None:
    hand = Driver(document(journey("s1", "touchpoint emotion")))
    before = hand.document
    hand.editor.open_text("p1", adding=True)
    hand.key("Ctrl+a")
    for number, name in enumerate(("Finne", "Velge", "Kjøpe", "Bruke", "Anbefale")):
        if number:
            hand.key("Tab")
        hand.type(name)
    assert hand.feedback.hint.code == "hint.adding_phase"
    hand.key("Enter")
    for number in range(5):
        hand.type(f"a{number}")
        hand.key("Enter")
        hand.type(f"b{number}")
        if number < 4:
            hand.key("Tab")
    hand.keys("Enter Enter")
    for number in range(5):
        hand.key(str(5 - number))
        hand.key("Right")
    assert [phase.name for phase in hand.journey.phases] == [
        "Finne", "Velge", "Kjøpe", "Bruke", "Anbefale",
    ]  # fmt: skip
    assert len(hand.journey.cards) == 10
    assert [one.value for one in hand.journey.emotions] == [2.0, 1.0, 0.0, -1.0, -2.0]
    assert {one.step for one in hand.journey.emotions} == {s.id for s in hand.journey.steps}
    after = hand.document
    count = hand.entries
    assert count == 5 + 10 + 5
    for _ in range(count):
        hand.undo()
    assert hand.document is before
    for _ in range(count):
        hand.do("redo")
    assert hand.document is after


def test_tab_in_titles_goes_on_and_a_phase_nobody_named_is_not_made(hand: Driver) -> None:
    hand.select("p1")
    hand.key("Enter")
    hand.key("Tab")
    assert hand.selection == ("p2",)
    hand.key("Shift+Tab")
    hand.key("Shift+Tab")
    assert (hand.state, hand.entries) == ("Idle", 0)
    hand.select("s2")
    hand.keys("Enter Tab")
    hand.type("!")
    hand.key("Tab")
    assert (hand.state, len(hand.journey.phases)) == ("Idle", 2)
    assert hand.journey.steps[-1].title == "Step s3!"
    hand.editor.open_text("p2", adding=True)
    hand.keys("Tab Tab")
    assert (hand.state, len(hand.journey.phases)) == ("Idle", 2)


def test_enter_after_a_header_without_lanes_of_cards_just_ends() -> None:
    hand = Driver(document(journey("s1", "emotion")))
    hand.editor.open_text("p1", adding=True)
    hand.key("Enter")
    assert hand.state == "Idle"
    hand.do("add_lane")
    hand.key("Enter")
    assert hand.state == "Idle"


def test_enter_after_a_phase_that_was_not_made_goes_to_the_first_step() -> None:
    hand = Driver(document(journey("s1", "note")))
    hand.editor.open_text("p1", adding=True)
    hand.keys("Tab Enter")
    assert hand.state == "EditingText"
    hand.type("x")
    hand.key("Escape")
    assert texts(hand, "note", "s1") == ["x"]


def test_undo_in_a_text_is_the_texts_own_and_then_undoes_the_making(hand: Driver) -> None:
    before = hand.document
    hand.select_cell("note", "s3")
    hand.type("en to")
    for expected in ("en ", "", None):
        hand.key("Ctrl+z")
        if expected is None:
            assert hand.state == "Idle"
        else:
            assert hand.session.journey.cards[-1].text == expected
    assert hand.document is before
    hand.select("a1")
    hand.key("Enter")
    hand.type("!")
    hand.undo()
    hand.do("redo")
    assert shown_text(hand, "a1") == "Card a1!"
    hand.keys("Ctrl+z Ctrl+z")
    assert (hand.state, hand.document) == ("Idle", before)


def test_the_clipboard_of_an_open_text_is_plain_text(hand: Driver) -> None:
    hand.select("a1")
    hand.keys("Enter Ctrl+a Ctrl+c")
    assert hand.clipboard.get() == Clip(text="Card a1")
    hand.key("Ctrl+x")
    assert shown_text(hand, "a1") == ""
    hand.keys("Ctrl+v Ctrl+v")
    assert shown_text(hand, "a1") == "Card a1Card a1"
    hand.keys("Ctrl+c Ctrl+x")
    assert shown_text(hand, "a1") == "Card a1Card a1"
    hand.clipboard.put(Clip(text="\x00en\tto\r\ntre"))
    hand.do("select_all")
    hand.do("paste")
    assert shown_text(hand, "a1") == "en to\ntre"
    assert not hand.editor.command("duplicate")


def test_a_click_puts_the_caret_and_a_drag_selects(hand: Driver) -> None:
    hand.select("long")
    hand.key("Enter")
    text = hand.feedback.text
    assert text is not None
    last_line = text.caret
    hand.press(Point(text.frame.x + 1, text.frame.y + 1))
    hand.move(Point(last_line.x, last_line.y + 1))
    hand.release()
    hand.key("Ctrl+c")
    assert hand.clipboard.get().text == LONG
    assert len((hand.feedback.text or text).selected) > 1
    hand.move(Point(0.0, 0.0))
    assert len((hand.feedback.text or text).selected) > 1
    hand.editor.double_click(hand.event(Point(last_line.x - 1, last_line.y + 1)))
    hand.release()
    hand.key("Ctrl+c")
    assert hand.clipboard.get().text == LONG.rsplit(maxsplit=1)[-1]
    hand.double_click(hand.at_card("a1"))
    text = hand.feedback.text
    assert text is not None
    assert text.target == "a1"


def test_a_double_click_opens_with_the_caret_where_it_was(hand: Driver) -> None:
    rect = hit.owner_rect(hand.layout, "long")
    assert rect is not None
    hand.double_click(Point(rect.x + 0.5, rect.y + 3))
    hand.type("X")
    assert shown_text(hand, "long") == "X" + LONG


def test_up_and_down_keep_their_distance_from_the_left(hand: Driver) -> None:
    hand.select("long")
    hand.key("Enter")
    text = hand.feedback.text
    assert text is not None
    hand.keys("Ctrl+Home Right Right Right")
    start = _caret(hand)
    hand.key("Down")
    down = _caret(hand)
    assert down.y > start.y
    assert abs(down.x - start.x) < 2.0
    hand.key("Up")
    assert _caret(hand) == start
    hand.key("Up")
    hand.type("A")
    assert shown_text(hand, "long") == "A" + LONG
    for _ in range(9):
        hand.key("Down")
    hand.type("Z")
    assert shown_text(hand, "long") == "A" + LONG + "Z"
    hand.keys("Up Shift+Down")
    assert (hand.feedback.text or text).selected


def test_home_and_end_are_of_the_line_and_with_ctrl_of_the_text(hand: Driver) -> None:
    hand.select("long")
    hand.keys("Enter Ctrl+Home Down Right")
    hand.key("Home")
    line = _caret(hand)
    hand.key("End")
    end = _caret(hand)
    assert end.y == line.y
    assert end.x > line.x
    hand.keys("Home Backspace Delete Ctrl+Delete Ctrl+Backspace Ctrl+End")
    hand.keys("Ctrl+Left Ctrl+Shift+Right Delete")
    assert not shown_text(hand, "long").endswith("maten")
    hand.check()


def test_keys_that_mean_nothing_in_a_text_are_left_to_others(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    assert not hand.key("F5")
    assert not hand.key("Alt+Left")
    assert not hand.key("Ctrl+q")
    takes = {
        "Delete": True, "Ctrl+a": True, "a": True, "Alt+Left": False, "Ctrl+s": False,
        "F5": False, "Enter": True, "Ctrl+Shift+z": True,
    }  # fmt: skip
    for chord, expected in takes.items():
        *held, name = chord.split("+")
        text = name if len(name) == 1 and not held else ""
        event = KeyEvent(name, text, Modifiers("Shift" in held, "Ctrl" in held, "Alt" in held))
        assert hand.editor.takes(event) is expected, chord
    hand.key("Escape")
    assert not hand.editor.takes(KeyEvent("Delete"))


def test_a_text_that_the_map_does_not_show_is_not_opened(hand: Driver) -> None:
    parked = Driver(document(journey("s1", "note", cards=(card("c"),))))
    parked.select("c")
    parked.key("Enter")
    assert parked.state == "Idle"
    hand.editor.open_text("k1")
    assert hand.state == "EditingText"


def test_the_plain_way_on_is_not_drawn_and_yet_written() -> None:
    hand = Driver(document(journey("s1 s2|s3", transitions=(transition("w", "s1", "s2"),))))
    drawn = hand.layout.transitions
    assert drawn == ()
    hand.select("w")
    hand.type("often")
    hand.key("Enter")
    assert hand.journey.transitions[0].note == "often"
    assert [path.transition.id for path in hand.layout.transitions] == ["w"]


def test_what_is_not_shown_is_not_opened() -> None:
    plain = journey(
        "s1 s2|s3",
        "note pain",
        cards=(card("c", "note:s1"), card("o", "pain:s1")),
        emotions=(reading("e", "s1", 1.0),),
        links=(link("k", "c", "o"),),
        comments=(comment("co", "c"),),
    )
    lanes = tuple(msgspec.structs.replace(one, hidden=one.id == "note") for one in plain.lanes)
    hand = Driver(document(msgspec.structs.replace(plain, lanes=lanes)))
    for name in ("c", "note", "e", "k", "co"):
        hand.select(name)
        hand.editor.open_text(name)
        assert hand.state == "Idle", name
    assert hand.entries == 0


def test_a_text_whose_lane_is_hidden_meanwhile_can_still_be_committed(hand: Driver) -> None:
    hand.select("a1")
    hand.keys("Enter Ctrl+Home")
    lane = ids.LaneId("touchpoint")
    hand.session.run(
        EntryName("hide"),
        lambda found: lanes.hide_lane(found, hand.session.map_id, lane, hidden=True),
    )
    assert hand.feedback.text is None
    hand.keys("Down Up Home End")
    hand.click(Point(5.0, 5.0))
    assert (hand.state, hand.card("a1").text) == ("Idle", "Card a1")
    assert hand.journey.lanes[0].hidden
    hand.check()


def test_what_an_input_method_shows_may_be_longer_than_a_text(hand: Driver) -> None:
    hand.select_cell("note", "s3")
    hand.editor.type_text("x" * MAX_TEXT)
    hand.editor.compose("y")
    assert hand.state == "EditingText"
    hand.editor.cancel()
    assert len(texts(hand, "note", "s3")[0]) == MAX_TEXT


def test_where_nothing_may_change_no_text_is_opened(hand: Driver) -> None:
    hand.editor.read_only = True
    hand.double_click(hand.at_card("a1"))
    hand.select_cell("note", "s3")
    hand.type("x")
    assert hand.state == "Idle"
    assert {notice.said.code for notice in hand.notices} == {"notice.read_only"}


def test_a_click_outside_the_map_commits_an_open_text(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    hand.type("!")
    hand.click(OFF_MAP)
    assert (hand.state, hand.selection) == ("Idle", ())
    assert hand.card("a1").text == "Card a1!"


def test_saving_settles_what_is_half_done(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    hand.type("!")
    hand.editor.settle()
    assert hand.card("a1").text == "Card a1!"
    hand.grab(hand.at_card("a1"), hand.at_cell("note", "s3"))
    hand.editor.settle()
    assert (hand.state, hand.entries) == ("Idle", 1)
    hand.editor.settle()


def _caret(hand: Driver) -> Point:
    text = hand.feedback.text
    assert text is not None
    return Point(round(text.caret.x, 6), round(text.caret.y, 6))


# Lines that become cards


def test_pasted_lines_are_offered_as_cards_and_become_them_in_one_entry(hand: Driver) -> None:
    before = hand.document
    hand.clipboard.put(Clip(text="Ringe\n\n Vente i kø \nBetale\n"))
    hand.select_cell("note", "s3")
    hand.keys("Enter Ctrl+v")
    assert shown_text(hand, hand.selection[0]) == "Ringe\n\n Vente i kø \nBetale\n"
    assert hand.feedback.hint.code == "hint.adding_lines"
    offer = hand.notices[-1].offer
    assert offer is not None
    assert (offer.said, offer.seconds) == (Said("notice.split_lines", {"n": 3}), 6.0)
    offer.run()
    assert texts(hand, "note", "s3") == ["Ringe", "Vente i kø", "Betale"]
    assert (hand.last, hand.entries, hand.state) == ("add_cards", 1, "Idle")
    assert list(hand.selection) == hand.cell("note", "s3")
    hand.undo()
    assert hand.document is before


def test_the_offer_holds_when_the_text_was_committed_meanwhile_and_goes_with_the_card(
    hand: Driver,
) -> None:
    hand.clipboard.put(Clip(text="en\nto"))
    hand.select_cell("note", "s3")
    hand.keys("Enter Ctrl+v Escape")
    offer = hand.notices[-1].offer
    assert offer is not None
    offer.run()
    assert texts(hand, "note", "s3") == ["en", "to"]
    assert hand.session.undo_name == EntryName("undo.add_cards", {"n": 1})
    hand.undo()
    hand.undo()
    before = hand.document
    offer.run()
    assert hand.document is before


def test_a_key_makes_a_card_of_each_line_right_below_of_the_same_kind(hand: Driver) -> None:
    hand.select("a1")
    hand.keys("Enter Shift+Enter x Shift+Enter y")
    assert hand.feedback.hint.code == "hint.editing_lines"
    hand.key("Ctrl+Shift+Enter")
    cell = hand.card("a1").lane, hand.card("a1").step
    made = queries.cards_in_cell(hand.journey, str(cell[0]), str(cell[1]))
    assert [card.text for card in made][:3] == ["Card a1", "x", "y"]
    assert {card.kind for card in made[:3]} == {hand.card("a1").kind}
    assert hand.entries == 1


def test_one_line_or_a_title_is_not_split_or_offered(hand: Driver) -> None:
    hand.select("p1")
    hand.keys("Enter x Ctrl+Shift+Enter")
    assert (hand.state, hand.last) == ("Idle", "rename_phase")
    hand.clipboard.put(Clip(text="bare én"))
    hand.select_cell("note", "s3")
    hand.keys("Enter Ctrl+v Ctrl+Shift+Enter")
    assert (hand.state, texts(hand, "note", "s3")) == ("Idle", ["bare én"])
    hand.clipboard.put(Clip(text="en\nto"))
    hand.select("a1")
    hand.keys("Enter Ctrl+v Escape")
    assert not hand.notices


def test_the_hint_tells_what_is_written(hand: Driver) -> None:
    hand.select_cell("emotion", "s3")
    hand.key("Enter")
    assert hand.feedback.hint.code == "hint.editing_words"
    hand.key("Escape")
    hand.do("add_phase")
    assert hand.feedback.hint.code == "hint.adding_phase"
    hand.key("Escape")
    hand.do("add_step")
    assert hand.feedback.hint.code == "hint.adding_step"
    hand.key("Escape")
    hand.do("add_lane")
    assert hand.feedback.hint.code == "hint.editing"


@pytest.mark.parametrize(
    ("text", "typed", "written"),
    [
        ("annonse", "B", "annonse B"),
        ("annonse", ",", "annonse,"),
        ("annonse", "(", "annonse ("),
        ("annonse (", "B", "annonse (B"),
        ("annonse", "🙂", "annonse 🙂"),
        ("annonse\n", "B", "annonse\nB"),
        ("", "B", "B"),
    ],
)
def test_words_typed_on_a_filled_card_stand_apart_from_those_there(
    hand: Driver, text: str, typed: str, written: str
) -> None:
    hand.session.run(
        EntryName("edit_card"),
        lambda before: set_text(before, hand.editor.map_id, "a1", text),
    )
    entries = hand.entries
    hand.select("a1")
    hand.editor.type_text(typed)
    assert shown_text(hand, "a1") == written
    hand.key("Escape")
    assert hand.entries == entries + 1
    hand.undo()
    assert hand.card("a1").text == text


def test_a_text_opened_to_be_written_gets_no_blank_of_its_own(hand: Driver) -> None:
    hand.select("long")
    hand.key("Enter")
    hand.type("!")
    hand.key("Escape")
    assert hand.card("long").text == LONG + "!"
    hand.key("Enter")
    hand.type("x")
    assert shown_text(hand, "long") == LONG + "!x"


def test_an_open_text_has_nothing_to_do_again_until_it_has_undone(hand: Driver) -> None:
    redo = action("redo")
    hand.select("a1")
    hand.key("Enter")
    hand.type("b")
    assert not redo.can_run(hand.editor)
    hand.key("Ctrl+z")
    assert redo.can_run(hand.editor)
    hand.do("redo")
    assert not redo.can_run(hand.editor)


def test_a_text_that_grows_too_long_says_so_once(hand: Driver) -> None:
    hand.select("a1")
    hand.key("Enter")
    hand.editor.type_text("x" * (MAX_TEXT + 5))
    said = Said("notice.text_cut", {"limit": MAX_TEXT})
    assert [one.said for one in hand.notices] == [said]
    hand.type("yy")
    hand.clipboard.put(Clip(text="more"))
    hand.key("Ctrl+v")
    assert [one.said for one in hand.notices] == [said]
    hand.key("Backspace")
    hand.type("zz")
    assert [one.said for one in hand.notices] == [said, said]
    assert len(shown_text(hand, "a1")) == MAX_TEXT


def test_only_a_card_in_a_cell_is_split() -> None:
    hand = Driver(document(journey(cards=(card("a", "note:s1"), card("parked")))))
    before = hand.document
    for name in ("parked", "gone"):
        assert not splitting.split(hand.editor, name, "one\ntwo")
    assert hand.document is before
    assert splitting.split(hand.editor, "a", "one\ntwo")
    assert len(hand.cell("note", "s1")) == 2
