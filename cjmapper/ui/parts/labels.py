"""Words that stand in the window: plain text only, shortened with an ellipsis where asked."""

from textwrap import wrap

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtGui import Qt as Qt_
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look

_SHORT_TIP = 64
"""Letters: what is no longer stays on one line."""
_SOME = 8
"""Letters: fewer of a name say nothing."""


def plain_tip(text: str) -> str:
    """A person's words as the text of a tip, in lines that are not too long.

    Only what would be read as markup is marked up itself: a tip is also read aloud.
    """
    if Qt_.mightBeRichText(text):
        from html import escape

        kept = ' style="white-space: nowrap"' if len(text) <= _SHORT_TIP else ""
        return f"<span{kept}>{escape(text)}</span>"
    return "\n".join(
        line
        for part in text.splitlines()
        for line in wrap(part, _SHORT_TIP, break_long_words=False, break_on_hyphens=False)
    )


def tip_with_key(text: str, action: QAction) -> str:
    """A tip that also names the key that does the same, where there is one."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return plain_tip(f"{text} ({keys})" if keys else text)


def label(text: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text; `tone` names its rule in the sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


class LeadingLabel(QLabel):
    """Words that lead to where they can be changed: `clicked` tells, once `lead` was called."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leads_to = ""

    def lead(self, tip: str) -> None:
        """Takes clicks from now on; `tip` says what comes of one."""
        self.leads_to = tip
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click begins here, where it leads anywhere."""
        event.setAccepted(bool(self.leads_to) and event.button() == Qt.MouseButton.LeftButton)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, if the pointer is still here."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class ShortenedLabel(LeadingLabel):
    """A name that may be longer than its place: it ends in an ellipsis, the tip has it whole."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @guard
    def minimumSizeHint(self) -> QSize:
        """Some letters."""
        whole = super().minimumSizeHint()
        some = QFontMetrics(self.font()).averageCharWidth() * _SOME
        return QSize(min(whole.width(), some), whole.height())

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the name as there is room for."""
        fitted = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(plain_tip(self.text()) if fitted != self.text() else self.leads_to)
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), fitted)


class Pill(LeadingLabel):
    """A word on a rounded ground: the state of a map."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)

    @guard
    def sizeHint(self) -> QSize:
        """The word with room at its ends."""
        metrics = QFontMetrics(self._look.font(12, semibold=True))
        px = self._look.px
        return QSize(metrics.horizontalAdvance(self.text()) + px(20), px(24))

    @guard
    def minimumSizeHint(self) -> QSize:
        """The same: it is never cut."""
        return self.sizeHint()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the word."""
        px, tokens = self._look.px, self._look.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            height = px(24)
            ground = self.rect().adjusted(0, (self.height() - height) // 2, 0, 0)
            ground.setHeight(height)
            painter.drawRoundedRect(ground, height / 2, height / 2)
            painter.setFont(self._look.font(12, semibold=True))
            painter.setPen(QColor(tokens.accent))
            painter.drawText(ground, int(Qt.AlignmentFlag.AlignCenter), self.text())
