"""Connectors from card to card, through the gutters between columns and lanes, never over a card.

A connector leaves its card at a side, runs along the gutter beside the column, crosses other
columns only along the edge of a lane, and enters the other card from its gutter. Connectors that
share a gutter run side by side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import pairwise, product
from typing import NamedTuple

import msgspec

from cjmapper.geometry import Point, Rect, Size, mm_from_px
from cjmapper.layout.detours import NEAR, Ends, detour
from cjmapper.layout.result import LinkRoute, MapLayout, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES, PATH_LABEL
from cjmapper.model import ids
from cjmapper.model.document import Card, Link

_SLOTS = 5
_PITCH = mm_from_px(2.5)
_LABEL_WIDTH = mm_from_px(150)
_LABEL_OFF = mm_from_px(4)

_Span = tuple[int, int, int, int]
"""Of a connector: its first column, the one after its last, its upper and its lower lane."""

_NOWHERE: _Span = (1, 0, 1, -1)


class LinkPlan(msgspec.Struct, frozen=True):
    """One connector and which of the side-by-side slots it runs in."""

    link: Link
    start: Card
    end: Card
    slot: int


def plan_links(links: Sequence[Link], cards: Mapping[ids.CardId, Card]) -> tuple[LinkPlan, ...]:
    """The connectors whose two cards stand on the map, each with its slot."""
    used: dict[tuple[str, str], int] = {}
    plans = []
    for link in links:
        start, end = cards.get(link.start), cards.get(link.to)
        if start is None or end is None or start.step is None or end.step is None:
            continue
        gutter = (min(start.step, end.step), max(start.step, end.step))
        slot = used.get(gutter, 0)
        used[gutter] = slot + 1
        plans.append(LinkPlan(link, start, end, slot % _SLOTS))
    return tuple(plans)


def route_link(plan: LinkPlan, layout: MapLayout, setting: Setting) -> LinkRoute | None:
    """The corners of a connector; None where one of its cards is not shown."""
    start, end = layout.card_rect(plan.start), layout.card_rect(plan.end)
    if start is None or end is None:
        return None
    offset = (plan.slot - (_SLOTS - 1) / 2) * _PITCH
    plain = _corners(
        start, end, (_covered(plan.start, layout), _covered(plan.end, layout)), offset, layout
    )
    ends = Ends(
        (plan.start, plan.end), (start, end), (_port(start, offset), _port(end, -offset)), offset
    )
    around = detour(plain, ends, layout)
    points = plain if around is plain else _tidy(*around)
    return LinkRoute(plan.link, points, _label(plan.link, points, layout, setting))


class _Spans(NamedTuple):
    """What each connector of a layout runs through, by its number, and the grid that this is of."""

    column_of: Mapping[ids.StepId, int]
    lane_of: Mapping[ids.LaneId, int]
    each: tuple[_Span, ...]

    def are_of(self, layout: MapLayout) -> bool:
        return self.column_of is layout.column_of and self.lane_of == layout.lane_of


class PlannedLinks:
    """The connectors of one layout; each is routed once, when it is first asked for."""

    __slots__ = ("_former", "_of_card", "_routed", "_setting", "_spans", "_stale", "plans")

    def __init__(
        self, plans: tuple[LinkPlan, ...], linked: frozenset[ids.CardId], setting: Setting
    ) -> None:
        """`linked` are the cards that connectors begin or end at, shown or not."""
        self.plans = plans
        self._setting = setting
        self._of_card: dict[ids.CardId, list[int]] = {name: [] for name in linked}
        for index, plan in enumerate(plans):
            self._of_card[plan.start.id].append(index)
            self._of_card[plan.end.id].append(index)
        self._routed: dict[int, LinkRoute | None] = {}
        self._former: dict[int, LinkRoute | None] = {}
        self._spans: _Spans | None = None
        self._stale: frozenset[int] = frozenset()

    def after(self, gone: Sequence[Card], come: Sequence[Card]) -> "PlannedLinks | None":
        """The connectors after the cards `gone` were replaced by `come`.

        None where a linked card came, left or changed its step: then they are planned anew.
        """
        former = {card.id: card.step for card in gone if card.id in self._of_card}
        fresh = {card.id: card for card in come if card.id in self._of_card}
        if former != {name: card.step for name, card in fresh.items()}:
            return None
        stale = frozenset(index for name in fresh for index in self._of_card[name])
        plans = list(self.plans)
        for index in stale:
            plans[index] = _renewed(plans[index], fresh)
        made = copy(self)
        made.plans = tuple(plans)
        made._former = {**self._former, **self._routed}  # noqa: SLF001
        made._routed = {}  # noqa: SLF001
        made._stale = self._stale | stale  # noqa: SLF001
        return made

    def afresh(self) -> "PlannedLinks":
        """The same connectors, to be routed in another layout."""
        made = copy(self)
        made._routed, made._former = {}, {}  # noqa: SLF001
        return made

    def near(self, layout: MapLayout, window: Rect | None) -> tuple[LinkRoute, ...]:
        """The connectors that may be seen in `window`; all of them without one."""
        wanted: Iterable[int] = range(len(self.plans))
        if window is not None:
            wanted = _meeting(self._spans_in(layout), layout, window.grown(DISTANCES.cell_side))
        routes = (self._route(index, layout) for index in wanted)
        return tuple(route for route in routes if route is not None)

    def _spans_in(self, layout: MapLayout) -> Sequence[_Span]:
        """Those of a layout before are used again where nothing differs."""
        known = self._spans
        if known is None or not known.are_of(layout):
            each = tuple(_span(plan, layout) for plan in self.plans)
        elif self._stale:
            renewed = list(known.each)
            for index in self._stale:
                renewed[index] = _span(self.plans[index], layout)
            each = tuple(renewed)
        else:
            return known.each
        self._stale = frozenset()
        self._spans = _Spans(layout.column_of, layout.lane_of, each)
        return each

    def _route(self, index: int, layout: MapLayout) -> LinkRoute | None:
        if index not in self._routed:
            route = route_link(self.plans[index], layout, self._setting)
            former = self._former.get(index)
            # The very same object as before, where it is alike: painters know it again.
            self._routed[index] = former if route == former else route
        return self._routed[index]


def _renewed(plan: LinkPlan, fresh: Mapping[ids.CardId, Card]) -> LinkPlan:
    start, end = plan.start, plan.end
    return LinkPlan(plan.link, fresh.get(start.id, start), fresh.get(end.id, end), plan.slot)


def _span(plan: LinkPlan, layout: MapLayout) -> _Span:
    """Which columns and lanes a connector runs through; none where one of its cards is hidden."""
    start, end = plan.start, plan.end
    one = None if start.lane is None else layout.lane_of.get(start.lane)
    other = None if end.lane is None else layout.lane_of.get(end.lane)
    if one is None or other is None or start.step is None or end.step is None:
        return _NOWHERE
    first, last = layout.column_of[start.step], layout.column_of[end.step]
    after = max(first + start.span, last + end.span)
    return min(first, last), after, min(one, other), max(one, other)


def _meeting(spans: Sequence[_Span], layout: MapLayout, window: Rect) -> Sequence[int]:
    """Which connectors run through the columns and lanes that `window` meets."""
    left, right = layout.column_at(window.x).index, layout.column_at(window.right).index
    upper, lower = layout.lane_at(window.y), layout.lane_at(window.bottom)
    if upper is None or lower is None:
        return ()
    top, bottom = upper.index, lower.index
    # Only where cards lie over gutters does a connector go around, past the columns of its cards.
    beside = NEAR if layout.grid_cells.spanning else 0
    left, right = left - beside, right + beside
    return [
        index
        for index, (first, after, highest, lowest) in enumerate(spans)
        if first <= right and after > left and highest <= bottom and lowest >= top
    ]


def _covered(card: Card, layout: MapLayout) -> tuple[int, int]:
    """The first and the last column that a card covers."""
    first = layout.column_of[ids.StepId(card.step or "")]
    return first, min(first + max(card.span, 1), len(layout.columns)) - 1


def _corners(
    start: Rect,
    end: Rect,
    covered: tuple[tuple[int, int], tuple[int, int]],
    offset: float,
    layout: MapLayout,
) -> tuple[Point, ...]:
    first, last = covered
    rightwards = last[0] > first[1]
    if not rightwards and last[1] >= first[0]:
        return _in_one_column(start, end, _right_of_titles(offset, start, end, layout))
    start_y, end_y = _port(start, offset), _port(end, -offset)
    away = DISTANCES.cell_side if rightwards else -DISTANCES.cell_side
    leave_x, enter_x = (start.right, end.x) if rightwards else (start.x, end.right)
    leave_gutter, enter_gutter = leave_x + away + offset, enter_x - away + offset
    if (last[0] - first[1] if rightwards else first[0] - last[1]) == 1:
        return _tidy(
            Point(leave_x, start_y),
            Point(leave_gutter, start_y),
            Point(leave_gutter, end_y),
            Point(enter_x, end_y),
        )
    lane = layout.lane_at(end.centre.y)
    edge = end_y if lane is None else _lane_edge(lane.y, lane.bottom, start_y, offset)
    return _tidy(
        Point(leave_x, start_y),
        Point(leave_gutter, start_y),
        Point(leave_gutter, edge),
        Point(enter_gutter, edge),
        Point(enter_gutter, end_y),
        Point(enter_x, end_y),
    )


def _right_of_titles(offset: float, start: Rect, end: Rect, layout: MapLayout) -> float:
    """The offset, halved and moved where the gutter would lie under the titles of the lanes."""
    first = max(start.x, end.x) - DISTANCES.cell_side <= layout.title_width
    return (offset + _SLOTS / 2 * _PITCH) / 2 if first else offset


def _in_one_column(start: Rect, end: Rect, offset: float) -> tuple[Point, ...]:
    """Between cards one over the other: along the left gutter of the one that begins later.

    That gutter lies over or under a wider card; there the connector meets its edge from above or
    below.
    """
    gutter = max(start.x, end.x) - DISTANCES.cell_side + offset
    begin = [Point(start.x, _port(start, offset)), Point(gutter, _port(start, offset))]
    finish = [Point(gutter, _port(end, -offset)), Point(end.x, _port(end, -offset))]
    downwards = start.centre.y < end.centre.y
    if gutter > start.x:
        begin = [Point(gutter, start.bottom if downwards else start.y)]
    if gutter > end.x:
        finish = [Point(gutter, end.y if downwards else end.bottom)]
    return _tidy(*begin, *finish)


def _lane_edge(top: float, bottom: float, from_y: float, offset: float) -> float:
    """The y along the nearer edge of the target's lane, in the air between lane and cards."""
    half = DISTANCES.cell_top / 2
    return top + half + offset / 2 if from_y <= top + half else bottom - half + offset / 2


