"""Scenario 13: twelve touchpoints are typed into one cell, one key after each."""

from tests.support.builders import document, journey
from tests.support.driver import Driver

MOST_KEYS = 13
TEXTS = [f"Berøring nummer {number}" for number in range(1, 13)]


def test_twelve_cards_take_thirteen_keys_leave_none_empty_and_are_undone_one_by_one() -> None:
    hand = Driver(document(journey("s1 s2")))
    before = hand.document
    hand.select_cell("touchpoint", "s2")
    keys = 0
    for text in TEXTS:
        hand.type(text)
        hand.key("Enter")
        keys += 1
    hand.key("Escape")
    keys += 1
    assert keys <= MOST_KEYS
    assert [hand.card(name).text for name in hand.cell("touchpoint", "s2")] == TEXTS
    assert (len(hand.journey.cards), hand.entries, hand.state) == (12, 12, "Idle")
    for left in range(11, -1, -1):
        hand.key("Ctrl+z")
        assert [hand.card(name).text for name in hand.cell("touchpoint", "s2")] == TEXTS[:left]
    assert hand.document is before
