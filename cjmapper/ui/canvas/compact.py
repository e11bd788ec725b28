"""Header and lane titles of a map seen from far away or very near: in pixels, at a size to read.

What does not fit is cut with an ellipsis, so the words are not those of the poster; places of
columns and lanes are.
"""

from collections.abc import Callable
from functools import partial

from cjmapper.drawing.header import phase_colour
from cjmapper.drawing.primitives import Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import arrow_head, filled_icon, icon, line, rounded_line
from cjmapper.drawing.symbols import LANE_ICONS
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect
from cjmapper.layout.emotions import LEVELS
from cjmapper.layout.result import (
    Column,
    EmotionLane,
    LaneBand,
    MapLayout,
    PhaseBand,
    TextBlock,
)
from cjmapper.model.vocabulary import Language
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.canvas.view import Strip, View

_PHASE = TextStyle(Face.SEMIBOLD, 13.0, 16.0)
_STEP = TextStyle(Face.SEMIBOLD, 12.0, 15.0)
_NUMBER = TextStyle(Face.SANS, 12.0, 15.0)
_AXIS = TextStyle(Face.SANS, 10.0, 12.0)
_AXIS_FROM = 0.5
_LANE = TextStyle(Face.SEMIBOLD, 12.0, 15.0)
_NOTCH = 7.0
_SIDE = 6.0
_ICON = 14.0
_LEAST_TEXT = 26.0
_LEAST_TITLE = 40.0
_STAR = 11.0


