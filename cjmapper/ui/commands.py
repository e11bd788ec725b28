"""Commands as Qt knows them: one `QAction` for each of the table, and the menus they stand in.

Menus, buttons and keys share the `QAction`. What a command does is decided in the table alone.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QWidget

from cjmapper.editor.actions import ACTIONS, Action, action
from cjmapper.editor.actions.menus import ICONS, INNER
from cjmapper.editor.editor import Editor
from cjmapper.editor.history import EntryName
from cjmapper.ui.look.icons import icon, spot
from cjmapper.ui.parts.key_names import keys_of
from cjmapper.ui.parts.labels import tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

MENUS: dict[str, str] = {
    "file": "new open >recent >examples - save save_as - export print - close quit",
    "edit": "undo redo - cut copy paste duplicate delete >copy_picture - "
    "edit_text select_all - find",
    "insert": "add_phase add_step add_touchpoint add_emotion add_note add_lane - "
    "add_card connect >connect_new - insert_picture",
    "map": ">move >width >height >feeling >tint - split_phase moment_of_truth park_card "
    "hide_lane show_lanes - >maps",
    "view": "zoom_in zoom_out zoom_100 zoom_fit zoom_selection hand - inspector - "
    ">theme >ui_size >language >wheel >motion",
    "help": "palette keys - about",
}
"""Menus and what stands in each; `-` parts, `>` begins a menu within the menu.

None is so long that it would not fit a small screen with large text.
"""

_OF_TEXT = {
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "undo": "undo",
    "redo": "redo",
    "select_all": "selectAll",
}
"""What a text field that has the keyboard does instead."""


class Commands(QObject):
    """One `QAction` for each command; `wrote` comes when a text was opened by one."""

    about_to_run = Signal()
    wrote = Signal()

    def __init__(self, around: Surroundings, editor: Editor, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._editor = editor
        self._has_map = False
        self._inner: dict[str, QMenu] = {}
        self.actions = {one.id: self._made(one, window) for one in ACTIONS}
        around.reworded.connect(self.reword)
        self.reword()

    def fill(self, bar: QMenuBar, inner: Mapping[str, QMenu]) -> dict[str, QMenu]:
        """Puts every menu into the bar; `inner` are menus within menus that others fill."""
        menus: dict[str, QMenu] = {}
        for name, offered in INNER.items():
            self._inner[name] = QMenu(bar)
            self._inner[name].setIcon(icon(ICONS[name]))
            self.arrange(self._inner[name], offered, {})
        self.reword()
        for name, contents in MENUS.items():
            menu = bar.addMenu("")
            self.arrange(menu, contents, self._inner | dict(inner))
            self.watch(menu)
            menus[name] = menu
        return menus

    def arrange(self, menu: QMenu, offered: str, inner: Mapping[str, QMenu]) -> None:
        """Puts what a line of a table offers into a menu."""
        for item in offered.split():
            if item == "-":
                menu.addSeparator()
            elif item.startswith(">"):
                menu.addMenu(inner[item[1:]])
            else:
                menu.addAction(self.actions[item])

    def watch(self, menu: QMenu) -> None:
        """While a menu is open, what makes no sense now is dimmed in it."""
        menu.aboutToShow.connect(self._show_what_can_run)
        menu.aboutToHide.connect(self._let_keys_through)

    def show_has_map(self, has_map: bool) -> None:
        """Whether a map is open, so that there is something to work on."""
        self._has_map = has_map
        self._let_keys_through()

    def reword(self) -> None:
        """Words every action in the language in force."""
        for name, made in self.actions.items():
            made.setText(self._around.words.say(f"action.{name}"))
        for name, menu in self._inner.items():
            menu.setTitle(self._around.words.say(f"menu.{name}"))
        self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Says what undo and redo would do."""
        session = self._editor.session
        self._name("undo", session.undo_name)
        self._name("redo", session.redo_name)

    def show_undo_and_redo(self) -> None:
        """Says whether there is anything to undo or redo."""
        for name in ("undo", "redo"):
            self.actions[name].setEnabled(self.can_run(name))

    def can_run(self, name: str) -> bool:
        """Whether a command makes sense now."""
        found = action(name)
        return (self._has_map or not found.needs_map) and found.can_run(self._editor)

    def run(self, name: str) -> None:
        """Does a command, where it makes sense now."""
        found = action(name)
        if found.needs_map and not self._has_map:
            return
        if name in _OF_TEXT and _done_in_text(name):
            return
        self.about_to_run.emit()
        if found.can_run(self._editor):
            found.run(self._editor)
            if self._editor.is_writing:
                self.wrote.emit()

    def _made(self, of_table: Action, window: QWidget) -> QAction:
        made = QAction(window)
        if of_table.icon:
            made.setIcon(picture_of(of_table.icon))
        made.setCheckable(of_table.checkable)
        made.setShortcuts([keys_of(key) for key in of_table.shortcuts])
        made.triggered.connect(lambda _checked=False: self.run(of_table.id))
        window.addAction(made)
        return made

    def _name(self, command: str, entry: EntryName | None) -> None:
        made, words = self.actions[command], self._around.words
        said = words.say(f"action.{command}")
        if entry is not None:
            name = words.say(entry.code, **entry.values)
            said = words.say(f"window.{command}_named", name=name)
        made.setText(said.replace("&", "&&"))
        made.setToolTip(tip_with_key(said, made))
        self.show_undo_and_redo()

    def _show_what_can_run(self) -> None:
        for name, made in self.actions.items():
            made.setEnabled(self.can_run(name))

    def _let_keys_through(self) -> None:
        """A key is judged when it comes, not when a menu was last looked at."""
        for name, made in self.actions.items():
            made.setEnabled(self._has_map or not action(name).needs_map)
        self.bring_up_to_date()


def picture_of(name: str) -> QIcon:
    """The icon of an action: one that is bundled, or a spot of a colour."""
    return spot(name) if name.startswith("#") else icon(name)


def _done_in_text(name: str) -> bool:
    """Whether a text field that has the keyboard did it."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or not field.isEnabled():
        return False
    getattr(field, _OF_TEXT[name])()
    return True
