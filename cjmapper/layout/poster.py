"""A map on a page: head, persona strip, the map as large as it can be, rail, legend, title block.

The grid is laid out as everywhere else and only scaled as a whole; the frame around it is laid
out for the paper. A part that is left out leaves its room to the map.
"""

from collections.abc import Iterator

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.assumptions import assumptions_of
from cjmapper.layout.low_marks import low_marks_of
from cjmapper.layout.poster_block import (
    BlockContent,
    coverage_said,
    facts_of,
    has_block,
    lay_out_block,
    moved_code,
    source_said,
)
from cjmapper.layout.poster_code import lay_out_code
from cjmapper.layout.poster_foot import block_width, lay_out_foot
from cjmapper.layout.poster_room import BLANK_ROW, GAP, RoomShare, Shared
from cjmapper.layout.poster_strip import lay_out_strip
from cjmapper.layout.poster_styles import PosterStyles, poster_styles
from cjmapper.layout.poster_title import lay_out_head
from cjmapper.layout.poster_types import (
    BlankRow,
    Code,
    Foot,
    Head,
    NotesBox,
    PageRequest,
    PosterLayout,
    Strip,
    TitleBlock,
    whole_map,
)
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Setting, Subject
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.vocabulary import PosterPart

_LEAST_NOTES = 42.0
_NARROWEST_NOTES = 60.0
_NOTES_PAD = 8.0
_ABOVE_FOOT = 0.7
_MOST_LINES = (10_000, 8, 3, 1)
"""How many lines a text of the frame may have: fewer where the frame leaves the map no room."""
_TIGHT = 2
"""How many of them a tight frame leaves out."""
_TIGHT_TITLE = 3
"""How many of the largest sizes of a title a tight frame leaves out."""
_TIGHT_FRAME = 0.72
"""How large the rest of a tight frame is."""
_GAPS = 3
"""Over the strip, over the map and under it: what is left over is shared among them."""
_SLACK = 1e-6
_LITTLE = 0.02
"""Of the map's size, what a code in its usual place may cost."""
_WORTH_OF_SORT = 0.06
"""So much of the map's size is given so that no sort of findings goes for a code."""
_LEAST_MORE, _MOST_MORE = 1.0, 12.0
_LEAST_MAP = 0.3
"""Of the height within the margins, for the map."""
_COVER_TIMES = (1.6, 1.45, 1.3, 1.15)
"""How large the frame of a cover may be against that of a page with a map."""


def lay_out_poster(request: PageRequest, setting: Setting) -> PosterLayout:
    """One page of a map's poster; the map itself is laid out already and only scaled."""
    setting.pulse()
    subject = Subject(request.map.document, request.map.map, setting)
    poster = _fitted(request, subject)
    if not poster.part.empty:
        return poster
    larger = (
        _laid_out(request, subject, poster_styles(request.page, _MOST_LINES[0], times))
        for times in _COVER_TIMES
    )
    return next((cover for cover in larger if _as_whole(cover, poster)), poster)


def _as_whole(cover: PosterLayout, usual: PosterLayout) -> bool:
    """Whether a cover holds all that it says in the usual type, and more of what was cut."""
    ends = [part.box.bottom for part in (cover.strip, cover.rail) if part is not None]
    if max([cover.head.bottom, *ends]) > cover.foot.line:
        return False
    if cover.rail is None or usual.rail is None:
        return cover.rail is usual.rail
    return cover.rail.shortened <= usual.rail.shortened


def _fitted(request: PageRequest, subject: Subject) -> PosterLayout:
    """The page with texts as long as leaves the map its room."""
    posters = (
        _laid_out(request, subject, _styles(request, most_lines))
        for most_lines in (_MOST_LINES[_TIGHT:] if request.tight else _MOST_LINES)
    )
    poster = next(posters)
    least = request.inside.height * _LEAST_MAP
    while _height_for_map(poster) < least and (shorter := next(posters, None)) is not None:
        poster = shorter
    return poster


def _styles(request: PageRequest, most_lines: int) -> PosterStyles:
    if not request.tight:
        return poster_styles(request.page, most_lines)
    styles = poster_styles(request.page, most_lines, _TIGHT_FRAME)
    return msgspec.structs.replace(styles, titles=styles.titles[_TIGHT_TITLE:])


def _height_for_map(poster: PosterLayout) -> float:
    """How far down the map may reach: to the rail where that is below it, else to the foot."""
    bottom = poster.foot.line
    if poster.rail is not None and poster.rail.box.x <= poster.map_at.x:
        bottom -= poster.rail.box.height
    return bottom - poster.map_at.y


