"""The ribbon between what was believed and what is felt: hatched or dotted, under the curves.

Hatched where the company was too optimistic, dotted where it was too pessimistic.
"""

from collections.abc import Iterator

from cjmapper.drawing.primitives import Group, Path, PathCommand, Primitive, Stroke
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.belief_gaps import gaps
from cjmapper.layout.result import EmotionLane

_DOT_PITCH = mm_from_px(7)
_DOT = mm_from_px(1.6)


def gap_ribbons(lane: EmotionLane, top: float, shown: Rect, theme: Theme) -> tuple[Group, ...]:
    """The ribbons of one lane, as far as they stand in `shown`; `top` is the y of the lane."""
    hatched: list[PathCommand] = []
    dotted: list[PathCommand] = []
    for gap in gaps(lane.curves, shown.x, shown.right):
        if gap.optimistic:
            hatched += (("M", gap.x, top + gap.upper), ("L", gap.x, top + gap.lower))
        else:
            dotted += _dots(gap.x, top + gap.upper, top + gap.lower)
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


def _dots(x: float, upper: float, lower: float) -> Iterator[PathCommand]:
    number = int(upper / _DOT_PITCH) + 1
    while (y := number * _DOT_PITCH) < lower:
        number += 1
        yield ("M", x, y)
        yield ("L", x, y)