def _port(card: Rect, offset: float) -> float:
    """Where a connector touches a card's side: near the middle, apart from its neighbours."""
    return card.centre.y + max(-card.height / 4, min(card.height / 4, offset * 1.6))


def _tidy(*points: Point) -> tuple[Point, ...]:
    """The corners without those that lie on a straight line between their neighbours."""
    kept = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        same_x = before.x == point.x == after.x
        same_y = before.y == point.y == after.y
        if not (same_x or same_y) and point != kept[-1]:
            kept.append(point)
    kept.append(points[-1])
    return tuple(kept)


def _label(
    link: Link, points: tuple[Point, ...], layout: MapLayout, setting: Setting
) -> TextBlock | None:
    """The words of a connector beside its line, where no card lies, near the middle."""
    if not link.text:
        return None
    lines = setting.typesetter.wrap(link.text, PATH_LABEL, _LABEL_WIDTH)
    width = max(line.width(PATH_LABEL.size) for line in lines)
    height = len(lines) * PATH_LABEL.line_height
    places = list(_label_places(points, width, height))
    free = next((box for box in places if _is_free(box, layout)), None)
    if free is None:
        free = _label_aside(points, Size(width, height), layout) or places[0]
    return TextBlock(free.x, free.y, lines, PATH_LABEL)


