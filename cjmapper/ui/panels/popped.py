"""What opens over the window with a field to type in, and gives the keyboard back when it goes.

What is asked for in the field and what is shown below it is its own business.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from cjmapper.ui.guard import guard
from cjmapper.ui.panels.floating import Floating
from cjmapper.ui.parts.surroundings import Surroundings


class Popped(Floating):
    """Opens over `window`; whoever derives from it fills, places and empties it."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(around.look, window)
        self._around = around
        self._over = window
        self._came_from: QWidget | None = None
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        around.reworded.connect(self.close_up)
        around.look.changed.connect(self.close_up)

    def open_up(self) -> None:
        """Shows itself with the keyboard in its field; where it is open already it goes."""
        if self.isVisible():
            self.close_up()
            return
        self._came_from = QApplication.focusWidget()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Goes away; the keyboard is where it was."""
        if not self.isVisible():
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self.hide()
        self._empty()
        if had_keyboard and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    @guard
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys pressed in the field; the window takes another size; the keyboard goes elsewhere."""
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._field_left()
        return False

    def _ask_for(self, prompt: str) -> None:
        """An empty field that says what it is for."""
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.clear()

    def _field_left(self) -> None:
        """The keyboard went elsewhere."""

    def _empty(self) -> None:
        """Lets go of what was shown."""

    def _fill(self) -> None:
        """What is shown when it opens; nothing of its own."""

    def _place(self) -> None:
        """Where on the window it stands; as it was, unless told."""

    def _key(self, _event: QKeyEvent) -> bool:
        """A key pressed in the field; whether it was taken, which none is here."""
        return False
