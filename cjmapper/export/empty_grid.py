"""The same map as an empty grid for the wall: phases, steps and lanes, and room to write by hand.

A grid is a poster of a map without its cards, whose columns and lanes are sized to fill the paper;
everything else (tiles, bleed, margins) is as of any poster.
"""

import math

import msgspec

from cjmapper.export.paper import sheet
from cjmapper.export.poster import PosterRequest, lay_out_pages
from cjmapper.export.poster_pages import needed_scale
from cjmapper.geometry import Size, mm_from_pt
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster_styles import paper_sizes
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.model.document import Document, JourneyMap
from cjmapper.model.entities import MAP_PARTS, EntityKind, parts
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.references import without
from cjmapper.model.vocabulary import LaneKind, Overflow, PosterPart
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words

_LEFT_OUT = (
    PosterPart.PERSONA,
    PosterPart.LEGEND,
    PosterPart.RAIL,
    PosterPart.NOTES,
    PosterPart.SOURCE,
)
_EMPTIED = (
    EntityKind.CARD,
    EntityKind.EMOTION,
    EntityKind.TRANSITION,
    EntityKind.LINK,
    EntityKind.INSIGHT,
    EntityKind.ACTION,
    EntityKind.VOTE_ROUND,
    EntityKind.COMMENT,
)
_WEIGHTS = {
    LaneKind.EMOTION: 2.2,
    LaneKind.PAIN: 1.4,
    LaneKind.OPPORTUNITY: 1.4,
    LaneKind.PICTURE: 1.4,
    LaneKind.THOUGHT: 1.2,
    LaneKind.QUESTION: 1.2,
}
"""How much more is written in some lanes than in others."""
_COLUMN_ON_ROLL = 1.25
"""How much wider than usual a column is where the paper is as long as it needs."""
_TINY = 1.0
_ROOMY = 1.02
"""A grid on several pages is so much larger than it must be, so that a cut has some play."""
_TRIES = 5
_CLOSE = 1e-6
_DATE_LINE, _NAMES_LINE = 14, 48
"""Underscores to write upon."""


def grid_request(request: PosterRequest, typesetter: Typesetter) -> PosterRequest:
    """What makes the empty grid when it is planned as a poster.

    Raises:
        ExportError: whatever makes the settings useless.
    """
    words = Words(request.language)
    setting = Setting(typesetter, words)
    settings = _settings(request.settings)
    empty = _with_map(request, _emptied(request.journey, words), settings)
    empty = msgspec.structs.replace(empty, to_fill=True)
    room = _room(empty, typesetter)
    filled = empty
    for _ in range(_TRIES):
        filled = _with_map(empty, _filled(empty, room, setting), settings)
        left = _room(filled, typesetter)
        if abs(left.height - room.height) < _CLOSE * room.height:
            break
        room = left
    if request.settings.overflow is Overflow.ONE or _readable(filled, typesetter):
        return filled
    several = _on_several(empty, room, setting)
    return several if _readable(several, typesetter) else filled


def _settings(settings: PosterSettings) -> PosterSettings:
    hidden = dict.fromkeys((*settings.hidden, *(part.value for part in _LEFT_OUT)))
    return msgspec.structs.replace(
        settings, hidden=tuple(hidden), blank_row=False, code=False, overflow=Overflow.ONE
    )


def _with_map(
    request: PosterRequest, journey: JourneyMap, settings: PosterSettings
) -> PosterRequest:
    gone = [name.id for kind in _EMPTIED for name in parts(request.journey, kind)]
    whole = without(request.document, gone)
    maps = tuple(journey if one.id == journey.id else one for one in whole.maps)
    document: Document = msgspec.structs.replace(whole, maps=maps)
    return msgspec.structs.replace(request, document=document, journey=journey, settings=settings)


def _emptied(journey: JourneyMap, words: Words) -> JourneyMap:
    """The map without what was found out, as small as it can be; the scenario is a line to fill."""
    steps = (
        msgspec.structs.replace(
            step, title=step.title or " ", moment_of_truth=False, width_mm=_TINY
        )
        for step in journey.steps
    )
    lanes = (msgspec.structs.replace(lane, height_mm=_TINY) for lane in journey.lanes)
    line = "   ".join(
        f"{words.say(f'wall.grid.{name}')} {'_' * length}"
        for name, length in (("date", _DATE_LINE), ("participants", _NAMES_LINE))
    )
    return msgspec.structs.replace(
        journey,
        scenario=line,
        steps=tuple(steps),
        lanes=tuple(lanes),
        **{MAP_PARTS[kind]: () for kind in _EMPTIED},
    )


