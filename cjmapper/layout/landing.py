"""Where something carried would land: which cell and place in it, which gap, which value.

Everything falls to the nearest place that can take it; only outside the map there is none. The
answer depends on the pointer and the layout alone, never on the way there. Changes nothing.
"""

from collections.abc import Collection, Sequence

import msgspec

from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.result import CellKey, Column, LaneBand, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import ids

_LINE = mm_from_px(2)
_MARK = mm_from_px(28)
_MARK_WIDTH = mm_from_px(96)
_AROUND = mm_from_px(96)
"""How far beside the map is still on it: the place to the right of the last column and below."""
_ABOVE = mm_from_px(24)
"""And above, where a hand that means the header may end up."""


class CardSlot(msgspec.Struct, frozen=True):
    """A place for cards in a cell.

    Attributes:
        index: among the cards of the cell that stay, counted from the top.
        line: where the insertion line is drawn.
        cell: the whole cell.
    """

    lane: ids.LaneId
    step: ids.StepId
    index: int
    line: Rect
    cell: Rect


class PhaseGap(msgspec.Struct, frozen=True):
    """A gap between columns: before the phase at `index`, or inside one, before step `splits`."""

    index: int
    x: float
    splits: ids.StepId | None = None


class StepGap(msgspec.Struct, frozen=True):
    """A gap between columns: the place `index` among the steps of `phase`."""

    phase: ids.PhaseId
    index: int
    x: float


class LaneGap(msgspec.Struct, frozen=True):
    """A gap between lanes: before the one at `index` of the map (hidden ones counted)."""

    index: int
    y: float


class ReadingPlace(msgspec.Struct, frozen=True):
    """A place for a reading: an emotion lane, a step, a value from −2 to +2."""

    lane: ids.LaneId
    step: ids.StepId
    value: float
    point: Point


def near_map(layout: MapLayout, point: Point) -> bool:
    """Whether `point` is on the map, or so near its edges that it means them."""
    return (
        0 <= point.x < layout.size.width + _AROUND
        and -_ABOVE <= point.y < layout.size.height + _AROUND
    )


def legal_cells(layout: MapLayout, legal: Collection[ids.LaneId]) -> tuple[Rect, ...]:
    """The cells of the lanes that take what is carried."""
    return tuple(
        Rect(column.x, band.y, column.width, band.height)
        for band in layout.lanes
        if band.lane.id in legal
        for column in layout.columns
    )


def card_slot(
    layout: MapLayout,
    point: Point,
    carried: Rect,
    legal: Collection[ids.LaneId],
    moving: Collection[str] = (),
) -> CardSlot | None:
    """Where a card carried at `carried` lands with the pointer at `point`.

    The cell is the one under the pointer, or the nearest of that step whose lane is among
    `legal`; the place in it follows the middle of `carried` against the cards that are not
    `moving`. None outside the map, or where no lane takes it.
    """
    if not near_map(layout, point):
        return None
    band = _nearest_lane(layout, point.y, legal)
    if band is None:
        return None
    column = layout.column_at(point.x)
    key = (band.lane.id, column.step.id)
    index = _index_in(_closed(layout, key, moving), carried)
    return CardSlot(*key, index, _slot_line(layout, key, index, moving), layout.cell_rect(key))


def slots_in(layout: MapLayout, key: CellKey, moving: Collection[str] = ()) -> tuple[CardSlot, ...]:
    """Every place in a cell, from the top, where `moving` still stand where they stood."""
    staying = sum(placed.card.id not in moving for placed in layout.cell(key).cards)
    rect = layout.cell_rect(key)
    return tuple(
        CardSlot(*key, index, _slot_line(layout, key, index, moving), rect)
        for index in range(staying + 1)
    )


def nearest_slot(
    layout: MapLayout, point: Point, legal: Collection[ids.LaneId], moving: Collection[str]
) -> CardSlot | None:
    """The place whose line is nearest to `point`, in the nearest cell of that step that is legal.

    None outside the map, or where no lane takes it.
    """
    band = _nearest_lane(layout, point.y, legal)
    if band is None or not near_map(layout, point):
        return None
    slots = slots_in(layout, (band.lane.id, layout.column_at(point.x).step.id), moving)
    return min(slots, key=lambda slot: abs(slot.line.centre.y - point.y))


def slot_line(
    layout: MapLayout, key: CellKey, moved: Collection[str], index: int | None = None
) -> Rect:
    """The insertion line of a cell: above the cards `moved`, in a layout that shows them there.

    Where it shows none of them, the line is before the card at `index`, or below all.
    """
    held = layout.cell(key).cards
    there = (number for number, placed in enumerate(held) if placed.card.id in moved)
    number = next(there, len(held) if index is None else index)
    return _slot_line(layout, key, number, ())


def end_marks(
    layout: MapLayout, step: ids.StepId, *, enters: bool = False
) -> tuple[tuple[ids.StepEnd, Rect], ...]:
    """The places that stand for leaving and for the goal while a path from `step` is drawn.

    They stand side by side right below the step's title. Where a path `enters`, there is one for
    the start instead; none at the first step, where every journey begins.
    """
    column = layout.columns[layout.column_of[step]]
    y = layout.header.height
    if enters:
        start = (ids.START, Rect(column.x, y, column.width, _MARK))
        return (start,) if column.index > 0 else ()
    wide = max(column.width / 2, _MARK_WIDTH)
    return (
        (ids.DROP, Rect(column.centre - wide, y, wide, _MARK)),
        (ids.GOAL, Rect(column.centre, y, wide, _MARK)),
    )


