"""The rows of the printed poster measure what they say they measure."""

import pypdfium2
from PySide6.QtCore import QCoreApplication

from tests.bench.posters import click_rows
from tests.bench.printing import poster_pages, size_row, written
from tests.bench.reference.qt_pdf import QtPdf

_CARDS = 60
_NEARLY = 48


def test_both_sides_write_the_same_picture(qapp: QCoreApplication) -> None:
    assert qapp is not None
    pages = poster_pages(_CARDS)
    assert len(pages) == 1
    ours, theirs = _picture(written(pages)), _picture(QtPdf(pages).run())
    assert len(ours) == len(theirs)
    alike = sum(abs(a - b) < _NEARLY for a, b in zip(ours, theirs, strict=True)) / len(ours)
    assert alike > 0.99
    assert len(set(ours)) > 100


def test_an_a0_is_cut_into_twenty_five_sheets_and_a_page_that_puts_them_together(
    qapp: QCoreApplication,
) -> None:
    assert qapp is not None
    assert len(poster_pages(_CARDS, "A4")) == 26


def test_the_rows_can_be_measured(qapp: QCoreApplication) -> None:
    assert qapp is not None
    assert size_row(_CARDS).value > 0


def test_the_panel_is_gone_through_by_clicks_and_makes_its_poster() -> None:
    in_sight, preview, first_halt, file, halt = click_rows(_CARDS, 1)
    assert 0 < in_sight.value <= preview.value
    assert 0 < first_halt.value <= preview.value
    assert 0 < halt.value <= file.value


def _picture(content: bytes) -> bytes:
    document = pypdfium2.PdfDocument(content)
    picture = bytes(document[0].render(scale=0.25).to_pil().convert("L").tobytes())
    document.close()
    return picture
