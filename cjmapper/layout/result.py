"""What a layout gives: the place of everything on one map, in millimetres.

The origin is the map's left top corner: lane titles stand in the first `title_width`, the header
(phases, paths between steps, step titles) in the first `header.height`. Cards are placed within
their cell, so that a lane that moves takes its cards along without being laid out again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Protocol

import msgspec

from cjmapper.geometry import Point, Rect, Size
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import ids
from cjmapper.model.document import (
    Card,
    Document,
    Emotion,
    JourneyMap,
    Lane,
    Link,
    Phase,
    Step,
    Transition,
)
from cjmapper.model.pictures import Picture
from cjmapper.model.vocabulary import EmotionView
from cjmapper.text.lines import Line, TextStyle

CellKey = tuple[ids.LaneId, ids.StepId]
_AROUND_WAY_OUT = 0.5


class TextBlock(msgspec.Struct, frozen=True):
    """Lines of one style; (x, y) is the left top corner of the first, relative to the owner."""

    x: float
    y: float
    lines: tuple[Line, ...]
    style: TextStyle

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * self.style.line_height

    @property
    def bottom(self) -> float:
        """The y below its last line."""
        return self.y + self.height

    @property
    def box(self) -> Rect:
        """The room that it takes."""
        width = max((line.width(self.style.size) for line in self.lines), default=0.0)
        return Rect(self.x, self.y, width, self.height)

    def moved(self, dx: float, dy: float) -> "TextBlock":
        """The same lines elsewhere."""
        return TextBlock(self.x + dx, self.y + dy, self.lines, self.style)


class Caption(msgspec.Struct, frozen=True):
    """The small print of a card: where (channel, department), how bad, and what fails.

    Attributes:
        dots: filled and all dots of a severity, or None.
        strong: a status that stands out (a touchpoint that fails or is missing).
    """

    text: TextBlock | None
    strong: TextBlock | None
    dots: tuple[int, int] | None
    dots_x: float
    dots_y: float


class CardLayout(msgspec.Struct, frozen=True):
    """One card, relative to its own left top corner."""

    card: Card
    width: float
    height: float
    text: TextBlock
    caption: Caption | None
    picture: Rect | None = None


class CellLayout(msgspec.Struct, frozen=True):
    """The cards of one cell; `tops` are their y below the top of the lane."""

    cards: tuple[CardLayout, ...]
    tops: tuple[float, ...]
    bottom: float


EMPTY_CELL = CellLayout((), (), 0.0)


class Column(msgspec.Struct, frozen=True):
    """A step: its place and its title (relative to the column's left and the step row's top)."""

    step: Step
    index: int
    x: float
    width: float
    phase_index: int
    title: TextBlock
    number: TextBlock | None
    picture: Rect | None = None
    """Above the title, relative like it."""

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def centre(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2


class PhaseBand(msgspec.Struct, frozen=True):
    """A phase over its columns; the name is relative to the band's left and the map's top."""

    phase: Phase
    index: int
    x: float
    width: float
    first_column: int
    column_count: int
    name: TextBlock


class LaneBand(msgspec.Struct, frozen=True):
    """A lane that is shown; its title is relative to the left top corner of the lane.

    `line_above` names the blueprint line on its upper edge: ``interaction``, ``visibility`` or
    ``internal_interaction``; with it `line_label` is placed like the title.
    """

    lane: Lane
    index: int
    y: float
    height: float
    title: TextBlock
    line_above: str | None = None
    line_label: TextBlock | None = None

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height


class Header(msgspec.Struct, frozen=True):
    """Heights of the rows on top: phases, paths between steps, step titles."""

    phase_height: float
    path_height: float
    step_height: float
    has_steps: bool
    """Whether any step shows a title row of its own."""

    @property
    def step_top(self) -> float:
        """The y where step titles begin."""
        return self.phase_height + self.path_height

    @property
    def height(self) -> float:
        """Of all rows; lanes begin below."""
        return self.phase_height + self.path_height + self.step_height


class ReadingLayout(msgspec.Struct, frozen=True):
    """One reading; x from the map's left, y below the lane's top; words where they are free."""

    reading: Emotion
    x: float
    y: float
    face: bool
    """A face (felt readings and targets) or a small ring (what was believed or expected)."""
    words: TextBlock | None
    """Relative to the map's left and the lane's top."""
    leader: tuple[Point, Point] | None = None
    """From the face to words that stand away from it, relative like them."""


class CurveSegment(msgspec.Struct, frozen=True):
    """From one measured step to the next, as cubic curve commands; y below the lane's top."""

    start: Point
    control1: Point
    control2: Point
    end: Point
    measured: bool
    """False where steps that nobody measured lie between."""


class CurveLayout(msgspec.Struct, frozen=True):
    """The curve of one actor and view."""

    actor: ids.ActorId | None
    view: EmotionView
    rank: int
    """0 for the map's primary actor, then 1, 2, …; colour and line follow it."""
    segments: tuple[CurveSegment, ...]
    label: TextBlock | None
    """Its name at its end, relative to the map's left and the lane's top."""


class EmotionLane(msgspec.Struct, frozen=True):
    """The curves of one emotion lane; y = zero_y − value · unit, below the lane's top."""

    lane_id: ids.LaneId
    zero_y: float
    unit: float
    axis: tuple[TextBlock, ...]
    """Words of the five levels, +2 first, relative to the map's left and the lane's top."""
    curves: tuple[CurveLayout, ...]
    readings: tuple[ReadingLayout, ...]

    def y_of(self, value: float) -> float:
        """How far below the lane's top a value stands."""
        return self.zero_y - value * self.unit

    def value_at(self, y: float) -> float:
        """The value at a height below the lane's top, held within −2 to +2."""
        return max(-2.0, min(2.0, (self.zero_y - y) / self.unit))


