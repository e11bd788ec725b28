"""A map as an overview: titles and curves as ever, of each card only a numbered mark.

The cards themselves are listed on pages of their own; a mark and its card bear the same number,
counted phase by phase, step by step and lane by lane.
"""

from collections.abc import Iterator

import msgspec

from cjmapper.geometry import Rect, Size, mm_from_px
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster_types import CardMark
from cjmapper.layout.result import Column, LaneBand, MapLayout, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.model import ids
from cjmapper.model.document import Card, Document, JourneyMap
from cjmapper.model.vocabulary import LaneKind
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

MARK_TEXT = TextStyle(Face.SEMIBOLD, mm_from_px(14), mm_from_px(18))
_HEIGHT = mm_from_px(22)
_LEAST = mm_from_px(28)
_PAD = mm_from_px(6)
_GAP = mm_from_px(5)
_ABOVE = _BELOW = mm_from_px(9)


class NumberedCard(msgspec.Struct, frozen=True):
    """A card that is shown, where it stands, and its number from 1."""

    number: int
    card: Card
    column: Column
    band: LaneBand


class Overview(msgspec.Struct, frozen=True):
    """The map laid out without its cards, and their marks on it."""

    map: MapLayout
    marks: tuple[CardMark, ...]


def numbered_cards(layout: MapLayout) -> tuple[NumberedCard, ...]:
    """The cards of a map in the order in which it is read."""
    return tuple(
        NumberedCard(number, card, column, band)
        for number, (card, column, band) in enumerate(_in_order(layout), 1)
    )


def _in_order(layout: MapLayout) -> Iterator[tuple[Card, Column, LaneBand]]:
    for column in layout.columns:
        for band in layout.lanes:
            for placed in layout.cell((band.lane.id, column.step.id)).cards:
                yield placed.card, column, band


def lay_out_overview(
    layout: MapLayout, cards: tuple[NumberedCard, ...], width: float, setting: Setting
) -> Overview:
    """The overview of a map whose columns are all of one `width`.

    It is as large on paper as its cards would have to be: no type in it is smaller than theirs.
    """
    inner = width - 2 * DISTANCES.cell_side
    rows: dict[tuple[ids.LaneId, ids.StepId], list[list[CardMark]]] = {}
    for one in cards:
        _into(rows.setdefault((one.band.lane.id, one.column.step.id), [[]]), one, inner, setting)
    most: dict[ids.LaneId, int] = {}
    for (lane, _), held in rows.items():
        most[lane] = max(most.get(lane, 0), len(held))
    emptied = _emptied(layout.map, width)
    readable = msgspec.structs.replace(setting, least_size=CARD_TEXT.size)
    overview = _lower(lay_out_map(_with(layout.document, emptied), emptied.id, readable), most)
    return Overview(overview, tuple(_placed(overview, rows)))


def _into(rows: list[list[CardMark]], one: NumberedCard, inner: float, setting: Setting) -> None:
    """Adds the mark of a card to the rows of its cell, relative to the first of them."""
    line = setting.typesetter.line(str(one.number), MARK_TEXT)
    across = line.width(MARK_TEXT.size)
    width = max(_LEAST, across + 2 * _PAD)
    x = rows[-1][-1].box.right + _GAP if rows[-1] else 0.0
    if x and x + width > inner:
        rows.append([])
        x = 0.0
    y = (len(rows) - 1) * (_HEIGHT + _GAP)
    left, top = x + (width - across) / 2, y + (_HEIGHT - MARK_TEXT.line_height) / 2
    text = TextBlock(left, top, (line,), MARK_TEXT)
    rows[-1].append(CardMark(one.card, Rect(x, y, width, _HEIGHT), text))


def _emptied(journey: JourneyMap, width: float) -> JourneyMap:
    """The map with its cards taken off the grid."""
    return msgspec.structs.replace(
        journey,
        cards=tuple(msgspec.structs.replace(one, lane=None, step=None) for one in journey.cards),
        steps=tuple(
            msgspec.structs.replace(one, width_mm=width, picture=None) for one in journey.steps
        ),
        links=(),
    )


def _lower(overview: MapLayout, most: dict[ids.LaneId, int]) -> MapLayout:
    """Lanes no higher than their titles and marks need."""
    y = overview.header.height
    lanes: list[LaneBand] = []
    for band in overview.lanes:
        height = band.height
        if band.lane.kind is not LaneKind.EMOTION:
            marks = most.get(band.lane.id, 0) * (_HEIGHT + _GAP) - _GAP
            height = max(band.title.bottom, _ABOVE + marks) + _BELOW
        lanes.append(msgspec.structs.replace(band, y=y, height=height))
        y += height
    size = Size(overview.size.width, y)
    return msgspec.structs.replace(overview, lanes=tuple(lanes), size=size)


def _with(document: Document, journey: JourneyMap) -> Document:
    maps = tuple(journey if one.id == journey.id else one for one in document.maps)
    return msgspec.structs.replace(document, maps=maps)


def _placed(
    overview: MapLayout, rows: dict[tuple[ids.LaneId, ids.StepId], list[list[CardMark]]]
) -> Iterator[CardMark]:
    for key, held in rows.items():
        cell = overview.cell_rect(key)
        dx, dy = cell.x + DISTANCES.cell_side, cell.y + _ABOVE
        yield from (mark.moved(dx, dy) for row in held for mark in row)
