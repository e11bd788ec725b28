"""The menus within menus: recent files, examples, language, theme, size, mouse wheel, motion.

What a line does is its action's `data()`, which lasts longer than the line: menus are filled anew
whenever they open.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from cjmapper.ui.parts.keeper import SettingsKeeper
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.words.languages import LANGUAGES

_OWN_NAMES = {"nb": "Norsk (bokmål)", "sv": "Svenska", "en": "English"}
"""A language is called what it calls itself, so that it is found by who needs it."""


class ChoiceMenus(QObject):
    """`opened` carries a file, `example` an example's file, `option` an option and its value."""

    opened = Signal(object)
    example = Signal(object)
    option = Signal(str, object)
    cleared = Signal()

    def __init__(self, around: Surroundings, keeper: SettingsKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._keeper = keeper
        self._examples: Callable[[], Sequence[tuple[str, Path]]] = tuple
        names = ("recent", "examples", "theme", "ui_size", "language", "wheel", "motion")
        self.menus = {name: QMenu(parent) for name in names}
        for name, menu in self.menus.items():
            menu.aboutToShow.connect(partial(self._fill, name))
        around.reworded.connect(self.reword)
        self.reword()

    def offer_examples(self, examples: Callable[[], Sequence[tuple[str, Path]]]) -> None:
        """Takes what lists the examples (name, file)."""
        self._examples = examples

    def filled(self) -> tuple[QMenu, ...]:
        """All these menus, as they would open now."""
        for name in self.menus:
            self._fill(name)
        return tuple(self.menus.values())

    def reword(self) -> None:
        """Words the menus in the language in force."""
        for name, menu in self.menus.items():
            menu.setTitle(self._around.words.say(f"menu.{name}"))
            self._fill(name)

    def _fill(self, name: str) -> None:
        menu = self.menus[name]
        menu.clear()
        for group in menu.findChildren(QActionGroup):
            group.deleteLater()
        match name:
            case "recent":
                self._fill_recent(menu)
            case "examples":
                for title, path in self._examples():
                    self._add(menu, title, partial(self.example.emit, path))
            case _:
                self._fill_option(menu, name)

    def _fill_recent(self, menu: QMenu) -> None:
        say = self._around.words.say
        for name in self._keeper.settings.recent_files:
            path = Path(name)
            self._add(menu, path.name, partial(self.opened.emit, path))
        if menu.isEmpty():
            nothing = self._add(menu, say("start.no_recent"), lambda: None)
            nothing.setEnabled(False)
            return
        menu.addSeparator()
        self._add(menu, say("action.clear_recent"), self.cleared.emit)

    def _fill_option(self, menu: QMenu, name: str) -> None:
        group = QActionGroup(menu)
        now: object = getattr(self._keeper.settings, name)
        if name == "language":
            now = self._around.words.language
        for value, title in self._values(name):
            made = self._add(menu, title, partial(self.option.emit, name, value))
            made.setCheckable(True)
            made.setChecked(value == now)
            group.addAction(made)

    def _values(self, name: str) -> list[tuple[object, str]]:
        words = self._around.words
        match name:
            case "theme":
                return [(key, words.say(f"action.theme_{key}")) for key in _THEMES]
            case "wheel":
                return [(key, words.say(f"action.wheel_{key}")) for key in ("scroll", "zoom")]
            case "motion":
                return [(key, words.say(f"action.motion_{key}")) for key in ("system", "off")]
            case "ui_size":
                return [(size, words.percent(size / 100)) for size in (100, 125, 150)]
            case _:
                return [(key, _OWN_NAMES[key]) for key in LANGUAGES]

    def _add(self, menu: QMenu, title: str, act: Callable[[], None]) -> QAction:
        made = QAction(title.replace("&", "&&"), menu)
        made.triggered.connect(lambda _checked=False: act())
        made.setData(act)
        menu.addAction(made)
        return made


_THEMES = ("system", "light", "dark", "contrast")
