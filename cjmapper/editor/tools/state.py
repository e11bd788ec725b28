"""What every state of the editor can do, and what drags have in common.

A state never changes the document but through the editor's session. A gesture shows previews made
from the document it began with, so that leaving it costs nothing.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from cjmapper.editor.feedback import Cursor, Said
from cjmapper.errors import EditError
from cjmapper.layout import landing

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent
    from cjmapper.editor.feedback import Feedback, Tile
    from cjmapper.editor.session import Edit
    from cjmapper.geometry import Rect
    from cjmapper.layout.result import MapLayout
    from cjmapper.model.ids import LaneId


class State:
    """A state in which nothing happens."""

    is_gesture = True
    """Whether Esc, the right button or lost focus ends it without a trace."""

    @property
    def held_tile(self) -> Tile | None:
        """The tile of the palette that is held or waits for a click, if any."""
        return None

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """A button went down."""

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """The pointer moved, or the keys that are held changed."""

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """The button went up."""

    def double_click(self, editor: Editor, event: PointerEvent) -> None:
        """The second press of a double click, instead of a press."""

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """A key went down; True when it meant something here. A gesture leaves none to others."""
        if event.name == "Escape":
            self.cancel(editor)
        return True

    def takes(self, event: KeyEvent) -> bool:  # noqa: ARG002
        """Whether a key is meant for this state though a shortcut of the window is on it."""
        return False

    def compose(self, editor: Editor, text: str) -> None:
        """An input method shows something that it has not yet given."""

    def type_text(self, editor: Editor, text: str) -> None:
        """An input method gave text."""

    def choose(self, editor: Editor, name: str) -> None:
        """One of the things in a list was chosen."""

    def command(self, editor: Editor, name: str) -> bool:  # noqa: ARG002
        """A command that a state may take for itself (``undo`` in an open editor)."""
        return False

    def cancel(self, editor: Editor) -> None:
        """Back to rest as if it had not begun."""
        editor.rest(Said("hint.cancelled"))

    def finish(self, editor: Editor) -> None:
        """Come to an end because something else is about to happen; gestures are cancelled."""

    @abstractmethod
    def feedback(self, editor: Editor) -> Feedback:
        """What to draw over the map."""


class Gesture(State):
    """Something being dragged: a preview of the document it began with, committed once."""

    def __init__(self, editor: Editor, start: PointerEvent) -> None:
        self.origin: MapLayout = editor.layout
        self.start = start
        self.event = start
        self.refused: EditError | None = None
        self._shown: object = None
        self._legal: tuple[MapLayout, tuple[Rect, ...]] | None = None

    def show(self, editor: Editor, place: object, edit: Edit | None) -> None:
        """Preview what `edit` makes of the document; nothing anew while `place` stays the same."""
        if place == self._shown and place is not None:
            return
        self._shown = place
        self.refused = None
        document = None
        if edit is not None:
            try:
                document = edit(editor.session.document)
            except EditError as error:
                self.refused = error
        editor.session.preview(document)

    def legal_cells(self, layout: MapLayout, lanes: Collection[LaneId]) -> tuple[Rect, ...]:
        """The cells of these lanes, always the same ones; gathered once a layout."""
        if self._legal is None or self._legal[0] is not layout:
            self._legal = (layout, landing.legal_cells(layout, lanes))
        return self._legal[1]

    def cancel(self, editor: Editor) -> None:
        """Back to rest as if it had not begun."""
        editor.rest(Said("hint.move_cancelled"))

    def cursor(self, *, lands: bool) -> Cursor:
        """The pointer's shape: a closed hand, or a sign that nothing will happen."""
        return Cursor.GRABBING if lands else Cursor.NO

    def hint(self, code: str, *, lands: bool) -> Said:
        """The hint of a drag; what was refused, or that releasing cancels, comes first."""
        if self.refused is not None:
            return Said(f"errors.{self.refused.code}", dict(self.refused.values))
        return Said(code if lands else "hint.outside")
