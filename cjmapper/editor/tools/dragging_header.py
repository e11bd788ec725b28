"""A phase, a step or a lane on its way to another gap, with everything in it.

What is common to the three; each says where it would go and what edit takes it there.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cjmapper.editor import names
from cjmapper.editor.feedback import Feedback, GapLine, carried
from cjmapper.editor.tools.state import Gesture
from cjmapper.layout import landing
from cjmapper.model import queries

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.session import Edit
    from cjmapper.geometry import Rect


class Goal(NamedTuple):
    """Where a header would go, and the edit that takes it there."""

    place: object
    edit: Edit


class DraggingHeader(Gesture):
    """A header being dragged, with its column or row."""

    code = ""
    """What the entry is called."""

    def __init__(self, editor: Editor, name: str, start: PointerEvent) -> None:
        super().__init__(editor, start)
        self.name = name
        self.inside = frozenset(
            {
                name,
                *queries.contents(self.origin.map, name),
                *(step.id for step in queries.steps_of_phase(self.origin.map, name)),
            }
        )
        editor.select(name)
        self.goal: Goal | None = None
        self.move(editor, start)

    @abstractmethod
    def goal_at(self, editor: Editor, event: PointerEvent) -> Goal:
        """Where the header goes with the pointer at `event`."""

    @abstractmethod
    def rect(self) -> Rect:
        """Where the header and all it holds stood."""

    @abstractmethod
    def line(self, editor: Editor) -> GapLine:
        """The edge at which the header has landed in the preview."""

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer."""
        self.event = event
        near = landing.near_map(self.origin, event.point)
        self.goal = self.goal_at(editor, event) if near else None
        if self.goal is None:
            self.show(editor, None, None)
        else:
            self.show(editor, self.goal.place, self.goal.edit)

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Land, as one entry; where nothing changes there is none."""
        self.move(editor, event)
        title = names.thing_name(self.origin.map, self.name)
        editor.rest(None if self.refused is None else self.hint("", lands=True))
        if self.goal is not None and self.refused is None:
            editor.run(names.entry(self.code, name=title), self.goal.edit, select=(self.name,))

    def feedback(self, editor: Editor) -> Feedback:
        """The ghost at the pointer, the gap it has landed in, and what came along."""
        lands = self.goal is not None and self.refused is None
        ghost = carried(self.event, self.start, self.rect(), (self.name,))
        return Feedback(
            hint=self.hint("hint.dragging_header", lands=lands),
            cursor=self.cursor(lands=lands),
            ghost=msgspec.structs.replace(ghost, fades=not lands),
            gap_line=self.line(editor) if lands else None,
            placeholders=self.inside,
            lit=frozenset({self.name}) if lands else frozenset(),
        )
