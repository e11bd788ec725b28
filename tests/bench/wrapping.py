"""P6: breaking the texts of all cards into lines, against Qt's own text layout."""

from cjmapper.layout.cards import text_left
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.text.hyphens import patterns_of
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.bench.measure import Row, alternating, ratio_row
from tests.support import synthetic

_ROUNDS = 15


def wrapping_row(cards: int = 10_000) -> Row:
    """Ours: a new typesetter, which has met no word, wraps every card's text.

    Theirs: a new font of the same face and size and a `QTextLayout` for each text. Both give what
    a painter needs, lines and where each ends, and both part words wider than their column.
    """
    from tests.bench.reference.qt_wrapping import QtWrapping

    texts = [card.text for card in synthetic.document(cards).maps[0].cards]
    metrics = load_metrics()
    width = DISTANCES.column_width - 2 * DISTANCES.cell_side - text_left() - DISTANCES.card_side
    reference = QtWrapping(texts, CARD_TEXT.size, width)

    def ours() -> None:
        patterns_of("nb_NO").forget()
        typesetter = Typesetter(metrics, "nb")
        for text in texts:
            typesetter.wrap(text, CARD_TEXT, width)

    return ratio_row("P6 wrap, cold", alternating(ours, reference.run, _ROUNDS), 0.3)
