"""One line of words in which keys, in square brackets, are drawn as key caps."""

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look

_PARTS = re.compile(r"\[([^\]]+)\]|([^\[]+)")
_SIZE = 12


class KeyLine(QWidget):
    """What the keys do now, said in one line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, sentence: str) -> None:
        """Shows another sentence."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleName(sentence.replace("[", "").replace("]", ""))
            self.update()

    @property
    def said(self) -> str:
        """The sentence that is shown, key caps in square brackets."""
        return self._sentence

    @guard
    def sizeHint(self) -> QSize:
        """As high as the line; as wide as there is room."""
        return QSize(self._look.px(200), self._look.px(22))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and key caps from left to right; what has no room is left out."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        px, tokens = self._look.px, self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for key, words in _PARTS.findall(self._sentence):
            painter.setFont(self._look.font(_SIZE - 1 if key else _SIZE, semibold=bool(key)))
            width = QFontMetrics(painter.font()).horizontalAdvance(key or words)
            if key:
                cap = QRectF(
                    x + 0.5, (self.height() - px(18)) / 2 + 0.5, width + px(10), px(18) - 1
                )
                if cap.right() > self.width():
                    return
                painter.setBrush(QColor(tokens.tint))
                painter.setPen(QPen(QColor(tokens.hairline)))
                painter.drawRoundedRect(cap, px(4), px(4))
                painter.setPen(QColor(tokens.text))
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
                x = cap.right() + px(2)
                continue
            painter.setPen(QColor(tokens.hint))
            place = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += width + (0 if words.endswith(" ") else px(2))
