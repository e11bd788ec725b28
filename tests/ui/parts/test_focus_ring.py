"""The ring around what has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.parts.focus_ring import FocusRing


@pytest.mark.parametrize("corner", [(0, 0), (160, 60), (80, 30)])
def test_the_ring_is_seen_whole_also_at_the_edge_of_the_window(
    qapp: QApplication, qtbot: QtBot, corner: tuple[int, int]
) -> None:
    assert qapp is not None
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    button = QPushButton("b", window)
    button.setFixedSize(40, 40)
    button.move(*corner)
    ring = FocusRing(window, Look(Theme.LIGHT))
    window.show()
    window.activateWindow()
    ring.show_from_now()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert window.rect().contains(ring.geometry())
    assert ring.geometry().contains(button.geometry())
