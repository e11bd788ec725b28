"""A drop-down for those who do not see it: called after its caption, with what it shows as value.

Qt's own is called by its value on some systems, and is silent where nothing is chosen.
"""

from typing import Protocol, cast

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6.Shiboken import VoidPtr

from cjmapper.ui.guard import guard

_PRESS = QAccessibleActionInterface.pressAction()
_MENU = QAccessibleActionInterface.showMenuAction()


class ShowsChoice(Protocol):
    """What is asked of a drop-down."""

    @property
    def shown(self) -> str:
        """The words that stand in the closed field."""

    def showPopup(self) -> None:
        """Opens the list."""


class AccessibleChoice(QAccessibleWidget):
    """One drop-down."""

    def __init__(self, widget: QWidget, shown: ShowsChoice) -> None:
        super().__init__(widget, QAccessible.Role.ComboBox)
        self._widget = widget
        self._shown = shown
        self._opening = _Opening(widget, shown)

    @guard
    def childCount(self) -> int:
        """The list is a window of its own, once it is open."""
        return 0

    @guard
    def text(self, kind: QAccessible.Text) -> str:
        """Its caption, and what it shows."""
        if not shiboken6.isValid(self._widget):
            return ""
        match kind:
            case QAccessible.Text.Name:
                return self._widget.accessibleName() or self._shown.shown
            case QAccessible.Text.Value:
                return self._shown.shown
            case _:
                return str(super().text(kind))

    @guard
    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """It can be opened."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return cast("int", self._opening)
        return cast("int", VoidPtr(0))


class _Opening(QAccessibleActionInterface):
    """Opening it, by the two names that is known by."""

    def __init__(self, widget: QWidget, shown: ShowsChoice) -> None:
        super().__init__()
        self._widget = widget
        self._shown = shown

    @guard
    def actionNames(self) -> list[str]:
        """What can be done to it."""
        able = shiboken6.isValid(self._widget) and self._widget.isEnabled()
        return [_MENU, _PRESS] if able else []

    @guard
    def doAction(self, name: str) -> None:
        """Opens the list."""
        if name in self.actionNames():
            self._widget.setFocus()
            self._shown.showPopup()

    @guard
    def keyBindingsForAction(self, _name: str) -> list[str]:
        """The keys that open it."""
        return ["Space", "Alt+Down"]


def accessible_choice(widget: QWidget) -> QAccessibleInterface:
    """What Qt asks about a drop-down."""
    return AccessibleChoice(widget, cast("ShowsChoice", widget))