class CompactStrips:
    """Makes them; keeps the last ones, for they are asked for again at every hover."""

    def __init__(self, theme: Theme, type_in: Callable[[Language], Typesetter]) -> None:
        self._theme = theme
        self._type_in = type_in
        self._typesetter = type_in(Language.OTHER)
        self._size = 1.0
        self._kept: dict[Strip, tuple[MapLayout, View, tuple[Primitive, ...]]] = {}

    def items(self, layout: MapLayout, view: View, strip: Strip) -> tuple[Primitive, ...]:
        """What to paint of the header or the lane titles, in pixels of the viewport."""
        kept = self._kept.get(strip)
        if kept is not None and kept[0] is layout and kept[1] == view:
            return kept[2]
        self._size = view.strip_size
        self._typesetter = self._type_in(layout.document.language)
        make = self._header if strip is Strip.HEADER else self._titles
        items = tuple(make(layout, view))
        self._kept[strip] = (layout, view, items)
        return items

    def _own(self, style: TextStyle) -> TextStyle:
        return TextStyle(style.face, style.size * self._size, self._line(style))

    def _line(self, style: TextStyle) -> float:
        return style.line_height * self._size

    def _header(self, layout: MapLayout, view: View) -> list[Primitive]:
        theme = self._theme
        left, right = view.titles_right, view.width
        ground = Rect(view.x(0.0), view.header_top, layout.size.width * view.scale, view.header_px)
        items: list[Primitive] = [Rectangle(ground, theme.canvas)]
        for band in layout.phases:
            if view.x(band.x + band.width) >= left and view.x(band.x) <= right:
                items += self._phase(band, layout, view)
        for column in layout.columns if layout.header.has_steps else ():
            if view.x(column.right) >= left and view.x(column.x) <= right:
                items += self._step(column, view)
        items += self._paths(layout, view)
        edge = Rect(ground.x, view.header_bottom - 1, ground.width, 1.0)
        items.append(Rectangle(edge, theme.hairline))
        return items

    def _phase(self, band: PhaseBand, layout: MapLayout, view: View) -> list[Primitive]:
        height = view.rows_px[0]
        top, left, right = view.header_top, view.x(band.x), view.x(band.x + band.width)
        notch = min(_NOTCH, (right - left) / 4)
        gap = 2.0 if band.index else 0.0
        inner = left - notch + gap if band.index else left
        middle = top + height / 2
        colour = phase_colour(band.index, len(layout.phases), self._theme)
        shape = Path(
            (
                ("M", inner, top),
                ("L", right - notch, top),
                ("L", right, middle),
                ("L", right - notch, top + height),
                ("L", inner, top + height),
                *((("L", inner + notch, middle),) if band.index else ()),
                ("Z",),
            ),
            fill=colour,
        )
        begin = _held(left + notch, right - notch, view)
        room = right - notch - _SIDE - begin
        y = top + (height - self._line(_PHASE)) / 2
        block = self._block(band.phase.name, _PHASE, Rect(begin, y, room, 1.0), 1)
        return [shape, *text_lines(block, self._theme.phase_text)]

    def _step(self, column: Column, view: View) -> list[Primitive]:
        phases, paths, height = view.rows_px
        left, right = view.x(column.x), view.x(column.right)
        top = view.header_top + phases + paths + 3.0
        theme, place = self._theme, partial(self._block, most_lines=2)
        if right - left < _LEAST_TITLE or height < 2 * self._line(_STEP):
            box = Rect(left + 3.0, top, right - left - 3.0, height)
            return [*text_lines(self._block(str(column.index + 1), _NUMBER, box, 1), theme.hint)]
        star = _STAR + 2.0 if column.step.moment_of_truth else 0.0
        begin = _held(left + _SIDE - 1, right, view)
        box = Rect(begin, top, right - begin - 1 - star, height)
        title = column.step.title or str(column.index + 1)
        ink = theme.text if column.step.title else theme.hint
        items: list[Primitive] = [*text_lines(place(title, _STEP, box), ink)]
        if star:
            at = Rect(right - _STAR - 3.0, top + 2.0, _STAR, _STAR)
            items.append(filled_icon("star", at, theme.star))
        return items

    def _paths(self, layout: MapLayout, view: View) -> list[Primitive]:
        items: list[Primitive] = []
        if view.rows_px[1] <= 0:
            return items
        for route in layout.transitions:
            points = tuple(view.point(point) for point in route.points)
            inside = all(point.y < layout.header.step_top + 0.1 for point in route.points[:-1])
            if len(points) > 1 and inside:
                stroke = Stroke(self._theme.path, 1.2)
                items.append(Path(rounded_line(points, 4.0), stroke=stroke))
                items.append(arrow_head(points[-2], points[-1], 5.0, self._theme.path))
        return items

    def _titles(self, layout: MapLayout, view: View) -> list[Primitive]:
        items: list[Primitive] = []
        for band in layout.lanes:
            top, bottom = view.y(band.y), view.y(band.bottom)
            if bottom > view.header_bottom and top < view.height:
                box = Rect(view.titles_left, top, view.titles_px, bottom - top)
                lane = layout.emotion_lanes.get(band.lane.id)
                # The words of an emotion lane belong to its levels and stay where they are.
                hidden = 0.0 if lane is not None else max(0.0, view.header_bottom - top)
                items += self._title(band, box, view.zoom, hidden)
                if lane is not None and view.zoom >= _AXIS_FROM:
                    items += self._axis(band, lane, view)
        return items

    def _axis(self, band: LaneBand, lane: EmotionLane, view: View) -> list[Primitive]:
        """The words of the levels, each at its own."""
        items: list[Primitive] = []
        style, right = self._own(_AXIS), view.titles_right - _SIDE
        for level, block in zip(LEVELS, lane.axis, strict=True):
            width = max((one.width(style.size) for one in block.lines), default=0.0)
            y = view.y(band.y + lane.y_of(level)) - style.line_height / 2
            placed = TextBlock(right - width, y, block.lines, style)
            items += text_lines(placed, self._theme.secondary)
        return items

    def _title(self, band: LaneBand, box: Rect, zoom: float, hidden: float) -> list[Primitive]:
        """A lane's title on its ground, as far down as so much of the lane is hidden above."""
        theme = self._theme
        ground = theme.lane_tint if band.index % 2 else theme.canvas
        named = band.line_above is not None
        edge = Stroke(theme.strong_line if named else theme.hairline, 1.0)
        corners = line(
            box.centre.moved(-box.width / 2, -box.height / 2),
            box.centre.moved(box.width / 2, -box.height / 2),
        )
        items: list[Primitive] = [Rectangle(box, ground), Path(corners, stroke=edge)]
        lines = int((box.height - 2.0) // self._line(_LANE))
        if lines < 1:
            return items
        kept = min(hidden, max(0.0, box.height - min(lines, 3) * self._line(_LANE) - _SIDE))
        seen = Rect(box.x, box.y + kept, box.width, box.height - kept)
        return items + self._words(band, seen, zoom, min(lines, 3))

    def _words(self, band: LaneBand, box: Rect, zoom: float, most: int) -> list[Primitive]:
        """Icon and title, under the name of the line above where there is room for both."""
        theme, height = self._theme, self._line(_LANE)
        side, free = _edges(zoom)
        left = box.x + side + _ICON + 4
        block = self._block(
            band.lane.title, _LANE, Rect(left, box.y, box.right - left - _SIDE, 1.0), most
        )
        label, above = band.line_label, 0.0
        if label is not None and zoom >= _AXIS_FROM and free + 2 * height < box.height:
            above = self._line(_AXIS) + 2.0
        left_over = box.height - above - len(block.lines) * height
        top = box.y + above + max(1.0, min(free, left_over / 2))
        at = Rect(box.x + side, top + 1.0, _ICON - 1, _ICON - 1)
        placed = TextBlock(block.x, top, block.lines, block.style)
        items: list[Primitive] = [icon(LANE_ICONS[band.lane.kind], at, theme.secondary)]
        items += text_lines(placed, theme.text)
        if label is not None and above:
            room = Rect(box.x + side, box.y + 3.0, box.width - side - _SIDE, 1.0)
            text = " ".join(one.text for one in label.lines)
            items += text_lines(self._block(text, _AXIS, room, 1), theme.hint)
        return items

    def _block(self, text: str, style: TextStyle, box: Rect, most_lines: int) -> TextBlock:
        room, style = max(box.width, 0.0), self._own(style)
        lines = self._typesetter.fit(text, style, room, most_lines) if room >= _LEAST_TEXT else ()
        if text.isdigit():
            lines = (self._typesetter.line(text, style),)
        return TextBlock(box.x, box.y, lines, style)


def _edges(zoom: float) -> tuple[float, float]:
    """What is left free beside and above the title of a lane; near 100 % as much as on the map."""
    near = min(max((zoom - _AXIS_FROM) / (1.0 - _AXIS_FROM), 0.0), 1.0)
    return _SIDE + 6.0 * near, 5.0 + 8.0 * near


def _held(left: float, right: float, view: View) -> float:
    """Where a title begins: in its band, and in view as long as there is room for it."""
    return max(left, min(view.titles_right + _SIDE, right - _LEAST_TITLE))
