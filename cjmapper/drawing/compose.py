"""A map as a drawing: layout and theme in, primitives out, in true z-order.

The window plays the parts by themselves (header and lane titles stay in view); paper plays them
as one. Cards are made into primitives once and used again as long as their layout is the same.
"""

from bisect import bisect_left, bisect_right

import msgspec

from cjmapper.drawing.cards import card_items
from cjmapper.drawing.connectors import link_group
from cjmapper.drawing.curves import curve_group, reading_group, word_grounds
from cjmapper.drawing.header import header_edge, header_ground, header_items
from cjmapper.drawing.lanes import column_lines, lane_edge, lane_grounds, lane_title, level_lines
from cjmapper.drawing.primitives import Drawing, Group, Primitive, Rectangle
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect
from cjmapper.layout.result import CardLayout, Column, CurveLayout, LaneBand, MapLayout
from cjmapper.layout.styles import DISTANCES

_MOST_KEPT = 40_000


class Composer:
    """Makes drawings in one theme; keeps the cards it has drawn."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._cards: dict[int, tuple[CardLayout, tuple[Primitive, ...]]] = {}

    def map_drawing(self, layout: MapLayout) -> Drawing:
        """The whole map, without any frame."""
        parts = (self.body(layout), self.lane_titles(layout), self.header(layout))
        return Drawing(
            layout.size,
            parts,
            self.theme.canvas,
            layout.map.title,
            layout.document.language.value,
            tuple((band.phase.name, band.phase.id) for band in layout.phases),
        )

    def header(self, layout: MapLayout, window: Rect | None = None) -> Group:
        """Phases, paths and step titles on a ground of their own."""
        seen = seen_columns(layout, window)
        items = (
            header_ground(layout, self.theme),
            *header_items(layout, self.theme, seen),
            header_edge(layout, self.theme),
        )
        return Group("header", items, role="part")

    def lane_titles(self, layout: MapLayout, window: Rect | None = None) -> Group:
        """Titles of the lanes that meet `window`, on a ground of their own."""
        items: list[Primitive] = []
        for band in seen_lanes(layout, window):
            box = Rect(0.0, band.y, layout.title_width, band.height)
            ground = self.theme.lane_tint if band.index % 2 else self.theme.canvas
            items.append(Rectangle(box, ground))
            items.append(lane_edge(band, layout.title_width, self.theme))
            items.append(lane_title(layout, band, self.theme))
        return Group("lanes", tuple(items), role="part")

    def body(self, layout: MapLayout, window: Rect | None = None, *, cards: bool = True) -> Group:
        """Lanes, cards, curves and connectors that meet `window` (all of them without one).

        Without `cards` they are left out, for whoever draws them in another way.
        """
        whole = Rect(0.0, 0.0, layout.size.width, layout.size.height)
        shown = whole if window is None else window
        lanes = seen_lanes(layout, window)
        columns = layout.columns[slice(*seen_columns(layout, window))]
        items: list[Primitive] = [*lane_grounds(layout, self.theme, lanes)]
        items += column_lines(layout, self.theme, shown)
        for band in lanes:
            emotions = layout.emotion_lanes.get(band.lane.id)
            if emotions is not None:
                items += level_lines(layout, band, emotions, self.theme)
        items += [link_group(route, self.theme) for route in layout.routes.near(layout, window)]
        if cards:
            for column in columns:
                for band in lanes:
                    items += self._cell(layout, band, column)
            items += self._spanning(layout, lanes, columns)
        for band in lanes:
            items += self._emotions(layout, band, shown)
        return Group("map", tuple(items), role="part", title=layout.map.title)

    def card(self, placed: CardLayout, layout: MapLayout, x: float, y: float) -> Group:
        """One card with its left top corner at (x, y)."""
        key = id(placed)
        kept = self._cards.get(key)
        if kept is None or kept[0] is not placed:
            if len(self._cards) >= _MOST_KEPT:
                self._cards.clear()
            kept = (placed, card_items(placed, layout.document, self.theme))
            self._cards[key] = kept
        return Group(placed.card.id, kept[1], x, y, role="card", title=placed.card.text)

    def _cell(self, layout: MapLayout, band: LaneBand, column: Column) -> list[Primitive]:
        return [
            self.card(placed, layout, rect.x, rect.y)
            for placed, rect in layout.cards_in((band.lane.id, column.step.id))
        ]

    def _spanning(
        self, layout: MapLayout, lanes: tuple[LaneBand, ...], columns: tuple[Column, ...]
    ) -> list[Primitive]:
        """Cards that begin left of the columns in view and reach into them."""
        items: list[Primitive] = []
        first = columns[0].index
        for band in lanes:
            if band.lane.id in layout.grid_cells.spanning:
                for column in layout.columns[:first]:
                    items += [
                        self.card(placed, layout, rect.x, rect.y)
                        for placed, rect in layout.cards_in((band.lane.id, column.step.id))
                        if column.index + placed.card.span > first
                    ]
        return items

    def _emotions(self, layout: MapLayout, band: LaneBand, shown: Rect) -> list[Primitive]:
        lane = layout.emotion_lanes.get(band.lane.id)
        if lane is None:
            return []
        reach = DISTANCES.column_width
        ground = self.theme.lane_tint if band.index % 2 else self.theme.canvas
        items = word_grounds(lane, band.y, ground)
        items += [
            curve_group(_within(curve, shown), lane, band.y, self.theme) for curve in lane.curves
        ]
        curves = {(curve.actor, curve.view): curve for curve in lane.curves}
        primary = layout.map.actors[0] if layout.map.actors else None
        items += [
            reading_group(dot, (curves, primary), band.y, self.theme)
            for dot in lane.readings
            if shown.x - reach <= dot.x <= shown.right + reach
        ]
        return items


def seen_columns(layout: MapLayout, window: Rect | None) -> tuple[int, int]:
    """The first column that meets `window` and the one after the last; never none at all."""
    if window is None:
        return (0, len(layout.columns))
    first = bisect_right(layout.columns, window.x, key=lambda column: column.x) - 1
    end = bisect_left(layout.columns, window.right, key=lambda column: column.x)
    first = min(max(first, 0), len(layout.columns) - 1)
    return (first, max(end, first + 1))


def seen_lanes(layout: MapLayout, window: Rect | None) -> tuple[LaneBand, ...]:
    """The lanes that meet `window`."""
    if window is None:
        return layout.lanes
    return tuple(band for band in layout.lanes if band.y < window.bottom and window.y < band.bottom)


def _within(curve: CurveLayout, shown: Rect) -> CurveLayout:
    """The curve with only the segments that meet the columns in view."""
    segments = tuple(
        segment
        for segment in curve.segments
        if segment.start.x <= shown.right and segment.end.x >= shown.x
    )
    return msgspec.structs.replace(curve, segments=segments)
