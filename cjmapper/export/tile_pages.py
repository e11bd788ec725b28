"""The sheets of a large page as pages to print: how they go together, then each sheet.

The poster is one form that all of them share; a sheet only shows its part of it.
"""

from collections.abc import Sequence

import msgspec

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import Clip, Drawing, Form, Group, Primitive, Rectangle
from cjmapper.errors import ExportError
from cjmapper.export.assembly import assembly_drawing
from cjmapper.export.joints import joints_for
from cjmapper.export.paper import paper_named
from cjmapper.export.sheet_marks import Named, before_signs, cut_marks, foot, glue_areas
from cjmapper.export.tiles import MARGIN, Grid, Tile, Tiling, grid_for, tiling_at
from cjmapper.geometry import Rect, Size
from cjmapper.layout.setting import Setting

_WHITE = "#FFFFFF"


def tiling_of(page: Page, paper: str) -> Tiling:
    """How a whole page is cut into sheets of `paper`.

    Raises:
        ExportError: ``paper_unknown``, ``tiles_of_a_roll``, or as `grid_for`.
    """
    size = page.drawing.size
    grid = sheets_for(size, paper)
    return tiling_at(paper_named(paper).name, size, grid, *joints_for(page.drawing, grid))


def sheets_for(page: Size, paper: str) -> Grid:
    """How many sheets of `paper` make a page of this size, and how they are turned.

    Raises:
        ExportError: as `tiling_of`.
    """
    known = paper_named(paper)
    if known.grows:
        raise ExportError("tiles_of_a_roll", paper=known.name)
    return grid_for(page, known.size)


def tile_pages(
    wholes: Sequence[Page], tilings: Sequence[Tiling], setting: Setting
) -> tuple[Page, ...]:
    """For each whole page how its sheets go together, and then its sheets."""
    pages: list[Page] = []
    for number, (whole, tiling) in enumerate(zip(wholes, tilings, strict=True), 1):
        form = _form(whole.drawing)
        page = number if len(wholes) > 1 else 0
        drawing = assembly_drawing(whole.drawing, form, tiling, page, setting)
        pages.append(Page(drawing=drawing, map_id=whole.map_id, kind=PageKind.ASSEMBLY))
        pages += [_tile_page(whole, form, (tiling, tile), page, setting) for tile in tiling.tiles]
    return tuple(pages)


def _form(drawing: Drawing) -> Form:
    """All of a page, as one thing that its sheets share."""
    rect = Rect(0.0, 0.0, drawing.size.width, drawing.size.height)
    if drawing.background.upper() == _WHITE:
        return Form(rect, drawing.items)
    return Form(rect, (Rectangle(rect, drawing.background), *drawing.items))


def _tile_page(
    whole: Page, form: Form, which: tuple[Tiling, Tile], page: int, setting: Setting
) -> Page:
    tiling, tile = which
    title = whole.drawing.title
    words = setting.words
    code = "sheets.label_on_page" if page else "sheets.label"
    label = words.say(code, tile=tile.label, last=tiling.last, page=str(page))
    told = words.say("sheets.told", tile=tile.label, last=tiling.last, title=title)
    named = Named(label, title)
    items: tuple[Primitive, ...] = (
        Group(
            f"tile-{tile.label}",
            (Clip(tile.content, (form,)),),
            MARGIN - tile.content.x,
            MARGIN - tile.content.y,
            role="figure",
            title=told,
        ),
        glue_areas(tile, setting),
        before_signs(tile, setting),
        cut_marks(tile),
        foot(tiling, tile, named, setting),
    )
    drawing = msgspec.structs.replace(
        whole.drawing,
        size=tiling.grid.sheet,
        items=items,
        background=_WHITE,
        title=label,
        bookmarks=(),
    )
    return Page(drawing=drawing, map_id=whole.map_id, kind=PageKind.TILE, label=tile.label)
