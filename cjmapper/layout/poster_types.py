"""What the layout of a poster gives: the frame around a map, in millimetres of the page."""

import msgspec

from cjmapper.geometry import Point, Rect, Size
from cjmapper.layout.result import MapLayout, TextBlock
from cjmapper.model.document import Actor


class Pill(msgspec.Struct, frozen=True):
    """A word in a rounded box."""

    box: Rect
    word: TextBlock


class Person(msgspec.Struct, frozen=True):
    """One actor in the strip: a circle with initials or picture, then what is known of them."""

    actor: Actor
    rank: int
    centre: Point
    radius: float
    initials: TextBlock
    strong: tuple[TextBlock, ...]
    quiet: tuple[TextBlock, ...]


class Strip(msgspec.Struct, frozen=True):
    """The persona strip: who, what they said, what they need, what it rests on."""

    box: Rect
    people: tuple[Person, ...]
    quotes: tuple[TextBlock, ...]
    headings: tuple[TextBlock, ...]
    texts: tuple[TextBlock, ...]
    dividers: tuple[float, ...]


class RailItem(msgspec.Struct, frozen=True):
    """One line of findings or of what is to be done; `tick` is the box to tick, if it has one."""

    strong: TextBlock
    quiet: TextBlock | None
    telling: TextBlock | None
    tick: Rect | None


class RailSection(msgspec.Struct, frozen=True):
    """A heading with its items."""

    heading: TextBlock
    items: tuple[RailItem, ...]


class Rail(msgspec.Struct, frozen=True):
    """The answer to «so what», beside the map or below it."""

    box: Rect
    sections: tuple[RailSection, ...]


class NotesBox(msgspec.Struct, frozen=True):
    """Room to write in by hand, where the paper leaves it."""

    box: Rect
    heading: TextBlock


class LegendEntry(msgspec.Struct, frozen=True):
    """One symbol that this map uses and what it means."""

    symbol: str
    box: Rect
    text: TextBlock


class PosterLayout(msgspec.Struct, frozen=True):
    """A page with a map on it; the map is placed at `map_at` and scaled by `map_scale`."""

    page: Size
    map: MapLayout
    map_at: Point
    map_scale: float
    unit: float
    """Size of the frame against an A1, where it is 1."""
    title: TextBlock
    stamp: Pill | None
    subtitle: TextBlock | None
    strip: Strip | None
    rail: Rail | None
    notes: NotesBox | None
    legend: tuple[LegendEntry, ...]
    footer: tuple[TextBlock, ...]
    footer_line: float
    """The y of the hairline over legend and footer."""

    @property
    def map_rect(self) -> Rect:
        """Where the map is on the page."""
        size = self.map.size
        return Rect(
            self.map_at.x,
            self.map_at.y,
            size.width * self.map_scale,
            size.height * self.map_scale,
        )
