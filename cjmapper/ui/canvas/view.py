"""Which part of a map is seen, at what zoom: millimetres to pixels of the viewport and back.

The header and the lane titles stay in view; far out they keep a size of their own, so that they
can be read. Knows no widget.
"""

from enum import StrEnum

import msgspec

from cjmapper.geometry import MM_PER_PX, Point, Rect
from cjmapper.layout.hits import Region
from cjmapper.ui.canvas.extent import Extent

LEAST_ZOOM = 0.1
MOST_ZOOM = 4.0
STEP = 1.1
"""One notch of the wheel."""

MARGIN = 24
"""Pixels left of, right of and below the map."""

ABOVE = 48
"""And above it, as designed: the toolbar of what is selected in the header stands there."""

AFTER = 72
"""Pixels right of and below a map that is larger than the viewport: room for what comes next."""

REVEAL_MARGIN = 48
COMPACT_BELOW = 0.67
"""Below this zoom the names of phases would be smaller than 12 pixels."""

TITLES_BELOW = 0.93
"""And below this one the titles of lanes."""

MOST_HELD = 1.5
"""From a higher zoom on the strips keep a size of their own too, or they would leave no room."""

_CLOSE = 1.4
_READABLE = 0.7
_COMFORTABLE = 0.8
"""Zooms: where the whole map would be seen below the first, it is opened at the second."""

_COMPACT_TITLES = 128.0
_COMPACT_PHASES = 26.0
_COMPACT_STEPS = 38.0
_COMPACT_NUMBERS = 18.0
_NUMBERS_BELOW = 0.2
_FIT_MOST = 1.0


class Strip(StrEnum):
    """Where something is drawn, since header and lane titles move differently from the rest."""

    BODY = "body"
    HEADER = "header"
    TITLES = "titles"


