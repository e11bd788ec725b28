"""A map on a page: title, persona strip, the map as large as it can be, rail, legend, source line.

The grid is laid out as everywhere else and only scaled as a whole; the frame around it is laid
out for the paper. The rail stands beside the map or below it, whichever leaves the map larger.
"""

import datetime as dt

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_legend import footer_width, lay_out_footer, lay_out_legend
from cjmapper.layout.poster_rail import SectionText, rail_below, rail_beside, rail_text
from cjmapper.layout.poster_strip import lay_out_strip
from cjmapper.layout.poster_styles import PosterStyles, poster_styles
from cjmapper.layout.poster_types import (
    MapPart,
    NotesBox,
    PageRequest,
    Pill,
    PosterLayout,
    Rail,
    whole_map,
)
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Setting, Subject
from cjmapper.model.vocabulary import MapState
from cjmapper.text.lines import Line

_GAP = 9.0
_PILL_SIDE = 7.0
_PILL_TOP = 2.6
_FOOTER_SHARE = 0.46
_RAIL_WIDTHS = (0.15, 0.17, 0.19, 0.22)
_LEAST_NOTES = 42.0
_NOTES_PAD = 8.0
_WIDEST_RAIL = 0.3
_MOST_LINES = (10_000, 8, 3, 1)
"""How many lines a text of the frame may have: fewer where the frame leaves the map no room."""
_LEAST_MAP = 0.3
"""Of the height within the margins, for the map."""
_LARGEST = 2.4
"""A map is not scaled up beyond this against an A1, so that a small one does not shout."""


class _Placed(msgspec.Struct, frozen=True):
    """One way to share the room between map and rail."""

    scale: float
    at: Point
    rail: Rail | None


def lay_out_poster(request: PageRequest, setting: Setting) -> PosterLayout:
    """One page of a map's poster; the map itself is laid out already and only scaled."""
    subject = Subject(request.map.document, request.map.map, setting)
    posters = (
        _laid_out(request, subject, poster_styles(request.page, most_lines))
        for most_lines in _MOST_LINES
    )
    poster = next(posters)
    least = request.inside.height * _LEAST_MAP
    while _height_for_map(poster) < least and (shorter := next(posters, None)) is not None:
        poster = shorter
    return poster


def _height_for_map(poster: PosterLayout) -> float:
    """How far down the map may reach: to the rail where that is below it, else to the foot."""
    bottom = poster.footer_line
    if poster.rail is not None and poster.rail.box.x <= poster.map_at.x:
        bottom -= poster.rail.box.height
    return bottom - poster.map_at.y


def _laid_out(request: PageRequest, subject: Subject, styles: PosterStyles) -> PosterLayout:
    page, inside, today = request.page, request.inside, request.today
    part = request.part or whole_map(request.map)
    layout = part
    title, stamp, subtitle, y = _head(subject, inside, styles)
    strip_area = Rect(inside.x, y + styles.mm(_GAP), inside.width, inside.bottom - y)
    strip = lay_out_strip(subject, strip_area, styles)
    if strip is not None:
        y = strip.box.bottom
    foot_top, legend_area, footer_area = _foot(subject, inside, styles, today)
    top = y + styles.mm(_GAP)
    room = Rect(inside.x, top, inside.width, foot_top - styles.mm(_GAP) * 0.7 - top)
    placed = _share(layout, rail_text(subject), room, subject, styles)
    notes = _notes(layout, placed, room, subject, styles)
    legend, _ = lay_out_legend(subject, legend_area, styles)
    return PosterLayout(
        page=page,
        words=subject.setting.words,
        map=request.map,
        part=part,
        map_at=placed.at,
        map_scale=placed.scale,
        unit=styles.unit,
        title=title,
        stamp=stamp,
        subtitle=subtitle,
        strip=strip,
        rail=placed.rail,
        notes=notes,
        legend=legend,
        footer=lay_out_footer(subject, footer_area, styles, today),
        footer_line=foot_top,
    )


def _head(
    subject: Subject, inside: Rect, styles: PosterStyles
) -> tuple[TextBlock, Pill | None, TextBlock | None, float]:
    """Title with the state beside it, subtitle below, and the y under both."""
    document, journey = subject.document, subject.map
    setting = subject.setting
    word = _state(subject, styles)
    taken = 0.0 if word is None else _pill_width(word, styles) + styles.mm(_GAP)
    said = document.title or journey.title
    lines = setting.typesetter.fit(said, styles.title, inside.width - taken, styles.most_lines)
    title = TextBlock(inside.x, inside.y, lines, styles.title)
    stamp = None if word is None else _pill(word, title, styles)
    y = inside.y + max(len(lines), 1) * styles.title.line_height
    parts = [journey.title if document.title else "", journey.scenario]
    said = " · ".join(part for part in parts if part)
    subtitle = None
    if said:
        wrapped = setting.typesetter.fit(said, styles.subtitle, inside.width, styles.most_lines)
        subtitle = TextBlock(inside.x, y + styles.mm(1.5), wrapped, styles.subtitle)
        y = subtitle.bottom
    return title, stamp, subtitle, y


def _state(subject: Subject, styles: PosterStyles) -> Line | None:
    """The word for the map's state; none for one that this version does not know."""
    state = subject.map.state
    if state is MapState.OTHER:
        return None
    said = subject.setting.words.say(f"map.stamp.{state.value}")
    return subject.setting.typesetter.line(said, styles.stamp)


