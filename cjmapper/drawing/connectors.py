"""Connectors between cards as primitives: thin, quiet, and bent around the cards."""

from cjmapper.drawing.primitives import Group, Path, Primitive, Stroke
from cjmapper.drawing.shapes import arrow_head, rounded_line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, mm_from_px
from cjmapper.layout.result import LinkRoute
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.vocabulary import LinkKind

_LINE = mm_from_px(1.2)
_HEAD = mm_from_px(7)


def link_group(route: LinkRoute, theme: Theme) -> Group:
    """The line, its head, and its label."""
    conflict = route.link.kind is LinkKind.CONTRADICTS
    colour = theme.contradiction if conflict else theme.link
    points = route.points
    stop = _short_of(points[-2], points[-1], _HEAD * 0.8)
    commands = rounded_line((*points[:-1], stop), DISTANCES.corner)
    items: list[Primitive] = [
        Path(commands, stroke=Stroke(colour, _LINE * (1.5 if conflict else 1.0))),
        arrow_head(points[-2], points[-1], _HEAD, colour),
    ]
    if route.label is not None:
        items += text_lines(route.label, theme.secondary)
    return Group(route.link.id, tuple(items), role="link")


def _short_of(before: Point, tip: Point, by: float) -> Point:
    whole = before.distance(tip)
    if whole <= by:
        return before
    part = (whole - by) / whole
    return Point(before.x + (tip.x - before.x) * part, before.y + (tip.y - before.y) * part)
