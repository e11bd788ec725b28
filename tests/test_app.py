"""The window's wiring: settings that last, a crash that costs no work, dialogs that speak."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication

from cjmapper import app
from cjmapper.places import resources_folder
from cjmapper.settings import Settings
from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = app.made_window(qapp)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_was_chosen_is_there_the_next_time() -> None:
    path = app.settings_folder() / "settings.json"
    first = app.SettingsFile(path)
    assert first.settings == Settings()
    first.change(theme="dark", export_paper="A3")
    first.remember("/maps/dinner.cjmap")
    second = app.SettingsFile(path)
    assert second.settings.theme == "dark"
    assert second.settings.recent_files == ("/maps/dinner.cjmap",)
    second.forget()
    assert app.SettingsFile(path).settings.recent_files == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"theme": "pink"}'])
def test_settings_that_make_no_sense_are_those_of_a_new_profile(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert app.SettingsFile(path).settings == Settings()


def test_settings_that_can_not_be_written_last_as_long_as_the_window(tmp_path: Path) -> None:
    (tmp_path / "not a folder").write_bytes(b"")
    keeper = app.SettingsFile(tmp_path / "not a folder" / "settings.json")
    keeper.change(theme="dark")
    assert keeper.settings.theme == "dark"


def test_the_window_opens_as_it_was_left(qapp: QApplication) -> None:
    keeper = app.SettingsFile(app.settings_folder() / "settings.json")
    keeper.change(language="sv", theme="dark", inspector_shown=False)
    window = app.made_window(qapp)
    assert window.menus["file"].title() == "Arkiv"
    assert window.place.around.look.shown is Theme.DARK
    assert not window.work.inspector.isVisibleTo(window.work)
    window.close()
    window.deleteLater()
    Look().put_on()


def test_a_crash_is_logged_and_told_and_the_window_stays(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    crash = app.CrashGuard()
    crash.window = window
    with caplog.at_level(logging.ERROR):
        try:
            int("x")
        except ValueError:
            crash(*sys.exc_info())
    assert "something went wrong" in caplog.text
    assert window.notices.shown_text


def test_a_crash_in_another_thread_is_told_in_the_thread_of_the_window(
    window: MainWindow, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = app.CrashGuard()
    crash.window = window
    told: list[bool] = []
    say = window.notices.say

    def said(sentence: str, *_offer: object, error: bool = False) -> None:
        told.append(QThread.currentThread() is window.thread())
        say(sentence, error=error)

    monkeypatch.setattr(window.notices, "say", said)

    class Failing(QThread):
        def run(self) -> None:
            try:
                int("x")
            except ValueError:
                crash(*sys.exc_info())

    failing = Failing()
    with caplog.at_level(logging.ERROR):
        failing.start()
        failing.wait()
    QCoreApplication.sendPostedEvents()
    assert told == [True]


def test_the_style_is_fusion_whatever_the_platform_has() -> None:
    asked = "from cjmapper import app; print(app.made_program().style().name())"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().lower() == "fusion"


@pytest.mark.parametrize(("language", "word"), [("nb", "Avbryt"), ("sv", "Avbryt"), ("en", "")])
def test_dialogs_of_qt_speak_the_language_of_the_window(
    qapp: QApplication, language: str, word: str
) -> None:
    dialogs = app.DialogLanguage(qapp)
    dialogs.speak(language)
    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert said == (word or "Cancel")
    dialogs.speak("en")


def test_a_file_named_at_the_start_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    from cjmapper.places import resource

    path = tmp_path / "dinner.cjmap"
    path.write_bytes(resource("examples", "restaurant.nb.cjmap").read_bytes())
    windows: list[MainWindow] = []
    make = app.made_window

    def made_window(program: QApplication) -> MainWindow:
        windows.append(make(program))
        return windows[0]

    monkeypatch.setattr(app, "made_window", made_window)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 7)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    turns: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", turns.append)
    assert app.run_window(path) == 7
    assert [turn < 0.001 for turn in turns] == [True]  # a thread gives way to the window soon
    assert windows[0].session.document.title == "Middag på Fjordkroken"
    windows[0].close()
    windows[0].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp is not None
