"""A drop-down that looks like our other fields and tells only what a person chose."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.icons import paint_icon
from cjmapper.ui.parts import accessible_kind
from cjmapper.ui.parts.accessible_choice import accessible_choice
from cjmapper.ui.parts.labels import plain_tip

HEIGHT = 32
_SIDE = 10
_ARROW = 16


class Choice(QComboBox):
    """A choice of one value from a list; `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        accessible_kind.install(Choice, accessible_choice)
        self._look = look
        self._framed = framed
        self._placeholder = ""
        self.setFixedHeight(look.px(HEIGHT))
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """Fills the list with values and their names; nothing is told."""
        self.clear()
        for value, name in choices:
            self.addItem(name, value)

    def show_value(self, value: object, otherwise: str = "") -> None:
        """Shows a value as chosen; `otherwise` stands there where the list has no such value."""
        values = [self.itemData(index) for index in range(self.count())]
        self._placeholder = otherwise
        self.setCurrentIndex(values.index(value) if value in values else -1)
        self._tell_in_full()
        self.update()

    @property
    def shown(self) -> str:
        """The words that stand in the closed field."""
        return self.currentText() if self.currentIndex() >= 0 else self._placeholder

    @property
    def is_shortened(self) -> bool:
        """Whether the words are longer than there is room."""
        return QFontMetrics(self._words_font).horizontalAdvance(self.shown) > self._place.width()

    @property
    def _words_font(self) -> QFont:
        return self.font() if self._framed else self._look.font(semibold=True)

    @property
    def _place(self) -> QRect:
        """Of the words."""
        px = self._look.px
        left = px(_SIDE) if self._framed else px(6) + px(_ARROW)
        return self.rect().adjusted(left, 0, -px(_SIDE) - px(_ARROW), 0)

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut now is told in full by the tip."""
        super().resizeEvent(event)
        self._tell_in_full()

    def _tell_in_full(self) -> None:
        self.setToolTip(plain_tip(self.shown) if self.is_shortened else "")

    @guard
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to what scrolls: a wheel over a field must not change it."""
        event.ignore()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, the words and an arrow."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        colours = self.palette()
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._framed:
            painter.setPen(colours.color(QPalette.ColorRole.Dark))
        painter.setBrush(
            colours.color(QPalette.ColorRole.AlternateBase if over else QPalette.ColorRole.Base)
        )
        painter.drawRoundedRect(frame, look.px(6), look.px(6))
        arrow = look.px(_ARROW)
        words = self._place
        quiet = self.currentIndex() < 0
        role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text
        if not self._framed:
            role = QPalette.ColorRole.Accent
        painter.setFont(self._words_font)
        painter.setPen(colours.color(group, role))
        fitted = QFontMetrics(self._words_font).elidedText(
            self.shown, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), fitted)
        at = QRectF(words.right() + 4, (self.height() - arrow) / 2, arrow, arrow)
        if not self._framed:
            at.moveLeft(look.px(2))
        paint_icon(
            painter, "chevron-down" if self._framed else "plus", at, colours.color(group, role)
        )

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))
