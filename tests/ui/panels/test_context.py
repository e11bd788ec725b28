"""The toolbar beside what is selected and the menu of the right button, in a whole window."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cjmapper.geometry import Point
from cjmapper.model import queries
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.floating import SHADOW
from tests.support.builders import card, document, journey, link, reading, transition
from tests.ui.panels.conftest import Opener

LEFT, RIGHT, PLAIN = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    cards = tuple(card(f"c{n}", "note:s2", f"Card {n}") for n in range(6))
    return opened(
        document(
            journey(
                "s1 s2|s3|s4 s5",
                "touchpoint emotion thought note",
                cards=(*cards, card("t", "thought:s1"), card("u", "touchpoint:s3")),
                emotions=(reading("e", "s2", 0.0),),
                links=(link("k", "t", "u"),),
                transitions=(transition("w", "s1", "s3"),),
            )
        )
    )


def ground(window: MainWindow) -> QRect:
    """The toolbar without its shadow, in the viewport."""
    edge = window.place.around.look.px(SHADOW)
    return window.toolbar.geometry().adjusted(edge, edge, -edge, -edge)


def contents(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def ask_for_menu(window: MainWindow, point: QPoint) -> QMenu:
    """The right button at a point of the map."""
    view = window.work.canvas.viewport()
    QTest.mousePress(view, RIGHT, PLAIN, point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, point, view.mapToGlobal(point)))
    QTest.mouseRelease(view, RIGHT, PLAIN, point)
    menu = window.context_menus.open_now
    assert menu is not None
    return menu


# The toolbar


@pytest.mark.parametrize("name", ["c3", "u", "p1", "p3", "s4", "note", "touchpoint", "e", "k", "w"])
def test_the_toolbar_stands_beside_what_is_selected_and_never_on_it(
    window: MainWindow, name: str
) -> None:
    window.editor.select(name)
    assert not window.toolbar.isVisible()
    window.toolbar.settle()
    assert window.toolbar.isVisible()
    canvas = window.work.canvas
    assert canvas.viewport().rect().contains(ground(window))
    if name not in {"k", "w"}:
        assert not ground(window).intersects(canvas.place_px(name))
    for button in window.toolbar.buttons.values():
        assert button.accessibleName()
        assert button.toolTip()
        assert min(button.width(), button.height()) >= 32


@pytest.mark.parametrize("name", ["p1", "s2", "p3", "w"])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_toolbar_of_what_stands_in_the_header_stands_above_all_of_it(
    window: MainWindow, name: str, percent: int
) -> None:
    window.place.around.look.choose(percent=percent)
    window.editor.select(name)
    window.toolbar.settle()
    view = window.work.canvas.view
    assert 0 <= ground(window).top() < ground(window).bottom() < view.header_top


def test_the_toolbar_stands_below_a_header_that_is_held_at_the_top(window: MainWindow) -> None:
    canvas = window.work.canvas
    window.editor.select("s2")
    canvas.look(canvas.view.zoomed(1.4, Point(0, 0)).scrolled_to(0, 300))
    assert canvas.view.header_top == 0
    window.toolbar.settle()
    assert ground(window).top() >= canvas.view.header_bottom


def test_the_toolbar_comes_by_itself_and_goes_while_one_scrolls_types_or_drags(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.editor.select("c1")
    assert not window.toolbar.isVisible()
    qtbot.waitUntil(window.toolbar.isVisible)
    window.work.canvas.zoom_in()
    assert not window.toolbar.isVisible()
    window.toolbar.settle()
    assert window.toolbar.isVisible()
    window.commands.run("edit_text")
    assert window.editor.is_writing
    assert not window.toolbar.isVisible()
    window.editor.cancel()
    window.toolbar.settle()
    QTest.mousePress(window.work.canvas.viewport(), LEFT, PLAIN, middle(window, "c1"))
    assert not window.toolbar.isVisible()
    window.toolbar.settle()
    assert not window.toolbar.isVisible()
    QTest.mouseRelease(window.work.canvas.viewport(), LEFT, PLAIN, middle(window, "c1"))


def test_nothing_selected_or_nothing_in_view_has_no_toolbar(window: MainWindow) -> None:
    window.editor.select()
    window.toolbar.settle()
    assert not window.toolbar.isVisible()
    window.editor.select("c1")
    canvas = window.work.canvas
    canvas.set_zoom(3.0)
    canvas.look(canvas.view.scrolled_by(1e5, -1e5))
    window.toolbar.settle()
    assert not window.toolbar.isVisible()


def test_a_face_on_the_toolbar_sets_the_emotion_at_once(window: MainWindow) -> None:
    window.editor.select("e")
    window.toolbar.settle()
    window.toolbar.buttons["emotion_1"].click()
    changed = queries.emotion(window.session.journey, "e")
    assert changed is not None
    assert changed.value == -2.0
    assert window.session.undo_name is not None


def test_the_face_that_the_map_shows_is_chosen_on_the_toolbar(window: MainWindow) -> None:
    window.editor.select("e")
    QTest.keyClick(window.work.canvas, Qt.Key.Key_Plus)
    window.toolbar.settle()
    half = queries.emotion(window.session.journey, "e")
    assert half is not None
    assert half.value == 0.5
    chosen = [name for name, button in window.toolbar.buttons.items() if button.isChecked()]
    assert chosen == ["emotion_4"]


def test_what_makes_no_sense_now_is_dimmed_on_the_toolbar(window: MainWindow) -> None:
    window.editor.select("touchpoint", "emotion", "thought", "note")
    window.editor.select("u")
    window.toolbar.settle()
    assert all(button.isEnabled() for button in window.toolbar.buttons.values())


# The menus


def middle(window: MainWindow, name: str) -> QPoint:
    return window.work.canvas.place_px(name).center()


def test_the_right_button_selects_what_is_under_it_and_then_offers_what_can_be_done(
    window: MainWindow,
) -> None:
    window.editor.select("p3")
    menu = ask_for_menu(window, middle(window, "u"))
    assert window.session.selection == ("u",)
    said = contents(menu)
    assert {"Edit text", "Move to", "Delete"} <= set(said)
    assert len(said) <= 12
    by_words = {action.text(): action for action in menu.actions()}
    assert by_words["Delete"].shortcut().toString() == "Del"
    menu.close()


def test_cards_that_are_selected_stay_so_and_are_meant_together(window: MainWindow) -> None:
    window.editor.select("c0", "c1")
    menu = ask_for_menu(window, middle(window, "c1"))
    assert window.session.selection == ("c0", "c1")
    assert "Edit text" not in contents(menu)
    menu.close()


def test_move_to_leads_to_every_cell_that_takes_the_card(window: MainWindow) -> None:
    window.editor.select("c0")
    phases = window.context_menus.inner("move_to", window)
    assert contents(phases) == ["Phase 1", "Phase 2", "Phase 3"]
    phase = phases.actions()[1].menu()
    assert isinstance(phase, QMenu)
    phase.aboutToShow.emit()
    assert contents(phase) == ["touchpoint", "thought", "note"]
    phase.actions()[1].trigger()
    moved = queries.card(window.session.journey, "c0")
    assert moved is not None
    assert (moved.lane, moved.step) == ("thought", "s3")
    many = phases.actions()[0].menu()
    assert isinstance(many, QMenu)
    many.aboutToShow.emit()
    assert contents(many) == ["Step s1", "Step s2"]


def test_a_menu_within_says_only_what_it_adds(window: MainWindow) -> None:
    window.editor.select("p1")
    widths = window.context_menus.inner("width", window)
    said = contents(widths)
    assert "Wide" in said
    assert not any(":" in words for words in said)
    before = window.session.document
    next(one for one in widths.actions() if one.text() == "Wide").trigger()
    assert window.session.document is not before


def test_the_menu_key_opens_the_menu_of_what_is_selected(window: MainWindow) -> None:
    window.editor.select("s4")
    canvas = window.work.canvas
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1)))
    menu = window.context_menus.open_now
    assert menu is not None
    assert "Split the phase here" in contents(menu)
    menu.close()


def test_shift_f10_opens_it_too_and_elsewhere_the_menu_of_what_has_the_keyboard(
    window: MainWindow,
) -> None:
    window.activateWindow()
    window.work.canvas.setFocus()
    window.editor.select("s4")
    QTest.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = window.context_menus.open_now
    assert menu is not None
    assert "Split the phase here" in contents(menu)
    menu.close()
    window.context_menus.open_now = None
    window.commands.run("find")
    window.commands.run("open_menu")
    assert window.context_menus.open_now is None
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


def test_while_a_menu_is_open_no_toolbar_comes(window: MainWindow) -> None:
    menu = ask_for_menu(window, middle(window, "u"))
    window.toolbar.settle()
    assert not window.toolbar.isVisible()
    menu.close()
    window.toolbar.settle()
    assert window.toolbar.isVisible()


def test_a_right_press_that_ends_a_drag_opens_no_menu(window: MainWindow) -> None:
    view = window.work.canvas.viewport()
    start = middle(window, "u")
    QTest.mousePress(view, LEFT, PLAIN, start)
    QTest.mouseMove(view, start + QPoint(30, 30))
    assert window.editor.state.is_gesture
    QTest.mousePress(view, RIGHT, PLAIN, start)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, start, view.mapToGlobal(start)))
    assert window.context_menus.open_now is None
    assert not window.editor.state.is_gesture


def test_kinds_and_colours_of_a_card_are_chosen_in_its_menu(window: MainWindow) -> None:
    window.editor.select("c0", "c1")
    tints = window.context_menus.inner("tint", window)
    next(one for one in tints.actions() if one.text() == "Green").trigger()
    colours = {card.color for card in window.session.journey.cards if card.id in ("c0", "c1")}
    assert colours == {"#009E73"}
    window.editor.select("t")
    kinds = window.context_menus.inner("card_kind", window)
    assert [one.text() for one in kinds.actions() if one.isChecked()] == ["Thought"]
    next(one for one in kinds.actions() if not one.isChecked()).trigger()
    changed = queries.card(window.session.journey, "t")
    assert changed is not None
    assert changed.kind.value != "thought"
