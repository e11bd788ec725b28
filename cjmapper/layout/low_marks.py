"""Where the marks of the lows stand on the emotion curves: beside the face, over nothing.

Only where figures are given. In the map's millimetres.
"""

import math
from collections.abc import Iterator, Sequence

from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.curve import point_on
from cjmapper.layout.free_side import Crowd
from cjmapper.layout.poster_findings import MARKED_LOWS
from cjmapper.layout.poster_rail_types import Badge
from cjmapper.layout.result import EmotionLane, LaneBand, MapLayout, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES, READING_WORDS
from cjmapper.model import queries
from cjmapper.model.figures import Figures, Low
from cjmapper.model.vocabulary import EmotionView
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

_WIDTH, _HEIGHT = mm_from_px(25), mm_from_px(16)
_OFF = DISTANCES.marker / 2 + mm_from_px(3)
_NUMBER = TextStyle(Face.SEMIBOLD, mm_from_px(12), _HEIGHT)
_SAMPLES = 24
_REACH = mm_from_px(110)
"""No mark stands farther than this from its face."""
_ON_SOMETHING = 100.0
_OUTSIDE = 60.0
_LATER = 0.2


def low_marks_of(layout: MapLayout, figures: Figures | None, setting: Setting) -> tuple[Badge, ...]:
    """A mark for each of the first lows whose curve is shown, in their order."""
    lows = () if figures is None else figures.lows.ranked[:MARKED_LOWS]
    marks: list[Badge] = []
    for number, low in enumerate(lows, 1):
        found = _spot(layout, low)
        if found is None:
            continue
        band, lane, spot = found
        box = _freest(layout, band, lane, spot, [mark.box for mark in marks])
        marks.append(_badge(box, number, setting))
    return tuple(marks)


def _spot(layout: MapLayout, low: Low) -> tuple[LaneBand, EmotionLane, Point] | None:
    """The lane that shows a low, and the point of the curve; None where none does."""
    primary = queries.primary_actor(layout.map)
    for band in layout.lanes:
        lane = layout.emotion_lanes.get(band.lane.id)
        if lane is None:
            continue
        for dot in lane.readings:
            reading = dot.reading
            actor = reading.actor or primary
            if (reading.step, actor, reading.view) == (low.step, low.actor, EmotionView.FELT):
                return band, lane, Point(dot.x, band.y + lane.y_of(low.value))
    return None


def _freest(
    layout: MapLayout, band: LaneBand, lane: EmotionLane, spot: Point, taken: Sequence[Rect]
) -> Rect:
    """Beside the face where nothing is covered: no face, no words, and lines if it can be."""
    solid, lines = Crowd(DISTANCES.column_width), Crowd(DISTANCES.column_width)
    near = (spot.x - _REACH, spot.x + _REACH)
    for curve in lane.curves:
        for segment in curve.segments:
            if segment.end.x < near[0] or segment.start.x > near[1]:
                continue
            ends = (segment.start, segment.control1, segment.control2, segment.end)
            points = (point_on(*ends, t / _SAMPLES) for t in range(_SAMPLES + 1))
            lines.add_points(Point(point.x, point.y + band.y) for point in points)
    for box in (*_solid(lane, band.y), *taken):
        solid.add_box(box)
    right = layout.columns[-1].right
    bounds = Rect(layout.title_width, band.y, right - layout.title_width, band.height)

    best, least = Rect(spot.x, spot.y, _WIDTH, _HEIGHT), math.inf
    for index, box in enumerate(_places(spot)):
        late = index * _LATER
        if late >= least:
            break
        cost = late + lines.cost(box, least)
        cost += _ON_SOMETHING if solid.cost(box, 0.0) else 0.0
        cost += 0.0 if _within(box, bounds) else _OUTSIDE
        if cost < least:
            best, least = box, cost
    return best


def _within(box: Rect, bounds: Rect) -> bool:
    corners = (Point(box.x, box.y), Point(box.right, box.bottom))
    return all(bounds.contains(corner) for corner in corners)


def _solid(lane: EmotionLane, top: float) -> Iterator[Rect]:
    for dot in lane.readings:
        size = DISTANCES.marker if dot.face else DISTANCES.small_marker
        yield Rect(dot.x, top + dot.y, 0.0, 0.0).grown(size / 2 + mm_from_px(1))
        if dot.words is not None:
            yield _text_box(dot.words, top)
    for curve in lane.curves:
        if curve.label is not None:
            yield _text_box(curve.label, top)


def _text_box(block: TextBlock, top: float) -> Rect:
    width = max(line.width(block.style.size) for line in block.lines)
    return Rect(block.x, block.y + top, width, block.height).grown(mm_from_px(1))


def _places(spot: Point) -> Iterator[Rect]:
    """Right and left of the face, a little lower, over it, under it, and past its words."""
    lower = READING_WORDS.line_height
    for far in (0.0, mm_from_px(8)):
        for down in (0.0, _HEIGHT * 0.4, -_HEIGHT * 0.4, _HEIGHT * 0.9, -_HEIGHT):
            y = spot.y - _HEIGHT / 2 + down
            yield Rect(spot.x + _OFF + far, y, _WIDTH, _HEIGHT)
            yield Rect(spot.x - _OFF - far - _WIDTH, y, _WIDTH, _HEIGHT)
    for down in (0.0, lower, 2 * lower):
        yield Rect(spot.x - _WIDTH / 2, spot.y - _OFF - _HEIGHT - down, _WIDTH, _HEIGHT)
        yield Rect(spot.x - _WIDTH / 2, spot.y + _OFF + down, _WIDTH, _HEIGHT)
    for aside in (mm_from_px(45), mm_from_px(70)):
        for down in (_OFF, -_OFF - _HEIGHT):
            yield Rect(spot.x + aside, spot.y + down, _WIDTH, _HEIGHT)
            yield Rect(spot.x - aside - _WIDTH, spot.y + down, _WIDTH, _HEIGHT)


def _badge(box: Rect, number: int, setting: Setting) -> Badge:
    line = setting.typesetter.line(str(number), _NUMBER)
    side, gap = mm_from_px(8), mm_from_px(2)
    width = line.width(_NUMBER.size)
    left = box.x + (box.width - side - gap - width) / 2
    triangle = Rect(left, box.centre.y - side * 0.43, side, side * 0.86)
    block = TextBlock(left + side + gap, box.y, (line,), _NUMBER)
    return Badge(box, triangle, block, setting.words.say("map.rail.low", n=number))
