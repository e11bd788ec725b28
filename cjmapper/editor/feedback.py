"""What a person sees of the editor's state: values for an overlay to paint, in map millimetres.

Sentences are codes. Holds no decision about colours or shapes.
"""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from cjmapper.editor.events import PointerEvent
from cjmapper.errors import Value
from cjmapper.geometry import Point, Rect
from cjmapper.layout.hits import Side
from cjmapper.layout.result import TextBlock
from cjmapper.model.ids import ActorId


class Tile(StrEnum):
    """What the palette offers."""

    PHASE = "phase"
    TOUCHPOINT = "touchpoint"
    EMOTION = "emotion"
    NOTE = "note"
    LANE = "lane"


class Cursor(StrEnum):
    """The shape of the pointer."""

    ARROW = "arrow"
    GRAB = "grab"
    GRABBING = "grabbing"
    COPY = "copy"
    NO = "no"
    CROSS = "cross"
    TEXT = "text"
    COLUMN = "column"
    ROW = "row"
    VERTICAL = "vertical"
    POINT = "point"


class Said(msgspec.Struct, frozen=True):
    """A sentence: its code, and what it names. With an `n` among the values it is a count.

    What it names may be a sentence itself; those are its `parts`.
    """

    code: str
    values: dict[str, Value] = {}
    parts: dict[str, "Said"] = {}


class Bubble(msgspec.Struct, frozen=True):
    """A small label: a pill at a gap, the value of a marker, a width while it changes."""

    said: Said
    place: Point


class GapLine(msgspec.Struct, frozen=True):
    """A line over the whole map at a gap."""

    start: Point
    end: Point


class Ghost(msgspec.Struct, frozen=True):
    """What is carried at the pointer.

    Attributes:
        ids: what is carried; drawn as it stood at `origin`, moved by (dx, dy).
        tile: or a tile of the palette, drawn at `point`.
        count: how many things, for a badge where more than one.
        copies: what is carried is a copy.
        fades: it lands nowhere.
    """

    point: Point
    ids: tuple[str, ...] = ()
    tile: Tile | None = None
    origin: Rect | None = None
    dx: float = 0.0
    dy: float = 0.0
    count: int = 1
    copies: bool = False
    fades: bool = False


class Dot(msgspec.Struct, frozen=True):
    """A dot that a connector can be drawn from, or an end of one that can be moved."""

    owner: str
    place: Point
    side: Side | None = None


class PlusSign(msgspec.Struct, frozen=True):
    """A «+» that adds something with one click.

    Attributes:
        said: what it adds.
        is_over: the pointer is on it.
    """

    place: Point
    said: Said
    is_over: bool = False


class EditedText(msgspec.Struct, frozen=True):
    """An open editor: the caret, what is selected, and what an input method shows.

    Attributes:
        target: the id of what is edited.
        frame: around it.
        caret: where text goes in; no width.
        selected: rectangles behind selected text.
        composing: rectangles over what an input method shows.
        field: lines to draw in the frame, where the map itself does not show the text.
    """

    target: str
    frame: Rect
    caret: Rect
    selected: tuple[Rect, ...] = ()
    composing: tuple[Rect, ...] = ()
    field: TextBlock | None = None


class Choice(msgspec.Struct, frozen=True):
    """One of several things to choose from.

    Attributes:
        text: its words, by which it is looked for.
        said: the sentence that it is shown as; None for `text` itself.
    """

    id: str
    text: str = ""
    said: Said | None = None


class Choices(msgspec.Struct, frozen=True):
    """A list to choose from, beside what it is about.

    Attributes:
        beside: what it is about; the list covers none of it.
        items: those that fit what was typed.
        chosen: the id of the one that Enter takes; empty where none fits.
        typed: what was typed to find one.
        title: what is to be chosen.
    """

    beside: Rect
    items: tuple[Choice, ...]
    chosen: str
    typed: str = ""
    title: Said = Said("choice.leads_to")


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is drawn over the map, and the hint below it.

    Attributes:
        hovered: the id under the pointer.
        cell: the empty cell that is selected.
        legal_cells: dashed; where what is carried can land.
        target_cell: filled; where it lands now.
        slot_line: between cards; `gap_line` between columns or lanes.
        slots: lines of all places that a click may choose; a bar of 24 px around each.
        placeholders: ids drawn at 40 %.
        origins: where what is carried stood, drawn as empty places.
        level_lanes: emotion lanes that show their five lines.
        pluses: every «+» that is seen.
        marks: START, GOAL and DROP while a path is drawn, and where each stands.
        lit: phases and lanes that what is carried lands in.
        ringed: cards and steps a connector would end at.
        choices: a list to choose from.
        drawn_on: whose curve is worked on, where the lane holds more than one's.
    """

    hint: Said = Said("hint.idle")
    cursor: Cursor = Cursor.ARROW
    hovered: str | None = None
    cell: Rect | None = None
    legal_cells: tuple[Rect, ...] = ()
    target_cell: Rect | None = None
    slot_line: Rect | None = None
    slots: tuple[Rect, ...] = ()
    gap_line: GapLine | None = None
    bubble: Bubble | None = None
    placeholders: frozenset[str] = frozenset()
    origins: tuple[Rect, ...] = ()
    ghost: Ghost | None = None
    marquee: Rect | None = None
    rubber: tuple[Point, ...] = ()
    ringed: frozenset[str] = frozenset()
    lit: frozenset[str] = frozenset()
    level_lanes: frozenset[str] = frozenset()
    dots: tuple[Dot, ...] = ()
    pluses: tuple[PlusSign, ...] = ()
    marks: tuple[tuple[str, Rect], ...] = ()
    text: EditedText | None = None
    choices: Choices | None = None
    drawn_on: ActorId | None = None


class Offer(msgspec.Struct, frozen=True):
    """One thing to do about what a notice tells, and for how long it is offered."""

    said: Said
    run: Callable[[], None]
    seconds: float = 6.0


class Notice(msgspec.Struct, frozen=True):
    """Something to tell, which goes away by itself."""

    said: Said
    undo: bool = False
    offer: Offer | None = None


def carried(event: PointerEvent, start: PointerEvent, origin: Rect, ids: tuple[str, ...]) -> Ghost:
    """What is carried from `start` to `event`, where it stood at `origin`."""
    dx, dy = event.point.x - start.point.x, event.point.y - start.point.y
    return Ghost(event.point, ids, None, origin, dx, dy, len(ids))
