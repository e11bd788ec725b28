"""A drawing without its groups: what is drawn, in whose name, and where on the sheet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.primitives import Clip, Group, Primitive, TextLine
from cjmapper.geometry import Rect


class Drawn(NamedTuple):
    """One thing that is drawn.

    `owner` is the id of the innermost group with a role and `role` that role; `room` is where it
    lies on the sheet, `dx`, `dy` and `scale` how it came there.
    """

    owner: str
    role: str
    item: Primitive
    room: Rect
    dx: float
    dy: float
    scale: float


def flattened(
    items: Iterable[Primitive],
    owner: tuple[str, str] = ("", ""),
    place: tuple[float, float, float] = (0.0, 0.0, 1.0),
) -> Iterator[Drawn]:
    """Everything in `items`, back to front."""
    dx, dy, scale = place
    extents = Extents()
    for item in items:
        if isinstance(item, Group):
            inner = (dx + item.x * scale, dy + item.y * scale, scale * item.scale)
            named = (item.id, item.role) if item.role else owner
            yield from flattened(item.items, named, inner)
        elif isinstance(item, Clip):
            yield from flattened(item.items, owner, place)
        else:
            room = extents.of(item)
            lies = Rect(
                dx + room.x * scale, dy + room.y * scale, room.width * scale, room.height * scale
            )
            yield Drawn(*owner, item, lies, dx, dy, scale)


def words_of(items: Iterable[Primitive]) -> str:
    """All text, a word parted by a hyphen whole again, everything else parted by blanks."""
    said = ""
    for one in flattened(items):
        if isinstance(one.item, TextLine):
            line = one.item.line
            said += line.text if line.hyphen else f"{line.text} "
    return " ".join(said.split())
