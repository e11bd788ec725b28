"""A person's keyboard in front of a whole window: keys go wherever the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.first_map import Step

_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Right": Qt.Key.Key_Right,
    **{str(number): Qt.Key(Qt.Key.Key_0.value + number) for number in range(1, 6)},
}


def focused() -> QWidget:
    """The widget that has the keyboard."""
    place = QApplication.focusWidget()
    assert place is not None
    return place


def do(step: Step) -> None:
    """Presses a key or types a text."""
    if step.is_text:
        QTest.keyClicks(focused(), step.what)
    else:
        QTest.keyClick(focused(), _KEYS[step.what])
