"""Sheets of paper: named ones, rolls, folded strips and free sizes, and what margins leave.

Knows no map and no printer. A roll and a strip are as long as what stands on them needs.
"""

import math
import re

import msgspec

from cjmapper.errors import ExportError
from cjmapper.export.tiles import grid_for
from cjmapper.geometry import Rect, Size
from cjmapper.model.invariants import MAX_MARGIN_MM
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation
from cjmapper.settings import ORIENTATIONS

LONGEST = 5080.0
"""No page of a PDF is longer: 14,400 points."""
LEAST_ROLL, MOST_ROLL = 200.0, 1600.0
"""How high a roll may be."""
LEAST_SIDE, MOST_SIDE = 100.0, 5000.0
"""How long a side of a free size may be."""
MOST_MARGIN = float(MAX_MARGIN_MM)
_LEAST_LEFT = 50.0
"""What margins leave of a side, at least."""
_MARGINS = ((800.0, 25.0), (590.0, 20.0), (400.0, 15.0), (0.0, 10.0))
"""The margin of a paper by its shorter side."""


class Paper(msgspec.Struct, frozen=True):
    """A kind of paper.

    Attributes:
        name: as it is asked for.
        size: upright for a named paper, else as it hangs; the longest it may be where it grows.
        margin: what is usually left free at each edge.
        turns: whether it can be hung upright or lying.
        grows: it is cut as long as what stands on it needs.
        panel: it is folded into panels of this width; 0 is not at all.
    """

    name: str
    size: Size
    margin: float
    turns: bool = True
    grows: bool = False
    panel: float = 0.0


A0 = Paper("A0", Size(841.0, 1189.0), 25.0)
A1 = Paper("A1", Size(594.0, 841.0), 20.0)
A2 = Paper("A2", Size(420.0, 594.0), 15.0)
A3 = Paper("A3", Size(297.0, 420.0), 10.0)
A4 = Paper("A4", Size(210.0, 297.0), 10.0)
LETTER = Paper("Letter", Size(215.9, 279.4), 10.0)
TABLOID = Paper("Tabloid", Size(279.4, 431.8), 10.0)
A3_STRIP = Paper("A3-strip", Size(24 * 210.0, 297.0), 10.0, turns=False, grows=True, panel=210.0)

PAPERS = (A0, A1, A2, A3, A4, LETTER, TABLOID)
"""The sheets that have a name; the largest of the A papers first."""
ROLL_HEIGHTS = (610, 914, 1067)
"""Rolls that printers usually hold, in millimetres."""

_LENGTH = r"(\d{1,5}(?:[.,]\d{1,3})?)"
_ROLL = re.compile(rf"{_LENGTH}\s*mm", re.ASCII | re.IGNORECASE)
_FREE = re.compile(rf"{_LENGTH}\s*(?:mm)?\s*[x×]\s*{_LENGTH}\s*mm", re.ASCII | re.IGNORECASE)


class Sheet(msgspec.Struct, frozen=True):
    """A paper as it hangs: its size and the part of it that may be drawn on."""

    paper: Paper
    size: Size
    margin: float

    @property
    def area(self) -> Rect:
        """What lies inside the margins."""
        return Rect(0.0, 0.0, self.size.width, self.size.height).grown(-self.margin)

    def cut(self, width: float) -> "Sheet":
        """The sheet cut at `width`, after whole panels where it is folded; never longer."""
        panel = self.paper.panel
        if panel:
            width = math.ceil(width / panel - 1e-6) * panel
        shorter = Size(min(width, self.size.width), self.size.height)
        return msgspec.structs.replace(self, size=shorter)

    @property
    def folds(self) -> tuple[float, ...]:
        """The x of each fold."""
        panel = self.paper.panel
        if not panel:
            return ()
        return tuple(panel * number for number in range(1, round(self.size.width / panel)))


def paper_named(name: str) -> Paper:
    """The paper of this name (in any case of letters), roll or free size.

    Raises:
        ExportError: ``paper_unknown`` or ``paper_size_out_of_range``.
    """
    wanted = name.strip()
    for known in (*PAPERS, A3_STRIP):
        if known.name.casefold() == wanted.casefold():
            return known
    if found := _ROLL.fullmatch(wanted):
        height = _length(wanted, found[1], (LEAST_ROLL, MOST_ROLL))
        size = Size(LONGEST, height)
        return Paper(f"{height:g}mm", size, _usual_margin(size), turns=False, grows=True)
    if found := _FREE.fullmatch(wanted):
        bounds = (LEAST_SIDE, MOST_SIDE)
        size = Size(_length(wanted, found[1], bounds), _length(wanted, found[2], bounds))
        return Paper(free_name(size), size, _usual_margin(size), turns=False)
    examples = (*PAPERS, A3_STRIP)
    named = ", ".join((*(one.name for one in examples), "914mm", "600x900mm"))
    raise ExportError("paper_unknown", paper=name, known=named)


def free_name(size: Size) -> str:
    """How a paper of this size is asked for."""
    return f"{size.width:g}x{size.height:g}mm"


def free_size(name: str) -> Size | None:
    """What a name says of a free size, even one that is refused; None where it says none."""
    found = _FREE.fullmatch(name.strip())
    return None if found is None else Size(_number(found[1]), _number(found[2]))


def sheet(settings: PosterSettings) -> Sheet:
    """The sheet that a poster is asked for on; as long as it may be where that depends on the map.

    Raises:
        ExportError: ``paper_unknown``, ``paper_size_out_of_range``, ``orientation_unknown``,
            ``margin_out_of_range`` or ``margin_too_wide``.
    """
    paper = paper_named(settings.paper)
    size = turned(paper, settings.orientation)
    margin = paper.margin if settings.margin_mm is None else settings.margin_mm
    if not 0 <= margin <= MOST_MARGIN:
        raise ExportError("margin_out_of_range", margin=margin, most=MOST_MARGIN)
    if min(size.width, size.height) - 2 * margin < _LEAST_LEFT:
        raise ExportError("margin_too_wide", margin=margin, paper=paper.name)
    return Sheet(paper, size, margin)


def sheets_needed(settings: PosterSettings, paper: Paper) -> int | None:
    """How many sheets of `paper` make the poster; None where they make no sense."""
    try:
        chosen = sheet(settings)
        if chosen.paper.grows:
            return None
        grid = grid_for(chosen.size, paper.size)
    except ExportError:
        return None
    return grid.count if grid.count > 1 else None


def turned(paper: Paper, orientation: Orientation) -> Size:
    """The size of a paper that hangs this way.

    Raises:
        ExportError: ``orientation_unknown``.
    """
    upright = paper.size
    match orientation:
        case Orientation.LANDSCAPE if paper.turns:
            return Size(upright.height, upright.width)
        case Orientation.LANDSCAPE | Orientation.PORTRAIT:
            return upright
        case _:
            known = ", ".join(ORIENTATIONS)
            raise ExportError("orientation_unknown", orientation=orientation.value, known=known)


def _length(name: str, written: str, bounds: tuple[float, float]) -> float:
    length = _number(written)
    least, most = bounds
    if not least <= length <= most:
        raise ExportError("paper_size_out_of_range", paper=name, least=least, most=most)
    return length


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _usual_margin(size: Size) -> float:
    shorter = min(size.width, size.height)
    return next(margin for least, margin in _MARGINS if shorter >= least)
