"""Lows and gaps: one actor at a time, nothing across what was not measured."""

from typing import Any

import msgspec
import pytest

from cjmapper.analysis.gaps import gaps_of
from cjmapper.analysis.lows import lows_of
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Gap, Gaps
from tests.support.builders import card, journey, lane, reading

A, B = ids.ActorId("a"), ids.ActorId("b")


def felt(*values: float | None, **fields: Any) -> JourneyMap:
    """A map with one reading a step; None is not measured."""
    columns = " ".join(f"s{number}" for number in range(1, len(values) + 1))
    readings = tuple(
        reading(f"e{number}", f"s{number}", value)
        for number, value in enumerate(values, 1)
        if value is not None
    )
    return journey(columns, emotions=readings, **fields)


def lows(held: JourneyMap) -> list[tuple[str, float, float | None]]:
    return [("".join(low.steps), low.value, low.prominence) for low in lows_of(held).ranked]


def test_what_is_better_than_minus_one_is_no_low() -> None:
    assert lows(felt(1, -0.9, 1)) == []


def test_equal_neighbours_are_one_low() -> None:
    assert lows(felt(1, -1, -1, 0)) == [("s2s3", -1.0, 1.0)]


def test_a_slope_has_its_low_at_its_foot_alone() -> None:
    assert lows(felt(1, -1, -2, 0)) == [("s3", -2.0, 2.0)]


def test_an_unmeasured_step_parts_a_plateau() -> None:
    assert lows(felt(-1, None, -1, 2)) == [("s1", -1.0, 3.0), ("s3", -1.0, 0.0)]


def test_a_step_of_another_actor_does_not_part_a_plateau() -> None:
    held = felt(1, -1, None, -1, 1, actors=(A, B))
    steps = [
        msgspec.structs.replace(step, actors=(B,) if step.id == "s3" else (A,))
        for step in held.steps
    ]
    assert lows(msgspec.structs.replace(held, steps=tuple(steps))) == [("s2s4", -1.0, 2.0)]


def test_a_side_without_readings_is_left_out_of_the_prominence() -> None:
    assert lows(felt(-2, 0, 1)) == [("s1", -2.0, 3.0)]


def test_with_no_side_at_all_the_prominence_is_unknown() -> None:
    assert lows(felt(None, -1, None)) == [("s2", -1.0, None)]


def test_actors_have_lows_of_their_own_and_are_ranked_together() -> None:
    readings = (
        reading("1", "s1", -1.0, actor=A),
        reading("2", "s2", 1.0, actor=A),
        reading("3", "s1", 1.0, actor=B),
        reading("4", "s2", -2.0, actor=B),
    )
    found = lows_of(journey(actors=(A, B), emotions=readings)).ranked
    assert [(low.actor, low.step) for low in found] == [("b", "s2"), ("a", "s1")]


def test_several_readings_count_as_often_as_they_were_given() -> None:
    readings = (reading("1", "s1", -2.0, n=3), reading("2", "s1", 2.0, n=1))
    assert lows(journey(emotions=readings)) == [("s1", -1.0, None)]


def test_what_is_hidden_is_not_told() -> None:
    hidden = lane("emotion", hidden=True)
    held = felt(1, -2, 1)
    assert lows(msgspec.structs.replace(held, lanes=(hidden,))) == []


def test_falls_are_the_largest_first_and_only_falls() -> None:
    falls = lows_of(felt(2, 1, 1, -1, 0)).falls
    assert [(fall.start, fall.to, fall.change) for fall in falls] == [
        ("s3", "s4", -2.0),
        ("s1", "s2", -1.0),
    ]


def test_gaps_need_both_and_are_told_from_half_a_level() -> None:
    held = felt(1, 0, -1, 1.2)
    believed = tuple(
        reading(f"b{step}", step, value, view=v.EmotionView.BELIEVED)
        for step, value in (("s1", 0), ("s3", 1), ("s4", 1))
    )
    gaps = gaps_of(msgspec.structs.replace(held, emotions=held.emotions + believed))
    assert [(gap.step, round(gap.size, 3)) for gap in gaps.pairs] == [
        ("s1", -1),
        ("s3", 2),
        ("s4", -0.2),
    ]
    assert [gap.step for gap in gaps.ranked] == ["s3", "s1"]
    assert [gap.step for gap in gaps.underrated] == ["s1"]
    assert gaps.bias == pytest.approx(0.8 / 3)
    assert gaps.size == pytest.approx(3.2 / 3)
    assert gaps.felt == 4


