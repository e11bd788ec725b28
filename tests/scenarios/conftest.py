"""What the scenarios of a whole window begin with."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.model.ids import counted_ids
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow, Workplace
from tests.support.windows import TODAY, Answers, MemoryKeeper, pictures, surroundings, ticking


@pytest.fixture
def first_window(qapp: QApplication) -> Iterator[MainWindow]:
    """A window as it is after the very first start; nothing coalesces in it."""
    assert qapp is not None
    answers = Answers()
    made = MainWindow(
        Workplace(
            around=surroundings("nb"),
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
    QTest.qWaitForWindowActive(made)
    yield made
    answers.keep_changes = Answer.DISCARD
    made.close()
    made.deleteLater()
