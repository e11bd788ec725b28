"""What the scenarios of a whole window begin with."""

import pytest
from PySide6.QtTest import QTest

from cjmapper.ui.main_window import MainWindow
from tests.support.whole_window import Windows
from tests.support.windows import surroundings


@pytest.fixture
def first_window(windows: Windows) -> MainWindow:
    """A window as it is after the very first start; nothing coalesces in it."""
    made = windows.open(surroundings("nb"))
    QTest.qWaitForWindowActive(made)
    return made
