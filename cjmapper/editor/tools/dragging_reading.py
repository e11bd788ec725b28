"""A marker on its way up, down or to another step; the curve follows live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.feedback import Cursor, Feedback
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.setting_emotion import drawn_on
from cjmapper.editor.tools.state import Gesture
from cjmapper.layout import landing
from cjmapper.model import queries
from cjmapper.model.edits import emotions

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.geometry import Point
    from cjmapper.model.document import Document


class DraggingReading(Gesture):
    """One reading, held where it was grabbed. Shift lets its value stand between the levels."""

    def __init__(self, editor: Editor, name: str, start: PointerEvent, middle: Point) -> None:
        super().__init__(editor, start)
        self.name = name
        self.middle = middle
        editor.select(name)
        self.place: landing.ReadingPlace | None = None
        self.move(editor, start)

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer."""
        self.event = event
        if event is self.start:
            return
        held = self.middle.moved(
            event.point.x - self.start.point.x, event.point.y - self.start.point.y
        )
        on_map = landing.near_map(self.origin, event.point)
        free = event.modifiers.shift
        self.place = (
            landing.reading_place(self.origin, held, free=free, magnet=event.magnet)
            if on_map
            else None
        )
        place = self.place
        if place is None:
            self.show(editor, None, None)
        else:
            self.show(editor, place, lambda document: self._landed(document, place))

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Land, as one entry; where nothing changes there is none."""
        self.move(editor, event)
        editor.rest()
        place = self.place
        if place is None:
            return
        name = names.thing_name(self.origin.map, self.name)
        entry = names.entry("change_emotion", name=name, value=place.value)
        editor.run(entry, lambda document: self._landed(document, place), select=(self.name,))

    def feedback(self, editor: Editor) -> Feedback:
        """The value and its word beside the marker, the five levels, the phase it is in."""
        lands = self.place is not None or self.event is self.start
        hint = self.hint("hint.dragging_emotion", lands=lands)
        levels = frozenset(editor.layout.emotion_lanes)
        if self.place is None:
            cursor = Cursor.VERTICAL if lands else Cursor.NO
            drawn = drawn_on(editor)
            return Feedback(hint=hint, cursor=cursor, level_lanes=levels, drawn_on=drawn)
        phase = queries.phase_of_step(self.origin.map, self.place.step)
        return Feedback(
            hint=hint,
            cursor=Cursor.VERTICAL,
            level_lanes=levels,
            bubble=placing.value_bubble(self.place.value, self.place.point),
            lit=frozenset({"" if phase is None else phase.id}),
            drawn_on=drawn_on(editor),
        )

    def _landed(self, document: Document, place: landing.ReadingPlace) -> Document:
        map_id = self.origin.map.id
        return emotions.change_reading(
            document, map_id, self.name, step=place.step, value=place.value
        )
