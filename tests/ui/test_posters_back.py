"""A poster that carries its map is opened as a new document; the poster is never written to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.dialogs.files import choose_file_to_open
from cjmapper.ui.main_window import MainWindow
from cjmapper.words.catalog import Words
from tests.exchange.posters import pdf_with, png_with, svg_with
from tests.support.dragged import dragged_in
from tests.support.whole_window import Windows

EXAMPLE = resource("examples", "restaurant.nb.cjmap")
MAKERS = {".pdf": pdf_with, ".png": png_with, ".svg": svg_with}


@pytest.fixture
def window(windows: Windows) -> MainWindow:
    return windows.open()


def poster(folder: Path, ending: str, source: bytes | None = None) -> Path:
    path = folder / f"Plakat{ending}"
    path.write_bytes(MAKERS[ending](EXAMPLE.read_bytes() if source is None else source or None))
    return path


def let_go(window: MainWindow, path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.sendEvent(window, dragged_in(QPoint(600, 400), carried))
    event = QDropEvent(
        QPointF(600.0, 400.0), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


@pytest.mark.parametrize("ending", MAKERS)
def test_it_is_a_new_document_named_after_the_poster(
    windows: Windows, window: MainWindow, tmp_path: Path, ending: str
) -> None:
    path = poster(tmp_path, ending)
    window.errands.open(path)
    assert window.session.document == load(EXAMPLE).document
    assert window.desk.name == f"Plakat (from {ending[1:].upper()})"
    assert window.bar.title.text() == window.desk.name
    assert window.desk.file.path is None
    assert "Plakat" in window.notices.shown_text
    assert windows.keeper.settings.recent_files == (str(path),)


def test_saving_asks_where_and_leaves_the_poster_as_it_is(
    windows: Windows, window: MainWindow, tmp_path: Path
) -> None:
    path = poster(tmp_path, ".pdf")
    before = path.read_bytes()
    window.errands.open(path)
    windows.answers.save_where = tmp_path / "Plakat.cjmap"
    window.commands.run("save")
    assert windows.answers.proposed == tmp_path / "Plakat.cjmap"
    assert path.read_bytes() == before
    assert load(tmp_path / "Plakat.cjmap").document == load(EXAMPLE).document
    assert (tmp_path / "Plakat.cjmap").read_bytes() == EXAMPLE.read_bytes()
    assert window.desk.name == load(EXAMPLE).document.title


@pytest.mark.parametrize("ending", MAKERS)
def test_a_poster_let_go_on_the_start_screen_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ending: str
) -> None:
    let_go(window, poster(tmp_path, ending))
    qtbot.waitUntil(lambda: not window.is_at_start, timeout=5000)
    assert window.session.document.title == load(EXAMPLE).document.title


@pytest.mark.parametrize("ending", MAKERS)
def test_one_without_a_map_is_told_of_and_nothing_changes(
    window: MainWindow, tmp_path: Path, ending: str
) -> None:
    window.errands.open(poster(tmp_path, ending, b""))
    assert window.is_at_start
    assert "No map travels in it" in window.notices.shown_text


def test_posters_are_offered_where_a_file_is_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters: list[str] = []

    def look_and_close(dialog: QFileDialog) -> int:
        filters.extend(dialog.nameFilters())
        return 0

    monkeypatch.setattr(QFileDialog, "exec", look_and_close)
    assert choose_file_to_open(window, Words("en"), tmp_path) is None
    for ending in (".cjmap", *MAKERS):
        assert f"*{ending}" in filters[0]
