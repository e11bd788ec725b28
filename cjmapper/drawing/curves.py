"""Emotion curves as primitives: the path that the eye follows through the map."""

from collections.abc import Iterable

from cjmapper.drawing.primitives import (
    Colour,
    Group,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.shapes import circle, emotion_level, face
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, mm_from_px
from cjmapper.layout.result import (
    CurveLayout,
    CurveSegment,
    EmotionLane,
    ReadingLayout,
    TextBlock,
)
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.vocabulary import EmotionView

_QUIET = mm_from_px(1.5)
_MEAN = mm_from_px(3.5)
_UNMEASURED = mm_from_px(1.1)
_CLEAR = mm_from_px(3)
_GAPS = (mm_from_px(3), mm_from_px(5))
_DASHES = ((), (mm_from_px(18), mm_from_px(5)), (mm_from_px(9), mm_from_px(5)))
"""By whose curve it is, so that no one is told from another by colour alone."""


def curve_group(
    curve: CurveLayout, lane: EmotionLane, top: float, paths: Iterable[Path], theme: Theme
) -> Group:
    """One curve, as far as it is drawn, with its name; `top` is the y of its lane."""
    items: list[Primitive] = [*paths]
    if curve.label is not None:
        items += text_lines(curve.label, theme.secondary, 0.0, top)
    name = f"curve-{lane.lane_id}-{curve.actor or 'customer'}-{curve.view.value}"
    title = " ".join(line.text for line in curve.label.lines) if curve.label is not None else ""
    return Group(name, tuple(items), role="curve", title=title)


def segment_path(segment: CurveSegment, curve: CurveLayout, top: float, theme: Theme) -> Path:
    """From one measured step to the next; `top` is the y of the lane."""
    felt = curve.view in (EmotionView.FELT, EmotionView.TARGET)
    dashes = _DASHES[min(curve.rank, len(_DASHES) - 1)] if felt else ()
    stroke = _stroke(segment, curve_colour(curve, theme), (theme.felt if felt else _QUIET, dashes))
    return Path(_bezier(segment, top), stroke=stroke)


def mean_mark(at: Point, curve: CurveLayout, theme: Theme) -> Path:
    """A small ring where a curve passes between several readings of one step."""
    stroke = Stroke(curve_colour(curve, theme), _QUIET)
    return Path(circle(at.x, at.y, _MEAN), fill=theme.canvas, stroke=stroke)


def word_ground(block: TextBlock, top: float, ground: Colour) -> Rectangle:
    """What keeps the lines of the levels from striking through a name or words."""
    return Rectangle(block.box.moved(0.0, top).grown(_CLEAR), ground)


def curve_colour(curve: CurveLayout, theme: Theme) -> Colour:
    """Dark for the primary actor, a colour of its own for each other; grey for beliefs."""
    if curve.view not in (EmotionView.FELT, EmotionView.TARGET):
        return theme.quiet_curve
    if curve.rank == 0:
        return theme.curve
    return theme.actors[(curve.rank - 1) % len(theme.actors)]


def _stroke(
    segment: CurveSegment, colour: Colour, measured: tuple[float, tuple[float, ...]]
) -> Stroke:
    return Stroke(colour, *measured) if segment.measured else Stroke(colour, _UNMEASURED, _GAPS)


def _bezier(segment: CurveSegment, top: float) -> tuple[PathCommand, ...]:
    start, one, two, end = segment.start, segment.control1, segment.control2, segment.end
    return (
        ("M", start.x, start.y + top),
        ("C", one.x, one.y + top, two.x, two.y + top, end.x, end.y + top),
    )


def reading_group(dot: ReadingLayout, curve: CurveLayout | None, top: float, theme: Theme) -> Group:
    """A face for what is felt or wanted, a small ring for what is believed or expected."""
    reading = dot.reading
    y = top + dot.y
    colour = theme.curve if curve is None else curve_colour(curve, theme)
    items: list[Primitive] = []
    if dot.face:
        radius = DISTANCES.marker / 2
        level = emotion_level(reading.value)
        several = curve is not None and curve.rank > 0
        edge = colour if several else theme.canvas
        items.append(Path(circle(dot.x, y, radius + mm_from_px(2)), fill=edge))
        if several:
            items.append(Path(circle(dot.x, y, radius + mm_from_px(0.5)), fill=theme.canvas))
            radius -= mm_from_px(0.5)
        ground = theme.emotions[level]
        items += face(dot.x, y, radius, reading.value, (ground, theme.emotion_ink[level]))
    else:
        stroke = Stroke(colour, mm_from_px(1.5))
        items.append(
            Path(circle(dot.x, y, DISTANCES.small_marker / 2), fill=theme.canvas, stroke=stroke)
        )
    if dot.leader is not None:
        start, end = (point.moved(0.0, top) for point in dot.leader)
        commands: tuple[PathCommand, ...] = (("M", start.x, start.y), ("L", end.x, end.y))
        items.insert(0, Path(commands, stroke=Stroke(theme.secondary, theme.hair)))
    if dot.words is not None:
        items += text_lines(dot.words, theme.text, 0.0, top)
    return Group(reading.id, tuple(items), role="reading")
