"""What gives way to what on a page: a code to findings, a rail to its words, blank paper to all."""

import pytest

from cjmapper.export.poster import PosterRequest, lay_out_pages
from cjmapper.layout.poster_rail_types import RailPart
from cjmapper.layout.poster_types import PosterLayout
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from tests.support.layouts import setting

EXAMPLES = ("restaurant.nb", "b2b-programvare.nb", "day-surgery.en")


def pages(
    name: str, paper: str, *, code: bool = False, portrait: bool = False
) -> tuple[PosterLayout, ...]:
    whole = decode(resource("examples", f"{name}.cjmap").read_bytes()).document
    way = Orientation.PORTRAIT if portrait else Orientation.LANDSCAPE
    request = PosterRequest(
        document=whole,
        journey=whole.maps[0],
        settings=PosterSettings(paper=paper, orientation=way, code=code),
        language="nb",
    )
    return lay_out_pages(request, setting().typesetter)


def sorts(layouts: tuple[PosterLayout, ...]) -> set[RailPart]:
    rails = [one.rail for one in layouts if one.rail is not None]
    return {section.part for rail in rails for section in rail.sections}


@pytest.mark.parametrize("paper", ["A0", "A1", "A2", "A3", "A4"])
def test_no_sort_of_findings_goes_for_a_code(paper: str) -> None:
    without, coded = (pages("restaurant.nb", paper, code=code) for code in (False, True))
    assert sorts(without) <= sorts(coded)
    assert len(coded) == len(without)
    assert [one.code is not None for one in coded].count(True) == 1


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("paper", ["A1", "A3", "A4"])
@pytest.mark.parametrize("portrait", [False, True])
def test_a_code_lies_on_nothing_wherever_it_stands(name: str, paper: str, portrait: bool) -> None:
    for found in pages(name, paper, code=True, portrait=portrait):
        code = found.code
        if code is None:
            continue
        others = [found.map_rect] if not found.part.empty else []
        parts = (found.strip, found.rail, found.notes)
        others += [part.box for part in parts if part is not None]
        others += [logo.box for logo in found.head.logos]
        box = code.box.grown(-0.01)
        assert not [one for one in others if one.meets(box)]
        assert code.box.y >= found.inside.y
        assert code.box.right <= found.inside.right + 0.01


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("code", [False, True])
@pytest.mark.parametrize("paper", ["A0", "A2", "A3", "A4"])
def test_all_pages_of_a_map_show_it_in_one_size(name: str, paper: str, code: bool) -> None:
    found = [one for one in pages(name, paper, code=code, portrait=True) if not one.part.empty]
    assert max(one.map_scale for one in found) - min(one.map_scale for one in found) < 1e-6


def test_on_a_small_page_that_is_upright_a_rail_is_wide_enough_for_words() -> None:
    rail = pages("restaurant.nb", "A4", portrait=True)[-1].rail
    assert rail is not None
    assert rail.box.width >= 40.0


@pytest.mark.parametrize("paper", ["A2", "A3", "A4"])
def test_over_a_map_that_goes_on_no_paper_stays_blank(paper: str) -> None:
    last = pages("restaurant.nb", paper, portrait=True)[-1]
    assert last.rail is not None
    assert last.notes is not None
    blank = last.map_at.y - last.head.bottom
    assert blank > 20
    assert last.rail.box.y - last.head.bottom < 10
    assert last.notes.box.y < last.map_at.y
    assert last.notes.box.height > blank / 2


@pytest.mark.parametrize("name", EXAMPLES[1:])
@pytest.mark.parametrize("code", [False, True])
def test_on_a_strip_the_rail_has_columns_and_what_is_left_is_for_notes(
    name: str, code: bool
) -> None:
    (found,) = pages(name, "A3-strip", code=code)
    rail = found.rail
    assert rail is not None
    assert len({section.heading.x for section in rail.sections}) > 1
    assert rail.shortened == 0
    gap = rail.box.x - found.map_rect.right
    if found.notes is not None:
        assert found.map_rect.right < found.notes.box.x
        assert found.notes.box.right < rail.box.x
    else:
        assert gap < 45