def _pill_width(word: Line, styles: PosterStyles) -> float:
    return word.width(styles.stamp.size) + styles.mm(2 * _PILL_SIDE)


def _pill(word: Line, title: TextBlock, styles: PosterStyles) -> Pill:
    """The state after the last line of the title."""
    last = title.lines[-1].width(styles.title.size) if title.lines else 0.0
    height = styles.stamp.line_height + styles.mm(2 * _PILL_TOP)
    row_top = title.y + max(len(title.lines) - 1, 0) * styles.title.line_height
    x = title.x + last + styles.mm(_GAP if title.lines else 0.0)
    y = row_top + (styles.title.line_height - height) / 2
    at = (x + styles.mm(_PILL_SIDE), y + styles.mm(_PILL_TOP))
    return Pill(
        Rect(x, y, _pill_width(word, styles), height), TextBlock(*at, (word,), styles.stamp)
    )


def _foot(
    subject: Subject, inside: Rect, styles: PosterStyles, today: dt.date | None
) -> tuple[float, Rect, Rect]:
    """The y of the line over legend and source line, and the room of each."""
    gap = styles.mm(_GAP)
    split = max(
        inside.width * (1 - _FOOTER_SHARE), inside.width - footer_width(subject, styles, today)
    )
    legend_width = split - gap
    probe = Rect(inside.x, 0.0, legend_width, 1.0)
    _, legend_height = lay_out_legend(subject, probe, styles)
    rows = lay_out_footer(subject, Rect(inside.x, 0.0, inside.width - split, 1.0), styles, today)
    height = max(legend_height, len(rows) * styles.small.line_height) + styles.mm(4.0)
    line = inside.bottom - height
    top = line + styles.mm(4.0)
    return (
        line,
        Rect(inside.x, top, legend_width, height),
        Rect(inside.x + split, top, inside.width - split, height),
    )


def _share(
    layout: MapPart,
    text: tuple[SectionText, ...],
    room: Rect,
    subject: Subject,
    styles: PosterStyles,
) -> _Placed:
    """The largest map; with a rail beside or below where there is something to say."""
    gap = styles.mm(_GAP)
    choices: list[_Placed] = []
    if text:
        below = rail_below(text, (room.x, 0.0), room.width, subject, styles)
        shorter = Rect(room.x, room.y, room.width, room.height - below.box.height - gap)
        choices.append(_fitted(layout, shorter, styles))
        for share in _RAIL_WIDTHS:
            width = room.width * share
            box = Rect(room.right - width, room.y, width, room.height)
            rail = rail_beside(text, box, subject, styles)
            if rail is not None:
                narrower = Rect(room.x, room.y, room.width - width - gap, room.height)
                placed = _fitted(layout, narrower, styles)
                choices.append(msgspec.structs.replace(placed, rail=rail))
    if not choices:
        return _fitted(layout, room, styles)
    best = max(choices, key=lambda one: (round(one.scale, 3), one.rail is None))
    if best.rail is not None:
        return _with_wide_rail(best, layout, text, room, subject, styles)
    y = best.at.y + layout.size.height * best.scale + gap
    rail = rail_below(text, (room.x, y), room.width, subject, styles)
    return msgspec.structs.replace(best, rail=rail)


def _with_wide_rail(
    placed: _Placed,
    layout: MapPart,
    text: tuple[SectionText, ...],
    room: Rect,
    subject: Subject,
    styles: PosterStyles,
) -> _Placed:
    """The map at the left edge, and the rail as wide as what that leaves, within reason."""
    right = room.x + layout.size.width * placed.scale + styles.mm(_GAP)
    width = min(room.right - right, room.width * _WIDEST_RAIL)
    box = Rect(room.right - width, room.y, width, layout.size.height * placed.scale)
    rail = rail_beside(text, box, subject, styles)
    if rail is None:
        taller = Rect(box.x, box.y, box.width, room.height)
        rail = rail_beside(text, taller, subject, styles) or placed.rail
    return msgspec.structs.replace(placed, at=Point(room.x, room.y), rail=rail)


def _notes(
    layout: MapPart, placed: _Placed, room: Rect, subject: Subject, styles: PosterStyles
) -> NotesBox | None:
    """A box over the whole width where map and rail leave enough height for handwriting."""
    gap, pad = styles.mm(_GAP), styles.mm(_NOTES_PAD)
    bottom = placed.at.y + layout.size.height * placed.scale
    if placed.rail is not None:
        bottom = max(bottom, placed.rail.box.bottom)
    box = Rect(room.x, bottom + gap, room.width, room.bottom - bottom - gap)
    if box.height < styles.mm(_LEAST_NOTES):
        return None
    line = subject.setting.typesetter.line(
        subject.setting.words.say("map.rail.notes"), styles.heading
    )
    return NotesBox(box, TextBlock(box.x + pad, box.y + pad, (line,), styles.heading))


def _fitted(layout: MapPart, room: Rect, styles: PosterStyles) -> _Placed:
    """The map as large as `room` lets it, in the middle of what is left over at the sides."""
    size = layout.size
    scale = min(room.width / size.width, room.height / size.height, _LARGEST * styles.unit)
    left = (room.width - size.width * scale) / 2
    return _Placed(scale, Point(room.x + left, room.y), None)
