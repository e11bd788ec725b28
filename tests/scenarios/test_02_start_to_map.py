"""Scenario 2: one click from the start screen to a map that can be worked on."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.recorder import Recorder
from cjmapper.drawing.theme import PAPER
from cjmapper.storage.templates import template_names
from cjmapper.ui.main_window import MainWindow
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

GHOSTS = ("canvas.type_phase_name", "canvas.tab_for_next", "canvas.empty_emotions")
EXPECTED_CLICKS = 1


@pytest.fixture
def window(windows: Windows) -> MainWindow:
    return windows.open()


@pytest.mark.parametrize("name", template_names())
def test_one_click_gives_a_map_with_its_first_header_selected(
    window: MainWindow, name: str
) -> None:
    clicks = 0
    QTest.mouseClick(window.start.cards[name], Qt.MouseButton.LeftButton)
    clicks += 1
    assert clicks == EXPECTED_CLICKS
    journey = window.session.journey
    assert not window.is_at_start
    assert window.session.selection == (journey.phases[0].id,)
    assert journey.lanes
    assert journey.steps
    assert not journey.cards
    assert window.focusWidget() is window.work.canvas


def test_the_sample_text_is_gone_once_a_name_is_typed(window: MainWindow) -> None:
    QTest.mouseClick(window.start.cards["blank"], Qt.MouseButton.LeftButton)
    window.work.show_from_the_start()
    with_sample = inks(header(window, 1))
    QTest.keyClicks(window.work.canvas.viewport(), "I")
    QTest.keyClick(window.work.canvas.viewport(), Qt.Key.Key_Escape)
    assert window.session.journey.phases[0].name == "I"
    assert inks(header(window, 1)) < with_sample


def test_sample_text_is_never_printed(window: MainWindow) -> None:
    QTest.mouseClick(window.start.cards["blank"], Qt.MouseButton.LeftButton)
    words, recorder = surroundings().words, Recorder()
    recorder.paint(Composer(PAPER).map_drawing(window.editor.layout))
    drawn = recorder.text()
    assert window.session.journey.lanes[0].title in drawn
    for code in GHOSTS:
        assert words.say(code) not in drawn


def header(window: MainWindow, index: int) -> QImage:
    """The band of a phase, as it is painted."""
    canvas = window.work.canvas
    place: QRect = canvas.place_px(window.session.journey.phases[index].id)
    return canvas.viewport().grab(place).toImage()


def inks(image: QImage) -> int:
    """How many colours stand in a picture."""
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})
