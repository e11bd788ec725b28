"""What is printed on a sheet besides its part of the poster, so that it can be cut and glued.

Everything stands where a printer reaches, 5 mm or more from the edge of the sheet, and none of it
in what is seen when the poster is finished. Draws nothing of the poster itself.
"""

from collections.abc import Iterator

import msgspec

from cjmapper.drawing.primitives import (
    Group,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.text import text_lines
from cjmapper.export.tiles import MARGIN, OVERLAP, Tile, Tiling
from cjmapper.geometry import Point, Rect, Size, mm_from_pt
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle

INK = "#000000"
_GREY = "#8C8C8C"
WHITE = "#FFFFFF"
HAIRLINE = mm_from_pt(0.25)
SAFE = 5.0
"""What hardly any printer reaches, at each edge of a sheet."""
_BAND = MARGIN - SAFE
_MARK_OFF = 0.8
_HATCH_STEP = 3.5
_HATCH_CLEAR = 0.6
"""Between a joint and the hatching, so that none of it shows."""
_RULER = 100.0
_GAP = 6.0
_ARROW = 1.1

LABEL = TextStyle(Face.SEMIBOLD, mm_from_pt(9), mm_from_pt(11))
SMALL = TextStyle(Face.SANS, mm_from_pt(7), mm_from_pt(9))
_NEXT = TextStyle(Face.SEMIBOLD, mm_from_pt(8), mm_from_pt(10))


class Named(msgspec.Struct, frozen=True):
    """What a sheet says of itself: its name among the others, and of which poster."""

    label: str
    title: str


def cut_marks(tile: Tile) -> Group:
    """Marks at the corners of what is seen of a sheet: where to cut, and where the next lies."""
    commands: list[PathCommand] = []
    left, top = MARGIN, MARGIN
    right, bottom = left + tile.cell.width, top + tile.cell.height
    outer_right, outer_bottom = left + tile.content.width, top + tile.content.height
    long = _BAND - _MARK_OFF
    for x in (left, right):
        commands += _stroke(x, top - _MARK_OFF - long, x, top - _MARK_OFF)
        commands += _stroke(x, outer_bottom + _MARK_OFF, x, outer_bottom + _MARK_OFF + long)
    for y in (top, bottom):
        commands += _stroke(left - _MARK_OFF - long, y, left - _MARK_OFF, y)
        commands += _stroke(outer_right + _MARK_OFF, y, outer_right + _MARK_OFF + long, y)
    return _decoration("marks", Path(tuple(commands), stroke=Stroke(INK, HAIRLINE)))


def glue_areas(tile: Tile, setting: Setting) -> Group:
    """Hatching at the right and below where a neighbour is glued on, and that neighbour's name."""
    items: list[Primitive] = []
    cell = Rect(MARGIN, MARGIN, tile.cell.width, tile.cell.height)
    _, _, after, below = tile.neighbours
    if after:
        strip = Rect(cell.right, MARGIN, OVERLAP, tile.content.height)
        items += _hatched(Rect(strip.x + _HATCH_CLEAR, strip.y, OVERLAP, strip.height))
        items += _beside(strip.centre, after, (1, 0), setting)
    if below:
        strip = Rect(MARGIN, cell.bottom, tile.cell.width, OVERLAP)
        inner = Rect(strip.x, strip.y + _HATCH_CLEAR, strip.width, OVERLAP)
        items += _hatched(inner)
        items += _beside(strip.centre, below, (0, 1), setting)
    return _decoration("glue", *items)


def before_signs(tile: Tile, setting: Setting) -> Group:
    """Names of the sheets at the left and above, in the margins that are cut off."""
    before, above, _, _ = tile.neighbours
    items: list[Primitive] = []
    middle = SAFE + (_BAND - _MARK_OFF) / 2
    if before:
        centre = Point(middle, MARGIN + tile.cell.height / 2)
        items += _before(before, centre, (-1, 0), setting)
    if above:
        centre = Point(MARGIN + tile.cell.width / 2, middle)
        items += _before(above, centre, (0, -1), setting)
    return _decoration("neighbours", *items)


def foot(tiling: Tiling, tile: Tile, named: Named, setting: Setting) -> Group:
    """Below the sheet's part: its name, the key map, and the poster's title or the ruler."""
    typesetter = setting.typesetter
    sheet = tiling.grid.sheet
    top = sheet.height - MARGIN + _MARK_OFF
    label = typesetter.line(named.label, LABEL)
    x = MARGIN + 3.0
    items: list[Primitive] = [
        *text_lines(TextBlock(x, top + _centred(LABEL), (label,), LABEL), INK)
    ]
    x += label.width(LABEL.size) + 3.0
    key = _key_map(tiling, tile, Rect(x, top, _BAND, _BAND - _MARK_OFF))
    items.append(key)
    x += _key_width(tiling) + _GAP
    left = _foot_end(tile, sheet) - x
    if tile.column == tile.row == 0:
        items.append(ruler(Point(x, top), left, setting))
    else:
        title = typesetter.fit(named.title, SMALL, left, 1)
        items += text_lines(TextBlock(x, top + _centred(SMALL), title, SMALL), INK)
    return Group("sheet", tuple(items), role="paragraph")


def _foot_end(tile: Tile, sheet: Size) -> float:
    """How far the foot may reach: to a mark that comes down to it, else to the margin."""
    marks_end = MARGIN + tile.content.height + _BAND
    if tile.neighbours[2] and marks_end > sheet.height - MARGIN + _MARK_OFF:
        return MARGIN + tile.cell.width - 1.0
    return sheet.width - MARGIN


def ruler(at: Point, width: float, setting: Setting) -> Group:
    """100 mm to hold a ruler against, with the words beside it where there is room for them."""
    if width < _RULER:
        return Group("ruler", (), role="decoration")
    base = at.y + _BAND - _MARK_OFF - 0.6
    commands = _stroke(at.x, base, at.x + _RULER, base)
    for centimetre in range(11):
        high = 2.6 if centimetre % 5 == 0 else 1.6
        x = at.x + 10 * centimetre
        commands += _stroke(x, base - high, x, base)
    drawn = Path(tuple(commands), stroke=Stroke(INK, 0.2))
    said = setting.words.say("sheets.ruler")
    x = at.x + _RULER + 2.5
    words = setting.typesetter.fit(said, SMALL, max(width - _RULER - 2.5, 1.0), 1)
    text = text_lines(TextBlock(x, at.y + _centred(SMALL), words, SMALL), INK)
    return Group("ruler", (drawn, *(text if words[0].text else ())), role="decoration")


def _key_width(tiling: Tiling) -> float:
    return tiling.grid.columns * _key_cell(tiling)


def _key_cell(tiling: Tiling) -> float:
    return min((_BAND - _MARK_OFF) / tiling.grid.rows, 1.4)


def _key_map(tiling: Tiling, tile: Tile, at: Rect) -> Group:
    """All sheets as a small grid, this one filled."""
    side = _key_cell(tiling)
    width, height = tiling.grid.columns * side, tiling.grid.rows * side
    top = at.centre.y - height / 2
    commands: list[PathCommand] = []
    for column in range(tiling.grid.columns + 1):
        commands += _stroke(at.x + column * side, top, at.x + column * side, top + height)
    for row in range(tiling.grid.rows + 1):
        commands += _stroke(at.x, top + row * side, at.x + width, top + row * side)
    here = Rect(at.x + tile.column * side, top + tile.row * side, side, side)
    lines = Path(tuple(commands), stroke=Stroke(_GREY, HAIRLINE))
    return Group("key", (lines, Rectangle(here, INK)), role="decoration")


def _hatched(strip: Rect) -> Iterator[Primitive]:
    """Slanting lines over a strip, none outside it."""
    strip = Rect(strip.x, strip.y, strip.width - _HATCH_CLEAR, strip.height - _HATCH_CLEAR)
    commands: list[PathCommand] = []
    start = strip.x + strip.y
    end = strip.right + strip.bottom
    total = start + _HATCH_STEP
    while total < end:
        left, right = max(strip.x, total - strip.bottom), min(strip.right, total - strip.y)
        commands += _stroke(left, total - left, right, total - right)
        total += _HATCH_STEP
    yield Path(tuple(commands), stroke=Stroke(_GREY, 0.2))


def _beside(centre: Point, label: str, way: tuple[int, int], setting: Setting) -> list[Primitive]:
    """A sheet's name on white, with an arrow towards it, in a strip for glue."""
    line, style = _named(label, OVERLAP - 2 * _HATCH_CLEAR - 3 * _ARROW - 0.8, setting)
    width = line.width(style.size)
    whole = Size(width + 3 * _ARROW, style.line_height)
    ground = Rect(
        centre.x - whole.width / 2, centre.y - whole.height / 2, whole.width, whole.height
    )
    return [
        Rectangle(ground.grown(0.4), WHITE),
        *text_lines(TextBlock(ground.x, ground.y, (line,), style), INK),
        _arrow(Point(ground.right - _ARROW, centre.y), way),
    ]


def _before(label: str, centre: Point, way: tuple[int, int], setting: Setting) -> list[Primitive]:
    """A sheet's name in a margin that is cut off; at the left the arrow is below the name."""
    line, style = _named(label, _BAND - _MARK_OFF, setting)
    width = line.width(style.size)
    block = TextBlock(centre.x - width / 2, centre.y - style.line_height / 2, (line,), style)
    if way[0]:
        at = Point(centre.x, centre.y + style.line_height)
    else:
        at = Point(centre.x + width / 2 + 2 * _ARROW, centre.y)
    return [*text_lines(block, INK), _arrow(at, way)]


def _named(label: str, most: float, setting: Setting) -> tuple[Line, TextStyle]:
    """A sheet's name, set smaller where it would be wider than `most`."""
    line = setting.typesetter.line(label, _NEXT)
    size = min(_NEXT.size, _NEXT.size * most / max(line.width(_NEXT.size), 0.1))
    return line, TextStyle(_NEXT.face, size, _NEXT.line_height)


def _arrow(at: Point, way: tuple[int, int]) -> Path:
    dx, dy = way[0] * _ARROW, way[1] * _ARROW
    return Path(
        (
            ("M", at.x + dx, at.y + dy),
            ("L", at.x - dx - dy, at.y - dy + dx),
            ("L", at.x - dx + dy, at.y - dy - dx),
            ("Z",),
        ),
        fill=INK,
    )


def _centred(style: TextStyle) -> float:
    """How far below the top of the foot a line of this style begins."""
    return (_BAND - _MARK_OFF - style.line_height) / 2


def _stroke(x1: float, y1: float, x2: float, y2: float) -> list[PathCommand]:
    return [("M", x1, y1), ("L", x2, y2)]


def _decoration(name: str, *items: Primitive) -> Group:
    return Group(name, items, role="decoration")
