"""What leaves as one sheet: a drawing and where on it the finished page is. Draws nothing."""

from enum import StrEnum

import msgspec

from cjmapper.drawing.primitives import Drawing
from cjmapper.geometry import Rect


class PageKind(StrEnum):
    """What a page is to the others."""

    POSTER = "poster"
    """A whole map, or the overview of one."""
    MORE = "more"
    """The map goes on from the page before."""
    LIST = "list"
    """The cards of a map as a list."""
    ASSEMBLY = "assembly"
    """How the sheets are put together."""
    TILE = "tile"
    """One of the sheets that are put together."""
    LABELS = "labels"
    """Cards to be cut out."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet.

    Attributes:
        drawing: all of the sheet, what is cut off too.
        map_id: the map on it.
        kind: what it is to the others.
        label: its own name among several (``B3``); empty where it needs none.
        trim: where the finished page is, in millimetres from the left top corner; None: all of it.
        bleed: what is printed beyond the trim; None: as the trim.
    """

    drawing: Drawing
    map_id: str
    kind: PageKind = PageKind.POSTER
    label: str = ""
    trim: Rect | None = None
    bleed: Rect | None = None
