"""A tile of the palette, pressed and then dragged into the map or clicked.

The palette's own place is on no map; events reach the map's millimetres all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cjmapper.editor.feedback import Feedback, Ghost, Said, Tile
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.stamping import Stamping
from cjmapper.editor.tools.state import Gesture, State

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent


class PressingTile(State):
    """A tile that is held and has not moved yet; letting it go arms it."""

    def __init__(self, tile: Tile, start: PointerEvent) -> None:
        self.tile = tile
        self.start = start

    @property
    def held_tile(self) -> Tile:
        """The tile that would be added."""
        return self.tile

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Begin to drag once it has gone far enough."""
        if event.starts_drag_from(self.start):
            drag = DraggingTile(editor, self.tile, event)
            editor.go(drag)
            drag.move(editor, event)

    def release(self, editor: Editor, event: PointerEvent) -> None:  # noqa: ARG002
        """A click: the next click on the map places it."""
        editor.go(Stamping(self.tile))

    def feedback(self, editor: Editor) -> Feedback:  # noqa: ARG002
        """What a drag would do."""
        return Feedback(hint=Said("hint.dragging_tile"))


class DraggingTile(Gesture):
    """A tile on its way into the map."""

    def __init__(self, editor: Editor, tile: Tile, start: PointerEvent) -> None:
        super().__init__(editor, start)
        self.tile = tile
        self.fresh = placing.fresh_ids(editor)
        self.placement: placing.Placement | None = None

    @property
    def held_tile(self) -> Tile:
        """The tile that would be added."""
        return self.tile

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer; what it would add is shown in the map."""
        self.event = event
        found = placing.tile_at(editor, self.origin, self.tile, event, self.fresh)
        self.placement = found
        if found is None or not found.previews:
            self.show(editor, None, None)
        else:
            self.show(editor, found.place, found.edit)

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Add it and open its editor; outside the map nothing happens."""
        self.move(editor, event)
        editor.rest()
        if self.placement is not None:
            editor.open_placed(self.placement)

    def feedback(self, editor: Editor) -> Feedback:
        """The tile at the pointer and where it lands."""
        found, layout = self.placement, editor.layout
        lands = found is not None
        base = Feedback() if found is None else placing.shown(found, layout)
        return msgspec.structs.replace(
            base,
            hint=self.hint("hint.dragging_tile", lands=lands),
            cursor=self.cursor(lands=lands),
            legal_cells=self.legal_cells(layout, placing.lanes_for(self.tile, layout)),
            ghost=Ghost(self.event.point, tile=self.tile, fades=not lands),
        )
