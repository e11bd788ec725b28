"""The kind and the colour of several cards, read and set at once."""

import pytest

from cjmapper.editor import kinds
from cjmapper.model.vocabulary import CardKind
from tests.support.builders import card, document, journey
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    cards = (
        card("t", "thought:s1", color="#009E73"),
        card("q", "thought:s2", kind=CardKind.QUESTION),
        card("n", "note:s1"),
        card("p", "pain:s1"),
        card("parked"),
    )
    return Driver(document(journey(cards=cards)))


def test_cards_of_a_lane_may_become_what_the_lane_takes(hand: Driver) -> None:
    hand.select("t", "q")
    now, possible = kinds.card_kinds(hand.editor)
    assert now == {CardKind.THOUGHT, CardKind.QUESTION}
    assert possible == (CardKind.THOUGHT, CardKind.QUESTION)


def test_cards_of_several_lanes_may_only_become_what_all_of_them_take(hand: Driver) -> None:
    hand.select("n", "t")
    assert set(kinds.card_kinds(hand.editor)[1]) == {CardKind.THOUGHT, CardKind.QUESTION}
    hand.select("t", "p")
    assert kinds.card_kinds(hand.editor)[1] == ()
    hand.select("t", "parked")
    assert kinds.card_kinds(hand.editor)[1] == ()
    hand.select()
    assert kinds.card_kinds(hand.editor) == (frozenset(), ())


def test_a_kind_is_set_for_all_selected_cards_as_one_entry(hand: Driver) -> None:
    hand.select("t", "q")
    kinds.set_card_kind(hand.editor, CardKind.QUESTION)
    assert [hand.card(name).kind for name in "tq"] == [CardKind.QUESTION] * 2
    assert (hand.entries, hand.card("n").kind) == (1, CardKind.NOTE)


def test_colours_are_told_and_set_for_all_selected_cards(hand: Driver) -> None:
    hand.select("t", "q")
    assert kinds.colours(hand.editor) == {"#009E73", None}
    kinds.set_colour(hand.editor, kinds.COLOURS["blue"])
    assert kinds.colours(hand.editor) == {kinds.COLOURS["blue"]}
    assert (hand.entries, hand.card("n").color) == (1, None)
    kinds.set_colour(hand.editor, None)
    assert kinds.colours(hand.editor) == {None}


def test_without_a_card_nothing_is_set(hand: Driver) -> None:
    hand.select("s1")
    before = hand.document
    kinds.set_colour(hand.editor, kinds.COLOURS["blue"])
    assert (hand.document, hand.entries) == (before, 0)
