"""A whole window, or what its parts stand in, for tests: fixed ids and days, settings in memory."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from PySide6.QtWidgets import QWidget

from cjmapper import settings as options
from cjmapper.editor.session import Session
from cjmapper.model import document as d
from cjmapper.model.ids import counted_ids
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.settings import Settings
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.dialogs.questions import Questions
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.words.catalog import Words

T = TypeVar("T")
TODAY = dt.date(2026, 3, 24)


class MemoryKeeper:
    """Settings that last as long as the test."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def change(self, **fields: Any) -> None:
        """Sets options by their names."""
        self.settings = msgspec.structs.replace(self.settings, **fields)

    def remember(self, path: str) -> None:
        """Puts a file first among the recent ones."""
        self.settings = options.with_recent(self.settings, path)

    def forget(self, *paths: str) -> None:
        """Takes files out of the recent ones."""
        self.settings = options.without_recent(self.settings, *paths)


class Answers:
    """Answers questions as a test says, and counts how often it was asked."""

    def __init__(self) -> None:
        self.open_what: Path | None = None
        self.save_where: Path | None = None
        self.export_where: Path | None = None
        self.keep_changes = Answer.CANCEL
        self.asked: list[str] = []
        self.proposed: Path | None = None

    def questions(self) -> Questions:
        """The questions, answered."""
        return Questions(
            lambda *_: self._said("open", self.open_what),
            lambda _parent, _words, proposed: self._where_to_save(proposed),
            lambda *_: self._said("export", self.export_where),
            lambda *_: self._said("keep", self.keep_changes),
        )

    def _where_to_save(self, proposed: Path) -> Path | None:
        self.proposed = proposed
        return self._said("save", self.save_where)

    def _said(self, question: str, answer: T) -> T:
        self.asked.append(question)
        return answer


def ticking() -> Callable[[], float]:
    """A clock on which ten seconds pass between any two looks, so that nothing coalesces."""
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 10.0
        return now

    return clock


def surroundings(language: str = "en", theme: Theme = Theme.LIGHT) -> Surroundings:
    """Words and look in force."""
    look = Look(theme)
    look.put_on()
    return Surroundings(Words(language), look)


def session_of(document: d.Document) -> Session:
    """A session in which nothing coalesces."""
    return Session(document, ids=counted_ids("new"), clock=ticking())


def pictures() -> MapPictures:
    """What lays maps out."""
    return MapPictures(load_metrics(), QtOutlines())


def walk(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is visible in it."""
    yield widget
    for child in widget.findChildren(QWidget):
        if child.isVisibleTo(widget):
            yield child


def only(values: list[Any]) -> Any:
    """The one thing in a list of one."""
    if len(values) != 1:
        pytest.fail(f"one was expected, not {len(values)}")
    return values[0]
