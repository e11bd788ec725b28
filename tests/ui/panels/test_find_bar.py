"""The search: what stands out, how one goes on, and that nothing of it stays behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.find_bar import FindBar
from tests.support.builders import card, document, journey, link, reading
from tests.ui.panels.conftest import Opener

Keys = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    cards = (
        card("a", "touchpoint:s1", "Pay online"),
        card("b", "touchpoint:s9", "Wait"),
        card("c", "note:s9", "Paying twice"),
        card("z", "note:s30", "They payed"),
    )
    steps = " ".join(f"s{n}" for n in range(1, 31))
    made = opened(
        document(
            journey(
                steps,
                "touchpoint emotion note",
                cards=cards,
                emotions=(reading("e", "s2", 1.0, words=("payback",)),),
                links=(link("k", "a", "c", text="pay again"),),
            )
        )
    )
    made.work.canvas.setFocus()
    return made


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    window.commands.run("find")
    QTest.keyClicks(window.find_bar.field, "pay")
    window.find_bar.search()
    return window.find_bar


def matches(bar: FindBar) -> tuple[str, ...]:
    return bar.matches


def in_view(window: MainWindow, name: str) -> bool:
    canvas = window.work.canvas
    return canvas.viewport().rect().contains(canvas.place_px(name))


def test_the_first_is_shown_and_counted_and_the_rest_steps_back(
    window: MainWindow, bar: FindBar
) -> None:
    assert matches(bar) == ("a", "e", "c", "z", "k")
    assert bar.count.text() == "1 of 5"
    assert bar.veil.found == matches(bar)
    assert in_view(window, "a")
    picture = window.work.canvas.viewport().grab().toImage()
    header = window.work.canvas.place_px("p1")
    veiled = picture.pixelColor(header.topLeft() + QPoint(60, 4))
    bar.close_up()
    bare = window.work.canvas.viewport().grab().toImage()
    plain = bare.pixelColor(header.topLeft() + QPoint(60, 4))
    ground = QColor(window.work.canvas.layers.theme.canvas)
    for channel in ("red", "green", "blue"):
        now, before, under = (getattr(one, channel)() for one in (veiled, plain, ground))
        assert abs(now - (before * 0.35 + under * 0.65)) <= 3


def test_enter_arrows_and_keys_go_on_and_back_and_round(window: MainWindow, bar: FindBar) -> None:
    for key, held, name in (
        (Keys.Key_Return, Qt.KeyboardModifier.NoModifier, "e"),
        (Keys.Key_Return, Qt.KeyboardModifier.NoModifier, "c"),
        (Keys.Key_Return, SHIFT, "e"),
        (Keys.Key_Down, Qt.KeyboardModifier.NoModifier, "c"),
        (Keys.Key_Up, Qt.KeyboardModifier.NoModifier, "e"),
    ):
        QTest.keyClick(bar.field, key, held)
        assert bar.current == name
    window.commands.run("find_previous")
    window.commands.run("find_previous")
    assert bar.current == "k"
    window.commands.run("find_next")
    assert bar.current == "a"


def test_what_is_looked_at_is_never_under_the_bar(window: MainWindow, bar: FindBar) -> None:
    for _ in bar.matches:
        window.commands.run("find_next")
        assert bar.current is not None
        place = bar.veil.place(bar.current)
        assert not place.isEmpty()
        assert not bar.geometry().toRectF().intersects(place)


def test_text_too_small_to_read_is_brought_nearer(window: MainWindow, bar: FindBar) -> None:
    window.work.canvas.set_zoom(0.15)
    window.commands.run("find_next")
    assert window.work.canvas.zoom * 14 >= 9
    assert bar.current is not None
    assert in_view(window, bar.current)
    window.work.canvas.set_zoom(1.5)
    window.commands.run("find_next")
    assert window.work.canvas.zoom == 1.5


def test_escape_leaves_what_was_looked_at_selected_and_nothing_behind(
    window: MainWindow, bar: FindBar
) -> None:
    window.commands.run("find_next")
    QTest.keyClick(bar.field, Keys.Key_Escape)
    assert not bar.isVisible()
    assert not bar.veil.found
    assert window.session.selection == ("e",)
    assert not window.session.is_dirty


def test_the_map_stays_in_use_and_a_change_is_looked_at_anew(
    window: MainWindow, bar: FindBar
) -> None:
    window.commands.run("find_next")
    window.commands.run("find_next")
    assert bar.current == "c"
    window.work.canvas.setFocus()
    window.editor.select("a")
    window.commands.run("delete")
    assert matches(bar) == ("e", "c", "z")
    assert bar.current == "c"
    assert bar.count.text() == "2 of 3"
    window.commands.run("undo")
    assert matches(bar) == ("a", "e", "c", "z", "k")


def test_what_nobody_says_is_said_so_and_nothing_steps_back(
    window: MainWindow, bar: FindBar
) -> None:
    QTest.keyClicks(bar.field, "qq")
    bar.search()
    assert bar.count.text() == "Nothing found"
    assert not bar.veil.found
    assert not bar.next.isEnabled()
    bar.field.clear()
    bar.search()
    assert bar.count.text() == ""
    QTest.keyClick(bar.field, Keys.Key_Escape)
    assert not window.session.selection


def test_it_waits_until_one_stops_typing_and_opens_with_what_was_looked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.run("find")
    bar = window.find_bar
    QTest.keyClicks(bar.field, "wai")
    assert matches(bar) == ()
    qtbot.waitUntil(lambda: matches(bar) == ("b",))
    bar.close_up()
    window.commands.run("find_next")
    assert bar.isVisible()
    assert bar.field.selectedText() == "wai"


def test_another_document_ends_the_search(window: MainWindow, bar: FindBar) -> None:
    window.commands.run("close")
    assert window.is_at_start
    assert not bar.isVisible()
    assert bar.current is None


def test_many_are_shown_as_well_as_few_and_what_is_drawn_follows_the_view(opened: Opener) -> None:
    steps = " ".join(f"s{n}" for n in range(1, 31))
    cards = tuple(card(f"c{n}", f"note:s{n % 30 + 1}", f"pay {n}") for n in range(260))
    window = opened(document(journey(steps, "touchpoint note", cards=cards)))
    window.commands.run("find")
    bar = window.find_bar
    bar.field.setText("pay")
    bar.search()
    window.work.canvas.fit_map()
    QTest.qWait(400)
    view = window.work.canvas.viewport()
    pictures = [view.grab().toImage() for _ in range(2)]
    assert pictures[0] == pictures[1]
    window.commands.run("find_next")
    assert view.grab().toImage() != pictures[0]


def test_the_hint_tells_the_keys_while_the_keyboard_is_in_the_field(
    window: MainWindow, bar: FindBar, qtbot: QtBot
) -> None:
    window.activateWindow()
    bar.field.setFocus()
    qtbot.waitUntil(lambda: "[Shift+Enter]" in window.bottom.hint.said)
    window.work.canvas.setFocus()
    qtbot.waitUntil(lambda: "[Shift+Enter]" not in window.bottom.hint.said)
