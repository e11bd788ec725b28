"""What of a map stands on which page: one page, several side by side, or an overview and a list.

A card is never made smaller than its paper's smallest type without being asked to. Draws nothing.
"""

from collections.abc import Sequence

import msgspec

from cjmapper.export.paper import Sheet, paper_named
from cjmapper.export.tile_pages import sheets_for
from cjmapper.geometry import MM_PER_PT, Rect, Size
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_block import facts_of, source_said
from cjmapper.layout.poster_foot import lay_out_foot
from cjmapper.layout.poster_list import lay_out_list
from cjmapper.layout.poster_list_types import ListPage
from cjmapper.layout.poster_overview import NumberedCard, lay_out_overview, numbered_cards
from cjmapper.layout.poster_parts import parts, split
from cjmapper.layout.poster_room import GAP
from cjmapper.layout.poster_styles import paper_sizes, poster_styles
from cjmapper.layout.poster_title import lay_out_head
from cjmapper.layout.poster_types import (
    Foot,
    Head,
    MapPart,
    PageRequest,
    PosterLayout,
    whole_map,
)
from cjmapper.layout.setting import Setting, Subject
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.model.vocabulary import Overflow, PosterPart

NEARLY = 0.97
"""Type this much of what it should be is let pass: no eye sees the difference."""
_LISTED_PT = 6.5
"""A paper whose cards would be this small has an overview and a list rather than more pages."""
_MOST_ASKED_PT = 14.0
_MOST_PAGES = 40
_OVERVIEW_NEARLY = 0.99
"""Of what cards need, on an overview that would else take more pages: its words are larger."""
_RAIL_SHARE = 0.82
"""Of the width of the last page, beside a rail."""
_OVERVIEW_COLUMNS = (DISTANCES.column_width, DISTANCES.column_width * 0.85, DISTANCES.least_column)
_LEAST_PAGE = 0.8
"""Of its height, the least length of a roll."""
_LONG_ENOUGH = 0.99
_LIST_LINES = 3
_LEAST_COVERED = 3
"""Fewer pages than these are not given a cover for a larger map."""
_FILLED, _LARGER = 0.75, 1.02
"""How wide a map is on its page that fills it; how much larger a cover must make it."""


class ListSheet(msgspec.Struct, frozen=True):
    """One page of the list with its head and foot."""

    page: Rect
    inside: Rect
    head: Head
    foot: Foot
    listed: ListPage


class LaidOut(msgspec.Struct, frozen=True):
    """The pages of one map: `layouts` with the map on them, then `lists`; `sheet` as it is cut."""

    sheet: Sheet
    layouts: tuple[PosterLayout, ...]
    lists: tuple[ListSheet, ...] = ()


class _Listed(msgspec.Struct, frozen=True):
    """The list of an overview, before its pages have heads."""

    request: PageRequest
    pages: tuple[ListPage, ...]


def lay_out_pages(request: PageRequest, sheet: Sheet, setting: Setting) -> LaidOut:
    """The pages of the map in `request`, whose page is `sheet` or what is cut off of it."""
    if sheet.paper.grows:
        sheet = _cut(request, sheet, setting)
        request = _on(request, sheet)
    layouts, lists = _pages(request, setting)
    return LaidOut(sheet, layouts, lists)


def _pages(
    request: PageRequest, setting: Setting
) -> tuple[tuple[PosterLayout, ...], tuple[ListSheet, ...]]:
    overflow = request.settings.overflow
    if overflow is Overflow.LIST:
        return _overview(request, setting)
    one = lay_out_poster(request, setting)
    if _readable((one,)):
        return (one,), ()
    tight = msgspec.structs.replace(request, tight=True)
    closer = lay_out_poster(tight, setting)
    if overflow is Overflow.ONE or _readable((closer,)):
        return (max(one, closer, key=lambda poster: poster.map_scale),), ()
    small = paper_sizes(request.page).card <= _LISTED_PT
    if overflow is Overflow.PAGES or not small:
        for asked in (request, tight):
            several = _side_by_side(asked, setting)
            if several is not None:
                return _wider(several, request, setting), ()
        behind = _behind_cover(request, setting)
        if behind is not None:
            return behind, ()
    return _overview(request, setting)


