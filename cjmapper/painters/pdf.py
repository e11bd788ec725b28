"""Drawings as the pages of a PDF: fonts embedded as subsets, text that can be searched.

Uses reportlab's canvas only, and hands it no text of a person but titles and operators.
"""

from collections.abc import Callable, Sequence
from typing import BinaryIO

import msgspec
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing
from cjmapper.errors import ExportCancelledError
from cjmapper.geometry import MM_PER_PT, Size
from cjmapper.painters.pdf_fonts import PdfFonts, font_name, registered
from cjmapper.painters.pdf_page import PdfPage
from cjmapper.painters.pdf_text import PdfText
from cjmapper.text.fonts import Face

_STEPS_PER_REPORT = 500
_PROGRAM = "CJMapper"


class PdfFacts(msgspec.Struct, frozen=True):
    """What a PDF says of itself; an author only where a person typed one.

    `invariant` leaves out the time and makes equal drawings equal files.
    """

    title: str = ""
    language: str = "en"
    author: str = ""
    invariant: bool = False


def write_pdf(
    pages: Sequence[Page],
    target: BinaryIO,
    facts: PdfFacts,
    progress: Callable[[float], bool] | None = None,
) -> None:
    """Writes `pages` to `target`.

    `progress` is told how much is done (0 to 1) and returns False to stop, which raises
    ExportCancelledError and leaves `target` half written.
    """
    registered(Face.SANS)
    rl_config.useA85 = 0
    canvas = Canvas(
        target,
        pagesize=_points(pages[0].drawing.size),
        pageCompression=1,
        invariant=int(facts.invariant),
        pdfVersion=(1, 7),
        initialFontName=font_name(Face.SANS),
        lang=facts.language,
    )
    _describe(canvas, facts)
    fonts = PdfFonts(canvas._doc)  # noqa: SLF001 - subsets are kept by document, and there is no other way to it
    text = PdfText(fonts)
    for number, drawing in enumerate(page.drawing for page in pages):
        progressed = _Progress(number, pages, progress)
        canvas.setPageSize(_points(drawing.size))
        page = PdfPage(canvas, text, progressed.tick)
        page.write(drawing)
        _bookmark(canvas, drawing, page, number, nested=len(pages) > 1)
        canvas.showPage()
    canvas.save()


class _Progress:
    """Counts the things drawn on a page and asks now and then whether to go on."""

    def __init__(
        self, number: int, pages: Sequence[Page], progress: Callable[[float], bool] | None
    ) -> None:
        self._start = number / len(pages)
        self._share = 1 / len(pages)
        self._progress = progress
        self._count = 0

    def tick(self) -> None:
        if self._progress is not None and self._count % _STEPS_PER_REPORT == 0:
            done = 1 - 1 / (1 + self._count / (4 * _STEPS_PER_REPORT))
            if not self._progress(self._start + self._share * done):
                raise ExportCancelledError("export_cancelled")
        self._count += 1


def _points(size: Size) -> tuple[float, float]:
    return size.width / MM_PER_PT, size.height / MM_PER_PT


def _describe(canvas: Canvas, facts: PdfFacts) -> None:
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject("")
    canvas.setKeywords("")
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _bookmark(
    canvas: Canvas, drawing: Drawing, page: PdfPage, number: int, *, nested: bool
) -> None:
    """Adds the bookmarks of a page; under its own title where there are several pages."""
    if nested and drawing.title:
        key = f"page-{number}"
        canvas.bookmarkPage(key, fit="Fit")
        canvas.addOutlineEntry(drawing.title, key, level=0)
    level = int(nested and bool(drawing.title))
    for name, group in drawing.bookmarks:
        place = page.places.get(group)
        if place is not None:
            key = f"page-{number}-{group}"
            canvas.bookmarkPage(key, fit="XYZ", left=place.x, top=place.y)
            canvas.addOutlineEntry(name, key, level=level)
