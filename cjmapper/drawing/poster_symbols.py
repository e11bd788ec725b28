"""The symbols of a poster's legend, drawn as they are on the map."""

from cjmapper.drawing.low_marks import low_triangle
from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.ribbons import ribbon_sample
from cjmapper.drawing.shapes import arrow_head, circle, filled_icon, icon, line, rounded_line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_types import LegendEntry
from cjmapper.model.vocabulary import CardKind


def symbol(entry: LegendEntry, unit: float, theme: Theme) -> Primitive:
    """What stands before the words of one entry; `unit` is the frame's size against an A1."""
    box = entry.box
    side = min(box.height * 0.85, box.width)
    square = Rect(box.x, box.centre.y - side / 2, side, side)
    drawn: Primitive
    match entry.symbol:
        case "felt":
            drawn = _sample(box, Stroke(theme.curve, 1.0 * unit))
        case "quiet":
            drawn = _sample(box, Stroke(theme.quiet_curve, 0.6 * unit))
        case "hatched" | "dotted":
            drawn = ribbon_sample(box, entry.symbol == "hatched", unit, theme)
        case "star":
            drawn = filled_icon("star", square, theme.star)
        case "hollow":
            edge = Stroke(theme.strong_line, 0.4 * unit)
            drawn = Rectangle(box.grown(-0.6 * unit), None, edge, 1.2 * unit)
        case "low":
            return Group("", tuple(_low(square, theme)))
        case "assumption":
            return Group("", tuple(_assumption(entry, unit, theme)))
        case "drop":
            drawn = icon("log-out", square, theme.emotions[0])
        case "dots":
            drawn = Group("", tuple(_dots(box, unit, theme)))
        case _:
            drawn = Group("", tuple(_bracket(box, entry.symbol == "back", unit, theme)))
    return drawn


def _low(square: Rect, theme: Theme) -> list[Primitive]:
    """The mark of a low, without its number."""
    box = Rectangle(square, theme.emotions[0], None, square.height * 0.22)
    side = square.width * 0.55
    left, top = square.centre.x - side / 2, square.centre.y - side * 0.38
    triangle = Rect(left, top, side, side * 0.86)
    return [box, low_triangle(triangle, theme.emotion_ink[0])]


def _assumption(entry: LegendEntry, unit: float, theme: Theme) -> list[Primitive]:
    """A dashed edge with a question mark."""
    dash = (1.0 * unit, 1.0 * unit)
    colour = theme.kinds[CardKind.PAIN].stripe
    edge = Stroke(colour, 0.4 * unit, dash)
    items: list[Primitive] = [Rectangle(entry.box.grown(-0.6 * unit), None, edge, 1.2 * unit)]
    if entry.inner is not None:
        items += text_lines(entry.inner, colour)
    return items


def _sample(box: Rect, stroke: Stroke) -> Path:
    y = box.centre.y
    return Path(line(Point(box.x, y), Point(box.right, y)), stroke=stroke)


def _dots(box: Rect, unit: float, theme: Theme) -> list[Primitive]:
    """Three of five, as on a card."""
    colour = theme.kinds[CardKind.PAIN].stripe
    radius = 1.15 * unit
    return [
        Path(
            circle(box.right - radius - (4 - index) * 2.6 * unit, box.centre.y, radius * 0.9),
            fill=colour if filled else None,
            stroke=Stroke(colour, 0.35 * unit),
        )
        for index, filled in enumerate((True, True, True, False, False))
    ]


def _bracket(box: Rect, back: bool, unit: float, theme: Theme) -> list[Primitive]:
    """A small path like those over the step titles."""
    low, high = box.centre.y + 1.8 * unit, box.centre.y - 1.6 * unit
    left, right = box.x + 2 * unit, box.right - 2 * unit
    start, end = (right, left) if back else (left, right)
    corners = (Point(start, low), Point(start, high), Point(end, high), Point(end, low))
    stop = Point(end, low - 1.2 * unit)
    return [
        Path(
            rounded_line((*corners[:-1], stop), 1.4 * unit), stroke=Stroke(theme.path, 0.5 * unit)
        ),
        arrow_head(corners[2], corners[3], 2.2 * unit, theme.path),
    ]
