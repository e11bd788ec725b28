"""Scenario 20: two cards are connected by keyboard, stay connected, and get a label by typing."""

import pytest

from cjmapper.layout import hit
from tests.support.builders import card, document, journey
from tests.support.driver import Driver

MOST_KEYS = 6


@pytest.fixture
def hand() -> Driver:
    return Driver(
        document(
            journey(
                "s1 s2|s3",
                cards=(
                    card("a", "touchpoint:s1"),
                    card("b", "touchpoint:s2"),
                    card("c", "thought:s2"),
                    card("e", "pain:s3"),
                ),
            )
        )
    )


def press(hand: Driver, *keys: str) -> None:
    """Keys, never more than may be pressed."""
    assert len(keys) <= MOST_KEYS
    for key in keys:
        hand.key(key)


@pytest.mark.parametrize(
    ("keys", "to"),
    [
        (("Ctrl+L", "Enter"), "b"),
        (("Ctrl+L", "Down", "Enter"), "c"),
        (("Ctrl+L", "Right", "Enter"), "e"),
        (("Ctrl+L", "Down", "Down", "Enter"), "e"),
    ],
)
def test_any_card_is_reached_in_a_few_keys(hand: Driver, keys: tuple[str, ...], to: str) -> None:
    hand.select("a")
    press(hand, *keys)
    made = hand.journey.links[-1]
    assert (made.start, made.to) == ("a", to)
    assert (hand.last, hand.entries, hand.selection) == ("connect", 1, (made.id,))


def test_the_line_stays_at_both_cards_when_either_is_moved(hand: Driver) -> None:
    hand.select("a")
    press(hand, "Ctrl+L", "Enter")
    for name, key in (("a", "Alt+Down"), ("b", "Alt+Right"), ("b", "Alt+Down")):
        hand.select(name)
        hand.key(key)
        points = next(route.points for route in hand.layout.links)
        for point, end in ((points[0], "a"), (points[-1], "b")):
            rect = hit.owner_rect(hand.layout, end)
            assert rect is not None
            assert rect.grown(0.01).contains(point)


def test_what_is_typed_right_away_is_its_label(hand: Driver) -> None:
    hand.select("a")
    press(hand, "Ctrl+L", "Enter")
    hand.type("ja, takk")
    hand.key("Enter")
    assert hand.journey.links[0].text == "ja, takk"
    assert hand.last == "change_link"
