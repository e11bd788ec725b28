"""Cards taken up by a click, to be put down by another: what a drag does, without one.

Every place that takes them is shown; the arrow keys choose among the places too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.feedback import Cursor, Feedback, Said
from cjmapper.editor.navigation import ARROWS, Direction
from cjmapper.editor.spoken import said_of_place
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.state import State
from cjmapper.layout import landing
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import cards

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent
    from cjmapper.geometry import Rect
    from cjmapper.layout.result import MapLayout
    from cjmapper.model import ids

_DOWN = frozenset({Direction.DOWN, Direction.RIGHT})


def can_carry(editor: Editor) -> bool:
    """Whether cards are selected, and the map has a place for them."""
    takers = placing.card_lanes(editor.journey)
    return d.Card in editor.chosen.kinds and not takers.isdisjoint(editor.layout.lane_of)


def carry(editor: Editor) -> None:
    """Take up the selected cards: the next click puts them down."""
    if editor.read_only:
        editor.say(Said("notice.read_only"))
    elif can_carry(editor):
        editor.go(Carrying(editor))


class Carrying(State):
    """Cards that wait for a click on their new place."""

    def __init__(self, editor: Editor) -> None:
        self.cards = editor.chosen.cards
        self.names = frozenset(card.id for card in self.cards)
        self.legal = placing.card_lanes(editor.journey)
        self.slot: landing.CardSlot | None = None
        self._by_key = False
        self._bars: tuple[MapLayout, tuple[Rect, ...]] | None = None

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Choose the place nearest to the pointer."""
        self._by_key = False
        self.slot = landing.nearest_slot(editor.layout, event.point, self.legal, self.names)

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """Put them down; outside the map they stay where they were."""
        self.move(editor, event)
        self._put_down(editor)

    def double_click(self, editor: Editor, event: PointerEvent) -> None:
        """A hasty second click puts them down as one does."""
        self.press(editor, event)

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """Arrows choose a place, Enter or Space puts them down there, Esc lets go."""
        direction = ARROWS.get(event.name)
        if event.name == "Escape":
            self.cancel(editor)
        elif event.name in {"Enter", "Space"} and self.slot is not None:
            self._put_down(editor)
        elif direction is not None:
            self._choose(editor, direction)
        return True

    def cancel(self, editor: Editor) -> None:
        """They stay where they were."""
        editor.rest(Said("hint.move_cancelled"))

    def feedback(self, editor: Editor) -> Feedback:
        """The cards let through, a bar at every place, and the one that is chosen."""
        layout, slot = editor.layout, self.slot
        if slot is None or slot.lane not in layout.lane_of:
            return Feedback(
                hint=Said("hint.carrying"),
                cursor=Cursor.POINT,
                placeholders=self.names,
                slots=self._slots(layout),
            )
        phase = queries.phase_of_step(layout.map, slot.step)
        return Feedback(
            hint=Said("hint.carrying"),
            cursor=Cursor.POINT,
            cell=slot.cell if self._by_key else None,
            target_cell=slot.cell,
            slot_line=None if slot == self._home(layout) else slot.line,
            slots=self._slots(layout),
            placeholders=self.names,
            lit=frozenset({slot.lane, "" if phase is None else phase.id}),
        )

    def _put_down(self, editor: Editor) -> None:
        slot, map_id = self.slot, editor.map_id
        if slot is None:
            self.cancel(editor)
            return
        moving = tuple(card.id for card in self.cards)
        goal = cards.Slot(slot.lane, slot.step, slot.index)
        editor.rest()
        editor.run(
            names.of_cards("move_card", self.cards),
            lambda document: cards.move_cards(document, map_id, moving, goal),
            select=moving,
        )

    # Choosing by key

    def _choose(self, editor: Editor, direction: Direction) -> None:
        layout = editor.layout
        slot = self.slot or self._home(layout)
        if slot is None:
            key = (self._rows(layout)[0], layout.columns[0].step.id)
            found = landing.slots_in(layout, key, self.names)[0]
        else:
            found = self._beside(layout, slot, direction)
        self._by_key = True
        self.slot = found
        cell = found.lane, found.step
        total = len(landing.slots_in(layout, cell, self.names))
        editor.announce(said_of_place(layout, cell, found.index, total))

    def _beside(
        self, layout: MapLayout, slot: landing.CardSlot, direction: Direction
    ) -> landing.CardSlot:
        by = 1 if direction in _DOWN else -1
        if direction in (Direction.LEFT, Direction.RIGHT):
            column = layout.column_of[slot.step] + by
            if not 0 <= column < len(layout.columns):
                return slot
            held = landing.slots_in(layout, (slot.lane, layout.columns[column].step.id), self.names)
            return held[min(slot.index, len(held) - 1)]
        held = landing.slots_in(layout, (slot.lane, slot.step), self.names)
        if 0 <= slot.index + by < len(held):
            return held[slot.index + by]
        rows = self._rows(layout)
        row = rows.index(slot.lane) + by
        if not 0 <= row < len(rows):
            return slot
        held = landing.slots_in(layout, (rows[row], slot.step), self.names)
        return held[0 if by > 0 else -1]

    def _rows(self, layout: MapLayout) -> list[ids.LaneId]:
        return [band.lane.id for band in layout.lanes if band.lane.id in self.legal]

    def _home(self, layout: MapLayout) -> landing.CardSlot | None:
        """The place where they stand together now; None where they stand apart or nowhere."""
        first = queries.card(layout.map, self.cards[0].id)
        lane, step = (None, None) if first is None else (first.lane, first.step)
        if first is None or lane is None or step is None or lane not in layout.lane_of:
            return None
        held = [card.id for card in queries.cards_in_cell(layout.map, lane, step)]
        index = held.index(first.id)
        if set(held[index : index + len(self.cards)]) != self.names:
            return None
        return landing.slots_in(layout, (lane, step), self.names)[index]

    def _slots(self, layout: MapLayout) -> tuple[Rect, ...]:
        """The lines of all places but the one they have; gathered once a layout."""
        if self._bars is None or self._bars[0] is not layout:
            home = self._home(layout)
            found = tuple(
                slot.line
                for lane in self._rows(layout)
                for column in layout.columns
                for slot in landing.slots_in(layout, (lane, column.step.id), self.names)
                if slot != home
            )
            self._bars = (layout, found)
        return self._bars[1]