class LinkRoute(msgspec.Struct, frozen=True):
    """A connector from card to card: corners of a line of right angles, the last one the tip."""

    link: Link
    points: tuple[Point, ...]
    label: TextBlock | None
    """Relative to the map's corner."""


class TransitionRoute(msgspec.Struct, frozen=True):
    """A path between steps over the step titles, or a short one away where customers leave."""

    transition: Transition
    points: tuple[Point, ...]
    label: TextBlock | None
    """Relative to the map's corner."""

    @property
    def way_out(self) -> Rect | None:
        """Around the sign and the words of a way to the goal or away; None for a path."""
        if self.label is None or self.transition.to not in (ids.GOAL, ids.DROP):
            return None
        left, size = self.points[0].x, self.label.style.size
        right = self.label.x + max((line.width(size) for line in self.label.lines), default=0.0)
        return Rect(left, self.label.y, right - left, self.label.height).grown(_AROUND_WAY_OUT)


class CardNames(msgspec.Struct, frozen=True):
    """Names from the registers that captions use, and what is known of pictures, by id."""

    channels: Mapping[str, str]
    departments: Mapping[str, str]
    actors: Mapping[str, str]
    pictures: Mapping[str, Picture | None]


class Cells(msgspec.Struct, frozen=True):
    """The cells of a map, laid out, and what they were laid out from.

    Attributes:
        spanning: lanes with a card over several steps: their cells depend on each other.
        touched: the cells that differ from the former layout; None where all may.
    """

    cards: tuple[Card, ...]
    table: Mapping[CellKey, tuple[Card, ...]]
    laid: Mapping[CellKey, CellLayout]
    names: CardNames
    spanning: frozenset[ids.LaneId]
    touched: frozenset[CellKey] | None = None


class LinkRoutes(Protocol):
    """Connectors, routed when they are asked for."""

    def near(self, layout: "MapLayout", window: Rect | None) -> tuple[LinkRoute, ...]:
        """Those that may be seen in `window`; all of them without one."""

    def afresh(self) -> "LinkRoutes":
        """The same connectors, to be routed in another layout."""


class MapLayout(msgspec.Struct, frozen=True, weakref=True):
    """The place of everything on a map."""

    document: Document
    map: JourneyMap
    size: Size
    title_width: float
    header: Header
    phases: tuple[PhaseBand, ...]
    columns: tuple[Column, ...]
    lanes: tuple[LaneBand, ...]
    grid_cells: Cells
    emotion_lanes: Mapping[ids.LaneId, EmotionLane]
    routes: LinkRoutes
    transitions: tuple[TransitionRoute, ...]
    column_of: Mapping[ids.StepId, int]
    lane_of: Mapping[ids.LaneId, int]

    @property
    def cells(self) -> Mapping[CellKey, CellLayout]:
        """The cells that hold cards."""
        return self.grid_cells.laid

    @property
    def links(self) -> tuple[LinkRoute, ...]:
        """All connectors between cards that are shown."""
        return self.routes.near(self, None)

    @property
    def grid(self) -> Rect:
        """The cells: all but header and lane titles."""
        return Rect(
            self.title_width,
            self.header.height,
            self.size.width - self.title_width,
            self.size.height - self.header.height,
        )

    def column_at(self, x: float) -> Column:
        """The column at `x`, or the nearest one."""
        index = bisect_right(self.columns, x, key=_left_edge) - 1
        return self.columns[max(0, index)]

    def lane_at(self, y: float) -> LaneBand | None:
        """The lane at `y`, or the nearest one; None where no lane is shown."""
        if not self.lanes:
            return None
        return self.lanes[max(0, bisect_right(self.lanes, y, key=_top_edge) - 1)]

    def cell(self, key: CellKey) -> CellLayout:
        """The cards of a cell; an empty one where there are none."""
        return self.cells.get(key, EMPTY_CELL)

    def cell_rect(self, key: CellKey) -> Rect:
        """Where a cell is; raises KeyError for a lane that is hidden or a step that is not here."""
        lane = self.lanes[self.lane_of[key[0]]]
        column = self.columns[self.column_of[key[1]]]
        return Rect(column.x, lane.y, column.width, lane.height)

    def cards_in(self, key: CellKey) -> Iterator[tuple[CardLayout, Rect]]:
        """The cards of a cell with where each is on the map."""
        cell = self.cells.get(key)
        if cell is None:
            return
        lane = self.lanes[self.lane_of[key[0]]]
        left = self.columns[self.column_of[key[1]]].x + DISTANCES.cell_side
        for placed, top in zip(cell.cards, cell.tops, strict=True):
            yield placed, Rect(left, lane.y + top, placed.width, placed.height)

    def card_rect(self, card: Card) -> Rect | None:
        """Where a card is; None for one that is parked or in a hidden lane."""
        if card.lane is None or card.step is None or card.lane not in self.lane_of:
            return None
        for placed, rect in self.cards_in((card.lane, card.step)):
            if placed.card.id == card.id:
                return rect
        return None

    def phase_rect(self, index: int) -> Rect:
        """The band of a phase."""
        band = self.phases[index]
        return Rect(band.x, 0.0, band.width, self.header.phase_height)

    def step_rect(self, index: int) -> Rect:
        """The title row of a step."""
        column = self.columns[index]
        return Rect(column.x, self.header.step_top, column.width, self.header.step_height)

    def lane_title_rect(self, index: int) -> Rect:
        """The title of a lane."""
        band = self.lanes[index]
        return Rect(0.0, band.y, self.title_width, band.height)


def _left_edge(column: Column) -> float:
    return column.x


def _top_edge(lane: LaneBand) -> float:
    return lane.y
