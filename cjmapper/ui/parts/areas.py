"""F6 and Shift+F6: the keyboard from one part of the window to the next, and round again."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from cjmapper.ui.parts.key_names import keys_of


class Areas(QObject):
    """The parts that the keyboard goes round, in their order; hidden ones are passed over.

    `walked` comes before the keyboard goes elsewhere.
    """

    walked = Signal()

    def __init__(self, window: QWidget, parts: tuple[QWidget, ...]) -> None:
        super().__init__(window)
        self._parts = parts
        for keys, way in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(keys_of(keys), window)
            shortcut.activated.connect(lambda way=way: self.go(way))

    def go(self, way: int) -> None:
        """Gives the keyboard to the next part, or with −1 to the one before."""
        shown = [part for part in self._parts if _first_stop(part) is not None]
        if not shown:
            return
        focused = QApplication.focusWidget()
        here = [index for index, part in enumerate(shown) if _holds(part, focused)]
        start = here[0] if here else (-1 if way > 0 else 0)
        stop = _first_stop(shown[(start + way) % len(shown)])
        if stop is not None:
            self.walked.emit()
            stop.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _first_stop(part: QWidget) -> QWidget | None:
    """Where Tab would first stop in a part that is seen, fields before small buttons; or None."""
    stops = [stop for stop in (part, *part.findChildren(QWidget)) if _takes_tab(stop)]
    stops.sort(key=lambda stop: isinstance(stop, QToolButton))
    return stops[0] if stops else None


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and widget.isVisible() and widget.isEnabled()
