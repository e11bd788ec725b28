"""Where two layouts of a map look different among the cells, so that only that is painted anew.

What is the very same object looks the same; everything else is taken to differ. Paints nothing.
"""

from collections.abc import Iterator
from itertools import pairwise

from cjmapper.drawing.compose import seen_columns, seen_lanes
from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.between import LayoutBetween
from cjmapper.layout.result import EMPTY_CELL, LaneBand, LinkRoute, MapLayout

_AROUND = mm_from_px(9)
"""How far lines, their heads and edges of cards reach beyond their places."""

_MOST = 48
"""More places than that are painted as one."""


def differing_places(former: MapLayout, now: MapLayout, window: Rect) -> tuple[Rect, ...] | None:
    """The places in `window`, in millimetres; None where all of it has to be painted anew."""
    if isinstance(former, LayoutBetween) or isinstance(now, LayoutBetween):
        # Cards on their way stand in no cell.
        return None
    if not _same_grid(former, now):
        return None
    found = [*_lanes(former, now), *_cells(former, now, window), *_links(former, now, window)]
    places = tuple(place.grown(_AROUND) for place in found if place.grown(_AROUND).meets(window))
    if len(places) <= _MOST:
        return places
    whole = places[0]
    for place in places[1:]:
        whole = whole.united(place)
    return (whole,)


def _same_grid(former: MapLayout, now: MapLayout) -> bool:
    """Whether columns and lanes stand where they stood, and each is as large as it was."""
    if former.columns is not now.columns or former.phases is not now.phases:
        return False
    if former.size != now.size or len(former.lanes) != len(now.lanes):
        return False
    lanes = zip(former.lanes, now.lanes, strict=True)
    return all(_stands(one) == _stands(other) for one, other in lanes)


def _stands(band: LaneBand) -> tuple[str, float, float, str | None]:
    return band.lane.id, band.y, band.height, band.line_above


def _lanes(former: MapLayout, now: MapLayout) -> Iterator[Rect]:
    """Whole lanes whose curves differ."""
    for band in now.lanes:
        name = band.lane.id
        if former.emotion_lanes.get(name) is not now.emotion_lanes.get(name):
            yield Rect(0.0, band.y, now.size.width, band.height)


def _cells(former: MapLayout, now: MapLayout, window: Rect) -> Iterator[Rect]:
    """Cells whose cards differ; whole lanes where a card of one covers several columns."""
    spanning = former.grid_cells.spanning | now.grid_cells.spanning
    columns = now.columns[slice(*seen_columns(now, window))]
    for band in seen_lanes(now, window):
        lane = band.lane.id
        wide = lane in spanning
        for column in now.columns if wide else columns:
            key = (lane, column.step.id)
            one, other = former.cells.get(key, EMPTY_CELL), now.cells.get(key, EMPTY_CELL)
            if one is other:
                continue
            if wide:
                yield Rect(0.0, band.y, now.size.width, band.height)
                break
            yield Rect(column.x, band.y, column.width, max(one.bottom, other.bottom))


def _links(former: MapLayout, now: MapLayout, window: Rect) -> Iterator[Rect]:
    """The legs and labels of connectors that differ, in both layouts."""
    gone = {route.link.id: route for route in former.routes.near(former, window)}
    come = {route.link.id: route for route in now.routes.near(now, window)}
    for name in gone.keys() | come.keys():
        one, other = gone.get(name), come.get(name)
        if one is other or one == other:
            continue
        for route in (one, other):
            if route is not None:
                yield from _legs(route)


def _legs(route: LinkRoute) -> Iterator[Rect]:
    for start, end in pairwise(route.points):
        left, top = min(start.x, end.x), min(start.y, end.y)
        yield Rect(left, top, abs(start.x - end.x), abs(start.y - end.y))
    if route.label is not None:
        block = route.label
        width = max(line.width(block.style.size) for line in block.lines)
        yield Rect(block.x, block.y, width, block.height)
