"""A connector being drawn: from a dot to a card, a step or an empty cell, or one end of one moved.

It begins with a drag or with a click on a dot; then the next click ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import connecting
from cjmapper.editor.connecting import Moved
from cjmapper.editor.feedback import Cursor, Feedback, Said
from cjmapper.editor.tools.state import State
from cjmapper.geometry import Point, Rect
from cjmapper.layout import drawn_line, hit, landing
from cjmapper.layout.hits import (
    HitCard,
    HitCell,
    HitPhase,
    HitStep,
    HitTransition,
    LinkEnd,
    Side,
)
from cjmapper.model import ids, queries

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.layout.result import CellKey, MapLayout


class Linking(State):
    """A line from `owner` (a card or a step) to the pointer; or to a moved end's other end.

    `side` is the dot it was drawn from: at the left of a step is where customers come in.
    """

    def __init__(
        self,
        owner: str,
        start: PointerEvent,
        *,
        side: Side | None = None,
        moved: Moved | None = None,
        clicked: bool = False,
    ) -> None:
        self.owner = owner
        self.event = start
        self.side = side
        self.moved = moved
        self.clicked = clicked

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """The click that ends a connector begun with a click; beside everything it leaves."""
        self._end(editor, event)

    def move(self, editor: Editor, event: PointerEvent) -> None:  # noqa: ARG002
        """Follow the pointer."""
        self.event = event

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """The end of a drag."""
        if not self.clicked:
            self._end(editor, event)

    def feedback(self, editor: Editor) -> Feedback:
        """The line, and what it would end at."""
        layout = editor.layout
        target = self._target(editor, self.event.point)
        cell = self._cell(editor, self.event.point)
        return Feedback(
            hint=Said("hint.linking"),
            cursor=Cursor.CROSS if target or cell else Cursor.NO,
            rubber=self._rubber(layout),
            ringed=frozenset({target}) if target else frozenset(),
            target_cell=layout.cell_rect(cell) if cell and not target else None,
            marks=tuple((str(end), rect) for end, rect in self._marks(layout)),
        )

    def _is_path(self, layout: MapLayout) -> bool:
        return self.owner in layout.column_of or self.owner in ids.RESERVED

    def _moves_to(self) -> bool:
        return self.moved is None or self.moved.end is LinkEnd.TO

    def _marks(self, layout: MapLayout) -> tuple[tuple[ids.StepEnd, Rect], ...]:
        """The ends of the journey that the line may lead to, or come from."""
        if self.owner not in layout.column_of:
            return ()
        enters = self.side is Side.LEFT if self.moved is None else not self._moves_to()
        return landing.end_marks(layout, ids.StepId(self.owner), enters=enters)

    def _rubber(self, layout: MapLayout) -> tuple[Point, ...]:
        point = self.event.point
        column = layout.column_of.get(ids.StepId(self.owner))
        if column is not None:
            line = drawn_line.from_step(layout, column, point)
        else:
            rect = hit.owner_rect(layout, self.owner) or self._place_of_end(layout)
            line = drawn_line.straight(rect, point)
        comes_in = self.side is Side.LEFT and self._is_over_start(layout)
        return line if self._moves_to() and not comes_in else tuple(reversed(line))

    def _is_over_start(self, layout: MapLayout) -> bool:
        return any(
            end == ids.START and rect.contains(self.event.point)
            for end, rect in self._marks(layout)
        )

    def _place_of_end(self, layout: MapLayout) -> Rect:
        """Where the other end of a path stands, when that is no step."""
        point = self.event.point
        for path in layout.transitions:
            if self.moved is not None and path.transition.id == self.moved.name and path.points:
                point = path.points[0 if self._moves_to() else -1]
        return Rect(point.x, point.y, 0.0, 0.0)

    def _target(self, editor: Editor, point: Point) -> str | None:
        """The card, step or end of the journey that the line would lead to."""
        layout = editor.layout
        found = hit.what_is_at(layout, point, self.event.reach)
        if not self._is_path(layout):
            at_card = isinstance(found, HitCard) and found.card != self.owner
            return found.card if isinstance(found, HitCard) and at_card else None
        for end, rect in self._marks(layout):
            if rect.contains(point):
                return end
        if isinstance(found, HitStep):
            return found.step
        if isinstance(found, HitPhase | HitTransition):
            return layout.column_at(point.x).step.id
        return None

    def _cell(self, editor: Editor, point: Point) -> CellKey | None:
        """The empty place that a new card would be made in."""
        if self.moved is not None or self._is_path(editor.layout):
            return None
        found = hit.what_is_at(editor.layout, point, self.event.reach)
        return (found.lane, found.step) if isinstance(found, HitCell) else None

    def _end(self, editor: Editor, event: PointerEvent) -> None:
        self.event = event
        target = self._target(editor, event.point)
        cell = self._cell(editor, event.point)
        editor.rest(None if target or cell else Said("hint.cancelled"))
        if target is not None and self.moved is not None:
            connecting.reconnect(editor, self.moved, target)
        elif target is not None:
            connecting.connect(editor, self.owner, target)
        elif cell is not None:
            connecting.connect_to_new(editor, self.owner, cell)


def begin_reconnect(editor: Editor, name: str, end: LinkEnd, event: PointerEvent) -> Linking | None:
    """One end of a link or transition taken in hand; None where there is none of that id."""
    journey = editor.journey
    link = queries.link(journey, name)
    if link is not None:
        other: str = link.to if end is LinkEnd.START else link.start
        return Linking(other, event, moved=Moved(name, end))
    transition = queries.transition(journey, name)
    if transition is not None:
        other = transition.to if end is LinkEnd.START else transition.start
        return Linking(other, event, moved=Moved(name, end))
    return None
