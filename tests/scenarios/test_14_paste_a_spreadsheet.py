"""Scenario 14: a range of a spreadsheet becomes a whole map with one key."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.editor.table_readings import Reading
from cjmapper.ui.main_window import MainWindow

RANGE = (
    "\tDiscover\tCompare\tBuy\tUse\tReturn\r\n"
    "Activities\tSees an advert\tReads reviews\tOrders\tUnpacks\tPacks again\r\n"
    'Touchpoints\tRadio\t"Web page\nwith prices"\tTill\t\tPost office\r\n'
    "Emotions\t1\t0\t-1\tdelighted\t-2\r\n"
    'Pain points\t\tToo many\tThe "queue"\t\t=1+1\r\n'
)


def copy_range() -> None:
    carried = QMimeData()
    carried.setText(RANGE)
    QGuiApplication.clipboard().setMimeData(carried)


def test_one_key_makes_five_phases_by_four_lanes(first_window: MainWindow) -> None:
    window = first_window
    window.errands.begin("blank")
    copy_range()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    journey = window.session.journey
    assert [one.name for one in journey.phases] == ["Discover", "Compare", "Buy", "Use", "Return"]
    titles = ["Activities", "Touchpoints", "Emotions", "Pain points"]
    assert [lane.title for lane in journey.lanes] == titles
    kinds = ["activity", "touchpoint", "emotion", "pain"]
    assert [lane.kind.value for lane in journey.lanes] == kinds
    assert [one.value for one in journey.emotions] == [1.0, 0.0, -1.0, 2.0, -2.0]
    texts = {card.text for card in journey.cards}
    assert len(journey.cards) == 12
    assert {"Web page\nwith prices", 'The "queue"', "=1+1"} <= texts
    assert [one.code for one in window.session.entry_names] == ["undo.paste_map"]
    assert QApplication.activeModalWidget() is None


def test_another_reading_is_one_click_and_still_one_entry(first_window: MainWindow) -> None:
    window = first_window
    window.errands.begin("blank")
    before = window.session.document
    copy_range()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    whole = window.session.document
    bar = window.paste_bar
    assert bar.isVisible()
    assert bar.readings[Reading.MAP].isChecked()
    QTest.mouseClick(bar.readings[Reading.LANES], Qt.MouseButton.LeftButton)
    assert [one.code for one in window.session.entry_names] == ["undo.paste_cells"]
    assert len(window.session.journey.phases) == 6
    QTest.mouseClick(bar.readings[Reading.MAP], Qt.MouseButton.LeftButton)
    assert window.session.journey.phases[0].name == whole.maps[0].phases[0].name
    assert bar.undo is not None
    QTest.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert window.session.document is before
    assert not bar.isVisible()


def test_a_whole_map_that_comes_behind_another_is_shown(first_window: MainWindow) -> None:
    window = first_window
    window.errands.begin("blank")
    for number in (1, 2):
        names = "\t".join(f"Phase {letter}{number}" for letter in "ABCDEFGH")
        QGuiApplication.clipboard().setText(f"Lane\t{names}\nNotes\t{names}\n")
        QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QTest.mouseClick(window.paste_bar.readings[Reading.MAP], Qt.MouseButton.LeftButton)
    canvas = window.work.canvas
    assert len(window.session.journey.phases) == 16
    assert canvas.viewport().rect().contains(canvas.place_px(window.session.selection[0]))
