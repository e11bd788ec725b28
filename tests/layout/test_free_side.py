"""What a place costs that lies on boxes, curves and hatched bands."""

import math

import pytest

from cjmapper.geometry import Point, Rect
from cjmapper.layout.free_side import Crowd, Place, heights_between
from cjmapper.layout.result import CurveSegment


def straight(left: float, top: float, right: float, bottom: float) -> CurveSegment:
    """A curve that is a line, along which x grows evenly."""
    start, end = Point(left, top), Point(right, bottom)
    third = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
    one = start.moved(third.x, third.y)
    return CurveSegment(start, one, one.moved(third.x, third.y), end, True)


def test_a_box_in_several_columns_counts_once() -> None:
    crowd = Crowd(10.0)
    crowd.add_box(Rect(-15.0, 0.0, 60.0, 5.0), 8.0)
    assert crowd.cost(Rect(-5.0, 2.0, 30.0, 5.0)) == 8.0
    assert crowd.cost(Rect(12.0, 2.0, 25.0, 5.0)) == 8.0
    assert crowd.cost(Rect(0.0, 5.0, 30.0, 5.0)) == 0.0
    crowd.remove_box(Rect(-15.0, 0.0, 60.0, 5.0), 8.0)
    assert crowd.cost(Rect(-5.0, 2.0, 30.0, 5.0)) == 0.0


def test_a_curve_in_several_columns_counts_once() -> None:
    crowd = Crowd(10.0)
    crowd.add_curve(straight(0.0, 4.0, 60.0, 4.0), 10.0)
    assert crowd.cost(Rect(5.0, 0.0, 40.0, 8.0)) == pytest.approx(10.0)


def test_a_steep_curve_costs_nothing_where_it_has_not_come_yet() -> None:
    crowd = Crowd(10.0)
    crowd.add_curve(straight(0.0, 0.0, 100.0, 100.0), 10.0)
    assert crowd.cost(Rect(0.0, 50.0, 10.0, 10.0)) == 0.0
    assert crowd.cost(Rect(90.0, 50.0, 10.0, 10.0)) == 0.0
    assert 5.0 < crowd.cost(Rect(50.0, 45.0, 10.0, 12.0)) <= 10.0


def test_what_only_just_meets_a_curve_costs_about_half() -> None:
    crowd = Crowd(10.0)
    crowd.add_curve(straight(0.0, 0.0, 100.0, 100.0), 10.0)
    assert 5.0 <= crowd.cost(Rect(0.0, 28.0, 30.0, 10.0)) < 6.0


def test_a_curve_without_width_is_none() -> None:
    crowd = Crowd(10.0)
    upright = straight(5.0, 0.0, 5.0, 50.0)
    crowd.add_curve(upright, 10.0)
    assert crowd.cost(Rect(0.0, 0.0, 10.0, 10.0)) == 0.0
    assert heights_between(upright, 0.0, 10.0) == []


def test_the_heights_of_a_curve_are_those_over_the_room_asked_for() -> None:
    heights = heights_between(straight(0.0, 0.0, 100.0, 50.0), 20.0, 60.0)
    assert [min(heights), max(heights)] == pytest.approx([10.0, 30.0])
    assert heights_between(straight(0.0, 0.0, 100.0, 50.0), 100.0, 120.0) == []


def test_a_box_half_on_a_band_costs_half() -> None:
    crowd = Crowd(10.0)
    for x in (2.0, 6.0, 10.0):
        crowd.add_band(x, 0.0, 5.0)
    assert crowd.cost(Rect(0.0, 0.0, 12.0, 10.0)) == pytest.approx(0.5)
    assert crowd.cost(Rect(0.0, 5.0, 12.0, 10.0)) == 0.0


def test_the_best_place_is_free_inside_and_the_earliest_of_equals() -> None:
    crowd, bounds = Crowd(10.0), Rect(0.0, 0.0, 50.0, 50.0)
    crowd.add_box(Rect(0.0, 0.0, 10.0, 10.0), 40.0)
    taken, outside = Rect(2.0, 2.0, 5.0, 5.0), Rect(48.0, 20.0, 5.0, 5.0)
    first, second = Rect(20.0, 20.0, 5.0, 5.0), Rect(30.0, 30.0, 5.0, 5.0)
    places = (Place(taken, 0.0), Place(outside, 1.0), Place(first, 2.0), Place(second, 2.0))
    assert crowd.best(places, bounds) == (first, 2.0)
    assert crowd.best((), bounds) == (bounds, math.inf)
