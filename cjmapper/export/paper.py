"""Sheets of paper: their sizes and margins. Knows no map and no printer."""

import msgspec

from cjmapper.errors import ExportError
from cjmapper.geometry import Rect, Size
from cjmapper.settings import ORIENTATIONS


class Paper(msgspec.Struct, frozen=True):
    """A kind of paper: its name, its upright size and the margin left free on it."""

    name: str
    size: Size
    margin: float


A0 = Paper("A0", Size(841.0, 1189.0), 25.0)
A1 = Paper("A1", Size(594.0, 841.0), 20.0)
A2 = Paper("A2", Size(420.0, 594.0), 15.0)
A3 = Paper("A3", Size(297.0, 420.0), 10.0)
A4 = Paper("A4", Size(210.0, 297.0), 10.0)

PAPERS = (A0, A1, A2, A3, A4)


class Sheet(msgspec.Struct, frozen=True):
    """A paper as it hangs: its size and the part of it that may be drawn on."""

    paper: Paper
    size: Size

    @property
    def area(self) -> Rect:
        """What lies inside the margins."""
        whole = Rect(0.0, 0.0, self.size.width, self.size.height)
        return whole.grown(-self.paper.margin)


def sheet(paper: str, orientation: str) -> Sheet:
    """The sheet of this paper, in any case of letters, turned as told.

    Raises:
        ExportError: ``paper_unknown`` or ``orientation_unknown``.
    """
    for known in PAPERS:
        if known.name.casefold() == paper.casefold():
            return Sheet(known, _turned(known.size, orientation))
    raise ExportError("paper_unknown", paper=paper, known=", ".join(one.name for one in PAPERS))


def _turned(size: Size, orientation: str) -> Size:
    match orientation:
        case "portrait":
            return size
        case "landscape":
            return Size(size.height, size.width)
        case _:
            known = ", ".join(ORIENTATIONS)
            raise ExportError("orientation_unknown", orientation=orientation, known=known)
