"""Points, sizes and rectangles in millimetres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper import geometry as g
from cjmapper.geometry import Point, Rect, Size

NUMBERS = st.floats(min_value=-1000, max_value=1000, allow_nan=False)
LENGTHS = st.floats(min_value=0.5, max_value=500, allow_nan=False)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, LENGTHS, LENGTHS)


def test_an_inch_is_the_same_in_every_unit() -> None:
    assert g.mm_from_pt(72) == pytest.approx(25.4)
    assert g.mm_from_px(96) == pytest.approx(25.4)


def test_a_rectangle_knows_its_edges_and_its_middle() -> None:
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom) == (40, 60)
    assert rect.centre == Point(25, 40)


def test_left_and_top_belong_to_a_rectangle_right_and_bottom_do_not() -> None:
    rect = Rect(0, 0, 10, 10)
    assert rect.contains(Point(0, 0))
    assert not rect.contains(Point(10, 5))
    assert not rect.contains(Point(5, 10))


def test_rectangles_that_only_touch_do_not_meet() -> None:
    rect = Rect(0, 0, 10, 10)
    assert not rect.meets(Rect(10, 0, 5, 5))
    assert not rect.meets(Rect(0, 10, 5, 5))
    assert rect.meets(Rect(9.9, 9.9, 5, 5))
    assert rect.meets(Rect(2, 2, 1, 1))


@given(RECTS, RECTS)
def test_meeting_is_mutual(one: Rect, other: Rect) -> None:
    assert one.meets(other) == other.meets(one)


@given(RECTS, RECTS)
def test_the_union_holds_both_and_no_more_than_it_must(one: Rect, other: Rect) -> None:
    both = one.united(other)
    for rect in (one, other):
        assert both.x <= rect.x
        assert both.y <= rect.y
        assert both.right >= rect.right - 1e-9
        assert both.bottom >= rect.bottom - 1e-9
    assert both.x in {one.x, other.x}
    assert both.y in {one.y, other.y}


@given(RECTS, RECTS)
def test_what_is_common_lies_in_both_and_is_nothing_where_they_do_not_meet(
    one: Rect, other: Rect
) -> None:
    common = one.common(other)
    assert common == other.common(one)
    if not one.meets(other):
        assert min(common.width, common.height) <= 1e-9
        return
    for rect in (one, other):
        assert common.x >= rect.x
        assert common.y >= rect.y
        assert common.right <= rect.right + 1e-9
        assert common.bottom <= rect.bottom + 1e-9
    assert common.x in {one.x, other.x}
    assert common.y in {one.y, other.y}


@given(RECTS, NUMBERS, NUMBERS)
def test_moving_keeps_the_size(rect: Rect, dx: float, dy: float) -> None:
    moved = rect.moved(dx, dy)
    assert (moved.width, moved.height) == (rect.width, rect.height)
    assert (moved.x, moved.y) == (rect.x + dx, rect.y + dy)


def test_growing_goes_out_on_every_side_and_shrinking_in() -> None:
    assert Rect(10, 10, 20, 20).grown(2) == Rect(8, 8, 24, 24)
    assert Rect(10, 10, 20, 20).grown(-2) == Rect(12, 12, 16, 16)


@given(st.builds(Point, NUMBERS, NUMBERS), st.builds(Point, NUMBERS, NUMBERS))
def test_two_corners_make_the_same_rectangle_in_either_order(one: Point, other: Point) -> None:
    rect = g.rect_between(one, other)
    assert rect == g.rect_between(other, one)
    assert rect.width >= 0
    assert rect.height >= 0
    assert rect.x == min(one.x, other.x)


def test_points_are_moved_and_lie_apart() -> None:
    assert Point(1, 2).moved(3, -1) == Point(4, 1)
    assert Point(0, 0).distance(Point(3, 4)) == 5.0


def test_values_are_compared_by_what_they_say() -> None:
    assert Size(1, 2) == Size(1, 2)
    assert Rect(1, 2, 3, 4) != Rect(1, 2, 3, 5)
