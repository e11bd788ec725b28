"""A curve through readings never rises above or falls below its own points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.geometry import Point
from cjmapper.layout.curve import controls, monotone_tangents, point_on

HEIGHTS = st.floats(min_value=-2, max_value=2, allow_nan=False)
WIDTHS = st.floats(min_value=5, max_value=300, allow_nan=False)


def sampled(points: list[Point]) -> list[list[Point]]:
    """Each piece of the curve as 51 points."""
    slopes = monotone_tangents(points)
    pieces = []
    for (start, one), (end, other) in pairwise(zip(points, slopes, strict=True)):
        first, second = controls(start, end, one, other)
        pieces.append([point_on(start, first, second, end, t / 50) for t in range(51)])
    return pieces


@given(st.lists(st.tuples(WIDTHS, HEIGHTS), min_size=1, max_size=12))
def test_no_piece_leaves_the_heights_of_its_ends(steps: list[tuple[float, float]]) -> None:
    x, points = 0.0, []
    for width, height in steps:
        x += width
        points.append(Point(x, 37.0 * height))
    for (start, end), piece in zip(pairwise(points), sampled(points), strict=True):
        low, high = sorted((start.y, end.y))
        for point in piece:
            assert low - 1e-6 <= point.y <= high + 1e-6
            assert start.x - 1e-6 <= point.x <= end.x + 1e-6


@given(st.lists(st.tuples(WIDTHS, HEIGHTS), min_size=2, max_size=12))
def test_every_piece_runs_one_way(steps: list[tuple[float, float]]) -> None:
    x, points = 0.0, []
    for width, height in steps:
        x += width
        points.append(Point(x, 37.0 * height))
    for (start, end), piece in zip(pairwise(points), sampled(points), strict=True):
        way = 1 if end.y >= start.y else -1
        assert all(way * (after.y - before.y) >= -1e-6 for before, after in pairwise(piece))
        assert all(after.x >= before.x for before, after in pairwise(piece))


def test_a_turning_point_is_flat_and_pieces_meet_smoothly() -> None:
    slopes = monotone_tangents([Point(0, 0), Point(10, 5), Point(20, 1), Point(30, -4)])
    assert slopes[1] == 0.0
    assert slopes[2] < 0


def test_a_straight_run_stays_straight() -> None:
    slopes = monotone_tangents([Point(0, 0), Point(10, 5), Point(30, 15)])
    assert slopes[1] == pytest.approx(0.5)


def test_one_reading_has_no_slope_and_none_has_nothing() -> None:
    assert monotone_tangents([Point(3, 4)]) == (0.0,)
    assert monotone_tangents([]) == ()


def test_the_slope_between_two_pieces_leans_to_the_shorter_one() -> None:
    """The weights of Fritsch and Carlson: (2·3 + 1) on the slope 1, (3 + 2·1) on the slope ⅓."""
    slopes = monotone_tangents([Point(0, 0), Point(1, 1), Point(4, 2)])
    assert slopes[1] == pytest.approx(12 / (7 / 1 + 5 / (1 / 3)))


def test_the_ends_are_flatter_than_what_they_lead_to() -> None:
    first, _, last = monotone_tangents([Point(0, 0), Point(10, 10), Point(20, 30)])
    assert 0 < first < 1
    assert 0 < last < 2
