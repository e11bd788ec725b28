"""What the command palette offers, and in which order: commands, choices, and places on the map.

Gathers and ranks; shows nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from cjmapper.drawing.symbols import CARD_ICONS, LANE_ICONS
from cjmapper.editor.actions import ACTIONS
from cjmapper.editor.fuzzy import fit
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.commands import Commands
from cjmapper.words.catalog import Words

_NOT_ITSELF = "palette"
_DIMMED = -200.0
_LATELY = 30.0
_PLACE = -1.0
_BY_GROUP = -20.0
_LONGEST = 80
_SURE = 40.0
"""How well each typed word fits a name that holds it; letters here and there fit less."""


class Jump(NamedTuple):
    """One line: what it is called, where it belongs, its key, and what choosing it does.

    `key` tells the same line again, so that what was used last can come first; by `also`, which is
    not shown, it is found too.
    """

    key: str
    title: str
    group: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: bool = True
    is_place: bool = False
    also: str = ""


def of_commands(commands: Commands, words: Words, first: Sequence[str]) -> list[Jump]:
    """Every command of the table, with the words its menu has for it now; `first` come first."""
    made = [
        Jump(
            one.id,
            _plain(commands.actions[one.id]),
            words.say(f"menu.{one.menu}"),
            commands.actions[one.id].trigger,
            commands.actions[one.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            one.icon,
            commands.can_run(one.id),
            also=words.also(one.id),
        )
        for one in ACTIONS
        if one.id != _NOT_ITSELF
    ]
    return sorted(made, key=lambda one: first.index(one.key) if one.key in first else len(first))


def of_choices(menus: Iterable[QMenu]) -> list[Jump]:
    """What stands in the menus of choices: theme, language, recent files."""
    return [
        Jump(
            f"{menu.title()}/{action.text()}",
            f"{menu.title()}: {_plain(action)}",
            "",
            action.data(),
        )
        for menu in menus
        for action in menu.actions()
        if not action.isSeparator() and action.isEnabled()
    ]


def of_map(layout: MapLayout, words: Words, go: Callable[[str], None]) -> list[Jump]:
    """Every phase, step, lane and card that is shown and has a name."""
    journey = layout.map
    groups = {kind: words.say(f"jump.{kind}") for kind in ("phase", "step", "lane", "card")}
    places = [
        *((one.id, one.name, "phase", "columns-3") for one in journey.phases),
        *((one.id, one.title, "step", "footprints") for one in journey.steps),
        *((one.lane.id, one.lane.title, "lane", LANE_ICONS[one.lane.kind]) for one in layout.lanes),
        *(
            (one.id, one.text, "card", CARD_ICONS[one.kind])
            for one in _shown_cards(layout, journey)
        ),
    ]
    phases, steps = (one.id for one in journey.phases), (one.id for one in journey.steps)
    numbers = {name: str(n) for names in (phases, steps) for n, name in enumerate(names, start=1)}
    return [
        Jump(
            name,
            _short(title),
            groups[kind],
            _going(go, name),
            "",
            icon,
            is_place=True,
            also=numbers.get(name, ""),
        )
        for name, title, kind, icon in places
        if title.strip()
    ]


def ranked(jumps: Sequence[Jump], typed: str, lately: Sequence[str]) -> list[Jump]:
    """Those that fit what was typed, the best first; what was used lately before all else.

    Without anything typed, places on the map are left out.
    """
    if not typed.strip():
        shown = [one for one in jumps if not one.is_place]
        return sorted(shown, key=lambda one: (not one.enabled, _age(one, lately)))
    fits = [(found, one) for one in jumps if (found := _fit(one, typed)) is not None]
    sure = _SURE * len(typed.split())
    if any(found >= sure for found, _ in fits):
        fits = [(found, one) for found, one in fits if found >= sure]
    marked = [(_mark(found, one, lately), one) for found, one in fits]
    return [one for _, one in sorted(marked, key=lambda pair: -pair[0])]


def _fit(jump: Jump, typed: str) -> float | None:
    by_title = fit(typed, jump.title)
    by_more = fit(typed, f"{jump.title} {jump.group} {jump.also}")
    if by_title is None or by_more is None:
        return by_more if by_more is None else by_more + _BY_GROUP
    return max(by_title, by_more + _BY_GROUP)


def _mark(found: float, jump: Jump, lately: Sequence[str]) -> float:
    age = _age(jump, lately)
    found += _LATELY - age if age < len(lately) else 0.0
    found += _PLACE if jump.is_place else 0.0
    return found if jump.enabled else found + _DIMMED


def _age(jump: Jump, lately: Sequence[str]) -> int:
    return lately.index(jump.key) if jump.key in lately else len(lately)


def _shown_cards(layout: MapLayout, journey: d.JourneyMap) -> tuple[d.Card, ...]:
    shown = tuple(card.id for card in journey.cards if card.lane in layout.lane_of)
    return queries.reading_order(journey, shown)


def _going(go: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: go(name)


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "&").removesuffix("…").rstrip()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
