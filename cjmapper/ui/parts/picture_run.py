"""Pictures read in a thread of their own, so that the window never waits for them."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QThread, Signal

from cjmapper.ui.guard import guard
from cjmapper.ui.parts.picture_reading import PictureSource, read_picture


class PictureRun(QThread):
    """Reads pictures one after the other; `made` comes once with all that came of them."""

    made = Signal(object)

    def __init__(self, sources: Sequence[PictureSource], parent: QObject) -> None:
        super().__init__(parent)
        self._sources = tuple(sources)
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ends after the picture that is being read; nothing is told."""
        self._stop.set()

    @guard
    def run(self) -> None:
        """Works outside the window's thread."""
        made = []
        for source in self._sources:
            if self._stop.is_set():
                return
            made.append(read_picture(source))
        self.made.emit(made)
