"""Scenario 8: Ctrl pressed and let go during a drag; what counts is whether it is held last."""

import pytest

from tests.support.builders import cards, document, journey
from tests.support.driver import Driver


@pytest.mark.parametrize("held_at_the_end", [False, True])
def test_the_badge_follows_ctrl_and_the_end_decides(held_at_the_end: bool) -> None:
    hand = Driver(document(journey("s1|s2", cards=cards(("a1", "x"), "touchpoint:s1"))))
    hand.grab(hand.at_card("x"), hand.at_cell("touchpoint", "s2"))
    for _ in range(2):
        for held in (True, False):
            hand.hold(control=held)
            ghost = hand.feedback.ghost
            assert ghost is not None
            assert ghost.copies is held
            assert bool(hand.feedback.origins) is not held
    hand.hold(control=held_at_the_end)
    hand.release()
    assert hand.entries == 1
    assert len(hand.cell("touchpoint", "s2")) == 1
    left = ["a1", "x"] if held_at_the_end else ["a1"]
    assert hand.cell("touchpoint", "s1") == left
    assert hand.last == ("duplicate_card" if held_at_the_end else "move_card")
    name = hand.session.undo_name
    assert name is not None
    assert name.values == {"name": "Card x"}
