"""What the panel shows of a poster: its leaves, in the order in which one looks at them.

Plain values, made outside the window's thread; no widget and no sentence.
"""

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.errors import CjmapperError
from cjmapper.export.findings import Finding, ReadingLevel, Severity
from cjmapper.export.options import ExportOptions
from cjmapper.geometry import Rect, Size
from cjmapper.model.document import Document


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A poster that shall be planned: the later the number, the newer the wish."""

    number: int
    document: Document
    map_ids: tuple[str, ...]
    options: ExportOptions


class Joined(msgspec.Struct, frozen=True):
    """A sheet that a whole poster is put together from: its name, and the part it shows."""

    label: str
    rect: Rect


class Spot(msgspec.Struct, frozen=True):
    """Where on a leaf a finding is: its number, how much it matters, and the places."""

    finding: int
    severity: Severity
    rects: tuple[Rect, ...]


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: a page, or a poster with the joints of its sheets drawn on it.

    Attributes:
        page: what is painted.
        map_title: of the map on it.
        number: which of the pages of its kind and map it is, from 1.
        joined: the sheets that it is cut into; empty for what is printed as it is.
        spots: what was found on it.
    """

    page: Page
    map_title: str
    number: int = 1
    joined: tuple[Joined, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def size(self) -> Size:
        """The size of all of the sheet, in millimetres."""
        return self.page.drawing.size


class Found(msgspec.Struct, frozen=True):
    """A finding, on which map it is, and the leaf that shows it; None where none does."""

    finding: Finding
    map_id: str
    leaf: int | None


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an order.

    Attributes:
        order: what was asked for.
        leaves: what there is to look at.
        found: what could be better; its index is the number of a spot.
        levels: from where each kind of text can be read.
        printed: the pages that come out.
        has_notes: whether there is room for notes anywhere; True where nobody asks.
        blank_labels: how many of the labels are empty.
        error: why nothing came of it.
    """

    order: Order
    leaves: tuple[Leaf, ...] = ()
    found: tuple[Found, ...] = ()
    levels: tuple[ReadingLevel, ...] = ()
    printed: tuple[Page, ...] = ()
    has_notes: bool = True
    blank_labels: int = 0
    error: CjmapperError | None = None
