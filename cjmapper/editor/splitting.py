"""One card of several lines becomes several cards, one below the other, as one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards
from cjmapper.model.edits import text as texts

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.session import Edit
    from cjmapper.model import document as d


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold anything."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def split(editor: Editor, name: str, text: str, create: Edit | None = None) -> bool:
    """A card for each line of `text`: the card of that id first, new ones of its kind below it.

    With `create` that card is not there yet. False, and nothing done, for one line or no card.
    """
    lines, map_id = lines_of(text), editor.map_id
    new = [editor.session.new_id() for _ in lines[1:]]

    def edit(document: d.Document) -> d.Document:
        grown = document if create is None else create(document)
        card = queries.card(queries.map_by_id(grown, map_id), name)
        if card is None or card.lane is None or card.step is None:
            return document
        held = queries.cards_in_cell(queries.map_by_id(grown, map_id), card.lane, card.step)
        first = held.index(card)
        grown = texts.set_text(grown, map_id, name, lines[0])
        for place, (new_id, line) in enumerate(zip(new, lines[1:], strict=True), start=first + 1):
            slot = cards.Slot(card.lane, card.step, place)
            card_id = ids.CardId(new_id)
            grown = cards.add_card(grown, map_id, slot, new_id=card_id, kind=card.kind)
            grown = texts.set_text(grown, map_id, new_id, line)
        return grown

    if not new:
        return False
    made = len(new) if create is None else len(lines)
    return editor.run(names.entry("add_cards", n=made), edit, select=(name, *new))
