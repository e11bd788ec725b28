"""A page cut into smaller sheets: how many there are, what stands on each, what is refused."""

from itertools import pairwise

import pytest

from cjmapper.errors import ExportError
from cjmapper.export.paper import paper_named
from cjmapper.export.tiles import MARGIN, MOST_SHEETS, OVERLAP, Tiling, grid_for, label, tiling_at
from cjmapper.geometry import Size


def lying(paper: str) -> Size:
    upright = paper_named(paper).size
    return Size(upright.height, upright.width)


def cut(page: Size, paper: str) -> Tiling:
    """The page cut evenly, to the millimetre."""
    grid = grid_for(page, paper_named(paper).size)
    joints = [
        [float(round(number * (length - OVERLAP) / count)) for number in range(1, count)]
        for length, count in ((page.width, grid.columns), (page.height, grid.rows))
    ]
    return tiling_at(paper, page, grid, *joints)


@pytest.mark.parametrize(
    ("poster", "sheet", "count", "turned"),
    [
        ("A0", "A4", 25, "landscape"),
        ("A0", "A3", 15, "portrait"),
        ("A1", "A4", 15, "portrait"),
        ("A1", "A3", 8, "portrait"),
        ("A2", "A4", 8, "portrait"),
        ("A3", "A4", 4, "landscape"),
    ],
)
def test_the_fewest_sheets_are_used_upright_or_lying(
    poster: str, sheet: str, count: int, turned: str
) -> None:
    grid = grid_for(lying(poster), paper_named(sheet).size)
    assert grid.count == count
    assert (grid.sheet.width > grid.sheet.height) == (turned == "landscape")


def test_upright_a4_would_make_an_a0_of_twenty_eight() -> None:
    portrait = Size(210.0, 297.0)
    square = Size(1189.0, 841.0)
    columns = -(-(square.width - OVERLAP) // (portrait.width - 2 * MARGIN - OVERLAP))
    rows = -(-(square.height - OVERLAP) // (portrait.height - 2 * MARGIN - OVERLAP))
    assert columns * rows == 28
    assert grid_for(square, portrait).count < 28


@pytest.mark.parametrize("page", [Size(2600.0, 914.0), Size(594.0, 841.0), Size(600.0, 900.0)])
@pytest.mark.parametrize("sheet", ["A4", "A3", "Letter", "Tabloid"])
def test_sheets_cover_the_page_and_neighbours_share_a_strip(page: Size, sheet: str) -> None:
    tiling = cut(page, sheet)
    room = tiling.grid.print_size
    assert len(tiling.tiles) == tiling.grid.count
    for tile in tiling.tiles:
        assert tile.content.width <= room.width + 1e-6
        assert tile.content.height <= room.height + 1e-6
    row = [tile for tile in tiling.tiles if tile.row == 0]
    assert row[0].content.x == 0.0
    assert row[-1].content.right == pytest.approx(page.width)
    for one, other in pairwise(row):
        assert one.cell.right == other.cell.x == other.content.x
        assert one.content.right - other.content.x == pytest.approx(OVERLAP)
    cells = sum(tile.cell.width * tile.cell.height for tile in tiling.tiles)
    assert cells == pytest.approx(page.width * page.height)


def test_letters_are_columns_and_numbers_rows_from_the_left_top() -> None:
    assert label(0, 0) == "A1"
    assert label(1, 2) == "B3"
    assert [label(25, 0), label(26, 0), label(27, 1)] == ["Z1", "AA1", "AB2"]
    tiling = cut(lying("A0"), "A3")
    assert tiling.tiles[0].label == "A1"
    assert tiling.last == "E3"


def test_a_sheet_knows_its_neighbours() -> None:
    tiles = {tile.label: tile for tile in cut(lying("A0"), "A3").tiles}
    assert tiles["B2"].neighbours == ("A2", "B1", "C2", "B3")
    assert tiles["A1"].neighbours == ("", "", "B1", "A2")
    assert tiles["E3"].neighbours == ("D3", "E2", "", "")


@pytest.mark.parametrize("sheet", ["A1", "A0"])
def test_sheets_that_are_no_smaller_are_refused(sheet: str) -> None:
    with pytest.raises(ExportError) as refused:
        grid_for(lying("A1"), paper_named(sheet).size)
    assert refused.value.code == "tiles_not_smaller"


def test_sheets_with_nothing_left_between_their_margins_are_refused() -> None:
    with pytest.raises(ExportError) as refused:
        grid_for(lying("A1"), Size(55.0, 300.0))
    assert refused.value.code == "tiles_too_small"


def test_more_sheets_than_anyone_glues_are_refused_with_their_number() -> None:
    with pytest.raises(ExportError) as refused:
        grid_for(Size(5000.0, 1600.0), Size(100.0, 100.0))
    assert refused.value.code == "tiles_too_many"
    assert refused.value.values["count"] == 72 * 23


def test_as_many_sheets_as_there_may_be_are_not_too_many() -> None:
    a4 = paper_named("A4").size
    page = Size(20 * 180.0 + OVERLAP, 20 * 267.0 + OVERLAP)
    assert grid_for(page, a4).count == MOST_SHEETS
    with pytest.raises(ExportError, match="tiles_too_many"):
        grid_for(Size(page.width + 1.0, page.height), a4)


def test_a_page_that_sheets_fill_to_the_edge_needs_no_sheet_more() -> None:
    letter = paper_named("Letter").size
    for count in range(2, 30):
        width = sum([letter.width - 2 * MARGIN - OVERLAP] * count) + OVERLAP
        assert grid_for(Size(width, 259.4), letter).columns == count
