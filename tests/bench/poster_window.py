"""Starts the program with a file, opens its panel for posters and makes one, as a person clicks.

Writes what that took as JSON: seconds, and the longest that the window stood still meanwhile.
"""

import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec

from cjmapper import __main__ as program

program.import_what_needs_no_qt()
program.import_qt()  # as the program does, before anything of Qt is imported here

from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from cjmapper import app  # noqa: E402
from cjmapper.ui.main_window import MainWindow  # noqa: E402

_TICK_MS = 5
_LOOK_MS = 2
_AT_REST_MS = 1500


class Taken(msgspec.Struct):
    """Seconds from the click that began it; `halt`: the longest between two ticks until then."""

    seconds: float
    halt: float


class PosterWindow(QObject):
    """Goes through the panel step by step and keeps what each took."""

    def __init__(self, window: MainWindow, target: Path) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._ticks: list[float] = []
        self._began = 0.0
        self._taken: dict[str, Taken] = {}
        self._ticking = QTimer(self)
        self._ticking.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticking.timeout.connect(lambda: self._ticks.append(time.perf_counter()))
        self._ticking.start(_TICK_MS)
        QTimer.singleShot(_AT_REST_MS, self._open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The first frame of the panel; what leads to it is not watched, which would slow it."""
        if event.type() == QEvent.Type.Paint and "open" not in self._taken:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._keep("open"))
        return False

    def _open(self) -> None:
        self._begin()
        self._window.commands.run("export")
        self._window.desk.export_target = lambda *_: self._target  # type: ignore[method-assign]
        self._panel = self._window.errands.posters.panel  # type: ignore[union-attr]
        self._panel.installEventFilter(self)
        self._until(self._is_planned, self._planned)

    def _is_planned(self) -> bool:
        leaves = self._panel.leaves
        return self._panel.is_up_to_date and leaves.leaf is not None and leaves.preview.is_sharp

    def _planned(self) -> None:
        self._keep("preview")
        QTimer.singleShot(_AT_REST_MS, self._export)

    def _export(self) -> None:
        out = self._panel.out
        self._begin()
        QTest.mouseClick(self._panel.foot.export, Qt.MouseButton.LeftButton)
        self._until(lambda: out.run is None, self._made)

    def _made(self) -> None:
        self._keep("export")
        sys.stdout.buffer.write(msgspec.json.encode(self._taken))
        sys.stdout.flush()
        os._exit(0)

    def _begin(self) -> None:
        self._ticks.clear()
        self._began = time.perf_counter()

    def _keep(self, name: str) -> None:
        now = time.perf_counter()
        halts = [later - sooner for sooner, later in pairwise((self._began, *self._ticks, now))]
        self._taken[name] = Taken(now - self._began, max(halts))

    def _until(self, reached: Callable[[], bool], then: Callable[[], None]) -> None:
        if reached():
            then()
        else:
            QTimer.singleShot(_LOOK_MS, lambda: self._until(reached, then))


def main(target: Path) -> int:
    """Goes through the panel of the window that the program makes, and runs it."""
    made_window = app.made_window

    def watched(program: QApplication) -> MainWindow:
        window = made_window(program)
        PosterWindow(window, target)
        return window

    app.made_window = watched
    return program.main()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv.pop())))
