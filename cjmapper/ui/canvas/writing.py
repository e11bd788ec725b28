"""What is typed over a canvas: keys, dead keys and input methods, and the caret that blinks.

Hands everything on to the editor, which alone knows what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from cjmapper.editor.text_buffer import TextBuffer
from cjmapper.editor.tools.editing_text import EditingText
from cjmapper.ui.canvas import keys, text_caret

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

    from cjmapper.editor.feedback import EditedText
    from cjmapper.ui.canvas.canvas import Canvas

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_Query = Qt.InputMethodQuery


class Writing:
    """The keys of one canvas. `caret_on` blinks while a text is open."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._editor = canvas.editor
        self.caret_on = True
        self._timer = QTimer(canvas)
        self._timer.timeout.connect(self._blink)

    def key(self, event: QKeyEvent) -> bool:
        """A key goes to the editor; whether it meant something there."""
        return self._editor.key(keys.key_of(event))

    def takes_first(self, event: QKeyEvent) -> bool:
        """Whether an open text takes a key before a shortcut of the window or the focus does."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._editor.takes(keys.key_of(event))
        if kind == QEvent.Type.KeyPress and event.key() in _TABS:
            return self.key(event)
        return False

    def composed(self, event: QInputMethodEvent) -> None:
        """What an input method gives, and what it shows until it gives it."""
        if event.commitString():
            self._editor.type_text(event.commitString())
        self._editor.compose(event.preeditString())
        event.accept()

    def answer(self, query: Qt.InputMethodQuery) -> object:
        """What an input method wants to know."""
        if query == _Query.ImEnabled:
            return True
        if query in (_Query.ImCursorRectangle, _Query.ImAnchorRectangle):
            return self._caret_px()
        buffer = self._buffer() or TextBuffer()
        return {
            _Query.ImSurroundingText: buffer.text,
            _Query.ImCurrentSelection: buffer.selected,
            _Query.ImCursorPosition: buffer.caret,
            _Query.ImAnchorPosition: buffer.anchor,
        }.get(query)

    def text_changed(self, text: EditedText | None, former: EditedText | None) -> None:
        """The open text, its caret or nothing is other than it was."""
        if text == former:
            return
        self.caret_on = True
        self._restart(open_text=text is not None)
        self._canvas.updateMicroFocus()

    def focus_changed(self) -> None:
        """The caret blinks only where the keys go."""
        self.caret_on = True
        self._restart(open_text=self._canvas.feedback.text is not None)

    def _restart(self, *, open_text: bool) -> None:
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if open_text and flash > 0 and self._canvas.hasFocus():
            self._timer.start(flash // 2)
        else:
            self._timer.stop()

    def _blink(self) -> None:
        self.caret_on = not self.caret_on
        self._canvas.viewport().update(self._caret_px().adjusted(-4, -4, 4, 4).toAlignedRect())

    def _caret_px(self) -> QRectF:
        text = self._canvas.feedback.text
        if text is None:
            return QRectF()
        return text_caret.place(self._canvas.view, text, text.caret)

    def _buffer(self) -> TextBuffer | None:
        state = self._editor.state
        return state.buffer if isinstance(state, EditingText) else None
