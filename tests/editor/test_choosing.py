"""Choosing from a list what a card or step leads to, by keys and by pointing."""

import pytest

from cjmapper.editor.events import Button, KeyEvent, Modifiers
from cjmapper.editor.tools import choosing_link
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, link
from tests.support.driver import OFF_MAP, Driver


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            cards=(
                card("a", "touchpoint:s1", "Se annonsen"),
                card("b", "touchpoint:s2", "Ringe oss"),
                card("c", "touchpoint:s3", "Betale på nett"),
                card("e", "pain:s2", "Vente på svar"),
                card("f", "pain:s1", "Ikke funnet"),
            ),
            links=(link("k1", "a", "f"),),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def begin(hand: Driver, name: str) -> None:
    hand.select(name)
    hand.do("connect")
    assert hand.feedback.choices is not None


def listed(hand: Driver) -> list[str]:
    choices = hand.feedback.choices
    assert choices is not None
    return [one.id for one in choices.items]


def chosen(hand: Driver) -> str:
    choices = hand.feedback.choices
    assert choices is not None
    return choices.chosen


def test_the_nearest_card_that_comes_after_is_first_and_one_enter_connects_it(
    hand: Driver,
) -> None:
    begin(hand, "a")
    assert listed(hand) == ["b", "c", "e"]
    assert hand.feedback.ringed == {"b"}
    assert len(hand.feedback.rubber) == 2
    assert hand.entries == 0
    hand.key("Enter")
    made = hand.journey.links[-1]
    assert (made.start, made.to, hand.selection) == ("a", "b", (made.id,))
    assert (hand.last, hand.entries) == ("connect", 1)


def test_up_and_down_go_round_the_list_and_sideways_to_the_next_card_there(hand: Driver) -> None:
    begin(hand, "a")
    seen = []
    for key in ("Down", "Down", "Down", "Up", "Left", "Right", "Right", "Left"):
        hand.key(key)
        seen.append(chosen(hand))
    assert seen == ["c", "e", "b", "e", "e", "c", "c", "b"]


def test_typing_looks_for_words_anywhere_and_backspace_widens_the_search(hand: Driver) -> None:
    begin(hand, "a")
    hand.type("NETT bet")
    assert (listed(hand), chosen(hand)) == (["c"], "c")
    hand.type("q")
    assert (listed(hand), chosen(hand), hand.feedback.ringed) == ([], "", frozenset())
    hand.keys("Enter Down Left")
    assert hand.state == "ChoosingLink"
    for _ in range(9):
        hand.key("Backspace")
    assert listed(hand) == ["b", "c", "e"]
    hand.editor.type_text("svar")
    hand.key("Enter")
    assert hand.journey.links[-1].to == "e"


@pytest.mark.parametrize("leave", ["Escape", "beside", "right button", "focus"])
def test_it_is_left_without_a_trace(hand: Driver, leave: str) -> None:
    before = hand.document
    begin(hand, "a")
    match leave:
        case "beside":
            hand.click(hand.at_cell("note", "s3"))
        case "right button":
            hand.editor.press(hand.event(OFF_MAP, Button.RIGHT))
        case "focus":
            hand.editor.focus_lost()
        case _:
            hand.key(leave)
    assert (hand.document, hand.state, hand.selection) == (before, "Idle", ("a",))


def test_the_pointer_chooses_what_it_is_over_and_a_click_takes_it(hand: Driver) -> None:
    begin(hand, "a")
    hand.move(hand.at_card("c"))
    assert chosen(hand) == "c"
    hand.move(hand.at_card("a"))
    assert chosen(hand) == "c"
    hand.click(hand.at_card("e"))
    assert hand.journey.links[-1].to == "e"
    begin(hand, "a")
    hand.editor.choose("nobody")
    assert hand.state == "ChoosingLink"
    hand.editor.choose("c")
    assert hand.journey.links[-1].to == "c"


