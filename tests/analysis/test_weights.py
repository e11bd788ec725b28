"""Pains, moments and what claims rest on: what is missing is never zero and never counted."""

import pytest

from cjmapper.analysis import figures_of
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.figures import Figures, Level, Pains, PainScore
from tests.support.builders import card, document, journey, lane, reading, transition


def found(held: d.JourneyMap, *evidence: d.Evidence) -> Figures:
    return figures_of(document(held, evidence=evidence), held.id)


def source(name: str, of: v.EvidenceSource, method: v.EvidenceMethod) -> d.Evidence:
    return d.Evidence(id=ids.EvidenceId(name), source=of, method=method)


def test_a_newcomers_map_claims_nothing() -> None:
    figures = found(journey())
    assert figures.coverage is None
    assert (figures.lows.ranked, figures.gaps.pairs, figures.pains.ranked) == ((), (), ())
    assert (figures.moments.ranked, figures.flow.goal) == ((), None)


def test_an_unknown_map_is_refused() -> None:
    with pytest.raises(EditError) as told:
        figures_of(document(), ids.MapId("nowhere"))
    assert told.value.code == "unknown_id"


def test_an_unrated_pain_is_counted_apart() -> None:
    pains = found(journey(cards=(card("c1", "pain:s1"), card("c2", "pain:s2", severity=5)))).pains
    assert [pain.card for pain in pains.ranked] == ["c2"]
    assert pains.unrated == 1


def test_a_pain_without_reach_meets_those_who_come_there() -> None:
    held = journey(
        cards=(card("c1", "pain:s2", severity=5), card("c2", "pain:s1", severity=5, reach=0.1)),
        transitions=(
            transition("1", "s1", "s2", share=0.4),
            transition("2", "s1", "DROP", share=0.6),
            transition("3", "s2", "GOAL"),
        ),
    )
    scores = {pain.card: round(pain.score, 6) for pain in found(held).pains.ranked}
    assert scores == {"c1": 40.0, "c2": 10.0}


def test_equal_pains_stand_in_the_order_of_the_steps_then_of_the_cards() -> None:
    held = journey(
        cards=tuple(
            card(name, at, severity=3)
            for name, at in (("c1", "pain:s3"), ("c2", "pain:s1"), ("c3", "pain:s1"))
        )
    )
    assert [pain.card for pain in found(held).pains.ranked] == ["c2", "c3", "c1"]


def test_few_pains_may_be_most_of_the_harm() -> None:
    cards = [card("c0", "pain:s1", severity=5)]
    cards += [card(f"c{n}", "pain:s2", severity=1, reach=0.1) for n in range(1, 6)]
    pains = found(journey(cards=tuple(cards))).pains
    assert (pains.cut, pains.few) == (1, True)
    assert pains.cut_share == pytest.approx(100 / 110)


def test_exactly_four_fifths_is_enough() -> None:
    cards = tuple(card(f"c{n}", "pain:s1", severity=1) for n in range(5))
    assert found(journey(cards=cards)).pains.cut == 4


def test_pains_that_meet_nobody_have_no_cut() -> None:
    pains = found(journey(cards=(card("c1", "pain:s1", severity=5, reach=0.0),))).pains
    assert (pains.cut, pains.cut_share, pains.few) == (None, None, False)


def test_hidden_and_parked_cards_are_not_told() -> None:
    held = journey(
        lanes="note",
        cards=(card("c1", kind=v.CardKind.PAIN, severity=5), card("c2", "pain:s1", severity=5)),
    )
    lanes = (*held.lanes, lane("pain", hidden=True))
    figures = found(d.JourneyMap(id=held.id, phases=held.phases, lanes=lanes, steps=held.steps))
    assert figures.pains.ranked == ()
    assert figures.coverage is None


def test_votes_weigh_a_fifth_and_the_last_round_with_any_counts() -> None:
    rounds = (
        d.VoteRound(id=ids.VoteRoundId("1"), tally={ids.CardId("c2"): 9}),
        d.VoteRound(id=ids.VoteRoundId("2"), tally={ids.CardId("c1"): 4, ids.CardId("c2"): 1}),
        d.VoteRound(id=ids.VoteRoundId("3")),
    )
    held = journey(
        cards=(card("c1", "note:s1"), card("c2", "note:s2")),
        emotions=(reading("e", "s2", -2.0),),
        vote_rounds=rounds,
    )
    moments = found(held).moments
    assert moments.voted
    assert {one.step: round(one.score, 6) for one in moments.ranked} == {"s1": 20.0, "s2": 45.0}


def test_each_level_of_grounds() -> None:
    said, counted, inside = v.EvidenceMethod.QUALITATIVE, v.EvidenceMethod.QUANTITATIVE, "i"
    evidence = (
        source("c", v.EvidenceSource.CUSTOMER, said),
        source("b", v.EvidenceSource.BEHAVIOUR, counted),
        source(inside, v.EvidenceSource.EMPLOYEE, counted),
    )
    names = {"none": "", "inside": inside, "customer": "ci", "several": "cb"}
    cards = tuple(
        card(name, "pain:s1", evidence=tuple(ids.EvidenceId(one) for one in rests))
        for name, rests in names.items()
    )
    coverage = found(journey(cards=cards), *evidence).coverage
    assert coverage is not None
    assert coverage.levels == {name: Level(name) for name in names}
    assert (coverage.covered, coverage.claims) == (2, 4)
    assert [one for one in names if coverage.assumed(one)] == ["none", "inside"]
    assert not coverage.hypothesis


def test_less_than_half_is_a_hypothesis_once_there_is_evidence() -> None:
    held = journey(cards=(card("c1", "pain:s1"), card("c2", "pain:s1"), card("t", "note:s1")))
    begun = found(held, source("e", v.EvidenceSource.CUSTOMER, v.EvidenceMethod.OTHER)).coverage
    assert begun is not None
    assert (begun.claims, begun.hypothesis, begun.assumed("c1")) == (2, True, True)
    first = found(held).coverage
    assert first is not None
    assert (first.hypothesis, first.assumed("c1")) == (False, False)


def test_a_round_in_which_nobody_voted_is_none() -> None:
    rounds = (
        d.VoteRound(id=ids.VoteRoundId("1"), tally={ids.CardId("c1"): 4}),
        d.VoteRound(id=ids.VoteRoundId("2"), tally={ids.CardId("c1"): 0, ids.CardId("c2"): 0}),
    )
    held = journey(cards=(card("c1", "note:s1"), card("c2", "note:s2")), vote_rounds=rounds)
    moments = found(held).moments
    assert [(one.step, round(one.score, 6)) for one in moments.ranked] == [("s1", 20.0)]


@pytest.mark.parametrize(("cut", "few"), [(7, True), (8, False)])
def test_a_third_and_a_little_are_the_few_that_matter(cut: int, few: bool) -> None:
    pain = PainScore(ids.CardId("c"), ids.StepId("s"), 1.0)
    assert Pains((pain,) * 20, cut, 0.8).few == few
