"""The start screen: pictures to choose from, by click and by keys; files that come and go."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cjmapper.model.ids import counted_ids
from cjmapper.places import resource
from cjmapper.storage.templates import template_names
from cjmapper.ui.start_pictures import StartPictures, saved_when
from cjmapper.ui.start_screen import StartScreen
from cjmapper.ui.start_tiles import StartTile
from cjmapper.words.catalog import Words
from tests.support.windows import TODAY, pictures, surroundings

RESTAURANT = resource("examples", "restaurant.nb.cjmap")
Screen = Callable[..., StartScreen]


@pytest.fixture
def screen(qapp: QApplication) -> Iterator[Screen]:
    """Makes start screens of a size, in a size of words."""
    assert qapp is not None
    made: list[StartScreen] = []

    def make(width: int = 1366, percent: int = 100) -> StartScreen:
        around = surroundings()
        around.look.choose(percent=percent)
        painted = StartPictures(pictures(), counted_ids("q"), lambda: TODAY)
        start = StartScreen(around, template_names(), painted)
        start.resize(width, 692)
        start.show()
        made.append(start)
        return start

    yield make
    for start in made:
        start.close()
        start.deleteLater()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A map in a file of its own."""
    path = tmp_path / "dinner.cjmap"
    path.write_bytes(RESTAURANT.read_bytes())
    return path


def focused(start: StartScreen) -> str:
    now = start.focusWidget()
    return now.text() if isinstance(now, StartTile) else ""


def names(start: StartScreen) -> list[str]:
    return [card.text() for card in start.cards.values()]


def test_arrows_walk_the_cards_and_go_over_to_the_files(screen: Screen, kept: Path) -> None:
    start = screen()
    start.offer([], [kept])
    start.focus_first()
    walk = [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up]
    seen = []
    for key in [*walk, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left]:
        QTest.keyClick(start.focusWidget(), key)
        seen.append(focused(start))
    first, second, third, fourth, fifth, *_ = names(start)
    assert seen == [second, fifth, fourth, fourth, first, second, third, "dinner", third]


def test_enter_opens_what_the_keyboard_is_on(qtbot: QtBot, screen: Screen, kept: Path) -> None:
    start = screen()
    start.offer([], [kept])
    with qtbot.waitSignal(start.file_chosen) as told:
        QTest.keyClick(start.rows[kept], Qt.Key.Key_Return)
    assert told.args == [kept]


@pytest.mark.parametrize(
    ("width", "percent", "across"), [(1366, 100, 3), (1920, 100, 5), (1366, 150, 2), (1366, 200, 1)]
)
def test_everything_has_room_beside_each_other(
    screen: Screen, width: int, percent: int, across: int
) -> None:
    start = screen(width, percent)
    start.grab()
    cards = list(start.cards.values())
    assert len({card.x() for card in cards}) == across
    for button in start.findChildren(QPushButton):
        right = button.mapTo(start, button.rect().bottomRight()).x()
        assert right < width


def test_files_and_examples_are_shown_as_pictures(
    qtbot: QtBot, screen: Screen, kept: Path, tmp_path: Path
) -> None:
    start = screen()
    damaged = tmp_path / "damaged.cjmap"
    damaged.write_text("no map")
    start.offer([("An example", RESTAURANT)], [kept, damaged])
    qtbot.waitUntil(lambda: not start.is_painting, timeout=20_000)
    assert [row.picture is None for row in start.rows.values()] == [False, True, False]


def test_a_file_that_is_gone_says_so_and_can_be_taken_off_the_list(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    start = screen()
    gone = tmp_path / "gone.cjmap"
    start.offer([], [gone])
    row = start.rows[gone]
    assert row.about == start._around.words.say("start.missing")
    button = row.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    with qtbot.waitSignal(start.forget_asked) as told:
        button.click()
    assert told.args == [gone]


def test_a_long_name_is_shortened_and_told_in_full(screen: Screen, tmp_path: Path) -> None:
    start = screen()
    path = tmp_path / f"{'long ' * 30}.cjmap"
    start.offer([], [path])
    row = start.rows[path]
    assert "…" in row.lines[0]
    assert path.stem.strip() in " ".join(row.toolTip().split())


def test_when_a_file_was_saved_is_said_as_people_say_it(kept: Path) -> None:
    words = Words("en")
    noon = dt.datetime(2026, 3, 24, 12, tzinfo=dt.UTC).timestamp()
    said = []
    for days in (0, 1, 9):
        os.utime(kept, (noon, noon - days * 86_400))
        said.append(saved_when(kept, TODAY, words))
    assert said == ["Today", "Yesterday", "15 March 2026"]
    assert saved_when(kept / "nothing", TODAY, words) is None


def test_ctrl_v_and_the_button_ask_for_a_table(qtbot: QtBot, screen: Screen) -> None:
    start = screen()
    start.focus_first()
    with qtbot.waitSignal(start.paste_asked):
        QTest.keyClick(start.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    said = start._around.words.say("start.paste_table")
    button = next(one for one in start.findChildren(QPushButton) if one.text() == said)
    with qtbot.waitSignal(start.paste_asked):
        button.click()
