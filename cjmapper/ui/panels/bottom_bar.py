"""The line at the bottom: what the keys do now, the zoom, and the sheet of keys."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.parts.key_line import KeyLine
from cjmapper.ui.parts.labels import plain_tip, tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

HEIGHT = 28
CALM_MS = 300
"""The hint changes no more often than this, or nobody could read it."""

ZOOM_MENU = "zoom_in zoom_out - zoom_100 zoom_fit zoom_selection - hand >wheel"
"""What stands in the menu of the zoom; `-` parts, `>` is a menu within it."""


class BottomBar(QWidget):
    """Hint on the left, zoom on the right; its buttons do what the commands of their names do."""

    def __init__(self, around: Surroundings, actions: Mapping[str, QAction], wheel: QMenu) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._actions = actions
        self._factor = 1.0
        self.hint = KeyLine(around.look)
        self._waiting = ""
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._say_what_waits)
        self.zoom_menu = self._menu(wheel)
        self.percent = QToolButton()
        self.percent.setProperty("small", "true")
        self.percent.clicked.connect(self._open_zoom_menu)
        self.buttons = {
            "zoom_out": self._button("minus", "zoom_out"),
            "zoom_in": self._button("plus", "zoom_in"),
            "zoom_fit": self._button("maximize", "zoom_fit"),
            "keys": self._button("circle-help", "keys"),
        }
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.hint, 1)
        minus, plus, fit, keys = self.buttons.values()
        self._zoom = (minus, self.percent, plus, fit)
        for button in (*self._zoom, keys):
            self._row.addWidget(button)
        around.reworded.connect(self.reword)
        around.look.changed.connect(self.dress)
        self.dress()
        self.reword()

    def show_hint(self, sentence: str) -> None:
        """Shows another sentence, the last of several that come within `CALM_MS`."""
        self._waiting = sentence
        if not self._calm.isActive():
            self._say_what_waits()

    def show_zoom(self, factor: float) -> None:
        """Shows how large the map is drawn."""
        self._factor = factor
        self.percent.setText(self._around.words.percent(factor))

    def show_zoom_buttons(self, shown: bool) -> None:
        """Leaves the zoom out where there is no map."""
        for button in self._zoom:
            button.setVisible(shown)

    def reword(self) -> None:
        """Words its buttons in the language in force."""
        say = self._around.words.say
        for name, button in self.buttons.items():
            button.setAccessibleName(say(f"action.{name}"))
            button.setToolTip(tip_with_key(button.accessibleName(), self._actions[name]))
        self.percent.setAccessibleName(say("window.zoom"))
        self.percent.setToolTip(plain_tip(say("window.zoom")))
        self.show_zoom(self._factor)

    def dress(self) -> None:
        """Takes the size in force."""
        px = self._around.look.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(12), 0, px(8), 0)
        self._row.setSpacing(px(2))
        self.percent.setFixedWidth(px(52))

    def _say_what_waits(self) -> None:
        if self._waiting != self.hint.said:
            self.hint.say(self._waiting)
            self._calm.start()

    def _menu(self, wheel: QMenu) -> QMenu:
        menu = QMenu(self)
        for item in ZOOM_MENU.split():
            if item == "-":
                menu.addSeparator()
            elif item.startswith(">"):
                menu.addMenu(wheel)
            else:
                menu.addAction(self._actions[item])
        return menu

    def _open_zoom_menu(self) -> None:
        """Above its button, since below is the end of the window."""
        above = QPoint(0, -self.zoom_menu.sizeHint().height())
        self.zoom_menu.popup(self.percent.mapToGlobal(above))

    def _button(self, picture: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("small", "true")
        button.setIcon(icon(picture, Tint.QUIET))
        button.clicked.connect(self._actions[name].trigger)
        return button