def _label_aside(points: tuple[Point, ...], size: Size, layout: MapLayout) -> Rect | None:
    """The free place nearest to where the connector begins or ends, if not beside its line.

    At the edge of a lane, where words nearly touch its line, only if no cell has air.
    """
    under = [
        box for box in _label_places_under_cards(points, size, layout) if _is_free(box, layout)
    ]
    edges = _label_places_at_edges(points, size, layout)
    free = under or [box for box in edges if _is_free(_ink(box), layout)]
    ends = (points[0], points[-1])
    return min(free, key=lambda box: min(box.centre.distance(end) for end in ends), default=None)


def _label_places(points: tuple[Point, ...], width: float, height: float) -> Iterator[Rect]:
    """Right and left of the upright legs and over the level ones, from the middle outwards."""
    legs = sorted(pairwise(points), key=lambda leg: -leg[0].distance(leg[1]))
    for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9):
        for start, end in legs:
            x = start.x + (end.x - start.x) * part
            y = start.y + (end.y - start.y) * part
            if start.x == end.x:
                yield Rect(x + _LABEL_OFF, y - height / 2, width, height)
                yield Rect(x - _LABEL_OFF - width, y - height / 2, width, height)
            else:
                yield Rect(x - width / 2, y - _LABEL_OFF - height, width, height)
                yield Rect(x - width / 2, y + _LABEL_OFF, width, height)


