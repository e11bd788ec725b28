"""The map for those who do not see it: phases, steps, lanes, cards and emotions as children.

Each child says what and where it is; Qt asks for them by number. Reads what a canvas shows and
changes nothing.
"""

import functools
from typing import Protocol, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from cjmapper.editor.editor import Editor
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.canvas.parts import name_of, parts_of
from cjmapper.ui.guard import guard
from cjmapper.words.catalog import Words

_KEPT = "accessible_part"
_NO_PART = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)
"""What Qt takes for none; the types of its bindings do not know it."""


class ShowsMap(Protocol):
    """What is asked of a canvas."""

    editor: Editor
    words: Words

    @property
    def map_layout(self) -> MapLayout:
        """Where everything is."""

    def place_px(self, name: str) -> QRect:
        """Where a thing is in the viewport."""

    def viewport(self) -> QWidget:
        """What it is painted on."""


class AccessiblePart(QAccessibleInterface):
    """One thing on the map."""

    def __init__(self, canvas: "AccessibleCanvas", name: str) -> None:
        super().__init__()
        self._canvas = canvas
        self.name = name

    @guard
    def isValid(self) -> bool:
        """Whether it is still on the map."""
        return self._canvas.shows(self.name)

    @guard
    def object(self) -> QObject:
        """It is no object of its own."""
        return _NO_OBJECT

    @guard
    def window(self) -> QWindow:
        """The window it is in."""
        return self._canvas.window()

    @guard
    def parent(self) -> QAccessibleInterface:
        """The map."""
        return self._canvas

    @guard
    def child(self, _index: int) -> QAccessibleInterface:
        """It has no parts."""
        return _NO_PART

    @guard
    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """It has no parts."""
        return _NO_PART

    @guard
    def childCount(self) -> int:
        """It has no parts."""
        return 0

    @guard
    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has no parts."""
        return -1

    @guard
    def text(self, kind: QAccessible.Text) -> str:
        """What it is called, with its place."""
        return self._canvas.called(self.name) if kind == QAccessible.Text.Name else ""

    @guard
    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Texts are written on the canvas."""

    @guard
    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._canvas.place(self.name)

    @guard
    def role(self) -> QAccessible.Role:
        """What sort of thing it is."""
        return self._canvas.role_of(self.name)

    @guard
    def state(self) -> QAccessible.State:
        """Selected or not; the keys go to what is selected last."""
        return self._canvas.state_of(self.name)


class AccessibleCanvas(QAccessibleWidget):
    """The map; keeps its parts as long as it lives, since Qt holds only their other half."""

    def __init__(self, canvas: QWidget, shown: ShowsMap) -> None:
        super().__init__(canvas, QAccessible.Role.Table)
        self._widget = canvas
        self._shown = shown
        self._parts: dict[str, AccessiblePart] = {}
        self._order: tuple[MapLayout, tuple[str, ...]] | None = None

    @guard
    def childCount(self) -> int:
        """How many things are on the map."""
        return len(self._names())

    @guard
    def child(self, index: int) -> QAccessibleInterface:
        """The thing at a place in the order they are read."""
        names = self._names()
        return self.part(names[index]) if 0 <= index < len(names) else _NO_PART

    @guard
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a thing in the order they are read."""
        names = self._names()
        known = isinstance(child, AccessiblePart) and child.name in names
        return names.index(child.name) if known and isinstance(child, AccessiblePart) else -1

    @guard
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The last drawn of the things at a place on the screen."""
        place = QPoint(x, y)
        for name in reversed(self._names()):
            if self.place(name).contains(place):
                return self.part(name)
        return _NO_PART

    @guard
    def focusChild(self) -> QAccessibleInterface:
        """What was selected last."""
        chosen = self._shown.editor.selection if self._lives() else ()
        return self.part(chosen[-1]) if chosen and self.shows(chosen[-1]) else _NO_PART

    def part(self, name: str) -> AccessiblePart:
        """The child for the thing of that id, always the same."""
        known = self._parts.get(name)
        if known is None:
            known = self._parts[name] = AccessiblePart(self, name)
            QAccessible.registerAccessibleInterface(known)
        return known

    def shows(self, name: str) -> bool:
        """Whether a thing is on the map."""
        return self._lives() and name in self._names()

    def called(self, name: str) -> str:
        """What a thing is called aloud."""
        return name_of(self._shown.map_layout, name, self._shown.words) if self._lives() else ""

    def place(self, name: str) -> QRect:
        """Where a thing is on the screen."""
        if not self._lives():
            return QRect()
        rect = self._shown.place_px(name)
        return QRect(self._shown.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def role_of(self, name: str) -> QAccessible.Role:
        """What sort of thing it is."""
        roles: dict[type, QAccessible.Role] = {
            d.Phase: QAccessible.Role.ColumnHeader,
            d.Step: QAccessible.Role.ColumnHeader,
            d.Lane: QAccessible.Role.RowHeader,
            d.Card: QAccessible.Role.ListItem,
            d.Emotion: QAccessible.Role.Slider,
        }
        kind: type = type(queries.part(self._shown.map_layout.map, name))
        return roles.get(kind, QAccessible.Role.StaticText)

    def state_of(self, name: str) -> QAccessible.State:
        """Whether it is selected, has the keys and is seen."""
        state = QAccessible.State()
        if not self._lives():
            return state
        chosen = self._shown.editor.selection
        state.focusable = state.selectable = 1
        state.selected = int(name in chosen)
        last = bool(chosen) and chosen[-1] == name
        state.focused = int(last and self._widget.hasFocus())
        inside = self._widget.rect().intersects(self._shown.place_px(name))
        state.offscreen = int(not inside)
        return state

    def _lives(self) -> bool:
        return shiboken6.isValid(self._widget)

    def _names(self) -> tuple[str, ...]:
        if not self._lives():
            return ()
        layout = self._shown.map_layout
        if self._order is None or self._order[0] is not layout:
            self._order = (layout, parts_of(layout))
        return self._order[1]


@functools.cache
def install(kind: type[QWidget]) -> None:
    """Lets Qt make an accessible map of every canvas of this kind, once for the program."""

    @guard
    def make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, kind):
            return None
        made = AccessibleCanvas(thing, thing)  # type: ignore[arg-type]
        thing.__dict__[_KEPT] = made
        return made

    QAccessible.installFactory(make)


def focus_moved(canvas: QWidget) -> None:
    """Tells assistive technology, where there is any, that something else is selected."""
    if not QAccessible.isActive():
        return
    known = QAccessible.queryAccessibleInterface(canvas)
    child = known.focusChild() if isinstance(known, AccessibleCanvas) else None
    if child is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))
