"""A map becomes a file, with progress and cancel; what stood there stays until all is written.

Works in any thread and uses no widgets. Qt and the PDF library are imported when first needed.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Clip, Drawing, Form, Group, Primitive, TextLine
from cjmapper.errors import ExportCancelledError, ExportError
from cjmapper.export.options import ExportOptions, ExportReport
from cjmapper.export.png import png_chunks
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.model.document import Document, JourneyMap
from cjmapper.settings import LEAST_DPI, MOST_DPI
from cjmapper.storage.atomic import write_atomically
from cjmapper.text.metrics import Metrics, load_metrics
from cjmapper.text.wrap import Typesetter

__all__ = ["ExportOptions", "ExportReport", "export_file"]

Progress = Callable[[float], bool]

_ENDINGS = (".pdf", ".png", ".svg")
_PIECE_BYTES = 1 << 20
_ROWS_PER_REPORT = 128
_PARTS_PER_REPORT = 100
_USUAL_PARTS = 2000


def export_file(
    document: Document,
    target: Path,
    options: ExportOptions,
    progress: Progress = lambda _: True,
) -> ExportReport:
    """Writes `document` to `target` as what its ending says: a PDF, a PNG or an SVG.

    `progress` is told how much is done (0 to 1) and returns False to stop.

    Raises:
        ExportError: ``export_format_unknown``, ``paper_unknown``, ``orientation_unknown``,
            ``dpi_out_of_range``, ``map_unknown`` or ``picture_too_large``.
        ExportCancelledError: `progress` returned False.
        FileError: the file could not be written.

    Whatever is raised, the file that stood there is unharmed and nothing is left beside it.
    """
    ending = target.suffix.lower()
    for path in (target, Path(os.path.realpath(target))):
        if path.suffix.lower() not in _ENDINGS:
            raise ExportError("export_format_unknown", name=path.name, known=" ".join(_ENDINGS))
    if not LEAST_DPI <= options.dpi <= MOST_DPI:
        raise ExportError("dpi_out_of_range", dpi=options.dpi, least=LEAST_DPI, most=MOST_DPI)
    job = _Job(document, options, progress)
    chosen, left_out = _chosen(document, options.map_id, all_fit=ending == ".pdf")
    pages = job.pages(chosen)
    write_atomically(target, job.content(ending, pages))
    progress(1.0)
    return ExportReport(
        paths=(target,),
        maps_left_out=tuple(journey.title for journey in left_out),
        missing_characters=tuple(_missing(page.drawing for page in pages)),
    )


class _Job:
    """One export under way."""

    def __init__(self, document: Document, options: ExportOptions, progress: Progress) -> None:
        self._document = document
        self._options = options
        self._progress = progress
        self._language = options.language or str(document.language)
        self._metrics: Metrics = load_metrics()

    def pages(self, maps: Sequence[JourneyMap]) -> list[Page]:
        """The posters of `maps`."""
        from cjmapper.painters.qt_bands import offscreen_application
        from cjmapper.painters.qt_outlines import QtOutlines

        offscreen_application()
        typesetter = Typesetter(self._metrics, self._language, QtOutlines())
        pages: list[Page] = []
        for journey in maps:
            self._report(0.0)
            request = PosterRequest(
                document=self._document,
                journey=journey,
                settings=self._options.poster or journey.poster,
                language=self._language,
                today=self._options.today,
            )
            pages += plan_poster(request, typesetter).pages
        return pages

    def content(self, ending: str, pages: Sequence[Page]) -> Iterator[bytes]:
        """The bytes of the file, in pieces."""
        match ending:
            case ".pdf":
                yield from self._pdf(pages)
            case ".png":
                yield from self._png(pages[0].drawing)
            case _:
                yield from self._svg(pages[0].drawing)

    def _pdf(self, pages: Sequence[Page]) -> Iterator[bytes]:
        from cjmapper.painters.pdf import PdfFacts, write_pdf

        title = self._document.title or pages[0].drawing.title
        facts = PdfFacts(title, self._language, self._document.author)
        made = BytesIO()
        write_pdf(pages, made, facts, self._progress)
        view = made.getbuffer()
        for start in range(0, len(view), _PIECE_BYTES):
            yield bytes(view[start : start + _PIECE_BYTES])

    def _png(self, drawing: Drawing) -> Iterator[bytes]:
        from cjmapper.painters.qt_bands import pixel_size, render_bands

        dpi = self._options.dpi
        width, height = pixel_size(drawing.size, dpi)
        rows = self._counted(render_bands(drawing, dpi, self._metrics), height)
        yield from png_chunks(width, height, rows, dpi)

    def _svg(self, drawing: Drawing) -> Iterator[bytes]:
        from cjmapper.painters.svg import svg_parts

        for number, part in enumerate(svg_parts(drawing, embed=self._options.embed_fonts)):
            if number % _PARTS_PER_REPORT == 0:
                self._report(1 - 1 / (1 + number / _USUAL_PARTS))
            yield part.encode()

    def _counted(self, rows: Iterable[bytes], count: int) -> Iterator[bytes]:
        for number, row in enumerate(rows):
            if number % _ROWS_PER_REPORT == 0:
                self._report(number / count)
            yield row

    def _report(self, done: float) -> None:
        if not self._progress(done):
            raise ExportCancelledError("export_cancelled")


def _chosen(
    document: Document, map_id: str | None, *, all_fit: bool
) -> tuple[Sequence[JourneyMap], Sequence[JourneyMap]]:
    """The maps to draw, and those left out without having been asked for."""
    if map_id is not None:
        for journey in document.maps:
            if journey.id == map_id:
                return (journey,), ()
        raise ExportError("map_unknown", id=map_id)
    if all_fit:
        return document.maps, ()
    return document.maps[:1], document.maps[1:]


def _missing(drawings: Iterable[Drawing]) -> dict[str, None]:
    """The characters drawn as empty boxes, each once, in the order they come."""
    found: dict[str, None] = {}
    for drawing in drawings:
        found.update(dict.fromkeys(_missing_in(drawing.items)))
    return found


def _missing_in(items: Iterable[Primitive]) -> Iterator[str]:
    for item in items:
        match item:
            case TextLine():
                for run in item.line.runs:
                    if run.missing:
                        yield from run.text
            case Group() | Clip() | Form():
                yield from _missing_in(item.items)
            case _:
                pass
