"""Joints between sheets go beside words where the sheets leave them room to."""

from itertools import pairwise

import pytest

from cjmapper.drawing.primitives import Drawing, Group, Image, Primitive, Rectangle, TextLine
from cjmapper.drawing.walk import ink_of
from cjmapper.export.joints import NEAR, _joints, joints_for
from cjmapper.export.tiles import OVERLAP, Grid, grid_for, tiling_at
from cjmapper.geometry import Rect, Size
from cjmapper.layout.styles import CARD_TEXT
from tests.support.layouts import setting

A3_LYING = Size(420.0, 297.0)
A4 = Size(210.0, 297.0)


def text(x: float, y: float, size: float = 6.0) -> TextLine:
    line = setting().typesetter.line("Ingen vet hvor", CARD_TEXT)
    return TextLine(x, y, line, size, "#000000")


def joints(page: Size, *items: Primitive) -> tuple[Grid, tuple[float, ...], tuple[float, ...]]:
    grid = grid_for(page, A4)
    return grid, *joints_for(Drawing(page, items), grid)


def test_an_empty_page_is_cut_evenly_in_whole_millimetres() -> None:
    page = Size(1189.0, 841.0)
    grid, across, down = joints(page)
    for places, length, count in (
        (across, page.width, grid.columns),
        (down, page.height, grid.rows),
    ):
        assert len(places) == count - 1
        for number, place in enumerate(places, 1):
            assert place == int(place)
            assert abs(place - number * (length - OVERLAP) / count) <= 1


def test_a_joint_steps_aside_for_words() -> None:
    _, (even,), _ = joints(A3_LYING)
    line = text(even - 3.0, 100.0)
    _, (moved,), _ = joints(A3_LYING, line)
    ink = ink_of(line)
    assert ink.x < even < ink.right
    assert not ink.x - 0.5 < moved < ink.right + 0.5
    assert abs(moved - even) <= NEAR


def test_a_joint_goes_between_lines_rather_than_through_one() -> None:
    _, _, (even,) = joints(A3_LYING)
    line = text(40.0, even + 2.0)
    _, _, (moved,) = joints(A3_LYING, line)
    ink = ink_of(line)
    assert ink.y < even < ink.bottom
    assert moved <= ink.y or moved >= ink.bottom


def test_a_joint_leaves_a_card_whole_where_it_can() -> None:
    _, (even,), _ = joints(A3_LYING)
    box = Rectangle(Rect(even - 4.0, 20.0, 60.0, 30.0), "#FFFFFF")
    _, (moved,), _ = joints(A3_LYING, Group("c1", (box,), role="card"))
    assert moved <= box.rect.x


@pytest.mark.parametrize("paper", [A4, Size(215.9, 279.4), Size(297.0, 420.0)])
@pytest.mark.parametrize("page", [Size(1189.0, 841.0), Size(841.0, 594.0), Size(3000.0, 914.0)])
def test_no_sheet_ever_holds_more_than_it_prints(page: Size, paper: Size) -> None:
    lines = [text(x * 37.0, y * 23.0) for x in range(30) for y in range(20)]
    grid = grid_for(page, paper)
    tiling = tiling_at("x", page, grid, *joints_for(Drawing(page, tuple(lines)), grid))
    for tile in tiling.tiles:
        assert 0 < tile.content.width <= grid.print_size.width + 1e-6
        assert 0 < tile.content.height <= grid.print_size.height + 1e-6


def test_where_whole_millimetres_leave_no_room_the_joints_stand_evenly() -> None:
    sheet = Size(200.9, 200.9)
    page = Size(4 * 170.9 + OVERLAP, 150.0)
    grid = grid_for(page, sheet)
    across, _ = joints_for(Drawing(page, ()), grid)
    assert across == pytest.approx((170.9, 341.8, 512.7))


def test_a_joint_does_not_go_far_for_what_hardly_matters() -> None:
    _, (even,), _ = joints(A3_LYING)
    wide = Rectangle(Rect(even - 30.0, 20.0, 60.0, 6.0), "#FFFFFF")
    _, (moved,), _ = joints(A3_LYING, Group("c1", (wide,), role="card"))
    assert abs(moved - even) <= NEAR


def test_every_sheet_adds_something_to_its_neighbour() -> None:
    page = Size(560.0, 250.0)
    cards = [
        Group(f"c{x}", (Rectangle(Rect(x, 5.0, width, 240.0), "#FFFFFF"),), role="card")
        for x, width in ((0.0, 172.0), (198.0, 362.0))
    ]
    _, across, _ = joints(page, *cards)
    assert len(across) == 3
    assert all(after - before >= 30 for before, after in pairwise((0.0, *across)))


def test_a_joint_steps_aside_for_a_picture() -> None:
    _, (even,), _ = joints(A3_LYING)
    picture = Image(Rect(even - 4.0, 60.0, 9.0, 180.0), "a", "image/png", b"")
    _, (moved,), _ = joints(A3_LYING, picture)
    assert not picture.rect.x < moved < picture.rect.right
    assert abs(moved - even) <= NEAR


def free_at(*places: int) -> list[float]:
    """A page of 250 mm that is cut well at these millimetres alone."""
    return [0.0 if place in places else 1000.0 for place in range(252)]


def test_a_sheet_may_be_as_full_and_as_empty_as_sheets_can_be() -> None:
    full = 110.0
    assert _joints(250.0, full, 3, free_at(45, 145)) == (45.0, 145.0)
    assert _joints(250.0, full, 3, free_at(100, 130)) != (100.0, 130.0)
    assert _joints(230.0, full, 3, free_at(100, 130)) == (100.0, 130.0)
