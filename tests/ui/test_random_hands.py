"""Mouse, keys and commands in any order, also in the middle of each other: the window stands."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.model import invariants
from cjmapper.model.ids import counted_ids
from cjmapper.places import resource
from cjmapper.storage.codec import encode_checked
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow, Workplace
from tests.support.windows import (
    TODAY,
    Answers,
    MemoryKeeper,
    pictures,
    surroundings,
    ticking,
)

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Left,
    Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Backspace, Qt.Key.Key_1, Qt.Key.Key_5,
)  # fmt: skip
MODIFIERS = (PLAIN, PLAIN, PLAIN, Qt.KeyboardModifier.ShiftModifier)
OPTIONS = (("language", "nb"), ("language", "sv"), ("theme", "dark"), ("theme", "light"))
LEFT_OUT = {"quit", "close", "open", "save_as", "about", "new", "export", "copy", "cut"}
STEPS = 150


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    assert qapp is not None
    answers = Answers()
    around = surroundings()
    made = MainWindow(
        Workplace(
            around=around,
            keeper=MemoryKeeper(),
            pictures=pictures(),
            ids=counted_ids("w"),
            clock=ticking(),
            today=lambda: TODAY,
            questions=answers.questions(),
        )
    )
    made.resize(1366, 768)
    made.show()
    (tmp_path / "map.cjmap").write_bytes(resource("examples", "restaurant.nb.cjmap").read_bytes())
    made.errands.open(tmp_path / "map.cjmap")
    made.work.show_from_the_start()
    yield made
    answers.keep_changes = Answer.DISCARD
    around.look.put_on()
    made.close()
    made.deleteLater()


def do_anything(window: MainWindow, chance: random.Random) -> None:
    canvas = window.work.canvas
    view = canvas.viewport()
    point = QPoint(chance.randrange(view.width()), chance.randrange(view.height()))
    match chance.randrange(12):
        case 0 | 1 | 2:
            QTest.mousePress(view, LEFT, chance.choice(MODIFIERS), point)
        case 3 | 4 | 5:
            QTest.mouseMove(view, point)
        case 6 | 7:
            QTest.mouseRelease(view, LEFT, PLAIN, point)
        case 8:
            QTest.mouseDClick(view, LEFT, PLAIN, point)
        case 9:
            canvas.setFocus()
            QTest.keyClicks(canvas, chance.choice(("abc", "på &", " ")))
        case 10:
            canvas.setFocus()
            QTest.keyClick(canvas, chance.choice(KEYS), chance.choice(MODIFIERS))
        case _:
            command_anything(window, chance)


def command_anything(window: MainWindow, chance: random.Random) -> None:
    match chance.randrange(6):
        case 0:
            window.take_option(*chance.choice(OPTIONS))
        case 1:
            window.bar.map_button.chosen.emit(chance.choice(window.session.document.maps).id)
        case _:
            names = sorted(set(window.commands.actions) - LEFT_OUT)
            window.commands.run(chance.choice(names))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_hands_do_the_map_keeps_its_rules_and_can_be_saved_and_undone(
    window: MainWindow, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append(error))
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for count in range(STEPS):
        do_anything(window, chance)
        if count % 10 == 0:
            window.grab()
        assert failures == []
    window.work.inspector.finish()
    window.editor.settle()
    last = window.session.document
    assert list(invariants.violations(last)) == []
    encode_checked(last)
    entries = len(window.session.entry_names)
    while window.session.undo():
        pass
    for _ in range(entries):
        window.session.redo()
    assert window.session.document is last
    assert failures == []
