"""The bar that finds words on the map: non-modal, over its corner; the map stays in use.

What says what is looked for is decided in `cjmapper.editor.finding`.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from cjmapper.editor.editor import Editor
from cjmapper.editor.feedback import Said
from cjmapper.editor.finding import found
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.panels.floating import SHADOW, Floating
from cjmapper.ui.panels.found_veil import FoundVeil
from cjmapper.ui.parts.labels import label, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

DEBOUNCE_MS = 150
LEAST_TEXT_PX = 9
_TEXT_PX = 14
"""What the text of a card measures at 100 %."""

_FIELD = 220
_COUNT = 84
_PADDING = 6
_AWAY = 8


class FindBar(Floating):
    """Opened, it shows what fits; closed, the one that was looked at is selected.

    `attended` comes when the keyboard came to it, or went.
    """

    attended = Signal()

    def __init__(self, around: Surroundings, editor: Editor, canvas: Canvas) -> None:
        super().__init__(around.look, canvas.viewport())
        self._around = around
        self._editor = editor
        self._canvas = canvas
        self._searched: object = None
        self.matches: tuple[str, ...] = ()
        self.index = 0
        self.veil = FoundVeil(canvas)
        self.field = QLineEdit()
        self.count = label(tone="caption")
        self.previous = self._button("chevron-up", self.go_back)
        self.next = self._button("chevron-down", self.go_on)
        self.close_button = self._button("x", self.close_up)
        self._row = QHBoxLayout(self)
        for part in (self.field, self.count, self.previous, self.next, self.close_button):
            self._row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.search)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.installEventFilter(self)
        canvas.viewport().installEventFilter(self)
        editor.listen(self._editor_changed)
        around.reworded.connect(self.reword)
        around.look.changed.connect(self._dress)
        self._dress()
        self.reword()

    # What is asked of it

    def open_up(self) -> None:
        """Shows itself with what was looked for last, all of it selected."""
        self._editor.settle()
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text().strip():
            self.search()

    def close_up(self) -> None:
        """Goes away: nothing steps back any longer, and what was looked at is selected."""
        if not self.isVisible():
            return
        self._timer.stop()
        current = self.current
        self.hide()
        self.veil.show_found((), None)
        if current is not None:
            self._editor.select(current)
        self._canvas.setFocus()

    def put_away(self) -> None:
        """Another document or the start screen comes: nothing is looked for, nothing selected."""
        self._timer.stop()
        self.matches, self._searched = (), None
        self.hide()
        self.veil.show_found((), None)

    def go_on(self) -> None:
        """The next one; after the last comes the first."""
        self._go(1)

    def go_back(self) -> None:
        """The one before; before the first comes the last."""
        self._go(-1)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in its field."""
        return self.isVisible() and self.field.hasFocus()

    @property
    def current(self) -> str | None:
        """The one that is looked at."""
        return self.matches[self.index] if self.matches else None

    def search(self) -> None:
        """Looks now, and goes to the first that fits."""
        self._timer.stop()
        self._look()
        self.index = 0
        self._show_current()

    # How it does it

    def _go(self, way: int) -> None:
        if not self.isVisible():
            self.open_up()
            if not self.field.text().strip():
                return
        elif self._timer.isActive():
            self.search()
            return
        if self.matches:
            self.index = (self.index + way) % len(self.matches)
            self._show_current()

    def _look(self) -> None:
        self._searched = self._editor.session.shown
        self.matches = found(self._editor.layout, self.field.text())

    def _show_current(self) -> None:
        self._tell()
        current = self.current
        if current is None:
            return
        least = LEAST_TEXT_PX / _TEXT_PX
        if self._canvas.zoom < least:
            self._canvas.reveal((current,))
            self._canvas.set_zoom(least, QPointF(self._canvas.place_px(current).center()))
        self._canvas.reveal((current,))
        self._place()
        self._editor.announce(Said("find.count", self._counts()))

    def _tell(self) -> None:
        say = self._around.words.say
        typed = bool(self.field.text().strip())
        said = say("find.count", **self._counts()) if self.matches else say("find.nothing")
        self.count.setText(said if typed else "")
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.matches))
        self.veil.show_found(self.matches, self.current)
        self.raise_()

    def _counts(self) -> dict[str, int | float | str]:
        return {"index": self.index + 1, "total": len(self.matches)}

    def _editor_changed(self) -> None:
        """The map was changed while something is looked for."""
        if not self.isVisible() or self._editor.session.shown is self._searched:
            if self.isVisible():
                self.veil.update()
            return
        current = self.current
        self._look()
        self.index = self.matches.index(current) if current in self.matches else 0
        self._tell()

    @guard
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field, and another size of the map."""
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize:
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.attended.emit()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_up()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go(-1 if shift else 1)
            case Qt.Key.Key_Up:
                self.go_back()
            case Qt.Key.Key_Down:
                self.go_on()
            case _:
                return False
        return True

    # How it looks

    def reword(self) -> None:
        """Words itself in the language in force."""
        say = self._around.words.say
        self.field.setPlaceholderText(say("find.prompt"))
        self.field.setAccessibleName(say("find.prompt"))
        for button, code in (
            (self.previous, "action.find_previous"),
            (self.next, "action.find_next"),
            (self.close_button, "window.close_panel"),
        ):
            button.setAccessibleName(say(code))
            button.setToolTip(plain_tip(say(code)))
        if self.isVisible():
            self._tell()

    def _dress(self) -> None:
        px = self._around.look.px
        edge = px(SHADOW) + px(_PADDING)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(px(4))
        self.field.setFixedWidth(px(_FIELD))
        self.count.setFixedWidth(px(_COUNT))
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in (self.previous, self.next, self.close_button):
            button.setIconSize(QSize(px(18), px(18)))
        self._place()

    def _place(self) -> None:
        """In the upper corner; in the lower one where it would cover what is looked at."""
        px = self._around.look.px
        self.adjustSize()
        room = self._canvas.viewport().rect()
        left = max(room.left(), room.right() - self.width() + px(SHADOW - _AWAY))
        top = px(_AWAY - SHADOW)
        self.move(QPoint(left, top))
        current = self.current
        if self.isVisible() and current is not None:
            covered = self.geometry().toRectF().intersects(self.veil.place(current))
            if covered:
                self.move(QPoint(left, room.bottom() - self.height() + px(SHADOW - _AWAY)))

    def _button(self, name: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("task", "context")
        button.setIcon(icon(name, Tint.QUIET))
        button.clicked.connect(do)
        return button
