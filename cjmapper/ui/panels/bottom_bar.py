"""The line at the bottom: what the keys do now, and the zoom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.parts.key_line import KeyLine
from cjmapper.ui.parts.labels import tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

HEIGHT = 28


class BottomBar(QWidget):
    """Hint on the left, zoom on the right."""

    zoom_out = Signal()
    zoom_in = Signal()
    zoom_full = Signal()
    zoom_fit = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._factor = 1.0
        self._actions: tuple[QAction, ...] = ()
        self.hint = KeyLine(around.look)
        self._minus = self._button("minus")
        self._percent = QToolButton()
        self._percent.setProperty("small", "true")
        self._plus = self._button("plus")
        self._fit = self._button("maximize")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.hint, 1)
        self._zoom = (self._minus, self._percent, self._plus, self._fit)
        for button in self._zoom:
            self._row.addWidget(button)
        self._minus.clicked.connect(self.zoom_out)
        self._percent.clicked.connect(self.zoom_full)
        self._plus.clicked.connect(self.zoom_in)
        self._fit.clicked.connect(self.zoom_fit)
        around.reworded.connect(self.reword)
        around.look.changed.connect(self.dress)
        self.dress()
        self.reword()

    def bind(self, out: QAction, full: QAction, closer: QAction, fit: QAction) -> None:
        """Lets the tips of its buttons name the keys that do the same."""
        self._actions = (out, full, closer, fit)
        self.reword()

    def show_zoom(self, factor: float) -> None:
        """Shows how large the map is drawn."""
        self._factor = factor
        self._percent.setText(self._around.words.percent(factor))

    def show_zoom_buttons(self, shown: bool) -> None:
        """Leaves the zoom out where there is no map."""
        for button in self._zoom:
            button.setVisible(shown)

    def reword(self) -> None:
        """Words its buttons in the language in force."""
        say = self._around.words.say
        for button, code in (
            (self._minus, "action.zoom_out"),
            (self._percent, "action.zoom_100"),
            (self._plus, "action.zoom_in"),
            (self._fit, "action.zoom_fit"),
        ):
            button.setAccessibleName(say(code))
        for button, action in zip(self._zoom, self._actions, strict=False):
            button.setToolTip(tip_with_key(button.accessibleName(), action))
        self.show_zoom(self._factor)

    def dress(self) -> None:
        """Takes the size in force."""
        px = self._around.look.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(12), 0, px(8), 0)
        self._row.setSpacing(px(2))
        self._percent.setFixedWidth(px(52))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("small", "true")
        button.setIcon(icon(name, Tint.QUIET))
        return button
