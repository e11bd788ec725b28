"""A map becomes a file, with progress and cancel; what stood there stays until all is written.

Works in any thread and uses no widgets. Qt and the PDF library are imported when first needed.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.errors import ExportError
from cjmapper.exchange.html_pictures import pictures_of
from cjmapper.export.contents import CONTENTS, TEXT_PAGE, Subject
from cjmapper.export.faults import broken_pictures, missing_characters, pictures_on
from cjmapper.export.left_names import names_linked, names_on
from cjmapper.export.options import PICTURES, ExportKind, ExportOptions, ExportReport
from cjmapper.export.planning import plan_map
from cjmapper.export.progress import Progress, Share
from cjmapper.model.client_copy import client_copy
from cjmapper.model.document import Document, JourneyMap
from cjmapper.model.left_names import names_in, names_in_address, names_left_out, names_within
from cjmapper.settings import LEAST_DPI, MOST_DPI, MOST_SIDE_PX
from cjmapper.storage.atomic import write_together
from cjmapper.storage.codec import encode
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter

__all__ = ["ExportOptions", "ExportReport", "export_file"]

_PDF = ".pdf"
_PLANNING = 0.25
"""How much of the work it is to lay the pages out, about."""


def export_file(
    document: Document,
    target: Path,
    options: ExportOptions,
    progress: Progress = lambda _: True,
) -> ExportReport:
    """Writes `document` to `target` as what its ending says: a PDF, PNG, SVG or a text page.

    Several pages as PNG or SVG are several files beside `target`, numbered, and all of them or
    none. `progress` is told how much is done (0 to 1) and returns False to stop.

    Raises:
        ExportError: ``export_format_unknown``, ``dpi_out_of_range``, ``long_side_out_of_range``,
            ``map_unknown``, ``tiles_need_pdf``, ``labels_need_pdf``, ``grid_is_no_text``,
            ``picture_too_large``, ``numbered_exist`` or what paper and tiles are refused with.
        ExportCancelledError: `progress` returned False.
        FileError: the file could not be written.

    Whatever is raised, the file that stood there is unharmed and nothing is left beside it.
    """
    ending = _ending(target)
    _refuse_numbers(options)
    _refuse_kind(options, ending)
    chosen, left_out = _chosen(document, options.map_id, all_fit=ending not in PICTURES)
    subject = _subject(document, chosen, options)
    report = Share(progress)
    report(0.0)
    pages: Sequence[Page] = ()
    if ending == TEXT_PAGE:
        shown = pictures_of(subject.document, subject.maps)
    else:
        pages = _pages(subject, report.part(0.0, _PLANNING), with_tiles=ending == _PDF)
        shown = pictures_on(pages)
    contents = CONTENTS[ending](subject, pages, report.part(_PLANNING, 1.0))
    paths = _paths(target, len(contents))
    if not options.replace_numbered:
        _refuse_to_replace(paths)
    write_together(zip(paths, contents, strict=True))
    progress(1.0)
    return ExportReport(
        paths=paths,
        maps_left_out=tuple(journey.title for journey in left_out),
        missing_characters=missing_characters(pages),
        broken_pictures=broken_pictures(shown, subject.document),
        names_left=_names_left(
            names_left_out(document, options.left_out_of(chosen)), pages, subject, paths[0]
        ),
        pages=max(len(pages), 1),
        sheets=_sheets(pages, chosen, options),
    )


def _names_left(
    names: Sequence[str], pages: Sequence[Page], subject: Subject, path: Path
) -> tuple[str, ...]:
    """Those of `names` that still stand in texts that are printed or travel, or in file names."""
    found = {*names_on(pages, names), *names_in_address(path.name, names)}
    if path.suffix.lower() == _PDF:
        found.update(names_in(subject.document.title, names))
    if pages:
        settings = map(subject.options.settings_for, subject.maps)
        found.update(name for one in settings for name in names_linked(one, names))
    if subject.source is not None or not pages:
        found.update(names_within(subject.document, names))
        found.update(names_in_address(subject.options.file_name, names))
    return tuple(name for name in names if name in found)


def _ending(target: Path) -> str:
    for path in (target, Path(os.path.realpath(target))):
        if path.suffix.lower() not in CONTENTS:
            raise ExportError("export_format_unknown", name=path.name, known=" ".join(CONTENTS))
    return target.suffix.lower()


def _refuse_numbers(options: ExportOptions) -> None:
    if not LEAST_DPI <= options.dpi <= MOST_DPI:
        raise ExportError("dpi_out_of_range", dpi=options.dpi, least=LEAST_DPI, most=MOST_DPI)
    side = options.long_side_px
    if side is not None and not 1 <= side <= MOST_SIDE_PX:
        raise ExportError("long_side_out_of_range", pixels=side, most=MOST_SIDE_PX)


def _refuse_kind(options: ExportOptions, ending: str) -> None:
    if ending == _PDF:
        return
    if options.kind is ExportKind.LABELS:
        raise ExportError("labels_need_pdf")
    if options.kind is ExportKind.GRID and ending == TEXT_PAGE:
        raise ExportError("grid_is_no_text")
    if options.tiles_asked_for:
        raise ExportError("tiles_need_pdf")


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


def _subject(document: Document, chosen: Sequence[JourneyMap], options: ExportOptions) -> Subject:
    """What is exported, without what is left out."""
    copy = client_copy(document, options.left_out_of(chosen))
    travels = all(options.settings_for(journey).with_source for journey in chosen)
    names = {journey.id for journey in chosen}
    return Subject(
        document=copy,
        maps=tuple(journey for journey in copy.maps if journey.id in names),
        options=options,
        language=options.language_for(document),
        metrics=load_metrics(),
        source=encode(copy) if travels else None,
    )


class _Pulse:
    """Tells, also in the midst of a map, how much is done, to be stopped there."""

    def __init__(self, report: Share) -> None:
        self._report = report
        self.done = 0.0

    def __call__(self) -> None:
        self._report(self.done)


def _pages(subject: Subject, report: Share, *, with_tiles: bool) -> list[Page]:
    from cjmapper.painters.qt_bands import offscreen_application
    from cjmapper.painters.qt_outlines import QtOutlines

    offscreen_application()
    pulse = _Pulse(report)
    typesetter = Typesetter(subject.metrics, subject.language, QtOutlines(), pulse)
    options = subject.options
    if not with_tiles:
        options = msgspec.structs.replace(options, changes={**options.changes, "tiles": None})
    pages: list[Page] = []
    for number, journey in enumerate(subject.maps):
        pulse.done = number / len(subject.maps)
        pulse()
        pages += plan_map(subject.document, journey.id, options, typesetter, pulse).pages
    report(1.0)
    return pages


def _paths(target: Path, count: int) -> tuple[Path, ...]:
    """The file, or one for each page, numbered so that they are listed in order."""
    if count == 1:
        return (target,)
    digits = len(str(count))
    paths = tuple(
        target.with_name(f"{target.stem}-{number:0{digits}}{target.suffix}")
        for number in range(1, count + 1)
    )
    for path in paths:
        _ending(path)
    return paths


def _refuse_to_replace(paths: Sequence[Path]) -> None:
    """Files whose names were made here, and which stand there already."""
    there = [path.name for path in paths if path.exists()] if len(paths) > 1 else []
    if there:
        raise ExportError("numbered_exist", first=there[0], last=there[-1], count=len(there))


def _sheets(
    pages: Iterable[Page], chosen: Sequence[JourneyMap], options: ExportOptions
) -> tuple[int, str] | None:
    count = sum(page.kind is PageKind.TILE for page in pages)
    papers = {options.settings_for(journey).tiles for journey in chosen} - {None}
    return (count, " ".join(sorted(str(paper) for paper in papers))) if count else None
