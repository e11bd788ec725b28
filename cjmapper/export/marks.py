"""Bleed and crop marks around a whole page, for a printer who cuts it to size.

What reaches the page's edge runs on past it, so that a cut that is a little off shows no white.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import (
    Colour,
    Group,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.walk import leaves
from cjmapper.geometry import Rect, Size, mm_from_pt

BLEED = 3.0
"""How far colours run past the trim."""
MARK_OFF = 5.0
"""Between the trim and a crop mark: further away than the bleed, so that no mark is ever left."""
_MARK_LONG = 5.0
_AROUND = MARK_OFF + _MARK_LONG + 2.0
_MARK_WIDTH = mm_from_pt(0.25)
_AT_EDGE = 0.05
"""What is no further from the edge than this reaches it."""


def with_crop_marks(page: Page) -> Page:
    """The page with bleed and marks around it; `trim` says where to cut."""
    drawing = page.drawing
    size = Size(drawing.size.width + 2 * _AROUND, drawing.size.height + 2 * _AROUND)
    trim = Rect(_AROUND, _AROUND, drawing.size.width, drawing.size.height)
    items: tuple[Primitive, ...] = (
        Group(
            "bleed", tuple(_bleeding(drawing.items, trim, drawing.background)), role="decoration"
        ),
        Group("trimmed", drawing.items, trim.x, trim.y),
        Group("crop-marks", (_marks(trim),), role="decoration"),
    )
    return msgspec.structs.replace(
        page,
        drawing=msgspec.structs.replace(drawing, size=size, items=items, background="#FFFFFF"),
        trim=trim,
        bleed=trim.grown(BLEED),
    )


def _bleeding(items: Iterable[Primitive], trim: Rect, ground: Colour) -> Iterator[Rectangle]:
    """The page's ground over the bleed, then what runs on of each box that reaches the edge."""
    whole = Rect(0.0, 0.0, trim.width, trim.height)
    yield Rectangle(trim.grown(BLEED), ground)
    for item, place in leaves(items):
        if isinstance(item, Rectangle) and item.fill is not None:
            box = place.rect(item.rect)
            longer = _run_on(box, whole)
            if longer != box:
                yield Rectangle(longer.moved(trim.x, trim.y), item.fill)


def _run_on(box: Rect, page: Rect) -> Rect:
    """A box that reaches an edge of the page, as far as the end of the bleed there."""
    left = box.x if box.x > _AT_EDGE else -BLEED
    top = box.y if box.y > _AT_EDGE else -BLEED
    right = box.right if box.right < page.width - _AT_EDGE else page.width + BLEED
    bottom = box.bottom if box.bottom < page.height - _AT_EDGE else page.height + BLEED
    return Rect(left, top, right - left, bottom - top)


def _marks(trim: Rect) -> Path:
    """Two short lines at each corner, in the run of the cuts."""
    commands: list[PathCommand] = []
    for x in (trim.x, trim.right):
        for y, away in ((trim.y, -1), (trim.bottom, 1)):
            commands += _mark(x, y + away * MARK_OFF, 0.0, away * _MARK_LONG)
    for y in (trim.y, trim.bottom):
        for x, away in ((trim.x, -1), (trim.right, 1)):
            commands += _mark(x + away * MARK_OFF, y, away * _MARK_LONG, 0.0)
    return Path(tuple(commands), stroke=Stroke("#000000", _MARK_WIDTH))


def _mark(x: float, y: float, dx: float, dy: float) -> list[PathCommand]:
    return [("M", x, y), ("L", x + dx, y + dy)]
