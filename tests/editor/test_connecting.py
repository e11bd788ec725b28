"""The connectors of what is selected, one after the other."""

import pytest

from cjmapper.editor import connecting
from tests.support.builders import card, document, journey, link
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    cards = (card("a", "touchpoint:s1"), card("b", "touchpoint:s2"), card("c", "pain:s2"))
    links = (link("in", "c", "b"), link("out", "b", "a"), link("far", "a", "c"))
    return Driver(document(journey("s1 s2", cards=cards, links=links)))


def test_those_that_lead_away_come_before_those_that_lead_here(hand: Driver) -> None:
    hand.select("b")
    assert connecting.connectors_beside(hand.editor) == ("out", "in")
    hand.select("out")
    assert connecting.connectors_beside(hand.editor) == ("out", "in"), "those of its beginning"


def test_the_next_connector_after_the_last_is_the_first(hand: Driver) -> None:
    hand.select("b")
    seen = []
    for _ in range(2):
        connecting.next_connector(hand.editor)
        seen.append(hand.selection)
    assert seen == [("out",), ("in",)]
    hand.select("b", "c")
    assert not connecting.has_connectors(hand.editor)


def test_from_the_last_connector_of_a_thing_one_comes_to_its_first(hand: Driver) -> None:
    hand.select("a")
    connecting.next_connector(hand.editor)
    assert hand.selection == ("far",)
    connecting.next_connector(hand.editor)
    assert hand.selection == ("out",)
    connecting.next_connector(hand.editor)
    assert hand.selection == ("in",)


def test_connectors_that_all_lead_away_go_round() -> None:
    cards = (card("a", "touchpoint:s1"), card("b", "touchpoint:s2"), card("c", "pain:s2"))
    links = (link("one", "a", "b"), link("two", "a", "c"))
    hand = Driver(document(journey("s1 s2", cards=cards, links=links)))
    hand.select("two")
    connecting.next_connector(hand.editor)
    assert hand.selection == ("one",)
