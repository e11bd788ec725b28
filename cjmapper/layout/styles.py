"""The one type scale and the one set of distances of a map, in millimetres.

Pixels are those of 100 % zoom. Paper only ever scales the whole.
"""

import msgspec

from cjmapper.geometry import MM_PER_PX, mm_from_px
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle

ASCENT = 1984 / 2048
DESCENT = 494 / 2048
"""Of the bundled sans, in ems; every line of text is centred in its height by them."""


def _style(face: Face, size_px: float, line_px: float) -> TextStyle:
    return TextStyle(face, mm_from_px(size_px), mm_from_px(line_px))


def baseline_of(style: TextStyle) -> float:
    """How far below the top of a line its baseline is, in millimetres."""
    slack = style.line_height - (ASCENT + DESCENT) * style.size
    return slack / 2 + ASCENT * style.size


CARD_TEXT = _style(Face.SANS, 14, 19)
QUOTE_TEXT = _style(Face.ITALIC, 14, 19)
CAPTION = _style(Face.SANS, 11.5, 16)
CAPTION_STRONG = _style(Face.SEMIBOLD, 11.5, 16)
LANE_TITLE = _style(Face.SEMIBOLD, 13, 18)
PHASE_NAME = _style(Face.SEMIBOLD, 18, 24)
STEP_TITLE = _style(Face.SEMIBOLD, 15, 20)
STEP_NUMBER = _style(Face.SANS, 12, 20)
AXIS_WORD = _style(Face.SANS, 13, 16)
READING_WORDS = _style(Face.SANS, 12.5, 16)
CURVE_LABEL = _style(Face.ITALIC, 12, 16)
PATH_LABEL = _style(Face.SANS, 11.5, 14)


class Distances(msgspec.Struct, frozen=True):
    """Lengths of the grid, in millimetres."""

    title_width: float = mm_from_px(176)
    column_width: float = mm_from_px(200)
    least_column: float = mm_from_px(140)
    most_column: float = mm_from_px(640)
    cell_side: float = mm_from_px(8)
    cell_top: float = mm_from_px(12)
    cell_bottom: float = mm_from_px(12)
    card_gap: float = mm_from_px(8)
    card_side: float = mm_from_px(11)
    card_top: float = mm_from_px(8)
    card_bottom: float = mm_from_px(8)
    card_radius: float = mm_from_px(6)
    stripe: float = mm_from_px(4)
    icon: float = mm_from_px(15)
    icon_gap: float = mm_from_px(6)
    caption_gap: float = mm_from_px(3)
    least_lane: float = mm_from_px(64)
    lane_icon: float = mm_from_px(15)
    phase_top: float = mm_from_px(7)
    phase_side: float = mm_from_px(14)
    phase_notch: float = mm_from_px(11)
    phase_gap: float = mm_from_px(3)
    step_top: float = mm_from_px(9)
    step_bottom: float = mm_from_px(9)
    step_number: float = mm_from_px(22)
    unit: float = mm_from_px(37)
    """Height of one unit of emotion."""
    emotion_top: float = mm_from_px(44)
    emotion_bottom: float = mm_from_px(40)
    marker: float = mm_from_px(22)
    """Diameter of a face on the curve."""
    small_marker: float = mm_from_px(8)
    path_track: float = mm_from_px(24)
    corner: float = mm_from_px(6)


DISTANCES = Distances()
PIXEL = MM_PER_PX
