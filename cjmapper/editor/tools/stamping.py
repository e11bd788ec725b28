"""A tile that was clicked: the next click on the map places it, with Shift the ones after too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cjmapper.editor.feedback import Cursor, Feedback, Ghost, Said, Tile
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.state import State
from cjmapper.layout import landing

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent

_HINTS = {
    Tile.PHASE: "hint.stamping_phase",
    Tile.LANE: "hint.stamping_lane",
    Tile.EMOTION: "hint.stamping_emotion",
}


class Stamping(State):
    """A tile armed for the next click."""

    def __init__(self, tile: Tile) -> None:
        self.tile = tile
        self.event: PointerEvent | None = None
        self.fresh: placing.Fresh | None = None

    @property
    def held_tile(self) -> Tile:
        """The tile that would be added."""
        return self.tile

    def move(self, editor: Editor, event: PointerEvent) -> None:  # noqa: ARG002
        """Show where a click would place it."""
        self.event = event

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """Place it; outside the map nothing happens."""
        self.event = event
        placement = self._placement(editor, event)
        if placement is None:
            return
        self.fresh = None
        if event.modifiers.shift:
            editor.run(placement.name, placement.edit, select=(placement.new_id,))
        else:
            editor.rest()
            editor.open_placed(placement)

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """Esc disarms; other keys are somebody else's, once it is disarmed."""
        self.cancel(editor)
        return event.name == "Escape" or editor.state.key(editor, event)

    def cancel(self, editor: Editor) -> None:
        """Disarm."""
        editor.rest()

    def feedback(self, editor: Editor) -> Feedback:
        """The tile at the pointer, the cells that take it, and where a click would place it."""
        hint = Said(_HINTS.get(self.tile, "hint.stamping"))
        layout = editor.layout
        legal = landing.legal_cells(layout, placing.lanes_for(self.tile, layout))
        if self.event is None:
            return Feedback(hint=hint, cursor=Cursor.CROSS, legal_cells=legal)
        placement = self._placement(editor, self.event)
        base = Feedback() if placement is None else placing.shown(placement, layout)
        return msgspec.structs.replace(
            base,
            hint=hint,
            cursor=Cursor.NO if placement is None else Cursor.CROSS,
            legal_cells=legal,
            ghost=Ghost(self.event.point, tile=self.tile, fades=placement is None),
        )

    def _placement(self, editor: Editor, event: PointerEvent) -> placing.Placement | None:
        if self.fresh is None:
            self.fresh = placing.fresh_ids(editor)
        return placing.tile_at(editor, editor.layout, self.tile, event, self.fresh)
