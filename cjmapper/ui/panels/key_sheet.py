"""The sheet of all keys and gestures, by what they are for, with a field to find one.

Keys of commands come from their table; those that the map itself takes stand here.
"""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjmapper.editor.actions import ACTIONS
from cjmapper.editor.fuzzy import folded
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.panels.floating import SHADOW
from cjmapper.ui.panels.popped import Popped
from cjmapper.ui.parts.key_line import KeyLine
from cjmapper.ui.parts.key_names import keys_of
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

GESTURES: dict[str, str] = {
    "going": "go walk row_ends corners areas",
    "writing": "edit type next_card next_step new_line done",
    "feelings": "faces half tenth free",
    "mouse": "add toggle range frame copy equal cancel",
    "seeing": "zoom sideways pan",
}
"""Keys and gestures that are no shortcuts of commands: groups, and what stands in each."""

_COLUMNS = (
    ("going", "writing", "feelings", "file", "help"),
    ("mouse", "seeing", "view", "insert"),
    ("edit", "map"),
)
_WIDE = 1080
_SHARE = 0.86
_PADDING = 20
_KEYS = 168
_ROW = 24


class Row(NamedTuple):
    """One line of the sheet: what is found by, and its widget."""

    said: str
    widget: QWidget


class Group(NamedTuple):
    """Lines of one purpose under a heading."""

    name: str
    widget: QWidget
    rows: list[Row]


class KeySheet(Popped):
    """Opens over `window`; Esc closes it and gives the keyboard back."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(around, window)
        self.groups: list[Group] = []
        self.title = label(tone="title")
        self.nothing = label(tone="quiet")
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x", Tint.QUIET))
        self.close_button.clicked.connect(self.close_up)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title)
        self._top.addStretch(1)
        self._top.addWidget(self.field)
        self._top.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.nothing)
        self._column.addWidget(self._area, 1)
        self.field.textChanged.connect(self._filter)

    def _fill(self) -> None:
        """All keys."""
        say = self._around.words.say
        self.title.setText(say("keys.title"))
        self.close_button.setAccessibleName(say("window.close_panel"))
        self._build()
        self._ask_for(say("keys.prompt"))
        self._filter("")

    @property
    def shown(self) -> list[str]:
        """What the lines say that are shown."""
        return [
            row.said
            for group in self.groups
            for row in group.rows
            if not row.widget.isHidden() and not group.widget.isHidden()
        ]

    def _key(self, event: QKeyEvent) -> bool:
        """Esc, and keys that scroll."""
        bar = self._area.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_up()
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                bar.setValue(
                    bar.value() + self._around.look.px(_ROW) * (-1 if key == Qt.Key.Key_Up else 1)
                )
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown as key:
                bar.setValue(bar.value() + bar.pageStep() * (-1 if key == Qt.Key.Key_PageUp else 1))
            case _:
                return False
        return True

    def _filter(self, typed: str) -> None:
        """Only the lines that hold what was typed."""
        wanted = folded(typed).split()
        for group in self.groups:
            for row in group.rows:
                said = folded(row.said)
                row.widget.setVisible(all(word in said for word in wanted))
            group.widget.setVisible(any(not row.widget.isHidden() for row in group.rows))
        self.nothing.setVisible(not self.shown)
        self.nothing.setText(self._around.words.say("keys.nothing", typed=typed.strip()))

    # What it is put together from

    def _build(self) -> None:
        px = self._around.look.px
        edge = px(SHADOW) + px(_PADDING)
        self._column.setContentsMargins(edge, px(SHADOW) + px(16), edge, edge)
        self._column.setSpacing(px(12))
        self.field.setFixedWidth(px(260))
        self.close_button.setIconSize(QSize(px(18), px(18)))
        self.groups = []
        sheet = QWidget()
        sheet.setObjectName("keySheet")
        across = QHBoxLayout(sheet)
        across.setContentsMargins(0, 0, px(8), 0)
        across.setSpacing(px(32))
        wide = self._over.width() >= px(_WIDE)
        left, middle, right = _COLUMNS
        for names in _COLUMNS if wide else (left, middle + right):
            column = QVBoxLayout()
            column.setSpacing(px(16))
            for name in names:
                group = self._group(name)
                self.groups.append(group)
                column.addWidget(group.widget)
            column.addStretch(1)
            across.addLayout(column, 1)
        self._area.setWidget(sheet)

    def _group(self, name: str) -> Group:
        say, px = self._around.words.say, self._around.look.px
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        gestures = GESTURES.get(name, "").split()
        heading = f"keys.group.{name}" if gestures else f"menu.{name}"
        column.addWidget(label(say(heading), "section"))
        also = self._around.words.also
        lines = [(say(f"keys.{one}"), say(f"keys.{one}.how"), "") for one in gestures]
        lines += [
            (
                say(f"action.{one.id}").removesuffix("…").rstrip(),
                _in_brackets(one.shortcuts[0]),
                also(one.id),
            )
            for one in ACTIONS
            if one.menu == name and one.shortcuts
        ]
        rows = [self._row(*line) for line in lines]
        for row in rows:
            column.addWidget(row.widget)
        return Group(name, whole, rows)

    def _row(self, what: str, how: str, also: str) -> Row:
        px = self._around.look.px
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        keys = KeyLine(self._around.look)
        keys.say(how)
        keys.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        keys.setFixedWidth(px(_KEYS))
        words = QLabel(what)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row.addWidget(keys)
        row.addWidget(words, 1)
        return Row(f"{what} {how.replace('[', '').replace(']', '')} {also}", whole)

    def _place(self) -> None:
        px, over = self._around.look.px, self._over
        shadow = 2 * px(SHADOW)
        width = min(px(_WIDE) + shadow, over.width())
        height = min(round(over.height() * _SHARE) + shadow, over.height())
        self.setGeometry((over.width() - width) // 2, (over.height() - height) // 2, width, height)


def _in_brackets(shortcut: str) -> str:
    native = keys_of(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"[{native}]"
