"""P5: a layout after one edit of one card, against a full layout of the same map."""

import itertools

from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting
from cjmapper.model.document import Card, Document
from cjmapper.model.edits.cards import set_text
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words
from tests.bench.measure import Row, alternating, ratio_row
from tests.support import synthetic

_ROUNDS = 9
_SPREAD = 619
"""Cards that are edited stand so far apart, so that every lane and column has its turn."""


def relayout_row(cards: int = 10_000) -> Row:
    """Ours: the layout after the text of one card changed, from the layout before, which was shown.

    Theirs: the layout of the same document from nothing. Both have met every word before (the same
    typesetter, warm), which makes the full layout as quick as it ever is in the running program.
    Both also route the connectors that one window around the edited card shows.
    """
    setting = Setting(Typesetter(load_metrics(), "nb"), Words("nb"))
    document = synthetic.document(cards)
    before = lay_out_map(document, document.maps[0].id, setting)
    _see_around(before, before.map.cards[0])
    turns = itertools.count(1)

    def edited() -> tuple[Document, str]:
        turn = next(turns)
        card = document.maps[0].cards[turn * _SPREAD % cards]
        text = f"{card.text} og {turn} til"
        return set_text(document, document.maps[0].id, card.id, text), card.id

    waiting = [edited() for _ in range(2 * _ROUNDS + 2)]

    def ours() -> None:
        _lay_out(*waiting.pop(), setting, before)

    def theirs() -> None:
        _lay_out(*waiting.pop(), setting, None)

    times = alternating(ours, theirs, _ROUNDS)
    return ratio_row("P5 layout after one edit", times, 0.01, percent=True)


def _lay_out(document: Document, card_id: str, setting: Setting, before: MapLayout | None) -> None:
    layout = lay_out_map(document, document.maps[0].id, setting, previous=before)
    _see_around(layout, next(card for card in layout.map.cards if card.id == card_id))


def _see_around(layout: MapLayout, card: Card) -> None:
    place = layout.card_rect(card)
    assert place is not None
    window = Rect(place.x, place.y, mm_from_px(1920), mm_from_px(1080))
    layout.routes.near(layout, window)
