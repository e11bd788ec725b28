"""Scenario 21: everything on the map can be reached, named and followed without seeing it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.editor.navigation import Grid
from cjmapper.places import resource
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.parts.worded import worded
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, journey
from tests.support.driver import Driver
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

RESTAURANT = resource("examples", "restaurant.nb.cjmap")
_NAME = QAccessible.Text.Name
_Role = QAccessible.Role
_OF_MAP = {
    _Role.ColumnHeader, _Role.RowHeader, _Role.ListItem, _Role.Slider, _Role.Graphic,
}  # fmt: skip
Opened = Callable[[str], MainWindow]


@pytest.fixture
def opened(windows: Windows) -> Opened:
    def open_window(language: str) -> MainWindow:
        window = windows.open(surroundings(language))
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        assert window.desk.take_up(RESTAURANT)
        return window

    return open_window


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[QAccessibleEvent]:
    """What a screen reader is told, as if one were running."""
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    return events


def tree_of(window: MainWindow) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(window.work.canvas)
    assert found is not None
    return found


def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        yield node.child(index)
        yield from below(node.child(index))


def announced(events: list[QAccessibleEvent]) -> list[str]:
    return [event.message() for event in events if isinstance(event, QAccessibleAnnouncementEvent)]


def has_keys(part: QWidget) -> bool:
    """Whether the keyboard is in a part of the window."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_as_many_objects_are_reached_as_there_are_on_the_map(opened: Opened, language: str) -> None:
    window = opened(language)
    layout, things = window.editor.layout, window.session.journey
    count = (
        sum(len(part) for part in (things.phases, things.steps, things.lanes, things.emotions))
        + sum(card.lane is not None for card in things.cards)
        + len(layout.links)
        + len(layout.transitions)
    )
    found = [part for part in below(tree_of(window)) if part.role() in _OF_MAP]
    assert len(found) == count
    assert len({part.text(_NAME) for part in found}) == count
    say = Words(language).say
    cards = [part for part in found if part.role() == _Role.ListItem]
    two = say("spoken.card", text="", index=2, total=2, step="", lane="").split(", ")[1]
    assert sum(f", {two}, " in part.text(_NAME) for part in cards) == 2
    for part in cards:
        assert len(part.text(_NAME).split(", ")) >= 4


def test_each_move_emits_one_announcement() -> None:
    """Moves as in scenarios 5 and 9: by pointer, by key and by command."""
    cards = (
        card("a", "touchpoint:s1"), card("b", "touchpoint:s2"), card("c", "touchpoint:s2"),
    )  # fmt: skip
    driver = Driver(document(journey("s1|s2|s3|s4", "touchpoint", cards=cards)))
    words = Words("nb")
    driver.drag(driver.at_card("a"), driver.at_card("c", y=0.02))
    assert [worded(words, said) for said in driver.announcements] == [
        "Card a, 2 av 3, Step s2, touchpoint"
    ]
    driver.announcements.clear()
    driver.select("p4")
    for _ in range(3):
        driver.key("Alt+Left")
    assert [worded(words, said) for said in driver.announcements] == [
        "Fase Phase 4, 3 av 4",
        "Fase Phase 4, 2 av 4",
        "Fase Phase 4, 1 av 4",
    ]
    driver.announcements.clear()
    driver.do("move_right")
    assert len(driver.announcements) == 1


def test_a_move_in_the_window_is_heard_once(
    opened: Opened, told: list[QAccessibleEvent], qtbot: QtBot
) -> None:
    window = opened("nb")
    canvas = window.work.canvas
    canvas.setFocus()
    window.editor.select(window.session.journey.phases[1].id)
    told.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(announced(told)))
    QApplication.processEvents()
    assert announced(told) == ["Fase Bestilling, 1 av 5"]


def test_a_deletion_is_heard_once_with_what_went(
    opened: Opened, told: list[QAccessibleEvent], qtbot: QtBot
) -> None:
    window = opened("nb")
    window.work.canvas.setFocus()
    window.editor.select("g6")
    told.clear()
    QTest.keyClick(window.work.canvas, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(announced(told)))
    QApplication.processEvents()
    assert len(announced(told)) == 1
    assert announced(told)[0].startswith("Slettet")


def test_tab_walks_the_objects_and_leaves_after_the_last(opened: Opened) -> None:
    window = opened("nb")
    canvas = window.work.canvas
    canvas.setFocus()
    window.editor.select()
    walked: list[str] = []
    while QApplication.focusWidget() is canvas:
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        walked.extend(window.editor.selection if QApplication.focusWidget() is canvas else ())
        assert len(walked) <= 200
    assert walked == list(dict.fromkeys(walked))
    assert set(walked) >= set(Grid(window.editor.layout).things)
    assert has_keys(window.work.inspector)


def test_shift_tab_walks_back_and_leaves_before_the_first(opened: Opened) -> None:
    window = opened("nb")
    canvas = window.work.canvas
    canvas.setFocus()
    window.editor.select(Grid(window.editor.layout).things[1])
    QTest.keyClick(canvas, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.editor.selection == Grid(window.editor.layout).things[:1]
    QTest.keyClick(canvas, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert has_keys(window.work.tiles)


def test_f6_goes_round_the_areas_of_the_window_both_ways(opened: Opened) -> None:
    window = opened("nb")
    work = window.work
    areas = (work.tiles, work.canvas, work.inspector, window.bottom)
    work.canvas.setFocus()
    window.editor.select("g6")
    for held, order in (
        (Qt.KeyboardModifier.NoModifier, (2, 3, 0, 1)),
        (Qt.KeyboardModifier.ShiftModifier, (0, 3, 2, 1)),
    ):
        for index in order:
            QTest.keyClick(window, Qt.Key.Key_F6, held)
            assert has_keys(areas[index]), index
    assert window.editor.selection == ("g6",)
