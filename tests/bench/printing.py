"""P8 to P10: an A0 poster of 1,000 cards as a PDF, against a plain QPdfWriter, and as tiles."""

from collections.abc import Sequence
from io import BytesIO

from cjmapper.drawing.pages import Page
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.bench.measure import Row, alternating, ratio_row
from tests.support import synthetic

_ROUNDS = 9
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
