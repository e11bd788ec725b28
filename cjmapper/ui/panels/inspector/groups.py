"""What parts the fields of the inspector from each other: headings, and what is only now and then.

Nothing here knows of fields.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings


class Heading(QWidget):
    """The name of a group, under a hairline."""

    def __init__(self, around: Surroundings, text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, around.look.px(4), 0, 0)
        column.setSpacing(around.look.px(12))
        line = QWidget()
        line.setObjectName("barLine")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(label(text, "section"))


class Disclosure(QWidget):
    """A button that shows and hides what stands in `column`."""

    toggled = Signal(bool)

    def __init__(self, around: Surroundings, text: str, *, shown: bool) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(around.look.px(8))
        self.button = QPushButton(text)
        self.button.setProperty("task", "fold")
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(around.look.px(18), around.look.px(16)))
        self.button.setChecked(shown)
        whole.addWidget(self.button)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(around.look.px(12))
        whole.addWidget(self._inner)
        self.button.toggled.connect(self._show)
        self._show(shown)

    def _show(self, shown: bool) -> None:
        self._inner.setVisible(shown)
        self.button.setIcon(icon("chevron-down" if shown else "chevron-right", Tint.ACCENT))
        self.toggled.emit(shown)
