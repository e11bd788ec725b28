"""The window's wiring: settings, logging, the crash guard, fonts, clocks, the window itself.

Only here is the time read and are settings written. What starts later than the window is imported
later.
"""

import datetime as dt
import gc
import logging
import random
import sys
import time
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from PySide6.QtCore import QLibraryInfo, QLocale, QStandardPaths, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cjmapper import settings as options
from cjmapper.errors import CjmapperError
from cjmapper.model.ids import random_ids
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.places import resource
from cjmapper.settings import Settings
from cjmapper.storage.atomic import write_atomically
from cjmapper.storage.files import read_bytes
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.main_window import MainWindow, Workplace
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.words.catalog import Words
from cjmapper.words.languages import spoken

_LOG = logging.getLogger(__name__)
_FILE = "settings.json"
_MOST_SETTINGS = 1_000_000
_TRANSLATOR = "translator"
"""The name of the program's property that has the words of dialogs in force."""
_STARTED_AS = ("cjmapper", "-style", "Fusion")
_AT_REST_MS = 400
_TURN_S = 0.0005
"""How soon a thread beside the window gives way to it; Python's own 5 ms add up where the window
has to wait for its turn many times while it paints."""


class SettingsFile:
    """The settings in the folder that the platform has for them.

    A file that can't be read or written costs no work: the settings are then those of a new
    profile, and last as long as the window.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = self._read()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Sets options by their names and writes them."""
        self._take(msgspec.structs.replace(self._settings, **fields))

    def remember(self, path: str) -> None:
        """Puts a file first among the recent ones."""
        self._take(options.with_recent(self._settings, path))

    def forget(self, *paths: str) -> None:
        """Takes files out of the recent ones."""
        self._take(options.without_recent(self._settings, *paths))

    def _take(self, changed: Settings) -> None:
        if changed == self._settings:
            return
        self._settings = changed
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, options.encode(changed))
        except (CjmapperError, OSError) as error:
            _LOG.info("settings not written: %s", type(error).__name__)

    def _read(self) -> Settings:
        try:
            return options.decode(read_bytes(self._path, _MOST_SETTINGS))
        except CjmapperError:
            return Settings()


class CrashGuard:
    """What becomes of an exception that nobody expected: it is logged, said, and the map stays."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None
        self._speaking = False

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Stands in for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _LOG.error("something went wrong", exc_info=(kind, error, trace))
        if self.window is not None and isValid(self.window) and not self._speaking:
            self._speaking = True
            try:
                self.window.crashed.emit()
            finally:
                self._speaking = False


class DialogLanguage:
    """The words of Qt's own dialogs, in the language of the window."""

    def __init__(self, program: QApplication) -> None:
        self._program = program

    def speak(self, language: str) -> None:
        """Loads the words for a language instead of those before; English needs none."""
        QLocale.setDefault(QLocale(language))
        former = self._program.property(_TRANSLATOR)
        if isinstance(former, QTranslator):
            self._program.removeTranslator(former)
            former.deleteLater()
        made = QTranslator(self._program)
        self._program.setProperty(_TRANSLATOR, made)
        bundled = str(resource("i18n"))
        from_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if any(made.load(f"qtbase_{language}", folder) for folder in (bundled, from_qt)):
            self._program.installTranslator(made)


def run_window(path: Path | None) -> int:
    """Opens the window, with a file where one is named; gives the exit code."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    program = made_program()
    crash = CrashGuard()
    sys.excepthook = crash
    window = made_window(program)
    crash.window = window
    if path is not None:
        window.desk.take_up(path)
    window.open_up(program.primaryScreen().availableSize())
    QTimer.singleShot(0, _search_for_rubbish)
    QTimer.singleShot(_AT_REST_MS, window, partial(_load_ahead, window))
    sys.setswitchinterval(_TURN_S)
    return program.exec()


def _load_ahead(window: MainWindow) -> None:
    """What comes with a first click is there when it comes."""
    from cjmapper.ui.ahead import Ahead

    Ahead(window).begin()


def _search_for_rubbish() -> None:
    """What the start has made stays for good and need not be looked through again."""
    gc.freeze()
    gc.enable()


def made_program() -> QApplication:
    """Qt's own object for the program, named, drawn sharp at any scale, in a style of its own.

    The style is asked for as on a command line: to be handed one by Qt takes 9 ms.
    """
    existing = QApplication.instance()
    if existing is None:
        exact = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(exact)
    program = existing if isinstance(existing, QApplication) else QApplication(list(_STARTED_AS))
    program.setApplicationName("cjmapper")
    program.setApplicationDisplayName("")
    program.setDesktopFileName("cjmapper")
    return program


def made_window(program: QApplication) -> MainWindow:
    """The window with all that it stands on."""
    keeper = SettingsFile(settings_folder() / _FILE)
    chosen = keeper.settings
    language = chosen.language or spoken(QLocale.system().name())
    look = Look(Theme(chosen.theme), chosen.ui_size)
    look.put_on()
    around = Surroundings(Words(language), look)
    dialogs = DialogLanguage(program)
    dialogs.speak(around.words.language)
    around.reworded.connect(lambda: dialogs.speak(around.words.language))
    return MainWindow(
        Workplace(
            around=around,
            keeper=keeper,
            pictures=MapPictures(load_metrics(), QtOutlines()),
            ids=random_ids(random.SystemRandom()),
            clock=time.monotonic,
            today=dt.date.today,
        )
    )


def settings_folder() -> Path:
    """Where the platform keeps the settings of programs."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "cjmapper"
