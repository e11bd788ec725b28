"""The panel for posters over a whole window: one step to undo, a map that is seen as it changes."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cjmapper.export.findings import Finding, Mend, Severity
from cjmapper.export.options import ExportReport
from cjmapper.geometry import Rect
from cjmapper.places import resource
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.poster import planner, printing
from cjmapper.ui.panels.poster.panel import PosterPanel
from tests.support.whole_window import Windows

EXAMPLE = resource("examples", "restaurant.nb.cjmap")


@pytest.fixture
def window(windows: Windows, tmp_path: Path) -> MainWindow:
    made = windows.open()
    (tmp_path / "dinner.cjmap").write_bytes(EXAMPLE.read_bytes())
    made.errands.open(tmp_path / "dinner.cjmap")
    return made


def opened(window: MainWindow) -> PosterPanel:
    window.commands.run("export")
    panel = window.errands.panel
    if panel is None:
        pytest.fail("no panel")
    return panel


def choose_paper(panel: PosterPanel, name: str) -> None:
    paper = panel.options.main.paper
    paper.setCurrentIndex(paper.findData(name))
    paper.activated.emit(paper.currentIndex())


def export(qtbot: QtBot, panel: PosterPanel) -> None:
    with qtbot.waitSignal(panel.out.ended, timeout=60_000):
        panel.start()


def test_the_settings_stay_with_the_map_as_one_step_that_can_be_undone(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    windows.answers.export_where = tmp_path / "poster.pdf"
    before = window.session.document
    panel = opened(window)
    choose_paper(panel, "A3")
    assert window.session.document is before
    export(qtbot, panel)
    assert window.session.journey.poster.paper == "A3"
    assert windows.keeper.settings.export_paper == "A3"
    window.commands.run("undo")
    assert window.session.document is before
    opened(window)
    assert panel.choices.poster.paper == "A3"


def test_an_export_as_the_map_has_it_changes_nothing(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    windows.answers.export_where = tmp_path / "poster.svg"
    panel = opened(window)
    before = window.session.document
    panel.options.main.format.button("svg").click()
    export(qtbot, panel)
    assert window.session.document is before
    assert windows.keeper.settings.export_format == "svg"


def test_an_edit_beside_the_open_panel_is_seen_in_it(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.is_up_to_date, timeout=30_000)
    first = panel.planned
    window.editor.select(window.session.journey.cards[0].id)
    window.commands.run("delete")
    qtbot.waitUntil(lambda: panel.is_up_to_date and panel.planned is not first, timeout=30_000)
    assert panel.planned is not None
    assert panel.planned.order.document is window.session.document


def test_a_closed_panel_plans_nothing(window: MainWindow) -> None:
    panel = opened(window)
    panel.close()
    planned = panel.planned
    window.editor.select(window.session.journey.cards[0].id)
    window.commands.run("delete")
    assert panel.planned is planned
    assert panel.is_up_to_date or planned is None


def test_another_map_of_the_file_has_its_own_settings(window: MainWindow) -> None:
    panel = opened(window)
    choose_paper(panel, "A0")
    window.commands.run("add_map")
    assert panel.choices.poster == window.session.journey.poster


def test_wider_columns_are_one_step_on_the_map(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = window.session.journey.steps[0].id
    mend = Mend(code="wider_columns", widths=((step, 70.0),))
    finding = Finding(
        code="cards_too_small",
        severity=Severity.PROBLEM,
        values={"size": 4, "least": 7, "paper": "A1"},
        page=0,
        rects=(Rect(10.0, 10.0, 20.0, 20.0),),
        mends=(mend,),
    )
    monkeypatch.setattr(planner, "preflight", lambda _plan: (finding,))
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.is_up_to_date, timeout=30_000)
    before = window.session.document
    panel.findings.buttons[0][0].click()
    assert window.session.journey.steps[0].width_mm == 70.0
    window.commands.run("undo")
    assert window.session.document is before


def test_what_was_made_is_told_with_what_is_not_in_it(window: MainWindow, tmp_path: Path) -> None:
    panel = opened(window)
    pictures = ExportReport(
        paths=(tmp_path / "p-1.png", tmp_path / "p-2.png"), broken_pictures=("Logo",)
    )
    sheets = ExportReport(paths=(tmp_path / "p.pdf",), pages=27, sheets=(25, "A4"))
    named = ExportReport(paths=(tmp_path / "p.pdf",), names_left=("Marte", "Olav"))
    for report, told in (
        (pictures, ("p-1.png", "p-2.png", "Logo")),
        (sheets, ("p.pdf", "25", "A4", "2 more pages")),
        (named, ("p.pdf", "These names", "Marte and Olav")),
    ):
        panel.out.made.emit(report)
        said = window.notices.shown_text
        assert [words for words in told if words not in said] == []


def test_a_read_only_file_is_exported_without_being_changed(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    windows.answers.export_where = tmp_path / "poster.pdf"
    window.editor.read_only = True
    before = window.session.document
    panel = opened(window)
    choose_paper(panel, "A4")
    export(qtbot, panel)
    assert window.session.document is before
    assert (tmp_path / "poster.pdf").exists()


def test_a_folder_is_offered_again_only_where_an_export_went_there(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    windows.answers.export_where = tmp_path / "gone" / "poster.svg"
    panel = opened(window)
    panel.options.main.format.button("svg").click()
    export(qtbot, panel)
    assert windows.keeper.settings.export_folder == ""
    windows.answers.export_where = tmp_path / "poster.svg"
    export(qtbot, panel)
    assert windows.keeper.settings.export_folder == str(tmp_path)


def test_printing_shows_what_will_come_out_and_asks_for_the_printer_at_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "chosen_printer", lambda *rest: asked.append(rest[-1]))
    window.commands.run("print")
    panel = window.errands.panel
    assert panel is not None
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=30_000)
    assert panel.isVisible()
    assert panel.planned is not None
    assert asked == [panel.planned.printed]