class View(msgspec.Struct, frozen=True):
    """The zoom, how far it is scrolled, and the size of the viewport (all but zoom in pixels)."""

    extent: Extent
    zoom: float = 1.0
    scroll_x: float = 0.0
    scroll_y: float = 0.0
    width: float = 100.0
    height: float = 100.0
    above: float = ABOVE
    """Pixels above the map: more where toolbars are larger."""
    plain: bool = False
    """Lane titles are as on the map, down to `COMPACT_BELOW`: one of them is being written."""

    # Sizes

    @property
    def scale(self) -> float:
        """Pixels for one millimetre of the cells."""
        return self.zoom / MM_PER_PX

    @property
    def is_compact(self) -> bool:
        """Whether header and lane titles have a size of their own."""
        return not COMPACT_BELOW <= self.zoom <= MOST_HELD

    @property
    def has_own_titles(self) -> bool:
        """Whether the lane titles have."""
        return self.is_compact or (self.zoom < TITLES_BELOW and not self.plain)

    @property
    def strip_size(self) -> float:
        """How large the strips' own size is drawn, against how it is far out."""
        return _CLOSE if self.zoom > MOST_HELD else 1.0

    @property
    def titles_px(self) -> float:
        """The width of the lane titles."""
        natural = self.extent.title_width * self.scale
        if not self.has_own_titles:
            return natural
        return _COMPACT_TITLES * _CLOSE if self.zoom > 1 else max(_COMPACT_TITLES, natural)

    @property
    def rows_px(self) -> tuple[float, float, float]:
        """The heights of the header's rows: phases, paths, step titles."""
        extent, scale = self.extent, self.scale
        paths = extent.path_height * min(scale, MOST_HELD / MM_PER_PX)
        if not self.is_compact:
            return extent.phase_height * scale, paths, extent.step_height * scale
        steps = _COMPACT_STEPS if self.zoom >= _NUMBERS_BELOW else _COMPACT_NUMBERS
        size = self.strip_size
        return _COMPACT_PHASES * size, paths, steps * size if extent.step_height else 0.0

    @property
    def header_px(self) -> float:
        """The height of the header."""
        return sum(self.rows_px)

    @property
    def content(self) -> tuple[float, float]:
        """The size of the map with the margin left of and above it."""
        extent, scale = self.extent, self.scale
        return (
            MARGIN + self.titles_px + (extent.width - extent.title_width) * scale,
            self.above + self.header_px + (extent.height - extent.header_height) * scale,
        )

    @property
    def range(self) -> tuple[int, int]:
        """How far it can be scrolled, across and down."""
        width, height = self.content
        return _range(width, self.width), _range(height, self.height)

    # Where the strips are

    @property
    def header_top(self) -> float:
        """The y of the header's upper edge: it moves up with the map and then stays."""
        return max(0.0, self.above - self.scroll_y)

    @property
    def header_bottom(self) -> float:
        """The y of the header's lower edge; the cells are seen below."""
        return self.header_top + self.header_px

    @property
    def titles_left(self) -> float:
        """The x of the left edge of the lane titles."""
        return max(0.0, MARGIN - self.scroll_x)

    @property
    def titles_right(self) -> float:
        """The x of their right edge; the cells are seen right of it."""
        return self.titles_left + self.titles_px

    @property
    def window(self) -> Rect:
        """The part of the map whose cells are seen, in millimetres."""
        left, top = self.map_x(self.titles_right), self.map_y(self.header_bottom)
        right, bottom = self.map_x(self.width), self.map_y(self.height)
        return Rect(left, top, max(0.0, right - left), max(0.0, bottom - top))

    # Millimetres to pixels

    @property
    def origin(self) -> tuple[float, float]:
        """Where the map's corner would be, were nothing held in view."""
        return self.x(0.0), self.y(0.0)

    def x(self, x: float) -> float:
        """The pixel of an x among the cells."""
        return MARGIN + self.titles_px - self.scroll_x + (x - self.extent.title_width) * self.scale

    def y(self, y: float) -> float:
        """The pixel of a y among the cells."""
        down = (y - self.extent.header_height) * self.scale
        return self.above + self.header_px - self.scroll_y + down

    def header_y(self, y: float) -> float:
        """The pixel of a y in the header, wherever it is held."""
        top = self.header_top
        for height, row in zip(self._rows, self.rows_px, strict=True):
            if height and y <= height:
                return top + y * row / height
            top, y = top + row, y - height
        return top + y * self.scale

    def title_x(self, x: float) -> float:
        """The pixel of an x in the lane titles, wherever they are held."""
        return self.titles_left + x / self.extent.title_width * self.titles_px

    def strip_of(self, rect: Rect) -> Strip:
        """Where a rectangle of the map is drawn."""
        almost = 0.01
        if rect.bottom <= self.extent.header_height + almost:
            return Strip.HEADER
        return Strip.TITLES if rect.right <= self.extent.title_width + almost else Strip.BODY

    def rect(self, rect: Rect) -> Rect:
        """The pixels of a rectangle of the map, where it is drawn."""
        strip = self.strip_of(rect)
        if strip is Strip.BODY:
            (left, top), scale = self.origin, self.scale
            return Rect(
                left + rect.x * scale, top + rect.y * scale, rect.width * scale, rect.height * scale
            )
        across = self.title_x if strip is Strip.TITLES else self.x
        down = self.header_y if strip is Strip.HEADER else self.y
        left, top = across(rect.x), down(rect.y)
        return Rect(left, top, across(rect.right) - left, down(rect.bottom) - top)

    def point(self, point: Point) -> Point:
        """The pixel of a point of the map, where it is drawn."""
        in_header = point.y < self.extent.header_height
        in_titles = point.x < self.extent.title_width and not in_header
        return Point(
            self.title_x(point.x) if in_titles else self.x(point.x),
            self.header_y(point.y) if in_header else self.y(point.y),
        )

    def clip(self, strip: Strip) -> Rect:
        """The pixels in which a strip is seen."""
        match strip:
            case Strip.BODY:
                left, top = self.titles_right, self.header_bottom
                return Rect(left, top, self.width - left, self.height - top)
            case Strip.HEADER:
                left = self.titles_right
                return Rect(left, 0.0, self.width - left, self.header_bottom)
            case Strip.TITLES:
                top = self.header_bottom
                return Rect(0.0, top, self.titles_right, self.height - top)

    # Pixels to millimetres

    def map_x(self, x: float) -> float:
        """The x among the cells at a pixel."""
        return (x - self.origin[0]) / self.scale

    def map_y(self, y: float) -> float:
        """The y among the cells at a pixel."""
        return (y - self.origin[1]) / self.scale

    def region(self, point: Point) -> Region:
        """What is seen at a pixel; the cells reach as far as the viewport."""
        if point.x < self.titles_left or point.y < self.header_top:
            return Region.OUTSIDE
        over_titles = point.x < self.titles_right
        if point.y < self.header_bottom:
            return Region.CORNER if over_titles else Region.HEADER
        return Region.LANE_TITLES if over_titles else Region.BODY

    def to_map(self, point: Point, *, through: bool = False) -> Point:
        """The place on the map at a pixel.

        Over a strip that is held it is a place in that strip; with `through` it is the place that
        the strip hides, though never before the map's edge while the pointer is on the strip.
        """
        over_header = point.y < self.header_bottom
        over_titles = point.x < self.titles_right
        x, y = self.map_x(point.x), self.map_y(point.y)
        if through:
            held_y = over_header and point.y >= self.header_top
            held_x = over_titles and point.x >= self.titles_left
            return Point(max(x, 0.0) if held_x else x, max(y, 0.0) if held_y else y)
        return Point(
            self._title_mm(point.x) if over_titles else x,
            self._header_mm(point.y) if over_header else y,
        )

    # Other views of the same map

    def scrolled_to(self, x: float, y: float) -> "View":
        """Scrolled to whole pixels, as near to these as can be."""
        most_x, most_y = self.range
        return msgspec.structs.replace(
            self,
            scroll_x=float(min(max(round(x), 0), most_x)),
            scroll_y=float(min(max(round(y), 0), most_y)),
        )

    def scrolled_by(self, dx: float, dy: float) -> "View":
        """Scrolled further, as far as it goes."""
        return self.scrolled_to(self.scroll_x + dx, self.scroll_y + dy)

    def sized(self, width: float, height: float) -> "View":
        """In a viewport of another size."""
        made = msgspec.structs.replace(self, width=width, height=height)
        return made.scrolled_by(0, 0)

    def below(self, above: float) -> "View":
        """With another room above the map."""
        return msgspec.structs.replace(self, above=above).scrolled_by(0, 0)

    def of(self, extent: Extent) -> "View":
        """Of a map that has become another size."""
        return msgspec.structs.replace(self, extent=extent).scrolled_by(0, 0)

    def zoomed(self, zoom: float, anchor: Point) -> "View":
        """At another zoom, with what is at the pixel `anchor` staying there."""
        x, y = self.map_x(anchor.x), self.map_y(anchor.y)
        made = msgspec.structs.replace(self, zoom=min(max(zoom, LEAST_ZOOM), MOST_ZOOM))
        left, top = made.x(x) - anchor.x, made.y(y) - anchor.y
        return made.scrolled_by(left, top)

    def fitted(self) -> "View":
        """The whole map, at 100 % at most."""
        extent = self.extent
        wide, high = self.width - 2 * MARGIN, self.height - self.above - MARGIN
        zoom = MM_PER_PX * min(wide / extent.width, high / extent.height)
        if zoom < TITLES_BELOW:
            zoom = max(zoom, COMPACT_BELOW * 0.999)
            for _ in range(3):
                made = msgspec.structs.replace(self, zoom=zoom)
                content = made.content
                own = MARGIN + made.titles_px, self.above + made.header_px
                room = self.width - MARGIN - own[0], self.height - MARGIN - own[1]
                whole = content[0] - own[0], content[1] - own[1]
                zoom *= min(1.0, room[0] / max(whole[0], 1), room[1] / max(whole[1], 1))
                zoom = max(zoom, LEAST_ZOOM)
        return self._at(min(max(zoom, LEAST_ZOOM), _FIT_MOST), 0.0, 0.0)

    def opened(self) -> "View":
        """The whole map, or its beginning where the whole could not be read."""
        whole = self.fitted()
        return whole if whole.zoom >= _READABLE else self._at(_COMFORTABLE, 0.0, 0.0)

    def fitted_to(self, rect: Rect) -> "View":
        """A part of the map as large as it can be seen, at 150 % at most, in the middle."""
        room = self.clip(Strip.BODY)
        wide = max(room.width - 2 * REVEAL_MARGIN, 50.0) / max(rect.width, 1.0)
        high = max(room.height - 2 * REVEAL_MARGIN, 50.0) / max(rect.height, 1.0)
        zoom = min(max(MM_PER_PX * min(wide, high), LEAST_ZOOM), 1.5 * _FIT_MOST)
        made = msgspec.structs.replace(self, zoom=zoom)
        middle = rect.centre
        for _ in range(2):
            # The strips move until they are held, and with them the middle of the room.
            seen = made.clip(Strip.BODY).centre
            down = made.y(max(middle.y, made.extent.header_height))
            made = made.scrolled_by(made.x(middle.x) - seen.x, down - seen.y)
        return made

    def revealing(self, rect: Rect, margin: float = REVEAL_MARGIN) -> "View":
        """Scrolled just so far that a rectangle of the map is seen."""
        room, strip = self.clip(Strip.BODY), self.strip_of(rect)
        dx = dy = 0.0
        if strip is not Strip.TITLES:
            dx = _needed(self.x(rect.x), self.x(rect.right), (room.x, room.right), margin)
        if strip is not Strip.HEADER:
            dy = _needed(self.y(rect.y), self.y(rect.bottom), (room.y, room.bottom), margin)
        return self.scrolled_by(dx, dy)

    def on_way_to(self, goal: "View", share: float) -> "View":
        """The view at a share of the way, around the place that both show alike."""
        zoom = self.zoom * (goal.zoom / self.zoom) ** share
        grown = goal.zoom - self.zoom
        part = (zoom - self.zoom) / grown if grown else share
        across = self.scroll_x + (goal.scroll_x - self.scroll_x) * part
        down = self.scroll_y + (goal.scroll_y - self.scroll_y) * part
        return msgspec.structs.replace(goal, zoom=zoom).scrolled_to(across, down)

    # Within

    def _at(self, zoom: float, x: float, y: float) -> "View":
        return msgspec.structs.replace(self, zoom=zoom).scrolled_to(x, y)

    @property
    def _rows(self) -> tuple[float, float, float]:
        return self.extent.phase_height, self.extent.path_height, self.extent.step_height

    def _header_mm(self, y: float) -> float:
        down, done = y - self.header_top, 0.0
        for height, row in zip(self._rows, self.rows_px, strict=True):
            if row <= 0:
                continue
            if down < row:
                return done + down * height / row
            down, done = down - row, done + height
        return done + down / self.scale

    def _title_mm(self, x: float) -> float:
        return (x - self.titles_left) / self.titles_px * self.extent.title_width


def _range(size: float, room: float) -> int:
    if size + MARGIN <= room + 0.5:
        return 0
    return max(0, round(size + AFTER - room))


def _needed(start: float, end: float, room: tuple[float, float], margin: float) -> float:
    """How far to scroll so that a stretch is in the room; its start where it is too long."""
    first, last = room
    margin = min(margin, max(0.0, (last - first - (end - start)) / 2))
    if start < first + margin:
        return start - first - margin
    if end > last - margin:
        return min(end - last + margin, start - first - margin)
    return 0.0
