"""The bar on top: the mark, menus, what is open, five commands. Nothing else."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QToolButton, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.look.mark import paint_mark
from cjmapper.ui.look.tokens import LIGHT
from cjmapper.ui.panels.map_button import MapButton
from cjmapper.ui.parts.labels import Pill, ShortenedLabel, tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

HEIGHT = 48
_BUTTONS = ("undo", "redo", "find", "inspector")
"""The commands that have an icon of their own here."""


class SavedState(StrEnum):
    """What is true of the file; each is the code of its word."""

    SAVED = "window.saved"
    NOT_SAVED = "window.not_saved"
    READ_ONLY = "window.read_only"


class Mark(QWidget):
    """The program's mark."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.dress(around)

    def dress(self, around: Surroundings) -> None:
        """Takes the size in force."""
        self.setFixedSize(around.look.px(26), around.look.px(26))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The same in light and dark."""
        with QPainter(self) as painter:
            paint_mark(painter, QRectF(self.rect()), QColor(LIGHT.accent), QColor(LIGHT.on_accent))


class TopBar(QWidget):
    """48 px: everything that is not the map itself."""

    def __init__(self, around: Surroundings, menus: QMenuBar) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._state = SavedState.SAVED
        self._exports: QAction | None = None
        self._has_map = True
        self.line = QWidget()
        self.line.setObjectName("barLine")
        self.title = ShortenedLabel("strong")
        self.map_button = MapButton(around)
        self.state_pill = Pill(around.look)
        self.saved = ShortenedLabel("quiet")
        self.buttons = {name: QToolButton() for name in _BUTTONS}
        self.export = QPushButton()
        self.export.setProperty("task", "primary")
        self.export.setIcon(icon("download", Tint.ON_ACCENT))
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self.mark = Mark(around)
        self._row.addWidget(self.mark)
        self._row.addWidget(menus)
        self._row.addWidget(self.line)
        for part in (self.line, self.title, self.map_button, self.state_pill, self.saved):
            self._row.addWidget(part)
        self._by_weight = (self.map_button, self.saved, self.title, self.state_pill)
        self._row.addStretch(1)
        for button in (*self.buttons.values(), self.export):
            self._row.addWidget(button)
        around.reworded.connect(self.reword)
        around.look.changed.connect(self.dress)
        self.dress()
        self.reword()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Lets its buttons do what the menus do."""
        for name, button in self.buttons.items():
            button.setDefaultAction(actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.export.clicked.connect(actions["export"].trigger)
        self._exports = actions["export"]
        self.reword()

    def show_map_parts(self, shown: bool) -> None:
        """Leaves out what is about a map where none is open."""
        self._has_map = shown
        for part in (*self.buttons.values(), self.export):
            part.setVisible(shown)
        self.fit()

    def fit(self) -> None:
        """Shows as much about the map as there is room for; menus and buttons are never cut."""
        parts, gap = (self.line, *self._by_weight), self._row.spacing()
        needs = {part: _least_width(part) + gap for part in parts}
        shown = sum(needs[part] for part in parts if part.isVisibleTo(self))
        room = self.width() - self._row.minimumSize().width() + shown
        for part in parts:
            room -= needs[part]
            wanted = self._has_map and room >= 0
            if wanted != part.isVisibleTo(self):
                part.setVisible(wanted)

    @guard
    def event(self, event: QEvent) -> bool:
        """Some part has become longer or shorter."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more or less room now."""
        super().resizeEvent(event)
        self.fit()

    def show_saved(self, state: SavedState) -> None:
        """Shows what is true of the file."""
        self._state = state
        self.saved.setText(self._around.words.say(state.value))
        self.fit()

    def reword(self) -> None:
        """Words its parts in the language in force."""
        say = self._around.words.say
        self.export.setText(say("window.export"))
        if self._exports is not None:
            self.export.setToolTip(tip_with_key(say("window.export_tip"), self._exports))
        self.saved.setText(self._around.words.say(self._state.value))
        self.title.lead(say("window.name_project"))
        self.state_pill.lead(say("window.choose_state"))

    def dress(self) -> None:
        """Takes the size in force."""
        px = self._around.look.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self.line.setFixedSize(1, px(24))
        self.mark.dress(self._around)
        self.export.setIconSize(QSize(px(24), px(18)))
        self.fit()


def _least_width(part: QWidget) -> int:
    part.ensurePolished()
    least = part.minimumWidth() or part.minimumSizeHint().width()
    return max(1, least)
