"""The one crash guard: no exception leaves a Python override of one of Qt's methods.

An exception that passes through Qt's own code ends the program or leaves it half painted. Every
override is decorated with `guard`; what goes wrong is told to `sys.excepthook`, which the program
sets to its own, and Qt gets a harmless answer.
"""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QPixmap
from shiboken6.Shiboken import VoidPtr

P = ParamSpec("P")
R = TypeVar("R")

_HARMLESS: dict[str, Callable[[], object]] = {
    "event": bool,
    "eventFilter": bool,
    "viewportEvent": bool,
    "focusNextPrevChild": bool,
    "hasHeightForWidth": bool,
    "heightForWidth": int,
    "sizeHint": QSize,
    "minimumSizeHint": QSize,
    "viewportSizeHint": QSize,
    "pixmap": QPixmap,
    "scaledPixmap": QPixmap,
    "inputMethodQuery": lambda: None,
    "text": str,
    "rowCount": int,
    "childCount": int,
    "indexOfChild": lambda: -1,
    "isValid": bool,
    "rect": QRect,
    "state": QAccessible.State,
    "role": lambda: QAccessible.Role.NoRole,
    "interface_cast": lambda: VoidPtr(0),
    "relations": list,
    "actionNames": list,
    "keyBindingsForAction": list,
    "localizedActionName": str,
    "localizedActionDescription": str,
    "characterCount": int,
    "characterRect": QRect,
    "cursorPosition": int,
    "offsetAtPoint": int,
    "selectionCount": int,
    "flags": lambda: Qt.ItemFlag.NoItemFlags,
}


def guard(method: Callable[P, R]) -> Callable[P, R]:
    """Wraps an override of a Qt method so that an exception is reported and goes no further."""
    harmless = _HARMLESS.get(method.__name__, _nothing)

    @functools.wraps(method)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except Exception:  # noqa: BLE001 — the one place where everything is caught
            sys.excepthook(*sys.exc_info())
            return cast("R", harmless())

    return guarded


def _nothing() -> None:
    return None
