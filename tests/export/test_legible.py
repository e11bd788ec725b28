"""What is counted as text of a poster, and how large each kind of it is."""

import pytest

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing, Group, Image, Primitive, TextLine
from cjmapper.drawing.walk import Place, leaves
from cjmapper.export.findings import Level
from cjmapper.export.legible import Pictured, census, distance_of, levels, sizes
from cjmapper.export.preflight import _fault_of, _smallest
from cjmapper.geometry import MM_PER_PT, Rect, Size
from cjmapper.layout.styles import CARD_TEXT
from tests.support.layouts import setting
from tests.support.pixels import png

SIZE = Size(420.0, 297.0)


def text(points: float, y: float = 50.0) -> TextLine:
    line = setting().typesetter.line("Ingen vet hvor", CARD_TEXT)
    return TextLine(20.0, y, line, points * MM_PER_PT, "#000000")


def group(role: str, *items: Primitive, name: str = "x") -> Group:
    return Group(name, items, role=role)


def page(*items: Primitive) -> Page:
    return Page(drawing=Drawing(SIZE, items), map_id="m1")


def test_a_kind_is_as_small_as_its_smallest_thing_at_its_largest_line() -> None:
    cards = (
        group("card", text(12), text(7), name="c1"),
        group("card", text(10), text(7), name="c2"),
    )
    assert sizes(census([page(group("heading-1", text(40)), *cards)])) == {
        Level.TITLE: 40.0,
        Level.CARD: 10.0,
        Level.SMALLEST: 7.0,
    }


def test_the_title_of_a_poster_is_that_of_its_first_page() -> None:
    wholes = [page(group("heading-1", text(40))), page(group("heading-1", text(20)))]
    assert sizes(census(wholes)) == {Level.TITLE: 40.0, Level.SMALLEST: 20.0}


def test_what_is_told_to_nobody_need_not_be_read() -> None:
    hidden = group("decoration", group("card", text(2)))
    assert sizes(census([page(group("card", text(12)), hidden)])) == {
        Level.CARD: 12.0,
        Level.SMALLEST: 12.0,
    }


def test_a_page_without_words_has_no_sizes() -> None:
    assert sizes(census([page()])) == {}
    assert levels(census([page()])) == ()


def test_how_far_is_four_centimetres_a_point() -> None:
    (level, _) = levels(census([page(group("card", text(10)))]))
    assert level.distance_m == pytest.approx(0.42)
    assert distance_of(Size(841.0, 594.0)) == pytest.approx(0.7)


def test_small_print_is_shown_on_the_first_page_that_has_any() -> None:
    pages = [page(text(9, 30)), page(text(5, 30), text(5.3, 60), text(5, 90)), page(text(5, 30))]
    found = _smallest(census(pages), 5.0)
    assert found
    number, rects = found
    assert number == 1
    assert [round(rect.centre.y / 30) for rect in rects] == [1, 3]


def test_print_of_a_size_that_no_page_has_stands_nowhere() -> None:
    assert _smallest(census([page(text(9, 30))]), 5.0) == ()


@pytest.mark.parametrize(("pixels", "coarse"), [(150, False), (149, True)])
def test_a_picture_is_coarse_under_a_hundred_and_fifty_dots_an_inch(
    pixels: int, coarse: bool
) -> None:
    inch = Rect(0.0, 0.0, 25.4, 25.4)
    shown = Image(inch, "a", "image/png", png(pixels, pixels), "")
    ((item, place),) = leaves((shown,))
    assert isinstance(item, Image)
    assert (_fault_of(Pictured(0, item, place)) is not None) == coarse


def test_the_dots_of_a_picture_are_counted_as_it_lies_on_paper() -> None:
    picture = Image(Rect(0.0, 0.0, 25.4, 25.4), "a", "image/png", png(200, 200))
    assert _fault_of(Pictured(0, picture, Place())) is None
    found = _fault_of(Pictured(0, picture, Place(scale=2.0)))
    assert found is not None
    assert (found[0], found[2]["dpi"]) == ("picture_coarse", 100)
