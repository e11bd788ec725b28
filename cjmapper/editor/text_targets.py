"""Where the text of a thing stands on a laid-out map, so that it can be written in place.

Cards and titles are written in the very lines that are drawn. What the map shows differently from
how it is written (words of a reading, labels of connectors) is written in a field beside it.
"""

import msgspec

from cjmapper.editor.text_lines import TextLines
from cjmapper.geometry import Point, Rect, Size, mm_from_px
from cjmapper.layout import hit
from cjmapper.layout.emotion_words import WORDS_WIDTH, free_place
from cjmapper.layout.result import MapLayout, TextBlock
from cjmapper.layout.styles import PATH_LABEL, READING_WORDS
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.text.lines import TextStyle
from cjmapper.text.wrap import Typesetter

_FIELD_WIDTH = mm_from_px(180)
_FIELD_SIDE = mm_from_px(6)
_WORDS_SIDE = mm_from_px(4)
_LEAST_WIDTH = mm_from_px(56)


class Written(msgspec.Struct, frozen=True):
    """The lines of an open editor, the frame around it, and whether it is a field of its own."""

    lines: TextLines
    frame: Rect
    field: bool = False


def is_one_line(journey: d.JourneyMap, name: str) -> bool:
    """Whether a text may not have line breaks: words of a reading."""
    return isinstance(queries.part(journey, name), d.Emotion)


def written(layout: MapLayout, typesetter: Typesetter, name: str, text: str) -> Written | None:
    """Where `text` of the thing of that id is written; None where the map does not show it."""
    match queries.part(layout.map, name):
        case d.Card() as card:
            return _in_card(layout, typesetter, card)
        case d.Phase() | d.Step() | d.Lane():
            return _in_title(layout, typesetter, name)
        case d.Emotion():
            return _in_words(layout, typesetter, name, text)
        case d.Link() | d.Transition():
            return _in_field(typesetter, text, PATH_LABEL, _middle_of_route(layout, name))
        case _:
            return None


def _in_card(layout: MapLayout, typesetter: Typesetter, card: d.Card) -> Written | None:
    if card.lane is not None and card.step is not None and card.lane in layout.lane_of:
        for placed, rect in layout.cards_in((card.lane, card.step)):
            if placed.card.id == card.id:
                return _in_block(typesetter, placed.text, rect)
    return None


def _in_title(layout: MapLayout, typesetter: Typesetter, name: str) -> Written | None:
    for band in layout.phases:
        if band.phase.id == name:
            return _in_block(typesetter, band.name, layout.phase_rect(band.index))
    for lane in layout.lanes:
        if lane.lane.id == name:
            return _in_block(typesetter, lane.title, layout.lane_title_rect(lane.index))
    index = layout.column_of.get(ids.StepId(name))
    if index is None:
        return None
    return _in_block(typesetter, layout.columns[index].title, layout.step_rect(index))


def _in_block(typesetter: Typesetter, block: TextBlock, owner: Rect) -> Written:
    lines = TextLines(block, owner.x + block.x, owner.y + block.y, typesetter.advances)
    return Written(lines, owner)


def _in_words(layout: MapLayout, typesetter: Typesetter, name: str, text: str) -> Written | None:
    """Over the words of a reading as the map shows them; before there are any, where it is free."""
    curves = hit.emotion_lane_of(layout, name)
    if curves is None:
        return None
    band = layout.lanes[layout.lane_of[curves.lane_id]]
    dot = next(one for one in curves.readings if one.reading.id == name)
    lines = typesetter.wrap(text, READING_WORDS, WORDS_WIDTH)
    width = max([line.width(READING_WORDS.size) for line in lines] + [0.0])
    size = Size(max(width, _LEAST_WIDTH), max(len(lines), 1) * READING_WORDS.line_height)
    if dot.words is None:
        grid = layout.grid
        bounds = Rect(grid.x, 0.0, grid.width, band.height)
        place = free_place(curves, dot, size, bounds)
        x = place.centre.x - width / 2
        y = place.y
    else:
        x, y = dot.words.x, dot.words.y
    left = x + width / 2 - size.width / 2
    frame = Rect(left, band.y + y, size.width, size.height).grown(_WORDS_SIDE)
    block = TextBlock(x, band.y + y, lines, READING_WORDS)
    return Written(TextLines(block, x, band.y + y, typesetter.advances), frame, field=True)


def _in_field(
    typesetter: Typesetter, text: str, style: TextStyle, middle: Point | None
) -> Written | None:
    """A field of its own, its lower edge at `middle`."""
    if middle is None:
        return None
    broken = typesetter.wrap(text, style, _FIELD_WIDTH)
    height = max(len(broken), 1) * style.line_height
    x, y = middle.x - _FIELD_WIDTH / 2, middle.y - height
    lines = TextLines(TextBlock(x, y, broken, style), x, y, typesetter.advances)
    frame = Rect(x, y, _FIELD_WIDTH, height).grown(_FIELD_SIDE)
    return Written(lines, frame, field=True)


def _middle_of_route(layout: MapLayout, name: str) -> Point | None:
    points: tuple[Point, ...] = ()
    for route in layout.links:
        if route.link.id == name:
            points = route.points
    for path in layout.transitions:
        if path.transition.id == name:
            points = path.points
    if not points:
        return _below_title(layout, name)
    left, right = points[(len(points) - 1) // 2], points[len(points) // 2]
    return Point((left.x + right.x) / 2, (left.y + right.y) / 2)


def _below_title(layout: MapLayout, name: str) -> Point | None:
    """Where a path is written that is not drawn as long as it says nothing: under its step."""
    path = queries.transition(layout.map, name)
    index = None if path is None else layout.column_of.get(ids.StepId(path.start))
    if index is None:
        return None
    rect = (
        layout.step_rect(index)
        if layout.header.has_steps
        else layout.phase_rect(layout.columns[index].phase_index)
    )
    return Point(rect.centre.x, rect.bottom + mm_from_px(24))
