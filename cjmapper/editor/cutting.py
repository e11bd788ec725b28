"""Cards that were cut: they stay where they are, let through, until they are put somewhere else.

Pasting them moves them as one entry, in the pattern they stood in. Another copy forgets them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cjmapper.editor import names
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.tools import placing
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.layout.result import CellKey

_END = 1_000_000
"""An index behind every card of a cell."""


class Cut(msgspec.Struct, frozen=True):
    """The cards that were cut from a map, and what lies on the clipboard since."""

    cards: frozenset[ids.CardId] = frozenset()
    map_id: ids.MapId | None = None
    clip: Clip | None = None


NOTHING_CUT = Cut()


def cut_cards(editor: Editor) -> frozenset[str]:
    """The ids of the cards of the map shown that were cut and not yet pasted."""
    if editor.cut.map_id != editor.map_id:
        return frozenset()
    return frozenset(name for name in editor.cut.cards if queries.card(editor.journey, name))


def paste_cut(editor: Editor, at: CellKey, clip: Clip) -> bool:
    """Move what was cut here, where that is still what lies on the clipboard; whether it was."""
    held, cut = tuple(cut_cards(editor)), editor.cut
    if not held or cut.clip != clip:
        return False
    editor.cut = NOTHING_CUT
    map_id, chosen = editor.map_id, queries.reading_order(editor.journey, held)
    editor.run(
        names.of_cards("move_card", chosen),
        lambda document: _moved(document, map_id, held, at),
        select=tuple(card.id for card in chosen),
    )
    return True


def _moved(
    document: d.Document, map_id: ids.MapId, held: tuple[str, ...], at: CellKey
) -> d.Document:
    """The cards from a cell on, as far right and below one another as they stood."""
    journey = queries.map_by_id(document, map_id)
    order = [lane.id for lane in journey.lanes]
    rows, columns = {str(lane): row for row, lane in enumerate(order)}, queries.step_index(journey)
    takers = placing.card_lanes(journey)
    found = queries.reading_order(journey, held)
    places = [(rows.get(card.lane or "", 0), columns.get(card.step or "", 0)) for card in found]
    top, left = min(row for row, _ in places), min(column for _, column in places)
    groups: dict[CellKey, list[ids.CardId]] = {}
    for card, (row, column) in zip(found, places, strict=True):
        wanted = order[min(rows[at[0]] + row - top, len(order) - 1)]
        lane = wanted if wanted in takers else at[0]
        step = journey.steps[min(columns[at[1]] + column - left, len(journey.steps) - 1)].id
        groups.setdefault((lane, step), []).append(card.id)
    for cell, group in groups.items():
        document = cards.move_cards(document, map_id, group, cards.Slot(*cell, _END))
    return document