def _wider(
    several: tuple[PosterLayout, ...], request: PageRequest, setting: Setting
) -> tuple[PosterLayout, ...]:
    """The pages, or as many with a cover first where a larger map fills them that way.

    Where height limits a map, much is left over beside it; behind a cover it is higher and wider.
    """
    widest = max(page.map_rect.width / page.inside.width for page in several)
    if len(several) < _LEAST_COVERED or widest > _FILLED:
        return several
    covered = _behind_cover(request, setting)
    if covered is None or len(covered) > len(several):
        return several
    larger = covered[-1].map_scale > several[-1].map_scale * _LARGER
    return covered if larger else several


def _behind_cover(request: PageRequest, setting: Setting) -> tuple[PosterLayout, ...] | None:
    """A page with all that stands around the map, then the map alone; None where that is no help.

    A map with many lanes has the height of whole sheets that way.
    """
    several = _after_cover(request, setting)
    return None if several is None else (_cover(request, len(several), setting), *several)


def _after_cover(
    request: PageRequest, setting: Setting, left_to_cover: tuple[PosterPart, ...] = ()
) -> tuple[PosterLayout, ...] | None:
    """The pages behind a cover; `left_to_cover` are parts that stand there besides the rail."""
    alone = (PosterPart.RAIL, *left_to_cover)
    hidden = (*request.settings.hidden, *(part.value for part in alone))
    settings = msgspec.structs.replace(request.settings, hidden=hidden, code=False)
    bare = msgspec.structs.replace(request, settings=settings, number=2, tight=True)
    several = _side_by_side(bare, setting)
    if several is None or not several[1:]:
        return several
    counted = _counted(bare, max(request.count, len(several) + 1))
    return _cut_into(len(several), counted, setting) or several


def _cover(request: PageRequest, before: int, setting: Setting) -> PosterLayout:
    """The first page, without anything of the map, before so many with it."""
    left = whole_map(request.map).window.x
    unruled = msgspec.structs.replace(request.settings, blank_row=False)
    asked = msgspec.structs.replace(
        request,
        part=MapPart(Rect(left, 0.0, 0.0, 0.0), 0.0),
        count=max(request.count, before + 1),
        settings=unruled,
    )
    return lay_out_poster(asked, setting)


def _on(request: PageRequest, sheet: Sheet) -> PageRequest:
    return msgspec.structs.replace(request, page=sheet.size, inside=sheet.area)


def _cut(request: PageRequest, sheet: Sheet, setting: Setting) -> Sheet:
    """The sheet as short as it can be without making the map smaller."""
    least, most = sheet.size.height * _LEAST_PAGE, sheet.size.width
    largest = lay_out_poster(_on(request, sheet), setting).map_scale
    while most - least > max(sheet.paper.panel, sheet.size.height * 0.02):
        middle = (least + most) / 2
        tried = sheet.cut(middle)
        if lay_out_poster(_on(request, tried), setting).map_scale >= largest * _LONG_ENOUGH:
            most = middle
        else:
            least = middle
    return sheet.cut(most)


def smallest_pt(page: Size) -> float:
    """How small cards may be on a page; beyond an A0 no more is asked for."""
    return min(paper_sizes(page).smallest, _MOST_ASKED_PT)


def _readable(layouts: Sequence[PosterLayout]) -> bool:
    """Whether the cards of every page are as large as the paper's smallest type."""
    return all(one.map_scale >= needed_scale(one.page) for one in layouts)


def _side_by_side(request: PageRequest, setting: Setting) -> tuple[PosterLayout, ...] | None:
    """The fewest pages on which the map can be read; None where no number of them helps."""
    layout = request.map
    needed = needed_scale(request.page)
    if _tallest(request, setting) < needed:
        return None
    across = (layout.size.width - layout.title_width) * needed
    room = request.inside.width - layout.title_width * needed
    least = 1 if request.number > 1 else 2
    fewest = max(least, int(across / room)) if room > 0 else least
    for count in range(fewest, min(len(layout.columns), _MOST_PAGES) + 1):
        made = _cut_into(count, request, setting)
        if made is None:
            return None
        if _readable(made):
            return made
    return None


