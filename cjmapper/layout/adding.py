"""Where each «+» stands that adds something with one click, and which of them are seen.

At the end of the cell under the pointer, in the header near it, and always after the last phase
and below the last lane. Sizes are pixels of the screen, so they come in with a `Reach`.
"""

from collections.abc import Iterator

import msgspec

from cjmapper.geometry import Point
from cjmapper.layout import hits as h
from cjmapper.layout.result import Column, LaneBand, MapLayout
from cjmapper.layout.spans import cards_over
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.lane_rules import accepted_kinds

_NEAR = 3.5
_BELOW_CARD = 11 / 12
_INSIDE = 1.0
_FROM_EDGE = 7 / 6
_BEFORE_POINT = 17 / 6
_BESIDE_TITLE = 5 / 3
"""In radii of a «+», which is what `Reach.marker` says."""


class Plus(msgspec.Struct, frozen=True):
    """One «+»: what a click on it adds, and its middle on the map."""

    adds: h.HitAdd
    place: Point


def pluses_at(layout: MapLayout, point: Point, reach: h.Reach) -> tuple[Plus, ...]:
    """Every «+» that is seen while the pointer is at `point`."""
    return (*_around_pointer(layout, point, reach), *_at_ends(layout, reach))


def plus_at(layout: MapLayout, point: Point, reach: h.Reach) -> Plus | None:
    """The «+» under the pointer, or None."""
    seen = pluses_at(layout, point, reach)
    return next((plus for plus in seen if plus.place.distance(point) <= reach.marker), None)


def add_step_point(layout: MapLayout, phase_index: int, reach: h.Reach) -> Point:
    """At the right end of a phase's row of step titles; before its point where there is no row."""
    band, header = layout.phases[phase_index], layout.header
    right, radius = band.x + band.width, reach.marker
    if header.step_height > 0:
        return Point(right - _FROM_EDGE * radius, header.step_top + header.step_height / 2)
    return Point(right - _BEFORE_POINT * radius, header.phase_height / 2)


def _around_pointer(layout: MapLayout, point: Point, reach: h.Reach) -> Iterator[Plus]:
    if not (layout.title_width <= point.x < layout.size.width):
        return
    column = layout.column_at(point.x)
    if 0 <= point.y < layout.header.height:
        yield from _between_phases(layout, point, reach)
        band = layout.phases[column.phase_index]
        place = add_step_point(layout, band.index, reach)
        yield Plus(h.HitAddStep(band.phase.id), place)
        return
    lane = layout.lane_at(point.y)
    if lane is not None and accepted_kinds(lane.lane.kind):
        place = _end_of_cell(layout, lane, column, reach)
        yield Plus(h.HitAddCard(lane.lane.id, column.step.id), place)


def _between_phases(layout: MapLayout, point: Point, reach: h.Reach) -> Iterator[Plus]:
    for band in layout.phases[1:]:
        if abs(band.x - point.x) <= _NEAR * reach.marker:
            yield Plus(h.HitAddPhase(band.index, band.x), Point(band.x, _INSIDE * reach.marker))


def _end_of_cell(layout: MapLayout, lane: LaneBand, column: Column, reach: h.Reach) -> Point:
    """Below the last card, at its left, where no connector begins."""
    radius, cell = reach.marker, layout.cell_rect((lane.lane.id, column.step.id))
    x = cell.x + DISTANCES.cell_side + _INSIDE * radius
    over = [rect for _, rect in cards_over(layout, lane, column) if rect.right > column.x]
    if not over:
        return Point(x, cell.y + cell.height / 2)
    return Point(x, max(rect.bottom for rect in over) + _BELOW_CARD * radius)


def _at_ends(layout: MapLayout, reach: h.Reach) -> Iterator[Plus]:
    radius = reach.marker
    right, bottom = layout.columns[-1].right, layout.size.height
    after = h.HitAddPhase(len(layout.phases), right)
    yield Plus(after, Point(right + _FROM_EDGE * radius, layout.header.phase_height / 2))
    yield Plus(h.HitAddLane(), Point(_BESIDE_TITLE * radius, bottom + _FROM_EDGE * radius))
