"""A connector being drawn: from a dot to a card, a step or an empty cell, or one end of one moved.

It begins with a drag or with a click on a dot; then the next click ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjmapper.editor import names
from cjmapper.editor.feedback import Cursor, Feedback, Said
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.state import State
from cjmapper.geometry import Point, Rect
from cjmapper.layout import hit, landing
from cjmapper.layout.hits import HitCard, HitCell, HitPhase, HitStep, LinkEnd
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, links, transitions

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.layout.result import CellKey
    from cjmapper.model.document import Document


class Moved(NamedTuple):
    """The end of a connector that is being moved elsewhere."""

    name: str
    end: LinkEnd


class Linking(State):
    """A line from `owner` (a card or a step) to the pointer; or to a moved end's other end."""

    def __init__(
        self, owner: str, start: PointerEvent, *, moved: Moved | None = None, clicked: bool = False
    ) -> None:
        self.owner = owner
        self.event = start
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
        ends = isinstance(target, str)
        marks: tuple[tuple[ids.StepEnd, Rect], ...] = ()
        if self.owner in layout.column_of and self._moves_to():
            marks = landing.end_marks(layout, ids.StepId(self.owner))
        return Feedback(
            hint=Said("hint.linking"),
            cursor=Cursor.CROSS if ends or cell else Cursor.NO,
            rubber=self._rubber(editor),
            ringed=frozenset({target}) if ends and target else frozenset(),
            target_cell=layout.cell_rect(cell) if cell and not ends else None,
            marks=tuple((str(end), rect) for end, rect in marks),
        )

    def _moves_to(self) -> bool:
        return self.moved is None or self.moved.end is LinkEnd.TO

    def _rubber(self, editor: Editor) -> tuple[Point, ...]:
        point = self.event.point
        rect = hit.owner_rect(editor.layout, self.owner) or Rect(point.x, point.y, 0.0, 0.0)
        near = Point(min(max(point.x, rect.x), rect.right), min(max(point.y, rect.y), rect.bottom))
        return (near, point) if self._moves_to() else (point, near)

    def _target(self, editor: Editor, point: Point) -> str | None:
        """The card, step or end of the journey that the line would lead to."""
        layout = editor.layout
        if self.owner not in layout.column_of:
            found = hit.what_is_at(layout, point, self.event.reach)
            at_card = isinstance(found, HitCard) and found.card != self.owner
            return found.card if isinstance(found, HitCard) and at_card else None
        if self._moves_to():
            for end, rect in landing.end_marks(layout, ids.StepId(self.owner)):
                if rect.contains(point):
                    return end
        found = hit.what_is_at(layout, point, self.event.reach)
        if isinstance(found, HitStep):
            return found.step
        if isinstance(found, HitPhase):
            return layout.column_at(point.x).step.id
        return None

    def _cell(self, editor: Editor, point: Point) -> CellKey | None:
        """The empty place that a new card would be made in."""
        if self.moved is not None or self.owner in editor.layout.column_of:
            return None
        found = hit.what_is_at(editor.layout, point, self.event.reach)
        return (found.lane, found.step) if isinstance(found, HitCell) else None

    def _end(self, editor: Editor, event: PointerEvent) -> None:
        self.event = event
        target = self._target(editor, event.point)
        cell = self._cell(editor, event.point)
        editor.rest(None if target or cell else Said("hint.cancelled"))
        if target is not None and self.moved is not None:
            self._reconnect(editor, self.moved, target)
        elif target is not None:
            self._connect(editor, target)
        elif cell is not None:
            self._connect_to_new(editor, cell)

    def _connect(self, editor: Editor, target: str) -> None:
        new, map_id, ends = editor.session.new_id(), editor.map_id, (self.owner, target)
        if self.owner in editor.layout.column_of:
            name = names.entry("connect_steps")
            editor.run(
                name,
                lambda document: transitions.connect_steps(
                    document, map_id, ends, new_id=ids.TransitionId(new)
                ),
                select=(new,),
            )
            return
        journey = editor.journey
        start, to = (names.thing_name(journey, end) for end in ends)
        editor.run(
            names.entry("connect", start=start, to=to),
            lambda document: links.connect_cards(document, map_id, ends, new_id=ids.LinkId(new)),
            select=(new,),
        )

    def _connect_to_new(self, editor: Editor, cell: CellKey) -> None:
        index = len(queries.cards_in_cell(editor.journey, *cell))
        placement = connected_card(editor, self.owner, cell, index)
        editor.open_placed(placement)

    def _reconnect(self, editor: Editor, moved: Moved, target: str) -> None:
        field = "start" if moved.end is LinkEnd.START else "to"
        map_id = editor.map_id
        if queries.link(editor.journey, moved.name) is not None:
            editor.run(
                names.entry("change_link"),
                lambda document: links.change_link(document, map_id, moved.name, **{field: target}),
                select=(moved.name,),
            )
            return
        editor.run(
            names.entry("change_transition"),
            lambda document: transitions.change_transition(
                document, map_id, moved.name, **{field: target}
            ),
            select=(moved.name,),
        )


def connected_card(editor: Editor, owner: str, cell: CellKey, index: int) -> placing.Placement:
    """A new card in a cell that `owner` leads to."""
    card_id, link_id = (editor.session.new_id() for _ in range(2))
    map_id = editor.map_id

    def edit(document: Document) -> Document:
        slot = cards.Slot(*cell, index)
        grown = cards.add_card(document, map_id, slot, new_id=ids.CardId(card_id))
        ends = (owner, card_id)
        return links.connect_cards(grown, map_id, ends, new_id=ids.LinkId(link_id))

    return placing.Placement(
        names.entry("add_and_connect"), edit, card_id, (*cell, index), cell=cell, at=index
    )


def begin_reconnect(editor: Editor, name: str, end: LinkEnd, event: PointerEvent) -> Linking | None:
    """One end of a link or transition taken in hand; None where the other end is no step."""
    journey = editor.journey
    link = queries.link(journey, name)
    if link is not None:
        other: str = link.to if end is LinkEnd.START else link.start
        return Linking(other, event, moved=Moved(name, end))
    transition = queries.transition(journey, name)
    if transition is not None:
        step = ids.StepId(transition.to if end is LinkEnd.START else transition.start)
        if step in editor.layout.column_of:
            return Linking(step, event, moved=Moved(name, end))
    return None
