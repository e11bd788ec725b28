"""Cards in cells, and lanes as tall as their fullest cell; after an edit only what it touched.

A card that spans several steps stands in the cell of its first one and pushes the cards of the
others below it.
"""

from collections.abc import Iterable, Mapping

from cjmapper.layout.cards import lay_out_card
from cjmapper.layout.result import (
    EMPTY_CELL,
    CardLayout,
    CardNames,
    CellKey,
    CellLayout,
    Cells,
    Column,
)
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import ids
from cjmapper.model.document import Card
from cjmapper.model.windows import changed_window

CellTable = Mapping[CellKey, tuple[Card, ...]]


def table_of(cards: Iterable[Card]) -> CellTable:
    """The cards of each cell, in their order."""
    growing: dict[CellKey, list[Card]] = {}
    for card in cards:
        if card.lane is not None and card.step is not None:
            growing.setdefault((card.lane, card.step), []).append(card)
    return {key: tuple(found) for key, found in growing.items()}


def lay_out_cells(
    cards: tuple[Card, ...],
    column_of: Mapping[ids.StepId, int],
    ordered: tuple[Column, ...],
    names: CardNames,
    setting: Setting,
    known: Cells | None = None,
) -> Cells:
    """Every cell; cards of a former layout are used again where nothing differs."""
    former = {} if known is None else known.laid
    table = table_of(cards)
    spanning = frozenset(card.lane for card in cards if card.span > 1 and card.lane is not None)
    laid: dict[CellKey, CellLayout] = {}
    for key, held in table.items():
        if key[0] not in spanning and key[1] in column_of:
            before = former.get(key, EMPTY_CELL).cards
            laid[key] = _cell(held, ordered[column_of[key[1]]].width, names, setting, before)
    for lane in spanning:
        laid.update(_spanning_lane(former, (lane, table), ordered, names, setting))
    return Cells(cards, table, laid, names, spanning)


def lay_out_touched(
    cards: tuple[Card, ...],
    former: Cells,
    column_of: Mapping[ids.StepId, int],
    ordered: tuple[Column, ...],
    setting: Setting,
) -> Cells:
    """The cells after a change of `cards` alone; columns and names are those of `former`."""
    first, old_end, new_end = changed_window(former.cards, cards)
    differing = former.cards[first:old_end] + cards[first:new_end]
    touched = _touched(table_of(former.cards[first:old_end]), table_of(cards[first:new_end]))
    table = _table_after(cards, former, touched, (first, old_end, new_end))
    spanning = former.spanning
    if any(card.span > 1 for card in differing):
        spanning = frozenset(card.lane for card in cards if card.span > 1 and card.lane is not None)
    laid = dict(former.laid)
    for key in touched:
        held = table.get(key)
        if held is None:
            laid.pop(key, None)
        elif key[1] in column_of:
            before = former.laid.get(key, EMPTY_CELL).cards
            laid[key] = _cell(held, ordered[column_of[key[1]]].width, former.names, setting, before)
    for lane in (spanning | former.spanning) & {key[0] for key in touched}:
        laid.update(_spanning_lane(former.laid, (lane, table), ordered, former.names, setting))
    return Cells(cards, table, laid, former.names, spanning, touched)


def _touched(old: CellTable, new: CellTable) -> frozenset[CellKey]:
    """The cells that do not hold the same cards in the same order."""
    return frozenset(key for key in (*old, *new) if old.get(key) != new.get(key))


def _table_after(
    cards: tuple[Card, ...],
    former: Cells,
    touched: frozenset[CellKey],
    window: tuple[int, int, int],
) -> CellTable:
    table = dict(former.table)
    first, old_end, new_end = window
    old, new = former.cards[first:old_end], cards[first:new_end]
    if len(old) == len(new) == 1 and (old[0].lane, old[0].step) == (new[0].lane, new[0].step):
        for key in touched:
            # By its id: the table may hold an equal twin of the card, from an edit that changed
            # nothing.
            table[key] = tuple(new[0] if card.id == old[0].id else card for card in table[key])
        return table
    steps = {key[1] for key in touched}
    fresh = table_of(card for card in cards if card.step in steps)
    for key in touched:
        held = fresh.get(key)
        if held is None:
            table.pop(key, None)
        else:
            table[key] = held
    return table


def _cell(
    cards: tuple[Card, ...],
    width: float,
    names: CardNames,
    setting: Setting,
    known: tuple[CardLayout, ...],
) -> CellLayout:
    across = width - 2 * DISTANCES.cell_side
    placed: list[CardLayout] = []
    tops: list[float] = []
    y = DISTANCES.cell_top
    for card in cards:
        one = _card(card, across, names, setting, known)
        placed.append(one)
        tops.append(y)
        y += one.height + DISTANCES.card_gap
    return CellLayout(tuple(placed), tuple(tops), y - DISTANCES.card_gap + DISTANCES.cell_bottom)


def _card(
    card: Card,
    across: float,
    names: CardNames,
    setting: Setting,
    known: tuple[CardLayout, ...],
) -> CardLayout:
    for former in known:
        if former.card is card and former.width == across:
            return former
    return lay_out_card(card, across, names, setting)


def _spanning_lane(
    former: Mapping[CellKey, CellLayout],
    held: tuple[ids.LaneId, CellTable],
    ordered: tuple[Column, ...],
    names: CardNames,
    setting: Setting,
) -> dict[CellKey, CellLayout]:
    """All cells of a lane in which some card covers several steps."""
    lane, table = held
    laid: dict[CellKey, CellLayout] = {}
    taken: list[tuple[int, float, float]] = []
    for column in ordered:
        key = (lane, column.step.id)
        placed: list[CardLayout] = []
        tops: list[float] = []
        y = DISTANCES.cell_top
        known = former.get(key, EMPTY_CELL).cards
        blocks = sorted((top, bottom) for last, top, bottom in taken if last >= column.index)
        for card in table.get(key, ()):
            last = min(column.index + max(card.span, 1), len(ordered)) - 1
            width = ordered[last].right - column.x if last > column.index else column.width
            one = _card(card, width - 2 * DISTANCES.cell_side, names, setting, known)
            y = _below(blocks, y, one.height)
            placed.append(one)
            tops.append(y)
            if last > column.index:
                taken.append((last, y, y + one.height))
            y += one.height + DISTANCES.card_gap
        lowest = max([y - DISTANCES.card_gap if placed else 0.0, *(end for _, end in blocks)])
        bottom = lowest + DISTANCES.cell_bottom if lowest else 0.0
        laid[key] = CellLayout(tuple(placed), tuple(tops), bottom)
    return laid


def _below(blocks: list[tuple[float, float]], y: float, height: float) -> float:
    """The first y at or below `y` where `height` fits between the taken stretches."""
    gap = DISTANCES.card_gap
    for top, bottom in blocks:
        if y < bottom + gap and top < y + height + gap:
            y = bottom + gap
    return y
