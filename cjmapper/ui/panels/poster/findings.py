"""What could be better on a poster, one line each with what mends it, or that nothing is.

It shows what it is given and tells what is clicked; it mends nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjmapper.export.findings import Severity
from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.icons import paint_icon
from cjmapper.ui.look.tokens import ON_PAPER
from cjmapper.ui.panels.poster.marks import SPOTS
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

_BADGE = 24
_MOST_LINES = 3
_LINE = 40


class Line(NamedTuple):
    """A finding as it is said, and the words of what mends it."""

    sentence: str
    mends: tuple[str, ...]
    leads: bool
    """Whether there is a place to lead to."""
    severity: Severity


class Badge(QAbstractButton):
    """The number that a finding has on the page; a click leads there."""

    def __init__(self, look: Look, number: int, severity: Severity) -> None:
        super().__init__()
        self._look = look
        self._ground = SPOTS[severity]
        self._number = number
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    @guard
    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(self._look.px(_BADGE), self._look.px(_BADGE))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle and the number."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._ground))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.setFont(self._look.font(12, semibold=True))
            painter.setPen(QColor(ON_PAPER.ink))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class _Fine(QWidget):
    """A quiet tick: nothing to mend."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(_BADGE), look.px(_BADGE))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tick in a circle."""
        with QPainter(self) as painter:
            colour = QColor(self._look.tokens.fine)
            paint_icon(painter, "circle-check", QRectF(self.rect()), colour)


class FindingLine(QWidget):
    """One finding; `entered` tells that the pointer is on it."""

    entered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findingLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @guard
    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer comes."""
        super().enterEvent(event)
        self.entered.emit(True)

    @guard
    def leaveEvent(self, event: QEvent) -> None:
        """The pointer goes."""
        super().leaveEvent(event)
        self.entered.emit(False)


class Findings(QScrollArea):
    """The lines. `led` carries the number of a finding to go to, `mended` that and which mend."""

    led = Signal(int)
    mended = Signal(int, int)
    hovered = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines: list[FindingLine] = []
        self.badges: list[Badge] = []
        self.buttons: list[list[QPushButton]] = []
        self._said: tuple[Line, ...] | None = None
        self._inner = QWidget()
        self.setWidget(self._inner)
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(0)
        self.show_lines((), "")

    def show_lines(self, said: Sequence[Line], otherwise: str, *, fine: bool = False) -> None:
        """Shows findings; where there are none, a sentence, with a tick where all is `fine`."""
        if said and tuple(said) == self._said:
            return
        self._said = tuple(said)
        self._clear()
        px = self._around.look.px
        self._column.setContentsMargins(px(16), px(4), px(12), px(4))
        for number, line in enumerate(said):
            self._add(number, line)
        if not said:
            self._column.addWidget(self._quiet(otherwise, fine=fine))
        self._column.addStretch(1)
        rows = max(1, min(_MOST_LINES, len(said)))
        self.setFixedHeight(px(_LINE) * rows + px(12))

    def light(self, number: int | None) -> None:
        """Marks the line of a finding and brings it into view."""
        for index, line in enumerate(self.lines):
            line.setProperty("lit", "true" if index == number else "false")
            line.style().unpolish(line)
            line.style().polish(line)
        if number is not None and number < len(self.lines):
            self.ensureWidgetVisible(self.lines[number])

    def _clear(self) -> None:
        self.lines, self.badges, self.buttons = [], [], []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _quiet(self, sentence: str, *, fine: bool) -> QWidget:
        px = self._around.look.px
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, px(8), 0, px(8))
        across.setSpacing(px(8))
        if fine:
            across.addWidget(_Fine(self._around.look))
        across.addWidget(label(sentence, "quiet", wrap=True), 1)
        return line

    def _add(self, number: int, said: Line) -> None:
        px = self._around.look.px
        line = FindingLine()
        across = QHBoxLayout(line)
        across.setContentsMargins(px(4), px(3), px(4), px(3))
        across.setSpacing(px(8))
        badge = Badge(self._around.look, number + 1, said.severity)
        badge.setAccessibleName(self._around.words.say("poster_panel.lead", sentence=said.sentence))
        badge.setEnabled(said.leads)
        badge.clicked.connect(lambda: self.led.emit(number))
        across.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        words: QLabel = label(said.sentence, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setMinimumHeight(px(_LINE - 6))
        across.addWidget(words, 1)
        buttons = []
        for which, mend in enumerate(said.mends):
            button = QPushButton(mend)
            button.setProperty("task", "mend")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, which=which: self.mended.emit(number, which))
            across.addWidget(button)
            buttons.append(button)
        line.entered.connect(lambda on: self.hovered.emit(number if on else -1))
        self._column.addWidget(line)
        self.lines.append(line)
        self.badges.append(badge)
        self.buttons.append(buttons)
