"""The controls of the options: a caption with what is chosen below it, and quiet lines.

They tell what a person chose; they know nothing of posters.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjmapper.ui.parts.choice import Choice
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.tick import Tick

Offered = Sequence[tuple[object, str]]
"""Values and their words."""


class Segments(QWidget):
    """A few choices side by side; `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, around: Surroundings, offered: Offered, columns: int = 4) -> None:
        super().__init__()
        across = QGridLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(6))
        self.group = QButtonGroup(self)
        self._values = [value for value, _ in offered]
        for index, (_, words) in enumerate(offered):
            button = QPushButton(words)
            button.setProperty("task", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.group.addButton(button, index)
            across.addWidget(button, index // columns, index % columns)
        self.group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> object:
        """What is chosen; the first where nothing is."""
        return self._values[max(0, self.group.checkedId())]

    def show_value(self, value: object) -> None:
        """Shows a value as chosen; nothing is told."""
        index = self._values.index(value) if value in self._values else 0
        button = self.group.button(index)
        if button is not None:
            button.setChecked(True)

    def button(self, value: object) -> QPushButton:
        """The button of a value; ValueError where there is none."""
        button = self.group.button(self._values.index(value))
        if not isinstance(button, QPushButton):
            raise TypeError(value)
        return button


class Row(QWidget):
    """A caption and below it a control."""

    def __init__(self, around: Surroundings, caption: str, control: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(around.look.px(4))
        self.caption = label(caption, "caption")
        control.setAccessibleName(caption)
        column.addWidget(self.caption)
        column.addWidget(control)


def choice(around: Surroundings, offered: Offered) -> Choice:
    """A drop-down of values."""
    made = Choice(around.look)
    made.offer(offered)
    return made


class Ticks(QWidget):
    """Boxes to tick, one below the other; `changed` comes when a person ticks one."""

    changed = Signal()

    def __init__(self, around: Surroundings, offered: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(around.look.px(2))
        self.ticks: dict[str, Tick] = {}
        for value, words in offered:
            tick = Tick(around.look, words)
            tick.clicked.connect(self.changed)
            column.addWidget(tick)
            self.ticks[value] = tick

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked, in its order."""
        return tuple(value for value, tick in self.ticks.items() if tick.isChecked())

    def show_ticked(self, ticked: Sequence[str]) -> None:
        """Shows what is ticked; nothing is told."""
        for value, tick in self.ticks.items():
            tick.setChecked(value in ticked)


def beside(around: Surroundings, *parts: QWidget) -> QWidget:
    """Controls beside each other."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(around.look.px(8))
    for part in parts:
        across.addWidget(part, 1)
    return made
