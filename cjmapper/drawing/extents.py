"""How much room each primitive of a drawing takes, so that painters skip what is not seen.

Generous rather than exact for text: no glyph ever reaches outside; never decides what is drawn.
"""

from collections.abc import Iterable
from functools import reduce
from math import inf

from cjmapper.drawing.primitives import (
    Clip,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import Rect

NOWHERE = Rect(inf, inf, -1.0, -1.0)
"""The room of what has none; it meets nothing."""

_MOST_KNOWN = 100_000
_ABOVE = 1.5
_BELOW = 0.75
_BESIDE = 0.5


class Extents:
    """The room of primitives, in the coordinates that they are given in; remembers large ones."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Group | Path, Rect]] = {}

    def of(self, primitive: Primitive) -> Rect:
        """The upright rectangle in which all of `primitive` is drawn."""
        match primitive:
            case Rectangle():
                return primitive.rect.grown(_half(primitive.stroke))
            case TextLine():
                return _text(primitive)
            case Image() | Link():
                return primitive.rect
            case Clip() | Form():
                return primitive.rect
            case Group() | Path():
                return self._remembered(primitive)

    def together(self, items: Iterable[Primitive]) -> Rect:
        """The room of all `items`; `NOWHERE` when they have none."""
        rooms = [room for room in map(self.of, items) if room.width >= 0]
        return reduce(Rect.united, rooms) if rooms else NOWHERE

    def _remembered(self, primitive: Group | Path) -> Rect:
        known = self._known.get(id(primitive))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            room = self._group(primitive) if isinstance(primitive, Group) else _path(primitive)
            known = self._known[id(primitive)] = (primitive, room)
        return known[1]

    def _group(self, group: Group) -> Rect:
        room = self.together(group.items)
        if room is NOWHERE:
            return NOWHERE
        scale = group.scale
        return Rect(
            group.x + room.x * scale,
            group.y + room.y * scale,
            room.width * scale,
            room.height * scale,
        )


def _half(stroke: Stroke | None) -> float:
    return 0.0 if stroke is None else stroke.width / 2


def _text(item: TextLine) -> Rect:
    size = item.size
    width = item.line.width(size) + 2 * _BESIDE * size
    return Rect(
        item.x - _BESIDE * size, item.baseline - _ABOVE * size, width, (_ABOVE + _BELOW) * size
    )


def _path(path: Path) -> Rect:
    xs: list[float] = []
    ys: list[float] = []
    for command in path.commands:
        numbers = command[1:]
        xs += numbers[0::2]
        ys += numbers[1::2]
    if not xs:
        return NOWHERE
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top).grown(_half(path.stroke))
