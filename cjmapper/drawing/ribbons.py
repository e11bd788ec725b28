"""The ribbon between what was believed and what is felt: hatched or dotted, under the curves.

Hatched where the company was too optimistic, dotted where it was too pessimistic; only where both
curves go between neighbours that were measured, and only in a lane with the felt curve of one
actor: others would run through it.
"""

from collections.abc import Iterator

from cjmapper.drawing.primitives import Group, Path, PathCommand, Primitive, Stroke
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.curve import point_on
from cjmapper.layout.result import CurveLayout, CurveSegment, EmotionLane
from cjmapper.model.vocabulary import EmotionView

_PITCH = mm_from_px(8)
_DOT_PITCH = mm_from_px(7)
_CLEAR = mm_from_px(2.5)
_LEAST = mm_from_px(6)
"""A gap that is smaller on the map than this is not drawn."""
_DOT = mm_from_px(1.6)


def gap_ribbons(lane: EmotionLane, top: float, shown: Rect, theme: Theme) -> tuple[Group, ...]:
    """The ribbons of one lane, as far as they stand in `shown`; `top` is the y of the lane."""
    curves = {(curve.actor, curve.view): curve for curve in lane.curves}
    if sum(view is EmotionView.FELT for _, view in curves) != 1:
        return ()
    hatched: list[PathCommand] = []
    dotted: list[PathCommand] = []
    for (actor, view), felt in curves.items():
        believed = curves.get((actor, EmotionView.BELIEVED))
        if view is EmotionView.FELT and believed is not None:
            for x, upper, lower, optimistic in _between(felt, believed, shown):
                if optimistic:
                    hatched += (("M", x, top + upper), ("L", x, top + lower))
                else:
                    dotted += _dots(x, top + upper, top + lower)
    items: list[Primitive] = []
    if hatched:
        items.append(Path(tuple(hatched), stroke=Stroke(theme.hairline, theme.hair)))
    if dotted:
        items.append(Path(tuple(dotted), stroke=Stroke(theme.hairline, _DOT)))
    return (Group("", tuple(items), role="decoration"),) if items else ()


def ribbon_sample(box: Rect, optimistic: bool, unit: float, theme: Theme) -> Path:
    """A piece of a ribbon for the legend; `unit` is the frame's size against an A1."""
    pitch, high = 1.5 * unit, box.height * 0.32
    xs = [box.x + pitch * (number + 0.5) for number in range(int(box.width / pitch))]
    middle = box.centre.y
    commands: list[PathCommand] = []
    for x in xs:
        if optimistic:
            commands += (("M", x, middle - high), ("L", x, middle + high))
        else:
            for y in (middle - high / 2, middle + high / 2):
                commands += (("M", x, y), ("L", x, y))
    return Path(tuple(commands), stroke=Stroke(theme.hairline, (0.2 if optimistic else 0.4) * unit))


def _between(
    felt: CurveLayout, believed: CurveLayout, shown: Rect
) -> Iterator[tuple[float, float, float, bool]]:
    """By x: where the ribbon begins and ends, and whether what was believed is the better."""
    for one in felt.segments:
        for other in believed.segments:
            if not (one.measured and other.measured):
                continue
            first = max(one.start.x, other.start.x, shown.x)
            last = min(one.end.x, other.end.x, shown.right)
            number = int(first / _PITCH) + 1
            while (x := number * _PITCH) < last:
                number += 1
                below, above = _at(one, x), _at(other, x)
                upper, lower = min(below, above) + _CLEAR, max(below, above) - _CLEAR
                if lower - upper >= _LEAST:
                    yield x, upper, lower, above < below


def _at(segment: CurveSegment, x: float) -> float:
    """The y of a curve at `x`: along a segment x grows evenly."""
    width = segment.end.x - segment.start.x
    t = (x - segment.start.x) / width
    return point_on(segment.start, segment.control1, segment.control2, segment.end, t).y


def _dots(x: float, upper: float, lower: float) -> Iterator[PathCommand]:
    number = int(upper / _DOT_PITCH) + 1
    while (y := number * _DOT_PITCH) < lower:
        number += 1
        yield ("M", x, y)
        yield ("L", x, y)