def test_a_ribbon_goes_between_pairs_with_no_unmeasured_step_of_the_actor_between() -> None:
    def ribbons(*beliefs: float | None) -> frozenset[bool]:
        held = felt(*(0.0 for _ in beliefs))
        believed = tuple(
            reading(f"b{number}", f"s{number}", value, view=v.EmotionView.BELIEVED)
            for number, value in enumerate(beliefs, 1)
            if value is not None
        )
        both = msgspec.structs.replace(held, emotions=held.emotions + believed)
        return gaps_of(both).ribbons

    assert ribbons(1, 1, None) == {True}
    assert ribbons(-1, 0, None) == {False}
    assert ribbons(1, -1, 0) == {True, False}
    assert ribbons(1, None, 1) == frozenset()
    assert ribbons(0.2, 0.2, None) == frozenset()


def test_without_pairs_there_is_no_mean() -> None:
    assert (gaps_of(journey()).bias, gaps_of(journey()).size) == (None, None)


def test_of_equal_lows_the_one_that_is_harder_to_climb_from_comes_first() -> None:
    assert lows(felt(0, -1, 2, -1, 2)) == [("s4", -1.0, 3.0), ("s2", -1.0, 1.0)]


def test_the_reason_of_a_low_is_the_actors_own_worst_pain_before_a_worse_one_of_others() -> None:
    pains = (
        card("others", "pain:s1", severity=5, actor=B),
        card("mild", "pain:s1", severity=1, actor=A),
        card("own", "pain:s1", severity=3, actor=A),
        card("elsewhere", "pain:s2", severity=5, actor=A),
    )
    readings = (reading("1", "s1", -2.0, actor=A), reading("2", "s2", 1.0, actor=A))
    (low,) = lows_of(journey(actors=(A, B), cards=pains, emotions=readings)).ranked
    assert low.pain == "own"
    (low,) = lows_of(journey(actors=(A, B), cards=pains[:1], emotions=readings)).ranked
    assert low.pain == "others"


def test_a_pain_without_words_is_no_reason() -> None:
    empty = msgspec.structs.replace(card("c1", "pain:s1", severity=5), text="")
    (low,) = lows_of(felt(-2, 1, 1, cards=(empty,))).ranked
    assert low.pain is None


def test_a_belief_of_exactly_nothing_is_no_belief_in_joy() -> None:
    believed = (
        reading("b1", "s1", 0.0, view=v.EmotionView.BELIEVED),
        reading("b2", "s2", 0.5, view=v.EmotionView.BELIEVED),
    )
    held = felt(-1, -1, 0)
    gaps = gaps_of(msgspec.structs.replace(held, emotions=held.emotions + believed))
    assert [gap.flips for gap in gaps.pairs] == [False, True]


def test_readings_that_weigh_nothing_together_count_once_each() -> None:
    readings = (reading("1", "s1", -2.0, n=0), reading("2", "s1", -1.0, n=0))
    assert lows(journey(emotions=readings)) == [("s1", -1.5, None)]


def test_a_ribbon_goes_past_a_step_that_is_not_the_actors() -> None:
    believed = tuple(
        reading(f"b{step}", step, 1.0, actor=A, view=v.EmotionView.BELIEVED)
        for step in ("s1", "s3")
    )
    own = tuple(reading(f"f{step}", step, -1.0, actor=A) for step in ("s1", "s3"))
    held = journey(actors=(A, B), emotions=own + believed)
    assert gaps_of(held).ribbons == frozenset()
    steps = [
        msgspec.structs.replace(step, actors=(B,)) if step.id == "s2" else step
        for step in held.steps
    ]
    assert gaps_of(msgspec.structs.replace(held, steps=tuple(steps))).ribbons == {True}


def test_half_a_level_is_a_gap_worth_telling() -> None:
    gaps = Gaps(
        tuple(Gap(None, ids.StepId(f"s{n}"), size, 0.0) for n, size in enumerate((0.5, 0.4)))
    )
    assert [gap.size for gap in gaps.ranked] == [0.5]
