"""Sizes of type by paper: the rows of the table, and what lies between and beyond them."""

import msgspec
import pytest

from cjmapper.geometry import MM_PER_PT, Size
from cjmapper.layout.poster_styles import frame_unit, paper_sizes, poster_styles
from cjmapper.text.lines import TextStyle
from tests.support.paged import sheet

TABLE = {
    "A0": (96, 60, 36, 24, 14),
    "A1": (72, 44, 26, 17, 11),
    "A2": (48, 30, 18, 12, 9),
    "A3": (34, 20, 13, 8.5, 7),
    "A4": (24, 14, 9, 6.5, 6.5),
}


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("paper", TABLE)
def test_each_paper_has_the_sizes_of_its_row(paper: str, orientation: str) -> None:
    found = msgspec.structs.astuple(paper_sizes(sheet(paper, orientation).size))
    assert found == pytest.approx(TABLE[paper], rel=0.01)


def test_a_paper_between_two_rows_has_sizes_between_theirs() -> None:
    between, tabloid = paper_sizes(Size(353, 250)), paper_sizes(Size(431.8, 279.4))
    assert 24 < between.title < 34
    assert 6.5 < between.smallest < 7
    assert tabloid.title == pytest.approx(34, abs=1)


def test_beyond_the_table_sizes_stay_readable_or_grow_with_the_paper() -> None:
    for small in (Size(279.4, 215.9), Size(100, 100)):
        assert paper_sizes(small) == paper_sizes(Size(290, 210))
    large = paper_sizes(Size(1600, 1189 * 1600 / 841))
    assert large.title == pytest.approx(96 * 1600 / 841, rel=0.01)


def test_a_roll_is_not_larger_for_being_longer() -> None:
    assert frame_unit(Size(5000, 914)) == frame_unit(Size(2000, 914))


@pytest.mark.parametrize("paper", TABLE)
def test_nothing_in_the_frame_is_smaller_than_the_smallest_of_the_paper(paper: str) -> None:
    size = sheet(paper).size
    styles = poster_styles(size, 8)
    least = paper_sizes(size).smallest * MM_PER_PT
    single = [one for one in msgspec.structs.astuple(styles) if isinstance(one, TextStyle)]
    assert min(style.size for style in (*single, *styles.titles)) >= least - 1e-9
