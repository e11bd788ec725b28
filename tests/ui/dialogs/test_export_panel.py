"""The export panel: makes files beside the map, can be stopped, says what went wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjmapper.errors import ExportCancelledError, ExportError, FileError
from cjmapper.export import jobs
from cjmapper.export.options import ExportOptions, ExportReport
from cjmapper.model.document import Document
from cjmapper.settings import EXPORT_FORMATS
from cjmapper.ui.dialogs.export_panel import ExportChoices, ExportPanel
from tests.support.builders import document, full_document
from tests.support.windows import surroundings


class Target:
    """Where the next export goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed_mind = False

    def __call__(self, suffix: str) -> Path | None:
        return None if self.changed_mind else self.folder / f"map.{suffix}"


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target(tmp_path)


@pytest.fixture
def panel(qtbot: QtBot, target: Target) -> Iterator[ExportPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ExportPanel(surroundings(), window, target)
    made.offer(lambda: (document(), "m1"), ExportOptions(), ExportChoices(paper="A4"))
    made.show()
    yield made
    made.close()


def choose(panel: ExportPanel, kind: str) -> None:
    button = panel.formats.button(EXPORT_FORMATS.index(kind))
    assert button is not None
    button.click()


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
def test_it_makes_a_file_of_every_kind(
    qtbot: QtBot, panel: ExportPanel, target: Target, kind: str
) -> None:
    choose(panel, kind)
    with qtbot.waitSignal(panel.made, timeout=60_000) as made:
        panel.export.click()
    assert made.args[0].paths == (target.folder / f"map.{kind}",)
    assert (target.folder / f"map.{kind}").stat().st_size > 1000
    qtbot.waitUntil(lambda: panel.run is None)
    assert not panel.isVisible()


def slow(progress_seen: list[float]) -> Callable[..., ExportReport]:
    """An export that goes on until it is stopped."""

    def export_file(
        _document: Document, _target: Path, _options: ExportOptions, progress: Callable[..., bool]
    ) -> ExportReport:
        done = 0.1
        while progress(done):
            progress_seen.append(done)
        raise ExportCancelledError("export_cancelled")

    return export_file


def test_cancel_stops_it_and_leaves_what_was_there(
    qtbot: QtBot, panel: ExportPanel, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    monkeypatch.setattr(jobs, "export_file", slow(seen))
    (target.folder / "map.pdf").write_bytes(b"before")
    panel.start()
    qtbot.waitUntil(lambda: panel.progress.value() == 100)
    assert not panel.export.isEnabled()
    with qtbot.waitSignal(panel.cancelled):
        QTest.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.run is None)
    assert (target.folder / "map.pdf").read_bytes() == b"before"
    assert panel.export.isEnabled()
    assert panel.isVisible()


def test_closing_it_stops_what_is_under_way(
    qtbot: QtBot, panel: ExportPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "export_file", slow([]))
    panel.start()
    panel.close()
    qtbot.waitUntil(lambda: panel.run is None)
    assert not panel.isVisible()


@pytest.mark.parametrize("error", [FileError("disk_full"), ExportError("picture_too_large")])
def test_what_goes_wrong_is_told(
    qtbot: QtBot, panel: ExportPanel, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def failing(*_arguments: object) -> ExportReport:
        raise error

    monkeypatch.setattr(jobs, "export_file", failing)
    with qtbot.waitSignal(panel.failed) as failed:
        panel.start()
    assert failed.args == [error, "map.pdf"]
    qtbot.waitUntil(lambda: panel.run is None)


def test_a_person_who_changes_their_mind_starts_nothing(panel: ExportPanel, target: Target) -> None:
    target.changed_mind = True
    panel.start()
    assert panel.run is None


def test_what_was_chosen_is_told_to_be_remembered(
    qtbot: QtBot, panel: ExportPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "export_file", slow([]))
    choose(panel, "png")
    panel.dpi.setCurrentIndex(3)
    with qtbot.waitSignal(panel.chose) as chose:
        panel.start()
    assert chose.args == [ExportChoices("png", "A4", "landscape", 300)]
    panel.close()


def test_dots_are_asked_for_pictures_and_maps_for_files_of_several(
    panel: ExportPanel,
) -> None:
    assert not panel.dpi.isVisible()
    assert not panel.maps.isVisible()
    choose(panel, "png")
    assert panel.dpi.isVisible()
    panel.offer(lambda: (full_document(), "m2"), ExportOptions(), ExportChoices())
    assert panel.maps.isVisible()
    assert panel.maps.currentData() is None


def test_it_exports_the_map_as_it_is_when_it_begins(
    qtbot: QtBot, panel: ExportPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported: list[Document] = []

    def export_file(made: Document, target: Path, *_rest: object) -> ExportReport:
        exported.append(made)
        return ExportReport(paths=(target,))

    monkeypatch.setattr(jobs, "export_file", export_file)
    now = [document()]
    panel.offer(lambda: (now[0], "m1"), ExportOptions(), ExportChoices())
    now[0] = full_document()
    with qtbot.waitSignal(panel.made):
        panel.start()
    assert exported == now
    qtbot.waitUntil(lambda: panel.run is None)
