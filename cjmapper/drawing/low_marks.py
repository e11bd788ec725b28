"""The marks of lows, on the curve and on the rail: a triangle that points down, and a number."""

from collections.abc import Iterable

from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle
from cjmapper.drawing.shapes import line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.poster_rail_types import Badge
from cjmapper.layout.poster_types import MapPart

_ROUND = 0.22
_AROUND = mm_from_px(1)
"""What keeps a curve off a mark."""


def low_badge(badge: Badge, theme: Theme) -> Group:
    """One mark; its words are in its title."""
    ground, ink = theme.emotions[0], theme.emotion_ink[0]
    box = Rectangle(badge.box, ground, None, badge.box.height * _ROUND)
    items: tuple[Primitive, ...] = (
        box,
        low_triangle(badge.triangle, ink),
        *text_lines(badge.number, ink),
    )
    return Group("", items, role="figure", title=badge.told)


def low_triangle(box: Rect, colour: str) -> Path:
    """A triangle in `box` that points down."""
    tip = Point(box.centre.x, box.bottom)
    left, right = Point(box.x, box.y), Point(box.right, box.y)
    return Path((*line(left, right, tip), ("Z",)), fill=colour)


def low_marks(badges: Iterable[Badge], part: MapPart, theme: Theme) -> tuple[Group, ...]:
    """The marks on the curves of a map, those of them that stand in `part`, as one group."""
    window = part.window
    items: list[Primitive] = []
    for badge in badges:
        if window.contains(badge.box.centre):
            around = badge.box.grown(_AROUND)
            items.append(Rectangle(around, theme.canvas, None, around.height * _ROUND))
            items.append(low_badge(badge, theme))
    if not items:
        return ()
    return (Group("lows", tuple(items), part.title_width - window.x),)
