"""A part of a map as a drawing in the proportions of a slide, with a white margin around it.

The part is cut from the drawing of the map; nothing is laid out anew.
"""

from collections.abc import Iterable, Sequence

import msgspec

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.extents import Extents
from cjmapper.drawing.primitives import Clip, Drawing, Group, Primitive, Rectangle
from cjmapper.drawing.theme import LIGHT
from cjmapper.geometry import Rect, Size, mm_from_px
from cjmapper.layout import hit
from cjmapper.layout.result import MapLayout
from cjmapper.model import queries

WIDTH_PX = 3840
"""A slide of 1920 × 1080 pixels at twice the size."""

_SLIDE = Size(mm_from_px(1920), mm_from_px(1080))
_MARGIN = mm_from_px(60)
_LARGEST = 2.0
"""How much larger than on the map things become at most."""

_WHITE = "#FFFFFF"
_EDGE = 3.0
"""Millimetres around cards that stand alone."""

_Piece = tuple[Rect, float, float]
"""A part of the map, and where its corner comes to stand."""


def map_slide(layout: MapLayout) -> Drawing:
    """The whole map."""
    drawing = Composer(LIGHT).map_drawing(layout)
    return _slide(drawing.items, drawing.size)


def phase_slide(layout: MapLayout, phase_id: str) -> Drawing | None:
    """One phase from top to bottom beside the titles of the lanes; None where it is not shown."""
    band = next((one for one in layout.phases if one.phase.id == phase_id), None)
    if band is None:
        return None
    height, titles = layout.size.height, layout.title_width
    pieces = (
        (Rect(0.0, 0.0, titles, height), 0.0, 0.0),
        (Rect(band.x, 0.0, band.width, height), titles, 0.0),
    )
    items = tuple(_without_others(Composer(LIGHT).map_drawing(layout).items, phase_id))
    return _cut(items, pieces, Size(titles + band.width, height))


def curve_slide(layout: MapLayout) -> Drawing | None:
    """The lanes of emotions below the header; None where there is none."""
    bands = [band for band in layout.lanes if band.lane.id in layout.emotion_lanes]
    if not bands:
        return None
    width, top = layout.size.width, layout.header.height
    pieces = [(Rect(0.0, 0.0, width, top), 0.0, 0.0)]
    for band in bands:
        pieces.append((Rect(0.0, band.y, width, band.height), 0.0, top))
        top += band.height
    return _cut(Composer(LIGHT).map_drawing(layout).items, pieces, Size(width, top))


def chosen_drawing(layout: MapLayout, chosen: Iterable[str]) -> Drawing | None:
    """Cards, readings and the connectors between them alone; None where none is shown."""
    names = set(chosen)
    between = {
        link.id for link in layout.map.links if link.start in names and link.to in names
    } | names
    window = _window(layout, names)
    if window is None:
        return None
    found = tuple(_named((Composer(LIGHT).body(layout, window),), between))
    if not found:
        return None
    extents = [Extents().of(item) for item in found]
    left, top = min(one.x for one in extents), min(one.y for one in extents)
    right, bottom = max(one.right for one in extents), max(one.bottom for one in extents)
    size = Size(right - left + 2 * _EDGE, bottom - top + 2 * _EDGE)
    moved = Group("selection", found, _EDGE - left, _EDGE - top, role="part")
    return Drawing(size, (moved,), _WHITE)


def on_slide(drawing: Drawing) -> Drawing:
    """A drawing in the middle of a slide."""
    return _slide(drawing.items, drawing.size)


def _window(layout: MapLayout, names: set[str]) -> Rect | None:
    """The part of the map that these cards and readings stand in; None where none is shown."""
    cards = (queries.card(layout.map, name) for name in names)
    rects = [layout.card_rect(card) for card in cards if card is not None]
    points = (hit.reading_point(layout, name) for name in names)
    markers = [Rect(point.x, point.y, _EDGE, _EDGE) for point in points if point is not None]
    shown = [*(rect for rect in rects if rect is not None), *markers]
    if not shown:
        return None
    left, top = min(one.x for one in shown), min(one.y for one in shown)
    right, bottom = max(one.right for one in shown), max(one.bottom for one in shown)
    return Rect(left, top, right - left, bottom - top)


def _named(items: Iterable[Primitive], names: set[str]) -> Iterable[Primitive]:
    for item in items:
        if isinstance(item, Group):
            if item.id in names:
                yield item
            else:
                yield from _named(item.items, names)


def _without_others(items: Iterable[Primitive], phase_id: str) -> Iterable[Primitive]:
    """Without the names of other phases, whose arrows reach over their borders."""
    for item in items:
        if not isinstance(item, Group):
            yield item
        elif item.role == "part":
            yield msgspec.structs.replace(item, items=tuple(_without_others(item.items, phase_id)))
        elif item.role != "phase" or item.id == phase_id:
            yield item


def _cut(items: tuple[Primitive, ...], pieces: Sequence[_Piece], size: Size) -> Drawing:
    cut = tuple(
        Group("piece", (Clip(rect, items),), x - rect.x, y - rect.y, role="part")
        for rect, x, y in pieces
    )
    return _slide(cut, size)


def _slide(items: tuple[Primitive, ...], size: Size) -> Drawing:
    wide, high = _SLIDE.width - 2 * _MARGIN, _SLIDE.height - 2 * _MARGIN
    scale = min(wide / size.width, high / size.height, _LARGEST)
    x = (_SLIDE.width - size.width * scale) / 2
    y = (_SLIDE.height - size.height * scale) / 2
    ground = Rectangle(Rect(0.0, 0.0, size.width, size.height), fill=_WHITE)
    placed = Group("part", (ground, *items), x, y, scale, role="part")
    return Drawing(_SLIDE, (placed,), _WHITE)
