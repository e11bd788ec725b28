"""P8 to P10: an A0 poster of 1,000 cards as a PDF, against a plain QPdfWriter, and as tiles.

S4 is the whole way from the click: layout, drawing and file, and how long the window halts.
"""

import gc
import time
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread, QTimer

from cjmapper.drawing.pages import Page
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.model.document import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.bench.measure import Row, alternating, ms_row, ratio_row
from tests.support import synthetic

_ROUNDS = 9
_TICK_MS = 5
_MS = 1000
_LANGUAGE = "nb"


def time_row(cards: int = 1000) -> Row:
    """Both sides write the same finished drawing; ours is tagged and can be searched."""
    from tests.bench.reference.qt_pdf import QtPdf

    pages = poster_pages(cards)
    reference = QtPdf(pages)
    return ratio_row(
        "P8 A0 as a PDF", alternating(lambda: written(pages), reference.run, _ROUNDS), 0.9
    )


def size_row(cards: int = 1000) -> Row:
    """Bytes of both files; tags, bookmarks and character maps are in ours."""
    from tests.bench.reference.qt_pdf import QtPdf

    pages = poster_pages(cards)
    return Row("P9 its size", len(written(pages)) / len(QtPdf(pages).run()), 0.7)


def tiles_row(cards: int = 1000) -> Row:
    """The sheets of A4 that an A0 is glued together from, against the one page."""
    whole, sheets = poster_pages(cards), poster_pages(cards, "A4")
    times = alternating(lambda: written(sheets), lambda: written(whole), _ROUNDS)
    return ratio_row("P10 as sheets of A4", times, 1.3)


def click_rows(cards: int = 1000) -> Sequence[Row]:
    """From the document to the bytes in a thread, and the longest halt of the window meanwhile."""
    offscreen_application()
    gc.freeze()  # as the program does when it has started
    worker = _Worker(cards)
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    loop = QEventLoop()
    worker.finished.connect(loop.quit)
    timer.start(_TICK_MS)
    start = time.perf_counter()
    worker.start()
    loop.exec()
    taken = time.perf_counter() - start
    timer.stop()
    worker.wait()
    QCoreApplication.processEvents()
    gc.unfreeze()
    halts = [later - sooner for sooner, later in pairwise(ticks)]
    return (
        ms_row("S4 an A0 from the click", taken, 2 * _MS),
        ms_row("S4 longest halt meanwhile", max(halts, default=taken), 100),
    )


def poster_pages(cards: int, tiles: str | None = None) -> tuple[Page, ...]:
    """A made-up map on one A0, whole or cut into sheets."""
    offscreen_application()
    document = synthetic.document(cards)
    request = PosterRequest(
        document=document,
        journey=document.maps[0],
        settings=PosterSettings(paper="A0", overflow=Overflow.ONE, tiles=tiles),
        language=_LANGUAGE,
    )
    return plan_poster(request, Typesetter(load_metrics(), _LANGUAGE, QtOutlines())).pages


def written(pages: Sequence[Page]) -> bytes:
    """The pages as a PDF."""
    target = BytesIO()
    write_pdf(pages, target, PdfFacts("A0", _LANGUAGE))
    return target.getvalue()


class _Worker(QThread):
    """Makes a poster beside the window."""

    def __init__(self, cards: int) -> None:
        super().__init__()
        self._cards = cards

    def run(self) -> None:
        """All of it."""
        written(poster_pages(self._cards))
