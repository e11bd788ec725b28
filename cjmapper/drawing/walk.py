"""Everything on a drawing, with where it lies on the sheet and what it belongs to.

For whoever asks a finished drawing something; draws nothing and decides nothing.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cjmapper.drawing.primitives import (
    Clip,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    TextLine,
)
from cjmapper.geometry import Rect

_ASCENT = 0.75
_DESCENT = 0.22
"""How far letters reach above and below their baseline, in ems; accents may go a little further."""

THINGS = frozenset(
    {"part", "phase", "step", "lane", "card", "reading", "curve", "link", "transition"}
)
"""Roles of what is shown; the others say only how a text reads or that nobody is told of it."""

Leaf = Rectangle | Path | TextLine | Image | Link


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where the coordinates of nested things lie, and the thing that they belong to.

    Attributes:
        owner: the id of the innermost group that is one of `THINGS`.
        role: its role.
        within: roles of all groups around, the outermost first.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    owner: str = ""
    role: str = ""
    within: tuple[str, ...] = ()

    def rect(self, rect: Rect) -> Rect:
        """A rectangle of these coordinates on the sheet."""
        scale = self.scale
        return Rect(
            self.x + rect.x * scale,
            self.y + rect.y * scale,
            rect.width * scale,
            rect.height * scale,
        )

    def inside(self, group: Group) -> "Place":
        """The coordinates inside a group."""
        x, y = self.x + group.x * self.scale, self.y + group.y * self.scale
        scale = self.scale * group.scale
        if not group.role:
            return Place(x, y, scale, self.owner, self.role, self.within)
        within = (*self.within, group.role)
        if group.role in THINGS:
            return Place(x, y, scale, group.id, group.role, within)
        return Place(x, y, scale, self.owner, self.role, within)


def leaves(items: Iterable[Primitive], place: Place | None = None) -> Iterator[tuple[Leaf, Place]]:
    """What is drawn, back to front, each with its place; what a clip hides comes too."""
    here = Place() if place is None else place
    for item in items:
        if isinstance(item, Group):
            yield from leaves(item.items, here.inside(item))
        elif isinstance(item, Clip | Form):
            yield from leaves(item.items, here)
        else:
            yield item, here


def groups(
    items: Iterable[Primitive], place: Place | None = None
) -> Iterator[tuple[Group, Place, Place]]:
    """The groups that have a role, outer ones first, with the places around and inside them."""
    here = Place() if place is None else place
    for item in items:
        if isinstance(item, Group):
            inside = here.inside(item)
            if item.role:
                yield item, here, inside
            yield from groups(item.items, inside)
        elif isinstance(item, Clip | Form):
            yield from groups(item.items, here)


def ink_of(item: TextLine) -> Rect:
    """Where the letters of a line stand, closer than the room that painters leave for them."""
    return Rect(
        item.x,
        item.baseline - _ASCENT * item.size,
        item.line.width(item.size),
        (_ASCENT + _DESCENT) * item.size,
    )
