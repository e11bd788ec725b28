"""What the first frame does without is neither imported nor made before it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

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


_FIRST_FRAME = """
import sys
from pathlib import Path
from PySide6 import QtWidgets
from cjmapper import app
program = app.made_program()
window = app.made_window(program)
window.desk.take_up(Path(sys.argv[1]))
window.open_up(program.primaryScreen().availableSize())
window.grab()
print(*vars(QtWidgets))
"""


def _imported_by(module: str) -> set[str]:
    return _said_by(f"import sys, {module}; print(*sys.modules)")


def _said_by(asked: str, *arguments: str, **environment: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", asked, *arguments],
        cwd=places.resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
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


def test_a_first_frame_makes_none_of_the_kinds_of_widgets_that_it_does_not_show(
    tmp_path: Path,
) -> None:
    file = tmp_path / "map.cjmap"
    file.write_bytes(places.resource("examples", "restaurant.nb.cjmap").read_bytes())
    made = _said_by(_FIRST_FRAME, str(file), HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert "QMainWindow" in made
    unseen = {"QStyle", "QMdiArea", "QCalendarWidget", "QWizard", "QMessageBox", "QFileDialog"}
    assert made.isdisjoint(unseen)


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


def test_the_map_shares_its_fonts_with_the_small_pictures(windows: Windows) -> None:
    window = windows.open()
    assert window.work.canvas.layers.cache is window.place.pictures.cache
