"""What the window does when a command is asked of it: files, maps of a file, export, view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from cjmapper import __version__
from cjmapper.editor.names import entry, short
from cjmapper.model.edits import maps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from cjmapper.ui.main_window import MainWindow
    from cjmapper.ui.panels.poster.panel import PosterPanel
    from cjmapper.ui.posters import Posters

_MAP_COMMANDS = ("add_map", "duplicate_map", "rename_map", "delete_map")


class Errands(QObject):
    """Runs commands of the window by their names."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.posters: Posters | None = None
        canvas = window.work.canvas
        self._errands: dict[str, Callable[[], object]] = {
            "new": self._new,
            "open": self._ask_and_open,
            "save": lambda: window.desk.save(window),
            "save_as": lambda: window.desk.save_as(window),
            "export": self._export,
            "print": self._print,
            "close": self._new,
            "quit": window.close,
            "add_map": self._add_map,
            "duplicate_map": self._duplicate_map,
            "rename_map": self._rename_map,
            "delete_map": self._delete_map,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "zoom_100": canvas.zoom_full,
            "zoom_fit": canvas.fit_map,
            "zoom_selection": canvas.fit_selection,
            "hand": canvas.toggle_hand,
            "inspector": self._toggle_inspector,
            "open_menu": lambda: window.context_menus.open_by_key(),  # noqa: PLW0108 — made later
            "find": lambda: window.find_bar.open_up(),  # noqa: PLW0108 — made later
            "find_next": lambda: window.find_bar.go_on(),  # noqa: PLW0108 — made later
            "find_previous": lambda: window.find_bar.go_back(),  # noqa: PLW0108 — made later
            "palette": lambda: window.palette_panel.open_up(),  # noqa: PLW0108 — made later
            "keys": lambda: window.key_sheet.open_up(),  # noqa: PLW0108 — made later
            "about": self._about,
            "paste_pictures": lambda: window.outside.paste_pictures(),  # noqa: PLW0108 — made later
            "insert_picture": lambda: window.outside.insert_picture(),  # noqa: PLW0108 — made later
            **{
                f"copy_picture_{what}": partial(self._copy_picture, what)
                for what in ("map", "phase", "curve", "selection")
            },
        }

    def run(self, name: str) -> None:
        """Does what a command of the window says; what is half done in the map is finished."""
        self._window.editor.settle()
        self._errands[name]()

    def begin(self, template_name: str) -> None:
        """A new map from a template."""
        if self._may_leave():
            self._window.desk.begin(template_name)

    def begin_with_paste(self) -> None:
        """A new map with what is on the clipboard; without a map where nothing is."""
        carried: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if carried is None or not (carried.hasText() or carried.hasImage() or carried.hasUrls()):
            self._window.notices.say(self._say("notice.no_table"))
            return
        self.begin("blank")
        self._window.commands.run("paste")

    def open(self, path: Path) -> None:
        """A file that was named."""
        if self._may_leave():
            self._window.desk.take_up(path)

    def open_example(self, path: Path) -> None:
        """A copy of an example; the example itself stays as it is."""
        if self._may_leave():
            self._window.desk.take_up(path, as_new=True)

    def show_map(self, map_id: str) -> None:
        """Another map of the file."""
        self.settle()
        self._window.session.show_map(map_id)

    @property
    def panel(self) -> PosterPanel | None:
        """The panel that makes posters, once it was opened."""
        return None if self.posters is None else self.posters.panel

    def stop_export(self) -> None:
        """Ends an export that is under way, before the window goes."""
        if self.panel is not None:
            self.panel.close()
            self.panel.end()

    def map_actions(self) -> list[QAction]:
        """What can be done with the maps of the file."""
        return [self._window.commands.actions[name] for name in _MAP_COMMANDS]

    def _may_leave(self) -> bool:
        window = self._window
        self.settle()
        return window.is_at_start or window.desk.may_put_away(window)

    def settle(self) -> None:
        """Finishes what is being typed or dragged, so that nothing of it is lost."""
        self._window.work.inspector.finish()
        self._window.editor.settle()

    def _ask_and_open(self) -> None:
        chosen = self._window.desk.open_what(self._window)
        if chosen is not None:
            self.open(chosen)

    def _new(self) -> None:
        if not self._window.is_at_start and self._window.desk.may_put_away(self._window):
            self._window.show_start()

    # Maps of the file

    def _add_map(self) -> None:
        session = self._window.session
        made = maps.blank_map(session.new_id, self._say("window.untitled"), session.journey)
        if self._window.editor.run(entry("add_map"), lambda document: maps.add_map(document, made)):
            session.show_map(made.id)
            self._rename_map()

    def _duplicate_map(self) -> None:
        session = self._window.session
        title = self._say("window.copy_of", name=session.journey.title)
        at = [one.id for one in session.document.maps].index(session.map_id)
        map_id = session.map_id
        if self._window.editor.run(
            entry("duplicate_map"),
            lambda document: maps.duplicate_map(document, map_id, session.new_id, title),
        ):
            session.show_map(session.document.maps[at + 1].id)

    def _rename_map(self) -> None:
        self.go_to_map_field("title")

    def go_to_map_field(self, name: str) -> None:
        """Puts the keyboard where something about the map or its file is written."""
        self.settle()
        inspector = self._window.work.inspector
        inspector.setVisible(True)
        inspector.focus_map_field(name)

    def _delete_map(self) -> None:
        session = self._window.session
        name, map_id = session.journey.title, session.map_id
        if self._window.editor.run(
            entry("delete_map", name=short(name)),
            lambda document: maps.delete_map(document, map_id),
        ):
            undo = (self._say("notice.undo"), lambda: self._window.commands.run("undo"))
            self._window.notices.say(
                self._say("notice.deleted_alone", name=name), undo, undoes=True
            )

    # Export

    def _export(self) -> None:
        self._poster_panel().open_up()

    def _print(self) -> None:
        self._poster_panel().print()

    def _poster_panel(self) -> Posters:
        from cjmapper.ui.posters import Posters

        if self.posters is None:
            self.posters = Posters(self._window)
        return self.posters

    # View and help

    def _toggle_inspector(self) -> None:
        inspector = self._window.work.inspector
        shown = not inspector.isVisibleTo(self._window.work)
        inspector.setVisible(shown)
        inspector.bring_up_to_date()
        self._window.commands.actions["inspector"].setChecked(shown)
        self._window.place.keeper.change(inspector_shown=shown)

    def _copy_picture(self, what: str) -> None:
        self._window.outside.copy_picture(what)

    def _about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        text = "\n\n".join(
            (
                self._say("dialog.about_text"),
                self._say("dialog.version", version=__version__),
            )
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(self._say("action.about"))
        box.setIconPixmap(QApplication.windowIcon().pixmap(48, 48))
        box.setText("CJMapper")
        box.setInformativeText(text)
        box.open()

    def _say(self, code: str, **values: str) -> str:
        return self._window.place.around.words.say(code, **values)
