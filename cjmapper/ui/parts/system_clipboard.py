"""The computer's clipboard: our own form beside plain text, never anything that runs."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from cjmapper.editor.clipboard import MEDIA_TYPE, Clip


class SystemClipboard:
    """Gives and takes what lies on the computer's clipboard."""

    def get(self) -> Clip:
        """What lies there, as far as we can read it."""
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if found is None:
            return Clip(b"", "")
        own = bytes(found.data(MEDIA_TYPE).data()) if found.hasFormat(MEDIA_TYPE) else b""
        return Clip(own, found.text() if found.hasText() else "")

    def put(self, clip: Clip) -> None:
        """Puts both forms there."""
        carried = QMimeData()
        carried.setText(clip.text)
        if clip.own:
            carried.setData(MEDIA_TYPE, QByteArray(clip.own))
        QGuiApplication.clipboard().setMimeData(carried)
