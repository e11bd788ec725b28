"""Whole windows for tests: fixed ids and days, settings in memory; put away without a question."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from cjmapper.model.ids import counted_ids
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

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cjmapper.ui.parts.surroundings import Surroundings

SIZE = (1366, 768)


class Windows:
    """Opens windows that answer by themselves; `answers` and `keeper` are theirs in common."""

    def __init__(self) -> None:
        self.answers = Answers()
        self.keeper = MemoryKeeper()
        self.chosen: list[Path] = []
        """The pictures a person chooses when asked."""
        self._open: list[MainWindow] = []

    def open(self, around: Surroundings | None = None, size: tuple[int, int] = SIZE) -> MainWindow:
        """A window as it is after a start; nothing coalesces in it."""
        questions = self.answers.questions()._replace(pictures_what=lambda *_: self.chosen)
        made = MainWindow(
            Workplace(
                around=around or surroundings(),
                keeper=self.keeper,
                pictures=pictures(),
                ids=counted_ids("w"),
                clock=ticking(),
                today=lambda: TODAY,
                questions=questions,
            )
        )
        self._open.append(made)
        made.resize(*size)
        made.show()
        made.make_rest()
        return made

    def put_away(self) -> None:
        """Closes what was opened; changes are lost, and nothing of a window is kept."""
        self.answers.keep_changes = Answer.DISCARD
        while self._open:
            window = self._open.pop()
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def windows() -> Iterator[Windows]:
    """Windows that are put away at the end."""
    made = Windows()
    try:
        yield made
    finally:
        made.put_away()
