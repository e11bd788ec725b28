"""Whatever the keyboard can reach has a name and a role for those who do not see it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.places import resource
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.parts.choice import Choice
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

RESTAURANT = resource("examples", "restaurant.nb.cjmap")
LANGUAGES = ("nb", "sv", "en")
SELECTED = ("", "phases", "steps", "lanes", "cards", "emotions", "links", "transitions")
_Role = QAccessible.Role
_SAY_NOTHING = {_Role.NoRole, _Role.Client, _Role.Pane, _Role.Window, _Role.Whitespace}
Opened = Callable[[str], MainWindow]


@pytest.fixture
def opened(windows: Windows) -> Opened:
    windows.keeper.change(recent_files=(str(RESTAURANT),))
    return lambda language: windows.open(surroundings(language))


def reachable(place: QWidget) -> list[QWidget]:
    """What Tab or a pointer can give the keyboard to, and every button."""
    found = [place, *place.findChildren(QWidget)]
    return [
        one
        for one in found
        if one.isVisible()
        and not isinstance(one, QMenu)
        and (one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton))
        and one.focusProxy() is None
    ]


def unnamed(place: QWidget) -> list[str]:
    """What a screen reader would pass over in silence, or call by nothing but its kind."""
    silent: list[str] = []
    for one in reachable(place):
        spoken = QAccessible.queryAccessibleInterface(one)
        name = spoken.text(QAccessible.Text.Name).strip()
        more = spoken.text(QAccessible.Text.Description)
        if spoken.role() in _SAY_NOTHING or not name or "<" in more:
            silent.append(f"{type(one).__name__} {one.objectName()} «{name}» in {_chain(one)}")
    return silent


def _chain(one: QWidget) -> str:
    names: list[str] = []
    parent = one.parentWidget()
    while parent is not None and len(names) < 4:
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_screen_is_named(opened: Opened, language: str) -> None:
    window = opened(language)
    window.show_start()
    assert len(reachable(window)) > 5
    assert unnamed(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_with_a_map_is_named_whatever_is_selected(opened: Opened, language: str) -> None:
    window = opened(language)
    assert window.desk.take_up(RESTAURANT)
    for kind in SELECTED:
        things = getattr(window.session.journey, kind) if kind else ()
        for thing in {getattr(thing, "kind", ""): thing for thing in things}.values():
            window.editor.select(thing.id)
            window.work.inspector.bring_up_to_date()
            assert unnamed(window) == [], kind
        window.editor.select(*(thing.id for thing in things))
        window.work.inspector.bring_up_to_date()
        assert unnamed(window) == [], kind


def test_a_drop_down_is_called_after_its_caption_and_tells_what_it_shows(opened: Opened) -> None:
    window = opened("nb")
    assert window.desk.take_up(RESTAURANT)
    window.editor.select("t1")
    window.work.inspector.bring_up_to_date()
    channel = window.work.inspector.fields["channel"][1].findChild(Choice)
    assert isinstance(channel, Choice)
    spoken = QAccessible.queryAccessibleInterface(channel)
    assert spoken.role() == _Role.ComboBox
    assert spoken.text(QAccessible.Text.Name) == "Kanal"
    assert spoken.text(QAccessible.Text.Value) == "Venner og kjente"
    spoken.actionInterface().doAction(QAccessibleActionInterface.showMenuAction())
    assert channel.view().isVisible()
    channel.hidePopup()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_named(opened: Opened, language: str) -> None:
    window = opened(language)
    assert window.desk.take_up(RESTAURANT)
    window.editor.select("g6")
    window.commands.run("delete")
    assert window.work.notices.shown_text
    assert unnamed(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_export_panel_is_named(opened: Opened, language: str) -> None:
    window = opened(language)
    assert window.desk.take_up(RESTAURANT)
    window.commands.run("export")
    panel = window.errands.panel
    assert panel is not None
    assert len(reachable(panel)) > 4
    for button in panel.options.main.format.group.buttons():
        button.click()
        assert unnamed(panel) == []
    panel.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["find", "palette", "keys"])
def test_what_opens_over_the_map_is_named(opened: Opened, language: str, command: str) -> None:
    window = opened(language)
    assert window.desk.take_up(RESTAURANT)
    before = len(reachable(window))
    window.commands.run(command)
    assert len(reachable(window)) > before or len(_windows()) > 1
    for place in _windows():
        assert unnamed(place) == []


def test_the_toolbar_of_what_is_selected_is_named(opened: Opened, qtbot: QtBot) -> None:
    window = opened("nb")
    assert window.desk.take_up(RESTAURANT)
    qtbot.waitExposed(window)
    QApplication.processEvents()
    for name in ("g6", "em05", window.session.journey.phases[0].id, "lane-pain"):
        window.editor.select(name)
        qtbot.waitUntil(window.toolbar.isVisible)
        assert len(reachable(window.toolbar)) > 2
        assert unnamed(window.toolbar) == [], name
        window.editor.select()
        qtbot.waitUntil(lambda: not window.toolbar.isVisible())


def test_the_line_that_enter_would_run_is_said_while_the_keys_stay_in_the_field(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened("nb")
    assert window.desk.take_up(RESTAURANT)
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    window.commands.run("palette")
    field = window.palette_panel.field

    def said() -> str:
        QApplication.processEvents()
        heard = [one for one in events if isinstance(one, QAccessibleAnnouncementEvent)]
        return heard[-1].message()

    QTest.keyClicks(field, "eksporter")
    count = window.palette_panel.rows.count()
    assert said().startswith("Eksporter")
    assert said().endswith(f", 1 av {count}")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert said().endswith(f", {1 % count + 1} av {count}")
    QTest.keyClicks(field, "qqq")
    assert said() == window.palette_panel.nothing.text()


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
