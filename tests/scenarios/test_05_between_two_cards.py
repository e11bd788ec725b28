"""Scenario 5: a card goes between two others of another cell, and undo brings it back."""

from cjmapper.layout import hit
from tests.support.builders import cards, document, journey
from tests.support.driver import Driver


def test_a_card_lands_between_the_first_and_the_second() -> None:
    hand = Driver(
        document(
            journey(
                "s1|s2",
                cards=(
                    *cards(("a1", "a2", "x"), "touchpoint:s1"),
                    *cards(("b1", "b2"), "touchpoint:s2"),
                ),
            )
        )
    )
    before, home = hand.document, hit.owner_rect(hand.layout, "x")
    hand.grab(hand.at_card("x"), hand.at_card("b2", 0.5, 0.0))
    line = hand.feedback.slot_line
    assert line is not None
    assert hand.at_card("b1").y < line.centre.y < hand.at_card("b2").y
    assert hand.feedback.origins == (home,)
    assert hand.feedback.lit == {"touchpoint", "p2"}
    assert hand.document is before
    hand.release()
    assert hand.cell("touchpoint", "s2") == ["b1", "x", "b2"]
    assert hand.cell("touchpoint", "s1") == ["a1", "a2"]
    assert hand.entries == 1
    hand.select()
    hand.key("Ctrl+z")
    assert hand.document is before
    assert hand.selection == ("x",)
