"""Shapes that every painter makes in the same way: the empty box, the frame of a lost picture.

Knows no surface.
"""

from cjmapper.drawing.primitives import Image, Path, PathCommand, Stroke
from cjmapper.geometry import Rect
from cjmapper.text.metrics import UNITS_PER_EM

_LOST = Stroke("#999999", 0.25)
_CAP_HEIGHT = UNITS_PER_EM * 0.72
_WALL = UNITS_PER_EM * 0.06
_AIR = UNITS_PER_EM * 0.06


def missing_box(advance: int) -> tuple[PathCommand, ...]:
    """The empty box for what no font has, in font units, y downwards; the inside runs back."""
    left, right, top = _AIR, advance - _AIR, -_CAP_HEIGHT
    inner = _WALL
    return (
        ("M", left, 0.0),
        ("L", right, 0.0),
        ("L", right, top),
        ("L", left, top),
        ("Z",),
        ("M", left + inner, -inner),
        ("L", left + inner, top + inner),
        ("L", right - inner, top + inner),
        ("L", right - inner, -inner),
        ("Z",),
    )


def lost_picture(image: Image) -> Path:
    """A crossed frame where a picture should be that can't be shown."""
    rect = image.rect
    return Path(
        (
            ("M", rect.x, rect.y),
            ("L", rect.right, rect.y),
            ("L", rect.right, rect.bottom),
            ("L", rect.x, rect.bottom),
            ("Z",),
            ("M", rect.x, rect.y),
            ("L", rect.right, rect.bottom),
            ("M", rect.right, rect.y),
            ("L", rect.x, rect.bottom),
        ),
        stroke=_LOST,
    )


def fitted(rect: Rect, width: float, height: float) -> Rect:
    """The largest rectangle of the shape `width` to `height` in the middle of `rect`."""
    scale = min(rect.width / width, rect.height / height)
    wide, high = width * scale, height * scale
    return Rect(rect.x + (rect.width - wide) / 2, rect.y + (rect.height - high) / 2, wide, high)