def needed_scale(page: Size) -> float:
    """The scale at which the cards of a map can be read on its page."""
    return smallest_pt(page) * NEARLY * MM_PER_PT / CARD_TEXT.size


def _tallest(request: PageRequest, setting: Setting) -> float:
    """The scale that the height of a first page lets a part have, however narrow."""
    first = _numbered(request, 2)[0]
    whole = whole_map(request.map)
    width = request.map.columns[0].width
    sliver = msgspec.structs.replace(
        whole, window=Rect(whole.window.x, 0.0, width, whole.window.height)
    )
    return lay_out_poster(msgspec.structs.replace(first, part=sliver), setting).map_scale


def _cut_into(
    count: int, request: PageRequest, setting: Setting
) -> tuple[PosterLayout, ...] | None:
    """So many pages with the map in one scale, its lanes at one height and the rail on the last."""
    rail = PosterPart.RAIL not in request.settings.hidden
    rooms = (*(1.0 for _ in range(count - 1)), _RAIL_SHARE if rail else 1.0)
    starts = split(request.map, rooms)
    if starts is None:
        return None
    shown = tuple(_with_marks(part, request.part) for part in parts(request.map, starts, setting))
    asked = [
        msgspec.structs.replace(one, part=part)
        for one, part in zip(_numbered(request, count), shown, strict=True)
    ]
    top = lay_out_poster(asked[0], setting).map_at.y
    asked = [msgspec.structs.replace(one, top=top) for one in asked]
    free = tuple(lay_out_poster(one, setting) for one in asked)
    scale = min(one.map_scale for one in free)
    if scale < needed_scale(request.page):
        return free
    return tuple(
        lay_out_poster(msgspec.structs.replace(one, scale=scale), setting) for one in asked
    )


def _numbered(request: PageRequest, count: int) -> list[PageRequest]:
    """The pages of a map that goes on; its rail and its code are on the last."""
    total = max(request.count, request.number + count - 1)
    early = (*request.settings.hidden, PosterPart.RAIL.value)
    settings = msgspec.structs.replace(request.settings, hidden=early, code=False)
    return [
        msgspec.structs.replace(
            request,
            number=request.number + index,
            count=total,
            settings=settings if index < count - 1 else request.settings,
        )
        for index in range(count)
    ]


def _with_marks(part: MapPart, whole: MapPart | None) -> MapPart:
    """A part of an overview with the marks that stand in it."""
    if whole is None or not whole.marks:
        return part
    window = part.window
    held = tuple(one for one in whole.marks if window.x <= one.box.x < window.right)
    return msgspec.structs.replace(part, marks=held)


def _overview(
    request: PageRequest, setting: Setting
) -> tuple[tuple[PosterLayout, ...], tuple[ListSheet, ...]]:
    """Titles and curves with numbered marks, then the cards as a list."""
    cards = numbered_cards(request.map)
    listed = _listed(request, cards, setting)
    after = 0 if listed is None else len(listed.pages)
    total = 1 + after
    layouts = _overview_pages(_counted(request, total), cards, setting)
    if len(layouts) > 1:
        total = len(layouts) + after
        layouts = _overview_pages(_counted(request, total), cards, setting)
    if listed is None:
        return layouts, ()
    heads = _counted(listed.request, total)
    return layouts, tuple(
        _list_sheet(heads, page, len(layouts) + index, setting)
        for index, page in enumerate(listed.pages, 1)
    )


def _counted(request: PageRequest, count: int) -> PageRequest:
    return msgspec.structs.replace(request, count=count)


