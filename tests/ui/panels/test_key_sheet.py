"""The sheet of keys: all of them, in every language, found by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.editor.actions import ACTIONS
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.key_sheet import GESTURES
from cjmapper.words import tables
from tests.support.builders import document
from tests.ui.panels.conftest import Opener

Keys = Qt.Key


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    made = opened(document())
    made.activateWindow()
    made.work.canvas.setFocus()
    return made


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
def test_every_shortcut_and_every_gesture_stands_in_it(window: MainWindow, language: str) -> None:
    window.take_option("language", language)
    window.commands.run("keys")
    said = "\n".join(window.key_sheet.shown)
    words = window.place.around.words
    for one in ACTIONS:
        if one.shortcuts:
            assert words.say(f"action.{one.id}").removesuffix("…").rstrip() in said
    for names in GESTURES.values():
        for name in names.split():
            assert words.say(f"keys.{name}") in said
    assert window.rect().contains(window.key_sheet.geometry())


def test_gestures_are_listed_once_and_worded() -> None:
    listed = [name for names in GESTURES.values() for name in names.split()]
    assert len(listed) == len(set(listed))
    for group in GESTURES:
        assert f"keys.group.{group}" in tables.ALL


def test_letters_find_a_key_by_what_it_does_or_by_its_name(window: MainWindow) -> None:
    window.commands.run("keys")
    sheet = window.key_sheet
    everything = len(sheet.shown)
    QTest.keyClicks(sheet.field, "zoom")
    assert 1 < len(sheet.shown) < everything
    assert all("zoom" in said.lower() for said in sheet.shown)
    sheet.field.setText("ctrl+shift+s")
    assert [said.split(" Ctrl")[0] for said in sheet.shown] == ["Save as"]
    sheet.field.setText("qqq")
    assert sheet.shown == []
    assert sheet.nothing.isVisible()
    sheet.field.clear()
    assert len(sheet.shown) == everything


def test_keys_scroll_it_and_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    window.take_option("ui_size", 150)
    window.commands.run("keys")
    sheet = window.key_sheet
    QApplication.processEvents()
    bar = sheet._area.verticalScrollBar()
    for key, further in (
        (Keys.Key_Down, True), (Keys.Key_PageDown, True), (Keys.Key_Up, False),
        (Keys.Key_PageUp, False),
    ):  # fmt: skip
        before = bar.value()
        QTest.keyClick(sheet.field, key)
        assert (bar.value() > before) is further
    QTest.keyClick(sheet.field, Keys.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is window.work.canvas


def test_the_question_mark_in_the_corner_opens_and_closes_it(window: MainWindow) -> None:
    button = window.bottom.buttons["keys"]
    button.click()
    assert window.key_sheet.isVisible()
    button.click()
    assert not window.key_sheet.isVisible()
