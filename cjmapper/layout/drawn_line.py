"""The line of a connector while it is being drawn, before it has two ends. Decides nothing."""

from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.result import MapLayout

_OVER = mm_from_px(16)
_LOOP = mm_from_px(14)
_TIP = mm_from_px(2)


def straight(start: Rect, point: Point) -> tuple[Point, ...]:
    """From the nearest edge of a card to a point."""
    near = Point(min(max(point.x, start.x), start.right), min(max(point.y, start.y), start.bottom))
    return near, point


def from_step(layout: MapLayout, column: int, point: Point) -> tuple[Point, ...]:
    """From a step along above the titles and down, as the path will run; above itself a loop.

    To a point below the titles, where the ends of the journey are, it goes straight.
    """
    header = layout.header
    if point.y >= header.height:
        return straight(layout.step_rect(column), point)
    tip = header.step_top - _TIP
    over = header.phase_height + header.path_height / 2 if header.path_height else tip - _OVER
    start_x, end_x = layout.columns[column].centre, point.x
    if layout.column_at(point.x).index == column:
        start_x, end_x = start_x + _LOOP, start_x - _LOOP
    return Point(start_x, tip), Point(start_x, over), Point(end_x, over), Point(end_x, tip)


def between(start: Rect, end: Rect) -> tuple[Point, ...]:
    """From the edge of a card that looks at another to that other's edge."""
    return straight(start, end.centre)[0], straight(end, start.centre)[0]
