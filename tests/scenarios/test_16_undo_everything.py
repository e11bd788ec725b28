"""Scenario 16: undo takes a whole map back to the empty one, redo gives it back exactly."""

import hashlib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cjmapper.storage.codec import encode
from cjmapper.ui.main_window import MainWindow
from tests.support.first_map import FIRST_MAP
from tests.support.window_hands import do, focused


def fingerprint(window: MainWindow) -> str:
    return hashlib.sha256(encode(window.session.document)).hexdigest()


def test_undo_gives_the_empty_map_and_redo_the_whole_one_hash_for_hash(
    first_window: MainWindow,
) -> None:
    window = first_window
    do(FIRST_MAP[0])
    window.editor.settle()
    empty = fingerprint(window)
    window.editor.open_text(window.session.journey.phases[0].id)
    for step in FIRST_MAP[1:]:
        do(step)
    whole, count = fingerprint(window), len(window.session.entry_names)
    assert count == 5 + 10 + 5
    for _ in range(count):
        QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.can_undo
    assert fingerprint(window) == empty
    for _ in range(count):
        QTest.keyClick(focused(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.can_redo
    assert fingerprint(window) == whole != empty
