"""Scenario 4: a trembling hand clicks; from the fifth pixel on it drags, and nothing jumps."""

import pytest

from cjmapper.geometry import MM_PER_PX
from tests.support.builders import cards, document, journey
from tests.support.driver import Driver

PX = MM_PER_PX


def hand_over_cards() -> Driver:
    return Driver(document(journey("s1|s2", cards=cards(("a1", "a2", "a3"), "touchpoint:s1"))))


def test_four_pixels_select_and_change_nothing() -> None:
    hand = hand_over_cards()
    before, start = hand.document, hand.at_card("a2")
    hand.press(start)
    for far in (1, 2, 3, 4):
        hand.move(start.moved(0.0, far * PX))
        assert hand.feedback.ghost is None
    hand.release()
    assert hand.selection == ("a2",)
    assert hand.document is before
    assert (hand.entries, hand.session.can_redo) == (0, False)


def test_six_pixels_lift_the_card_where_it_is_and_then_it_follows() -> None:
    hand = hand_over_cards()
    start = hand.at_card("a2")
    hand.press(start)
    hand.move(start.moved(6 * PX, 0.0))
    ghost = hand.feedback.ghost
    assert ghost is not None
    assert (abs(ghost.dx), abs(ghost.dy)) <= (1 * PX, 1 * PX)
    for across, down in ((40, 5), (200, 90), (-30, 10)):
        hand.move(start.moved((6 + across) * PX, down * PX))
        ghost = hand.feedback.ghost
        assert ghost is not None
        assert (ghost.dx, ghost.dy) == pytest.approx((across * PX, down * PX))
