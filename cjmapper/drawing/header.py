"""The top of a map as primitives: phases as arrows, paths between steps, step titles."""

from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import (
    Colour,
    Group,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.shapes import arrow_head, filled_icon, icon, rounded_line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme, blend
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.columns import TITLE_SIDE
from cjmapper.layout.result import Column, MapLayout, PhaseBand, TransitionRoute
from cjmapper.layout.styles import DISTANCES, STEP_TITLE
from cjmapper.model import ids

_ARROW = mm_from_px(8)
_WAY_OUT_ICON = mm_from_px(13)
_STAR = mm_from_px(15)
_STAR_RIM = mm_from_px(1)
"""The air at the left in the picture of a star: its point stands where the number begins."""


def header_items(layout: MapLayout, theme: Theme, seen: tuple[int, int]) -> list[Primitive]:
    """Phases, paths and titles of the columns from `seen[0]` to before `seen[1]`."""
    first, end = seen
    items: list[Primitive] = [
        _phase(band, layout, theme)
        for band in layout.phases
        if band.first_column < end and first < band.first_column + band.column_count
    ]
    items += [_step(column, layout, theme) for column in layout.columns[first:end]]
    window = (layout.columns[first].x, layout.columns[end - 1].right)
    for route in layout.transitions:
        xs = [point.x for point in route.points]
        if min(xs) <= window[1] and max(xs) >= window[0]:
            items.append(transition_group(route, theme))
    return items


def phase_colour(index: int, count: int, theme: Theme) -> Colour:
    """From the theme's first colour to its last, evenly."""
    first, last = theme.phases
    return blend(first, last, index / max(count - 1, 1))


def _phase(band: PhaseBand, layout: MapLayout, theme: Theme) -> Group:
    items = phase_items(band, layout, theme)
    return Group(band.phase.id, items, role="phase", title=band.phase.name)


def phase_items(band: PhaseBand, layout: MapLayout, theme: Theme) -> tuple[Primitive, ...]:
    """The arrow of a phase with its name."""
    colour = phase_colour(band.index, len(layout.phases), theme)
    shape = Path(_arrow(band, layout.header.phase_height), fill=colour)
    name = text_lines(band.name, theme.phase_text, band.x, _centred(band, layout))
    return (shape, *name)


def _centred(band: PhaseBand, layout: MapLayout) -> float:
    """How much lower a short name stands where another phase needs two lines."""
    room = layout.header.phase_height - 2 * DISTANCES.phase_top
    return (room - max(band.name.height, band.name.style.line_height)) / 2


def _arrow(band: PhaseBand, height: float) -> tuple[PathCommand, ...]:
    """A band that points onwards and takes up the point of the one before."""
    notch = DISTANCES.phase_notch
    left = band.x + (DISTANCES.phase_gap if band.index else 0.0)
    right = band.x + band.width - notch + DISTANCES.phase_gap
    tail: tuple[PathCommand, ...] = ()
    if band.index:
        left -= notch - DISTANCES.phase_gap
        tail = (("L", left + notch, height / 2),)
    return (
        ("M", left, 0.0),
        ("L", right, 0.0),
        ("L", right + notch - DISTANCES.phase_gap, height / 2),
        ("L", right, height),
        ("L", left, height),
        *tail,
        ("Z",),
    )


def _step(column: Column, layout: MapLayout, theme: Theme) -> Group:
    items = step_items(column, layout, theme)
    return Group(column.step.id, items, role="step", title=column.step.title)


def step_items(column: Column, layout: MapLayout, theme: Theme) -> tuple[Primitive, ...]:
    """The number and title of a step, its picture and its star; nothing without a title row."""
    top = layout.header.step_top
    items: list[Primitive] = []
    if layout.header.has_steps:
        if column.number is not None:
            items += text_lines(column.number, theme.hint, column.x, top)
        items += text_lines(column.title, theme.text, column.x, top)
        if column.picture is not None and column.step.picture is not None:
            box = column.picture.moved(column.x, top)
            told = column.step.title
            items += asset_picture(layout.document, column.step.picture, box, told)
        if column.step.moment_of_truth:
            items.append(filled_icon("star", _star_box(column, top), theme.star))
    return tuple(items)


def _star_box(column: Column, top: float) -> Rect:
    """Under the number, in the line below it: the title keeps the whole width of its column."""
    middle = top + column.title.y + 1.5 * STEP_TITLE.line_height
    return Rect(column.x + TITLE_SIDE - _STAR_RIM, middle - _STAR / 2, _STAR, _STAR)


def transition_group(route: TransitionRoute, theme: Theme) -> Group:
    """A path between steps, or the sign where customers leave, with its words."""
    transition = route.transition
    if transition.to in (ids.GOAL, ids.DROP):
        items = _way_out(route, theme)
    else:
        items = _path(route.points, theme.path)
    if route.label is not None:
        items += text_lines(route.label, theme.secondary)
    return Group(transition.id, tuple(items), role="transition")


def _path(points: tuple[Point, ...], colour: Colour) -> list[Primitive]:
    tip = points[-1]
    stop = Point(tip.x, tip.y - _ARROW * 0.7)
    commands = rounded_line((*points[:-1], stop), mm_from_px(8))
    return [
        Path(commands, stroke=Stroke(colour, mm_from_px(1.5))),
        arrow_head(points[-2], tip, _ARROW, colour),
    ]


def _way_out(route: TransitionRoute, theme: Theme) -> list[Primitive]:
    leaves = route.transition.to == ids.DROP
    start = route.points[0]
    box = Rect(start.x, start.y - _WAY_OUT_ICON / 2, _WAY_OUT_ICON, _WAY_OUT_ICON)
    colour = theme.emotions[0] if leaves else theme.emotions[4]
    return [icon("log-out" if leaves else "flag", box, colour)]


def header_ground(layout: MapLayout, theme: Theme) -> Rectangle:
    """What lies under a header that stays in view."""
    box = Rect(0.0, 0.0, layout.size.width, layout.header.height)
    return Rectangle(box, theme.canvas)


def header_edge(layout: MapLayout, theme: Theme) -> Path:
    """The hairline between header and lanes."""
    y = layout.header.height
    return Path(
        (("M", 0.0, y), ("L", layout.size.width, y)), stroke=Stroke(theme.hairline, theme.hair)
    )
