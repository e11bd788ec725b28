"""Scenario 12: an emotion is set by a digit and nudged by Alt and arrows; each run is one undo."""

from cjmapper.model import queries
from tests.support.builders import document, journey, reading
from tests.support.driver import Driver


def test_a_digit_and_two_nudges_are_two_entries() -> None:
    hand = Driver(document(journey("s1 s2", emotions=(reading("e1", "s1", 2.0),))))

    def value() -> float:
        found = queries.emotion(hand.journey, "e1")
        assert found is not None
        return found.value

    hand.click(hand.at_reading("e1"))
    hand.key("2")
    assert value() == -1.0
    hand.wait(0.4)
    hand.key("Alt+Up")
    hand.wait(0.4)
    hand.key("Alt+Up")
    assert (value(), hand.entries) == (0.0, 2)
    hand.key("Ctrl+z")
    assert value() == -1.0
    hand.key("Ctrl+z")
    assert (value(), hand.entries) == (2.0, 0)
    assert hand.selection == ("e1",)
