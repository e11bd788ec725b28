"""How large text is on a poster and from where it is read. Sizes are points on paper."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Image, TextLine
from cjmapper.drawing.walk import Place, ink_of, leaves
from cjmapper.export.findings import Level, ReadingLevel
from cjmapper.export.poster_pages import NEARLY
from cjmapper.geometry import MM_PER_PT, Rect, Size
from cjmapper.layout.poster_styles import paper_sizes

METRES_PER_PT = 0.042
"""From how far a point of size is read at ease (x-height at 15 minutes of arc)."""
SMALL_PRINT = 0.8
"""What stands small beside a card may be this much of the paper's smallest type."""


def readable_from(size_pt: float) -> float:
    """From how far type of a size is read, in metres: tenths, not more than it nearly reaches."""
    return max(1, math.floor(size_pt * METRES_PER_PT / NEARLY * 10)) / 10


def distance_of(page: Size) -> float:
    """From where the cards of a page of this size are usually read, in metres."""
    return round(paper_sizes(page).card * METRES_PER_PT, 1)


class Written(msgspec.Struct, frozen=True):
    """A line of text on a page.

    Attributes:
        page: the index of the page.
        level: what it is; None for everything between titles and cards.
        owner: the id of the thing that it belongs to.
    """

    page: int
    item: TextLine
    place: Place
    level: Level | None

    @property
    def size_pt(self) -> float:
        """Its size on paper."""
        return self.item.size * self.place.scale / MM_PER_PT

    @property
    def rect(self) -> Rect:
        """Where its letters are on the page."""
        return self.place.rect(ink_of(self.item))


class Pictured(msgspec.Struct, frozen=True):
    """A picture on a page."""

    page: int
    item: Image
    place: Place


class Census(msgspec.Struct, frozen=True):
    """All text and all pictures of a poster."""

    written: tuple[Written, ...]
    pictured: tuple[Pictured, ...]


def census(wholes: Iterable[Page]) -> Census:
    """What stands on the whole pages, but for what is told to nobody."""
    written: list[Written] = []
    pictured: list[Pictured] = []
    for number, page in enumerate(wholes):
        for item, place in leaves(page.drawing.items):
            if isinstance(item, TextLine):
                if item.line.text and "decoration" not in place.within:
                    written.append(Written(number, item, place, _level(place)))
            elif isinstance(item, Image):
                pictured.append(Pictured(number, item, place))
    return Census(tuple(written), tuple(pictured))


def _level(place: Place) -> Level | None:
    if "heading-1" in place.within or (place.role == "part" and place.owner == "title"):
        return Level.TITLE
    match place.role:
        case "phase" | "step" | "card":
            return Level(place.role)
        case _:
            return None


def sizes(of: Census) -> Mapping[Level, float]:
    """The size of each kind of text: of each thing its largest line, of all things the smallest."""
    largest: dict[tuple[Level, int, str], float] = {}
    smallest = math.inf
    for one in of.written:
        size = one.size_pt
        smallest = min(smallest, size)
        if one.level is not None:
            key = (one.level, one.page, one.place.owner)
            largest[key] = max(largest.get(key, 0.0), size)
    found: dict[Level, float] = {}
    for (level, page, _), size in largest.items():
        if level is Level.TITLE and page > 0:
            continue
        found[level] = min(found.get(level, math.inf), size)
    if smallest < math.inf:
        found[Level.SMALLEST] = smallest
    return {level: round(found[level], 1) for level in Level if level in found}


def levels(of: Census) -> tuple[ReadingLevel, ...]:
    """From where each kind of text is read, the largest kind first."""
    return tuple(
        ReadingLevel(level, size, round(size * METRES_PER_PT, 2))
        for level, size in sizes(of).items()
    )
