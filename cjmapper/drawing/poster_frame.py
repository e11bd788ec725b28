"""The parts of a poster's frame as primitives, each in the order it is read.

Grounds and rules are decoration: they lie under the words and are told to nobody.
"""

import msgspec

from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.poster_code import code_groups
from cjmapper.drawing.poster_symbols import symbol
from cjmapper.drawing.primitives import (
    Clip,
    Colour,
    Group,
    Image,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.shapes import circle, line
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme, blend, ink_on, phase_ink
from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_types import (
    BlankRow,
    BlockCell,
    Code,
    Foot,
    Head,
    NotesBox,
    Person,
    Pill,
    Strip,
    StripSection,
    TitleBlock,
)
from cjmapper.layout.result import TextBlock
from cjmapper.model.document import Document
from cjmapper.model.pictures import Picture, picture_of

_PANEL_RADIUS = 4.0
_HAIRLINE = 0.22
_STATE_TINT = 0.12
_RIM = 0.12


def head_group(head: Head, unit: float, theme: Theme) -> Group:
    """Title, stamps, subtitle, logos."""
    items: list[Primitive] = []
    if head.title.lines:
        items.append(_said(head.title, theme.text, "heading-1"))
    for index, stamp in enumerate(head.stamps):
        items.append(_stamp(stamp, unit, theme, supposed=index > 0))
    if head.subtitle is not None:
        items.append(_said(head.subtitle, theme.secondary))
    for logo in head.logos:
        asset = logo.asset
        picture = Image(logo.box, asset.id, asset.media_type, asset.data, logo.owner)
        items.append(Group("", (picture,), role="figure", title=logo.owner))
    if head.code is not None:
        items += code_groups(head.code, theme)
    return Group("title", tuple(items), role="part")


def strip_group(strip: Strip, document: Document, unit: float, theme: Theme) -> Group:
    """The people, what they say and need, what it rests on."""
    grounds: list[Primitive] = [_panel(strip.box, unit, theme)]
    for x in strip.dividers:
        ends = line(Point(x, strip.box.y + 8 * unit), Point(x, strip.box.bottom - 8 * unit))
        grounds.append(Path(ends, stroke=Stroke(theme.hairline, _HAIRLINE * unit)))
    items: list[Primitive] = [_decoration(*grounds)]
    people = tuple(_person(person, document, theme) for person in strip.people)
    items.append(Group("", people, role="list"))
    if strip.more is not None:
        items.append(_said(strip.more, theme.secondary))
    if strip.quote is not None:
        items.append(_said(strip.quote, phase_ink(theme)))
    for section in strip.sections:
        items += _section(section, theme)
    return Group("persona", tuple(items), role="part")


def blank_row_group(row: BlankRow, unit: float, theme: Theme) -> Group:
    """The row to write in with a pen."""
    box, stroke = row.box, Stroke(theme.hairline, _HAIRLINE * unit)
    rules = [line(Point(box.x, y), Point(box.right, y)) for y in (box.y, box.bottom)]
    rules += [line(Point(x, box.y), Point(x, box.bottom)) for x in row.dividers]
    ground = _decoration(*(Path(rule, stroke=stroke) for rule in rules))
    return Group("blank-row", (ground, _said(row.title, theme.secondary)), role="part")


def notes_group(notes: NotesBox, unit: float, theme: Theme) -> Group:
    """The box to write in with a pen."""
    edge = Stroke(theme.hairline, _HAIRLINE * unit)
    ground = _decoration(Rectangle(notes.box, None, edge, _PANEL_RADIUS * unit))
    return Group("notes", (ground, _said(notes.heading, theme.secondary)), role="part")


def legend_group(foot: Foot, inside: Rect, unit: float, theme: Theme) -> Group:
    """The hairline over the foot and the symbols in use with their words."""
    ends = line(Point(inside.x, foot.line), Point(inside.right, foot.line))
    ground = _decoration(Path(ends, stroke=Stroke(theme.hairline, _HAIRLINE * unit)))
    entries = tuple(
        Group(
            "",
            (_decoration(symbol(entry, unit, theme)), *text_lines(entry.text, theme.secondary)),
            role="item",
        )
        for entry in foot.legend
    )
    listed = (Group("", entries, role="list"),) if entries else ()
    return Group("legend", (ground, *listed), role="part")


def source_group(foot: Foot, block: TitleBlock | None, unit: float, theme: Theme) -> Group:
    """The title block, or the line in its place."""
    items: list[Primitive] = []
    if block is not None and block.cells:
        items.append(_decoration(*_rules(block, unit, theme)))
        cells = tuple(_cell(cell, theme) for cell in block.cells)
        items.append(Group("", cells, role="list"))
    if block is not None and block.code is not None:
        items += code_groups(block.code, theme)
    rows = tuple(part for row in foot.source for part in text_lines(row, theme.secondary))
    if rows:
        items.append(Group("", rows, role="paragraph"))
    return Group("source", tuple(items), role="part")


def _said(block: TextBlock, colour: Colour, role: str = "paragraph") -> Group:
    return Group("", tuple(text_lines(block, colour)), role=role)


def _decoration(*items: Primitive) -> Group:
    return Group("", items, role="decoration")


def _panel(box: Rect, unit: float, theme: Theme) -> Rectangle:
    return Rectangle(box, theme.lane_tint, None, _PANEL_RADIUS * unit)


def _stamp(pill: Pill, unit: float, theme: Theme, *, supposed: bool) -> Group:
    """The state on a tint; what is only supposed has a dashed edge."""
    radius = pill.box.height / 2
    if supposed:
        edge = Stroke(theme.danger, 0.6 * unit, (2.4 * unit, 1.8 * unit))
        ground = Rectangle(pill.box.grown(-0.3 * unit), None, edge, radius)
        return Group("", (_decoration(ground), _said(pill.word, theme.danger)))
    ground = Rectangle(pill.box, blend(theme.surface, theme.phases[1], _STATE_TINT), None, radius)
    return Group("", (_decoration(ground), _said(pill.word, phase_ink(theme))))


def _person(person: Person, document: Document, theme: Theme) -> Group:
    name, *wants = (_said(block, theme.text) for block in person.strong)
    known = (_said(block, theme.secondary) for block in person.quiet)
    quoted = (_said(block, phase_ink(theme)) for block in person.quotes)
    face = _face(person, document, theme)
    return Group("", (face, name, *known, *wants, *quoted), role="item")


def _face(person: Person, document: Document, theme: Theme) -> Group:
    """The picture of a person where there is a sound one, else a circle with initials."""
    centre, actor, side = person.centre, person.actor, 2 * person.radius
    box = Rect(centre.x - person.radius, centre.y - person.radius, side, side)
    for picture in asset_picture(document, actor.picture, box, actor.name):
        seen = picture_of(picture.data)
        if seen is not None:
            around = _decoration(Path(_round_hole(box, person.radius), fill=theme.lane_tint))
            whole = msgspec.structs.replace(picture, rect=_covering(box, seen))
            figure = Group("", (Clip(box, (whole,)),), role="figure", title=actor.name)
            return Group("", (figure, around))
    others = theme.actors[(person.rank - 1) % len(theme.actors)]
    ground = theme.phases[0] if person.rank == 0 else others
    disc = Path(circle(centre.x, centre.y, person.radius), fill=ground)
    return _decoration(disc, *text_lines(person.initials, ink_on(ground)))


def _covering(box: Rect, seen: Picture) -> Rect:
    """Where a picture lies that fills a square: what is too wide sticks out alike at both sides.

    Of what is too tall a third of the rest sticks out above, for faces are there.
    """
    scale = box.width / min(seen.width_px, seen.height_px)
    width, height = seen.width_px * scale, seen.height_px * scale
    x = box.x - (width - box.width) / 2
    return Rect(x, box.y - (height - box.height) / 3, width, height)


def _round_hole(box: Rect, radius: float) -> tuple[PathCommand, ...]:
    """The corners of a square picture, to be covered: its edge one way round, its circle the other.

    A little more than the picture, so that no rim of it is left.
    """
    edge = box.grown(_RIM * radius)
    left, top, right, bottom = edge.x, edge.y, edge.right, edge.bottom
    around: tuple[PathCommand, ...] = (
        ("M", left, top),
        ("L", left, bottom),
        ("L", right, bottom),
        ("L", right, top),
    )
    return (*around, ("Z",), *circle(box.centre.x, box.centre.y, radius))


def _section(section: StripSection, theme: Theme) -> list[Primitive]:
    role = "item" if section.listed else "paragraph"
    texts = tuple(_said(text, theme.text, role) for text in section.texts)
    heading = _said(section.heading, theme.secondary, "heading-2")
    return [heading, Group("", texts, role="list")] if section.listed else [heading, *texts]


def _rules(block: TitleBlock, unit: float, theme: Theme) -> list[Primitive]:
    """The edge of the table, a rule over each row but the first, one left of each inner cell."""
    stroke = Stroke(theme.strong_line, _HAIRLINE * unit)
    box = block.box
    rules: list[Primitive] = [Rectangle(box, None, stroke)]
    if block.code is not None:
        rules.append(_beside_code(block, block.code, stroke))
    for cell in block.cells:
        left, top = Point(cell.box.x, cell.box.y), Point(cell.box.right, cell.box.y)
        if cell.box.y > box.y:
            rules.append(Path(line(left, top), stroke=stroke))
        if cell.box.x > box.x:
            end = Point(cell.box.x, cell.box.bottom)
            rules.append(Path(line(left, end), stroke=stroke))
    return rules


def _beside_code(block: TitleBlock, code: Code, stroke: Stroke) -> Path:
    """The rule between a code and the facts: left of it, or under it."""
    box, first = block.box, block.cells[0].box
    if code.box.x > box.x:
        return Path(line(Point(code.box.x, box.y), Point(code.box.x, box.bottom)), stroke=stroke)
    return Path(line(Point(box.x, first.y), Point(box.right, first.y)), stroke=stroke)


def _cell(cell: BlockCell, theme: Theme) -> Group:
    words = (*text_lines(cell.label, theme.secondary), *text_lines(cell.value, theme.text))
    return Group("", words, role="item")
