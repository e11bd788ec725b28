"""Finished pages as the bytes of files, by the ending of their names. Writes none itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing
from cjmapper.exchange.svg_source import source_element
from cjmapper.export.options import ExportOptions
from cjmapper.export.png import picture_size, png_chunks
from cjmapper.export.progress import Share
from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.metrics import Metrics
from cjmapper.words.catalog import Words

TEXT_PAGE = ".html"
"""The ending of a file that holds no pages."""

_PIECE_BYTES = 1 << 20
_ROWS_PER_REPORT = 128
_PARTS_PER_REPORT = 100
_USUAL_PARTS = 2000

_SOURCE_NAME, _SOURCE_ENDING = "map", ".cjmap"
_SOURCE_TYPE = "application/json"

Contents = Iterator[bytes]
"""The bytes of one file, in pieces."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What is exported.

    Attributes:
        document: as it leaves: without what is left out.
        maps: those of its maps that are shown.
        options: as asked for.
        language: of the words that are not the document's own.
        metrics: of the bundled faces.
        source: the document as a file, where it travels inside.
    """

    document: Document
    maps: tuple[JourneyMap, ...]
    options: ExportOptions
    language: str
    metrics: Metrics
    source: bytes | None


def _pdf(subject: Subject, pages: Sequence[Page], report: Share) -> list[Contents]:
    return [_pdf_bytes(subject, pages, report)]


def _pdf_bytes(subject: Subject, pages: Sequence[Page], report: Share) -> Contents:
    from cjmapper.painters.pdf import Attachment, PdfFacts, write_pdf

    title = subject.document.title or pages[0].drawing.title
    facts = PdfFacts(title, subject.language, subject.document.author)
    attachment = None
    if subject.source is not None:
        name = f"{Path(subject.options.file_name).stem or _SOURCE_NAME}{_SOURCE_ENDING}"
        attachment = Attachment(name, _SOURCE_TYPE, subject.source, subject.document.title)
    made = BytesIO()
    write_pdf(pages, made, facts, report.goes_on, attachment=attachment)
    made.seek(0)
    while piece := made.read(_PIECE_BYTES):
        yield piece


def _pngs(subject: Subject, pages: Sequence[Page], report: Share) -> list[Contents]:
    return [_png(subject, page.drawing, share) for page, share in _each(pages, report)]


def _png(subject: Subject, drawing: Drawing, report: Share) -> Contents:
    from cjmapper.painters.qt_bands import render_bands

    options = subject.options
    size = picture_size(drawing.size, options.dpi, options.long_side_px)
    rows = _counted(render_bands(drawing, size.dpi, subject.metrics), size.height_px, report)
    yield from png_chunks(size.width_px, size.height_px, rows, size.dpi, subject.source)


def _counted(rows: Iterable[bytes], count: int, report: Share) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        if number % _ROWS_PER_REPORT == 0:
            report(number / count)
        yield row


def _svgs(subject: Subject, pages: Sequence[Page], report: Share) -> list[Contents]:
    return [_svg(subject, page.drawing, share) for page, share in _each(pages, report)]


def _svg(subject: Subject, drawing: Drawing, report: Share) -> Contents:
    from cjmapper.painters.svg import svg_parts

    carried = source_element(subject.source) if subject.source else ""
    parts = svg_parts(drawing, embed=subject.options.embed_fonts, metadata=carried)
    for number, part in enumerate(parts):
        if number % _PARTS_PER_REPORT == 0:
            report(1 - 1 / (1 + number / _USUAL_PARTS))
        yield part.encode()


def _text_page(subject: Subject, _: Sequence[Page], report: Share) -> list[Contents]:
    return [_html(subject, report)]


def _html(subject: Subject, report: Share) -> Contents:
    from cjmapper.exchange.html_page import html_page

    words = Words(subject.language)
    parts = html_page(subject.document, subject.maps, words, subject.options.today)
    for number, part in enumerate(parts):
        if number % _PARTS_PER_REPORT == 0:
            report(1 - 1 / (1 + number / _USUAL_PARTS))
        yield part.encode()


def _each(pages: Sequence[Page], report: Share) -> Iterator[tuple[Page, Share]]:
    """Each page with its stretch of the work."""
    for number, page in enumerate(pages):
        yield page, report.part(number / len(pages), (number + 1) / len(pages))


CONTENTS: dict[str, Callable[[Subject, Sequence[Page], Share], list[Contents]]] = {
    ".pdf": _pdf,
    ".png": _pngs,
    ".svg": _svgs,
    TEXT_PAGE: _text_page,
}
"""What each ending of a name makes."""
