"""Sheets of paper."""

import pytest

from cjmapper.errors import ExportError
from cjmapper.export.paper import PAPERS, sheet
from cjmapper.geometry import Size


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("A0", 841, 1189), ("A1", 594, 841), ("A2", 420, 594), ("A3", 297, 420), ("A4", 210, 297)],
)
def test_the_a_papers_are_as_the_standard_says(name: str, width: float, height: float) -> None:
    assert sheet(name, "portrait").size == Size(width, height)
    assert sheet(name, "landscape").size == Size(height, width)


def test_a_paper_is_found_in_any_case_of_letters() -> None:
    assert sheet("a3", "landscape") == sheet("A3", "landscape")
    assert sheet("a2", "portrait").size == Size(420.0, 594.0)


@pytest.mark.parametrize("paper", [paper.name for paper in PAPERS])
def test_the_area_lies_inside_the_margins(paper: str) -> None:
    one = sheet(paper, "landscape")
    area = one.area
    assert area.x == area.y == one.paper.margin
    assert area.right == pytest.approx(one.size.width - one.paper.margin)
    assert area.bottom == pytest.approx(one.size.height - one.paper.margin)


def test_an_unknown_paper_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExportError) as refused:
        sheet("A7", "landscape")
    assert refused.value.code == "paper_unknown"
    assert refused.value.values["paper"] == "A7"
    assert "A0" in str(refused.value.values["known"])


def test_an_unknown_orientation_is_refused() -> None:
    with pytest.raises(ExportError) as refused:
        sheet("A4", "sideways")
    assert refused.value.code == "orientation_unknown"
