"""Each «+»: where it is seen, and what a click on it adds; phases named one after the other."""

from collections.abc import Callable

import pytest

from cjmapper.editor.events import PointerEvent
from cjmapper.editor.names import entry
from cjmapper.geometry import Point, Rect
from cjmapper.layout import adding, hit
from cjmapper.layout import hits as h
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import phases
from tests.support.builders import cards, document, journey
from tests.support.driver import OFF_MAP, PX_PER_MM, Driver

REACH = h.reach_at(PX_PER_MM)


@pytest.fixture
def hand() -> Driver:
    return Driver(document(journey("s1 s2|s3", cards=cards(("a1", "a2"), "touchpoint:s1"))))


def plus(hand: Driver, near: Point, kind: type) -> adding.Plus:
    """The «+» of a kind that is seen while the pointer is at a point."""
    seen = adding.pluses_at(hand.layout, near, REACH)
    return next(one for one in seen if isinstance(one.adds, kind))


def test_the_plus_of_a_cell_adds_a_card_at_its_end(hand: Driver) -> None:
    former = hand.cell("touchpoint", "s1")
    found = plus(hand, hand.at_cell("touchpoint", "s1"), h.HitAddCard)
    hand.click(found.place)
    hand.type("Nederst")
    hand.key("Escape")
    assert hand.cell("touchpoint", "s1")[:-1] == former
    assert hand.card(hand.cell("touchpoint", "s1")[-1]).text == "Nederst"
    assert hand.entries == 1


def test_each_plus_in_a_cell_stands_beside_its_cards(hand: Driver) -> None:
    for band in hand.layout.lanes:
        for column in hand.layout.columns:
            near = Point(column.centre, band.y + 1)
            for one in adding.pluses_at(hand.layout, near, REACH):
                spot = Rect(one.place.x, one.place.y, 0.1, 0.1)
                assert hit.cards_touched(hand.layout, spot) == ()


def test_a_plus_between_phases_and_after_the_last_adds_one_there(hand: Driver) -> None:
    former = [phase.id for phase in hand.journey.phases]
    second = hand.layout.phases[1]
    between = plus(hand, Point(second.x + 1, 1.0), h.HitAddPhase)
    hand.click(between.place)
    hand.type("Mellom")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases][1] == "Mellom"
    at_end = adding.pluses_at(hand.layout, OFF_MAP, REACH)
    last = next(one for one in at_end if isinstance(one.adds, h.HitAddPhase))
    hand.click(last.place)
    hand.type("Sist")
    hand.key("Escape")
    names = [phase.name for phase in hand.journey.phases]
    assert (names[1], names[-1], len(names)) == ("Mellom", "Sist", len(former) + 2)


def test_the_plus_below_the_last_lane_adds_one_there(hand: Driver) -> None:
    former = len(hand.journey.lanes)
    hand.click(plus(hand, OFF_MAP, h.HitAddLane).place)
    hand.type("Nye tanker")
    hand.key("Escape")
    assert len(hand.journey.lanes) == former + 1
    assert hand.journey.lanes[-1].title == "Nye tanker"


def test_no_plus_is_seen_from_far_away_or_where_nothing_can_be_changed(hand: Driver) -> None:
    hand.move(hand.at_cell("touchpoint", "s1"))
    assert hand.feedback.pluses
    hand.editor.read_only = True
    hand.move(hand.at_cell("touchpoint", "s1"))
    assert not hand.feedback.pluses
    hand.editor.read_only = False
    far = PointerEvent(
        point=hand.at_cell("touchpoint", "s1"), screen=Point(0, 0), px_per_mm=PX_PER_MM * 0.4
    )
    hand.editor.move(far)
    assert not hand.feedback.pluses


def test_unnamed_phases_are_named_in_one_go_and_then_new_ones_come(hand: Driver) -> None:
    for phase in hand.journey.phases:
        hand.session.run(entry("rename_phase"), unnamed(hand, phase.id))
    first, count = hand.journey.phases[0].id, len(hand.journey.phases)
    hand.editor.select(first)
    for number in range(count + 1):
        hand.type(f"Fase {number}")
        hand.key("Tab")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == [
        f"Fase {number}" for number in range(count + 1)
    ]


def unnamed(hand: Driver, phase: ids.PhaseId) -> Callable[[d.Document], d.Document]:
    """Takes the name of a phase away."""
    map_id = hand.session.map_id
    return lambda document: phases.change_phase(document, map_id, phase, name="")
