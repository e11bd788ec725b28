"""Sheets of a poster, printed and put together by their marks, give the poster."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import Image, ImageChops

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import Clip, Form, Group, TextLine
from cjmapper.drawing.primitives import Path as Shape
from cjmapper.drawing.walk import ink_of, leaves
from cjmapper.errors import ExportError
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.export.preflight import preflight
from cjmapper.export.sheet_marks import SAFE
from cjmapper.export.tiles import MARGIN, OVERLAP, Tile
from cjmapper.geometry import MM_PER_PT, Rect
from cjmapper.layout.poster_styles import paper_sizes
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation, Overflow
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.storage.codec import decode
from cjmapper.words.catalog import Words
from tests.support import synthetic
from tests.support.flattened import words_of
from tests.support.layouts import setting

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
PX_PER_MM = 2
"""Joints and margins are whole millimetres, so that sheets and poster have one grid of pixels."""
ALIKE = 2
"""What two renderings of the same shape may differ by, of 255."""
EDGES = 1e-4
"""The share of pixels, at the edges of letters, that may differ by more than that."""
MOST_AT_AN_EDGE = 96


@cache
def planned(paper: str, tiles: str | None, orientation: str = "landscape") -> PosterPlan:
    document = decode((EXAMPLES / "restaurant.nb.cjmap").read_bytes()).document
    settings = PosterSettings(paper=paper, tiles=tiles, orientation=Orientation(orientation))
    request = PosterRequest(
        document=document, journey=document.maps[0], settings=settings, language="nb"
    )
    return plan_poster(request, setting().typesetter)


def pictures(pages: tuple[Page, ...]) -> list[Image.Image]:
    """The pages as a PDF reader shows them."""
    made = BytesIO()
    write_pdf(pages, made, PdfFacts("Test", "nb", invariant=True))
    scale = PX_PER_MM * 25.4 / 72 * (1 - 1e-6)  # so that no page is rounded up by a pixel
    document = pypdfium2.PdfDocument(made.getvalue())
    shown = [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    document.close()
    return shown


def put_together(plan: PosterPlan, *, upside_down: bool = False) -> Image.Image:
    """Each sheet cut at its left and upper marks and laid upon those before it.

    Turned upside down the first lies on top, and what it shares with the next is seen; the
    hatching for the glue is then left out.
    """
    assert plan.tiling is not None
    size = plan.tiling.page
    whole = Image.new("RGB", (px(size.width), px(size.height)), "#FF00FF")
    sheets = tuple(page for page in plan.pages if page.kind is PageKind.TILE)
    if upside_down:
        sheets = tuple(without_glue(page) for page in sheets)
    laid = list(zip(plan.tiling.tiles, pictures(sheets), strict=True))
    for tile, picture in reversed(laid) if upside_down else laid:
        left, top = px(MARGIN), px(MARGIN)
        seen = (left, top, left + px(tile.content.width), top + px(tile.content.height))
        whole.paste(picture.crop(seen), (px(tile.content.x), px(tile.content.y)))
    return whole


def without_glue(page: Page) -> Page:
    kept = tuple(
        one for one in page.drawing.items if not (isinstance(one, Group) and one.id == "glue")
    )
    return msgspec.structs.replace(page, drawing=msgspec.structs.replace(page.drawing, items=kept))


def px(length: float) -> int:
    return round(length * PX_PER_MM)


def assert_alike(made: Image.Image, whole: Image.Image) -> None:
    """Equal but for the edges of a few letters, which fall on another part of a pixel."""
    assert made.size == whole.size
    levels = ImageChops.difference(made, whole).convert("L").histogram()
    assert sum(levels[ALIKE + 1 :]) <= made.width * made.height * EDGES
    assert sum(levels[MOST_AT_AN_EDGE + 1 :]) == 0


POSTERS = [
    ("A1", "A4", "landscape"),
    ("A0", "A4", "landscape"),
    ("A0", "A3", "landscape"),
    ("A1", "A3", "portrait"),
    ("A2", "A4", "landscape"),
]


@pytest.mark.parametrize(("paper", "tiles", "orientation"), POSTERS)
def test_sheets_put_together_are_the_poster_pixel_by_pixel(
    paper: str, tiles: str, orientation: str
) -> None:
    plan = planned(paper, tiles, orientation)
    (whole,) = pictures(plan.wholes)
    assert_alike(put_together(plan), whole)


@pytest.mark.parametrize(("paper", "tiles", "orientation"), POSTERS[:1])
def test_what_two_sheets_share_is_on_both_pixel_by_pixel(
    paper: str, tiles: str, orientation: str
) -> None:
    plan = planned(paper, tiles, orientation)
    (whole,) = pictures(plan.wholes)
    assert_alike(put_together(plan, upside_down=True), whole)


def test_a_sheet_that_is_a_millimetre_off_would_be_seen() -> None:
    plan = planned("A2", "A4")
    (whole,) = pictures(plan.wholes)
    moved = ImageChops.offset(put_together(plan), px(1.0), 0)
    with pytest.raises(AssertionError):
        assert_alike(moved, whole)


def test_each_sheet_shows_its_part_of_the_poster() -> None:
    plan = planned("A1", "A3")
    assert plan.tiling is not None
    for page, tile in zip(plan.pages[1:], plan.tiling.tiles, strict=True):
        group = page.drawing.items[0]
        assert isinstance(group, Group)
        assert (group.x, group.y) == (MARGIN - tile.content.x, MARGIN - tile.content.y)
    shared = {tile.label: tile for tile in plan.tiling.tiles}
    assert shared["A1"].content.right == shared["B1"].content.x + OVERLAP


def test_all_sheets_share_one_form() -> None:
    pages = planned("A0", "A4").pages
    forms = {id(form) for page in pages for form in forms_of(page)}
    assert len(pages) == 26
    assert len(forms) == 1


def forms_of(page: Page) -> list[Form]:
    found: list[Form] = []
    todo = list(page.drawing.items)
    while todo:
        item = todo.pop()
        if isinstance(item, Form):
            found.append(item)
        elif isinstance(item, Group | Clip):
            todo += item.items
    return found


@pytest.mark.parametrize("tiles", ["A4", "A3", "Letter"])
def test_marks_never_stand_in_what_is_seen_and_always_where_printers_reach(tiles: str) -> None:
    plan = planned("A0", tiles)
    assert plan.tiling is not None
    sheet = plan.tiling.grid.sheet
    reach = Rect(0.0, 0.0, sheet.width, sheet.height).grown(-SAFE + 0.1)
    for page, tile in zip(plan.pages[1:], plan.tiling.tiles, strict=True):
        seen = Rect(MARGIN, MARGIN, tile.cell.width, tile.cell.height).grown(-0.1)
        for room in rooms(page):
            assert not seen.meets(room), (page.label, room)
            assert reach.x <= room.x, (page.label, room)
            assert reach.y <= room.y, (page.label, room)
            assert room.right <= reach.right, (page.label, room)
            assert room.bottom <= reach.bottom, (page.label, room)


def rooms(page: Page) -> Iterator[Rect]:
    """Where each letter row, box and stroke stands that is not of the poster."""
    for item, place in leaves(page.drawing.items[1:]):
        if isinstance(item, TextLine):
            yield place.rect(ink_of(item))
        elif isinstance(item, Shape):
            yield from map(place.rect, strokes(item))
        else:
            yield place.rect(Extents().of(item))


def strokes(path: Shape) -> Iterator[Rect]:
    """The box of each part of a path that is drawn without lifting the pen."""
    points: list[tuple[float, float]] = []
    for command in (*path.commands, ("M", 0.0, 0.0)):
        if command[0] == "M" and points:
            xs, ys = zip(*points, strict=True)
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            points = []
        if len(command) == 3:
            points.append((command[1], command[2]))


def named(plan: PosterPlan, label: str) -> tuple[Page, Tile]:
    assert plan.tiling is not None
    tile = next(tile for tile in plan.tiling.tiles if tile.label == label)
    return next(page for page in plan.pages if page.label == label), tile


def test_a_sheet_says_its_name_and_those_of_its_neighbours() -> None:
    page, _ = named(planned("A0", "A4"), "B3")
    said = words_of(page.drawing.items[1:])
    assert "B3 av E5" in said
    assert "Middag på Fjordkroken – Fra anbefaling til neste besøk" in said
    for neighbour in ("A3", "B2", "C3", "B4"):
        assert neighbour in said.split()


def test_glue_goes_only_to_the_right_and_below() -> None:
    plan = planned("A0", "A4")

    def hatched(label: str) -> bool:
        page, _ = named(plan, label)
        glue = next(
            one for one in page.drawing.items if isinstance(one, Group) and one.id == "glue"
        )
        return bool(glue.items)

    assert hatched("A1")
    assert hatched("E1")
    assert hatched("A5")
    assert not hatched("E5")


def test_only_the_first_sheet_has_a_ruler_of_a_hundred_millimetres() -> None:
    plan = planned("A0", "A4")
    said = Words("nb").say("sheets.ruler")
    having = [page.label for page in plan.pages[1:] if said in words_of(page.drawing.items[1:])]
    assert having == ["A1"]


def test_the_first_page_tells_how_the_sheets_go_together() -> None:
    plan = planned("A0", "A4")
    first = plan.pages[0]
    assert first.kind is PageKind.ASSEMBLY
    assert plan.tiling is not None
    said = words_of(first.drawing.items)
    assert "Slik settes plakaten sammen" in said
    assert "25 ark A4: 5 bortover, 5 nedover." in said
    for tile in plan.tiling.tiles:
        assert tile.label in said.split()
    assert first.drawing.size == plan.pages[1].drawing.size


def test_a_sheet_is_told_as_one_figure_with_its_name() -> None:
    page, _ = named(planned("A0", "A4"), "C2")
    group = page.drawing.items[0]
    assert isinstance(group, Group)
    assert group.role == "figure"
    assert "C2 av E5" in group.title


def test_sheets_of_a_roll_are_refused() -> None:
    with pytest.raises(ExportError) as refused:
        planned("A0", "914mm")
    assert refused.value.code == "tiles_of_a_roll"


def test_a_poster_on_one_sheet_is_not_cut() -> None:
    plan = planned("A1", None)
    assert plan.tiling is None
    assert plan.pages == plan.wholes


def test_a_list_lies_whole_on_a_sheet_as_those_that_the_overview_is_glued_from() -> None:
    of = synthetic.document(240)
    settings = PosterSettings(paper="A0", tiles="A4", overflow=Overflow.LIST)
    request = PosterRequest(document=of, journey=of.maps[0], settings=settings, language="nb")
    plan = plan_poster(request, setting().typesetter)
    lists = [page for page in plan.pages if page.kind is PageKind.LIST]
    assert lists
    assert plan.pages[-len(lists) :] == plan.wholes[len(plan.tilings) :] == tuple(lists)
    assert len(plan.tilings) == len(plan.layouts) == len(plan.hung)
    sheets = sum(tiling.grid.count for tiling in plan.tilings)
    assert [page.kind for page in plan.pages].count(PageKind.TILE) == sheets
    assert plan.tiling is not None
    for page in lists:
        size = page.drawing.size
        assert size == plan.tiling.grid.sheet
        inside = Rect(0.0, 0.0, size.width, size.height).grown(-MARGIN)
        for item, place in leaves(page.drawing.items):
            if isinstance(item, TextLine) and item.line.text:
                assert item.size * place.scale / MM_PER_PT >= paper_sizes(size).smallest * 0.97
                ink = place.rect(ink_of(item))
                assert inside.grown(0.1).united(ink) == inside.grown(0.1)
    said = " ".join(words_of(page.drawing.items) for page in lists)
    assert of.maps[0].cards[0].text.split()[0] in said
    assert not [one for one in preflight(plan) if one.code in ("cards_too_small", "small_print")]
