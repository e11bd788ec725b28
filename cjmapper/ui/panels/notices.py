"""Notices at the bottom of the map: they come and go by themselves, with one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.parts.aloud import announce
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

SHOWN_FOR_MS = 8000
ERROR_SHOWN_FOR_MS = 20000
_WIDEST = 640
_ABOVE_EDGE = 24
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Notices(QObject):
    """Shows one notice at a time at the bottom centre of `place`; a new one takes over."""

    def __init__(self, place: QWidget, around: Surroundings) -> None:
        super().__init__(place)
        self._place = place
        self._around = around
        self._shown: QWidget | None = None
        self._below: QWidget | None = None
        self._text = ""
        self._is_error = self._undoes = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take_away)
        place.installEventFilter(self)

    def stand_above(self, bar: QWidget) -> None:
        """Leaves a bar at the bottom of the place free while it is shown."""
        self._below = bar
        bar.installEventFilter(self)

    @property
    def shown_text(self) -> str:
        """The sentence that is shown now; empty where none is."""
        return self._text

    def say(
        self,
        sentence: str,
        offer: tuple[str, Callable[[], None]] | None = None,
        *,
        error: bool = False,
        undoes: bool = False,
        for_ms: int = SHOWN_FOR_MS,
    ) -> None:
        """Shows a sentence and, where given, one thing to do about it (its word, what it does).

        With `undoes` that is to take back the last thing that was done.
        """
        self.take_away()
        self._text = sentence
        self._is_error = error
        self._undoes = undoes
        self._shown = self._made(sentence, offer)
        self._put()
        self._shown.show()
        self._shown.raise_()
        self._timer.start(ERROR_SHOWN_FOR_MS if error else for_ms)
        announce(self._place, sentence, at_once=error)

    def withdraw_undo(self) -> None:
        """Ends a notice that offers to undo what is no longer the last thing that was done."""
        if self._undoes:
            self.take_away()

    def withdraw_error(self) -> None:
        """Ends a notice of something that went wrong, once it has gone well."""
        if self._is_error:
            self.take_away()

    def take_away(self) -> None:
        """Ends the notice that is shown."""
        self._timer.stop()
        self._text = ""
        self._is_error = False
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stays in the middle, and above the bar, when either comes, goes or changes."""
        if event.type() in _MOVES:
            self._put()
        return False

    def _made(self, sentence: str, offer: tuple[str, Callable[[], None]] | None) -> QWidget:
        px = self._around.look.px
        notice = QWidget(self._place)
        notice.setObjectName("notice")
        notice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(notice)
        row.setContentsMargins(px(16), px(6), px(8), px(6))
        row.setSpacing(px(8))
        words = label(sentence, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._give_width(words, sentence)
        row.addWidget(words)
        if offer is not None:
            word, act = offer
            button = QPushButton(word)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda: self._accept(act))
            row.addWidget(button)
        close = QToolButton()
        close.setProperty("small", "true")
        close.setIcon(icon("x", Tint.QUIET))
        close.setIconSize(QSize(px(16), px(16)))
        close.setAccessibleName(self._around.words.say("window.close_panel"))
        close.clicked.connect(self.take_away)
        row.addWidget(close)
        return notice

    def _give_width(self, words: QLabel, sentence: str) -> None:
        """One line where the sentence is short, else lines of a comfortable width."""
        needed = words.fontMetrics().horizontalAdvance(sentence) + 4
        widest = min(self._around.look.px(_WIDEST), max(200, self._place.width() - 260))
        words.setMinimumWidth(min(needed, widest))
        words.setMaximumWidth(max(min(needed, widest), 1))

    def _accept(self, act: Callable[[], None]) -> None:
        self.take_away()
        act()

    def _put(self) -> None:
        if self._shown is None:
            return
        self._shown.adjustSize()
        x = (self._place.width() - self._shown.width()) // 2
        bottom = self._place.height() - self._around.look.px(_ABOVE_EDGE)
        if self._below is not None and self._below.isVisible():
            bottom = self._below.mapTo(self._place, QPoint(0, 0)).y()
        y = bottom - self._shown.height()
        self._shown.move(max(8, x), max(8, y))
