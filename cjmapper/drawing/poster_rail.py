"""The findings rail of a poster as primitives: headings, words, marks, faces and bars."""

from cjmapper.drawing.low_marks import low_badge
from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import arrow_head, emotion_level, face, filled_icon, icon, line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme, blend, ink_on, phase_ink
from cjmapper.geometry import Point
from cjmapper.layout.poster_rail_types import (
    Badge,
    Bar,
    FacePair,
    Rail,
    RailItem,
    RailPart,
    RailSection,
    Star,
    Tick,
)
from cjmapper.model.vocabulary import CardKind

_PANEL_RADIUS = 4.0


def rail_group(rail: Rail, unit: float, theme: Theme) -> Group:
    """The whole rail, in reading order; its panel lies under it and is told to nobody."""
    panel = Rectangle(rail.box, theme.lane_tint, None, _PANEL_RADIUS * unit)
    items: list[Primitive] = [Group("", (panel,), role="decoration")]
    items += [_section(section, theme) for section in rail.sections]
    return Group("rail", tuple(items), role="part")


def _section(section: RailSection, theme: Theme) -> Group:
    heading = Group("", tuple(text_lines(section.heading, phase_ink(theme))), role="heading-2")
    listed = tuple(_item(item, section.part, theme) for item in section.items)
    items: list[Primitive] = [heading, Group("", listed, role="list")]
    for index, said in enumerate(section.closing):
        ink = theme.secondary if index else theme.text
        items.append(Group("", tuple(text_lines(said, ink)), role="paragraph"))
    return Group(f"rail-{section.part.value}", tuple(items), role="part")


def _item(item: RailItem, part: RailPart, theme: Theme) -> Group:
    items: list[Primitive] = []
    if item.bar is not None:
        flow = part is RailPart.FLOW
        bar = _flow_bar(item.bar, theme) if flow else _pain_bar(item.bar, theme)
        items.append(Group("", (bar,), role="decoration"))
    if item.mark is not None:
        items.append(_mark(item.mark, theme))
    ink = ink_on(theme.phases[1]) if item.on_bar else theme.text
    items += text_lines(item.strong, ink)
    if item.quiet is not None:
        on_flow = part is RailPart.FLOW
        items += text_lines(item.quiet, theme.text if on_flow else theme.secondary)
    if item.telling is not None:
        items += text_lines(item.telling, theme.danger)
    if item.faces is not None:
        items.append(_faces(item.faces, theme))
    return Group("", tuple(items), role="item")


def _mark(mark: Badge | Star | Tick, theme: Theme) -> Group:
    match mark:
        case Badge():
            return low_badge(mark, theme)
        case Star(box):
            return Group("", (filled_icon("star", box, theme.star),), role="decoration")
        case Tick(box, done):
            edge = Stroke(theme.strong_line, box.width * 0.09)
            drawn: list[Primitive] = [Rectangle(box, "#FFFFFF", edge, box.width * 0.2)]
            if done:
                drawn.append(icon("check", box, theme.text))
            return Group("", tuple(drawn), role="decoration")


def _pain_bar(bar: Bar, theme: Theme) -> Rectangle:
    """Strong for the few that make most of the harm, pale for the rest."""
    colour = theme.kinds[CardKind.PAIN].stripe
    ground = colour if bar.strong else blend(theme.lane_tint, colour, 0.35)
    return Rectangle(bar.box, ground, None, bar.box.height / 2)


def _flow_bar(bar: Bar, theme: Theme) -> Rectangle:
    ground = theme.phases[1] if bar.strong else blend(theme.lane_tint, theme.phases[1], 0.16)
    return Rectangle(bar.box, ground, None, bar.box.height * 0.12)


def _faces(pair: FacePair, theme: Theme) -> Group:
    """Face, arrow, face; said in words to those who do not see them."""
    items: list[Primitive] = []
    for at, value in ((pair.left, pair.believed), (pair.right, pair.felt)):
        level = emotion_level(value)
        colours = (theme.emotions[level], theme.emotion_ink[level])
        items += face(at.x, at.y, pair.radius, value, colours)
    gap = pair.radius * 0.45
    start = Point(pair.left.x + pair.radius + gap, pair.left.y)
    tip = Point(pair.right.x - pair.radius - gap, pair.right.y)
    stroke = Stroke(theme.secondary, pair.radius * 0.12)
    items.append(Path(line(start, Point(tip.x - gap / 2, tip.y)), stroke=stroke))
    items.append(arrow_head(start, tip, pair.radius * 0.6, theme.secondary))
    return Group("", tuple(items), role="figure", title=pair.told)
