"""The few things a drawing is made of, in millimetres, y downwards, in true z-order.

Colours are resolved (``#RRGGBB``) and text is already broken into lines and placed, so that a
painter decides nothing. There is no transparency and no gradient. Nothing here can hold itself, so
the collector of cycles is spared all of it (``gc=False``): a large map halts the window less.
"""

from typing import Literal

import msgspec

from cjmapper.geometry import Rect, Size
from cjmapper.text.wrap import Line

Colour = str
"""A resolved colour, ``#RRGGBB``."""

PathCommand = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move to, line to, cubic curve to (two controls, end), close."""


class Stroke(msgspec.Struct, frozen=True, gc=False):
    """How a line is drawn; `dash` alternates drawn and left out lengths; ends are round."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()


class Rectangle(msgspec.Struct, frozen=True, gc=False):
    """An upright box with corners of `radius`."""

    rect: Rect
    fill: Colour | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


class Path(msgspec.Struct, frozen=True, gc=False):
    """Lines and curves; a fill follows the non-zero rule."""

    commands: tuple[PathCommand, ...]
    fill: Colour | None = None
    stroke: Stroke | None = None


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """One finished line: `x` is its left edge, `baseline` its y, `size` the em in millimetres."""

    x: float
    baseline: float
    line: Line
    size: float
    colour: Colour


class Image(msgspec.Struct, frozen=True, gc=False):
    """A picture of the document, fitted into `rect` as it is; `asset` names it, `text` tells it."""

    rect: Rect
    asset: str
    media_type: str
    data: bytes
    text: str = ""


class Link(msgspec.Struct, frozen=True, gc=False):
    """A place that leads to a web or mail address (already checked)."""

    rect: Rect
    address: str


class Group(msgspec.Struct, frozen=True, gc=False):
    """Things that belong together, moved by (x, y) and scaled by `scale` about that point.

    Attributes:
        id: the id of what is shown, or a stable name such as ``legend``.
        role: what sort of thing it is (``phase``, ``step``, ``lane``, ``card``, ``reading``,
            ``curve``, ``link``, ``transition``, ``part``); tags and groups follow it.
        title: words for those who do not see it; empty where the text inside says it.
    """

    id: str
    items: tuple["Primitive", ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    role: str = ""
    title: str = ""


class Clip(msgspec.Struct, frozen=True, gc=False):
    """Things of which only what lies in `rect` is seen (tiles and windows, never text)."""

    rect: Rect
    items: tuple["Primitive", ...]


class Form(msgspec.Struct, frozen=True, gc=False):
    """Things that several pages show alike, all of them within `rect`.

    Seen as its items alone; a painter of pages may write it once and use it again, by identity.
    """

    rect: Rect
    items: tuple["Primitive", ...]


Primitive = Rectangle | Path | TextLine | Image | Link | Group | Clip | Form


class Drawing(msgspec.Struct, frozen=True):
    """A whole picture: its size, its background and what is on it, back to front.

    Attributes:
        language: the language of its words, as ``nb``; `title` names it.
        bookmarks: name and id of the group that each leads to, in reading order.
    """

    size: Size
    items: tuple[Primitive, ...]
    background: Colour = "#FFFFFF"
    title: str = ""
    language: str = "en"
    bookmarks: tuple[tuple[str, str], ...] = ()
