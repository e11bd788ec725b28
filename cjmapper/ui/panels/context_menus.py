"""The menu of what is selected: by the right button, the Menu key or Shift+F10 on the map.

What it offers stands in the editor's tables; the thing under the pointer was selected before.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cjmapper.editor.actions import menus
from cjmapper.editor.editor import Editor
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.commands import Commands, picture_of
from cjmapper.ui.guard import guard
from cjmapper.ui.panels.inner_menus import Offer, offers
from cjmapper.ui.parts.surroundings import Surroundings

_Events = QEvent.Type


class ContextMenus(QObject):
    """Opens menus over a canvas. A right press that ended a drag opens none."""

    def __init__(
        self, around: Surroundings, editor: Editor, commands: Commands, canvas: Canvas
    ) -> None:
        super().__init__(canvas)
        self._around = around
        self._editor = editor
        self._commands = commands
        self._canvas = canvas
        self._ended_drag = False
        self.open_now: QMenu | None = None
        """The menu that is open, or was last."""
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)

    def made(self) -> QMenu:
        """The menu of what is selected now."""
        return self._filled(QMenu(self._canvas), menus.MENUS[menus.target_of(self._editor)])

    def inner(self, name: str, around: QWidget) -> QMenu:
        """One of the menus within menus; it goes with what is around it."""
        menu = QMenu(around)
        menu.setTitle(self._around.words.say(f"menu.{name}"))
        if name in menus.FROM_MAP:
            _fill(menu, offers(name, self._editor, self._around.words), self._run)
            menu.setDisabled(menu.isEmpty())
        else:
            self._filled(menu, menus.INNER[name], within=True)
        return menu

    def open_at(self, place: QPoint) -> None:
        """Opens the menu at a place on the screen."""
        self._editor.settle()
        self.show(self.made(), place)

    def open_by_key(self) -> None:
        """Opens the menu of what is selected; elsewhere than on the map that of what has keys."""
        focused = QApplication.focusWidget()
        if focused is None or focused is self._canvas:
            self.open_at(self._canvas.viewport().mapToGlobal(self._beside_selection()))
            return
        middle = focused.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, middle, focused.mapToGlobal(middle))
        QApplication.sendEvent(focused, event)

    def show(self, menu: QMenu, place: QPoint) -> None:
        """Shows a menu at a place on the screen; it goes when it was closed."""
        menu.aboutToHide.connect(menu.deleteLater)
        self.open_now = menu
        menu.popup(place)

    @guard
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Right presses, the Menu key and Shift+F10."""
        if isinstance(event, QMouseEvent) and event.type() == _Events.MouseButtonPress:
            if event.button() == Qt.MouseButton.RightButton:
                self._ended_drag = self._editor.state.is_gesture
        elif isinstance(event, QContextMenuEvent):
            return self._asked(watched, event)
        return False

    def _asked(self, watched: QObject, event: QContextMenuEvent) -> bool:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if watched is self._canvas.viewport() and not self._ended_drag:
                self.open_at(event.globalPos())
            return True
        if not self._editor.is_writing:
            self.open_at(self._canvas.viewport().mapToGlobal(self._beside_selection()))
        return True

    def _beside_selection(self) -> QPoint:
        """Where a menu opens that no pointer asked for."""
        view = self._canvas.viewport().rect()
        for name in self._editor.selection[-1:]:
            place = self._canvas.place_px(name).intersected(view)
            if not place.isEmpty():
                return place.center()
        cell = self._canvas.feedback.cell
        if cell is not None:
            seen = self._canvas.view.rect(cell)
            return QPoint(round(seen.centre.x), round(seen.centre.y))
        return view.center()

    def _filled(self, menu: QMenu, offered: str, *, within: bool = False) -> QMenu:
        for item in offered.split():
            if item == "-":
                menu.addSeparator()
            elif item.startswith(">"):
                inner = menu.addMenu(self.inner(item[1:], menu))
                inner.setIcon(picture_of(menus.ICONS[item[1:]]))
            elif within:
                menu.addAction(self._shorter(item, menu))
            else:
                menu.addAction(self._commands.actions[item])
        self._commands.watch(menu)
        return menu

    def _shorter(self, name: str, menu: QMenu) -> QAction:
        """A command whose words lose what the menu around it says already: «Width: wide»."""
        shared = self._commands.actions[name]
        _, parted, rest = shared.text().partition(": ")
        if not parted:
            return shared
        made = QAction(rest[:1].upper() + rest[1:], menu)
        made.setIcon(shared.icon())
        made.setEnabled(self._commands.can_run(name))
        made.setShortcuts(shared.shortcuts())
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(lambda _checked=False: self._commands.run(name))
        return made

    def _run(self, do: Callable[[], object]) -> None:
        self._commands.about_to_run.emit()
        self._editor.settle()
        do()


def _fill(menu: QMenu, lines: Iterable[Offer], run: Callable[[Callable[[], object]], None]) -> None:
    """The lines of a menu; those of menus within it only when they open."""
    for line in lines:
        title = line.title.replace("&", "&&")
        if line.inner:
            inner = menu.addMenu(title)
            inner.aboutToShow.connect(partial(_fill_once, inner, line.inner, run))
            continue
        made = menu.addAction(title)
        if line.icon:
            made.setIcon(picture_of(line.icon))
        if line.checked is not None:
            made.setCheckable(True)
            made.setChecked(line.checked)
        if line.run is not None:
            made.triggered.connect(lambda _checked=False, do=line.run: run(do))


def _fill_once(
    menu: QMenu, lines: Iterable[Offer], run: Callable[[Callable[[], object]], None]
) -> None:
    if menu.isEmpty():
        _fill(menu, lines, run)