def _room(request: PosterRequest, typesetter: Typesetter) -> Size:
    """What the paper leaves for the map, under the title."""
    layout = lay_out_pages(request, typesetter)[0]
    inside = sheet(request.settings).area
    return Size(inside.width, inside.bottom - layout.map_at.y)


def _filled(request: PosterRequest, room: Size, setting: Setting) -> JourneyMap:
    """The map with even columns, and lanes by what is written in them, that fill the room."""
    journey, chosen = request.journey, sheet(request.settings)
    scale = mm_from_pt(paper_sizes(chosen.size).card) / CARD_TEXT.size
    across = room.width
    if chosen.paper.grows:
        column = DISTANCES.column_width * _COLUMN_ON_ROLL
        across = scale * (DISTANCES.title_width + column * len(journey.steps))
        across = chosen.cut(across + 2 * chosen.margin).area.width
    wide = _widened(journey, across / scale)
    layout = _laid_out(request, wide, setting)
    for _ in range(_TRIES):
        fits = min(across / layout.size.width, room.height / layout.size.height)
        if fits >= scale * (1 - _CLOSE):
            break
        scale = fits
        wide = _widened(journey, across / scale)
        layout = _laid_out(request, wide, setting)
    return _heightened(wide, layout, room.height / scale)


def _readable(request: PosterRequest, typesetter: Typesetter) -> bool:
    """Whether the words of the grid are as large as its paper asks for, on every page of it."""
    layouts = lay_out_pages(request, typesetter)
    return all(
        one.part.window.width > 0 and one.map_scale >= needed_scale(one.page) for one in layouts
    )


def _on_several(request: PosterRequest, room: Size, setting: Setting) -> PosterRequest:
    """The grid on as few pages as words that can be read take, its columns even on all of them."""
    settings = msgspec.structs.replace(request.settings, overflow=Overflow.PAGES)
    scale = needed_scale(sheet(settings).size) * _ROOMY
    across = room.width / scale - DISTANCES.title_width
    count = len(request.journey.steps)
    most = max(1, int(across // DISTANCES.least_column))
    on_each = math.ceil(count / math.ceil(count / most))
    wide = _widened(request.journey, DISTANCES.title_width + across / on_each * count)
    layout = _laid_out(request, wide, setting)
    return _with_map(request, _heightened(wide, layout, room.height / scale), settings)


def _heightened(journey: JourneyMap, layout: MapLayout, whole: float) -> JourneyMap:
    heights = _heights(layout, whole)
    lanes = tuple(
        msgspec.structs.replace(lane, height_mm=heights.get(lane.id)) for lane in journey.lanes
    )
    return msgspec.structs.replace(journey, lanes=lanes)


def _widened(journey: JourneyMap, width: float) -> JourneyMap:
    """The map `width` wide, or wider where no column could be written in."""
    column = max((width - DISTANCES.title_width) / len(journey.steps), DISTANCES.least_column)
    steps = tuple(msgspec.structs.replace(step, width_mm=column) for step in journey.steps)
    return msgspec.structs.replace(journey, steps=steps)


def _laid_out(request: PosterRequest, journey: JourneyMap, setting: Setting) -> MapLayout:
    document = _with_map(request, journey, request.settings).document
    return lay_out_map(document, journey.id, setting)


def _heights(layout: MapLayout, whole: float) -> dict[str, float]:
    """The heights of the lanes shown, by weight and never below what each needs."""
    left = whole - layout.header.height
    least: dict[str, float] = {band.lane.id: band.height for band in layout.lanes}
    weights: dict[str, float] = {
        band.lane.id: _WEIGHTS.get(band.lane.kind, 1.0) for band in layout.lanes
    }
    heights, free = dict(least), set(weights)
    while free:
        taken = sum(heights[name] for name in heights if name not in free)
        share = (left - taken) / sum(weights[name] for name in free)
        tight = {name for name in free if share * weights[name] < least[name]}
        if not tight:
            heights.update({name: share * weights[name] for name in free})
            break
        free -= tight
    return heights
