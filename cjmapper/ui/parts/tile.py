"""A tile of the palette: an icon over a word, to press, drag, click or reach by key."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.icons import paint_icon

WIDTH, HEIGHT = 76, 64
LEAST_HEIGHT = 56
_ICON = 20
_WORD = 12
_AIR = 4
SOFT_HYPHEN = "\u00ad"


class Tile(QAbstractButton):
    """Tells presses, moves and releases with the mouse event, for a drag into the map."""

    grabbed = Signal(object)
    dragged = Signal(object)
    dropped = Signal(object)
    keyed = Signal()

    def __init__(self, look: Look, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon_name
        self._word = ""
        self._armed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())

    def word_it(self, word: str, tip: str) -> None:
        """Gives it its word; a soft hyphen says where the word may be broken."""
        self._word = word
        self.setText(word.replace(SOFT_HYPHEN, ""))
        self.setAccessibleName(self.text())
        self.setToolTip(tip)
        self.update()

    def show_armed(self, armed: bool) -> None:
        """Shows whether it is waiting for a click on the map."""
        if armed != self._armed:
            self._armed = armed
            self.update()

    @property
    def is_armed(self) -> bool:
        """Whether it shows that it waits for a click."""
        return self._armed

    @property
    def lines(self) -> list[str]:
        """The word as it stands on the tile."""
        room = self.width() - self._look.px(2 * _AIR)
        return word_lines(self._word, QFontMetrics(self.word_font), room)

    @guard
    def sizeHint(self) -> QSize:
        """The same for every tile."""
        return QSize(self._look.px(WIDTH), self._look.px(HEIGHT))

    @guard
    def enterEvent(self, _event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        self.update()

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag into the map may begin here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setDown(True)
            self.grabbed.emit(event)

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The drag goes on, also outside the tile."""
        if self.isDown():
            self.dragged.emit(event)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag ends, or it was a click."""
        if self.isDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.dropped.emit(event)

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space add the thing after what is selected."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.keyed.emit()
        else:
            super().keyPressEvent(event)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded box, the icon, the word below it."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        look, tokens = self._look, self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self._armed or self.isDown()
        fill = tokens.accent_soft if active else tokens.hover
        if not (active or self.underMouse()):
            fill = tokens.surface
        painter.setBrush(fill)
        edge = QColor(tokens.accent if active else tokens.hairline)
        painter.setPen(QPen(edge, 1.5 if active else 1.0))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, look.px(8), look.px(8))
        role = QPalette.ColorRole.Accent if active else QPalette.ColorRole.ButtonText
        colour = self.palette().color(role)
        lines = self.lines
        painter.setFont(self.word_font)
        height = QFontMetrics(painter.font()).height()
        icon = look.px(_ICON)
        top = (self.height() - icon - look.px(3) - height * len(lines)) // 2
        paint_icon(
            painter, self._icon_name, QRectF((self.width() - icon) / 2, top, icon, icon), colour
        )
        painter.setPen(colour)
        top += icon + look.px(3)
        for number, line in enumerate(lines):
            place = QRect(0, top + number * height, self.width(), height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line)

    @property
    def word_font(self) -> QFont:
        """What its word is written with."""
        return self._look.font(_WORD)


def word_lines(word: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A word on one line, or on two where it is too wide and has a soft hyphen or a space."""
    whole = word.replace(SOFT_HYPHEN, "")
    if metrics.horizontalAdvance(whole) <= room:
        return [whole]
    for mark, tail in ((" ", ""), (SOFT_HYPHEN, "-")):
        places = [index for index, letter in enumerate(word) if letter == mark]
        for place in reversed(places):
            first = word[:place].replace(SOFT_HYPHEN, "") + tail
            if metrics.horizontalAdvance(first) <= room:
                return [first, word[place + 1 :].replace(SOFT_HYPHEN, "")]
    return [whole]
