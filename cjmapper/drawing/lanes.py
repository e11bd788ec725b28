"""Lanes as primitives: a faint tint, a hairline, a quiet title, the axis of emotions."""

from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import icon, line
from cjmapper.drawing.symbols import LANE_ICONS
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.emotions import LEVELS
from cjmapper.layout.lanes import TITLE_SIDE
from cjmapper.layout.result import EmotionLane, LaneBand, MapLayout
from cjmapper.layout.styles import DISTANCES, PIXEL

_ZERO = 1.8 * PIXEL
_STEP_DASH = (mm_from_px(2), mm_from_px(6))


def lane_grounds(layout: MapLayout, theme: Theme, lanes: tuple[LaneBand, ...]) -> list[Primitive]:
    """Tints and hairlines across the map, blueprint lines stronger."""
    items: list[Primitive] = []
    width = layout.size.width
    for band in lanes:
        box = Rect(0.0, band.y, width, band.height)
        items.append(Rectangle(box, theme.lane_tint if band.index % 2 else theme.canvas))
        items.append(lane_edge(band, width, theme))
    return items


def lane_edge(band: LaneBand, width: float, theme: Theme) -> Path:
    """The hairline on top of a lane, or the stronger one of a service blueprint."""
    named = band.line_above is not None
    stroke = Stroke(theme.strong_line, PIXEL * 1.4) if named else Stroke(theme.hairline, theme.hair)
    return Path((("M", 0.0, band.y), ("L", width, band.y)), stroke=stroke)


def map_end(layout: MapLayout, theme: Theme) -> Path:
    """The hairline that closes a map at its foot, within it."""
    y = layout.size.height - theme.hair / 2
    stroke = Stroke(theme.hairline, theme.hair)
    return Path(line(Point(0.0, y), Point(layout.size.width, y)), stroke=stroke)


def column_lines(layout: MapLayout, theme: Theme, window: Rect) -> list[Primitive]:
    """A hairline where a phase begins, and between its steps where the theme has a line there."""
    top = max(layout.header.height, window.y)
    bottom = min(layout.size.height, window.bottom)
    borders = {band.x: Stroke(theme.hairline, theme.border) for band in layout.phases[1:]}
    if theme.step_line is not None:
        thin = Stroke(theme.step_line, theme.border, _STEP_DASH)
        borders = {column.x: thin for column in layout.columns[1:]} | borders
    return [
        Path(line(Point(x, top), Point(x, bottom)), stroke=stroke)
        for x, stroke in borders.items()
        if window.x <= x <= window.right and top < bottom
    ]


def level_lines(
    layout: MapLayout, band: LaneBand, lane: EmotionLane, theme: Theme
) -> list[Primitive]:
    """The five levels of an emotion lane, zero stronger than the rest."""
    left, right = layout.title_width, layout.size.width
    items: list[Primitive] = []
    for level in LEVELS:
        y = band.y + lane.y_of(level)
        stroke = _level_stroke(level, theme)
        items.append(Path((("M", left, y), ("L", right, y)), stroke=stroke))
    return items


def _level_stroke(level: int, theme: Theme) -> Stroke:
    """Zero parts what is good from what is bad."""
    if level == 0:
        return Stroke(theme.strong_line, _ZERO)
    return Stroke(theme.hairline, theme.hair, theme.level_dash)


def lane_title(layout: MapLayout, band: LaneBand, theme: Theme) -> Group:
    """Icon, title, the name of the blueprint line above, and the words of the emotion axis."""
    items: list[Primitive] = []
    if band.line_label is not None:
        items += text_lines(band.line_label, theme.hint, 0.0, band.y)
    size = DISTANCES.lane_icon
    top = band.y + band.title.y + (band.title.style.line_height - size) / 2
    box = Rect(TITLE_SIDE, top, size, size)
    items.append(icon(LANE_ICONS[band.lane.kind], box, theme.secondary))
    items += text_lines(band.title, theme.text, 0.0, band.y)
    lane = layout.emotion_lanes.get(band.lane.id)
    if lane is not None:
        items += _axis(band, lane, theme)
    return Group(band.lane.id, tuple(items), role="lane", title=band.lane.title)


def _axis(band: LaneBand, lane: EmotionLane, theme: Theme) -> list[Primitive]:
    """The words, each with a short mark that leads to its line."""
    items: list[Primitive] = []
    right = DISTANCES.title_width
    for level, block in zip(LEVELS, lane.axis, strict=True):
        y = band.y + lane.y_of(level)
        mark = line(Point(right - mm_from_px(7), y), Point(right, y))
        items.append(Path(mark, stroke=_level_stroke(level, theme)))
        items += text_lines(block, theme.secondary, 0.0, band.y)
    return items
