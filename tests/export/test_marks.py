"""Bleed and crop marks around a whole page."""

import pytest

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing, Group, Path, Primitive, Rectangle
from cjmapper.export.cutting import printed
from cjmapper.export.marks import BLEED, MARK_OFF, with_crop_marks
from cjmapper.geometry import Rect, Size
from cjmapper.model.poster_settings import PosterSettings
from tests.support.layouts import setting

SIZE = Size(420.0, 297.0)


def marked(*items: Primitive, ground: str = "#FFFFFF") -> Page:
    return with_crop_marks(Page(drawing=Drawing(SIZE, items, ground), map_id="m1"))


def part(page: Page, name: str) -> Group:
    return next(one for one in page.drawing.items if isinstance(one, Group) and one.id == name)


def bleeding(page: Page) -> list[tuple[Rect, str | None]]:
    """What runs past the trim, on the page as it hangs."""
    assert page.trim is not None
    x, y = page.trim.x, page.trim.y
    boxes = [one for one in part(page, "bleed").items if isinstance(one, Rectangle)]
    return [(one.rect.moved(-x, -y), one.fill) for one in boxes[1:]]


def test_the_trim_is_the_page_and_the_bleed_three_millimetres_more() -> None:
    page = marked()
    assert page.trim is not None
    assert page.bleed is not None
    assert page.trim.size == SIZE
    assert page.bleed == page.trim.grown(3.0)
    assert page.trim.centre.x == pytest.approx(page.drawing.size.width / 2)
    assert page.trim.centre.y == pytest.approx(page.drawing.size.height / 2)


def test_what_is_on_the_page_is_only_moved() -> None:
    box = Rectangle(Rect(20.0, 20.0, 50.0, 30.0), "#AA0000")
    page = marked(box)
    trimmed = part(page, "trimmed")
    assert page.trim is not None
    assert (trimmed.x, trimmed.y, trimmed.scale) == (page.trim.x, page.trim.y, 1.0)
    assert trimmed.items == (box,)
    assert bleeding(page) == []


def test_eight_marks_stand_off_the_trim_in_the_run_of_the_cuts() -> None:
    page = marked()
    (path,) = part(page, "crop-marks").items
    assert isinstance(path, Path)
    assert page.trim is not None
    trim = page.trim
    assert path.stroke is not None
    assert path.stroke.colour == "#000000"
    assert path.stroke.width == pytest.approx(0.25 * 25.4 / 72)
    starts = [(one[1], one[2]) for one in path.commands if one[0] == "M"]
    assert len(starts) == 8
    for x, y in starts:
        in_line = x in {trim.x, trim.right} or y in {trim.y, trim.bottom}
        away = max(trim.x - x, x - trim.right, trim.y - y, y - trim.bottom)
        assert in_line
        assert away == pytest.approx(MARK_OFF)
    assert MARK_OFF > BLEED


def test_what_reaches_an_edge_runs_on_past_it_at_that_edge_alone() -> None:
    band = Rectangle(Rect(0.0, 10.0, SIZE.width, 20.0), "#223366")
    assert bleeding(marked(band)) == [(Rect(-3.0, 10.0, SIZE.width + 6.0, 20.0), "#223366")]


def test_what_reaches_an_edge_inside_a_scaled_group_runs_on_as_well() -> None:
    box = Rectangle(Rect(0.0, 0.0, 10.0, 10.0), "#223366")
    group = Group("g", (box,), 400.0, 277.0, 2.0)
    ((rect, _),) = bleeding(marked(group))
    assert rect == Rect(400.0, 277.0, 23.0, 23.0)


def test_the_ground_of_a_coloured_page_covers_the_bleed() -> None:
    page = marked(ground="#EEEEEE")
    ground = part(page, "bleed").items[0]
    assert isinstance(ground, Rectangle)
    assert ground.rect == page.bleed
    assert ground.fill == "#EEEEEE"


def test_bleed_and_marks_are_told_to_nobody() -> None:
    page = marked()
    assert part(page, "bleed").role == part(page, "crop-marks").role == "decoration"


@pytest.mark.parametrize("margin", [None, 5.0])
def test_a_poster_with_bleed_has_marks_whatever_its_margin(margin: float | None) -> None:
    whole = Page(drawing=Drawing(SIZE, ()), map_id="m1")
    (made,) = printed((whole,), PosterSettings(bleed=True, margin_mm=margin), setting()).pages
    assert made == with_crop_marks(whole)
    assert printed((whole,), PosterSettings(margin_mm=margin), setting()).pages == (whole,)
