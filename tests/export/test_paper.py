"""Sheets of paper."""

import pytest

from cjmapper.errors import ExportError
from cjmapper.export.paper import (
    A3,
    A3_STRIP,
    A4,
    LONGEST,
    PAPERS,
    TABLOID,
    Paper,
    free_name,
    free_size,
    paper_named,
    sheet,
    sheets_needed,
)
from cjmapper.geometry import Size
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation

LYING, UPRIGHT = Orientation.LANDSCAPE, Orientation.PORTRAIT


def code_of(settings: PosterSettings) -> str:
    with pytest.raises(ExportError) as refused:
        sheet(settings)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("A0", 841, 1189),
        ("A1", 594, 841),
        ("A2", 420, 594),
        ("A3", 297, 420),
        ("A4", 210, 297),
        ("Letter", 215.9, 279.4),
        ("Tabloid", 279.4, 431.8),
    ],
)
def test_papers_are_as_the_standards_say(name: str, width: float, height: float) -> None:
    assert sheet(PosterSettings(paper=name, orientation=UPRIGHT)).size == Size(width, height)
    assert sheet(PosterSettings(paper=name, orientation=LYING)).size == Size(height, width)


def test_a_paper_is_found_in_any_case_of_letters() -> None:
    assert paper_named(" a3 ") == paper_named("A3")
    assert paper_named("letter").name == "Letter"
    assert paper_named("a3-STRIP") == A3_STRIP


@pytest.mark.parametrize("paper", [paper.name for paper in PAPERS])
def test_the_area_lies_inside_the_margins(paper: str) -> None:
    one = sheet(PosterSettings(paper=paper))
    area = one.area
    assert area.x == area.y == one.paper.margin
    assert area.right == pytest.approx(one.size.width - one.paper.margin)
    assert area.bottom == pytest.approx(one.size.height - one.paper.margin)


def test_margins_are_those_asked_for_even_none_at_all() -> None:
    assert sheet(PosterSettings(margin_mm=33.0)).area.x == 33.0
    assert sheet(PosterSettings(margin_mm=0.0)).area.size == Size(841.0, 594.0)


@pytest.mark.parametrize("margin", [-1.0, 100.5, float("nan"), float("inf")])
def test_a_margin_that_is_none_is_refused(margin: float) -> None:
    assert code_of(PosterSettings(margin_mm=margin)) == "margin_out_of_range"


def test_margins_that_leave_nothing_are_refused() -> None:
    assert code_of(PosterSettings(paper="A4", margin_mm=90.0)) == "margin_too_wide"


@pytest.mark.parametrize("name", ["914mm", "914 mm", "914MM", "914.0mm", "914,0mm"])
def test_a_roll_is_as_high_as_told_and_as_long_as_a_page_may_be(name: str) -> None:
    for orientation in (LYING, UPRIGHT):
        one = sheet(PosterSettings(paper=name, orientation=orientation))
        assert one.size == Size(LONGEST, 914.0)
        assert one.paper.grows
        assert one.cut(1500.0).size == Size(1500.0, 914.0)
        assert one.cut(9999.0).size == Size(LONGEST, 914.0)


@pytest.mark.parametrize("name", ["600x900mm", "600 x 900 mm", "600×900mm", "600mm x 900mm"])
def test_a_free_size_stands_as_it_is_given(name: str) -> None:
    for orientation in (LYING, UPRIGHT):
        assert sheet(PosterSettings(paper=name, orientation=orientation)).size == Size(600, 900)


def test_the_name_of_a_size_finds_the_same_size_again() -> None:
    for name in ("914mm", "600×900 mm", "215,5x300mm"):
        assert paper_named(paper_named(name).name) == paper_named(name)


def test_a_strip_is_cut_after_whole_panels_and_folded_between_them() -> None:
    strip = sheet(PosterSettings(paper="A3-strip"))
    assert strip.cut(500.0).size == Size(630.0, 297.0)
    assert strip.cut(630.0).size == Size(630.0, 297.0)
    assert strip.cut(630.0).folds == (210.0, 420.0)
    assert strip.cut(90_000.0).size == Size(5040.0, 297.0)
    assert sheet(PosterSettings(paper="A1")).folds == ()


@pytest.mark.parametrize("name", ["100mm", "1700mm", "99x500mm", "500x5001mm", "0x0mm", "99999mm"])
def test_sizes_that_no_one_prints_are_refused(name: str) -> None:
    assert code_of(PosterSettings(paper=name)) == "paper_size_out_of_range"


@pytest.mark.parametrize(
    "name", ["A7", "", "mm", "x", "900", "600x900", "-1mm", "1e3mm", "nanmm", "٣mm", "5x5x5mm"]
)
def test_an_unknown_paper_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(ExportError) as refused:
        sheet(PosterSettings(paper=name))
    assert refused.value.code == "paper_unknown"
    assert refused.value.values["paper"] == name
    assert "A0" in str(refused.value.values["known"])
    assert "914mm" in str(refused.value.values["known"])


def test_an_unknown_orientation_is_refused() -> None:
    assert code_of(PosterSettings(orientation=Orientation("sideways"))) == "orientation_unknown"


def test_margins_may_leave_fifty_millimetres_and_no_less() -> None:
    square = PosterSettings(paper="100x100mm", margin_mm=25.0)
    assert sheet(square).area.size == Size(50.0, 50.0)
    assert code_of(PosterSettings(paper="100x100mm", margin_mm=25.1)) == "margin_too_wide"


@pytest.mark.parametrize(
    ("height", "margin"),
    [(800, 25.0), (799, 20.0), (590, 20.0), (589, 15.0), (400, 15.0), (399, 10.0)],
)
def test_a_paper_without_a_name_has_the_margin_of_one_of_its_size(
    height: int, margin: float
) -> None:
    assert paper_named(f"{height}mm").margin == margin


def test_a_hair_more_than_whole_panels_needs_no_panel_more() -> None:
    assert sheet(PosterSettings(paper="A3-strip")).cut(420.0 + 1e-5).size.width == 420.0


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("600x900mm", Size(600.0, 900.0)),
        (" 600,5 × 900 mm ", Size(600.5, 900.0)),
        ("9x9mm", Size(9.0, 9.0)),
        ("914mm", None),
        ("A3", None),
        ("600x900", None),
        ("..x..mm", None),
    ],
)
def test_a_name_says_its_free_size_even_where_that_is_refused(name: str, size: Size | None) -> None:
    assert free_size(name) == size


def test_a_free_size_is_found_again_by_its_name() -> None:
    assert free_name(Size(600.0, 900.5)) == "600x900.5mm"
    assert paper_named(free_name(Size(600.0, 900.5))).size == Size(600.0, 900.5)


@pytest.mark.parametrize(
    ("poster", "sheets", "count"),
    [
        ("A1", A4, 15),
        ("A0", A3, 15),
        ("A3", A3, None),
        ("A4", A3, None),
        ("914mm", A4, None),
        ("A3-strip", A4, None),
        ("wallpaper", A4, None),
        ("5000x5000mm", A4, None),
        ("430x275mm", TABLOID, None),
    ],
)
def test_sheets_are_counted_only_where_they_make_sense(
    poster: str, sheets: Paper, count: int | None
) -> None:
    assert sheets_needed(PosterSettings(paper=poster), sheets) == count
