"""Sizes of a poster's frame: those of an A1, scaled to the paper by the root of its area."""

import math

import msgspec

from cjmapper.geometry import Size, mm_from_pt
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

_A1_AREA = 594.0 * 841.0
_LEAST_PT = 6.5
"""No text of the frame is smaller, whatever the paper."""


def frame_unit(page: Size) -> float:
    """How large the frame is against an A1."""
    return math.sqrt(page.width * page.height / _A1_AREA)


class PosterStyles(msgspec.Struct, frozen=True):
    """The type of one paper's frame; what goes beyond `most_lines` is cut off with «…»."""

    unit: float
    most_lines: int
    title: TextStyle
    subtitle: TextStyle
    stamp: TextStyle
    name: TextStyle
    strip: TextStyle
    strip_strong: TextStyle
    quote: TextStyle
    heading: TextStyle
    rail_strong: TextStyle
    rail: TextStyle
    small: TextStyle

    def mm(self, length: float) -> float:
        """A length of the A1 frame on this paper."""
        return length * self.unit


def poster_styles(page: Size, most_lines: int) -> PosterStyles:
    """The frame's type for a page."""
    unit = frame_unit(page)

    def style(face: Face, size_pt: float, line: float = 1.3) -> TextStyle:
        size = mm_from_pt(max(size_pt * unit, _LEAST_PT))
        return TextStyle(face, size, size * line)

    return PosterStyles(
        unit=unit,
        most_lines=most_lines,
        title=style(Face.SEMIBOLD, 66, 1.12),
        subtitle=style(Face.SANS, 27, 1.3),
        stamp=style(Face.SEMIBOLD, 19, 1.3),
        name=style(Face.SEMIBOLD, 26, 1.25),
        strip=style(Face.SANS, 17, 1.38),
        strip_strong=style(Face.SEMIBOLD, 17, 1.38),
        quote=style(Face.ITALIC, 24, 1.35),
        heading=style(Face.SEMIBOLD, 14, 1.4),
        rail_strong=style(Face.SEMIBOLD, 17, 1.35),
        rail=style(Face.SANS, 15, 1.35),
        small=style(Face.SANS, 13, 1.4),
    )
