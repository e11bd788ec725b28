"""What is too small against paper and distance, and which way out is one."""

from collections.abc import Mapping
from typing import Any

from cjmapper.export.findings import Level
from cjmapper.export.mending import CARDS, FAR, PRINT, Measured, Mending, _larger_papers
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.geometry import Size
from cjmapper.model import vocabulary as v
from cjmapper.model.poster_settings import PosterSettings
from tests.support.builders import card, document, journey
from tests.support.layouts import setting

A1 = Size(841.0, 594.0)


def sizes(card_pt: float, smallest: float = 11.0) -> Mapping[Level, float]:
    return {Level.PHASE: 44.0, Level.STEP: 26.0, Level.CARD: card_pt, Level.SMALLEST: smallest}


def faults(card_pt: float, smallest: float = 11.0, **chosen: Any) -> dict[str, dict[str, float]]:
    """The codes of what is too small on an A1, whose smallest type is 11 pt, with their figures."""
    measured = Measured(sizes(card_pt, smallest), A1, PosterSettings(**chosen))
    return {fault.code: dict(fault.values) for fault in measured.faults().values()}


def plan(**chosen: Any) -> PosterPlan:
    of = document(journey(cards=(card("c1", "note:s1", "Kø"),)))
    request = PosterRequest(
        document=of, journey=of.maps[0], settings=PosterSettings(**chosen), language="nb"
    )
    return plan_poster(request, setting().typesetter)


def test_what_no_eye_tells_from_the_smallest_type_is_let_pass() -> None:
    assert CARDS not in faults(10.8)
    assert faults(10.6)[CARDS] == {"size": 10.6, "least": 11.0}


def test_small_print_is_told_only_where_the_cards_are_large_enough() -> None:
    assert faults(17.0, 8.6) == {}
    assert faults(17.0, 8.4) == {PRINT: {"size": 8.4, "least": 8.8}}
    assert PRINT not in faults(8.0, 8.0)


def test_the_usual_distance_is_not_asked_of_cards_that_are_too_small_anyway() -> None:
    assert list(faults(8.0)) == [CARDS]
    assert list(faults(8.0, distance_m=0.7)) == [CARDS, "card_too_far"]


def test_how_far_one_reads_is_said_in_tenths_of_a_metre_downwards() -> None:
    assert faults(17.0, distance_m=1.0)["card_too_far"] == {"reads": 0.7, "wanted": 1.0}
    assert faults(15.0, distance_m=1.0)["card_too_far"] == {"reads": 0.6, "wanted": 1.0}


def test_a_way_out_of_one_fault_into_one_as_bad_is_none() -> None:
    mending = Mending(plan(distance_m=1.0), sizes(17.0))
    assert list(mending.now.faults()) == [FAR]

    def better(fault: str, card_pt: float, smallest: float) -> bool:
        tried = PosterSettings(distance_m=1.0)
        return mending._better(fault, Measured(sizes(card_pt, smallest), A1, tried))

    assert better(FAR, 24.0, 11.0)
    assert not better(FAR, 20.0, 11.0)
    assert not better(FAR, 24.0, 8.0)
    assert better(PRINT, 20.0, 11.0)
    assert not better(PRINT, 20.0, 8.0)


def test_nobody_is_asked_to_come_nearer_than_one_can_stand() -> None:
    near, far = (
        [mend.code for mend in Mending(plan(distance_m=1.0), sizes(points))._ways(FAR)]
        for points in (6.0, 7.0)
    )
    assert "nearer" not in near
    assert far[-1] == "nearer"


def test_a_map_as_a_list_is_mended_by_being_a_map_again() -> None:
    mending = Mending(plan(paper="A3", overflow=v.Overflow.LIST, distance_m=0.5), sizes(8.5))
    mends = [mend for mend in mending.mends(FAR) if mend.code == "larger_paper"]
    assert [mend.settings.overflow for mend in mends if mend.settings] == [v.Overflow.AUTO]


def test_cards_large_enough_may_leave_their_distance_to_be_wished_for() -> None:
    mending = Mending(plan(), sizes(8.0))
    tried = PosterSettings(distance_m=1.0)
    assert mending._better(CARDS, Measured(sizes(14.0), A1, tried))
    assert not mending._better(CARDS, Measured(sizes(10.0), A1, tried))


def test_larger_papers_are_of_the_same_series_where_that_is_the_usual_one() -> None:
    def larger(paper: str) -> list[str]:
        return [one.name for one in _larger_papers(PosterSettings(paper=paper))]

    assert larger("A4") == ["A3", "A2", "A1", "A0"]
    assert {"A3", "Tabloid"} <= set(larger("Letter"))


def test_what_is_hidden_stays_hidden_where_more_is() -> None:
    ways = Mending(plan(hidden=("source",), distance_m=1.0), sizes(23.0))._fewer(FAR)
    for mend in ways:
        assert mend.settings is not None
        assert set(mend.settings.hidden) >= {"source", "rail"}
