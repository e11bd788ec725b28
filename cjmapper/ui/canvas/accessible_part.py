"""One part of the map for assistive technology: its role, its state, its relations.

It decides nothing; the map that it is a part of knows the editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6.Shiboken import VoidPtr

from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.canvas import described
from cjmapper.ui.canvas.accessible_doing import PartActions, ReadingValue
from cjmapper.ui.guard import guard

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from cjmapper.ui.canvas.accessible import AccessibleCanvas
    from cjmapper.ui.canvas.parts import Part

NO_PART = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)
NO_INTERFACE = cast("int", VoidPtr(0))
"""What Qt takes for none; the types of its bindings do not know it (None would end the program)."""

_Flag = QAccessible.RelationFlag
_Role = QAccessible.Role
_ROLES: dict[type, QAccessible.Role] = {
    d.Phase: _Role.ColumnHeader,
    d.Step: _Role.ColumnHeader,
    d.Lane: _Role.RowHeader,
    d.Card: _Role.ListItem,
    d.Emotion: _Role.Slider,
}


class AccessiblePart(QAccessibleInterface):
    """A header, a lane title, a cell, a card, an emotion or a connector."""

    def __init__(self, canvas: AccessibleCanvas, part: Part) -> None:
        super().__init__()
        self._canvas = canvas
        self.part = part
        self._actions = PartActions(canvas, part)
        self._value = ReadingValue(canvas, part) if isinstance(part, str) else None

    # Where it is in the tree

    @guard
    def isValid(self) -> bool:
        """Whether it is still on the map."""
        return self._canvas.lives and self.part in self._canvas.tree

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
        """Its cell, or the map."""
        cell = self._canvas.holder_of(self.part) if self._canvas.lives else None
        return self._canvas if cell is None else self._canvas.part(cell)

    @guard
    def childCount(self) -> int:
        """What a cell holds; the text of a thing while it is written."""
        return len(self._held())

    @guard
    def child(self, index: int) -> QAccessibleInterface:
        """The card or emotion at a place in a cell, or the open text."""
        held = self._held()
        return held[index] if 0 <= index < len(held) else NO_PART

    @guard
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a card or emotion in its cell."""
        held = self._held()
        return held.index(child) if child in held else -1

    @guard
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The card or emotion of a cell at a place on the screen."""
        if isinstance(self.part, str) or not self.isValid():
            return NO_PART
        found = self._canvas.part_at(QPoint(x, y))
        if found is None or self._canvas.holder_of(found) != self.part:
            return NO_PART
        return self._canvas.part(found)

    # What it is

    @guard
    def text(self, kind: QAccessible.Text) -> str:
        """Its name with its place, and what else there is to know of it."""
        if not self.isValid():
            return ""
        layout, words = self._canvas.layout, self._canvas.words
        match kind:
            case QAccessible.Text.Name:
                return described.name_of(layout, self.part, words)
            case QAccessible.Text.Description:
                return described.description_of(layout, self.part, words)
            case QAccessible.Text.Value if self._is_reading():
                return described.value_of(layout, self.part, words)
            case _:
                return ""

    @guard
    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Texts are written where they stand."""

    @guard
    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._canvas.place(self.part) if self.isValid() else QRect()

    @guard
    def role(self) -> QAccessible.Role:
        """What sort of thing it is."""
        if not isinstance(self.part, str):
            return _Role.Cell
        if not self._canvas.lives:
            return _Role.NoRole
        return _ROLES.get(type(queries.part(self._canvas.layout.map, self.part)), _Role.Graphic)

    @guard
    def state(self) -> QAccessible.State:
        """Whether it is selected, has the keys, is seen and can be changed."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = 1
            return state
        canvas, editor = self._canvas, self._canvas.editor
        current = canvas.current() == self.part
        state.focusable = state.selectable = 1
        state.extSelectable = int(isinstance(self.part, str))
        state.selected = int(current or self.part in editor.selection)
        state.focused = int(current and canvas.has_keys and not editor.is_writing)
        state.readOnly = int(editor.read_only)
        state.offscreen = int(not canvas.is_seen(self.part))
        return state

    @guard
    def relations(
        self, match: _Flag = _Flag.AllRelations
    ) -> list[tuple[QAccessibleInterface, _Flag]]:
        """The cards that a card leads to, and those that lead to it."""
        if not isinstance(self.part, str) or not self.isValid():
            return []
        canvas = self._canvas
        found: list[tuple[QAccessibleInterface, _Flag]] = []
        for link in queries.links_of_card(canvas.layout.map, self.part):
            leads = link.start == self.part
            # Qt's flags say what the other is to this one.
            other, flag = (link.to, _Flag.FlowsFrom) if leads else (link.start, _Flag.FlowsTo)
            if match & flag and other in canvas.tree:
                found.append((canvas.part(other), flag))
        return found

    @guard
    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """What can be done to it, and the value of an emotion."""
        match kind:
            case QAccessible.InterfaceType.ActionInterface:
                return cast("int", self._actions)
            case QAccessible.InterfaceType.ValueInterface if self._is_reading():
                return cast("int", self._value)
            case _:
                return NO_INTERFACE

    def _is_reading(self) -> bool:
        return isinstance(self.part, str) and self._canvas.lives and self.role() == _Role.Slider

    def _held(self) -> list[QAccessibleInterface]:
        if not self.isValid():
            return []
        canvas = self._canvas
        if not isinstance(self.part, str):
            return [canvas.part(name) for name in canvas.tree.in_cell(self.part)]
        text = canvas.open_text()
        return [text] if text is not None and text.state_of_editor.name == self.part else []
