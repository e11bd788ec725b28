"""Sizes of type on a poster, by its paper: those the frame is set in, those the map should reach.

The rows of the table are the landscape papers of the A series; whatever lies between two of them,
such as Letter, a roll or a free size, is read between their rows by the root of its area.
"""

import math
from bisect import bisect_right

import msgspec

from cjmapper.geometry import Size, mm_from_pt
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

_A1_AREA = 594.0 * 841.0
_LONGEST = 1.6
"""A page longer than this counts as this much of its shorter side: a roll is read from near by."""


class PaperSizes(msgspec.Struct, frozen=True, gc=False):
    """The sizes that type should have on one paper, in points."""

    title: float
    phase: float
    step: float
    card: float
    smallest: float


_TABLE = (
    (math.sqrt(1 / 8), PaperSizes(24, 14, 9, 6.5, 6.5)),
    (math.sqrt(1 / 4), PaperSizes(34, 20, 13, 8.5, 7)),
    (math.sqrt(1 / 2), PaperSizes(48, 30, 18, 12, 9)),
    (1.0, PaperSizes(72, 44, 26, 17, 11)),
    (math.sqrt(2), PaperSizes(96, 60, 36, 24, 14)),
)
"""A4, A3, A2, A1 and A0, by how large a frame is on them."""

_SHRUNK = (1.0, 0.85, 0.72, 0.6, 0.5, 0.42)
TITLE_LINES = 2
"""A long title is set smaller before it takes more lines than this."""


def frame_unit(page: Size) -> float:
    """How large the frame of a page is against that of an A1."""
    short, long = sorted((page.width, page.height))
    return math.sqrt(short * min(long, short * _LONGEST) / _A1_AREA)


def paper_sizes(page: Size) -> PaperSizes:
    """The sizes for a page; smaller than an A4 as on that, larger than an A0 in its proportion."""
    unit = frame_unit(page)
    place = bisect_right(_TABLE, unit, key=lambda row: row[0])
    if place == 0:
        return _TABLE[0][1]
    if place == len(_TABLE):
        largest, sizes = _TABLE[-1]
        return _between(sizes, sizes, 0.0, unit / largest)
    (below, less), (above, more) = _TABLE[place - 1], _TABLE[place]
    return _between(less, more, (unit - below) / (above - below), 1.0)


def _between(less: PaperSizes, more: PaperSizes, part: float, times: float) -> PaperSizes:
    pairs = zip(msgspec.structs.astuple(less), msgspec.structs.astuple(more), strict=True)
    return PaperSizes(*((one + (other - one) * part) * times for one, other in pairs))


class PosterStyles(msgspec.Struct, frozen=True):
    """The type of one paper's frame; what goes beyond `most_lines` is cut off with «…».

    `titles` are the sizes that a title may be set in, the largest first.
    """

    unit: float
    most_lines: int
    titles: tuple[TextStyle, ...]
    subtitle: TextStyle
    stamp: TextStyle
    name: TextStyle
    strip: TextStyle
    strip_strong: TextStyle
    quote: TextStyle
    heading: TextStyle
    rail_heading: TextStyle
    rail_strong: TextStyle
    rail: TextStyle
    small: TextStyle
    label: TextStyle

    def mm(self, length: float) -> float:
        """A length of the A1 frame on this paper."""
        return length * self.unit


def poster_styles(page: Size, most_lines: int, times: float = 1.0) -> PosterStyles:
    """The frame's type for a page; none of it is smaller than the smallest of its paper.

    `times` makes all but the titles smaller.
    """
    unit, sizes = frame_unit(page) * times, paper_sizes(page)

    def style(face: Face, size_pt: float, line: float = 1.3) -> TextStyle:
        size = mm_from_pt(max(size_pt, sizes.smallest))
        return TextStyle(face, size, size * line)

    return PosterStyles(
        unit=unit,
        most_lines=most_lines,
        titles=tuple(style(Face.SEMIBOLD, sizes.title * times, 1.12) for times in _SHRUNK),
        subtitle=style(Face.SANS, 27 * unit, 1.3),
        stamp=style(Face.SEMIBOLD, 18 * unit, 1.3),
        name=style(Face.SEMIBOLD, 26 * unit, 1.25),
        strip=style(Face.SANS, 17 * unit, 1.38),
        strip_strong=style(Face.SEMIBOLD, 17 * unit, 1.38),
        quote=style(Face.ITALIC, 24 * unit, 1.35),
        heading=style(Face.SEMIBOLD, 14 * unit, 1.4),
        rail_heading=style(Face.SEMIBOLD, 20 * unit, 1.3),
        rail_strong=style(Face.SEMIBOLD, 17 * unit, 1.35),
        rail=style(Face.SANS, 15 * unit, 1.35),
        small=style(Face.SANS, 13 * unit, 1.4),
        label=style(Face.SANS, 11 * unit, 1.35),
    )
