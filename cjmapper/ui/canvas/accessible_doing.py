"""What assistive technology may do to a part of the map: the editor's own commands, and a value.

The commands are those of the editor's table, so that a menu and a screen reader do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessibleActionInterface, QAccessibleValueInterface

from cjmapper.editor.actions.table import ACTIONS, action
from cjmapper.editor.events import KeyEvent
from cjmapper.editor.tools.setting_emotion import nudge_reading, set_reading
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.guard import guard

if TYPE_CHECKING:
    from cjmapper.ui.canvas.accessible import AccessibleCanvas
    from cjmapper.ui.canvas.parts import Part

LEAST, MOST, STEP = -2.0, 2.0, 0.5
_PRESS = QAccessibleActionInterface.pressAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()
_MORE = QAccessibleActionInterface.increaseAction()
_LESS = QAccessibleActionInterface.decreaseAction()
_OWN = {
    _PRESS: "spoken.action.edit",
    _FOCUS: "spoken.action.select",
    _MORE: "spoken.action.increase",
    _LESS: "spoken.action.decrease",
}
_SIDEWAYS = ("move_left", "move_right")
_UPRIGHT = ("move_up", "move_down")
_OFFERED: dict[type, tuple[str, ...]] = {
    d.Card: (*_SIDEWAYS, *_UPRIGHT, "connect", "duplicate", "delete"),
    d.Phase: (*_SIDEWAYS, "delete"),
    d.Step: (*_SIDEWAYS, "connect", "delete"),
    d.Lane: (*_UPRIGHT, "delete"),
    d.Emotion: (_MORE, _LESS, *_SIDEWAYS, "delete"),
    d.Link: ("delete",),
    d.Transition: ("delete",),
}
_KNOWN = frozenset(one.id for one in ACTIONS)


class PartActions(QAccessibleActionInterface):
    """Select it, edit it, and the commands that make sense for a thing of its kind."""

    def __init__(self, canvas: AccessibleCanvas, part: Part) -> None:
        super().__init__()
        self._canvas = canvas
        self._part = part

    @guard
    def actionNames(self) -> list[str]:
        """What can be done to it now, by name."""
        if not self._canvas.lives:
            return []
        if self._canvas.editor.read_only:
            return [_FOCUS]
        thing = self._thing()
        offered = _OFFERED.get(type(thing), ())
        return [_PRESS, _FOCUS, *(name for name in offered if name in _OWN or name in _KNOWN)]

    @guard
    def doAction(self, name: str) -> None:
        """Selects it and does that to it."""
        if name not in self.actionNames():
            return
        editor = self._canvas.editor
        editor.settle()
        if isinstance(self._part, str):
            editor.select(self._part)
        else:
            editor.select_cell(self._part)
        match name:
            case _ if name == _FOCUS:
                self._canvas.take_keys()
            case _ if name == _PRESS:
                self._canvas.take_keys()
                editor.key(KeyEvent("Enter"))
            case _ if name in (_MORE, _LESS):
                self._nudge(STEP if name == _MORE else -STEP)
            case _:
                command = action(name)
                if command.can_run(editor):
                    command.run(editor)

    @guard
    def keyBindingsForAction(self, name: str) -> list[str]:
        """The keys that do it."""
        if name == _PRESS:
            return ["Return"]
        return list(action(name).shortcuts) if name in _KNOWN else []

    @guard
    def localizedActionName(self, name: str) -> str:
        """What it is called in the language in force."""
        code = _OWN.get(name, f"action.{name}")
        return self._canvas.words.say(code) if name in _OWN or name in _KNOWN else ""

    @guard
    def localizedActionDescription(self, name: str) -> str:
        """What its name says."""
        return self.localizedActionName(name)

    def _thing(self) -> object:
        if not isinstance(self._part, str):
            return None
        return queries.part(self._canvas.layout.map, self._part)

    def _nudge(self, by: float) -> None:
        thing = self._thing()
        if isinstance(thing, d.Emotion):
            nudge_reading(self._canvas.editor, thing, by)


class ReadingValue(QAccessibleValueInterface):
    """The value of an emotion, from −2 to +2."""

    def __init__(self, canvas: AccessibleCanvas, name: str) -> None:
        super().__init__()
        self._canvas = canvas
        self._name = name

    @guard
    def currentValue(self) -> float:
        """Of the reading as it is shown."""
        if not self._canvas.lives:
            return 0.0
        reading = queries.emotion(self._canvas.layout.map, self._name)
        return 0.0 if reading is None else reading.value

    @guard
    def setCurrentValue(self, value: object) -> None:
        """Edits the map, as one entry of its history; held within the scale."""
        if not isinstance(value, int | float | str):
            return
        editor = self._canvas.editor
        editor.settle()
        set_reading(editor, self._name, round(max(LEAST, min(MOST, float(value))), 2))

    @guard
    def maximumValue(self) -> float:
        """Delighted."""
        return MOST

    @guard
    def minimumValue(self) -> float:
        """Frustrated."""
        return LEAST

    @guard
    def minimumStepSize(self) -> float:
        """As far as a key goes."""
        return STEP
