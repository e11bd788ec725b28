"""P16: all figures of a long map with loops, against one full layout of it."""

from cjmapper.analysis import figures_of
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.setting import Setting
from cjmapper.model.figures import FlowBasis
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words
from tests.bench.measure import Row, alternating, ratio_row
from tests.support import synthetic

_ROUNDS = 7


def counting_row() -> Row:
    """Ours: every figure of 200 steps and 2,000 cards. Theirs: a warm full layout of them."""
    document = synthetic.travelled()
    map_id = document.maps[0].id
    setting = Setting(Typesetter(load_metrics(), "nb"), Words("nb"))

    def ours() -> None:
        assert figures_of(document, map_id).flow.basis is FlowBasis.SHARES

    def theirs() -> None:
        lay_out_map(document, map_id, setting)

    times = alternating(ours, theirs, _ROUNDS)
    return ratio_row("P16 figures of a long map", times, 5.0)
