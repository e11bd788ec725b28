"""Choosing by keyboard what a card or a step leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cjmapper.editor import connecting
from cjmapper.editor.feedback import Choice, Said
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.choosing import Choosing, choice
from cjmapper.layout import drawn_line, hit, landing
from cjmapper.layout import hits as h
from cjmapper.model import ids, queries

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.feedback import Feedback
    from cjmapper.geometry import Point, Rect
    from cjmapper.layout.result import MapLayout

_BACKWARDS = 2.0
"""What stands before a card is as likely a target as what is so many times farther behind it."""
_SIDE = {"Left": -1, "Right": 1}


class ChoosingLink(Choosing):
    """A line from `owner` to the chosen card, step or end of the journey."""

    HINT = "hint.choosing_link"

    def __init__(self, owner: str, offered: tuple[Choice, ...], beside: Rect) -> None:
        super().__init__(offered, beside)
        self.owner = owner

    def take(self, editor: Editor, name: str) -> None:
        """Connect."""
        connecting.connect(editor, self.owner, name)

    def beside_chosen(self, editor: Editor, key: str) -> str | None:
        """The nearest one of the list to that side, rather at the same height."""
        here = _middle(editor.layout, self.chosen)
        if here is None:
            return None
        best: tuple[float, str] | None = None
        for one in self.items:
            there = _middle(editor.layout, one.id)
            if there is None or (there.x - here.x) * _SIDE[key] <= 1.0:
                continue
            away = abs(there.x - here.x) + _BACKWARDS * abs(there.y - here.y)
            if best is None or away < best[0]:
                best = (away, one.id)
        return None if best is None else best[1]

    def thing_at(self, editor: Editor, event: PointerEvent) -> str | None:
        """The card at the pointer; for a step also the one under a phase."""
        under = hit.what_is_at(editor.layout, event.point, event.reach)
        if isinstance(under, h.HitPhase):
            return editor.layout.column_at(event.point.x).step.id
        return super().thing_at(editor, event)

    def feedback(self, editor: Editor) -> Feedback:
        """The list, the ring, the ends of the journey, and the line as it would run."""
        layout = editor.layout
        shown = super().feedback(editor)
        marks = self._marks(layout)
        line = self._line(layout, dict(marks).get(self.chosen))
        return msgspec.structs.replace(shown, rubber=line, marks=marks)

    def _marks(self, layout: MapLayout) -> tuple[tuple[str, Rect], ...]:
        if self.owner not in layout.column_of:
            return ()
        enters = self.chosen == ids.START
        marks = landing.end_marks(layout, ids.StepId(self.owner), enters=enters)
        return tuple((str(end), rect) for end, rect in marks)

    def _line(self, layout: MapLayout, mark: Rect | None) -> tuple[Point, ...]:
        end = mark or (hit.owner_rect(layout, self.chosen) if self.chosen else None)
        start = hit.owner_rect(layout, self.owner)
        column = layout.column_of.get(ids.StepId(self.owner))
        if start is None or end is None:
            return ()
        if column is None:
            return drawn_line.between(start, end)
        line = drawn_line.from_step(layout, column, end.centre)
        return tuple(reversed(line)) if self.chosen == ids.START else line


def can_begin(editor: Editor) -> bool:
    """Whether a card or a step is selected, alone."""
    return _owner(editor) is not None


def begin(editor: Editor) -> None:
    """Choose what the selected card or step leads to."""
    owner = _owner(editor)
    if owner is None:
        return
    if editor.read_only:
        editor.say(Said("notice.read_only"))
        return
    layout = editor.layout
    of_steps = owner in layout.column_of
    offered = _steps(editor, owner) if of_steps else _cards(editor, owner)
    beside = hit.owner_rect(layout, owner)
    if beside is None or not offered:
        editor.say(Said("notice.nothing_to_connect"))
        return
    editor.go(ChoosingLink(owner, offered, beside))


def _owner(editor: Editor) -> str | None:
    """The one card that is selected and shown, or the step of what is selected in the header."""
    if len(editor.selection) != 1:
        return None
    name = editor.selection[0]
    if queries.card(editor.journey, name) is not None:
        return None if hit.owner_rect(editor.layout, name) is None else name
    is_header = queries.phase(editor.journey, name) or queries.step(editor.journey, name)
    return placing.selected_step(editor) if is_header else None


def _cards(editor: Editor, owner: str) -> tuple[Choice, ...]:
    """Every other card that is shown, the nearest first, rather those that come after."""
    layout, journey = editor.layout, editor.journey
    here = hit.owner_rect(layout, owner)
    found: list[tuple[float, Choice]] = []
    taken = {link.to for link in queries.links_of_card(journey, owner) if link.start == owner}
    for key in (one for one in layout.cells if one[0] in layout.lane_of):
        for placed, rect in layout.cards_in(key):
            card = placed.card
            if card.id == owner or card.id in taken or here is None:
                continue
            text = " ".join(card.text.split())
            textless = Said("choice.card_without_text")
            one = Choice(card.id, text) if text else choice(editor, card.id, textless)
            found.append((_distance(here.centre, rect.centre), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _steps(editor: Editor, owner: str) -> tuple[Choice, ...]:
    """The steps behind it, those before it, the ends of the journey, and it itself."""
    journey = editor.journey
    here = queries.step_index(journey)[owner]
    order = (*journey.steps[here + 1 :], *reversed(journey.steps[:here]))
    ends = [(ids.GOAL, "map.goal"), (ids.DROP, "map.drop")]
    if here > 0:
        ends.append((ids.START, "choice.from_start"))
    return (
        *(_step_choice(editor, step.id) for step in order),
        *(choice(editor, end, Said(code)) for end, code in ends),
        choice(editor, owner, Said("choice.same_step")),
    )


def _step_choice(editor: Editor, step: ids.StepId) -> Choice:
    """A step by its title, else by its phase's name, else by its number."""
    journey = editor.journey
    phase = queries.phase_of_step(journey, step)
    found = queries.step(journey, step)
    title = "" if found is None else found.title
    text = " ".join((title or ("" if phase is None else phase.name)).split())
    number = queries.step_index(journey)[step] + 1
    if text:
        return Choice(step, text)
    return choice(editor, step, Said("choice.step_number", {"number": number}))


def _distance(here: Point, there: Point) -> float:
    dx = there.x - here.x
    return abs(dx) * (1.0 if dx > 0 else _BACKWARDS) + abs(there.y - here.y)


def _middle(layout: MapLayout, name: str) -> Point | None:
    rect = hit.owner_rect(layout, name) if name else None
    return None if rect is None else rect.centre
