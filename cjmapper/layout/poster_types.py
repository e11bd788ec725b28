"""What the layout of a poster is asked and gives: the frame around a map, in page millimetres."""

import datetime as dt

import msgspec

from cjmapper.geometry import Point, Rect, Size
from cjmapper.layout.assumptions import Assumptions
from cjmapper.layout.poster_rail_types import Badge, Rail
from cjmapper.layout.result import MapLayout, PhaseBand, TextBlock
from cjmapper.model.document import Actor, Asset, Card
from cjmapper.model.figures import Figures
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.words.catalog import Words


class CardMark(msgspec.Struct, frozen=True):
    """The number that stands for a card, in a box."""

    card: Card
    box: Rect
    text: TextBlock

    def moved(self, dx: float, dy: float) -> "CardMark":
        """The same elsewhere."""
        return CardMark(self.card, self.box.moved(dx, dy), self.text.moved(dx, dy))


class MapPart(msgspec.Struct, frozen=True):
    """What of a map stands on one page: its lane titles, then what is seen through a window.

    Attributes:
        window: from the first of its columns to the end of its last, in the map's millimetres and
            as tall as the map.
        title_width: of the lane titles that stand left of the window, in the map's millimetres.
        phases: as they are named here, one that goes on from the page before too; none: as on
            the map.
        marks: what stands for the cards of an overview, in the map's millimetres.
    """

    window: Rect
    title_width: float
    phases: tuple[PhaseBand, ...] = ()
    marks: tuple[CardMark, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing of the map is here: the page is a cover."""
        return self.window.width <= 0

    @property
    def size(self) -> Size:
        """Of lane titles and window together, in the map's millimetres."""
        return Size(self.title_width + self.window.width, self.window.height)


def whole_map(layout: MapLayout) -> MapPart:
    """All of a map as a part."""
    left = layout.title_width
    window = Rect(left, 0.0, layout.size.width - left, layout.size.height)
    return MapPart(window, left)


class PageRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What one page of a poster is laid out from.

    Attributes:
        map: the whole map, laid out as everywhere.
        settings: the parts left out and the row to write in.
        page: the size of the page.
        inside: what lies within its margins.
        today: the day that stamps see.
        figures: what was computed of the map; None where nothing was.
        number: of this page, from 1; the pages after the first have a slim head.
        count: how many pages there are.
        file_name: of the document; empty where it has none.
        part: what of the map stands here; None is all of it.
        scale: that of the map, where several pages share it; None is as large as there is room.
        tight: the frame gives way to the map: a small title, short texts, a narrow rail.
        top: the y of the map, where several pages hang side by side; None is right below the head.
    """

    map: MapLayout
    settings: PosterSettings = PosterSettings()
    page: Size
    inside: Rect
    today: dt.date | None = None
    figures: Figures | None = None
    number: int = 1
    count: int = 1
    file_name: str = ""
    part: MapPart | None = None
    scale: float | None = None
    tight: bool = False
    top: float | None = None


class Pill(msgspec.Struct, frozen=True):
    """A word in a rounded box."""

    box: Rect
    word: TextBlock


class Logo(msgspec.Struct, frozen=True):
    """A picture at the right of the title, in its own proportions; `owner` says whose it is."""

    box: Rect
    asset: Asset
    owner: str


class Code(msgspec.Struct, frozen=True):
    """A QR code: `box` holds also what stays white around it, `caption` stands under that.

    `rows` are its modules, a byte each, 1 for a dark one; `module` is the side of one in
    millimetres. `address` is where it leads, or empty; `told` is for those who do not see it.
    """

    box: Rect
    module: float
    rows: tuple[bytes, ...]
    caption: TextBlock
    address: str
    told: str

    @property
    def height(self) -> float:
        """With the words below it and some room under them."""
        return max(self.box.bottom, self.caption.bottom + 2 * self.module) - self.box.y


class Head(msgspec.Struct, frozen=True):
    """What stands on top of a page, and the y below it; the title may have no lines.

    A code at the right edge may reach further down, beside the strip.
    """

    title: TextBlock
    stamps: tuple[Pill, ...]
    subtitle: TextBlock | None
    logos: tuple[Logo, ...]
    bottom: float
    code: Code | None = None


class BlockCell(msgspec.Struct, frozen=True):
    """One thing said in the title block: what it is, and below that its value."""

    box: Rect
    label: TextBlock
    value: TextBlock


class TitleBlock(msgspec.Struct, frozen=True):
    """The ruled table of what this sheet is, as on a drawing, and its code; either may be alone."""

    box: Rect
    cells: tuple[BlockCell, ...]
    code: Code | None = None


class BlankRow(msgspec.Struct, frozen=True):
    """A row below the map to write in with a pen; `dividers` are the x of its phases."""

    box: Rect
    title: TextBlock
    dividers: tuple[float, ...]


class Person(msgspec.Struct, frozen=True):
    """One actor in the strip: a circle with initials or picture, then what is known of them."""

    actor: Actor
    rank: int
    centre: Point
    radius: float
    initials: TextBlock
    strong: tuple[TextBlock, ...]
    quiet: tuple[TextBlock, ...]
    quotes: tuple[TextBlock, ...] = ()


class StripSection(msgspec.Struct, frozen=True):
    """A heading of the strip and what stands under it: a list (needs) or plain rows."""

    heading: TextBlock
    texts: tuple[TextBlock, ...]
    listed: bool


class Strip(msgspec.Struct, frozen=True):
    """The persona strip: who, what they said, what they need, what it rests on.

    `more` says how many people there was no room for.
    """

    box: Rect
    people: tuple[Person, ...]
    quote: TextBlock | None
    sections: tuple[StripSection, ...]
    dividers: tuple[float, ...]
    more: TextBlock | None = None


class NotesBox(msgspec.Struct, frozen=True):
    """Room to write in by hand, where the paper leaves it."""

    box: Rect
    heading: TextBlock


class LegendEntry(msgspec.Struct, frozen=True):
    """One symbol that this map uses and what it means."""

    symbol: str
    box: Rect
    text: TextBlock
    inner: TextBlock | None = None
    """What is written in the symbol."""


class Foot(msgspec.Struct, frozen=True):
    """What stands at the bottom of a page; `line` is the y of the hairline over it.

    `source` has a block for each row; both may be empty.
    """

    line: float
    legend: tuple[LegendEntry, ...]
    source: tuple[TextBlock, ...]


class PosterLayout(msgspec.Struct, frozen=True):
    """A page with a map on it: `part` of the map is placed at `map_at`, scaled by `map_scale`."""

    page: Size
    words: Words
    map: MapLayout
    part: MapPart
    map_at: Point
    map_scale: float
    unit: float
    """Size of the frame against an A1, where it is 1."""
    inside: Rect
    """What lies within the margins."""
    head: Head
    strip: Strip | None
    rail: Rail | None
    blank_row: BlankRow | None
    notes: NotesBox | None
    foot: Foot
    block: TitleBlock | None
    lows: tuple[Badge, ...] = ()
    """The marks of the lows on the curves, in the map's millimetres."""
    assumptions: Assumptions | None = None

    @property
    def code(self) -> Code | None:
        """The QR code, wherever it stands."""
        if self.head.code is not None:
            return self.head.code
        return None if self.block is None else self.block.code

    @property
    def map_rect(self) -> Rect:
        """Where the part of the map is on the page."""
        size = self.part.size
        return Rect(
            self.map_at.x,
            self.map_at.y,
            size.width * self.map_scale,
            size.height * self.map_scale,
        )
