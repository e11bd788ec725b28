"""The layers of a map on the screen: cells, lane titles, header, corner.

The cells are kept as a picture somewhat larger than what is seen, so that a pointer that only
hovers, or a scroll, paints no card again. Decides nothing about what is seen.
"""

import math
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.primitives import Primitive
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.result import MapLayout
from cjmapper.model.vocabulary import Language
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.canvas.compact import CompactStrips
from cjmapper.ui.canvas.differing import differing_places
from cjmapper.ui.canvas.held import held_header, held_titles
from cjmapper.ui.canvas.sketch import SKETCH_BELOW, Sketch
from cjmapper.ui.canvas.view import Strip, View

_AROUND = 0.4
"""How much further than it is seen the picture of the cells reaches, once it holds still."""
_MOST_PIXELS = 24_000_000
_MOST_RENEWED = 0.6
"""The share of the picture from which on it is painted as a whole."""
_BEYOND = mm_from_px(4)
_SHADE_PX = 7
_WHOLE = 1e-6
_SHADE = 20


class _Picture(msgspec.Struct, frozen=True):
    """The cells as painted: what of, and which part of the scrolled content (in pixels)."""

    layout: MapLayout
    zoom: float
    ratio: float
    area: Rect
    pixmap: QPixmap


class Layers:
    """Paints a map in one theme; keeps what it painted as long as it is the same."""

    def __init__(
        self, theme: Theme, cache: QtCache, type_in: Callable[[Language], Typesetter]
    ) -> None:
        self.cache = cache
        self._type_in = type_in
        self._picture: _Picture | None = None
        self._use(theme)

    @property
    def theme(self) -> Theme:
        """The colours it paints in."""
        return self.composer.theme

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        if theme is not self.theme:
            self._use(theme)

    def _use(self, theme: Theme) -> None:
        self.composer = Composer(theme)
        self._strips = CompactStrips(theme, self._type_in)
        self._sketch = Sketch(self.composer, self.cache)
        self._picture = None

    def paint(
        self, painter: QPainter, layout: MapLayout, view: View, written: str | None = None
    ) -> None:
        """Paints the map into the viewport; `written` is the id of what is written just now."""
        painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(self.theme.canvas))
        self._cells(painter, layout, view)
        for strip in (Strip.TITLES, Strip.HEADER):
            self._strip(painter, layout, view, strip, written)
            self._shade(painter, view, strip)
        self._corner(painter, view)

    # Cells

    def _cells(self, painter: QPainter, layout: MapLayout, view: View) -> None:
        clip = view.clip(Strip.BODY)
        if clip.width <= 0 or clip.height <= 0:
            return
        seen = clip.moved(view.scroll_x, view.scroll_y)
        ratio = painter.device().devicePixelRatio()
        picture = self._picture
        if picture is None or not _serves(picture, layout, view, (seen, ratio)):
            picture = self._picture = self._renewed(layout, view, (seen, ratio)) or self._painted(
                layout, view, self._area(layout, view, seen, ratio), ratio
            )
        painter.save()
        painter.setClipRect(_box(clip))
        area = picture.area
        painter.drawPixmap(QPointF(area.x - view.scroll_x, area.y - view.scroll_y), picture.pixmap)
        painter.restore()

    def _area(self, layout: MapLayout, view: View, seen: Rect, ratio: float) -> Rect:
        picture = self._picture
        still = picture is not None and picture.layout is layout and picture.zoom == view.zoom
        return _area(seen, view, ratio, still=still)

    def _renewed(
        self, layout: MapLayout, view: View, seen_at: tuple[Rect, float]
    ) -> _Picture | None:
        """The picture there is, painted anew only where another layout looks different."""
        picture = self._picture
        if picture is None or not _serves(picture, picture.layout, view, seen_at):
            return None
        window = _window(picture.area, view)
        places = differing_places(picture.layout, layout, window)
        if places is None or sum(_size(place) for place in places) > _MOST_RENEWED * _size(window):
            return None
        for place in places:
            self._paint_into(picture, layout, view, place)
        return msgspec.structs.replace(picture, layout=layout)

    def _painted(self, layout: MapLayout, view: View, area: Rect, ratio: float) -> _Picture:
        size = QSize(math.ceil(area.width * ratio), math.ceil(area.height * ratio))
        former = self._picture
        # Room that is there already need not be cleared by the system first.
        known = former is not None and former.pixmap.size() == size
        pixmap = former.pixmap if former is not None and known else QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        picture = _Picture(layout, view.zoom, ratio, area, pixmap)
        self._paint_into(picture, layout, view, _window(area, view))
        return picture

    def _paint_into(self, picture: _Picture, layout: MapLayout, view: View, place: Rect) -> None:
        """Paints what a place on the map looks like into a picture."""
        area, scale = picture.area, view.scale
        left, top = view.origin[0] + view.scroll_x, view.origin[1] + view.scroll_y
        x, y = left - area.x, top - area.y
        box = QRectF(
            x + place.x * scale, y + place.y * scale, place.width * scale, place.height * scale
        ).toAlignedRect()
        with QPainter(picture.pixmap) as painter:
            painter.setClipRect(box)
            painter.fillRect(box, QColor(self.theme.canvas))
            painter.translate(x, y)
            self._play_cells(painter, layout, view, place.grown(_BEYOND))

    def _play_cells(self, painter: QPainter, layout: MapLayout, view: View, window: Rect) -> None:
        if view.zoom < SKETCH_BELOW:
            self._sketch.paint(painter, layout, view.scale, window)
            return
        body = self.composer.body(layout, window)
        QtPainter(painter, view.scale, self.cache, bars=True).paint_items(body.items)

    # What stays in view

    def _strip(
        self,
        painter: QPainter,
        layout: MapLayout,
        view: View,
        strip: Strip,
        written: str | None,
    ) -> None:
        painter.save()
        painter.setClipRect(_box(view.clip(strip)))
        if view.has_own_titles if strip is Strip.TITLES else view.is_compact:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._play(painter, 1.0, self._strips.items(layout, view, strip))
        elif strip is Strip.HEADER:
            painter.translate(view.origin[0], view.header_top)
            header = self.composer.header(layout, view.window)
            self._play(painter, view.scale, (held_header(header, layout, view.window, written),))
        else:
            painter.translate(view.titles_left, view.origin[1])
            titles = self.composer.lane_titles(layout, view.window)
            self._play(painter, view.scale, (held_titles(titles, layout, view.window, written),))
        painter.restore()

    def _play(self, painter: QPainter, scale: float, items: tuple[Primitive, ...]) -> None:
        QtPainter(painter, scale, self.cache).paint_items(items)

    def _shade(self, painter: QPainter, view: View, strip: Strip) -> None:
        """A soft shade where something is hidden under a strip."""
        right, bottom = view.titles_right, view.header_bottom
        if strip is Strip.HEADER and view.scroll_y > view.extent.phase_height:
            box = QRectF(0, bottom, view.width, _SHADE_PX)
            end = box.bottomLeft()
        elif strip is Strip.TITLES and view.scroll_x > view.extent.phase_height:
            box = QRectF(right, bottom, _SHADE_PX, view.height - bottom)
            end = box.topRight()
        else:
            return
        from PySide6.QtGui import QLinearGradient

        gradient = QLinearGradient(box.topLeft(), end)
        gradient.setColorAt(0, QColor(16, 24, 40, _SHADE))
        gradient.setColorAt(1, QColor(16, 24, 40, 0))
        painter.fillRect(box, gradient)

    def _corner(self, painter: QPainter, view: View) -> None:
        ground = QColor(self.theme.canvas)
        box = QRectF(0, 0, view.titles_right, view.header_bottom)
        painter.fillRect(box, ground)
        left = view.titles_left
        edge = QRectF(left, view.header_bottom - 1, view.titles_px, 1)
        painter.fillRect(edge, QColor(self.theme.hairline))


