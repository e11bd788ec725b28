"""A map as a drawing: layout and theme in, primitives out, in true z-order.

The window plays the parts by themselves (header and lane titles stay in view); paper plays them
as one. Cards are made into primitives once and used again as long as their layout is the same.
"""

from bisect import bisect_left, bisect_right
from functools import partial

from cjmapper.drawing.cards import card_items
from cjmapper.drawing.connectors import link_group
from cjmapper.drawing.curves import curve_group, mean_mark, reading_group, segment_path, word_ground
from cjmapper.drawing.header import header_edge, header_ground, header_items
from cjmapper.drawing.kept import Kept
from cjmapper.drawing.lanes import column_lines, lane_edge, lane_grounds, lane_title, level_lines
from cjmapper.drawing.primitives import Drawing, Group, Path, Primitive, Rectangle
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect
from cjmapper.layout.hit_emotions import means
from cjmapper.layout.result import (
    CardLayout,
    Column,
    CurveLayout,
    EmotionLane,
    LaneBand,
    MapLayout,
    ReadingLayout,
)
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.ids import ActorId

_MOST_KEPT = 40_000


class Composer:
    """Makes drawings in one theme; keeps what it has drawn, so that painters know it again."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._cards: Kept[tuple[Primitive, ...]] = Kept(_MOST_KEPT)
        self._groups: Kept[Group] = Kept(_MOST_KEPT)
        self._segments: Kept[Path] = Kept(_MOST_KEPT)
        self._means: Kept[Path] = Kept(_MOST_KEPT)
        self._grounds: Kept[Rectangle] = Kept(_MOST_KEPT)

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
        items += self.connectors(layout, window)
        if cards:
            for column in columns:
                for band in lanes:
                    items += self.cell(layout, band, column)
            items += self._spanning(layout, lanes, columns)
        for band in lanes:
            items += self._emotions(layout, band, shown)
        return Group("map", tuple(items), role="part", title=layout.map.title)

    def card(self, placed: CardLayout, layout: MapLayout, x: float, y: float) -> Group:
        """One card with its left top corner at (x, y)."""
        make = partial(card_items, placed, layout.document, self.theme)
        items = self._cards.of(placed, None, make)
        return Group(placed.card.id, items, x, y, role="card", title=placed.card.text)

    def connectors(self, layout: MapLayout, window: Rect | None) -> list[Group]:
        """The connectors that may be seen in `window`; all of them without one."""
        return [
            self._groups.of(route, None, partial(link_group, route, self.theme))
            for route in layout.routes.near(layout, window)
        ]

    def cell(self, layout: MapLayout, band: LaneBand, column: Column) -> list[Group]:
        """The cards of one cell, where they are on the map."""
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
        left, right = shown.x - reach, shown.right + reach
        dots = [dot for dot in lane.readings if left <= dot.x <= right]
        curves = [self.curve(curve, layout, band, shown) for curve in lane.curves]
        return [*self.word_grounds(lane, dots, band), *curves, *self.readings(layout, dots, band)]

    def curves_of(
        self, layout: MapLayout, band: LaneBand, actor: ActorId | None, shown: Rect
    ) -> list[Primitive]:
        """One actor's curves and readings alone, to be drawn over all of them."""
        lane = layout.emotion_lanes[band.lane.id]
        primary = layout.map.actors[0] if layout.map.actors else None
        dots = [dot for dot in lane.readings if (dot.reading.actor or primary) == actor]
        curves = [
            self.curve(curve, layout, band, shown) for curve in lane.curves if curve.actor == actor
        ]
        return [*curves, *self.readings(layout, dots, band)]

    def word_grounds(
        self, lane: EmotionLane, dots: list[ReadingLayout], band: LaneBand
    ) -> list[Rectangle]:
        """What keeps the lines of the levels from striking through names and words."""
        ground = self.theme.lane_tint if band.index % 2 else self.theme.canvas
        blocks = [curve.label for curve in lane.curves] + [dot.words for dot in dots]
        return [
            self._grounds.of(block, (band.y, ground), partial(word_ground, block, band.y, ground))
            for block in blocks
            if block is not None
        ]

    def curve(self, curve: CurveLayout, layout: MapLayout, band: LaneBand, shown: Rect) -> Group:
        """The curve with only the segments and means that meet the columns in view."""
        top, lane = band.y, layout.emotion_lanes[band.lane.id]
        paths = [
            self._segments.of(
                segment, (top, curve.rank), partial(segment_path, segment, curve, top, self.theme)
            )
            for segment in curve.segments
            if segment.start.x <= shown.right and segment.end.x >= shown.x
        ]
        primary = layout.map.actors[0] if layout.map.actors else None
        own = (
            dot
            for dot in lane.readings
            if (dot.reading.actor or primary, dot.reading.view) == (curve.actor, curve.view)
            and shown.x <= dot.x <= shown.right
        )
        paths += [
            self._means.of(
                mean.readings[0],
                (mean.point, curve.rank),
                partial(mean_mark, mean.point, curve, self.theme),
            )
            for mean in means(own, top)
        ]
        return curve_group(curve, lane, top, paths, self.theme)

    def readings(self, layout: MapLayout, dots: list[ReadingLayout], band: LaneBand) -> list[Group]:
        """The faces and rings of `dots`, each with its words."""
        lane = layout.emotion_lanes[band.lane.id]
        primary = layout.map.actors[0] if layout.map.actors else None
        curves = {(curve.actor, curve.view): curve for curve in lane.curves}
        groups: list[Group] = []
        for dot in dots:
            # A reading of the primary actor need not name it.
            curve = curves.get((dot.reading.actor or primary, dot.reading.view))
            beside = (band.y, None if curve is None else curve.rank)
            make = partial(reading_group, dot, curve, band.y, self.theme)
            groups.append(self._groups.of(dot, beside, make))
        return groups


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
