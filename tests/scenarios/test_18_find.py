"""Scenario 18: a word is found among 500 cards, gone through, and left selected without a trace."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjmapper.storage.codec import encode_checked
from cjmapper.ui.main_window import MainWindow
from tests.support.builders import card, document, journey

Keys = Qt.Key
LEAST_TEXT_PX = 9
CARD_TEXT_PX = 14


def test_ctrl_f_finds_pay_among_500_cards_legibly(
    first_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    steps = [f"s{n}" for n in range(1, 26)]
    said = {107: "Pay for the meal", 233: "Payment fails", 391: "PAY BY PHONE"}
    cards = tuple(
        card(f"c{n}", f"{('touchpoint', 'note')[n % 2]}:{steps[n % 25]}", said.get(n, f"Wait {n}"))
        for n in range(500)
    )
    made = document(journey(" ".join(steps), "touchpoint emotion note", cards=cards))
    (tmp_path / "map.cjmap").write_bytes(encode_checked(made))
    window = first_window
    window.errands.open(tmp_path / "map.cjmap")
    canvas, bar = window.work.canvas, window.find_bar
    canvas.setFocus()
    canvas.fit_map()
    QTest.keyClick(canvas, Keys.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(bar.field, "pay")
    qtbot.waitUntil(lambda: bar.current is not None)
    assert len(bar.matches) == 3
    assert bar.current == bar.matches[0]
    assert canvas.zoom * CARD_TEXT_PX >= LEAST_TEXT_PX
    assert canvas.viewport().rect().contains(canvas.place_px(bar.matches[0]))
    assert bar.veil.found == bar.matches
    QTest.keyClick(bar.field, Keys.Key_Return)
    QTest.keyClick(bar.field, Keys.Key_Return)
    assert bar.current == bar.matches[2]
    assert canvas.viewport().rect().contains(canvas.place_px(bar.matches[2]))
    QTest.keyClick(bar.field, Keys.Key_Escape)
    assert window.session.selection == (bar.matches[2],)
    assert bar.isHidden()
    assert bar.veil.isHidden()
    assert canvas.hasFocus()
