"""A finger that went off at once: it moves the map, not what lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.feedback import Cursor, Feedback
from cjmapper.editor.tools.state import State

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent


class Swiping(State):
    """The map follows the finger; whoever shows the map moves it."""

    pans = True

    def release(self, editor: Editor, event: PointerEvent) -> None:  # noqa: ARG002
        """The finger is lifted."""
        editor.rest()

    def cancel(self, editor: Editor) -> None:
        """The map stays where it is now."""
        editor.rest()

    def feedback(self, editor: Editor) -> Feedback:  # noqa: ARG002
        """Nothing but a closed hand."""
        return Feedback(cursor=Cursor.GRABBING)
