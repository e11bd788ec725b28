"""A poster as a drawing: the frame's primitives, and the map as one scaled group."""

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.paper_map import paper_map
from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import Drawing, Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import arrow_head, circle, filled_icon, icon, line, rounded_line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme, blend, ink_on, readable
from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_types import (
    LegendEntry,
    Person,
    PosterLayout,
    Rail,
    Strip,
)
from cjmapper.model.document import Document
from cjmapper.model.vocabulary import CardKind

_PANEL_RADIUS = 4.0


def compose_poster(poster: PosterLayout, composer: Composer) -> Drawing:
    """Everything on the page, back to front."""
    theme = composer.theme
    items: list[Primitive] = [_title(poster, theme)]
    if poster.strip is not None:
        items.append(_strip(poster.strip, poster.map.document, poster.unit, theme))
    items.append(_map(poster, composer))
    if poster.rail is not None:
        items.append(_rail(poster.rail, poster.unit, theme))
    if poster.notes is not None:
        edge = Stroke(theme.hairline, 0.4 * poster.unit)
        panel = Rectangle(poster.notes.box, None, edge, _PANEL_RADIUS * poster.unit)
        heading = text_lines(poster.notes.heading, theme.secondary)
        items.append(Group("notes", (panel, *heading), role="part"))
    items.append(_foot(poster, theme))
    layout = poster.map
    bands = poster.part.phases or layout.phases
    return Drawing(
        poster.page,
        tuple(items),
        "#FFFFFF",
        layout.map.title or layout.document.title,
        layout.document.language.value,
        tuple((band.phase.name or str(band.index + 1), band.phase.id) for band in bands),
    )


def _title(poster: PosterLayout, theme: Theme) -> Group:
    items: list[Primitive] = [*text_lines(poster.title, theme.text)]
    if poster.stamp is not None:
        pill = poster.stamp
        ground = blend(theme.surface, theme.accent, 0.12)
        items.append(Rectangle(pill.box, ground, None, pill.box.height / 2))
        items += text_lines(pill.word, blend(theme.accent, "#000000", 0.35))
    if poster.subtitle is not None:
        items += text_lines(poster.subtitle, theme.secondary)
    return Group("title", tuple(items), role="part")


def _map(poster: PosterLayout, composer: Composer) -> Group:
    """Without a role: what is in it stands by itself in the reading order."""
    items = paper_map(poster.map, poster.part, composer, poster.words)
    at = poster.map_at
    return Group(poster.map.map.id, items, at.x, at.y, poster.map_scale)


def _strip(strip: Strip, document: Document, unit: float, theme: Theme) -> Group:
    items: list[Primitive] = [_panel(strip.box, unit, theme)]
    for x in strip.dividers:
        ends = line(Point(x, strip.box.y + 8 * unit), Point(x, strip.box.bottom - 8 * unit))
        items.append(Path(ends, stroke=Stroke(theme.hairline, 0.4 * unit)))
    for person in strip.people:
        items += _person(person, document, theme)
    for quote in strip.quotes:
        ink = readable(blend(theme.phases[0], "#000000", 0.1), theme.lane_tint)
        items += text_lines(quote, ink)
    for heading in strip.headings:
        items += text_lines(heading, theme.secondary)
    for text in strip.texts:
        items += text_lines(text, theme.text)
    return Group("persona", tuple(items), role="part")


def _person(person: Person, document: Document, theme: Theme) -> list[Primitive]:
    ground = (
        theme.phases[0] if person.rank == 0 else theme.actors[(person.rank - 1) % len(theme.actors)]
    )
    centre = person.centre
    side = 2 * person.radius
    box = Rect(centre.x - person.radius, centre.y - person.radius, side, side)
    actor = person.actor
    items: list[Primitive] = [*asset_picture(document, actor.picture, box, actor.name)]
    if not items:
        items.append(Path(circle(centre.x, centre.y, person.radius), fill=ground))
        items += text_lines(person.initials, ink_on(ground))
    for block in person.strong:
        items += text_lines(block, theme.text)
    for block in person.quiet:
        items += text_lines(block, theme.secondary)
    return items


def _rail(rail: Rail, unit: float, theme: Theme) -> Group:
    items: list[Primitive] = [_panel(rail.box, unit, theme)]
    for section in rail.sections:
        items += text_lines(section.heading, theme.secondary)
        for item in section.items:
            if item.tick is not None:
                edge = Stroke(theme.strong_line, 0.5 * unit)
                items.append(Rectangle(item.tick, "#FFFFFF", edge, 1.2 * unit))
            items += text_lines(item.strong, theme.text)
            if item.quiet is not None:
                items += text_lines(item.quiet, theme.secondary)
            if item.telling is not None:
                items += text_lines(item.telling, theme.danger)
    return Group("rail", tuple(items), role="part")


def _panel(box: Rect, unit: float, theme: Theme) -> Rectangle:
    return Rectangle(box, theme.lane_tint, None, _PANEL_RADIUS * unit)


def _foot(poster: PosterLayout, theme: Theme) -> Group:
    right = poster.page.width - poster.title.x
    ends = line(Point(poster.title.x, poster.footer_line), Point(right, poster.footer_line))
    items: list[Primitive] = [Path(ends, stroke=Stroke(theme.hairline, 0.35 * poster.unit))]
    for entry in poster.legend:
        items += _symbol(entry, poster.unit, theme)
        items += text_lines(entry.text, theme.secondary)
    for row in poster.footer:
        items += text_lines(row, theme.secondary)
    return Group("legend", tuple(items), role="part")


def _symbol(entry: LegendEntry, unit: float, theme: Theme) -> list[Primitive]:
    box = entry.box
    side = min(box.height * 0.85, box.width)
    square = Rect(box.right - side, box.centre.y - side / 2, side, side)
    match entry.symbol:
        case "felt":
            drawn: Primitive = _sample(box, Stroke(theme.curve, 1.0 * unit))
        case "quiet":
            drawn = _sample(box, Stroke(theme.quiet_curve, 0.6 * unit))
        case "star":
            drawn = filled_icon("star", square, theme.star)
        case "hollow":
            edge = Stroke(theme.strong_line, 0.4 * unit)
            drawn = Rectangle(box.grown(-0.6 * unit), None, edge, 1.2 * unit)
        case "drop":
            drawn = icon("log-out", square, theme.emotions[0])
        case "dots":
            drawn = Group("", tuple(_dots(box, unit, theme)))
        case _:
            drawn = Group("", tuple(_bracket(box, entry.symbol == "back", unit, theme)))
    return [drawn]


def _sample(box: Rect, stroke: Stroke) -> Path:
    y = box.centre.y
    return Path(line(Point(box.x, y), Point(box.right, y)), stroke=stroke)


def _dots(box: Rect, unit: float, theme: Theme) -> list[Primitive]:
    """Three of five, as on a card."""
    colour = theme.kinds[CardKind.PAIN].stripe
    radius = 1.15 * unit
    return [
        Path(
            circle(box.right - radius - (4 - index) * 2.9 * unit, box.centre.y, radius * 0.9),
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
