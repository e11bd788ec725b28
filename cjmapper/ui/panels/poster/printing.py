"""Pages on a printer: the same drawings as in the file, as lines and letters, not as pictures.

The dialog is the system's own. Printing works in a thread of its own and can be stopped between
two pages.
"""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QThread, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from cjmapper.drawing.pages import Page
from cjmapper.geometry import MM_PER_INCH, Rect, Size
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.metrics import Metrics
from cjmapper.ui.guard import guard
from cjmapper.ui.parts.undisturbed import undisturbed


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def chosen_printer(parent: QWidget, name: str, pages: Sequence[Page]) -> QPrinter | None:
    """The printer chosen in the system's dialog; None where a person changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    lay(printer, pages[0].drawing.size)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setFromTo(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return printer


def asked_for(printer: QPrinter, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages of the range that was chosen, or all."""
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() != QPrinter.PrintRange.PageRange or first <= 0:
        return tuple(pages)
    return tuple(pages[first - 1 : max(first, last)])


def lacking_paper(printer: QPrinter, pages: Sequence[Page]) -> Size | None:
    """The first size that the printer has no paper for; it would cut such a page off."""
    sizes = dict.fromkeys(page.drawing.size for page in pages)
    return next((size for size in sizes if not lay(printer, size)), None)


def lay(printer: QPrinter, size: Size) -> bool:
    """The paper of the next page: its size, upright or lying, all of it drawn on.

    False where the printer has none of that size.
    """
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    lying = size.width > size.height
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    matching = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize(upright, QPageSize.Unit.Millimeter, "", matching)
    layout = QPageLayout(paper, way, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setFullPage(True)
    return printer.setPageLayout(layout)


class PrintRun(QThread):
    """Prints pages. `advanced` tells how much is done, `ended` whether all of it was."""

    advanced = Signal(float)
    ended = Signal(bool)

    def __init__(
        self, printer: QPrinter, pages: Sequence[Page], metrics: Metrics, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = tuple(pages)
        self._metrics = metrics
        self._stop = threading.Event()

    def stop(self) -> None:
        """Asks it to end after the page it is at."""
        self._stop.set()

    @guard
    def run(self) -> None:
        """Works outside the window's thread."""
        with undisturbed():
            done = self._printed()
        self.ended.emit(done)

    def _printed(self) -> bool:
        cache = QtCache(QtFonts(self._metrics))
        if not lay(self._printer, self._pages[0].drawing.size):
            return False
        painter = QPainter()
        if not painter.begin(self._printer):
            return False
        try:
            return all(self._page(number, painter, cache) for number in range(len(self._pages)))
        finally:
            painter.end()

    def _page(self, number: int, painter: QPainter, cache: QtCache) -> bool:
        drawing = self._pages[number].drawing
        if self._stop.is_set():
            self._printer.abort()
            return False
        if number and not (lay(self._printer, drawing.size) and self._printer.newPage()):
            return False
        whole = Rect(0, 0, drawing.size.width, drawing.size.height)
        QtPainter(painter, self._printer.resolution() / MM_PER_INCH, cache).paint_items(
            drawing.items, whole
        )
        self.advanced.emit((number + 1) / len(self._pages))
        return True
