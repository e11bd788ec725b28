"""An exception in an override of Qt is told and goes no further."""

import sys
from types import TracebackType

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget

from cjmapper.ui.guard import guard

pytestmark = pytest.mark.usefixtures("qapp")


class Broken(QWidget):
    """Every override fails, the way C code fails."""

    @guard
    def sizeHint(self) -> QSize:  # noqa: N802
        nothing: list[QSize] = []
        return nothing[3]

    @guard
    def event(self, _event: QEvent) -> bool:
        return bool(int("x"))

    @guard
    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:  # noqa: N802
        return bool(1 / 0)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    found: list[type[BaseException]] = []

    def hook(
        kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
    ) -> None:
        found.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


def test_a_failing_override_gives_a_harmless_answer_and_is_told(
    told: list[type[BaseException]],
) -> None:
    widget = Broken()
    assert widget.sizeHint() == QSize()
    assert IndexError in told
    assert QApplication.sendEvent(widget, QEvent(QEvent.Type.User)) is False
    assert ValueError in told


def test_a_failing_filter_keeps_no_event(told: list[type[BaseException]]) -> None:
    widget, watched = Broken(), QObject()
    watched.installEventFilter(widget)
    QApplication.sendEvent(watched, QEvent(QEvent.Type.User))
    assert ZeroDivisionError in told


def test_a_stop_of_the_program_is_not_held_back() -> None:
    @guard
    def stops() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stops()
