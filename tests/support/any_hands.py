"""Hands that do anything anywhere in a whole window, in any order and in the middle of each other.

What would wait for a person, or end the program, is left out.
"""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from cjmapper.ui.main_window import MainWindow
from tests.support.dragged import dragged_in

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MODIFIERS = (PLAIN, PLAIN, PLAIN, SHIFT, CTRL, ALT, CTRL | SHIFT)
KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        "Return", "Tab", "Escape", "Delete", "Left", "Right", "Up", "Down", "F2", "Backspace",
        "Home", "End", "PageDown", "Space", "1", "5", "Plus", "Minus", "F3", "F6", "F1", "Menu",
    )
)  # fmt: skip
LETTERS = ("L", "K", "F", "A", "D", "C", "X", "V", "Z", "Y", "I", "0", "1", "2")
OPTIONS = (
    ("language", "nb"), ("language", "sv"), ("language", "en"), ("theme", "dark"),
    ("theme", "light"), ("theme", "contrast"), ("ui_size", 100), ("ui_size", 125),
    ("ui_size", 150), ("wheel", "zoom"), ("wheel", "scroll"), ("motion", "off"),
)  # fmt: skip
LEFT_OUT = frozenset({"quit", "save_as", "about", "export", "print"})
TABLES = (
    "a\tb\n1\t2",
    "\tFind\tBuy\nDoing\tsearch\tpay; wait\nFeeling\t+1\t-2",
    "one\ntwo\nthree",
    '"unclosed\tx\n=1+1|cmd',
    "\u202eevil\u2066\tx",
    "\0\x1b\ud7ff",
)

Deed = Callable[[], None]


