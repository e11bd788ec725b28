"""Cards on their way to another place: they move there in a preview, so that neighbours make room.

With Ctrl held, at any time, copies land instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cjmapper.editor import names
from cjmapper.editor.feedback import Cursor, Feedback, carried
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.state import Gesture
from cjmapper.layout import hit, landing
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import cards, lanes

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.geometry import Rect


class DraggingCards(Gesture):
    """One or several cards, as a block in reading order, grabbed by one of them."""

    def __init__(self, editor: Editor, grabbed: str, start: PointerEvent, rect: Rect) -> None:
        super().__init__(editor, start)
        chosen = [name for name in editor.selection if queries.card(self.origin.map, name)]
        if grabbed not in chosen:
            chosen = [grabbed]
            editor.select(grabbed)
        self.cards = queries.reading_order(self.origin.map, tuple(chosen))
        self.names = tuple(card.id for card in self.cards)
        self.copies = tuple(editor.session.new_id() for _ in self.names)
        self.rect = rect
        # The table of cells is handed on to every preview, so that none has to make it anew.
        queries.cells(editor.session.journey)
        self.legal = placing.card_lanes(self.origin.map)
        self.slot: landing.CardSlot | None = None
        self.move(editor, start)

    @property
    def copying(self) -> bool:
        """Whether copies land, and the cards stay."""
        return self.event.modifiers.control

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer."""
        self.event = event
        dx = event.point.x - self.start.point.x
        dy = event.point.y - self.start.point.y
        moving = () if self.copying else self.names
        held = self.rect.moved(dx, dy)
        self.slot = landing.card_slot(self.origin, event.point, held, self.legal, moving)
        if self.slot is None:
            self.show(editor, None, None)
            return
        place = (self.slot.lane, self.slot.step, self.slot.index, self.copying)
        slot = self.slot
        self.show(editor, place, lambda document: self._landed(self._steady(document), slot))

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Land, as one entry; where nothing changes there is none."""
        self.move(editor, event)
        editor.rest()
        slot = self.slot
        if slot is None:
            return
        code = "duplicate_card" if self.copying else "move_card"
        landed = self.copies if self.copying else self.names
        editor.run(
            names.of_cards(code, self.cards),
            lambda document: self._landed(document, slot),
            select=landed,
        )

    def feedback(self, editor: Editor) -> Feedback:
        """The ghost at the pointer, where it lands, and where it came from."""
        lands = self.slot is not None
        ghost = carried(self.event, self.start, self.rect, self.names)
        ghost = msgspec.structs.replace(ghost, copies=self.copying, fades=not lands)
        origins = tuple(
            rect for name in self.names if (rect := hit.owner_rect(self.origin, name)) is not None
        )
        base = Feedback(
            hint=self.hint("hint.dragging", lands=lands),
            cursor=Cursor.COPY if self.copying and lands else self.cursor(lands=lands),
            legal_cells=self.legal_cells(editor.layout, self.legal),
            ghost=ghost,
            origins=() if self.copying else origins,
        )
        if self.slot is None:
            return base
        return self._with_slot(editor, base, self.slot)

    def _with_slot(self, editor: Editor, base: Feedback, slot: landing.CardSlot) -> Feedback:
        layout, key = editor.layout, (slot.lane, slot.step)
        landed = frozenset(self.copies if self.copying else self.names)
        phase = queries.phase_of_step(layout.map, slot.step)
        return msgspec.structs.replace(
            base,
            target_cell=layout.cell_rect(key),
            slot_line=landing.slot_line(layout, key, landed),
            placeholders=landed,
            lit=frozenset({slot.lane, "" if phase is None else phase.id}),
        )

    def _landed(self, document: d.Document, found: landing.CardSlot) -> d.Document:
        slot, map_id = cards.Slot(found.lane, found.step, found.index), self.origin.map.id
        if self.copying:
            new = iter(self.copies).__next__
            return cards.duplicate_cards(document, map_id, self.names, new, slot)
        return cards.move_cards(document, map_id, self.names, slot)

    def _steady(self, document: d.Document) -> d.Document:
        """Lanes that cards leave keep their height meanwhile, so that nothing shifts under them."""
        if self.copying:
            return document
        for lane in {card.lane for card in self.cards}:
            if lane is not None and lane in self.origin.lane_of:
                height = self.origin.lanes[self.origin.lane_of[lane]].height
                document = lanes.set_height(document, self.origin.map.id, lane, height)
        return document
