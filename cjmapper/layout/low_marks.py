"""Where the marks of the lows stand on the emotion curves: beside the face, over nothing.

Only where figures are given. In the map's millimetres.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.emotion_words import ON_WORDS, crowd_of, face_box
from cjmapper.layout.free_side import Crowd, Place
from cjmapper.layout.poster_findings import MARKED_LOWS
from cjmapper.layout.poster_rail_types import Badge
from cjmapper.layout.result import EmotionLane, LaneBand, MapLayout, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import CARD_TEXT, DISTANCES, READING_WORDS
from cjmapper.model import queries
from cjmapper.model.figures import Figures, Low
from cjmapper.model.vocabulary import EmotionView
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

_WIDTH, _HEIGHT = mm_from_px(26), mm_from_px(17)
_OFF = DISTANCES.marker / 2 + mm_from_px(3)
_NUMBER = TextStyle(Face.SEMIBOLD, CARD_TEXT.size, _HEIGHT)
_REACH = mm_from_px(110)
"""No mark stands farther than this from its face."""
_LATER = 0.2
_OTHER_FACE = mm_from_px(8)
_NEAR_ANOTHER = 12.0
"""A mark right beside another face would seem to be its own."""
_SAME = 0.01


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
    crowd = _crowd(lane, spot.x)
    for dot in lane.readings:
        if abs(dot.x - spot.x) > _SAME or abs(band.y + dot.y - spot.y) > _SAME:
            crowd.add_box(face_box(dot).grown(_OTHER_FACE), _NEAR_ANOTHER)
    for box in taken:
        crowd.add_box(box.moved(0.0, -band.y), ON_WORDS)
    right = layout.columns[-1].right
    bounds = Rect(layout.title_width, 0.0, right - layout.title_width, band.height)
    places = (
        Place(box, index * _LATER)
        for index, box in enumerate(_places(Point(spot.x, spot.y - band.y)))
    )
    return crowd.best(places, bounds)[0].moved(0.0, band.y)


def _crowd(lane: EmotionLane, x: float) -> Crowd:
    """What stands near `x` in a lane, with its words."""
    near = msgspec.structs.replace(
        lane,
        curves=tuple(
            msgspec.structs.replace(
                curve,
                segments=tuple(
                    one
                    for one in curve.segments
                    if one.start.x <= x + _REACH and x - _REACH <= one.end.x
                ),
            )
            for curve in lane.curves
        ),
    )
    crowd = crowd_of(near)
    blocks = [dot.words for dot in lane.readings] + [curve.label for curve in lane.curves]
    for block in blocks:
        if block is not None:
            crowd.add_box(block.box.grown(mm_from_px(1)), ON_WORDS)
    return crowd


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