def _overview_pages(
    request: PageRequest, cards: tuple[NumberedCard, ...], setting: Setting
) -> tuple[PosterLayout, ...]:
    """On one page with columns as wide as can be read there, else on several, narrow ones."""
    across = request.inside.width / needed_scale(request.page) - request.map.title_width
    for width in _OVERVIEW_COLUMNS:
        if width * len(request.map.columns) <= across:
            wide = _of_overview(request, cards, width, setting)
            one = lay_out_poster(wide, setting)
            if _readable((one,)):
                return (one,)
    narrow = _of_overview(request, cards, _OVERVIEW_COLUMNS[-1], setting)
    closer = msgspec.structs.replace(narrow, tight=True)
    one = lay_out_poster(closer, setting)
    if one.map_scale >= needed_scale(one.page) * _OVERVIEW_NEARLY:
        return (one,)
    for asked in (narrow, closer):
        several = _side_by_side(asked, setting)
        if several is not None:
            return several
    return _covered_overview(request, cards, setting) or (one,)


def _covered_overview(
    request: PageRequest, cards: tuple[NumberedCard, ...], setting: Setting
) -> tuple[PosterLayout, ...] | None:
    """Behind a cover on the fewest pages, with the columns that make it largest there."""
    ways = (_of_overview(request, cards, width, setting) for width in _OVERVIEW_COLUMNS)
    made = ((asked, _after_cover(asked, setting, (PosterPart.LEGEND,))) for asked in ways)
    found = [(asked, pages) for asked, pages in made if pages is not None]
    if not found:
        return None
    asked, best = min(found, key=lambda one: (len(one[1]), -one[1][0].map_scale))
    return (_cover(asked, len(best), setting), *best)


def _of_overview(
    request: PageRequest, cards: tuple[NumberedCard, ...], width: float, setting: Setting
) -> PageRequest:
    overview = lay_out_overview(request.map, cards, width, setting)
    part = msgspec.structs.replace(whole_map(overview.map), marks=overview.marks)
    return msgspec.structs.replace(request, map=overview.map, part=part)


def _listed(
    request: PageRequest, cards: tuple[NumberedCard, ...], setting: Setting
) -> _Listed | None:
    """The list on pages with a slim head; None where there is nothing to list."""
    if not cards:
        return None
    hidden = (*request.settings.hidden, PosterPart.LEGEND.value)
    settings = msgspec.structs.replace(request.settings, hidden=hidden)
    asked = msgspec.structs.replace(_in_hand(request), number=2, count=2, settings=settings)
    page = Rect(0.0, 0.0, asked.page.width, asked.page.height)
    inside = asked.inside
    head, foot = _head_and_foot(asked, setting)
    gap = poster_styles(asked.page, _LIST_LINES).mm(GAP)
    top = head.bottom + gap if head.bottom > inside.y else inside.y
    bottom = foot.line - gap if foot.line < inside.bottom else inside.bottom
    room = Rect(inside.x, top, inside.width, bottom - top)
    return _Listed(asked, lay_out_list(request.map, cards, page, room, setting))


def _in_hand(request: PageRequest) -> PageRequest:
    """On a sheet of those that the page is glued from, where it is: nobody cuts a list up."""
    tiles = request.settings.tiles
    if tiles is None:
        return request
    size = sheets_for(request.page, tiles).sheet
    inside = Rect(0.0, 0.0, size.width, size.height).grown(-paper_named(tiles).margin)
    return msgspec.structs.replace(request, page=size, inside=inside)


def _head_and_foot(request: PageRequest, setting: Setting) -> tuple[Head, Foot]:
    subject = Subject(request.map.document, request.map.map, setting)
    styles = poster_styles(request.page, _LIST_LINES)
    facts = () if PosterPart.SOURCE in request.settings.hidden else facts_of(request, subject)
    said = source_said(facts, subject) if facts else ""
    foot, _ = lay_out_foot(request, said, subject, styles)
    return lay_out_head(request, subject, styles), foot


def _list_sheet(request: PageRequest, page: ListPage, number: int, setting: Setting) -> ListSheet:
    head, foot = _head_and_foot(msgspec.structs.replace(request, number=number), setting)
    size = request.page
    whole = Rect(0.0, 0.0, size.width, size.height)
    return ListSheet(whole, request.inside, head, foot, page)
