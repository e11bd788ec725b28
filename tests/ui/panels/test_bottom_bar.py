"""The line at the bottom: a hint that can be read, and everything about the zoom."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.bottom_bar import CALM_MS
from tests.support.builders import card, document, journey
from tests.ui.panels.conftest import Opener


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    return opened(document(journey(cards=(card("a", "touchpoint:s1"),))))


def test_of_hints_that_come_at_once_the_first_and_the_last_are_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar = window.bottom
    QTest.qWait(2 * CALM_MS)
    for sentence in ("one", "two", "three"):
        bar.show_hint(sentence)
        assert bar.hint.said == "one"
    qtbot.waitUntil(lambda: bar.hint.said == "three")


def test_the_hint_is_about_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    window.editor.select("a")
    qtbot.waitUntil(lambda: "[Enter]" in window.bottom.hint.said)
    assert "[" not in window.bottom.hint.accessibleName()


def test_buttons_zoom_and_the_percentage_follows(window: MainWindow, qtbot: QtBot) -> None:
    bar, canvas = window.bottom, window.work.canvas
    canvas.set_zoom(1.0)
    bar.buttons["zoom_in"].click()
    qtbot.waitUntil(lambda: bar.percent.text() == "110%")
    assert canvas.zoom > 1.0
    bar.buttons["zoom_out"].click()
    qtbot.waitUntil(lambda: bar.percent.text() == "100%")


def test_the_menu_of_the_zoom_holds_the_hand_and_what_the_wheel_does(window: MainWindow) -> None:
    said = [one.text() for one in window.bottom.zoom_menu.actions() if not one.isSeparator()]
    words = window.place.around.words
    for code in ("action.zoom_100", "action.hand", "menu.wheel"):
        assert words.say(code) in said
    window.bottom.percent.click()
    assert window.bottom.zoom_menu.isVisible()
    window.bottom.zoom_menu.close()


def test_every_button_has_a_name_and_a_tip_with_its_key(window: MainWindow) -> None:
    for name, button in window.bottom.buttons.items():
        assert button.accessibleName(), name
        assert "(" in button.toolTip(), name
    assert window.bottom.percent.toolTip()