def phase_gap(layout: MapLayout, x: float) -> PhaseGap:
    """The gap between columns nearest to `x`, for a new phase; inside a phase it splits it."""
    boundary = _boundary(layout.columns, x)
    if boundary == len(layout.columns):
        return PhaseGap(len(layout.phases), layout.columns[-1].right)
    column = layout.columns[boundary]
    band = layout.phases[column.phase_index]
    if band.first_column == boundary:
        return PhaseGap(band.index, column.x)
    return PhaseGap(band.index + 1, column.x, column.step.id)


def whole_phase_gap(layout: MapLayout, x: float) -> PhaseGap:
    """The gap between phases nearest to `x`, for a phase that moves as a whole."""
    edges = [band.x for band in layout.phases]
    edges.append(layout.phases[-1].x + layout.phases[-1].width)
    index = _nearest(edges, x)
    return PhaseGap(index, edges[index])


def step_gap(layout: MapLayout, x: float) -> StepGap:
    """The gap between columns nearest to `x`, for a step; at a phase's edge the side of `x`."""
    boundary = _boundary(layout.columns, x)
    under = layout.column_at(x)
    edge = layout.columns[boundary].x if boundary < len(layout.columns) else under.right
    band = layout.phases[under.phase_index]
    return StepGap(band.phase.id, boundary - band.first_column, edge)


def lane_gap(layout: MapLayout, y: float) -> LaneGap:
    """The gap between lanes nearest to `y`."""
    bands = layout.lanes
    if not bands:
        return LaneGap(len(layout.map.lanes), layout.header.height)
    edges = [band.y for band in bands] + [bands[-1].bottom]
    nearest = _nearest(edges, y)
    order = {lane.id: index for index, lane in enumerate(layout.map.lanes)}
    if nearest < len(bands):
        return LaneGap(order[bands[nearest].lane.id], edges[nearest])
    return LaneGap(order[bands[-1].lane.id] + 1, edges[nearest])


def reading_place(
    layout: MapLayout, point: Point, *, free: bool, magnet: float
) -> ReadingPlace | None:
    """Where a marker held at `point` lands: the nearest emotion lane, the step, the value.

    The value sticks to the five levels within `magnet` millimetres, unless `free`. None where
    the map has no emotion lane, or outside it.
    """
    band = _nearest_lane(layout, point.y, layout.emotion_lanes.keys())
    if band is None or not near_map(layout, point):
        return None
    curve = layout.emotion_lanes[band.lane.id]
    column = layout.column_at(point.x)
    value = curve.value_at(point.y - band.y)
    level = float(round(value))
    if not free and abs(level - value) * curve.unit <= magnet:
        value = level
    value = round(value, 1) or 0.0
    at = Point(column.centre, band.y + curve.y_of(value))
    return ReadingPlace(band.lane.id, column.step.id, value, at)


def _nearest_lane(layout: MapLayout, y: float, legal: Collection[ids.LaneId]) -> LaneBand | None:
    bands = [band for band in layout.lanes if band.lane.id in legal]
    return min(bands, key=lambda band: max(band.y - y, y - band.bottom, 0.0), default=None)


def _closed(layout: MapLayout, key: CellKey, moving: Collection[str]) -> list[tuple[float, float]]:
    """Top and bottom of the cards that stay, moved up where others leave a gap."""
    cell = layout.cell(key)
    edges: list[tuple[float, float]] = []
    top = layout.cell_rect(key).y + (cell.tops[0] if cell.tops else 0.0)
    for placed in cell.cards:
        if placed.card.id not in moving:
            edges.append((top, top + placed.height))
            top += placed.height + DISTANCES.card_gap
    return edges


def _index_in(edges: Sequence[tuple[float, float]], carried: Rect) -> int:
    """How many cards the middle of `carried` has passed.

    A card is passed when the middle is halfway between where the card's middle is without the
    carried one above it and where it is with it, so that neither way flickers.
    """
    middle = carried.centre.y
    return sum(middle > (top + bottom + carried.height) / 2 for top, bottom in edges)


def _slot_line(layout: MapLayout, key: CellKey, index: int, moving: Collection[str]) -> Rect:
    rect = layout.cell_rect(key)
    side = DISTANCES.cell_side
    held = [
        (placed, top)
        for placed, top in zip(layout.cell(key).cards, layout.cell(key).tops, strict=True)
        if placed.card.id not in moving
    ]
    half_gap = (DISTANCES.card_gap + _LINE) / 2
    if index < len(held):
        y = held[index][1] - half_gap
    elif held:
        y = held[-1][1] + held[-1][0].height + half_gap - _LINE
    else:
        y = DISTANCES.cell_top - half_gap
    return Rect(rect.x + side, rect.y + y, rect.width - 2 * side, _LINE)


def _boundary(columns: Sequence[Column], x: float) -> int:
    return _nearest([column.x for column in columns] + [columns[-1].right], x)


def _nearest(edges: Sequence[float], x: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - x))
