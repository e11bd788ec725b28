"""What the layout of a findings rail gives: texts, marks and bars, in millimetres of the page."""

from enum import StrEnum

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.result import TextBlock


class RailPart(StrEnum):
    """What a section of the rail is about."""

    LOWS = "lows"
    GAPS = "gaps"
    PAINS = "pains"
    ACTIONS = "actions"
    FLOW = "flow"
    MOMENTS = "moments"
    METRICS = "metrics"
    INSIGHTS = "insights"


class Badge(msgspec.Struct, frozen=True):
    """The mark of a low, as on the curve: a triangle and its number; `told` says it in words."""

    box: Rect
    triangle: Rect
    number: TextBlock
    told: str

    def moved(self, dx: float) -> "Badge":
        """The same further right."""
        box, triangle = self.box.moved(dx, 0.0), self.triangle.moved(dx, 0.0)
        return Badge(box, triangle, self.number.moved(dx, 0.0), self.told)


class Star(msgspec.Struct, frozen=True):
    """The mark of a moment that matters, as over its step."""

    box: Rect

    def moved(self, dx: float) -> "Star":
        """The same further right."""
        return Star(self.box.moved(dx, 0.0))


class Tick(msgspec.Struct, frozen=True):
    """A box to tick by hand; ticked where the thing is done."""

    box: Rect
    done: bool

    def moved(self, dx: float) -> "Tick":
        """The same further right."""
        return Tick(self.box.moved(dx, 0.0), self.done)


class FacePair(msgspec.Struct, frozen=True):
    """What was believed, an arrow, and what is felt; `told` says it in words."""

    believed: float
    felt: float
    left: Point
    right: Point
    radius: float
    told: str


class Bar(msgspec.Struct, frozen=True):
    """A length that tells a share: of the most (strong) or the least of the harm, or of a flow."""

    box: Rect
    strong: bool


class RailItem(msgspec.Struct, frozen=True):
    """One line of the rail: its words, and what is drawn beside, behind or below them.

    Attributes:
        strong: what stands out; `on_bar` says that it stands on a strong bar and needs light ink.
        quiet: the small print; `telling` what is wanting.
    """

    strong: TextBlock
    quiet: TextBlock | None = None
    telling: TextBlock | None = None
    mark: Badge | Star | Tick | None = None
    faces: FacePair | None = None
    bar: Bar | None = None
    on_bar: bool = False


class RailSection(msgspec.Struct, frozen=True):
    """A heading with its items, and what they come to."""

    part: RailPart
    heading: TextBlock
    items: tuple[RailItem, ...]
    closing: tuple[TextBlock, ...] = ()


class Rail(msgspec.Struct, frozen=True):
    """The answer to «so what», beside the map or below it.

    `shortened` is how much was left out to fit it in, 0 for nothing.
    """

    box: Rect
    sections: tuple[RailSection, ...]
    shortened: int = 0
