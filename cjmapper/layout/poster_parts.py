"""A map in parts that hang side by side: where it is cut, and what each part shows.

A cut stands between two columns and never goes through a card that spans both; at the border of a
phase where that leaves the parts about as wide as any other cut would.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.poster_types import MapPart
from cjmapper.layout.result import Column, MapLayout, PhaseBand, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES, PHASE_NAME

_WIDER = 1.2
"""How much wider than any other cut would leave it the widest part may be, to keep phases whole."""


def cuts_of(layout: MapLayout) -> tuple[int, ...]:
    """The columns before which the map may be cut: no card reaches over the cut."""
    reached = 0
    found: list[int] = []
    reach = _reaches(layout)
    for column in layout.columns:
        if column.index and reached <= column.index:
            found.append(column.index)
        reached = max(reached, reach.get(column.index, 0))
    return tuple(found)


def _reaches(layout: MapLayout) -> dict[int, int]:
    """By the column where cards begin, the column after the last that they reach into."""
    reach: dict[int, int] = {}
    for (_, step), cell in layout.cells.items():
        index = layout.column_of[step]
        most = max((placed.card.span for placed in cell.cards), default=1)
        reach[index] = max(reach.get(index, 0), index + most)
    return reach


def split(layout: MapLayout, rooms: tuple[float, ...]) -> tuple[int, ...] | None:
    """The columns that parts begin with, one for each of `rooms`, so that none is crowded.

    `rooms` are the widths that the parts have, against each other. None where the map has too few
    places to be cut.
    """
    cuts = cuts_of(layout)
    any_cut = _best(layout, cuts, rooms)
    if any_cut is None:
        return None
    borders = frozenset(band.first_column for band in layout.phases)
    at_borders = _best(layout, tuple(cut for cut in cuts if cut in borders), rooms)
    if at_borders is not None and at_borders[0] <= any_cut[0] * _WIDER:
        return at_borders[1]
    return any_cut[1]


def _best(
    layout: MapLayout, cuts: tuple[int, ...], rooms: tuple[float, ...]
) -> tuple[float, tuple[int, ...]] | None:
    """The starts whose most crowded part is least crowded, and how crowded that is."""
    columns = layout.columns
    ends = (*cuts, len(columns))
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for room in rooms:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (crowded, starts) in best.items():
            for end in ends:
                if end <= start:
                    continue
                width = columns[end - 1].right - columns[start].x + layout.title_width
                found = (max(crowded, width / room), (*starts, start))
                if end not in following or found < following[end]:
                    following[end] = found
        best = following
    return best.get(len(columns))


def parts(layout: MapLayout, starts: tuple[int, ...], setting: Setting) -> tuple[MapPart, ...]:
    """The parts that begin with the columns `starts`."""
    return tuple(
        _part(layout, layout.columns[first:end], setting)
        for first, end in pairwise((*starts, len(layout.columns)))
    )


def _part(layout: MapLayout, columns: tuple[Column, ...], setting: Setting) -> MapPart:
    left, right = columns[0].x, columns[-1].right
    window = Rect(left, 0.0, right - left, layout.size.height)
    phases = tuple(_phases(layout, columns, setting))
    return MapPart(window, layout.title_width, phases)


def _phases(
    layout: MapLayout, columns: tuple[Column, ...], setting: Setting
) -> Iterator[PhaseBand]:
    first, end = columns[0].index, columns[-1].index + 1
    for band in layout.phases:
        begin = max(band.first_column, first)
        finish = min(band.first_column + band.column_count, end)
        if begin >= finish:
            continue
        if finish - begin == band.column_count:
            yield band
            continue
        x = layout.columns[begin].x
        width = layout.columns[finish - 1].right - x
        cut = msgspec.structs.replace(
            band, x=x, width=width, first_column=begin, column_count=finish - begin
        )
        name = _name(cut, goes_on=begin > band.first_column, setting=setting)
        yield msgspec.structs.replace(cut, name=name)


def _name(band: PhaseBand, *, goes_on: bool, setting: Setting) -> TextBlock:
    """The name in the room that is left; one that goes on from the page before says so."""
    name = band.phase.name
    if goes_on and name:
        name = setting.words.say("poster.continued", name=name)
    inner = band.width - band.name.x - DISTANCES.phase_notch - mm_from_px(6)
    most = max(len(band.name.lines), 1)
    lines = setting.typesetter.fit(name, PHASE_NAME, inner, most, aligned=True)
    return msgspec.structs.replace(band.name, lines=lines)
