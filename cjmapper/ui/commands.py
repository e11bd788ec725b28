"""Everything the menus offer: what the editor does (its own table) and what the window does.

Each becomes one `QAction`, which menus, buttons and keys share. What the window does is only
told; it is done elsewhere.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QWidget

from cjmapper.editor.actions import ACTIONS, Action
from cjmapper.editor.editor import Editor
from cjmapper.editor.history import EntryName
from cjmapper.ui.look.icons import icon
from cjmapper.ui.parts.labels import tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

MENUS: dict[str, str] = {
    "file": "new open >recent >examples - save save_as - export - close quit",
    "edit": "undo redo - cut copy paste duplicate delete - select_all",
    "insert": "add_phase add_step add_touchpoint add_emotion add_note add_lane",
    "map": "move_left move_right move_up move_down - split_phase moment_of_truth park_card "
    "show_lanes - add_map duplicate_map rename_map delete_map",
    "view": "zoom_in zoom_out zoom_100 zoom_fit zoom_selection - inspector - "
    ">theme >ui_size >language >wheel",
    "help": "about",
}
"""Menus and what stands in each; `-` parts, `>` begins a menu within the menu."""

_OF_WINDOW: dict[str, tuple[str, str]] = {
    "new": ("file-plus", "Ctrl+N"),
    "open": ("folder-open", "Ctrl+O"),
    "save": ("save", "Ctrl+S"),
    "save_as": ("", "Ctrl+Shift+S"),
    "export": ("download", "Ctrl+E"),
    "close": ("", "Ctrl+W"),
    "quit": ("log-out", "Ctrl+Q"),
    "add_map": ("plus", ""),
    "duplicate_map": ("copy", ""),
    "rename_map": ("pencil", ""),
    "delete_map": ("trash-2", ""),
    "zoom_in": ("zoom-in", "Ctrl++"),
    "zoom_out": ("zoom-out", "Ctrl+-"),
    "zoom_100": ("", "Ctrl+0"),
    "zoom_fit": ("maximize", "Ctrl+1"),
    "zoom_selection": ("", "Ctrl+2"),
    "inspector": ("panel-right", "Ctrl+I"),
    "about": ("info", ""),
}
"""What the window itself does: an icon and a key for each."""

WITHOUT_MAP = frozenset({"new", "open", "quit", "about"})
"""What also makes sense where no map is open."""

_CHECKABLE = frozenset({"inspector"})
"""What is on or off."""

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
    """One action for each command; `asked` names a command that is the window's."""

    asked = Signal(str)
    about_to_run = Signal()

    def __init__(self, around: Surroundings, editor: Editor, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._editor = editor
        self._has_map = False
        self._of_editor: dict[str, Action] = {action.id: action for action in ACTIONS}
        self.actions: dict[str, QAction] = {}
        for name in _names():
            self.actions[name] = self._made(name, window)
        around.reworded.connect(self.reword)
        self.reword()

    def fill(self, bar: QMenuBar, inner: Mapping[str, QMenu]) -> dict[str, QMenu]:
        """Puts every menu into the bar; `inner` are the menus within menus."""
        menus: dict[str, QMenu] = {}
        for name, contents in MENUS.items():
            menu = bar.addMenu("")
            for item in contents.split():
                if item == "-":
                    menu.addSeparator()
                elif item.startswith(">"):
                    menu.addMenu(inner[item[1:]])
                else:
                    menu.addAction(self.actions[item])
            menu.aboutToShow.connect(self._show_what_can_run)
            menu.aboutToHide.connect(self._let_keys_through)
            menus[name] = menu
        return menus

    def show_has_map(self, has_map: bool) -> None:
        """Whether a map is open, so that there is something to work on."""
        self._has_map = has_map
        self._let_keys_through()

    def reword(self) -> None:
        """Words every action in the language in force."""
        for name, action in self.actions.items():
            action.setText(self._around.words.say(f"action.{name}"))
        self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Says what undo and redo would do."""
        session = self._editor.session
        self._name("undo", session.undo_name)
        self._name("redo", session.redo_name)

    def show_undo_and_redo(self) -> None:
        """Says whether there is anything to undo or redo."""
        for name in ("undo", "redo"):
            can_run = self._has_map and self._of_editor[name].can_run(self._editor)
            self.actions[name].setEnabled(can_run)

    def run(self, name: str) -> None:
        """Does a command, where it makes sense now."""
        if not (self._has_map or name in WITHOUT_MAP):
            return
        if name in _OF_TEXT and _done_in_text(name):
            return
        self.about_to_run.emit()
        action = self._of_editor.get(name)
        if action is None:
            self.asked.emit(name)
        elif action.can_run(self._editor):
            action.run(self._editor)

    def _made(self, name: str, window: QWidget) -> QAction:
        made = QAction(window)
        of_editor = self._of_editor.get(name)
        icon_name, keys = _OF_WINDOW.get(name, ("", ""))
        shortcuts = [keys] if keys else []
        if of_editor is not None:
            icon_name = of_editor.icon or icon_name
            shortcuts = list(of_editor.shortcuts) or shortcuts
        if icon_name:
            made.setIcon(icon(icon_name))
        made.setCheckable(name in _CHECKABLE)
        made.setShortcuts([QKeySequence(key) for key in shortcuts])
        made.triggered.connect(lambda _checked=False: self.run(name))
        window.addAction(made)
        return made

    def _name(self, command: str, entry: EntryName | None) -> None:
        action, words = self.actions[command], self._around.words
        said = words.say(f"action.{command}")
        if entry is not None:
            name = words.say(entry.code, **entry.values)
            said = words.say(f"window.{command}_named", name=name)
        action.setText(said.replace("&", "&&"))
        action.setToolTip(tip_with_key(said, action))
        self.show_undo_and_redo()

    def _show_what_can_run(self) -> None:
        for name, action in self.actions.items():
            of_editor = self._of_editor.get(name)
            fits = self._has_map or name in WITHOUT_MAP
            if fits and of_editor is not None:
                fits = of_editor.can_run(self._editor)
            action.setEnabled(fits)

    def _let_keys_through(self) -> None:
        """A key is judged when it comes, not when a menu was last looked at."""
        for name, action in self.actions.items():
            action.setEnabled(self._has_map or name in WITHOUT_MAP)
        self.bring_up_to_date()


def _names() -> list[str]:
    """Every command that stands in a menu or has a key, each once."""
    listed = [item for contents in MENUS.values() for item in contents.split()]
    in_menus = [item for item in listed if item[0] not in "->"]
    return list(dict.fromkeys([*in_menus, *(action.id for action in ACTIONS)]))


def _done_in_text(name: str) -> bool:
    """Whether a text field that has the keyboard did it."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or not field.isEnabled():
        return False
    getattr(field, _OF_TEXT[name])()
    return True
