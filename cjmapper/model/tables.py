"""Lookup tables of one map, kept beside it by identity and handed on to the map an edit makes.

A table is built when first asked for. One whose list an edit left alone is carried over as it is;
that of the cells is mended from the former map's. Only `cjmapper.model.queries` reads these.
"""

import weakref
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cjmapper.model import document as d
from cjmapper.model.windows import changed_window

if TYPE_CHECKING:
    from cjmapper.model.entities import EntityKind

Cell = tuple[str | None, str | None]
"""A lane's and a step's id; both None where cards are parked."""

Cells = dict[Cell, tuple[d.Card, ...]]

_NEAR = 64


class MapTables:
    """What was worked out for one map; each table with the list it was made from."""

    __slots__ = ("cells", "hints", "links", "phases", "readings", "steps")

    def __init__(self, former: "MapTables | None" = None) -> None:
        self.hints: dict[str, tuple[EntityKind, int]] = former.hints if former else {}
        """Where things last stood; always verified, so that maps of one history share it."""
        self.cells: tuple[tuple[d.Card, ...], Cells] | None = former.cells if former else None
        self.steps: tuple[tuple[d.Step, ...], dict[str, int]] | None = (
            former.steps if former else None
        )
        self.phases: tuple[tuple[d.Step, ...], dict[str, tuple[d.Step, ...]]] | None = (
            former.phases if former else None
        )
        self.links: tuple[tuple[d.Link, ...], dict[str, tuple[d.Link, ...]]] | None = (
            former.links if former else None
        )
        self.readings: (
            tuple[
                tuple[d.Emotion, ...],
                tuple[str, ...],
                dict[tuple[str | None, str], dict[str, tuple[d.Emotion, ...]]],
            ]
            | None
        ) = former.readings if former else None


_kept: dict[int, tuple[weakref.ref[d.JourneyMap], MapTables]] = {}


def tables_of(journey: d.JourneyMap) -> MapTables:
    """The tables of a map, empty where none were made yet."""
    kept = _kept.get(id(journey))
    if kept is not None and kept[0]() is journey:
        return kept[1]
    return _keep(journey, MapTables())


def hand_on(former: d.JourneyMap, journey: d.JourneyMap) -> None:
    """Let the map that an edit made start from what was worked out for the former one."""
    _keep(journey, MapTables(tables_of(former)))


def _keep(journey: d.JourneyMap, tables: MapTables) -> MapTables:
    name = id(journey)

    def forget(_reference: object) -> None:
        _kept.pop(name, None)

    _kept[name] = (weakref.ref(journey, forget), tables)
    return tables


def index_near(items: Sequence[object], name: str, guess: int) -> int | None:
    """Where the thing called `name` stands, looked for close to a guess only."""
    for away in range(_NEAR):
        for index in (guess + away, guess - away):
            if 0 <= index < len(items) and getattr(items[index], "id") == name:  # noqa: B009
                return index
    return None


def cells_from(cards: tuple[d.Card, ...]) -> Cells:
    """The cards of each cell, in order."""
    found: dict[Cell, list[d.Card]] = {}
    for card in cards:
        cell = (card.lane, card.step)
        if cell in found:
            found[cell].append(card)
        else:
            found[cell] = [card]
    return {cell: tuple(members) for cell, members in found.items()}


def mended_cells(
    former: tuple[d.Card, ...],
    cells: Cells,
    now: tuple[d.Card, ...],
    position: Callable[[str], int | None],
) -> Cells:
    """The cells of `now`, made from those of `former` where the two differ little.

    `position` gives the index of a card in `now`.
    """
    start, former_end, now_end = changed_window(former, now)
    if former_end - start > len(former) // 8 or now_end - start > len(now) // 8:
        return cells_from(now)
    before, after = former[start:former_end], now[start:now_end]
    left = {card.id for card in before}
    mended = dict(cells)
    for cell in {(card.lane, card.step) for card in (*before, *after)}:
        outside = [card for card in cells.get(cell, ()) if card.id not in left]
        first = [card for card in outside if (position(card.id) or 0) < start]
        inside = [card for card in after if (card.lane, card.step) == cell]
        members = (*first, *inside, *outside[len(first) :])
        if members:
            mended[cell] = members
        else:
            mended.pop(cell, None)
    return mended
