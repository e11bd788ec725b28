"""A turning ring with words, for what takes longer than a moment; nothing has to wait for it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.panels.floating import SHADOW, Floating
from cjmapper.ui.parts.labels import label

SHOWN_AFTER_MS = 300
_TURN_MS = 60
_STEP = 24
_WHOLE = 360
_SIXTEENTHS = 16
_ARC = 100
_RING = 20
_ABOVE_EDGE = 16


class Ring(QWidget):
    """An arc that turns as long as it is seen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)
        self.setFixedSize(QSize(look.px(_RING), look.px(_RING)))

    def _turn(self) -> None:
        self._angle = (self._angle - _STEP) % _WHOLE
        self.update()

    @guard
    def showEvent(self, _event: QShowEvent) -> None:
        """It turns."""
        self._timer.start()

    @guard
    def hideEvent(self, _event: QHideEvent) -> None:
        """It rests; an idle window wakes no one."""
        self._timer.stop()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole ring faintly, the arc on it."""
        tokens, px = self._look.tokens, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(px(2), px(2), -px(2), -px(2))
            painter.setPen(QPen(QColor(tokens.hairline), px(3)))
            painter.drawEllipse(box)
            pen = QPen(QColor(tokens.accent), px(3))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, self._angle * _SIXTEENTHS, _ARC * _SIXTEENTHS)


class Busy(Floating):
    """At the bottom of a page, once something has taken `SHOWN_AFTER_MS`."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(look, page)
        self._look = look
        self._page = page
        self._words = label()
        self._row = QHBoxLayout(self)
        self._row.addWidget(Ring(look))
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._come)

    def begin(self, words: str) -> None:
        """Something has begun that is told in these words if it takes long."""
        self._words.setText(words)
        self._timer.start()

    def end(self) -> None:
        """It is done."""
        self._timer.stop()
        self.hide()

    def _come(self) -> None:
        px = self._look.px
        edge = px(SHADOW + 10)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(px(10))
        self.adjustSize()
        bottom = self._page.height() - self.height() - px(_ABOVE_EDGE)
        self.move((self._page.width() - self.width()) // 2, max(0, bottom))
        self.show()
        self.raise_()
