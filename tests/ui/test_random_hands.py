"""Mouse, keys, fingers, menus and files in any order and amid each other: the window stands."""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cjmapper.model import invariants
from cjmapper.places import resource
from cjmapper.storage.codec import encode_checked
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow
from tests.support.any_hands import AnyHands
from tests.support.builders import full_document
from tests.support.pixels import png
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

STEPS = int(os.environ.get("HAND_STEPS", "250"))
SEEDS = range(*(int(part) for part in os.environ.get("HAND_SEEDS", "0:6").split(":")))
OF_QT = ("This plugin does not support", "QGestureManager", "libpng", "QImage")
"""What Qt says of a platform without a screen, of fingers that no screen has, of bad pictures."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Maps, one of them broken, pictures, one of them broken, and texts."""
    example = resource("examples", "restaurant.nb.cjmap").read_bytes()
    (tmp_path / "map.cjmap").write_bytes(example)
    (tmp_path / "full.cjmap").write_bytes(encode_checked(full_document()))
    (tmp_path / "newer.cjmap").write_bytes(example.replace(b'"format": 1', b'"format": 99', 1))
    (tmp_path / "broken.cjmap").write_bytes(example[:2000])
    (tmp_path / "a.png").write_bytes(png(40, 30))
    (tmp_path / "broken.png").write_bytes(png(40, 30)[:40])
    (tmp_path / "table.csv").write_text("a;b\n1;2", encoding="utf-8")
    (tmp_path / "lines.txt").write_text("one\ntwo", encoding="utf-8")
    return tmp_path


@pytest.fixture
def window(windows: Windows, folder: Path) -> Iterator[MainWindow]:
    windows.answers.keep_changes = Answer.DISCARD
    windows.chosen.append(folder / "a.png")
    around = surroundings()
    made = windows.open(around)
    made.errands.open(folder / "map.cjmap")
    made.work.show_from_the_start()
    yield made
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    around.look.put_on()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def complaints(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Errors that would end the program, and warnings of Qt."""
    found: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: found.append(error))

    def hear(kind: QtMsgType, _place: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(OF_QT):
            found.append(text)

    former = qInstallMessageHandler(hear)
    yield found
    qInstallMessageHandler(former)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_hands_do_the_map_keeps_its_rules_and_can_be_saved_and_undone(
    window: MainWindow, folder: Path, complaints: list[object], seed: int
) -> None:
    hands = AnyHands(window, random.Random(seed), folder)  # noqa: S311 - repeatable, not secret
    for count in range(STEPS):
        hands.do_anything()
        if count % 10 == 0:
            window.grab()
            QApplication.processEvents()
        assert complaints == [], hands.done[-12:]
        if window.editor.read_only:
            assert window.session.document is hands.first, hands.done[-12:]
    window.work.inspector.finish()
    window.editor.settle()
    window.outside.stop()
    last = window.session.document
    assert list(invariants.violations(last)) == []
    encode_checked(last)
    entries = len(window.session.entry_names)
    while window.session.undo():
        pass
    assert window.session.document is hands.first
    for _ in range(entries):
        window.session.redo()
    assert window.session.document is last
    assert complaints == []
