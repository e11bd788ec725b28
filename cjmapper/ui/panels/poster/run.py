"""An export under way in its own thread; it can be stopped, and then nothing is left behind."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from cjmapper.errors import CjmapperError, ExportCancelledError
from cjmapper.export.options import ExportOptions
from cjmapper.model.document import Document
from cjmapper.ui.guard import guard
from cjmapper.ui.parts.undisturbed import undisturbed


class ExportRun(QThread):
    """Makes one file. `advanced` tells how much is done; then one of the others comes.

    `crashed` is for what nobody expected; what it was is told to `sys.excepthook`.
    """

    advanced = Signal(float)
    made = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    crashed = Signal()

    def __init__(
        self, document: Document, target: Path, options: ExportOptions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.target = target
        self._document = document
        self._options = options
        self._stop = threading.Event()

    def stop(self) -> None:
        """Asks it to end; what stood in the file's place stays."""
        self._stop.set()

    @guard
    def run(self) -> None:
        """Works outside the window's thread."""
        is_told = False
        try:
            self._make()
            is_told = True
        finally:
            if not is_told:
                self.crashed.emit()

    def _make(self) -> None:
        """Makes it and tells what came of it; the libraries it needs are loaded here."""
        from cjmapper.export.jobs import export_file

        try:
            with undisturbed():
                report = export_file(self._document, self.target, self._options, self._progress)
        except ExportCancelledError:
            self.cancelled.emit()
        except CjmapperError as error:
            self.failed.emit(error)
        else:
            self.made.emit(report)

    def _progress(self, done: float) -> bool:
        self.advanced.emit(done)
        return not self._stop.is_set()
