"""Scenario 19: the command palette, three letters and Enter change a width; the row has its key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.ui.main_window import MainWindow
from tests.support.builders import document, journey
from tests.ui.panels.conftest import Opener, opened

__all__ = ["opened"]

MOST_KEYS = 5
Keys = Qt.Key


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    made = opened(document(journey("s1|s2", "touchpoint note")))
    made.activateWindow()
    return made


def test_a_selected_phase_is_widened_in_five_keys(window: MainWindow) -> None:
    window.work.canvas.setFocus()
    window.editor.select("p1")
    width = window.editor.layout.columns[0].width
    keys = 1
    QTest.keyClick(window, Keys.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = window.palette_panel.field
    assert QApplication.focusWidget() is field
    for letter in "wid":
        QTest.keyClicks(field, letter)
        keys += 1
    chosen = window.palette_panel.chosen
    assert chosen is not None
    assert chosen.title.startswith("Width")
    assert chosen.shortcut
    QTest.keyClick(field, Keys.Key_Return)
    keys += 1
    assert keys <= MOST_KEYS
    assert window.editor.layout.columns[0].width != width
    assert QApplication.focusWidget() is window.work.canvas
    assert window.session.selection == ("p1",)
