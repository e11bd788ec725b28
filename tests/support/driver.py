"""A hand on the editor without a window: presses, drags and keys by id or by point.

What it drives is the real editor, session and layout; only time and new ids are counted out.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from cjmapper.editor.actions import action
from cjmapper.editor.clipboard import MemoryClipboard
from cjmapper.editor.editor import Editor, EditorOptions
from cjmapper.editor.events import Button, Device, KeyEvent, Modifiers, PointerEvent
from cjmapper.editor.feedback import Feedback, Notice, Said, Tile
from cjmapper.editor.session import Session
from cjmapper.geometry import MM_PER_PX, Point
from cjmapper.layout import hit
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting
from cjmapper.model import document as d
from cjmapper.model import ids, invariants, queries
from cjmapper.model.ids import counted_ids
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.parts.worded import worded
from cjmapper.words.catalog import Words

PX_PER_MM = 1 / MM_PER_PX
NAMES = {" ": "Space", "\n": "Enter"}
OFF_MAP = Point(-400.0, -400.0)


@cache
def setting() -> Setting:
    """Bundled type, English words."""
    return Setting(Typesetter(load_metrics(), "en"), Words("en"))


def lay_out(
    document: d.Document, map_id: ids.MapId, previous: MapLayout | None = None
) -> MapLayout:
    """A map laid out as in a window."""
    return lay_out_map(document, map_id, setting(), previous)


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Driver:
    """Pointer and keyboard of a person at 100 % zoom."""

    def __init__(self, document: d.Document) -> None:
        invariants.check(document)
        self.clock = Clock()
        self.session = Session(document, ids=counted_ids("new"), clock=self.clock)
        self.clipboard = MemoryClipboard()
        self.notices: list[Notice] = []
        self.announcements: list[Said] = []
        self.asked: list[str] = []
        options = EditorOptions(
            lambda _: setting().typesetter,
            self.clipboard,
            self.notices.append,
            self.announcements.append,
            self.asked.append,
            lambda said: worded(setting().words, said),
        )
        self.editor = Editor(self.session, lay_out, options)
        self.device = Device.MOUSE
        self.modifiers = Modifiers()
        self.pointer = Point(0.0, 0.0)

    # What there is

    @property
    def document(self) -> d.Document:
        return self.session.document

    @property
    def journey(self) -> d.JourneyMap:
        """The map as committed."""
        return queries.map_by_id(self.session.document, self.session.map_id)

    @property
    def layout(self) -> MapLayout:
        return self.editor.layout

    @property
    def feedback(self) -> Feedback:
        return self.editor.feedback

    @property
    def selection(self) -> Any:
        return self.session.selection

    @property
    def entries(self) -> int:
        """How many things can be undone."""
        return len(self.session.entry_names)

    @property
    def last(self) -> str:
        """The code of what undo would take back."""
        name = self.session.undo_name
        return "" if name is None else name.code.removeprefix("undo.")

    @property
    def state(self) -> str:
        return type(self.editor.state).__name__

    def cell(self, lane: str, step: str) -> list[str]:
        """The ids of the cards of a cell, in order, as committed."""
        found = queries.cards_in_cell(self.journey, ids.LaneId(lane), ids.StepId(step))
        return [card.id for card in found]

    def card(self, name: str) -> d.Card:
        found = queries.card(self.journey, name)
        assert found is not None, name
        return found

    # Places

    def at_card(self, name: str, x: float = 0.5, y: float = 0.5) -> Point:
        """A point of a card or step title: in its middle, or at a share of its width and height."""
        rect = hit.owner_rect(self.layout, name)
        assert rect is not None, name
        return Point(rect.x + rect.width * x, rect.y + rect.height * y)

    def at_cell(self, lane: str, step: str, y: float = 0.99) -> Point:
        """A point of a cell, near its lower edge unless said."""
        rect = self.layout.cell_rect((ids.LaneId(lane), ids.StepId(step)))
        return Point(rect.centre.x, rect.y + (rect.height - 8 * MM_PER_PX) * y)

    def at_level(self, step: str, value: float, lane: str = "emotion") -> Point:
        """The place of a value over the middle of a step."""
        band = self.layout.lanes[self.layout.lane_of[ids.LaneId(lane)]]
        curve = self.layout.emotion_lanes[ids.LaneId(lane)]
        column = self.layout.columns[self.layout.column_of[ids.StepId(step)]]
        return Point(column.centre, band.y + curve.y_of(value))

    def at_reading(self, name: str) -> Point:
        point = hit.reading_point(self.layout, name)
        assert point is not None, name
        return point

    def at_phase(self, name: str) -> Point:
        index = [phase.id for phase in self.journey.phases].index(ids.PhaseId(name))
        return self.layout.phase_rect(index).centre

    def at_lane(self, name: str) -> Point:
        return self.layout.lane_title_rect(self.layout.lane_of[ids.LaneId(name)]).centre

    def at_border(self, step: str) -> Point:
        column = self.layout.columns[self.layout.column_of[ids.StepId(step)]]
        return Point(column.right, self.layout.size.height - 2.0)

    def at_lane_border(self, lane: str) -> Point:
        band = self.layout.lanes[self.layout.lane_of[ids.LaneId(lane)]]
        return Point(5.0, band.bottom)

    def at_dot(self, owner: str, side: str = "right") -> Point:
        """A connector dot, hovered first so that it shows: one above is seen from near it."""
        self.move(self.at_card(owner, y=0.25 if side == "top" else 0.5))
        dots = self.feedback.dots
        return next(dot.place for dot in dots if dot.owner == owner and dot.side == side)

    # Hands

    def event(self, point: Point, button: Button = Button.LEFT) -> PointerEvent:
        self.pointer = point
        return PointerEvent(
            point=point,
            screen=Point(point.x * PX_PER_MM, point.y * PX_PER_MM),
            px_per_mm=PX_PER_MM,
            button=button,
            modifiers=self.modifiers,
            device=self.device,
            time=self.clock.now,
        )

    def hold(self, *, shift: bool = False, control: bool = False, alt: bool = False) -> None:
        """Hold exactly these keys from now on."""
        self.modifiers = Modifiers(shift, control, alt)
        self.editor.modifiers_changed(self.modifiers)

    def press(self, point: Point, button: Button = Button.LEFT) -> None:
        self.editor.press(self.event(point, button))

    def move(self, point: Point) -> None:
        self.editor.move(self.event(point, Button.NONE))

    def release(self, point: Point | None = None, button: Button = Button.LEFT) -> None:
        self.editor.release(self.event(self.pointer if point is None else point, button))

    def click(self, point: Point, button: Button = Button.LEFT) -> None:
        self.press(point, button)
        self.release(point, button)

    def double_click(self, point: Point) -> None:
        self.click(point)
        self.editor.double_click(self.event(point))
        self.release(point)

    def grab(self, start: Point, to: Point, steps: int = 4) -> None:
        """Press, and go part by part; the button stays down. The drag lifts near the start."""
        self.press(start)
        self.carry(start, to, steps)

    def carry(self, start: Point, to: Point, steps: int = 4) -> None:
        lift = 6 * MM_PER_PX
        away = max(start.distance(to), 1e-9)
        near = Point(
            start.x + (to.x - start.x) * lift / away, start.y + (to.y - start.y) * lift / away
        )
        self.move(near)
        for part in range(1, steps + 1):
            share = part / steps
            self.move(Point(near.x + (to.x - near.x) * share, near.y + (to.y - near.y) * share))

    def drag(self, start: Point, to: Point) -> None:
        self.grab(start, to)
        self.release(to)

    def grab_tile(self, tile: Tile, to: Point) -> None:
        self.editor.tile_pressed(tile, self.event(OFF_MAP))
        self.carry(OFF_MAP, to)

    def drag_tile(self, tile: Tile, to: Point) -> None:
        self.grab_tile(tile, to)
        self.release(to)

    # Keys

    def key(self, chord: str) -> bool:
        """One key, as `Ctrl+Shift+z` or `Enter`."""
        *held, name = chord.split("+") if not chord.endswith("+") else [chord]
        modifiers = Modifiers("Shift" in held, "Ctrl" in held, "Alt" in held)
        text = name if len(name) == 1 and not modifiers.control and not modifiers.alt else ""
        return self.editor.key(
            KeyEvent(NAMES.get(name, name.lower() if text else name), text, modifiers)
        )

    def keys(self, chords: str) -> None:
        """Several keys, parted by blanks."""
        for chord in chords.split():
            self.key(chord)

    def type(self, text: str) -> None:
        """Letters, one after the other."""
        for letter in text:
            self.editor.key(KeyEvent(NAMES.get(letter, letter.lower()), letter, Modifiers()))

    def do(self, name: str) -> None:
        """A command, if it makes sense now."""
        found = action(name)
        if found.can_run(self.editor):
            found.run(self.editor)

    def undo(self) -> None:
        self.do("undo")

    def select(self, *names: str) -> None:
        self.editor.select(*names)

    def select_cell(self, lane: str, step: str) -> None:
        self.editor.select_cell((ids.LaneId(lane), ids.StepId(step)))

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds

    def check(self) -> None:
        """The rules hold, for what is shown too, and what is selected exists."""
        invariants.check(self.session.document)
        invariants.check(self.session.shown)
        names = {part.id for part in _parts(self.session.journey)}
        assert set(self.selection) <= names


def _parts(journey: d.JourneyMap) -> Iterable[d.Card | d.Step]:
    for field in msgspec.structs.fields(d.JourneyMap):
        value = getattr(journey, field.name)
        if isinstance(value, tuple):
            yield from (part for part in value if hasattr(part, "id"))
