"""The figures of two example maps, to three decimals, as they were worked out by hand."""

from collections.abc import Mapping

import pytest

from cjmapper.analysis import figures_of
from cjmapper.model import ids
from cjmapper.model.document import Document
from cjmapper.model.figures import Figures, Level
from cjmapper.places import resource
from cjmapper.storage import files


def example(name: str) -> Document:
    return files.load(resource("examples", f"{name}.cjmap")).document


@pytest.fixture(scope="module")
def restaurant() -> Figures:
    document = example("restaurant.nb")
    return figures_of(document, document.maps[0].id)


@pytest.fixture(scope="module")
def purchase() -> Figures:
    document = example("b2b-programvare.nb")
    return figures_of(document, document.maps[0].id)


def rounded(values: Mapping[ids.StepId, float]) -> dict[str, float]:
    return {str(name): round(value, 3) for name, value in values.items()}


def test_restaurant_flow(restaurant: Figures) -> None:
    flow = restaurant.flow
    assert flow.goal == pytest.approx(0.2532, abs=5e-5)
    after = dict.fromkeys(("s5", "s6", "s7", "s8", "s9"), 0.724)
    assert rounded(flow.visits) == {"s1": 1.0, "s2": 0.8, "s3": 0.76, "s4": 0.456, **after}
    assert rounded(flow.reach) == rounded(flow.visits)
    losses = [(loss.step, round(loss.share, 3)) for loss in flow.losses]
    assert losses == [("s9", 0.47), ("s2", 0.24), ("s4", 0.036)]
    assert flow.goal is not None
    assert flow.goal + sum(loss.share for loss in flow.losses) == pytest.approx(1)
    phases = [round(phase.share, 3) for phase in flow.phases]
    assert phases == [1.0, 0.76, 0.76, 0.724, 0.724]


def test_purchase_flow_with_loops(purchase: Figures) -> None:
    flow = purchase.flow
    assert flow.goal == pytest.approx(0.0914, abs=5e-5)
    visits = (1.0, 0.906, 0.604, 0.504, 0.252, 0.201, 0.141, 0.127, 0.114)
    reach = (1.0, 0.7, 0.437, 0.35, 0.23, 0.19, 0.141, 0.127, 0.114)
    assert tuple(flow.visits.values()) == pytest.approx(visits, abs=5.1e-4)
    assert tuple(flow.reach.values()) == pytest.approx(reach, abs=5.1e-4)
    losses = [(loss.step, round(loss.share, 3)) for loss in flow.losses]
    assert losses == [
        ("s1", 0.3),
        ("s2", 0.272),
        ("s3", 0.121),
        ("s4", 0.101),
        ("s6", 0.04),
        ("s5", 0.025),
        ("s9", 0.023),
        ("s7", 0.014),
        ("s8", 0.013),
    ]


def test_restaurant_lows_and_falls(restaurant: Figures) -> None:
    lows = [(low.step, low.value, low.prominence) for low in restaurant.lows.ranked]
    assert lows == [("s4", -2.0, 3.0), ("s2", -1.0, 1.0), ("s8", -1.0, 1.0)]
    falls = [(fall.change, fall.start, fall.to) for fall in restaurant.lows.falls[:3]]
    assert falls == [(-2.0, "s1", "s2"), (-2.0, "s3", "s4"), (-2.0, "s7", "s8")]
    assert (restaurant.lows.measured, restaurant.lows.steps) == (9, 9)


def test_purchase_lows_are_each_actors_own(purchase: Figures) -> None:
    lows = [(low.actor, low.steps, low.value, low.prominence) for low in purchase.lows.ranked]
    assert lows == [
        ("it", ("s4",), -2.0, 1.0),
        ("bruker", ("s1",), -1.0, 3.0),
        ("okonomi", ("s5",), -1.0, 1.0),
    ]


def test_gaps(restaurant: Figures, purchase: Figures) -> None:
    sizes = {gap.step: gap.size for gap in restaurant.gaps.pairs}
    assert sizes == {"s1": 0, "s2": 2, "s4": 2, "s5": 1, "s6": 0, "s8": 2, "s9": 2}
    assert restaurant.gaps.bias == pytest.approx(1.286, abs=5e-4)
    assert restaurant.gaps.size == pytest.approx(1.286, abs=5e-4)
    assert (len(restaurant.gaps.pairs), restaurant.gaps.felt) == (7, 9)
    assert [gap.step for gap in restaurant.gaps.pairs if gap.flips] == ["s2", "s8"]
    assert [gap.step for gap in restaurant.gaps.ranked] == ["s2", "s8", "s4", "s9", "s5"]
    assert {gap.step: gap.size for gap in purchase.gaps.pairs} == {"s4": 3, "s6": 2, "s8": 1}
    assert (purchase.gaps.bias, purchase.gaps.size) == (2.0, 2.0)
    assert (len(purchase.gaps.pairs), purchase.gaps.felt) == (3, 13)
    assert [gap.step for gap in purchase.gaps.pairs if gap.flips] == ["s4", "s6"]


def test_moments(restaurant: Figures, purchase: Figures) -> None:
    def best(figures: Figures) -> list[tuple[str, float]]:
        return [(one.step, round(one.score, 1)) for one in figures.moments.ranked[:5]]

    assert best(restaurant) == [
        ("s2", 52.0),
        ("s4", 45.6),
        ("s8", 39.8),
        ("s6", 36.2),
        ("s7", 25.3),
    ]
    assert best(purchase) == [
        ("s1", 40.0),
        ("s4", 35.0),
        ("s3", 26.2),
        ("s5", 15.0),
        ("s2", 14.0),
    ]
    assert [one.step for one in restaurant.moments.ranked if one.marked] == ["s6", "s9"]
    assert not restaurant.moments.voted


def test_pains(restaurant: Figures, purchase: Figures) -> None:
    scores = {pain.card: round(pain.score, 3) for pain in restaurant.pains.ranked}
    assert scores == {"pn1": 64.0, "pn2": 60.0, "pn3": 60.0, "pn4": 20.0, "pn5": 6.0}
    assert restaurant.pains.cut == 3
    assert restaurant.pains.cut_share == pytest.approx(0.876, abs=5e-4)
    assert not restaurant.pains.few
    scores = {pain.card: round(pain.score, 3) for pain in purchase.pains.ranked}
    assert scores == {"pn4": 28.0, "pn1": 28.0, "pn2": 14.4, "pn3": 5.4}
    assert purchase.pains.cut == 3
    assert purchase.pains.cut_share == pytest.approx(0.929, abs=5e-4)


def test_coverage(restaurant: Figures, purchase: Figures) -> None:
    def counts(figures: Figures) -> tuple[int, ...]:
        assert figures.coverage is not None
        levels = [*figures.coverage.levels.values()]
        return tuple(levels.count(level) for level in Level)

    assert counts(restaurant) == (4, 1, 12, 2)
    assert counts(purchase) == (6, 0, 16, 1)
    for figures, covered, claims in ((restaurant, 14, 19), (purchase, 17, 23)):
        assert figures.coverage is not None
        assert (figures.coverage.covered, figures.coverage.claims) == (covered, claims)
        assert figures.coverage.share == pytest.approx(0.74, abs=0.005)
        assert not figures.coverage.hypothesis
        assert sum(phase.claims for phase in figures.coverage.by_phase) == claims
        assert sum(phase.covered for phase in figures.coverage.by_phase) == covered
