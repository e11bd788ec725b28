"""Cards that were cut: put elsewhere in the pattern they stood in, as long as nothing else is."""

import pytest

from cjmapper.editor.clipboard import Clip
from tests.support.builders import card, document, journey
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    cards = (card("a", "touchpoint:s1"), card("b", "touchpoint:s2"), card("n", "pain:s1"))
    return Driver(document(journey("s1 s2|s3", "touchpoint pain emotion note", cards=cards)))


def cut(hand: Driver, *names: str) -> None:
    hand.select(*names)
    hand.key("Ctrl+x")


def test_what_was_cut_moves_as_it_stood_and_stays_on_the_map(hand: Driver) -> None:
    cut(hand, "a", "b")
    hand.select_cell("touchpoint", "s3")
    hand.key("Ctrl+v")
    assert hand.cell("touchpoint", "s3") == ["a", "b"]
    assert (hand.entries, hand.last) == (1, "move_cards")
    hand.check()


def test_a_card_that_would_land_among_emotions_goes_where_it_was_pasted(hand: Driver) -> None:
    cut(hand, "a", "n")
    hand.select_cell("pain", "s2")
    hand.key("Ctrl+v")
    assert set(hand.cell("pain", "s2")) == {"a", "n"}
    hand.check()


def test_what_was_copied_elsewhere_since_is_pasted_and_nothing_moves(hand: Driver) -> None:
    cut(hand, "a")
    other = Driver(document(journey(cards=(card("x", "touchpoint:s1", "Other"),))))
    other.select("x")
    other.key("Ctrl+c")
    hand.clipboard.put(Clip(own=other.clipboard.get().own))
    hand.select_cell("touchpoint", "s3")
    hand.key("Ctrl+v")
    assert hand.cell("touchpoint", "s1") == ["a"]
    assert [hand.card(name).text for name in hand.cell("touchpoint", "s3")] == ["Other"]
