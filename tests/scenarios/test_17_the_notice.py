"""Scenario 17, in the window: deleting a phase asks nothing, and one click takes it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cjmapper.storage.codec import encode_checked
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels import notices
from tests.support.builders import card, cards, document, journey, link, reading

LEAST_MS = 8000


@pytest.fixture
def window(first_window: MainWindow, tmp_path: Path) -> MainWindow:
    made = document(
        journey(
            "s1|s2|s3",
            cards=(*cards(("a", "b", "c", "d", "e"), "touchpoint:s2"), card("f", "touchpoint:s3")),
            emotions=(reading("e1", "s2", 1.0),),
            links=(link("k", "a", "f"),),
        )
    )
    (tmp_path / "map.cjmap").write_bytes(encode_checked(made))
    first_window.errands.open(tmp_path / "map.cjmap")
    return first_window


def shown_notice(window: MainWindow) -> QWidget:
    found = [one for one in window.work.canvas.findChildren(QWidget, "notice") if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_notice_offers_undo_long_enough_and_one_click_restores_all(window: MainWindow) -> None:
    canvas = window.work.canvas
    canvas.setFocus()
    window.editor.select("p2")
    before = window.session.document
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert QApplication.activeModalWidget() is None
    assert [phase.id for phase in window.session.journey.phases] == ["p1", "p3"]
    assert "Phase 2" in window.notices.shown_text
    assert notices.SHOWN_FOR_MS >= LEAST_MS
    notice = shown_notice(window)
    assert canvas.viewport().rect().contains(notice.geometry())
    button = notice.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.document is before
    assert window.session.selection == ("p2",)
    assert window.notices.shown_text == ""


def test_the_notice_goes_once_undo_would_take_back_something_else(window: MainWindow) -> None:
    window.editor.select("f")
    window.commands.run("delete")
    assert window.notices.shown_text
    window.commands.run("add_lane")
    window.editor.settle()
    assert window.notices.shown_text == ""
