"""The bar over the map that says how a pasted table was read, and offers the other readings.

It goes away with the next change; what a reading makes of a table is decided in the editor.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from cjmapper.editor import pasting
from cjmapper.editor.editor import Editor
from cjmapper.editor.pasting import Pasted
from cjmapper.editor.table_readings import Reading
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.commands import Commands
from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.panels.floating import SHADOW, Floating
from cjmapper.ui.parts.labels import label, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.tick import Tick

_ABOVE_EDGE = 16

_PADDING = 8


class PasteBar(Floating):
    """Shown as long as the table that was pasted is the last thing that was done."""

    def __init__(
        self, around: Surroundings, editor: Editor, commands: Commands, canvas: Canvas
    ) -> None:
        super().__init__(around.look, canvas.viewport())
        self._around = around
        self._editor = editor
        self._commands = commands
        self._canvas = canvas
        self._shown: Pasted | None = None
        self.readings: dict[Reading, QPushButton] = {}
        self.splits: Tick | None = None
        self.undo: QPushButton | None = None
        self._grid = QGridLayout(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        canvas.viewport().installEventFilter(self)
        editor.listen(self._editor_changed)
        around.reworded.connect(self._make_anew)
        around.look.changed.connect(self._make_anew)

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stays at the bottom when the map's room changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def put_away(self) -> None:
        """Offers nothing any longer; what was pasted stays."""
        self._editor.show_pasted(None)
        self._canvas.setFocus()

    def _editor_changed(self) -> None:
        pasted = self._editor.pasted
        if pasted is not self._shown:
            self._shown = pasted
            self._make_anew()
            if pasted is not None and pasted.reading is Reading.MAP:
                self._canvas.open_map()
                self._canvas.reveal(self._editor.selection)
        if pasted is not None:
            busy = self._editor.is_writing or self._editor.state.is_gesture
            self.setVisible(not busy)

    def _make_anew(self) -> None:
        self.hide()
        for part in self.findChildren(QWidget):
            part.hide()
            part.deleteLater()
        self.readings, self.splits, self.undo = {}, None, None
        if self._shown is None:
            return
        self._fill(self._shown)
        self._place()
        self.show()
        self.raise_()

    def _fill(self, pasted: Pasted) -> None:
        px, say = self._around.look.px, self._around.words.say
        table = pasted.table
        self._told = label(say("paste.pasted", rows=table.height, columns=table.width))
        self._choices, row = _line(px(6))
        group = QButtonGroup(self._choices)
        for reading in pasted.readings:
            button = self._reading(pasted, reading)
            group.addButton(button)
            row.addWidget(button)
            self.readings[reading] = button
        if pasted.can_split:
            self.splits = Tick(self._around.look, say("paste.splits"))
            self.splits.setChecked(pasted.splits)
            self.splits.setToolTip(plain_tip(say("paste.tip.splits")))
            self.splits.clicked.connect(lambda on: self._read(pasted.reading, splits=bool(on)))
            row.addSpacing(px(6))
            row.addWidget(self.splits)
        self._end, end = _line(px(4))
        self.undo = QPushButton(say("notice.undo"))
        self.undo.setProperty("task", "link")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(lambda: self._commands.run("undo"))
        end.addWidget(self.undo)
        close = QToolButton()
        close.setProperty("small", "true")
        close.setIcon(icon("x", Tint.QUIET))
        close.setIconSize(QSize(px(16), px(16)))
        close.setAccessibleName(say("window.close_panel"))
        close.clicked.connect(self.put_away)
        end.addWidget(close)

    def _reading(self, pasted: Pasted, reading: Reading) -> QPushButton:
        say = self._around.words.say
        is_list = reading is Reading.COLUMN and pasted.table.width == 1
        button = QPushButton(say("paste.list") if is_list else say(f"paste.{reading}"))
        button.setProperty("task", "choice")
        button.setCheckable(True)
        button.setChecked(reading is pasted.reading)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(plain_tip(say(f"paste.tip.{reading}")))
        button.clicked.connect(lambda: self._read(reading, splits=pasted.splits))
        return button

    def _read(self, reading: Reading, *, splits: bool) -> None:
        pasting.read_again(self._editor, reading, splits=splits)
        self._canvas.setFocus()

    def _place(self) -> None:
        """On one line where there is room for that, else the readings below the rest."""
        px = self._around.look.px
        room = self._canvas.viewport().rect()
        edge = px(SHADOW + _PADDING)
        self._grid.setContentsMargins(edge + px(8), edge, edge + px(4), edge)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(6))
        parts = (self._told, self._choices, self._end)
        for part in parts:
            part.adjustSize()
            self._grid.removeWidget(part)
        needed = sum(part.sizeHint().width() for part in parts) + 2 * edge + px(20)
        right = Qt.AlignmentFlag.AlignRight
        if needed <= room.width():
            for column, part in enumerate(parts):
                self._grid.addWidget(part, 0, column)
        else:
            self._grid.addWidget(self._told, 0, 0)
            self._grid.addWidget(self._end, 0, 1, right)
            self._grid.addWidget(self._choices, 1, 0, 1, 2)
        self._grid.activate()
        self.adjustSize()
        x = (room.width() - self.width()) // 2
        y = room.height() - self.height() - px(_ABOVE_EDGE) + px(SHADOW)
        self.move(max(0, x), max(0, y))


def _line(spacing: int) -> tuple[QWidget, QHBoxLayout]:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return part, row
