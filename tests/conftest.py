"""What holds for every test: no display, no person's own folders, no warning that goes unseen.

Random examples are drawn from a fixed seed; `HYPOTHESIS_PROFILE=explore` looks further afield.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.support.whole_window import Windows
from tests.support.whole_window import windows as opened_windows

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Of the person who runs the tests nothing may show: neither language nor scale nor theme.
for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns where the locale is not UTF-8.
for name in [name for name in os.environ if name.startswith(("QT_SCALE", "QT_STYLE", "QT_FONT"))]:
    del os.environ[name]

hypothesis.settings.register_profile(
    "fixed", derandomize=True, deadline=None, database=None, print_blob=True
)
hypothesis.settings.register_profile(
    "explore", derandomize=False, deadline=None, max_examples=1000, print_blob=True
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/share",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "home/runtime",
    "APPDATA": "home/appdata",
    "LOCALAPPDATA": "home/appdata",
}


class Unexpected(logging.Handler):
    """Keeps what is logged at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep `record` as one line."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> Iterator[QApplication]:
    """The whole run has one application with windows; an export would else make one without.

    Its clipboard is emptied at the end: the offscreen platform crashes with data of ours in it.
    """
    yield qapp
    qapp.clipboard().clear()


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    """Whole windows; they are put away when the test ends."""
    assert qapp is not None
    with opened_windows() as made:
        yield made


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Widgets of one test are gone before the next; what is left is styled again and again."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of caches for the whole run, so that each test need not list the fonts again."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def own_folders(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, cache_folder: Path
) -> None:
    """Settings, recovery copies and documents of a test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("person")
    for name, part in FOLDERS.items():
        folder = home / part
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_folder))


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test looks at the log by `caplog`."""
    kept = Unexpected()
    root = logging.getLogger()
    root.addHandler(kept)
    try:
        yield
    finally:
        root.removeHandler(kept)
    if kept.lines and "caplog" not in request.fixturenames:
        pytest.fail("The log holds lines nobody expected:\n" + "\n".join(kept.lines))
