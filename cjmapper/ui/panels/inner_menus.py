"""What stands in the menus within menus that depend on the map: places to move to, kinds.

Choosing one runs an edit of the editor. Shows nothing by itself.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from cjmapper.drawing.symbols import CARD_ICONS
from cjmapper.editor import kinds, moving_cards
from cjmapper.editor.editor import Editor
from cjmapper.editor.tools.placing import card_lanes
from cjmapper.model import ids, queries
from cjmapper.words.catalog import Words


class Offer(NamedTuple):
    """One line of a menu: its words, what it does, its icon, whether it holds now, or more lines.

    Without `run` it opens `inner`.
    """

    title: str
    run: Callable[[], object] | None = None
    icon: str = ""
    checked: bool | None = None
    inner: tuple["Offer", ...] = ()


def offers(name: str, editor: Editor, words: Words) -> tuple[Offer, ...]:
    """The lines of the menu of that name; none where it makes no sense now."""
    return _MAKERS[name](editor, words)


def _move_to(editor: Editor, words: Words) -> tuple[Offer, ...]:
    journey = editor.journey
    phases = []
    for phase in journey.phases:
        steps = queries.steps_of_phase(journey, phase.id)
        lines: list[Offer] = []
        for step in steps:
            title = step.title or words.say("menu.untitled_step")
            inner = _lanes(editor, words, step.id)
            lines += [Offer(title, inner=inner)] if len(steps) > 1 else inner
        phases.append(Offer(phase.name or words.say("menu.untitled_phase"), inner=tuple(lines)))
    return tuple(phases)


def _lanes(editor: Editor, words: Words, step: ids.StepId) -> tuple[Offer, ...]:
    takers = card_lanes(editor.journey)
    return tuple(
        Offer(
            lane.title or words.say("menu.untitled_lane"),
            partial(moving_cards.move_to, editor, lane.id, step),
        )
        for lane in editor.journey.lanes
        if lane.id in takers and lane.id in editor.layout.lane_of
    )


def _card_kind(editor: Editor, words: Words) -> tuple[Offer, ...]:
    now, possible = kinds.card_kinds(editor)
    return tuple(
        Offer(
            words.label(kind),
            partial(kinds.set_card_kind, editor, kind),
            CARD_ICONS[kind],
            kind in now,
        )
        for kind in possible
    )


_MAKERS: dict[str, Callable[[Editor, Words], tuple[Offer, ...]]] = {
    "move_to": _move_to,
    "card_kind": _card_kind,
}
