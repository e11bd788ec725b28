"""The choice of map: the name of the one that is shown, and the others of the file in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import paint_icon
from cjmapper.ui.parts.labels import plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

_WIDEST = 280
_ARROW = 16
_SIDE = 8
_SLACK = 4
"""Widths of words are rounded down, and a word that lacks a part of a pixel is shortened."""


class MapButton(QPushButton):
    """Shows which map is open; `chosen` carries the id of another one."""

    chosen = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._name = ""
        self._list = QMenu(self)
        self.setMenu(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def offer(
        self,
        maps: Sequence[tuple[str, str]],
        current: str,
        actions: Sequence[QAction],
        beside: str = "",
    ) -> None:
        """Takes the maps of the file (id, name), the one shown, and what can be done with maps.

        The only map of the file is not named again where it is called what stands `beside`.
        """
        names = dict(maps)
        self._name = names.get(current, "")
        if len(maps) == 1 and self._name.casefold() == beside.casefold():
            self._name = ""
        self.setText(self._name.replace("&", "&&"))
        self.setAccessibleName(self._around.words.say("window.choose_map"))
        self.setToolTip(plain_tip(names.get(current, "")))
        self._list.clear()
        group = QActionGroup(self._list)
        for key, name in maps:
            entry = QAction(name.replace("&", "&&"), self._list)
            entry.setCheckable(True)
            entry.setChecked(key == current)
            entry.triggered.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            group.addAction(entry)
            self._list.addAction(entry)
        self._list.addSeparator()
        self._list.addActions(list(actions))
        self.updateGeometry()
        self.update()

    @guard
    def sizeHint(self) -> QSize:
        """The name, up to a width; longer ones end in an ellipsis."""
        px = self._around.look.px
        words = QFontMetrics(self.font()).horizontalAdvance(self._name)
        return QSize(min(words + px(_SLACK), px(_WIDEST)) + px(_ARROW + 3 * _SIDE), px(32))

    @guard
    def minimumSizeHint(self) -> QSize:
        """Some letters and the arrow."""
        return QSize(
            min(self.sizeHint().width(), self._around.look.px(72)), self.sizeHint().height()
        )

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name and an arrow."""
        px, tokens = self._around.look.px, self._around.look.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
                painter.drawRoundedRect(self.rect(), px(6), px(6))
            words = self.rect().adjusted(px(_SIDE), 0, -px(_ARROW + 2 * _SIDE), 0)
            painter.setPen(tokens.secondary)
            fitted = QFontMetrics(self.font()).elidedText(
                self._name, Qt.TextElideMode.ElideRight, words.width()
            )
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), fitted)
            arrow = px(_ARROW)
            drawn = min(QFontMetrics(self.font()).horizontalAdvance(fitted), words.width())
            x = words.left() + drawn + px(6)
            at = QRectF(x, (self.height() - arrow) / 2, arrow, arrow)
            paint_icon(painter, "chevron-down", at, self.palette().color(QPalette.ColorRole.Dark))
