"""The page that says how the sheets of a poster go together. Always in the poster's language."""

import msgspec

from cjmapper.drawing.primitives import (
    Drawing,
    Form,
    Group,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.text import text_lines
from cjmapper.export.sheet_marks import INK, WHITE, ruler
from cjmapper.export.tiles import MARGIN, Tile, Tiling
from cjmapper.geometry import Point, Rect, mm_from_pt
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

_SIDE = MARGIN + 3.0
_GAP = 6.0
_RULER = 7.0
_STEPS = ("print", "cut", "row", "rows", "trim")
_JOINT = "#D4145A"
"""Seen on any map: none of its own colours comes near."""

_TITLE = TextStyle(Face.SEMIBOLD, mm_from_pt(18), mm_from_pt(23))
_FACTS = TextStyle(Face.SANS, mm_from_pt(10), mm_from_pt(14))
_STEP = TextStyle(Face.SANS, mm_from_pt(10), mm_from_pt(14))
_NUMBER = TextStyle(Face.SEMIBOLD, mm_from_pt(10), mm_from_pt(14))


def assembly_drawing(
    whole: Drawing, form: Form, tiling: Tiling, page: int, setting: Setting
) -> Drawing:
    """The poster small with its joints, and what to do; `page` is its number among several."""
    sheet = tiling.grid.sheet
    inside = Rect(_SIDE, _SIDE, sheet.width - 2 * _SIDE, sheet.height - 2 * _SIDE)
    head, top = _head(whole.title, tiling, page, inside, setting)
    steps, height = _steps(inside, setting)
    most = inside.bottom - height - _RULER - _GAP
    room = Rect(inside.x, top + _GAP, inside.width, most - _GAP - top)
    items: list[Primitive] = [*head]
    below = top
    if min(room.width, room.height) > 0:
        picture, below = _picture(form, tiling, room, setting)
        items.append(picture)
    y = min(below + _GAP, most + _GAP)
    items.append(Group("assembly-steps", steps, 0.0, y, role="list"))
    items.append(ruler(Point(inside.x, y + height + 1.5), inside.width, setting))
    return msgspec.structs.replace(
        whole,
        size=sheet,
        items=tuple(items),
        background=WHITE,
        title=setting.words.say("sheets.assembly.title"),
        bookmarks=(),
    )


def _head(
    title: str, tiling: Tiling, page: int, inside: Rect, setting: Setting
) -> tuple[tuple[Primitive, ...], float]:
    """What this is, of which poster, how many sheets; and the y below."""
    say, wrap = setting.words.say, setting.typesetter.wrap
    heading = TextBlock(
        inside.x, inside.y, wrap(say("sheets.assembly.title"), _TITLE, inside.width), _TITLE
    )
    named = say("sheets.assembly.of", title=title, page=str(page)) if page else title
    name = TextBlock(
        inside.x,
        heading.bottom + 1.0,
        setting.typesetter.fit(named, _NUMBER, inside.width, 2),
        _NUMBER,
    )
    said = say(
        "sheets.assembly.facts",
        count=tiling.grid.count,
        paper=tiling.paper,
        columns=tiling.grid.columns,
        rows=tiling.grid.rows,
        width=round(tiling.page.width),
        height=round(tiling.page.height),
    )
    facts = TextBlock(inside.x, name.bottom, wrap(said, _FACTS, inside.width), _FACTS)
    items = (
        Group("assembly-title", text_lines(heading, INK), role="heading-1"),
        Group("assembly-name", text_lines(name, INK), role="paragraph"),
        Group("assembly-facts", text_lines(facts, INK), role="paragraph"),
    )
    return items, facts.bottom


def _steps(inside: Rect, setting: Setting) -> tuple[tuple[Primitive, ...], float]:
    """The numbered steps below each other from y 0 on, and their height."""
    items: list[Primitive] = []
    y = 0.0
    indent = 7.0
    for number, step in enumerate(_STEPS, 1):
        said = setting.words.say(f"sheets.assembly.{step}")
        lines = setting.typesetter.wrap(said, _STEP, inside.width - indent)
        block = TextBlock(inside.x + indent, y, lines, _STEP)
        figure = setting.typesetter.line(str(number), _NUMBER)
        mark = TextBlock(inside.x, y, (figure,), _NUMBER)
        texts = (*text_lines(mark, _JOINT), *text_lines(block, INK))
        items.append(Group(f"assembly-{step}", texts, role="item"))
        y = block.bottom
    return tuple(items), y


def _picture(form: Form, tiling: Tiling, room: Rect, setting: Setting) -> tuple[Group, float]:
    """The poster as large as `room` lets it, the sheets' edges and names upon it; the y below."""
    page = tiling.page
    scale = min(room.width / page.width, room.height / page.height)
    x = room.x + (room.width - page.width * scale) / 2
    edge = Rectangle(Rect(0.0, 0.0, page.width, page.height), stroke=Stroke(INK, 0.3 / scale))
    items: list[Primitive] = [form, edge, _joints(tiling, scale)]
    for tile in tiling.tiles:
        items += _name(tile, scale, setting)
    told = setting.words.say("sheets.assembly.told", last=tiling.last)
    picture = Group("assembly-picture", tuple(items), x, room.y, scale, "figure", told)
    return picture, room.y + page.height * scale


def _joints(tiling: Tiling, scale: float) -> Path:
    page = tiling.page
    commands: list[PathCommand] = []
    for x in tiling.joints_x:
        commands += [("M", x, 0.0), ("L", x, page.height)]
    for y in tiling.joints_y:
        commands += [("M", 0.0, y), ("L", page.width, y)]
    return Path(tuple(commands), stroke=Stroke(_JOINT, 0.5 / scale))


def _name(tile: Tile, scale: float, setting: Setting) -> list[Primitive]:
    """A sheet's label on white in the middle of what is seen of it."""
    shorter = min(tile.cell.width, tile.cell.height)
    size = min(mm_from_pt(11) / scale, shorter * 0.6)
    style = TextStyle(Face.SEMIBOLD, size, size * 1.3)
    line = setting.typesetter.line(tile.label, style)
    centre = tile.cell.centre
    width, height = line.width(size), style.line_height
    ground = Rect(
        centre.x - width / 2 - size * 0.4, centre.y - height / 2, width + size * 0.8, height
    )
    block = TextBlock(centre.x - width / 2, ground.y, (line,), style)
    edge = Stroke(_JOINT, 0.25 / scale)
    return [Rectangle(ground, WHITE, edge, height * 0.25), *text_lines(block, _JOINT)]
