"""A ring around what has the keyboard, shown only while a person walks by keys."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look

_WALKING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class FocusRing(QWidget):
    """Lies over a window without taking the mouse; 2 px, 2 px outside of the control's shape.

    At the window's edge it is closer, so that all of it is seen.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._by_keys = False
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._focus_moved)

    def watch(self, surface: QObject) -> None:
        """Listens to the window's own surface for whether keys or the mouse are used."""
        surface.installEventFilter(self)

    def show_from_now(self) -> None:
        """A key that goes through no surface moves the keyboard."""
        self._by_keys = True

    @guard
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes keys that walk and presses of the mouse; never keeps an event."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _WALKING:
                self._by_keys = True
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._by_keys = False
            self.hide()
        elif watched is self._target and kind in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Hide,
        ):
            self._place()
        return False

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring along the edge of this widget."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, self._look.px(8), self._look.px(8))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        mine = now is not None and now.window() is self.window()
        self._target = now if mine and not isinstance(now, QAbstractScrollArea) else None
        if self._target is not None:
            self._target.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        target = self._target
        gone = target is None or not isValid(target)
        if target is None or gone or not self._by_keys or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-4, -4, 4, 4)
        self.setGeometry(around.intersected(self.window().rect()))
        self.show()
        self.raise_()
