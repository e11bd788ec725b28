"""Shares along the paths of a map, and what is left unsaid where they are wanting."""

import random

import pytest

from cjmapper.analysis.flow import flow_of
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap, Transition
from cjmapper.model.figures import FlowBasis
from tests.support.builders import journey, transition


def paths(*drawn: str) -> tuple[Transition, ...]:
    """Paths such as ``s1>s2 0.7`` or ``s1>s2``."""
    found = []
    for number, one in enumerate(drawn):
        ends, _, share = one.partition(" ")
        start, to = ends.split(">")
        fields = {"share": float(share)} if share else {}
        found.append(transition(f"t{number}", start, to, **fields))
    return tuple(found)


def drawn(*of_map: str, columns: str = "s1 s2|s3") -> JourneyMap:
    return journey(columns, transitions=paths(*of_map))


def test_a_map_without_paths_goes_by_order_and_claims_no_goal() -> None:
    flow = flow_of(journey())
    assert (flow.basis, flow.goal, flow.losses) == (FlowBasis.ORDER, None, ())
    assert flow.reach == {"s1": 1.0, "s2": 1.0, "s3": 1.0}


def test_paths_without_any_share_say_nothing_of_how_many() -> None:
    flow = flow_of(drawn("s1>s2", "s2>s3", "s3>GOAL"))
    assert (flow.basis, flow.goal, flow.phases) == (FlowBasis.UNSHARED, None, ())


def test_an_only_path_needs_no_share() -> None:
    flow = flow_of(drawn("s1>s2 0.5", "s1>DROP 0.5", "s2>s3", "s3>GOAL"))
    assert flow.basis is FlowBasis.SHARES
    assert flow.goal == pytest.approx(0.5)


@pytest.mark.parametrize("rest", ["0.3", "0.4001"])
def test_shares_that_are_not_one_leave_the_figures_out_and_are_named(rest: str) -> None:
    flow = flow_of(drawn("s1>s2", "s2>s3 0.594", f"s2>DROP {rest}", "s3>GOAL"))
    assert (flow.basis, flow.goal, flow.unsaid) == (FlowBasis.PARTIAL, None, ("s2",))
    assert flow.reach[ids.StepId("s3")] == 1.0
    assert not flow.leaving


def test_shares_within_half_a_percent_of_one_count() -> None:
    flow = flow_of(drawn("s1>s2", "s2>s3 0.6", "s2>DROP 0.4049", "s3>GOAL"))
    assert flow.basis is FlowBasis.SHARES


def test_a_step_where_all_paths_end_is_named() -> None:
    assert flow_of(drawn("s1>s2 0.5", "s1>DROP 0.5")).unsaid == ("s2",)


def test_wanting_shares_where_nobody_comes_do_not_matter() -> None:
    flow = flow_of(drawn("s1>s3 1.0", "s2>s3 0.2", "s3>GOAL"))
    assert flow.goal == pytest.approx(1)
    assert flow.reach == {"s1": 1.0, "s2": 0.0, "s3": 1.0}


def test_a_loop_without_a_way_out_has_no_figures() -> None:
    flow = flow_of(drawn("s1>s2 1.0", "s2>s1 1.0"))
    assert (flow.basis, flow.goal) == (FlowBasis.ENDLESS, None)


def test_several_ways_in() -> None:
    flow = flow_of(drawn("START>s1 0.25", "START>s2 0.75", "s1>DROP", "s2>GOAL"))
    assert flow.goal == pytest.approx(0.75)
    assert [phase.share for phase in flow.phases] == pytest.approx([1.0, 0.0])


def test_shares_at_the_start_that_are_not_one_are_named() -> None:
    flow = flow_of(drawn("START>s1 0.2", "START>s2 0.3", "s1>GOAL", "s2>GOAL"))
    assert flow.unsaid == (ids.START,)


@pytest.mark.parametrize(("start", "goal"), [("s1", 1.0), ("s3", 0.1)])
def test_another_actors_paths_count_only_where_there_are_no_others(start: str, goal: float) -> None:
    b = ids.ActorId("b")
    others = (
        transition("x", start, "DROP", share=0.9, actor=b),
        transition("y", start, "GOAL", share=0.1, actor=b),
    )
    ways = ("s1>s2 1.0", "s2>s3", "s3>GOAL")[: 2 if start == "s3" else 3]
    held = journey(actors=(ids.ActorId("a"), b), transitions=(*paths(*ways), *others))
    assert flow_of(held).goal == pytest.approx(goal)


def test_figures_agree_with_people_sent_along_the_paths() -> None:
    """A walk by chance, 60,000 times, over a map with loops and skips."""
    chance = random.Random(7)  # noqa: S311
    for _ in range(4):
        held = _with_random_paths(chance)
        flow = flow_of(held)
        assert flow.basis is FlowBasis.SHARES
        rows: dict[str, list[tuple[str, float]]] = {}
        for path in held.transitions:
            assert path.share is not None
            rows.setdefault(path.start, []).append((path.to, path.share))
        runs, goals = 15_000, 0
        met = dict.fromkeys(flow.reach, 0)
        visits = dict.fromkeys(flow.reach, 0)
        for _ in range(runs):
            place, seen = "s1", set[str]()
            while place not in ("GOAL", "DROP"):
                visits[ids.StepId(place)] += 1
                seen.add(place)
                places, shares = zip(*rows[place], strict=True)
                place = chance.choices(places, shares)[0]
            goals += place == "GOAL"
            for step in seen:
                met[ids.StepId(step)] += 1
        assert flow.goal == pytest.approx(goals / runs, abs=0.02)
        for step in flow.reach:
            assert flow.reach[step] == pytest.approx(met[step] / runs, abs=0.02)
            assert flow.visits[step] == pytest.approx(visits[step] / runs, abs=0.06)


def _with_random_paths(chance: random.Random) -> JourneyMap:
    names = [f"s{number}" for number in range(1, 9)]
    found = []
    for index, name in enumerate(names):
        onwards = names[index + 1] if index + 1 < len(names) else "GOAL"
        anywhere = chance.choice([other for other in names if other != onwards])
        found += [f"{name}>{onwards} 0.7", f"{name}>{anywhere} 0.2", f"{name}>DROP 0.1"]
    return drawn(*found, columns=" ".join(names))


def test_a_long_map_with_loops_everywhere_is_solved() -> None:
    names = [f"s{number}" for number in range(200)]
    found = []
    for index, name in enumerate(names):
        onwards = names[index + 1] if index + 1 < len(names) else "GOAL"
        found += [f"{name}>{onwards} 0.98", f"{name}>{names[index // 2]} 0.01", f"{name}>DROP 0.01"]
    flow = flow_of(drawn(*found, columns=" ".join(names)))
    assert flow.goal is not None
    assert flow.goal + sum(loss.share for loss in flow.losses) == pytest.approx(1)
    assert all(flow.reach[step] <= flow.visits[step] + 1e-9 for step in flow.reach)


def test_who_stays_at_a_step_is_there_often_and_yet_once() -> None:
    flow = flow_of(drawn("s1>s1 0.5", "s1>GOAL 0.5", columns="s1"))
    assert flow.visits == {"s1": pytest.approx(2.0)}
    assert flow.reach == {"s1": pytest.approx(1.0)}
