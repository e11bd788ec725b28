"""What leaves the panel, one thing at a time: a file being made, or pages being printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cjmapper.ui.panels.poster.run import ExportRun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from cjmapper.drawing.pages import Page
    from cjmapper.export.options import ExportOptions
    from cjmapper.model.document import Document
    from cjmapper.text.metrics import Metrics
    from cjmapper.ui.panels.poster.printing import PrintRun


class Outgoing(QObject):
    """Tells how it goes: `advanced` while it works, then one of the others, and `ended` last.

    `failed` carries the error and the file's name; None where what went wrong was not expected.
    """

    advanced = Signal(float)
    made = Signal(object)
    failed = Signal(object, str)
    printed = Signal(bool)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.run: ExportRun | PrintRun | None = None
        self._is_stopping = False

    def export(self, document: Document, target: Path, options: ExportOptions) -> None:
        """Begins to make a file."""
        run = ExportRun(document, target, options, self)
        run.made.connect(self.made)
        run.failed.connect(lambda error: self.failed.emit(error, target.name))
        run.cancelled.connect(self.cancelled)
        run.crashed.connect(lambda: self.failed.emit(None, target.name))
        self._begin(run)

    def print(self, printer: QPrinter, pages: Sequence[Page], metrics: Metrics) -> None:
        """Begins to print."""
        from cjmapper.ui.panels.poster.printing import PrintRun

        run = PrintRun(printer, pages, metrics, self)
        run.ended.connect(self._printed)
        self._begin(run)

    def stop(self) -> None:
        """Asks what is under way to end."""
        if self.run is not None:
            self._is_stopping = True
            self.run.stop()

    def wait(self) -> None:
        """Until what is under way has ended."""
        if self.run is not None:
            self.run.wait()

    def _begin(self, run: ExportRun | PrintRun) -> None:
        self._is_stopping = False
        self.run = run
        run.advanced.connect(self.advanced)
        run.finished.connect(self._over)
        run.start()

    def _printed(self, done: bool) -> None:
        if not done and self._is_stopping:
            self.cancelled.emit()
        else:
            self.printed.emit(done)

    def _over(self) -> None:
        if self.run is not None:
            self.run.deleteLater()
        self.run = None
        self.ended.emit()
