"""Where what was believed and what is felt lie apart: by x, between which heights.

Only in a lane with the felt curve of one actor: others would run through it.
"""

import math
from collections.abc import Iterator

import msgspec

from cjmapper.geometry import mm_from_px
from cjmapper.layout.curve import point_on
from cjmapper.layout.result import CurveLayout, CurveSegment
from cjmapper.model.vocabulary import EmotionView

PITCH = mm_from_px(8)
"""From one line of a ribbon to the next."""

_CLEAR = mm_from_px(2.5)
_LEAST = mm_from_px(6)
"""A gap that is smaller on the map than this is none."""


class Gap(msgspec.Struct, frozen=True, gc=False):
    """One line of the ribbon between the curves; y below the lane's top."""

    x: float
    upper: float
    lower: float
    optimistic: bool
    """Whether what was believed is the better."""


def gaps(
    curves: tuple[CurveLayout, ...],
    left: float = -math.inf,
    right: float = math.inf,
    pitch: float = PITCH,
) -> Iterator[Gap]:
    """The gaps from `left` to `right`, at every `pitch` of x, where both curves were measured."""
    if sum(curve.view is EmotionView.FELT for curve in curves) != 1:
        return
    felt = next(curve for curve in curves if curve.view is EmotionView.FELT)
    for believed in curves:
        if believed.view is EmotionView.BELIEVED and believed.actor == felt.actor:
            for one, other in _together(felt.segments, believed.segments):
                yield from _between(one, other, (left, right), pitch)


def _together(
    felt: tuple[CurveSegment, ...], believed: tuple[CurveSegment, ...]
) -> Iterator[tuple[CurveSegment, CurveSegment]]:
    """The measured segments that share some x, from left to right."""
    at = 0
    for one in felt:
        while at < len(believed) and believed[at].end.x <= one.start.x:
            at += 1
        for other in believed[at:]:
            if other.start.x >= one.end.x:
                break
            if one.measured and other.measured:
                yield one, other


def _between(
    felt: CurveSegment, believed: CurveSegment, shown: tuple[float, float], pitch: float
) -> Iterator[Gap]:
    first = max(felt.start.x, believed.start.x, shown[0])
    last = min(felt.end.x, believed.end.x, shown[1])
    number = int(first / pitch) + 1
    while (x := number * pitch) < last:
        number += 1
        below, above = _at(felt, x), _at(believed, x)
        upper, lower = min(below, above) + _CLEAR, max(below, above) - _CLEAR
        if lower - upper >= _LEAST:
            yield Gap(x, upper, lower, above < below)


def _at(segment: CurveSegment, x: float) -> float:
    """The y of a curve at `x`: along a segment x grows evenly."""
    width = segment.end.x - segment.start.x
    t = (x - segment.start.x) / width
    return point_on(segment.start, segment.control1, segment.control2, segment.end, t).y
