"""The computer's clipboard as the editor's: cards in our own form, and plain text beside it.

Nothing else that lies there is read.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjmapper.editor.clipboard import MEDIA_TYPE, Clip


class SystemClipboard:
    """The clipboard of the computer."""

    def get(self) -> Clip:
        """What lies there that can be pasted."""
        held = QGuiApplication.clipboard().mimeData()
        own = bytes(held.data(MEDIA_TYPE).data()) if held.hasFormat(MEDIA_TYPE) else b""
        return Clip(own, held.text() if held.hasText() else "")

    def put(self, clip: Clip) -> None:
        """Puts cards or text there."""
        held = QMimeData()
        held.setText(clip.text)
        if clip.own:
            held.setData(MEDIA_TYPE, clip.own)
        QGuiApplication.clipboard().setMimeData(held)
