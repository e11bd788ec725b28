"""The pages of a poster as drawings: maps in their frames, lists, and the folds of a strip."""

from collections.abc import Iterator

import msgspec

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.poster_frame import head_group, legend_group, source_group
from cjmapper.drawing.poster_list import list_groups
from cjmapper.drawing.primitives import Drawing, Group, Path, Primitive, Stroke
from cjmapper.drawing.shapes import line
from cjmapper.drawing.written_links import Carets, with_links
from cjmapper.export.paper import Sheet
from cjmapper.export.poster_pages import LaidOut, ListSheet
from cjmapper.geometry import Point, mm_from_pt
from cjmapper.layout.poster_styles import frame_unit
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting

_LIST = "list"
_FOLD_LENGTH = 4.0
_FOLD = Stroke("#000000", mm_from_pt(0.25))


def drawn_pages(
    laid: LaidOut, layout: MapLayout, composer: Composer, setting: Setting
) -> tuple[Page, ...]:
    """The whole pages of the map of `layout`, in their order."""
    carets = setting.typesetter.advances
    return tuple(_linked(page, carets) for page in _pages(laid, layout, composer, setting))


def _linked(page: Page, carets: Carets) -> Page:
    """A page whose written addresses lead where they say."""
    items = with_links(page.drawing.items, carets)
    drawing = msgspec.structs.replace(page.drawing, items=items)
    return msgspec.structs.replace(page, drawing=drawing)


def _pages(
    laid: LaidOut, layout: MapLayout, composer: Composer, setting: Setting
) -> Iterator[Page]:
    language, name = setting.words.language, layout.map.id
    folds = _folds(laid.sheet)
    for index, poster in enumerate(laid.layouts):
        drawing = compose_poster(poster, composer)
        drawing = msgspec.structs.replace(
            drawing, items=(*drawing.items, *folds), language=language
        )
        kind = PageKind.MORE if index else PageKind.POSTER
        yield Page(drawing=drawing, map_id=name, kind=kind)
    for index, sheet in enumerate(laid.lists):
        drawing = _list(sheet, layout, composer, setting)
        if index == 0:
            bookmark = (setting.words.say("poster.list"), _LIST)
            drawing = msgspec.structs.replace(drawing, bookmarks=(bookmark,))
        yield Page(drawing=drawing, map_id=name, kind=PageKind.LIST)


def _list(sheet: ListSheet, layout: MapLayout, composer: Composer, setting: Setting) -> Drawing:
    theme, size = composer.theme, sheet.page.size
    unit = frame_unit(size)
    title = setting.words.say("poster.list")
    listed = list_groups(sheet.listed, layout, theme, setting.words)
    inside = Group(_LIST, listed, role="part", title=title)
    items: list[Primitive] = [head_group(sheet.head, unit, theme), inside]
    if sheet.foot.line < sheet.inside.bottom:
        items.append(legend_group(sheet.foot, sheet.inside, unit, theme))
        items.append(source_group(sheet.foot, None, unit, theme))
    return Drawing(
        size,
        tuple(items),
        title=layout.map.title or layout.document.title,
        language=setting.words.language,
    )


def _folds(sheet: Sheet) -> tuple[Primitive, ...]:
    """Small ticks at both edges of a strip, in the margin, where it is folded."""
    length = min(_FOLD_LENGTH, sheet.margin / 2)
    height = sheet.size.height
    ticks = tuple(
        Path(line(Point(x, y), Point(x, y + length)), stroke=_FOLD)
        for x in sheet.folds
        for y in (0.0, height - length)
    )
    return (Group("folds", ticks, role="decoration"),) if ticks else ()
