"""Scenario 11: a marker is dragged from the best to a bad feeling, and everything follows live."""

from itertools import pairwise

import pytest

from cjmapper.geometry import MM_PER_PX, Point
from cjmapper.model import queries
from tests.support.builders import document, journey, reading
from tests.support.driver import Driver

PX = MM_PER_PX


@pytest.fixture
def hand() -> Driver:
    columns = "|".join(f"s{number}" for number in range(1, 51))
    readings = [reading(f"e{number}", f"s{number}", 2.0) for number in range(1, 51)]
    return Driver(document(journey(columns, "touchpoint emotion", emotions=tuple(readings))))


def value(hand: Driver, name: str) -> float:
    found = queries.emotion(hand.session.journey, name)
    assert found is not None
    return found.value


def test_the_curve_the_bubble_and_the_value_follow_every_move(hand: Driver) -> None:
    hand.grab(hand.at_reading("e20"), hand.at_reading("e20").moved(0.0, 6 * PX), steps=1)
    start = hand.pointer
    way = (hand.at_level("s20", -1.0).y - start.y) / 12
    curves, bubbles = [], []
    for move in range(1, 13):
        hand.move(Point(start.x, start.y + way * move))
        curves.append(next(iter(hand.layout.emotion_lanes.values())).curves)
        bubble = hand.feedback.bubble
        assert bubble is not None
        bubbles.append((bubble.said.code, bubble.said.values["value"]))
    seen = list(zip(curves, bubbles, strict=True))
    for (former, said_before), (curve, said) in pairwise(seen):
        assert (curve == former) is (said == said_before)
    assert len(set(bubbles)) > 8
    assert bubbles[-1] == ("bubble.emotion.-1", -1.0)
    assert {code for code, _ in bubbles} >= {f"bubble.emotion.{n}" for n in (2, 1, 0, -1)}
    assert hand.entries == 0
    hand.release()
    assert (value(hand, "e20"), hand.last, hand.entries) == (-1.0, "change_emotion", 1)
    assert [value(hand, f"e{number}") for number in (19, 21)] == [2.0, 2.0]


@pytest.mark.parametrize(("beside", "sticks"), [(-5, True), (5, True), (7, False), (-7, False)])
def test_it_sticks_to_a_level_within_six_pixels_and_no_farther(
    hand: Driver, beside: int, *, sticks: bool
) -> None:
    hand.drag(hand.at_reading("e20"), hand.at_level("s20", -1.0).moved(0.0, beside * PX))
    assert (value(hand, "e20") == -1.0) is sticks


def test_with_shift_it_sticks_nowhere(hand: Driver) -> None:
    hand.hold(shift=True)
    hand.drag(hand.at_reading("e20"), hand.at_level("s20", -1.0).moved(0.0, 5 * PX))
    assert value(hand, "e20") == -1.1
