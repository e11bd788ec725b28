"""P15: an edit with all that follows it, to the painted frame, on a large map and a smaller one."""

import itertools
from collections.abc import Callable

from cjmapper.editor import names
from cjmapper.model.edits.cards import set_text
from tests.bench.measure import Row, alternating, ratio_row
from tests.bench.stage import Stage, painted
from tests.support import synthetic

_ROUNDS = 25
_SEEN = 4
"""So many cards of the first cell are seen, and edited in turn."""


def editing_row(cards: int = 10_000, fewer: int = 1000) -> Row:
    """The text of a card in view changes through the editor; session, layout and frame."""
    large, small = Stage(synthetic.document(cards)), Stage(synthetic.document(fewer))
    times = alternating(_edit(large), _edit(small), _ROUNDS)
    large.close()
    small.close()
    return ratio_row("P15 edit by size", times, 3.0)


def _edit(stage: Stage) -> Callable[[], None]:
    turns = itertools.count(1)

    def once() -> None:
        turn = next(turns)
        card = stage.editor.journey.cards[turn % _SEEN]
        text, map_id = f"Noe annet, {turn}", stage.editor.map_id
        stage.editor.run(
            names.entry("edit"), lambda document: set_text(document, map_id, card.id, text)
        )
        painted()

    return once
