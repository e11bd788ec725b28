"""The command palette: a field over the window in which a few letters find any command or place.

Knows the keyboard and the look of its lines; what they are and in which order is not its own.
"""

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cjmapper.editor.feedback import Said
from cjmapper.ui.commands import picture_of
from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.panels.floating import SHADOW
from cjmapper.ui.panels.jumps import Jump, ranked
from cjmapper.ui.panels.key_caps import caps_width, keys_of, paint_caps
from cjmapper.ui.panels.popped import Popped
from cjmapper.ui.parts.aloud import announce
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

_WIDE = 560
_FROM_TOP = 0.15
_ROW = 36
_MOST_ROWS = 9
_PADDING = 8
_SIDE = 10
_ICON = 18
_MOST_KEPT = 8
_MOST_SHOWN = 250
"""More than all commands together; who looks for a place types another letter."""

_JUMP = Qt.ItemDataRole.UserRole
_WALKS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}


class CommandPalette(Popped):
    """Opens over `window`; `gather` gives all lines when it opens, `announce` hears the chosen."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        gather: Callable[[], list[Jump]],
        announce: Callable[[Said], None],
    ) -> None:
        super().__init__(around, window)
        self._gather = gather
        self._announce = announce
        self._jumps: list[Jump] = []
        self._lately: list[str] = []
        self._pointer = QPoint()
        self.rows = QListWidget()
        self.nothing = label(tone="quiet")
        self.rows.setItemDelegate(_Rows(around.look, self.rows))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setMouseTracking(True)
        self.rows.setObjectName("palette")
        self._column = QVBoxLayout(self)
        for part in (self.field, self.rows, self.nothing):
            self._column.addWidget(part)
        self.field.textEdited.connect(self._show)
        self.rows.itemClicked.connect(self._run)
        self.rows.itemEntered.connect(self._entered)

    @property
    def shown(self) -> list[Jump]:
        """The lines that are shown, from the top."""
        items = (self.rows.item(row) for row in range(self.rows.count()))
        return [item.data(_JUMP) for item in items]

    @property
    def chosen(self) -> Jump | None:
        """The line that Enter would run."""
        row = self.rows.currentRow()
        return self.shown[row] if row >= 0 else None

    def _fill(self) -> None:
        """All lines, nothing typed."""
        say = self._around.words.say
        self._jumps = self._gather()
        self._ask_for(say("jump.prompt"))
        self.rows.setAccessibleName(say("jump.list"))
        self._show()

    def _empty(self) -> None:
        """The lines hold on to what they would run."""
        self.rows.clear()
        self._jumps = []

    def _field_left(self) -> None:
        """It goes when the keyboard goes; but not for a menu of the field's own."""
        if QApplication.activePopupWidget() is None:
            self.close_up()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _WALKS:
            self._walk(_WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.rows.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _entered(self, item: QListWidgetItem) -> None:
        """A pointer that moves chooses; one that lies still while lines scroll does not."""
        if QCursor.pos() != self._pointer:
            self.rows.setCurrentItem(item)

    def _walk(self, by: int) -> None:
        """Some lines on; from one end to the other only by single steps."""
        self._pointer = QCursor.pos()
        count = self.rows.count()
        if count:
            row = self.rows.currentRow() + by
            row = row % count if abs(by) == 1 else max(0, min(count - 1, row))
            self.rows.setCurrentRow(row)
            self._say_chosen()

    def _say_chosen(self) -> None:
        """The keyboard stays in the field: which line is chosen is said."""
        jump = self.chosen
        if jump is not None:
            index, total = self.rows.currentRow() + 1, self.rows.count()
            self._announce(
                Said("jump.chosen", {"title": jump.title, "index": index, "total": total})
            )

    def _run(self, item: QListWidgetItem | None) -> None:
        jump = None if item is None else item.data(_JUMP)
        if not isinstance(jump, Jump) or not jump.enabled:
            return
        self._lately = [jump.key, *(key for key in self._lately if key != jump.key)][:_MOST_KEPT]
        self.close_up()
        jump.run()

    def _show(self) -> None:
        self._pointer = QCursor.pos()
        typed = self.field.text()
        self.rows.clear()
        for jump in ranked(self._jumps, typed, self._lately)[:_MOST_SHOWN]:
            item = QListWidgetItem(jump.title)
            item.setData(_JUMP, jump)
            said = ", ".join(part for part in (jump.title, jump.group, jump.shortcut) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if not jump.enabled:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        self.rows.setVisible(self.rows.count() > 0)
        self.nothing.setVisible(self.rows.count() == 0)
        self.nothing.setText(self._around.words.say("jump.nothing", typed=typed.strip()))
        if typed.strip():
            self._say_chosen()
        if self.rows.count() == 0:
            announce(self.field, self.nothing.text())
        self._place()

    def _place(self) -> None:
        look = self._around.look
        edge = look.px(SHADOW) + look.px(_PADDING)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(look.px(_PADDING))
        self.field.setMinimumHeight(look.px(_ROW))
        window = self._over
        shown = max(1, min(_MOST_ROWS, self.rows.count()))
        self.rows.setFixedHeight(look.px(_ROW) * shown)
        self.nothing.setFixedHeight(look.px(_ROW))
        width = min(look.px(_WIDE) + 2 * look.px(SHADOW), window.width())
        self.setFixedWidth(width)
        height = self._column.sizeHint().height()
        self.resize(width, height)
        top = round(window.height() * _FROM_TOP) - look.px(SHADOW)
        self.move((window.width() - width) // 2, min(top, max(0, window.height() - height)))


class _Rows(QStyledItemDelegate):
    """A line: icon, name, where it belongs, and its key as caps."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @guard
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines are as high."""
        return QSize(self._look.px(200), self._look.px(_ROW))

    @guard
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One line."""
        jump = index.data(_JUMP)
        rect = getattr(option, "rect")  # noqa: B009 - the stubs leave it out
        state = getattr(option, "state")  # noqa: B009
        if not isinstance(jump, Jump):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.tokens.accent_soft))
            painter.drawRoundedRect(rect, self._look.px(6), self._look.px(6))
        self._paint(painter, jump, rect)
        painter.restore()

    def _paint(self, painter: QPainter, jump: Jump, rect: QRect) -> None:
        px, tokens = self._look.px, self._look.tokens
        middle = rect.center().y() + 1
        side, icon = px(_SIDE), px(_ICON)
        if jump.icon:
            place = QRect(rect.left() + side, middle - icon // 2, icon, icon)
            mode = picture_of(jump.icon).Mode
            state = mode.Normal if jump.enabled else mode.Disabled
            picture_of(jump.icon).paint(painter, place, Qt.AlignmentFlag.AlignCenter, state)
        keys = keys_of(jump.shortcut)
        right = rect.right() - side
        paint_caps(painter, self._look, keys, right, middle)
        right -= round(caps_width(self._look, keys)) + side
        left = rect.left() + 2 * side + icon
        left = self._words(
            painter,
            jump.title,
            (left, right, rect),
            tokens.text if jump.enabled else tokens.disabled,
            13,
        )
        if jump.group and left + px(60) < right:
            quiet = tokens.hint if jump.enabled else tokens.disabled
            self._words(painter, jump.group, (left + side, right, rect), quiet, 12)

    def _words(
        self, painter: QPainter, text: str, room: tuple[int, int, QRect], colour: str, size: int
    ) -> int:
        """Words from left to right as far as there is room; where they end."""
        left, right, rect = room
        painter.setFont(self._look.font(size))
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(painter.font())
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(right - left, 0))
        place = QRect(left, rect.top(), max(right - left, 0), rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), fitted)
        return left + metrics.horizontalAdvance(fitted)
