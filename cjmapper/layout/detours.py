"""Ways around cards that lie over the gutters because they stand over several steps.

Only for connectors whose plain way crosses such a card: out at a side, along the edge of a lane,
down or up another gutter, along the edge of the other lane, and in.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, product

import msgspec

from cjmapper.geometry import Point, Rect, rect_between
from cjmapper.layout.result import LaneBand, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import ids
from cjmapper.model.document import Card

_INSIDE = 0.05
NEAR = 3
"""So many columns beside the two cards a way around may reach."""


class Ends(msgspec.Struct, frozen=True):
    """The two cards of a connector, where they are, and where it touches their sides."""

    cards: tuple[Card, Card]
    rects: tuple[Rect, Rect]
    ports: tuple[float, float]
    offset: float


def crosses(points: Sequence[Point], rects: Sequence[Rect]) -> bool:
    """Whether a line runs through the inside of any of these; an edge is no inside."""
    for start, end in pairwise(points):
        leg = rect_between(start, end)
        for rect in rects:
            if (
                leg.x < rect.right - _INSIDE
                and rect.x + _INSIDE < leg.right + _INSIDE / 2
                and leg.y < rect.bottom - _INSIDE
                and rect.y + _INSIDE < leg.bottom + _INSIDE / 2
            ):
                return True
    return False


def detour(plain: tuple[Point, ...], ends: Ends, layout: MapLayout) -> tuple[Point, ...]:
    """The shortest way that crosses no card, where the plain one does and there is another."""
    if not layout.grid_cells.spanning:
        return plain
    rects = _in_the_way(ends, layout)
    if not crosses(plain, rects):
        return plain
    ways = sorted(_ways(ends, layout), key=_length)
    return next((way for way in ways if not crosses(way, rects)), plain)


def _in_the_way(ends: Ends, layout: MapLayout) -> list[Rect]:
    """The cards over several steps in the lanes between the two; others lie in no gutter."""
    first, last = sorted(layout.lane_of[ids.LaneId(str(card.lane))] for card in ends.cards)
    return [
        rect
        for band in layout.lanes[first : last + 1]
        if band.lane.id in layout.grid_cells.spanning
        for column in layout.columns
        for placed, rect in layout.cards_in((band.lane.id, column.step.id))
        if placed.card.span > 1
    ]


def _ways(ends: Ends, layout: MapLayout) -> Iterator[tuple[Point, ...]]:
    bands = [layout.lanes[layout.lane_of[ids.LaneId(str(card.lane))]] for card in ends.cards]
    sides = [(rect.x, rect.right) for rect in ends.rects]
    edges = [_edges(band, ends.offset) for band in bands]
    for out, into in product(*sides):
        leave = _beside(out, ends.offset, is_right=out == ends.rects[0].right)
        enter = _beside(into, ends.offset, is_right=into == ends.rects[1].right)
        for gutter, first, last in product(_gutters(ends, layout), *edges):
            corners = (
                Point(out, ends.ports[0]),
                Point(leave, ends.ports[0]),
                Point(leave, first),
                Point(gutter, first),
                Point(gutter, last),
                Point(enter, last),
                Point(enter, ends.ports[1]),
                Point(into, ends.ports[1]),
            )
            if all(layout.title_width <= point.x <= layout.size.width for point in corners):
                yield tuple(point for point, _ in groupby(corners))


def _beside(x: float, offset: float, *, is_right: bool) -> float:
    return x + (DISTANCES.cell_side if is_right else -DISTANCES.cell_side) + offset


def _edges(band: LaneBand, offset: float) -> tuple[float, float]:
    """The free air at the upper and the lower edge of a lane."""
    half = DISTANCES.cell_top / 2
    return band.y + half + offset / 2, band.bottom - half + offset / 2


def _gutters(ends: Ends, layout: MapLayout) -> list[float]:
    first, last = sorted(layout.column_of[ids.StepId(str(card.step))] for card in ends.cards)
    near = layout.columns[max(0, first - NEAR) : last + NEAR + 1]
    return [column.x + ends.offset for column in near[1:]] + [near[-1].right + ends.offset]


def _length(points: tuple[Point, ...]) -> float:
    return sum(start.distance(end) for start, end in pairwise(points))
