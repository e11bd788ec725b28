"""Choosing one of several things from a list, by arrows, by typing or by pointing at it.

What is offered and what happens with the chosen one is said by the states made of this.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from cjmapper.editor.feedback import Choice, Choices, Cursor, Feedback, Said
from cjmapper.editor.tools.state import State
from cjmapper.layout import hit

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent
    from cjmapper.geometry import Rect

_ROWS = {"Up": -1, "Down": 1}


def choice(editor: Editor, name: str, said: Said, text: str = "") -> Choice:
    """Something to choose that a sentence tells of; it is found by the words of that sentence."""
    return Choice(name, editor.options.worded(said) or text, said)


class Choosing(State):
    """A list beside what it is about; the first thing in it is the likeliest."""

    HINT = "hint.choosing"
    TITLE = "choice.leads_to"

    def __init__(self, offered: tuple[Choice, ...], beside: Rect) -> None:
        self.offered = offered
        self.beside = beside
        self.typed = ""
        self.chosen = offered[0].id

    # What the list holds

    @property
    def items(self) -> tuple[Choice, ...]:
        """What fits the words that were typed: each of them begins somewhere in it."""
        wanted = self.typed.casefold().split()
        return tuple(
            one for one in self.offered if all(word in one.text.casefold() for word in wanted)
        )

    @abstractmethod
    def take(self, editor: Editor, name: str) -> None:
        """Do with the chosen thing what it was chosen for."""

    def beside_chosen(self, editor: Editor, key: str) -> str | None:  # noqa: ARG002
        """The thing that an arrow to the side leads to, seen from the chosen one."""
        return None

    def thing_at(self, editor: Editor, event: PointerEvent) -> str | None:
        """What of the map is pointed at."""
        return hit.named_by(hit.what_is_at(editor.layout, event.point, event.reach))

    # Pointer

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """A click on one of the things takes it; beside them it leaves."""
        name = self.thing_at(editor, event)
        if self._is_offered(name):
            self.choose(editor, str(name))
        else:
            self.cancel(editor)

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """What is pointed at is the chosen one."""
        name = self.thing_at(editor, event)
        if self._is_offered(name):
            self.chosen = str(name)

    def choose(self, editor: Editor, name: str) -> None:
        """Take one of the things of the list."""
        if self._is_offered(name):
            editor.rest()
            self.take(editor, name)

    def _is_offered(self, name: str | None) -> bool:
        return any(one.id == name for one in self.offered)

    # Keys

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """Arrows choose, letters look for one, Enter takes it, Esc leaves."""
        match event.name:
            case "Escape":
                self.cancel(editor)
            case "Enter":
                self.choose(editor, self.chosen)
            case "Up" | "Down":
                self._go(_ROWS[event.name])
            case "Left" | "Right":
                self.chosen = self.beside_chosen(editor, event.name) or self.chosen
            case "Backspace":
                self._look_for(self.typed[:-1])
            case _:
                self._look_for((self.typed + (event.text if event.types else "")).lstrip())
        return True

    def takes(self, event: KeyEvent) -> bool:
        """Every key that is not a command."""
        return not event.modifiers.control

    def type_text(self, editor: Editor, text: str) -> None:  # noqa: ARG002
        """Text of an input method looks for one too."""
        self._look_for((self.typed + text).lstrip())

    def _look_for(self, typed: str) -> None:
        self.typed = typed
        items = self.items
        if all(one.id != self.chosen for one in items):
            self.chosen = items[0].id if items else ""

    def _go(self, by: int) -> None:
        order = [one.id for one in self.items]
        if order:
            here = order.index(self.chosen) if self.chosen in order else -by
            self.chosen = order[(here + by) % len(order)]

    # What is seen

    def cancel(self, editor: Editor) -> None:
        """Back to rest as if it had not begun."""
        editor.rest()

    def feedback(self, editor: Editor) -> Feedback:  # noqa: ARG002
        """The list, and a ring around the one that is chosen."""
        return Feedback(
            hint=Said(self.HINT),
            cursor=Cursor.POINT,
            ringed=frozenset({self.chosen} if self.chosen else ()),
            choices=Choices(self.beside, self.items, self.chosen, self.typed, Said(self.TITLE)),
        )