class AnyHands:
    """Hands over one window; `first` is the document as it was when it was last opened."""

    def __init__(self, window: MainWindow, chance: random.Random, folder: Path) -> None:
        self.window = window
        self.chance = chance
        self.folder = folder
        self.first = window.session.document
        self.done: list[str] = []
        self._device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        self._fingers = 0
        window.desk.taken_up.connect(self._taken_up)
        self._deeds: tuple[tuple[int, Deed], ...] = (
            (5, self._press), (7, self._move), (6, self._release), (3, self._click_twice),
            (12, self._drag),
            (3, self._type), (5, self._key), (2, self._shortcut), (7, self._command),
            (2, self._option), (2, self._other_map), (3, self._jump), (2, self._find),
            (2, self._menu), (2, self._context_menu), (2, self._button), (3, self._touch),
            (2, self._wheel), (2, self._focus_elsewhere), (1, self._open), (2, self._drop),
            (2, self._clipboard), (2, self._notice), (2, self._tile), (1, self._wait),
            (2, self._resize), (1, self._edit_behind),
        )  # fmt: skip

    def do_anything(self) -> None:
        """One deed, whatever it is."""
        if self.window.is_at_start:
            self._from_start()
            return
        weights = [weight for weight, _ in self._deeds]
        deed = self.chance.choices([deed for _, deed in self._deeds], weights)[0]
        self._note(deed.__name__)
        deed()

    def _note(self, what: object) -> None:
        self.done.append(str(what))

    def _taken_up(self) -> None:
        self.first = self.window.session.document

    # The pointer

    @property
    def _port(self) -> QWidget:
        return self.window.work.canvas.viewport()

    def _point(self) -> QPoint:
        size = self._port.size()
        point = QPoint(
            self.chance.randrange(max(1, size.width())),
            self.chance.randrange(max(1, size.height())),
        )
        journey, canvas = self.window.session.journey, self.window.work.canvas
        things: list[str] = [one.id for one in journey.cards]
        things += [one.id for one in journey.phases]
        if things and self.chance.randrange(5) < 2:
            point = canvas.place_px(self.chance.choice(things)).center()
        self._note((point.x(), point.y()))
        return point

    def _press(self) -> None:
        button = self.chance.choice((LEFT, LEFT, LEFT, LEFT, RIGHT, Qt.MouseButton.MiddleButton))
        QTest.mousePress(self._port, button, self.chance.choice(MODIFIERS), self._point())

    def _drag(self) -> None:
        """From a thing to elsewhere; at times something else comes between."""
        QTest.mousePress(self._port, LEFT, self.chance.choice(MODIFIERS), self._point())
        for _ in range(self.chance.randrange(1, 5)):
            QTest.mouseMove(self._port, self._point())
        if self.chance.randrange(3) == 0:
            self.do_anything()
        if self.chance.randrange(8):
            self._release()

    def _move(self) -> None:
        QTest.mouseMove(self._port, self._point())

    def _release(self) -> None:
        QTest.mouseRelease(self._port, LEFT, PLAIN, self._point())

    def _click_twice(self) -> None:
        QTest.mouseDClick(self._port, LEFT, PLAIN, self._point())

    def _wheel(self) -> None:
        at = QPointF(self._point())
        turn = QPoint(0, self.chance.choice((-120, 120, 15, -7)))
        event = QWheelEvent(
            at, QPointF(self._port.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton,
            self.chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._port, event)

    def _touch(self) -> None:
        sequence = QTest.touchEvent(self._port, self._device)
        wanted = self.chance.randrange(3)
        for number in range(max(wanted, self._fingers)):
            point = self._point()
            if number >= self._fingers:
                sequence.press(number, point, self._port)
            elif number >= wanted:
                sequence.release(number, point, self._port)
            else:
                sequence.move(number, point, self._port)
        if wanted or self._fingers:
            sequence.commit()
        self._fingers = wanted
        hold = self.window.work.canvas._touch._hold
        if hold.isActive() and self.chance.randrange(3) == 0:
            hold.stop()
            hold.timeout.emit()

    def _tile(self) -> None:
        tiles = self.window.work.tiles.findChildren(QAbstractButton)
        if tiles:
            QTest.mouseClick(self.chance.choice(tiles), LEFT, self.chance.choice((PLAIN, SHIFT)))

    def _drop(self) -> None:
        carried = self._carried()
        point = self._port.mapTo(self.window, self._point())
        copy, none = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
        held = dragged_in(point, carried, none)
        QApplication.sendEvent(self.window, held)
        if self.chance.randrange(4) == 0:
            QApplication.sendEvent(self.window, QDragLeaveEvent())
        elif held.isAccepted():
            event = QDropEvent(QPointF(point), copy, carried, none, PLAIN)
            QApplication.sendEvent(self.window, event)

    def _carried(self) -> QMimeData:
        carried = QMimeData()
        if self.chance.randrange(2):
            carried.setText(self.chance.choice(TABLES))
        else:
            files = sorted(self.folder.iterdir())
            chosen = [self.chance.choice(files) for _ in range(self.chance.randrange(1, 4))]
            self._note([path.name for path in chosen])
            carried.setUrls([QUrl.fromLocalFile(str(path)) for path in chosen])
        return carried

    # The keyboard

    def _type(self) -> None:
        self._at_keyboard()
        QTest.keyClicks(self._focused(), self.chance.choice(("abc", "på &", " ", "-2", "wid")))

    def _key(self) -> None:
        self._at_keyboard()
        key, modifier = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        self._note((key.name, modifier))
        QTest.keyClick(self._focused(), key, modifier)

    def _shortcut(self) -> None:
        self._at_keyboard()
        key = getattr(Qt.Key, f"Key_{self.chance.choice(LETTERS)}")
        self._note(key.name)
        QTest.keyClick(self._focused(), key, CTRL)

    def _at_keyboard(self) -> None:
        if self.chance.randrange(3):
            self.window.work.canvas.setFocus()

    def _focused(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        return QApplication.focusWidget() or self.window.work.canvas

    def _focus_elsewhere(self) -> None:
        match self.chance.randrange(3):
            case 0:
                fields = self.window.work.inspector.findChildren(QLineEdit)
                if fields:
                    self.chance.choice(fields).setFocus()
            case 1:
                lost = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
                QApplication.sendEvent(self.window.work.canvas, lost)
            case _:
                self.window.work.tiles.setFocus()

    # What stands around the map

    def _command(self) -> None:
        name = self.chance.choice(sorted(set(self.window.commands.actions) - LEFT_OUT))
        self._note(name)
        self.window.commands.run(name)

    def _option(self) -> None:
        name, value = self.chance.choice(OPTIONS)
        self._note((name, value))
        self.window.take_option(name, value)

    def _other_map(self) -> None:
        maps = self.window.session.document.maps
        self.window.bar.map_button.chosen.emit(self.chance.choice(maps).id)

    def _jump(self) -> None:
        palette = self.window.palette_panel
        if not palette.isVisible():
            self.window.commands.run("palette")
        if self.chance.randrange(3) == 0 or not palette.isVisible():
            return
        QTest.keyClicks(palette.field, self.chance.choice(("", "e", "wid", "dele", "mov", "vid")))
        for _ in range(self.chance.randrange(5)):
            assert palette.isVisible(), "palette closed by typing"
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
        chosen = palette.chosen
        if chosen is not None and chosen.key not in LEFT_OUT:
            self._note(chosen.key)
            QTest.keyClick(palette.field, Qt.Key.Key_Return)

    def _find(self) -> None:
        bar = self.window.find_bar
        if not bar.isVisible():
            self.window.commands.run("find")
        bar.field.setText(self.chance.choice(("a", "re", "", "bord", "zzz")))
        match self.chance.randrange(4):
            case 0:
                bar.search()
            case 1:
                bar.go_on()
            case 2:
                bar.close_up()
            case _:
                QTest.keyClick(bar.field, Qt.Key.Key_Return)

    def _menu(self) -> None:
        menu = self.window.menus[self.chance.choice(sorted(self.window.menus))]
        menu.popup(self.window.mapToGlobal(QPoint(5, 5)))
        self._walk(menu)

    def _context_menu(self) -> None:
        point = self._point()
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, self._port.mapToGlobal(point)
        )
        QApplication.sendEvent(self._port, asked)
        menu = self.window.context_menus.open_now
        popup = QApplication.activePopupWidget()
        if menu is not None and popup is menu:
            self._walk(menu)

    def _walk(self, menu: QMenu) -> None:
        for _ in range(3):
            offered = [
                one for one in menu.actions()
                if one.isEnabled() and not one.isSeparator() and not self._is_left_out(one)
            ]  # fmt: skip
            if not offered or self.chance.randrange(4) == 0:
                break
            chosen = self.chance.choice(offered)
            inner = chosen.menu()
            self._note(chosen.text())
            if not isinstance(inner, QMenu):
                top = QApplication.activePopupWidget()
                if top is not None:
                    top.close()
                chosen.trigger()
                break
            inner.aboutToShow.emit()
            menu = inner
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _is_left_out(self, action: object) -> bool:
        return any(self.window.commands.actions[name] is action for name in LEFT_OUT)

    def _button(self) -> None:
        panels = (
            self.window.toolbar, self.window.paste_bar, self.window.find_bar,
            self.window.work.inspector, self.window.bottom,
        )  # fmt: skip
        self.window.toolbar.settle()
        shown = [
            one for panel in panels for one in panel.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled()
        ]  # fmt: skip
        shown = [one for one in shown if one is not self.window.toolbar.buttons.get(">more")]
        if shown:
            chosen = self.chance.choice(shown)
            self._note(chosen.accessibleName())
            QTest.mouseClick(chosen, LEFT)

    def _notice(self) -> None:
        notices = self.window.notices.findChildren(QAbstractButton)
        shown = [one for one in notices if one.isVisible()]
        if shown:
            QTest.mouseClick(self.chance.choice(shown), LEFT)

    def _clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(TABLES))
        self.window.commands.run("paste")

    def _wait(self) -> None:
        QTest.qWait(self.chance.choice((0, 20, 160)))

    def _resize(self) -> None:
        self.window.resize(self.chance.choice((900, 1366, 1920)), self.chance.choice((560, 768)))

    # Other documents

    def _from_start(self) -> None:
        self._note("from start")
        match self.chance.randrange(4):
            case 0:
                self.window.errands.begin("blank")
            case 1:
                self.window.errands.begin_with_paste()
            case 2:
                self.window.take_option(*self.chance.choice(OPTIONS))
            case _:
                self._open()

    def _open(self) -> None:
        self.window.errands.open(self.chance.choice(sorted(self.folder.glob("*.cjmap"))))

    def _edit_behind(self) -> None:
        """The thing that is worked on goes while it is worked on; or the window would."""
        session = self.window.session
        match self.chance.randrange(3):
            case 0:
                session.undo()
            case 1:
                session.redo()
            case _:
                QApplication.sendEvent(self.window, QCloseEvent())
