"""What kind the selected cards are, and which colour they have: read and set for all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.model import document as d
from cjmapper.model import lane_rules, queries
from cjmapper.model.edits import cards

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjmapper.editor.editor import Editor
    from cjmapper.model.vocabulary import CardKind

COLOURS = {
    "blue": "#0072B2",
    "green": "#009E73",
    "yellow": "#E69F00",
    "orange": "#D55E00",
    "pink": "#CC79A7",
}
"""Colours that those, too, tell apart who see less red or green (Okabe and Ito)."""


def card_kinds(editor: Editor) -> tuple[frozenset[CardKind], tuple[CardKind, ...]]:
    """The kinds of the selected cards, and those that all of their lanes take."""
    chosen = editor.chosen.cards
    takes: list[tuple[CardKind, ...]] = []
    for card in chosen:
        lane = None if card.lane is None else queries.lane(editor.journey, card.lane)
        takes.append(() if lane is None else lane_rules.accepted_kinds(lane.kind))
    first = takes[0] if takes else ()
    possible = tuple(kind for kind in first if all(kind in one for one in takes))
    return frozenset(card.kind for card in chosen), possible


def set_card_kind(editor: Editor, kind: CardKind) -> None:
    """All selected cards of one kind."""
    _change(editor, lambda document, card: cards.change_card(document, *card, kind=kind))


def colours(editor: Editor) -> frozenset[str | None]:
    """The colours of the selected cards; None for that of the kind."""
    return frozenset(card.color for card in editor.chosen.cards)


def set_colour(editor: Editor, colour: str | None) -> None:
    """All selected cards in one colour, or in that of their kind."""
    _change(editor, lambda document, card: cards.change_card(document, *card, color=colour))


def _change(editor: Editor, change: Callable[[d.Document, tuple[str, str]], d.Document]) -> None:
    chosen, map_id = editor.chosen.cards, editor.map_id

    def edit(document: d.Document) -> d.Document:
        for card in chosen:
            document = change(document, (map_id, card.id))
        return document

    if chosen:
        editor.run(names.of_cards("change_card", chosen), edit)
