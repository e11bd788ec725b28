"""Lines that are printed: on paper none may be thinner than a quarter of a point.

Whatever is thick enough stays the very same object, so that painters know it again.
"""

import msgspec

from cjmapper.drawing.primitives import (
    Clip,
    Form,
    Group,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.geometry import mm_from_pt

LEAST_LINE = mm_from_pt(0.25)
"""The thinnest line on paper, in millimetres."""

_Kept = dict[tuple[int, float], Primitive]


def printable(items: tuple[Primitive, ...], scale: float = 1.0) -> tuple[Primitive, ...]:
    """`items`, drawn at `scale`, with their thinnest lines made as wide as can be printed."""
    return _all(items, scale, {})


def _all(items: tuple[Primitive, ...], scale: float, kept: _Kept) -> tuple[Primitive, ...]:
    made = tuple(_one(item, scale, kept) for item in items)
    same = all(one is other for one, other in zip(made, items, strict=True))
    return items if same else made


def _one(item: Primitive, scale: float, kept: _Kept) -> Primitive:
    """The same for the same thing, however often it is drawn."""
    if isinstance(item, Rectangle | Path):
        stroke = item.stroke
        if stroke is None or stroke.width * scale >= LEAST_LINE:
            return item
        key = (id(item), scale)
        if key not in kept:
            wider = Stroke(stroke.colour, LEAST_LINE / scale, stroke.dash)
            kept[key] = msgspec.structs.replace(item, stroke=wider)
        return kept[key]
    if isinstance(item, Group | Clip | Form):
        key = (id(item), scale)
        if key not in kept:
            inner = scale * item.scale if isinstance(item, Group) else scale
            items = _all(item.items, inner, kept)
            same = items is item.items
            kept[key] = item if same else msgspec.structs.replace(item, items=items)
        return kept[key]
    return item
