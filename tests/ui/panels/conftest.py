"""A whole window over a map of one's own, to open panels in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjmapper.model import document as d
from cjmapper.storage.codec import encode_checked
from cjmapper.ui.main_window import MainWindow
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

Opener = Callable[[d.Document], MainWindow]


@pytest.fixture
def opened(windows: Windows, tmp_path: Path) -> Iterator[Opener]:
    """Opens a window with a document in it."""
    around = surroundings()

    def open_it(document: d.Document) -> MainWindow:
        window = windows.open(around)
        (tmp_path / "map.cjmap").write_bytes(encode_checked(document))
        window.errands.open(tmp_path / "map.cjmap")
        window.work.show_from_the_start()
        return window

    yield open_it
    around.look.put_on()