def _laid_out(request: PageRequest, subject: Subject, styles: PosterStyles) -> PosterLayout:
    """What is left over below a map that is not divided goes to the gaps."""
    poster = _with_gaps(request, subject, styles, styles.mm(GAP))
    divided = poster.part.window != whole_map(request.map).window or request.top is not None
    if divided or poster.notes is not None:
        return poster
    low = poster.foot.line - styles.mm(GAP) * _ABOVE_FOOT
    parts = (poster.rail, poster.blank_row, poster.block)
    ends = [part.box.bottom for part in parts if part is not None and part.box.y < low]
    more = (low - max([poster.map_rect.bottom, *ends])) / _GAPS
    if more < styles.mm(_LEAST_MORE):
        return poster
    return _with_gaps(request, subject, styles, styles.mm(GAP) + min(more, styles.mm(_MOST_MORE)))


def _with_gaps(
    request: PageRequest, subject: Subject, styles: PosterStyles, gap: float
) -> PosterLayout:
    """The page, with a code where it costs the rail and the map least."""
    usual = _arranged(request, subject, styles, gap)
    if usual.code is None:
        return usual
    settings = msgspec.structs.replace(request.settings, code=False)
    without = msgspec.structs.replace(request, settings=settings)
    plain = _arranged(without, subject, styles, gap)
    if _costs(usual, plain) <= _LITTLE:
        return usual
    code = lay_out_code(request, subject, styles)
    on_top = _arranged(without, subject, styles, gap, code)
    return min(usual, on_top, key=lambda way: _costs(way, plain))


def _costs(way: PosterLayout, plain: PosterLayout) -> float:
    """What of the map's size a code costs, and of its findings, weighed against that."""
    held, left = (
        {section.part for section in one.rail.sections} if one.rail is not None else set()
        for one in (plain, way)
    )
    return len(held - left) * _WORTH_OF_SORT + 1 - way.map_scale / plain.map_scale


def _arranged(
    request: PageRequest,
    subject: Subject,
    styles: PosterStyles,
    gap: float,
    code: Code | None = None,
) -> PosterLayout:
    """The page; a `code` stands at its right top corner, beside the strip."""
    inside = request.inside
    head, strip = _top_of(request, subject, styles, gap, code)
    ends = [head.bottom] if strip is None else [strip.box.bottom]
    if head.code is not None:
        ends.append(head.code.box.y + head.code.height)
    free = max(ends)
    if free > inside.y:
        free += gap
    top = max(free, request.top or free)
    placed, foot, block = _shared(request, top, top - free, subject, styles)
    row = _blank_row(request, placed, subject, styles)
    return PosterLayout(
        page=request.page,
        map=request.map,
        words=subject.setting.words,
        part=request.part or whole_map(request.map),
        map_at=placed.at,
        map_scale=placed.scale,
        unit=styles.unit,
        inside=inside,
        head=head,
        strip=strip,
        rail=placed.rail,
        blank_row=row,
        notes=_notes(request, placed, foot, top - free, subject, styles),
        foot=foot,
        block=block,
        lows=low_marks_of(request.map, request.figures, subject.setting),
        assumptions=assumptions_of(request.figures, subject.setting),
    )


def _top_of(
    request: PageRequest, subject: Subject, styles: PosterStyles, gap: float, code: Code | None
) -> tuple[Head, Strip | None]:
    """Head and strip, and at the right of both a code that ends with them."""
    taken = 0.0 if code is None else code.box.width + gap
    head = lay_out_head(request, subject, styles)
    strip = _strip(request, head, subject, styles, gap, taken)
    if code is None:
        return head, strip
    top = _code_top(request, head, strip, code)
    if top < head.bottom:
        head = lay_out_head(request, subject, styles, taken)
        strip = _strip(request, head, subject, styles, gap, taken)
        top = _code_top(request, head, strip, code)
    if strip is not None and strip.box.bottom < top + code.height:
        box = strip.box
        lower = Rect(box.x, box.y, box.width, top + code.height - box.y)
        strip = msgspec.structs.replace(strip, box=lower)
    placed = moved_code(code, request.inside.right - code.box.width, top)
    return msgspec.structs.replace(head, code=placed), strip


def _code_top(request: PageRequest, head: Head, strip: Strip | None, code: Code) -> float:
    bottom = head.bottom if strip is None else strip.box.bottom
    return max(request.inside.y, bottom - code.height)


def _strip(
    request: PageRequest,
    head: Head,
    subject: Subject,
    styles: PosterStyles,
    gap: float,
    taken: float,
) -> Strip | None:
    if PosterPart.PERSONA in request.settings.hidden or request.number > 1:
        return None
    inside = request.inside
    top = head.bottom + (gap if head.bottom > inside.y else 0.0)
    area = Rect(inside.x, top, inside.width - taken, inside.bottom - top)
    return lay_out_strip(subject, area, styles, coverage_said(request, subject))


