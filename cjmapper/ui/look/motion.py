"""Whether things on the screen may move by themselves, and the clock that they move by.

A person who asked the system for less motion gets none; nor does anyone who chose so here, nor a
screen that nobody sees.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtGui import QGuiApplication

_CLIENT_AREA_ANIMATION = 0x1042
"""What Windows calls «show animations» when it is asked."""


class Motion(msgspec.Struct):
    """Whether things may move.

    Attributes:
        wanted: what the person chose here.
        asked: what the system says; asked once, when something is about to move.
        clock: counts seconds and never goes back.
    """

    wanted: bool = True
    asked: Callable[[], bool] = bool
    clock: Callable[[], float] = time.monotonic
    _allowed: bool | None = None

    def moves(self) -> bool:
        """Whether things may move by themselves now."""
        if self._allowed is None:
            self._allowed = self.asked()
        return self.wanted and self._allowed


def system_moves() -> bool:
    """Whether the system has not asked for less motion."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    asked = _asked_of_qt()
    if asked is not None:
        return asked
    return _windows_moves() if sys.platform == "win32" else desktop_moves(_config_folder())


def _asked_of_qt() -> bool | None:
    """What Qt knows of it; older ones know nothing."""
    style = QGuiApplication.styleHints()  # Held, for it takes what it gives along when it goes.
    preference = getattr(style.accessibility(), "motionPreference", None)
    return None if preference is None else "Reduce" not in str(preference())


def _windows_moves() -> bool:
    import ctypes  # asked for when something is about to move, which is long after the start

    shown = ctypes.c_int(1)
    if sys.platform == "win32":
        found = ctypes.byref(shown)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, found, 0)
    return bool(shown.value)


def _config_folder() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def desktop_moves(folder: Path) -> bool:
    """What KDE and GTK wrote into the folder of a person's settings."""
    none = (
        ("kdeglobals", "KDE", "AnimationDurationFactor", ("0",)),
        ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    )
    return not any(
        _written(folder / name, section, option) in values for name, section, option, values in none
    )


def _written(path: Path, section: str, option: str) -> str:
    import configparser

    parser = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
        return parser.get(section, option, fallback="").strip().lower()
    except (configparser.Error, UnicodeDecodeError, OSError):
        return ""
