"""How an SVG writes words, numbers, boxes, paths and what is inside it."""

from base64 import b64encode
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from cjmapper.drawing.primitives import PathCommand
from cjmapper.geometry import Rect

_UNUSABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    "\ufffd",
)


def words(text: str) -> str:
    """A text between tags; what XML can't hold becomes U+FFFD."""
    return escape(text.translate(_UNUSABLE))


def attribute(text: str) -> str:
    """A text as an attribute's value, with its quotes."""
    return quoteattr(text.translate(_UNUSABLE))


def number(value: float) -> str:
    """A length to a ten-thousandth of a millimetre."""
    text = f"{round(value, 4):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def box(rect: Rect) -> str:
    """The attributes of an upright box."""
    names = ("x", "y", "width", "height")
    sides = (rect.x, rect.y, rect.width, rect.height)
    return " ".join(f'{name}="{number(side)}"' for name, side in zip(names, sides, strict=True))


def commands(path: Sequence[PathCommand]) -> str:
    """The value of a path's `d`."""
    return "".join(command[0] + " ".join(map(number, command[1:])) for command in path)


def embedded(media_type: str, content: bytes) -> str:
    """An address that is its own content."""
    return f"data:{media_type};base64,{b64encode(content).decode()}"
