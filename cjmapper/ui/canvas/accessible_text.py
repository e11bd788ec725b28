"""The text that is being written on the map, as assistive technology reads along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextUpdateEvent,
)
from shiboken6.Shiboken import VoidPtr

from cjmapper.ui.canvas import described
from cjmapper.ui.guard import guard

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from cjmapper.editor.text_buffer import TextBuffer
    from cjmapper.editor.tools.editing_text import EditingText
    from cjmapper.ui.canvas.accessible import AccessibleCanvas


class OpenText(QAccessibleInterface):
    """A field that is there as long as a text is open; the thing it is the text of holds it."""

    def __init__(self, canvas: AccessibleCanvas, state: EditingText) -> None:
        super().__init__()
        self._canvas = canvas
        self.state_of_editor = state
        self._content = _Content(canvas, state)
        self._told = state.buffer.text
        self._told_caret = (state.buffer.anchor, state.buffer.caret)

    def tell(self) -> None:
        """Tells what became of the text and the caret since it was last told."""
        buffer = self.state_of_editor.buffer
        former, self._told = self._told, buffer.text
        if former != buffer.text:
            start, gone, come = _changed(former, buffer.text)
            QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(self, start, gone, come))
        former_caret, self._told_caret = self._told_caret, (buffer.anchor, buffer.caret)
        if self._told_caret == former_caret:
            return
        if buffer.selected:
            self._canvas.tell_selected(buffer.selected)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, buffer.caret))

    @guard
    def isValid(self) -> bool:
        """Whether it is still open."""
        return self._canvas.lives and self._canvas.editor.state is self.state_of_editor

    @guard
    def object(self) -> QObject:
        """It is no object of its own."""
        return cast("QObject", None)

    @guard
    def window(self) -> QWindow:
        """The window it is in."""
        return self._canvas.window()

    @guard
    def parent(self) -> QAccessibleInterface:
        """The thing whose text it is."""
        return self._canvas.part(self.state_of_editor.name)

    @guard
    def child(self, _index: int) -> QAccessibleInterface:
        """It has no parts."""
        return cast("QAccessibleInterface", None)

    @guard
    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """It has no parts."""
        return cast("QAccessibleInterface", None)

    @guard
    def childCount(self) -> int:
        """It has no parts."""
        return 0

    @guard
    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has no parts."""
        return -1

    @guard
    def text(self, kind: QAccessible.Text) -> str:
        """Whose text it is, and what is written."""
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Value:
            return self.state_of_editor.buffer.text
        if kind != QAccessible.Text.Name:
            return ""
        canvas = self._canvas
        return described.text_of(canvas.layout, self.state_of_editor.name, canvas.words)

    @guard
    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """It is written by keys."""

    @guard
    def rect(self) -> QRect:
        """Around the text on the screen."""
        found = self.state_of_editor.written(self._canvas.editor) if self.isValid() else None
        if found is None:
            return QRect()
        frame = found.frame
        return self._canvas.screen_rect(frame.x, frame.y, frame.width, frame.height)

    @guard
    def role(self) -> QAccessible.Role:
        """A field."""
        return QAccessible.Role.EditableText

    @guard
    def state(self) -> QAccessible.State:
        """It has the keys as long as the canvas has them."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = 1
            return state
        state.focusable = state.editable = state.selectableText = 1
        state.multiLine = int(not self.state_of_editor.buffer.one_line)
        state.focused = int(self._canvas.has_keys)
        return state

    @guard
    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Its characters and its caret."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return cast("int", self._content)
        return cast("int", VoidPtr(0))


class _Content(QAccessibleTextInterface):
    """The characters of an open text, its caret and what is selected of it."""

    def __init__(self, canvas: AccessibleCanvas, state: EditingText) -> None:
        super().__init__()
        self._canvas = canvas
        self._state = state

    @property
    def _buffer(self) -> TextBuffer:
        return self._state.buffer

    @guard
    def characterCount(self) -> int:
        """How many characters there are."""
        return len(self._buffer.text)

    @guard
    def text(self, start: int, end: int) -> str:
        """The characters from `start` to `end`; to the last where `end` is −1."""
        whole = self._buffer.text
        return whole[max(0, start) : len(whole) if end < 0 else end]

    @guard
    def cursorPosition(self) -> int:
        """Where text goes in."""
        return self._buffer.caret

    @guard
    def setCursorPosition(self, position: int) -> None:
        """Puts the caret there; nothing is selected any more."""
        self._buffer.move_to(position)
        self._canvas.editor.go(self._state)

    @guard
    def selectionCount(self) -> int:
        """None is owned up to: the bindings can not say where it is, so it is announced instead."""
        return 0

    @guard
    def addSelection(self, start: int, end: int) -> None:
        """Selects these characters."""
        self.setSelection(0, start, end)

    @guard
    def removeSelection(self, _index: int) -> None:
        """Nothing is selected any more."""
        self.setCursorPosition(self._buffer.caret)

    @guard
    def setSelection(self, _index: int, start: int, end: int) -> None:
        """Selects these characters."""
        self._buffer.move_to(start)
        self._buffer.move_to(end, select=True)
        self._canvas.editor.go(self._state)

    @guard
    def scrollToSubstring(self, _start: int, _end: int) -> None:
        """The caret is always in view."""

    @guard
    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen."""
        found = self._state.written(self._canvas.editor)
        if found is None:
            return QRect()
        for rect in found.lines.stretches(offset, offset + 1):
            return self._canvas.screen_rect(rect.x, rect.y, rect.width, rect.height)
        caret = found.lines.caret(offset)
        return self._canvas.screen_rect(caret.x, caret.y, 1.0, caret.height)

    @guard
    def offsetAtPoint(self, point: QPoint) -> int:
        """The place between characters that is nearest to a point of the screen."""
        found = self._state.written(self._canvas.editor)
        return -1 if found is None else found.lines.place_at(self._canvas.map_point(point))


def _changed(former: str, text: str) -> tuple[int, str, str]:
    """Where two texts begin to differ, what stood there, and what stands there now."""
    start = 0
    while start < min(len(former), len(text)) and former[start] == text[start]:
        start += 1
    kept = 0
    most = min(len(former), len(text)) - start
    while kept < most and former[-1 - kept] == text[-1 - kept]:
        kept += 1
    return start, former[start : len(former) - kept], text[start : len(text) - kept]