def _label_places_under_cards(
    points: tuple[Point, ...], size: Size, layout: MapLayout
) -> Iterator[Rect]:
    """Below the last card of the cells that a connector touches, where the lane leaves air."""
    for point in (points[0], points[-1]):
        lanes = filter(None, (layout.lane_at(point.y),))
        columns = (layout.column_at(point.x), layout.column_at(point.x - size.width))
        for lane, column in product(lanes, columns):
            cell = layout.cell((lane.lane.id, column.step.id))
            top = lane.y + max(cell.bottom - DISTANCES.cell_bottom, 0.0) + _LABEL_OFF
            yield Rect(column.x + DISTANCES.cell_side, top, size.width, size.height)


def _label_places_at_edges(
    points: tuple[Point, ...], size: Size, layout: MapLayout
) -> Iterator[Rect]:
    """Between the cards and the edges of their lanes, near where the connector begins and ends."""
    ends = ((point, layout.lane_at(point.y)) for point in (points[0], points[-1]))
    for point, lane in ((point, lane) for point, lane in ends if lane is not None):
        above = lane.y + DISTANCES.cell_top / 2
        below = lane.bottom - DISTANCES.cell_bottom / 2
        for y, part in product((above, below), (0.5, 0.0, 1.0)):
            yield Rect(point.x - size.width * part, y - size.height / 2, size.width, size.height)


def _ink(box: Rect) -> Rect:
    """What is black of a label: its lines without the air over and under them."""
    air = (PATH_LABEL.line_height - PATH_LABEL.size) / 2
    return Rect(box.x, box.y + air, box.width, box.height - 2 * air)


def _is_free(box: Rect, layout: MapLayout) -> bool:
    """Whether no card, no curve and no edge of the grid lies under `box`."""
    grid = layout.grid
    if box.x < grid.x or box.right > grid.right or box.y < grid.y or box.bottom > grid.bottom:
        return False
    lane = layout.lane_at(box.centre.y)
    if lane is None or lane.y > box.y or lane.bottom < box.bottom:
        return False
    if lane.lane.id in layout.emotion_lanes:
        return False
    first, last = layout.column_at(box.x).index, layout.column_at(box.right).index
    return not any(
        rect.meets(box)
        for column in layout.columns[first : last + 1]
        for _, rect in layout.cards_in((lane.lane.id, column.step.id))
    )
