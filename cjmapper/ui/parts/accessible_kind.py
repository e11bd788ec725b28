"""How Qt comes to ask our own descriptions of a kind of widget for those who do not see it."""

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from cjmapper.ui.guard import guard

_KEPT = "accessible_kept"


@functools.cache
def install(kind: type[QWidget], describe: Callable[[Any], QAccessibleInterface]) -> None:
    """Lets Qt ask `describe` for every widget of this kind, once for the program.

    The widget keeps its description: Qt itself does not hold on to it.
    """

    @guard
    def make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, kind):
            return None
        made = describe(thing)
        thing.__dict__[_KEPT] = made
        return made

    QAccessible.installFactory(make)
