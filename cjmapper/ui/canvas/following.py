"""Keeps in view what is written, and comes close for it where it could not be read. No Qt."""

import msgspec

from cjmapper.editor.feedback import EditedText
from cjmapper.ui.canvas.view import COMPACT_BELOW, MOST_HELD, Strip, View

EDIT_ZOOM = 0.75
_MARGIN = 16.0


class Following:
    """Remembers from where it came close, to go back when the text is left."""

    def __init__(self) -> None:
        self._before: View | None = None

    def forget(self) -> None:
        """A person chose another view: there is nothing to go back to."""
        self._before = None

    def view(self, now: View, text: EditedText | None) -> View:
        """The view in which an open text is seen; the one from before where none is open."""
        if text is None:
            now = msgspec.structs.replace(now, plain=False)
            before, self._before = self._before, None
            if before is None or now.zoom not in (EDIT_ZOOM, MOST_HELD):
                return now
            return before.sized(now.width, now.height).of(now.extent)
        in_strip = now.strip_of(text.frame) is not Strip.BODY
        now = msgspec.structs.replace(now, plain=in_strip)
        if now.zoom < COMPACT_BELOW or (now.is_compact and in_strip):
            self._before = now
            zoom = EDIT_ZOOM if now.zoom < COMPACT_BELOW else MOST_HELD
            now = now.zoomed(zoom, now.rect(text.frame).centre)
        return now.revealing(text.frame, _MARGIN).revealing(text.caret, _MARGIN)