def _window(area: Rect, view: View) -> Rect:
    """The part of the map in an area of the scrolled content."""
    left, top = view.origin[0] + view.scroll_x, view.origin[1] + view.scroll_y
    scale = view.scale
    return Rect(
        (area.x - left) / scale, (area.y - top) / scale, area.width / scale, area.height / scale
    )


def _size(rect: Rect) -> float:
    return rect.width * rect.height


def _serves(picture: _Picture, layout: MapLayout, view: View, seen_at: tuple[Rect, float]) -> bool:
    seen, ratio = seen_at
    if picture.layout is not layout or picture.zoom != view.zoom or picture.ratio != ratio:
        return False
    area = picture.area
    if seen.x < area.x or seen.y < area.y or seen.right > area.right or seen.bottom > area.bottom:
        return False
    away = (area.x - view.scroll_x) * ratio, (area.y - view.scroll_y) * ratio
    return all(abs(one - round(one)) < _WHOLE for one in away)


def _area(seen: Rect, view: View, ratio: float, *, still: bool) -> Rect:
    """What to paint: only what is seen while things change, further around when they don't."""
    around = _AROUND if still else 0.0
    if seen.width * seen.height * (1 + 2 * around) ** 2 * ratio**2 > _MOST_PIXELS:
        around = 0.0
    wide, high = seen.width * around, seen.height * around
    right, bottom = view.content[0] + 1, view.content[1] + 1
    left = math.floor(max(min(seen.x, 0.0), seen.x - wide))
    top = math.floor(max(min(seen.y, 0.0), seen.y - high))
    return Rect(
        left,
        top,
        math.ceil(max(min(seen.right + wide, right), seen.right)) - left,
        math.ceil(max(min(seen.bottom + high, bottom), seen.bottom)) - top,
    )


def _box(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
