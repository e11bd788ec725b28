"""A monotone cubic through readings: it never rises above or falls below its own points.

Tangents follow Fritsch and Carlson (1980), «Monotone piecewise cubic interpolation»: zero at every
turning point, else the weighted harmonic mean of the two slopes, so that no segment overshoots.
"""

from collections.abc import Sequence
from itertools import pairwise

from cjmapper.geometry import Point


def monotone_tangents(points: Sequence[Point]) -> tuple[float, ...]:
    """The slope of the curve (dy/dx) at each point; x must grow. One point has slope 0."""
    if len(points) in (0, 1):
        return (0.0,) * len(points)
    widths = [after.x - before.x for before, after in pairwise(points)]
    slopes = [
        (after.y - before.y) / width
        for before, after, width in zip(points, points[1:], widths, strict=False)
    ]
    inner = [
        _inner_tangent(slopes[index], slopes[index + 1], widths[index], widths[index + 1])
        for index in range(len(slopes) - 1)
    ]
    return (_end_tangent(slopes, 0), *inner, _end_tangent(slopes, -1))


def _inner_tangent(before: float, after: float, width: float, next_width: float) -> float:
    if before * after <= 0:
        return 0.0
    first = 2 * next_width + width
    second = next_width + 2 * width
    return (first + second) / (first / before + second / after)


def _end_tangent(slopes: Sequence[float], which: int) -> float:
    """Flat ends: nothing is known of what came before or goes on after."""
    return slopes[which] * 0.6 if len(slopes) > 1 else slopes[which]


def controls(start: Point, end: Point, start_slope: float, end_slope: float) -> tuple[Point, Point]:
    """The two control points of the Bézier curve between neighbours of given slopes."""
    third = (end.x - start.x) / 3
    return (
        Point(start.x + third, start.y + start_slope * third),
        Point(end.x - third, end.y - end_slope * third),
    )


def point_on(start: Point, control1: Point, control2: Point, end: Point, t: float) -> Point:
    """The point of a cubic Bézier curve at `t` from 0 to 1."""
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return Point(
        a * start.x + b * control1.x + c * control2.x + d * end.x,
        a * start.y + b * control1.y + c * control2.y + d * end.y,
    )
