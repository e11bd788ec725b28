"""The answers to what is under a point of a map, and how near is near enough.

Values alone; `cjmapper.layout.hit` gives them.
"""

from enum import StrEnum

import msgspec

from cjmapper.geometry import Point
from cjmapper.model import ids

_MARKER_PX = 24
_TOUCH_PX = 44
_CONNECTOR_PX = 6
_BORDER_PX = 4
_DOT_OUT_PX = 8


class Side(StrEnum):
    """The sides of a card or step title that a connector can be drawn from."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"


class LinkEnd(StrEnum):
    """One of the two ends of a connector."""

    START = "start"
    TO = "to"


class Region(StrEnum):
    """The parts of a map: its cells, and the two strips that stay in view beside them."""

    BODY = "body"
    HEADER = "header"
    LANE_TITLES = "lane_titles"
    CORNER = "corner"
    OUTSIDE = "outside"


class Reach(msgspec.Struct, frozen=True, gc=False):
    """How near is near enough, in millimetres.

    Attributes:
        marker: from the middle of an emotion marker, a dot or the end of a connector.
        connector: from its line.
        border: from the edge of a column or lane.
        dot_out: how far outside its card the middle of a connector dot stands.
    """

    marker: float
    connector: float
    border: float
    dot_out: float


def reach_at(px_per_mm: float, *, touch: bool = False) -> Reach:
    """The reach at a zoom: so many pixels on the screen, wider for a finger."""
    marker = _TOUCH_PX if touch else _MARKER_PX
    return Reach(
        marker / 2 / px_per_mm,
        _CONNECTOR_PX / px_per_mm,
        _BORDER_PX / px_per_mm,
        _DOT_OUT_PX / px_per_mm,
    )


class HitCard(msgspec.Struct, frozen=True):
    """A card."""

    card: ids.CardId


class HitPhase(msgspec.Struct, frozen=True):
    """The band of a phase."""

    phase: ids.PhaseId


class HitStep(msgspec.Struct, frozen=True):
    """The title of a step."""

    step: ids.StepId


class HitLaneTitle(msgspec.Struct, frozen=True):
    """The title of a lane."""

    lane: ids.LaneId


class HitReading(msgspec.Struct, frozen=True):
    """The marker of one emotion reading, or its words."""

    reading: ids.EmotionId


class HitMean(msgspec.Struct, frozen=True):
    """Where a curve passes between several readings of one step.

    Attributes:
        held: the reading that a drag from here takes along, where one is near enough.
    """

    readings: tuple[ids.EmotionId, ...]
    point: Point
    held: ids.EmotionId | None = None


class HitCell(msgspec.Struct, frozen=True):
    """An empty place in a cell of cards."""

    lane: ids.LaneId
    step: ids.StepId


class HitEmotionCell(msgspec.Struct, frozen=True):
    """An empty place in an emotion lane, and the value that its height stands for."""

    lane: ids.LaneId
    step: ids.StepId
    value: float


class HitLink(msgspec.Struct, frozen=True):
    """A connector between cards, or one of its ends."""

    link: ids.LinkId
    end: LinkEnd | None = None


class HitTransition(msgspec.Struct, frozen=True):
    """A path between steps, or one of its ends."""

    transition: ids.TransitionId
    end: LinkEnd | None = None


class HitColumnBorder(msgspec.Struct, frozen=True):
    """The right edge of a step's column."""

    step: ids.StepId


class HitLaneBorder(msgspec.Struct, frozen=True):
    """The lower edge of a lane."""

    lane: ids.LaneId


class HitAddStep(msgspec.Struct, frozen=True):
    """The «+» at the right end of a phase's row of step titles."""

    phase: ids.PhaseId


class HitAddCard(msgspec.Struct, frozen=True):
    """The «+» at the end of a cell."""

    lane: ids.LaneId
    step: ids.StepId


class HitAddPhase(msgspec.Struct, frozen=True):
    """The «+» between two phases or after the last: the new one's index, and the gap's x."""

    index: int
    x: float


class HitAddLane(msgspec.Struct, frozen=True):
    """The «+» below the last lane."""


HitAdd = HitAddStep | HitAddCard | HitAddPhase | HitAddLane


class HitDot(msgspec.Struct, frozen=True):
    """A dot that a connector is drawn from; `owner` is a card or a step."""

    owner: str
    side: Side


class HitCorner(msgspec.Struct, frozen=True):
    """The corner where header and lane titles meet: the map itself."""


class HitOutside(msgspec.Struct, frozen=True):
    """Nothing of the map, or an empty stretch of the header."""

    region: Region = Region.OUTSIDE


Hit = (
    HitCard
    | HitPhase
    | HitStep
    | HitLaneTitle
    | HitReading
    | HitMean
    | HitCell
    | HitEmotionCell
    | HitLink
    | HitTransition
    | HitColumnBorder
    | HitLaneBorder
    | HitAdd
    | HitDot
    | HitCorner
    | HitOutside
)


class Shown(msgspec.Struct, frozen=True):
    """What shows handles at the moment, so that they can be hit.

    Attributes:
        dots: cards and steps with connector dots.
        ends: links and transitions with dots at their ends.
        adds: whether each «+» can be seen.
        actor: whose curve is hit first where several are near.
    """

    dots: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    adds: bool = True
    actor: ids.ActorId | None = None


NOTHING_SHOWN = Shown(adds=False)