def test_a_step_leads_to_other_steps_to_the_ends_and_to_itself(hand: Driver) -> None:
    begin(hand, "s2")
    assert listed(hand) == ["s3", "s1", "GOAL", "DROP", "START", "s2"]
    made = []
    for end in ("s3", "s1", "GOAL", "DROP", "START", "s2"):
        begin(hand, "s2")
        while chosen(hand) != end:
            hand.key("Down")
        assert len(hand.feedback.rubber) == (2 if end in ids.RESERVED else 4)
        assert hand.feedback.marks
        hand.key("Enter")
        path = hand.journey.transitions[-1]
        made.append((path.start, path.to, path.kind))
    kinds = v.TransitionKind
    assert made == [
        ("s2", "s3", kinds.NEXT),
        ("s2", "s1", kinds.LOOP_BACK),
        ("s2", "GOAL", kinds.NEXT),
        ("s2", "DROP", kinds.DROP_OFF),
        ("START", "s2", kinds.NEXT),
        ("s2", "s2", kinds.PAUSE),
    ]


def test_a_step_is_pointed_at_by_its_title_or_its_phase(hand: Driver) -> None:
    begin(hand, "s1")
    hand.move(hand.at_card("s2"))
    assert chosen(hand) == "s2"
    hand.click(hand.at_phase("p2"))
    assert hand.journey.transitions[-1].to == "s3"


def test_it_begins_only_where_one_card_or_header_is_selected(hand: Driver) -> None:
    for names in ((), ("a", "b"), ("pain",), ("k1",)):
        hand.select(*names)
        assert not choosing_link.can_begin(hand.editor)
        choosing_link.begin(hand.editor)
        assert hand.state == "Idle"
    hand.select("p1")
    choosing_link.begin(hand.editor)
    assert listed(hand)[0] == "s3"


def test_where_there_is_nothing_to_lead_to_or_nothing_may_change_a_notice_says_so() -> None:
    hand = Driver(document(journey("s1", cards=(card("a", "note:s1"),))))
    hand.select("a")
    hand.do("connect")
    assert hand.notices[-1].said.code == "notice.nothing_to_connect"
    hand.editor.read_only = True
    hand.do("connect")
    assert hand.notices[-1].said.code == "notice.read_only"
    assert hand.state == "Idle"


def test_what_has_no_words_of_its_own_is_looked_for_by_its_sentence(hand: Driver) -> None:
    begin(hand, "s1")
    hand.type("goal")
    assert (listed(hand), chosen(hand)) == (["GOAL"], "GOAL")
    hand.type("x")
    assert (listed(hand), chosen(hand)) == ([], "")
    hand.key("Enter")
    assert hand.journey.transitions == ()


def test_that_the_plain_way_on_is_not_drawn_is_said(hand: Driver) -> None:
    begin(hand, "s1")
    hand.key("Enter")
    assert hand.journey.transitions[-1].to == "s2"
    assert [notice.said.code for notice in hand.notices] == ["notice.path_not_drawn"]
    begin(hand, "s1")
    hand.type("leaves")
    hand.key("Enter")
    assert len(hand.notices) == 1


def test_letters_are_the_lists_own_and_commands_are_not(hand: Driver) -> None:
    begin(hand, "a")
    assert hand.editor.state.takes(KeyEvent("z", "z", Modifiers()))
    assert not hand.editor.state.takes(KeyEvent("z", "", Modifiers(control=True)))


def test_what_comes_after_is_likelier_than_what_came_before() -> None:
    cards = tuple(
        card(name, f"touchpoint:{step}")
        for name, step in zip("xyz", ("s1", "s2", "s3"), strict=True)
    )
    hand = Driver(document(journey("s1 s2 s3", cards=cards)))
    begin(hand, "y")
    assert listed(hand) == ["z", "x"]


def test_only_a_step_that_is_not_the_first_is_come_to_from_the_start(hand: Driver) -> None:
    begin(hand, "s1")
    assert ids.START not in listed(hand)
    hand.key("Escape")
    begin(hand, "s2")
    assert ids.START in listed(hand)


def test_from_what_is_pointed_at_beside_the_list_an_arrow_leads_back_into_it(hand: Driver) -> None:
    begin(hand, "a")
    hand.type("svar")
    hand.move(hand.at_card("b"))
    assert chosen(hand) == "b"
    hand.type(" ")
    hand.move(hand.at_card("c"))
    hand.key("Down")
    assert chosen(hand) == "e"
