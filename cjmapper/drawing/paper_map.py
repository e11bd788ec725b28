"""A map, or what of it stands on one page, for paper: in reading order, every part with its role.

The order is title by title and phase by phase; what must lie under the cards comes first and is
told to nobody. In the map's millimetres, lane titles at the left, moved so that the window of the
part stands beside them.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cjmapper.drawing.assumptions import assumed_card, assumed_reading
from cjmapper.drawing.compose import Composer, seen_columns
from cjmapper.drawing.curves import curve_colour
from cjmapper.drawing.header import header_edge, phase_items, step_items, transition_group
from cjmapper.drawing.lanes import column_lines, lane_grounds, lane_title, level_lines, map_end
from cjmapper.drawing.poster_list import mark_items
from cjmapper.drawing.primitives import Clip, Group, Image, Primitive, TextLine
from cjmapper.drawing.ribbons import gap_ribbons
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.told import (
    told_card,
    told_curve,
    told_link,
    told_phase,
    told_reading,
    told_step,
    told_transition,
)
from cjmapper.geometry import Point, Rect
from cjmapper.layout.assumptions import Assumptions
from cjmapper.layout.poster_types import MapPart
from cjmapper.layout.result import (
    CardLayout,
    Column,
    CurveLayout,
    LaneBand,
    MapLayout,
    ReadingLayout,
)
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.queries import primary_actor
from cjmapper.words.catalog import Words

_BEYOND = 1.0
"""A window shows this much more than its columns, so that lines at its edges stay whole."""
_EDGE = 0.01


def paper_map(
    layout: MapLayout,
    part: MapPart,
    composer: Composer,
    words: Words,
    assumptions: Assumptions | None = None,
) -> tuple[Primitive, ...]:
    """What of `layout` stands in `part`, back to front and in reading order."""
    return tuple(_PaperMap(layout, part, composer, words, assumptions).items())


class _PaperMap:
    """One part of a map on its way to paper."""

    def __init__(
        self,
        layout: MapLayout,
        part: MapPart,
        composer: Composer,
        words: Words,
        assumptions: Assumptions | None,
    ) -> None:
        self._assumptions = assumptions
        self._layout = layout
        self._part = part
        self._composer = composer
        self._theme = composer.theme
        self._words = words
        first, end = seen_columns(layout, part.window)
        self._columns = layout.columns[first:end]
        self._whole = len(self._columns) == len(layout.columns)
        self._left = part.title_width - part.window.x

    def items(self) -> Iterator[Primitive]:
        yield self._grounds()
        titles = [lane_title(self._layout, band, self._theme) for band in self._layout.lanes]
        yield Group("lanes", tuple(titles), role="part")
        grid = [*self._phases(), *self._paths(), *self._emotions(), *self._labels()]
        name, title = f"{self._layout.map.id}-grid", self._layout.map.title
        yield Group(name, tuple(grid), self._left, role="part", title=title)

    def _grounds(self) -> Primitive:
        """Tints and lines of lanes, phases and levels, and the connectors: all lie under cards."""
        layout = self._layout
        across: list[Primitive] = [*lane_grounds(layout, self._theme, layout.lanes)]
        for band in layout.lanes:
            lane = layout.emotion_lanes.get(band.lane.id)
            if lane is not None:
                across += level_lines(layout, band, lane, self._theme)
        across += (header_edge(layout, self._theme), map_end(layout, self._theme))
        within: list[Primitive] = [*column_lines(layout, self._theme, self._inside_edges())]
        for group in self._composer.connectors(layout, self._seen()):
            within += [item for item in group.items if not isinstance(item, TextLine)]
        shown = Rect(0.0, 0.0, self._part.size.width, layout.size.height)
        clipped = across if self._whole else [Clip(shown, tuple(across))]
        moved = Group("", tuple(self._cut(within)), self._left)
        return Group("grounds", (*clipped, moved), role="decoration")

    def _inside_edges(self) -> Rect:
        """The window without its edges: where the map is cut there is no line."""
        window = self._part.window
        return window if self._whole else window.grown(-_EDGE)

    def _cut(self, items: Sequence[Primitive]) -> Sequence[Primitive]:
        """Lines that run on beyond the window, cut at its edges; no text may be among them."""
        if self._whole or not items:
            return items
        window = self._part.window
        wide = Rect(window.x, -_BEYOND, window.width, window.height + 2 * _BEYOND)
        return [Clip(wide, tuple(items))]

    def _phases(self) -> Iterator[Primitive]:
        bands = self._part.phases or self._layout.phases
        total = len(self._layout.phases)
        for band in bands:
            last = band.first_column + band.column_count
            columns = [one for one in self._columns if band.first_column <= one.index < last]
            if not columns:
                continue
            arrow = phase_items(band, self._layout, self._theme)
            role = "heading-2" if band.name.lines else "decoration"
            items = [Group("", arrow, role=role), *map(self._step, columns)]
            told = told_phase(band.phase, band.index, total, self._words)
            yield Group(band.phase.id, tuple(items), role="phase", title=told)

    def _step(self, column: Column) -> Group:
        layout = self._layout
        drawn = step_items(column, layout, self._theme)
        items: list[Primitive] = [one for one in drawn if isinstance(one, Image)]
        heading = tuple(one for one in drawn if not isinstance(one, Image))
        if heading:
            role = "heading-3" if column.title.lines else "paragraph"
            items.append(Group("", heading, role=role))
        cards = [self._card(*one) for band in layout.lanes for one in self._cell(band, column)]
        if cards:
            items.append(Group("", tuple(cards), role="list"))
        marks = self._marks(column)
        if marks:
            items.append(Group("", marks, role="decoration"))
        told = told_step(column.step, column.index, len(layout.columns), self._words)
        return Group(column.step.id, tuple(items), role="step", title=told)

    def _marks(self, column: Column) -> tuple[Primitive, ...]:
        """The numbers that stand for cards; the list tells what they mean."""
        return tuple(
            item
            for mark in self._part.marks
            if column.x <= mark.box.x < column.right
            for item in mark_items(mark, self._theme)
        )

    def _cell(self, band: LaneBand, column: Column) -> Iterator[tuple[CardLayout, Rect]]:
        return self._layout.cards_in((band.lane.id, column.step.id))

    def _card(self, placed: CardLayout, rect: Rect) -> Group:
        group = self._composer.card(placed, self._layout, rect.x, rect.y)
        told = told_card(self._layout, placed.card, self._words, labelled=False)
        items, signs = group.items, self._assumptions
        if signs is not None and placed.card.id in signs.claims:
            items = (*items, assumed_card(placed, signs, self._theme))
            told = self._words.say("map.assumed", told=told)
        return msgspec.structs.replace(group, items=items, title=told)

    def _paths(self) -> Iterator[Primitive]:
        """Paths between steps that are seen here; their words where their middle is."""
        for route in self._layout.transitions:
            xs = [point.x for point in route.points]
            if not self._meets(min(xs), max(xs)):
                continue
            group = transition_group(route, self._theme)
            told = told_transition(self._layout, route.transition, self._words)
            items = self._lines_and_words(group.items)
            yield Group(group.id, items, role="transition", title=told)

    def _emotions(self) -> Iterator[Primitive]:
        layout, window = self._layout, self._part.window
        for band in layout.lanes:
            lane = layout.emotion_lanes.get(band.lane.id)
            if lane is None:
                continue
            dots = [dot for dot in lane.readings if self._holds(dot.x)]
            yield from gap_ribbons(lane, band.y, window, self._theme)
            found = self._composer.word_grounds(lane, dots, band)
            grounds = [one for one in found if self._holds(one.rect.centre.x)]
            if grounds:
                yield Group("", tuple(self._cut(grounds)), role="decoration")
            for curve in lane.curves:
                drawn = self._composer.curve(curve, layout, band, window)
                told = self._told(curve, dots)
                if drawn.items:
                    items = self._lines_and_words(drawn.items, DISTANCES.marker)
                    yield Group(drawn.id, items, role="curve", title=told)
            yield from self._readings(dots, band)

    def _told(self, curve: CurveLayout, dots: list[ReadingLayout]) -> str:
        """The whole curve as far as it stands here; a reading of nobody is the primary actor's."""
        primary = primary_actor(self._layout.map)
        owner = (curve.actor, curve.view)
        own = (dot for dot in dots if (dot.reading.actor or primary, dot.reading.view) == owner)
        return told_curve(self._layout, owner, own, self._words)

    def _readings(self, dots: list[ReadingLayout], band: LaneBand) -> Iterator[Primitive]:
        groups = self._composer.readings(self._layout, dots, band)
        primary = primary_actor(self._layout.map)
        colours = {
            (curve.actor, curve.view): curve_colour(curve, self._theme)
            for curve in self._layout.emotion_lanes[band.lane.id].curves
        }
        for dot, group in zip(dots, groups, strict=True):
            told = told_reading(self._layout, dot.reading, self._words)
            items, signs = self._kept_inside(group.items), self._assumptions
            if signs is not None and dot.reading.id in signs.claims:
                owner = (dot.reading.actor or primary, dot.reading.view)
                colour = colours.get(owner, self._theme.curve)
                at = Point(dot.x, band.y + dot.y)
                items = (*items, assumed_reading(at, colour, self._theme))
                told = self._words.say("map.assumed", told=told)
            yield msgspec.structs.replace(group, items=items, title=told)

    def _labels(self) -> Iterator[Primitive]:
        """The words on connectors; their lines lie under the cards."""
        for route in self._layout.routes.near(self._layout, self._seen()):
            if route.label is not None:
                words = text_lines(route.label, self._theme.secondary)
                items = self._kept_inside(one for one in words if self._holds_text(one))
                told = told_link(self._layout, route.link, self._words)
                if items:
                    yield Group(route.link.id, items, role="link", title=told)

    def _lines_and_words(
        self, items: tuple[Primitive, ...], lower: float = 0.0
    ) -> tuple[Primitive, ...]:
        """Lines cut at the edges of the window, then the words whose middle is within it."""
        if self._whole:
            return items
        lines = [one for one in items if not isinstance(one, TextLine)]
        words = [one for one in items if isinstance(one, TextLine) and self._holds_text(one)]
        return (*self._cut(lines), *self._kept_inside(words, lower))

    def _kept_inside(self, items: Iterable[Primitive], lower: float = 0.0) -> tuple[Primitive, ...]:
        """Words that would reach over the edge of the window, moved into it and so much `lower`.

        The name of a curve stands beside a face, and would be moved onto it.
        """
        if self._whole:
            return tuple(items)
        return tuple(
            self._inside(one, lower) if isinstance(one, TextLine) else one for one in items
        )

    def _inside(self, text: TextLine, lower: float) -> TextLine:
        window = self._part.window
        x = max(min(text.x, window.right - text.line.width(text.size)), window.x)
        if x == text.x:
            return text
        return msgspec.structs.replace(text, x=x, baseline=text.baseline + lower)

    def _seen(self) -> Rect | None:
        return None if self._whole else self._part.window

    def _holds(self, x: float) -> bool:
        window = self._part.window
        return self._whole or window.x <= x < window.right

    def _holds_text(self, text: TextLine) -> bool:
        return self._holds(text.x + text.line.width(text.size) / 2)

    def _meets(self, left: float, right: float) -> bool:
        window = self._part.window
        return self._whole or (left < window.right and right > window.x)
