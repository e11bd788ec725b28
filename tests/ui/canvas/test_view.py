"""Zoom, scroll and the strips that stay: millimetres to pixels and back, without a widget."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.geometry import Point, Rect
from cjmapper.layout.hits import Region
from cjmapper.ui.canvas.extent import Extent
from cjmapper.ui.canvas.view import (
    ABOVE,
    AFTER,
    COMPACT_BELOW,
    LEAST_ZOOM,
    MARGIN,
    MOST_HELD,
    MOST_ZOOM,
    TITLES_BELOW,
    Strip,
    View,
)

EXTENT = Extent(
    width=600.0, height=400.0, title_width=46.0,
    phase_height=10.0, path_height=6.0, step_height=12.0,
)  # fmt: skip
NO_STEPS = Extent(600.0, 400.0, 46.0, 10.0, 0.0, 0.0)
zooms = st.floats(LEAST_ZOOM, MOST_ZOOM)
scrolls = st.floats(0, 3000)


def view(zoom: float = 1.0, x: float = 0.0, y: float = 0.0, extent: Extent = EXTENT) -> View:
    return View(extent, zoom, 0.0, 0.0, 900.0, 600.0).scrolled_to(x, y)


def test_the_map_begins_a_margin_away_from_the_corner() -> None:
    assert view().titles_left == MARGIN
    assert view().header_top == ABOVE
    assert view().rect(Rect(0.0, 30.0, 46.0, 10.0)).x == pytest.approx(MARGIN)


def test_at_100_percent_a_millimetre_is_96_to_the_inch() -> None:
    assert view().rect(Rect(60.0, 60.0, 25.4, 25.4)).width == pytest.approx(96.0)


@given(zooms, scrolls, scrolls, st.floats(0, 900), st.floats(0, 600))
def test_a_pixel_over_a_cell_is_found_again(
    zoom: float, x: float, y: float, px: float, py: float
) -> None:
    seen = view(zoom, x, y)
    if seen.region(Point(px, py)) is Region.BODY:
        place = seen.to_map(Point(px, py))
        again = Point(seen.x(place.x), seen.y(place.y))
        assert again.distance(Point(px, py)) < 0.01


@given(zooms, scrolls, scrolls, st.floats(0, 900), st.floats(0, 600))
def test_a_pixel_over_the_held_header_is_a_place_in_the_header(
    zoom: float, x: float, y: float, px: float, py: float
) -> None:
    seen = view(zoom, x, y)
    if seen.region(Point(px, py)) is Region.HEADER:
        place = seen.to_map(Point(px, py))
        assert -0.01 <= place.y <= EXTENT.header_height + 0.01
        assert seen.header_y(place.y) == pytest.approx(py, abs=0.01)


@given(zooms, scrolls, scrolls, st.floats(0, 900), st.floats(0, 600))
def test_zooming_keeps_what_is_under_the_pointer_unless_the_map_ends(
    zoom: float, x: float, y: float, px: float, py: float
) -> None:
    before = view(1.0, x, y)
    place = Point(before.map_x(px), before.map_y(py))
    after = before.zoomed(zoom, Point(px, py))
    most = after.range
    if 0 < after.scroll_x < most[0]:
        assert after.x(place.x) == pytest.approx(px, abs=1.0)
    if 0 < after.scroll_y < most[1]:
        assert after.y(place.y) == pytest.approx(py, abs=1.0)


@given(zooms, scrolls, scrolls)
def test_the_strips_never_leave_the_viewport(zoom: float, x: float, y: float) -> None:
    seen = view(zoom, x, y)
    assert 0 <= seen.header_top <= ABOVE
    assert 0 <= seen.titles_left <= MARGIN


@pytest.mark.parametrize("extent", [EXTENT, NO_STEPS])
@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.6, 1.0])
def test_header_and_cells_meet_without_a_gap(extent: Extent, zoom: float) -> None:
    seen = view(zoom, extent=extent)
    assert seen.header_y(extent.header_height) == pytest.approx(seen.header_bottom)
    assert seen.y(extent.header_height) == pytest.approx(seen.header_bottom)
    assert seen.x(extent.title_width) == pytest.approx(seen.titles_right)


def test_far_out_the_header_keeps_a_size_that_can_be_read() -> None:
    far = view(0.2)
    assert far.is_compact
    assert far.rows_px[0] >= 24
    assert far.titles_px >= 100
    assert not view(COMPACT_BELOW).is_compact


@pytest.mark.parametrize("zoom", [COMPACT_BELOW, 0.8, 0.92])
def test_lane_titles_keep_their_size_where_the_header_can_still_be_read(zoom: float) -> None:
    seen = view(zoom)
    assert not seen.is_compact
    assert seen.has_own_titles
    assert seen.x(EXTENT.title_width) == pytest.approx(seen.titles_right)
    assert not msgspec.structs.replace(seen, plain=True).has_own_titles
    assert not view(TITLES_BELOW).has_own_titles


@pytest.mark.parametrize("zoom", [1.6, 2.5, 4.0])
def test_very_near_the_strips_leave_most_of_the_room_to_the_cells(zoom: float) -> None:
    near = view(zoom)
    assert near.is_compact
    assert near.titles_px <= view(MOST_HELD).titles_px
    assert near.rows_px[0] <= view(MOST_HELD).rows_px[0]
    assert near.header_y(EXTENT.header_height) == pytest.approx(near.header_bottom)
    assert not view(MOST_HELD).is_compact


def test_a_map_is_opened_whole_or_from_its_start() -> None:
    whole = view(1.0, 50, 60)
    assert msgspec.structs.replace(whole, width=4000, height=4000).opened().zoom == 1.0
    part = msgspec.structs.replace(whole, width=500, height=400).opened()
    assert (part.scroll_x, part.scroll_y) == (0, 0)
    assert 0.7 <= part.zoom < 1.0


def test_a_map_that_fits_is_not_scrolled() -> None:
    assert view(0.3).range == (0, 0)
    assert view(0.3, 500, 500).scroll_x == 0


def test_a_larger_map_scrolls_to_a_little_room_after_its_end() -> None:
    seen = view(1.0, 1e6, 1e6)
    assert seen.x(EXTENT.width) == pytest.approx(900 - AFTER, abs=1)
    assert seen.y(EXTENT.height) == pytest.approx(600 - AFTER, abs=1)


@pytest.mark.parametrize("size", [(420.0, 300.0), (900.0, 600.0), (1400.0, 300.0), (500.0, 900.0)])
def test_fitting_shows_the_whole_map_without_scrolling(size: tuple[float, float]) -> None:
    seen = view().sized(*size).fitted()
    assert seen.range == (0, 0)
    assert seen.x(EXTENT.width) <= size[0] - MARGIN + 1
    assert seen.y(EXTENT.height) <= size[1] - MARGIN + 1
    assert seen.zoom <= 1.0


def test_a_small_map_is_never_blown_up_to_fit() -> None:
    small = Extent(80.0, 60.0, 46.0, 10.0, 0.0, 0.0)
    assert view(extent=small).fitted().zoom == 1.0


def test_revealing_scrolls_no_further_than_needed() -> None:
    seen = view()
    rect = Rect(400.0, 100.0, 40.0, 20.0)
    after = seen.revealing(rect)
    box = after.rect(rect)
    assert box.right == pytest.approx(900 - 48, abs=1)
    assert after.scroll_y == 0
    assert after.revealing(rect) == after


def test_revealing_a_header_never_scrolls_down_and_a_lane_title_never_across() -> None:
    seen = view(1.0, 300, 300)
    assert seen.revealing(Rect(500.0, 0.0, 40.0, 10.0)).scroll_y == 300
    assert seen.revealing(Rect(0.0, 350.0, 46.0, 20.0)).scroll_x == 300


def test_what_is_larger_than_the_viewport_is_shown_from_its_start() -> None:
    seen = view(2.0, 300, 300)
    rect = Rect(60.0, 40.0, 400.0, 300.0)
    box = seen.revealing(rect).rect(rect)
    assert box.x == pytest.approx(seen.clip(Strip.BODY).x, abs=1)


def test_through_a_held_header_lies_the_cell_it_hides() -> None:
    seen = view(1.0, 0, 400)
    over = Point(500.0, seen.header_top + 10)
    assert seen.to_map(over).y < EXTENT.header_height
    assert seen.to_map(over, through=True).y > EXTENT.header_height


def test_through_the_header_of_a_map_at_rest_lies_no_place_before_the_map() -> None:
    seen = view(0.2)
    assert seen.to_map(Point(500.0, seen.header_top + 1), through=True).y == 0.0


def test_a_selection_is_fitted_into_the_middle() -> None:
    rect = Rect(300.0, 200.0, 40.0, 20.0)
    seen = view().fitted_to(rect)
    room = seen.clip(Strip.BODY)
    assert seen.rect(rect).centre.x == pytest.approx(room.centre.x, abs=1)
    assert 1.0 < seen.zoom <= 1.5
