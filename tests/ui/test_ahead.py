"""What the first poster needs is loaded while nobody waits."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper import places
from cjmapper.ui import ahead
from cjmapper.ui.ahead import WANTED, Ahead

_FIRST_PREVIEW = """
import sys, cjmapper.app
from importlib import import_module
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.ui.ahead import WANTED
for name in WANTED:
    import_module(name)
before = set(sys.modules)
from cjmapper.export.options import ExportOptions
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from cjmapper.text.metrics import load_metrics
from cjmapper.ui import posters
from cjmapper.ui.panels.poster.planned import Order
from cjmapper.ui.panels.poster.planner import Planner
offscreen_application()
document = decode(resource("examples", "restaurant.nb.cjmap").read_bytes()).document
ids = (document.maps[0].id,)
order = Order(number=1, document=document, map_ids=ids, options=ExportOptions())
print("planned" if Planner(load_metrics()).planned(order).leaves else "nothing")
print(*[one for one in set(sys.modules) - before if one.startswith("cjmapper")])
"""


def test_modules_are_loaded_in_their_order_and_the_window_has_its_turn_between_two(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(ahead, "import_module", done.append)
    turns = QTimer()
    turns.timeout.connect(lambda: done.append("turn"))
    turns.start(1)
    home = QObject()
    Ahead(home, ("one", "two", "three")).begin()
    assert done == []
    for _ in range(100):
        if "three" in done:
            break
        QTest.qWait(5)
    turns.stop()
    assert [name for name in done if name != "turn"] == ["one", "two", "three"]
    between = done[done.index("one") : done.index("three")]
    assert between.count("turn") > 1
    assert qapp is not None


def test_after_it_the_first_click_and_its_preview_load_nothing_more_of_ours() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PREVIEW],
        cwd=places.resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["planned"]
    assert len(set(WANTED)) == len(WANTED)
