"""The values that measured text is made of: style, run and line.

Holds no measuring; `cjmapper.text.wrap` makes them and painters play them as they are.
"""

from itertools import accumulate

import msgspec

from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import UNITS_PER_EM


class TextStyle(msgspec.Struct, frozen=True, gc=False):
    """A face at a size.

    Attributes:
        face: one of the bundled sans faces.
        size: one em, in millimetres.
        line_height: from baseline to baseline, in millimetres.
    """

    face: Face
    size: float
    line_height: float


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line drawn in one way.

    Attributes:
        text: the characters drawn, one glyph each, placed by their advances.
        face: the face they are drawn in; for an outline or a missing one, the face asked for.
        advance: in font units.
        outline: drawn instead of glyphs, where no bundled face has the text.
        missing: no font has it; an empty box is drawn.
        source: what it stands for in the line's text where that differs from `text` (a drawn
            hyphen or ellipsis stands for nothing: ""); None where it is the same.
        leftward: its letters run from right to left.
    """

    text: str
    face: Face
    advance: int
    outline: Outline | None = None
    missing: bool = False
    source: str | None = None
    leftward: bool = False

    @property
    def copied(self) -> str:
        """What copying this run should give."""
        return self.text if self.source is None else self.source


class Line(msgspec.Struct, frozen=True, gc=False):
    """One finished line.

    Attributes:
        runs: from left to right; a drawn hyphen or ellipsis is a run of its own, in reading order
            the last.
        advance: of all runs, in font units.
        text: what copying gives: the source from `start` to `end`, nothing added.
        start: the place of the first character in the source text.
        end: the place after the last one; spaces swallowed by the break come after it.
        hyphen: the last run is a hyphen that is drawn but not part of the text.
        places: where in the text each run begins; empty where that is the order of the runs.
    """

    runs: tuple[Run, ...]
    advance: int
    text: str
    start: int = 0
    end: int = 0
    hyphen: bool = False
    places: tuple[int, ...] = ()

    def placed(self) -> list[tuple[Run, int]]:
        """Each run with its left edge in font units, in the order in which it is read."""
        edges = accumulate((run.advance for run in self.runs), initial=0)
        placed = list(zip(self.runs, edges, strict=False))
        if not self.places:
            return placed
        order = sorted(range(len(placed)), key=self.places.__getitem__)
        return [placed[index] for index in order]

    def width(self, size: float) -> float:
        """Its width in millimetres at an em of `size` millimetres."""
        return self.advance * size / UNITS_PER_EM
