"""A whole window over a map of one's own, to open panels in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cjmapper.model import document as d
from cjmapper.model.ids import counted_ids
from cjmapper.storage.codec import encode_checked
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow, Workplace
from tests.support.windows import (
    TODAY,
    Answers,
    MemoryKeeper,
    pictures,
    surroundings,
    ticking,
)

Opener = Callable[[d.Document], MainWindow]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opener]:
    """Opens a window with a document in it."""
    assert qapp is not None
    answers = Answers()
    around = surroundings()
    windows: list[MainWindow] = []

    def open_it(document: d.Document) -> MainWindow:
        window = MainWindow(
            Workplace(
                around=around,
                keeper=MemoryKeeper(),
                pictures=pictures(),
                ids=counted_ids("w"),
                clock=ticking(),
                today=lambda: TODAY,
                questions=answers.questions(),
            )
        )
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        (tmp_path / "map.cjmap").write_bytes(encode_checked(document))
        window.errands.open(tmp_path / "map.cjmap")
        window.work.show_from_the_start()
        return window

    yield open_it
    answers.keep_changes = Answer.DISCARD
    around.look.put_on()
    for window in windows:
        window.close()
        window.deleteLater()
