"""Names of phases and lanes that stay in view as long as any of their band does.

Moves what a composer made; adds and words nothing.
"""

from cjmapper.drawing.primitives import Group, Primitive, TextLine
from cjmapper.geometry import Rect
from cjmapper.layout.result import LaneBand, MapLayout, PhaseBand, TextBlock

_SIDE = 3.0
"""Millimetres kept free at the end of a band."""


def held_header(header: Group, layout: MapLayout, window: Rect, but: str | None = None) -> Group:
    """The header with the names of phases that begin left of `window` moved into it.

    What is written just now (`but`) stays where its caret is.
    """
    bands: dict[str, PhaseBand] = {
        band.phase.id: band for band in layout.phases if band.x < window.x
    }
    items = tuple(
        _held_phase(item, bands[item.id], window)
        if isinstance(item, Group) and item.id in bands and item.id != but
        else item
        for item in header.items
    )
    return Group(header.id, items, role=header.role)


def held_titles(titles: Group, layout: MapLayout, window: Rect, but: str | None = None) -> Group:
    """Lane titles, those of lanes that begin above `window` moved down into it.

    The words of an emotion lane belong to its levels, so it stays as it is.
    """
    bands: dict[str, LaneBand] = {
        band.lane.id: band
        for band in layout.lanes
        if band.y < window.y and band.lane.id not in layout.emotion_lanes
    }
    items = tuple(
        _held_lane(item, bands[item.id], window)
        if isinstance(item, Group) and item.id in bands and item.id != but
        else item
        for item in titles.items
    )
    return Group(titles.id, items, role=titles.role)


def _held_phase(group: Group, band: PhaseBand, window: Rect) -> Group:
    free = band.width - band.name.x - _width(band.name) - 2 * _SIDE
    moved = max(0.0, min(window.x - band.x, free))
    texts: tuple[Primitive, ...] = tuple(i for i in group.items if isinstance(i, TextLine))
    rest = tuple(item for item in group.items if not isinstance(item, TextLine))
    name = Group(f"{group.id}-name", texts, x=moved)
    return Group(group.id, (*rest, name), role=group.role, title=group.title)


def _held_lane(group: Group, band: LaneBand, window: Rect) -> Group:
    free = band.height - band.title.bottom - _SIDE
    moved = max(0.0, min(window.y - band.y, free))
    return Group(group.id, group.items, y=moved, role=group.role, title=group.title)


def _width(block: TextBlock) -> float:
    return max((line.width(block.style.size) for line in block.lines), default=0.0)
