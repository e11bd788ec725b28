"""A frame drawn from an empty place: what it touches is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import selection
from cjmapper.editor.feedback import Cursor, Feedback, Said
from cjmapper.editor.tools.state import State
from cjmapper.geometry import rect_between
from cjmapper.layout import hit
from cjmapper.layout.hits import Region

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent


class Marquee(State):
    """Cards and markers it touches; headers only where it began in the header."""

    def __init__(self, editor: Editor, start: PointerEvent) -> None:
        self.start = start
        self.event = start
        self.former = editor.selection
        self.former_cell = editor.cell
        self.in_header = hit.region_at(editor.layout, start.point) is Region.HEADER

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer, selecting as it goes; Shift adds to what was selected."""
        self.event = event
        frame = rect_between(self.start.point, event.point)
        layout = editor.layout
        found: tuple[str, ...] = (
            *hit.cards_touched(layout, frame),
            *hit.readings_touched(layout, frame),
        )
        if self.in_header:
            found = hit.headers_touched(layout, frame)
        if event.modifiers.shift:
            found = selection.joined(self.former, found)
        editor.select(*found)

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Keep what is selected."""
        self.move(editor, event)
        editor.rest()

    def cancel(self, editor: Editor) -> None:
        """Select what was selected before."""
        editor.select(*self.former)
        editor.cell = self.former_cell
        editor.rest(Said("hint.cancelled"))

    def feedback(self, editor: Editor) -> Feedback:
        """The frame, and how many things it has."""
        count = len(editor.selection)
        hint = Said("hint.marquee_count", {"n": count}) if count else Said("hint.marquee")
        frame = rect_between(self.start.point, self.event.point)
        return Feedback(hint=hint, cursor=Cursor.CROSS, marquee=frame)
