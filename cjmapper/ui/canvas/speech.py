"""What a canvas tells assistive technology as things happen: focus, writing, announcements.

Silent where none is running. It decides no sentence; the editor says what is to be heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible

from cjmapper.editor.session import Change, ChangeKind
from cjmapper.ui.canvas import accessible
from cjmapper.ui.parts.aloud import announce
from cjmapper.ui.parts.worded import worded

if TYPE_CHECKING:
    from cjmapper.editor.feedback import Said
    from cjmapper.ui.canvas.canvas import Canvas

_SAID_HINTS = ("hint.stamping", "hint.linking", "hint.carrying", "hint.choosing", "hint.last_cell")
"""How the hints begin that say what the next key or click does, where the focus says nothing."""

_SAID_ENDS = ("cancelled",)


class Speech:
    """The voice of one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._waiting: list[str] = []
        self._focused: object = None
        self._hint = ""
        self._timer = QTimer(canvas)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._speak)
        canvas.editor.session.subscribe(self._session_changed)
        canvas.editor.listen(self._editor_changed)

    def say(self, said: Said) -> None:
        """Says a sentence of the editor, after the focus has found its new place."""
        if QAccessible.isActive():
            self._later(worded(self._canvas.words, said))

    def keys_came(self) -> None:
        """The canvas has the keys: what is selected on it is what they are for."""
        accessible.focus_moved(self._canvas)

    def _speak(self) -> None:
        waiting, self._waiting = self._waiting, []
        for sentence in waiting:
            announce(self._canvas, sentence)

    def _session_changed(self, change: Change) -> None:
        if change.kind in (ChangeKind.DOCUMENT, ChangeKind.MAP):
            accessible.map_changed(self._canvas)

    def _editor_changed(self) -> None:
        if not QAccessible.isActive():
            return
        editor = self._canvas.editor
        written = editor.state if editor.is_writing else None
        focused = (written, editor.selection[-1:], editor.cell)
        former, self._focused = self._focused, focused
        if focused != former:
            accessible.focus_moved(self._canvas)
        elif written is not None:
            accessible.text_changed(self._canvas)
        self._say_hint(editor.feedback.hint)

    def _say_hint(self, hint: Said) -> None:
        former, self._hint = self._hint, hint.code
        begins = hint.code.startswith(_SAID_HINTS) or hint.code.endswith(_SAID_ENDS)
        if hint.code != former and begins:
            sentence = worded(self._canvas.words, hint)
            self._later(sentence.replace("[", "").replace("]", ""))

    def _later(self, sentence: str) -> None:
        self._waiting.append(sentence)
        self._timer.start()
