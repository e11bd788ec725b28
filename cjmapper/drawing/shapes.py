"""Icons, faces and other small vector shapes, made of paths in millimetres."""

import math
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from cjmapper.drawing.primitives import Colour, Path, PathCommand, Primitive, Stroke
from cjmapper.geometry import Point, Rect
from cjmapper.places import resource

KAPPA = 0.5522847498
"""How far the controls of a cubic quarter circle lie from its ends, in radii."""
ICON_GRID = 24
"""The width and height that icons are drawn on."""
ICON_STROKE = 2
"""The width of their lines there."""


@cache
def _icons() -> dict[str, tuple[PathCommand, ...]]:
    """All bundled icons on their 24 grid; read once, they never change."""
    read = msgspec.json.decode(resource("icons", "icons.json").read_bytes())
    return {name: tuple(tuple(command) for command in path) for name, path in read.items()}


def icon_lines(name: str) -> tuple[PathCommand, ...]:
    """The lines of an icon on its own grid; KeyError for one that is not bundled."""
    return _icons()[name]


def icon(name: str, box: Rect, colour: Colour) -> Path:
    """The icon `name` in a square box; KeyError for an unknown name."""
    scale = box.width / ICON_GRID
    stroke = Stroke(colour, ICON_STROKE * scale)
    return Path(scaled(_icons()[name], scale, box.x, box.y), stroke=stroke)


def filled_icon(name: str, box: Rect, colour: Colour) -> Path:
    """The icon `name`, filled and outlined in one colour."""
    scale = box.width / ICON_GRID
    commands = scaled(_icons()[name], scale, box.x, box.y)
    return Path(commands, fill=colour, stroke=Stroke(colour, ICON_STROKE * scale * 0.75))


def icon_names() -> frozenset[str]:
    """The names of all bundled icons."""
    return frozenset(_icons())


def scaled(
    commands: Iterable[PathCommand], scale: float, dx: float, dy: float
) -> tuple[PathCommand, ...]:
    """A path made larger by `scale` and then moved."""
    placed: list[PathCommand] = []
    for command in commands:
        match command:
            case ("C", x1, y1, x2, y2, x, y):
                placed.append(
                    (
                        "C",
                        x1 * scale + dx,
                        y1 * scale + dy,
                        x2 * scale + dx,
                        y2 * scale + dy,
                        x * scale + dx,
                        y * scale + dy,
                    )
                )
            case ("M", x, y):
                placed.append(("M", x * scale + dx, y * scale + dy))
            case ("L", x, y):
                placed.append(("L", x * scale + dx, y * scale + dy))
            case ("Z",):
                placed.append(("Z",))
    return tuple(placed)


def circle(x: float, y: float, radius: float) -> tuple[PathCommand, ...]:
    """A circle of four cubic arcs."""
    k = radius * KAPPA
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def line(*points: Point) -> tuple[PathCommand, ...]:
    """Straight lines from point to point."""
    first, *rest = points
    return (("M", first.x, first.y), *(("L", point.x, point.y) for point in rest))


def rounded_line(points: Sequence[Point], radius: float) -> tuple[PathCommand, ...]:
    """Straight lines with rounded corners."""
    commands: list[PathCommand] = [("M", points[0].x, points[0].y)]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = _towards(corner, before, radius)
        far = _towards(corner, after, radius)
        commands.append(("L", near.x, near.y))
        one, two = _towards(corner, near, _rest(corner, near)), far
        commands.append(
            (
                "C",
                one.x + (corner.x - one.x) * KAPPA,
                one.y + (corner.y - one.y) * KAPPA,
                two.x + (corner.x - two.x) * KAPPA,
                two.y + (corner.y - two.y) * KAPPA,
                far.x,
                far.y,
            )
        )
    commands.append(("L", points[-1].x, points[-1].y))
    return tuple(commands)


def _rest(corner: Point, near: Point) -> float:
    return corner.distance(near)


def _towards(start: Point, end: Point, length: float) -> Point:
    """The point `length` along the way to `end`, at most half-way."""
    whole = start.distance(end)
    if whole == 0:
        return start
    part = min(length, whole / 2) / whole
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


def arrow_head(before: Point, tip: Point, size: float, colour: Colour) -> Path:
    """A filled head at `tip`, pointing away from `before`."""
    angle = math.atan2(tip.y - before.y, tip.x - before.x)
    wings = [
        Point(
            tip.x - size * math.cos(angle + side),
            tip.y - size * math.sin(angle + side),
        )
        for side in (0.45, -0.45)
    ]
    return Path((*line(tip, wings[0], wings[1]), ("Z",)), fill=colour)


def face(
    x: float, y: float, radius: float, value: float, colours: tuple[Colour, Colour]
) -> tuple[Primitive, ...]:
    """A face for a value from −2 to +2: the mouth bends with it, brows fall at the worst.

    `colours` are the ground and what is drawn on it.
    """
    ground, ink = colours
    eye_y = y - radius * 0.22
    eyes = (
        *circle(x - radius * 0.34, eye_y, radius * 0.115),
        *circle(x + radius * 0.34, eye_y, radius * 0.115),
    )
    parts: list[Primitive] = [
        Path(circle(x, y, radius), fill=ground),
        Path(eyes, fill=ink),
        _mouth(x, y, radius, value, ink),
    ]
    if value < _WORST:
        parts.append(_brows(x, y, radius, ink))
    return tuple(parts)


_WORST = -1.5
_BEST = 1.5


def _mouth(x: float, y: float, radius: float, value: float, ink: Colour) -> Path:
    wide = radius * 0.46
    bend = radius * 0.26 * max(-2.0, min(2.0, value)) / 2 * 1.35
    corner_y = y + radius * 0.36 - bend * 0.6
    low = corner_y + bend * 1.5
    curve: tuple[PathCommand, ...] = (
        ("M", x - wide, corner_y),
        ("C", x - wide * 0.45, low, x + wide * 0.45, low, x + wide, corner_y),
    )
    if value >= _BEST:
        return Path((*curve, ("Z",)), fill=ink, stroke=Stroke(ink, radius * 0.1))
    return Path(curve, stroke=Stroke(ink, radius * 0.15))


def _brows(x: float, y: float, radius: float, ink: Colour) -> Path:
    """Brows that fall towards the middle."""
    outer, inner = radius * 0.56, radius * 0.18
    top, low = y - radius * 0.56, y - radius * 0.4
    return Path(
        (
            *line(Point(x - outer, top), Point(x - inner, low)),
            *line(Point(x + outer, top), Point(x + inner, low)),
        ),
        stroke=Stroke(ink, radius * 0.13),
    )


def emotion_level(value: float) -> int:
    """Which of the five levels (0 for −2 … 4 for +2) a value is nearest to.

    Half way between two it is the stronger one, alike above and below zero.
    """
    return max(0, min(4, 2 + int(math.copysign(math.floor(abs(value) + 0.5), value))))
