"""What stands in for characters that the bundled faces lack: outlines from another source.

Only the shape of the answer and of whoever gives it; `cjmapper.painters.qt_outlines` is one.
"""

from typing import Literal, Protocol

import msgspec

MoveTo = tuple[Literal["M"], float, float]
LineTo = tuple[Literal["L"], float, float]
CurveTo = tuple[Literal["C"], float, float, float, float, float, float]
Close = tuple[Literal["Z"]]
PathCommand = MoveTo | LineTo | CurveTo | Close


class Outline(msgspec.Struct, frozen=True, gc=False):
    """Shaped text as a path, in font units (`UNITS_PER_EM` to the em), y downwards.

    Attributes:
        text: what it shows.
        advance: how far the next text starts from its left edge.
        path: commands from the origin on the baseline at the left edge.
        image: PNG bytes instead of a path, for fonts that hold only pictures.
        image_box: left, top, width and height of `image`, from the same origin.
    """

    text: str
    advance: int
    path: tuple[PathCommand, ...] = ()
    image: bytes | None = None
    image_box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class OutlineSource(Protocol):
    """Gives outlines for text that the bundled faces lack."""

    def outline(self, text: str, semibold: bool) -> Outline | None:
        """The outline of `text`, or None when any character of it is in no font."""
        ...