def _shared(
    request: PageRequest, top: float, above: float, subject: Subject, styles: PosterStyles
) -> tuple[Shared, Foot, TitleBlock | None]:
    """Map, rail and foot; the title block is under the rail or in the foot, whichever is better.

    Small papers have a line in its place.
    """
    share = RoomShare(request, subject, styles, above)
    facts = () if PosterPart.SOURCE in request.settings.hidden else facts_of(request, subject)
    ruled = facts if has_block(styles) else ()
    code = lay_out_code(request, subject, styles)
    said = source_said(() if ruled else facts, subject) if facts else ""
    if not ruled and code is None:
        foot, _ = lay_out_foot(request, said, subject, styles)
        return share.with_foot(_room(request, top, foot, styles)), foot, None
    content = BlockContent(ruled, code)
    width = block_width(request, subject) if code is None or ruled else code.box.width
    table = lay_out_block(content, width, subject, styles)
    foot, block = lay_out_foot(request, "" if ruled else said, subject, styles, table)
    placed = share.with_foot(_room(request, top, foot, styles))
    lined, _ = lay_out_foot(request, said, subject, styles)
    beside = share.with_block(_room(request, top, lined, styles), content)
    if beside is not None and share.worth(beside) >= share.worth(placed):
        return beside, lined, beside.block
    return placed, foot, block


def _room(request: PageRequest, top: float, foot: Foot, styles: PosterStyles) -> Rect:
    """What is left for map and rail."""
    inside = request.inside
    bottom = foot.line
    if foot.line < inside.bottom:
        bottom -= styles.mm(GAP) * _ABOVE_FOOT
    return Rect(inside.x, top, inside.width, max(bottom - top, 1.0))


def _blank_row(
    request: PageRequest, placed: Shared, subject: Subject, styles: PosterStyles
) -> BlankRow | None:
    """The row to write in, right below the map and as wide."""
    if not request.settings.blank_row:
        return None
    part, scale = request.part or whole_map(request.map), placed.scale
    height = BLANK_ROW * scale
    box = Rect(placed.at.x, placed.at.y + placed.size.height - height, placed.size.width, height)
    pad = DISTANCES.cell_side * scale
    said = subject.setting.words.say("map.poster.blank_row")
    width = part.title_width * scale - 2 * pad
    lines = subject.setting.typesetter.fit(said, styles.heading, width, 2)
    shift = part.title_width - part.window.x
    borders = (band.x for band in request.map.phases if part.window.x <= band.x)
    dividers = tuple(box.x + (x + shift) * scale for x in borders if x < part.window.right)
    return BlankRow(box, TextBlock(box.x + pad, box.y + pad, lines, styles.heading), dividers)


def _notes(
    request: PageRequest,
    placed: Shared,
    foot: Foot,
    above: float,
    subject: Subject,
    styles: PosterStyles,
) -> NotesBox | None:
    """A box where enough is left for handwriting: beside the map, else over or below it."""
    if PosterPart.NOTES in request.settings.hidden:
        return None
    pad = styles.mm(_NOTES_PAD)
    room = _room(request, 0.0, foot, styles)
    boxes = _rooms_for_notes(request, room, placed, above, styles)
    box = next((one for one in boxes if one.height >= styles.mm(_LEAST_NOTES)), None)
    if box is None:
        return None
    line = subject.setting.typesetter.line(
        subject.setting.words.say("map.rail.notes"), styles.heading
    )
    return NotesBox(box, TextBlock(box.x + pad, box.y + pad, (line,), styles.heading))


def _rooms_for_notes(
    request: PageRequest, room: Rect, placed: Shared, above: float, styles: PosterStyles
) -> Iterator[Rect]:
    """Beside a map of several pages, over a title block alone, over a map, below everything.

    Below a map that goes on nothing stands before its last page.
    """
    block, rail, gap = placed.block, placed.rail, styles.mm(GAP)
    top, right = placed.at.y, placed.at.x + placed.size.width + gap
    if rail is None and block is not None:
        yield Rect(block.box.x, top, block.box.width, block.box.y - gap - top)
        return
    part, whole = request.part or whole_map(request.map), whole_map(request.map)
    beside = room.right - right
    if rail is not None:
        beside = rail.box.x - gap - right
    elif request.count == 1:
        beside = 0.0
    if beside >= styles.mm(_NARROWEST_NOTES):
        yield Rect(right, top, beside, placed.size.height)
    if above > gap:
        yield Rect(room.x, top - above, placed.size.width, above - gap)
    if part.empty or part.window.right >= whole.window.right - _SLACK:
        boxes = [one.box.bottom for one in (rail, block) if one is not None]
        bottom = max([top + placed.size.height, *boxes]) + gap
        yield Rect(room.x, bottom, room.width, room.bottom - bottom)
