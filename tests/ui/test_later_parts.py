"""What the first frame does without is neither imported nor made before it is asked for."""

import os
import subprocess
import sys

from PySide6.QtTest import QTest

from cjmapper import places
from tests.support.whole_window import Windows

_LATER = (
    "cjmapper.export.slide",
    "cjmapper.ui.panels.poster.panel",
    "cjmapper.ui.outside",
    "cjmapper.ui.panels.command_palette",
    "cjmapper.ui.panels.context_toolbar",
    "cjmapper.ui.panels.find_bar",
    "cjmapper.ui.panels.key_sheet",
    "cjmapper.ui.start_screen",
)


_HEAVY = ("pypdf", "reportlab", "networkx", "concurrent.futures", "pyexpat")
_ROOMS = ("cjmapper.analysis", "cjmapper.export", "cjmapper.layout.poster")


def _imported_by(module: str) -> set[str]:
    asked = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=places.resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_what_waits_until_it_is_asked_for_is_not_imported_with_the_window() -> None:
    imported = _imported_by("cjmapper.app")
    assert "cjmapper.ui.main_window" in imported
    assert imported.isdisjoint(_LATER)


def test_nothing_that_makes_posters_is_imported_with_the_window() -> None:
    imported = _imported_by("cjmapper.app")
    assert imported.isdisjoint(_HEAVY)
    assert [name for name in imported if name.startswith(_ROOMS)] == []


def test_the_panel_comes_without_what_plans_and_writes_posters() -> None:
    imported = _imported_by("cjmapper.ui.posters")
    assert "cjmapper.ui.panels.poster.panel" in imported
    makers = {"cjmapper.export.poster", "cjmapper.export.jobs", "cjmapper.analysis"}
    assert imported.isdisjoint({*makers, "pypdf", "reportlab", "networkx"})


def test_what_waits_for_a_pointer_is_there_when_the_window_stands(windows: Windows) -> None:
    window = windows.open()
    for name in ("toolbar", "paste_bar", "outside", "context_menus"):
        del vars(window)[name]
    window.make_rest_soon()
    assert "outside" not in vars(window)
    QTest.qWait(100)
    assert {"toolbar", "paste_bar", "outside", "context_menus"} <= vars(window).keys()


def test_asking_whether_words_are_looked_for_makes_no_bar(windows: Windows) -> None:
    window = windows.open()
    window.put_finding_away()
    assert not window.is_finding
    assert "find_bar" not in vars(window)


def test_what_was_made_is_made_once(windows: Windows) -> None:
    window = windows.open()
    toolbar, outside = window.toolbar, window.outside
    window.make_rest()
    assert window.toolbar is toolbar
    assert window.outside is outside
