"""A box to tick, drawn like our other fields; half filled where several things differ."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.icons import paint_icon

_BOX = 18
_GAP = 8
_HEIGHT = 28


class Tick(QCheckBox):
    """A box with its words beside it."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @guard
    def sizeHint(self) -> QSize:
        """Room for box and words."""
        px = self._look.px
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(px(_BOX + _GAP) + words + px(4), px(_HEIGHT))

    @guard
    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, what is in it, the words."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        px, colours = self._look.px, self.palette()
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - px(_BOX)) / 2 + 0.5, px(_BOX) - 1, px(_BOX) - 1)
        filled = self.checkState() != Qt.CheckState.Unchecked
        painter.setPen(colours.color(group, role.Accent if filled else role.Dark))
        painter.setBrush(colours.color(group, role.Accent if filled else role.Base))
        painter.drawRoundedRect(box, px(4), px(4))
        if filled:
            partly = self.checkState() == Qt.CheckState.PartiallyChecked
            inside = box.adjusted(px(2), px(2), -px(2), -px(2))
            ink = role.HighlightedText if self.isEnabled() else role.Base
            mark = QColor(colours.color(group, ink))
            paint_icon(painter, "minus" if partly else "check", inside, mark)
        painter.setPen(colours.color(group, role.Text))
        words = self.rect().adjusted(px(_BOX + _GAP), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
