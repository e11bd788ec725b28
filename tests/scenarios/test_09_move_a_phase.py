"""Scenario 9: a phase goes first with everything in it: by its header, by key, by menu."""

import pytest

from cjmapper.editor.actions.menus import INNER, MENUS, Target, items, target_of
from cjmapper.model import document as d
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import Driver

COLUMNS = "s1|s2 s3|s4|s5 s6"


@pytest.fixture
def hand() -> Driver:
    return Driver(
        document(
            journey(
                COLUMNS,
                cards=(
                    card("a", "touchpoint:s1"),
                    card("b", "touchpoint:s5"),
                    card("n", "note:s6"),
                    card("t", "thought:s5"),
                ),
                emotions=(reading("e", "s6", -1.0),),
                links=(link("k", "a", "b"),),
                transitions=(transition("w", "s1", "s5"),),
            )
        )
    )


def standing(journey: d.JourneyMap) -> dict[str, object]:
    """Where everything that has a place stands, and what is connected."""
    places: dict[str, object] = {one.id: (one.lane, one.step) for one in journey.cards}
    places |= {one.id: (one.step, one.value) for one in journey.emotions}
    places |= {one.id: (one.start, one.to) for one in journey.links}
    return places | {one.id: (one.start, one.to) for one in journey.transitions}


def order(hand: Driver) -> tuple[list[str], list[str]]:
    return [one.id for one in hand.journey.phases], [one.id for one in hand.journey.steps]


MOVED = (["p4", "p1", "p2", "p3"], ["s5", "s6", "s1", "s2", "s3", "s4"])


def moved_once(hand: Driver, before: d.Document) -> None:
    assert order(hand) == MOVED
    assert standing(hand.journey) == standing(before.maps[0])
    assert (hand.entries, hand.last, hand.selection) == (1, "move_phase", ("p4",))
    hand.key("Ctrl+z")
    assert hand.document is before


def test_by_dragging_its_header(hand: Driver) -> None:
    before = hand.document
    hand.drag(hand.at_phase("p4"), hand.at_phase("p1").moved(-25.0, 0.0))
    moved_once(hand, before)


def test_by_three_keys_that_are_one_entry(hand: Driver) -> None:
    before = hand.document
    hand.click(hand.at_phase("p4"))
    for _ in range(3):
        hand.key("Alt+Left")
        hand.wait(0.5)
    moved_once(hand, before)


def test_by_menu_in_at_most_three_clicks(hand: Driver) -> None:
    before = hand.document
    hand.editor.press(hand.event(hand.at_phase("p4")))
    hand.release()
    assert target_of(hand.editor) is Target.PHASE
    # A click with the right button, one on «move», one on «first».
    assert ">move_column" in items(MENUS[Target.PHASE])
    assert "move_first" in items(INNER["move_column"])
    hand.do("move_first")
    moved_once(hand, before)
