"""Which claims of a map are to be marked as assumptions, and the sign that marks them.

Only once the document holds any evidence: a first map is not all question marks.
"""

import msgspec

from cjmapper.geometry import mm_from_px
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.model.figures import Figures
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle

_SIGN = "?"
_STYLE = TextStyle(Face.SEMIBOLD, mm_from_px(12), mm_from_px(15))


class Assumptions(msgspec.Struct, frozen=True):
    """The ids of the cards and readings that nobody outside stands behind.

    `sign` is a question mark about the point (0, 0), to stand in a circle of `radius`.
    """

    claims: frozenset[str]
    sign: TextBlock
    radius: float


def assumptions_of(figures: Figures | None, setting: Setting) -> Assumptions | None:
    """What is to be marked; None where nothing is."""
    coverage = None if figures is None else figures.coverage
    if coverage is None:
        return None
    claims = frozenset(name for name in coverage.levels if coverage.assumed(name))
    if not claims:
        return None
    line = setting.typesetter.line(_SIGN, _STYLE)
    return Assumptions(claims, centred(line, _STYLE, 0.0, 0.0), mm_from_px(8))


def centred(line: Line, style: TextStyle, x: float, y: float) -> TextBlock:
    """One line with its middle at (x, y)."""
    left, top = x - line.width(style.size) / 2, y - style.line_height / 2
    return TextBlock(left, top, (line,), style)
