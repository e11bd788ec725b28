"""P14: from the bytes of a file to a checked document, against json and hand-written checks."""

from cjmapper.storage import codec
from tests.bench.measure import Row, alternating, ratio_row
from tests.bench.reference.checked_json import load
from tests.support import synthetic

_ROUNDS = 9


def loading_row(cards: int = 10_000) -> Row:
    """Ours: `codec.decode`, with its search for unknown fields, its limits and all rules.

    Theirs: `json.loads`, each field looked at by hand, the same rules, and the same values built.
    """
    content = codec.encode(synthetic.document(cards))
    if load(content) != codec.decode(content).document:
        raise AssertionError("The two sides read different documents.")
    times = alternating(lambda: codec.decode(content), lambda: load(content), _ROUNDS)
    return ratio_row("P14 load", times, 0.5)
