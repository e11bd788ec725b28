"""Printing: the same pages, each on its own paper, as lines and letters."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cjmapper.geometry import mm_from_pt
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.panels.poster import printing
from cjmapper.ui.panels.poster.foot import Foot
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.printing import PrintRun, asked_for, lacking_paper
from tests.support.windows import surroundings
from tests.ui.panels.poster.conftest import Desk, Opener


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


class Small(QPrinter):
    """A printer of A4: Qt tells by a False that what is larger stays as it was."""

    def setPageLayout(self, layout: QPageLayout) -> bool:  # noqa: N802
        longest = max(layout.pageSize().rect(QPageSize.Unit.Millimeter).size().toTuple())
        return longest < 300 and super().setPageLayout(layout)


@pytest.fixture
def tiled(opened: Opener) -> PosterPanel:
    return opened("nb", poster=PosterSettings(paper="A3", tiles="A4"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The pages for which a printer was asked for; none is chosen."""
    found: list[object] = []
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "chosen_printer", lambda *rest: found.append(rest[-1]))
    return found


def test_each_page_is_printed_on_its_own_paper(
    qtbot: QtBot, tiled: PosterPanel, tmp_path: Path
) -> None:
    assert tiled.planned is not None
    pages = tiled.planned.printed
    parent = QObject()
    run = PrintRun(to_file(tmp_path / "printed.pdf"), pages, load_metrics(), parent)
    with qtbot.waitSignal(run.ended, timeout=60_000) as ended:
        run.start()
    run.wait()
    assert ended.args == [True]
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as made:
        sizes = [tuple(round(mm_from_pt(side)) for side in page.get_size()) for page in made]
    assert sizes == [
        (round(page.drawing.size.width), round(page.drawing.size.height)) for page in pages
    ]
    # Letters are letters: a picture of them would be larger by far.
    assert (tmp_path / "printed.pdf").stat().st_size < 400_000 * len(pages)


def test_only_the_range_that_was_chosen_is_printed(tiled: PosterPanel, tmp_path: Path) -> None:
    assert tiled.planned is not None
    pages = tiled.planned.printed
    printer = to_file(tmp_path / "printed.pdf")
    assert asked_for(printer, pages) == pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert asked_for(printer, pages) == pages[1:3]


def test_the_panel_prints_what_it_shows_and_stays(
    qtbot: QtBot, tiled: PosterPanel, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(
        printing, "chosen_printer", lambda *_asked: to_file(tmp_path / "printed.pdf")
    )
    with qtbot.waitSignal(tiled.out.printed, timeout=60_000) as printed:
        tiled.foot.print.click()
    assert printed.args == [True]
    qtbot.waitUntil(lambda: tiled.out.run is None)
    assert (tmp_path / "printed.pdf").exists()
    assert len(desk.remembered) == 1
    assert tiled.isVisible()
    assert tiled.foot.line.text() == "Sendt til skriveren."


def test_a_printer_without_the_paper_prints_nothing_rather_than_a_part(
    qtbot: QtBot, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened("nb", poster=PosterSettings(paper="A3"))
    printer = Small(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName("Kontoret")
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "chosen_printer", lambda *_asked: printer)
    panel.foot.print.click()
    qtbot.waitUntil(lambda: "420 × 297 mm" in panel.foot.line.text())
    assert panel.foot.line.property("tone") == "error"
    assert panel.out.run is None


def test_a_printer_with_the_sheets_paper_lacks_nothing(tiled: PosterPanel) -> None:
    assert tiled.planned is not None
    printer = Small(QPrinter.PrinterMode.HighResolution)
    assert lacking_paper(printer, tiled.planned.printed) is None


def test_a_plan_that_comes_late_does_not_keep_the_newest_from_being_printed(
    qtbot: QtBot, tiled: PosterPanel, asked: list[object]
) -> None:
    older = tiled.planned
    assert older is not None
    tiled.print()
    tiled._take_plan(older)
    assert not asked
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=30_000)
    assert tiled.planned is not None
    assert asked == [tiled.planned.printed]


def test_who_chooses_something_else_is_not_asked_for_a_printer_later(
    qtbot: QtBot, tiled: PosterPanel, asked: list[object]
) -> None:
    older = tiled.planned
    tiled.print()
    tiled.options.main.format.button("html").click()
    tiled.options.main.format.button("pdf").click()
    qtbot.waitUntil(
        lambda: tiled.is_up_to_date and tiled.planned not in (None, older), timeout=30_000
    )
    assert not asked


def test_a_printing_that_is_stopped_is_cancelled(
    qtbot: QtBot, tiled: PosterPanel, tmp_path: Path
) -> None:
    assert tiled.planned is not None
    with qtbot.waitSignal(tiled.out.cancelled, timeout=60_000):
        tiled.out.print(to_file(tmp_path / "printed.pdf"), tiled.planned.printed, load_metrics())
        tiled.out.stop()
    qtbot.waitUntil(lambda: tiled.out.run is None)


def test_a_computer_without_printers_says_so(
    tiled: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    tiled.foot.print.click()
    assert tiled.foot.line.text().startswith("Denne maskinen har ingen skriver")


def test_that_pages_were_printed_is_no_failure_and_that_they_were_not_is(qtbot: QtBot) -> None:
    foot = Foot(surroundings())
    qtbot.addWidget(foot)
    foot.show_levels("Leses fra 2 m")
    foot.show_printed(done=True)
    assert foot.line.property("tone") == "quiet"
    printed = foot.line.text()
    foot.show_printed(done=False)
    assert foot.line.property("tone") == "error"
    assert len({printed, foot.line.text(), "Leses fra 2 m", ""}) == 4
