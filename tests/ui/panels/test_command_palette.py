"""The command palette: what it offers, in which order, and that keys alone are enough."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.editor.actions import ACTIONS
from cjmapper.model import document as d
from cjmapper.ui.look.appearance import Theme
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.command_palette import CommandPalette
from cjmapper.ui.panels.jumps import Jump, ranked
from tests.support.builders import card, document, journey
from tests.ui.panels.conftest import Opener

Keys = Qt.Key


def sample() -> d.Document:
    cards = (card("a", "touchpoint:s1", "Betaler på nett"), card("b", "touchpoint:s3", "Henter"))
    return document(journey("s1 s2|s3", "touchpoint emotion note", cards=cards))


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    made = opened(sample())
    made.activateWindow()
    made.work.canvas.setFocus()
    return made


@pytest.fixture
def palette(window: MainWindow) -> CommandPalette:
    window.commands.run("palette")
    return window.palette_panel


def titles(palette: CommandPalette) -> list[str]:
    return [jump.title for jump in palette.shown]


def test_every_command_is_there_with_its_key_and_those_that_can_not_run_are_dimmed_and_last(
    palette: CommandPalette,
) -> None:
    by_key = {jump.key: jump for jump in palette.shown}
    assert {one.id for one in ACTIONS} - {"palette"} <= set(by_key)
    assert by_key["save"].shortcut == "Ctrl+S"
    assert not by_key["undo"].enabled
    able = [jump.enabled for jump in palette.shown]
    assert able == sorted(able, reverse=True)
    assert any("Theme: Dark" in title for title in titles(palette))


def test_letters_find_commands_phases_steps_lanes_and_cards(palette: CommandPalette) -> None:
    for typed, title, group in (
        ("phase 2", "Phase 2", "Go to phase"),
        ("s3", "Step s3", "Go to step"),
        ("note", "note", "Go to lane"),
        ("betaler pa", "Betaler på nett", "Go to card"),
        ("fit map", "Fit the map", "View"),
    ):
        palette.field.clear()
        QTest.keyClicks(palette.field, typed)
        found = [(jump.title, jump.group) for jump in palette.shown]
        assert (title, group) in found[:2], typed


def test_enter_goes_to_a_card_selects_it_and_gives_the_keyboard_back(
    window: MainWindow, palette: CommandPalette
) -> None:
    QTest.keyClicks(palette.field, "betaler")
    QTest.keyClick(palette.field, Keys.Key_Return)
    assert not palette.isVisible()
    assert window.session.selection == ("a",)


def test_arrows_go_round_and_pages_stop_at_the_ends(palette: CommandPalette) -> None:
    count = palette.rows.count()
    for key, row in (
        (Keys.Key_Up, count - 1), (Keys.Key_Down, 0), (Keys.Key_Down, 1), (Keys.Key_PageUp, 0),
        (Keys.Key_PageDown, 9), (Keys.Key_Tab, 9),
    ):  # fmt: skip
        QTest.keyClick(palette.field, key)
        assert palette.rows.currentRow() == row


def test_a_pointer_that_lies_still_does_not_choose_what_scrolls_below_it(
    palette: CommandPalette,
) -> None:
    places = [palette.rows.viewport().mapToGlobal(QPoint(40, y)) for y in (60, 100)]
    QCursor.setPos(places[0])
    QApplication.processEvents()
    palette.rows.setCurrentRow(0)
    QTest.keyClick(palette.field, Keys.Key_Up)
    last = palette.rows.count() - 1
    item = palette.rows.item(last - 3)
    palette.rows.itemEntered.emit(item)
    assert palette.rows.currentRow() == last
    QCursor.setPos(places[1])
    palette.rows.itemEntered.emit(item)
    assert palette.rows.currentRow() == last - 3


def test_what_was_used_last_comes_first_the_next_time(
    window: MainWindow, palette: CommandPalette
) -> None:
    QTest.keyClicks(palette.field, "inspector")
    QTest.keyClick(palette.field, Keys.Key_Return)
    window.commands.run("palette")
    assert palette.shown[0].key == "inspector"


def test_escape_and_the_key_that_opened_it_close_it_without_a_trace(
    window: MainWindow, palette: CommandPalette
) -> None:
    before = window.session.document
    QTest.keyClick(palette.field, Keys.Key_Escape)
    assert not palette.isVisible()
    window.commands.run("palette")
    assert palette.isVisible()
    window.commands.run("palette")
    assert not palette.isVisible()
    assert window.session.document is before


def test_what_can_not_run_is_not_run_and_what_nobody_says_is_said_so(
    palette: CommandPalette,
) -> None:
    QTest.keyClicks(palette.field, "undo")
    assert [jump.enabled for jump in palette.shown[:1]] == [False]
    QTest.keyClick(palette.field, Keys.Key_Return)
    assert palette.isVisible()
    palette.field.clear()
    QTest.keyClicks(palette.field, "qqqq")
    assert palette.shown == []
    assert palette.nothing.isVisible()
    assert "qqqq" in palette.nothing.text()
    QTest.keyClick(palette.field, Keys.Key_Return)
    assert palette.isVisible()


def test_what_fits_the_selection_comes_before_the_rest(window: MainWindow) -> None:
    window.editor.select("a")
    window.commands.run("palette")
    assert window.palette_panel.shown[0].key == "edit_text"


def test_at_the_start_it_offers_only_what_needs_no_map(window: MainWindow) -> None:
    window.commands.run("close")
    assert window.is_at_start
    window.commands.run("palette")
    able = {jump.key for jump in window.palette_panel.shown if jump.enabled}
    assert "open" in able
    assert not {"save", "select_all", "zoom_fit"} & able
    assert not any(jump.is_place for jump in window.palette_panel.shown)


def test_it_stands_near_the_top_and_in_the_window_at_every_size(window: MainWindow) -> None:
    for percent in (100, 125, 150):
        window.take_option("ui_size", percent)
        window.commands.run("palette")
        panel = window.palette_panel
        assert window.rect().contains(panel.geometry())
        assert panel.ground.width() == min(560 * percent / 100, window.width())
        top = panel.geometry().top() + panel.ground.top()
        assert abs(top - window.height() * 0.15) <= 2
        window.commands.run("palette")


def test_which_line_is_chosen_is_said_since_the_keyboard_stays_in_the_field(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    panel = window.palette_panel
    monkeypatch.setattr(panel, "_announce", heard.append)
    window.commands.run("palette")
    QTest.keyClick(panel.field, Keys.Key_Down)
    (said,) = heard
    assert said.code == "jump.chosen"
    assert said.values["title"] == panel.shown[1].title
    assert (said.values["index"], said.values["total"]) == (2, panel.rows.count())


def test_a_choice_still_works_after_its_menu_was_filled_anew(
    window: MainWindow, palette: CommandPalette
) -> None:
    QTest.keyClicks(palette.field, "theme dark")
    window.choices.filled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClick(palette.field, Keys.Key_Return)
    assert window.place.around.look.theme is Theme.DARK


def test_what_went_while_it_was_looked_for_is_not_gone_to(
    window: MainWindow, palette: CommandPalette
) -> None:
    QTest.keyClicks(palette.field, "betaler")
    window.session.select(("a",))
    window.commands.run("delete")
    QTest.keyClick(palette.field, Keys.Key_Return)
    assert window.session.selection == ()
    assert window.editor.layout.map.cards != ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("add touchpoint", "add_touchpoint"), ("print", "export"), ("fit width", "width_fit")],
)
def test_a_command_is_found_by_words_that_it_is_not_called_by(
    palette: CommandPalette, typed: str, name: str
) -> None:
    palette.field.setText(typed)
    palette.field.textEdited.emit(typed)
    assert name in [jump.key for jump in palette.shown[:3]]


def test_phases_and_steps_are_found_by_their_number(palette: CommandPalette) -> None:
    palette.field.setText("step 3")
    palette.field.textEdited.emit("step 3")
    assert "s3" in [jump.key for jump in palette.shown]
    assert "s1" not in [jump.key for jump in palette.shown]


def test_scattered_letters_are_not_offered_where_a_name_holds_what_was_typed() -> None:
    jumps = [
        Jump("far", "under no description open", "", lambda: None),
        Jump("undo", "Undo", "Edit", lambda: None, enabled=False),
    ]
    assert [one.key for one in ranked(jumps, "undo", ())] == ["undo"]
    assert [one.key for one in ranked(jumps[:1], "undo", ())] == ["far"]
