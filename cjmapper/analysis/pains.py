"""Which pains do most harm: how bad they are, times how many meet them."""

from cjmapper.analysis.shown import shown_cards
from cjmapper.model import queries
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Flow, Pains, PainScore
from cjmapper.model.vocabulary import CardKind

_MOST = 0.8
_WORST = 5


def pains_of(journey: JourneyMap, flow: Flow) -> Pains:
    """The rated pains by score (severity of 5, times reach, of 100), and how few are most of it.

    A pain that does not say how many it meets meets those who come to its step. Equal scores stand
    in the order of the steps, then of the cards.
    """
    columns = queries.step_index(journey)
    scores: list[PainScore] = []
    unrated = 0
    for card, step in shown_cards(journey):
        if card.kind is not CardKind.PAIN:
            continue
        if card.severity is None:
            unrated += 1
            continue
        reach = flow.reach.get(step, 1.0) if card.reach is None else card.reach
        scores.append(PainScore(card.id, step, card.severity / _WORST * reach * 100))
    scores.sort(key=lambda pain: (-round(pain.score, 9), columns[pain.step]))
    cut, share = _cut([pain.score for pain in scores])
    return Pains(tuple(scores), cut, share, unrated)


def _cut(scores: list[float]) -> tuple[int | None, float | None]:
    """How many of the largest make four fifths of the sum, and what share they are."""
    total = sum(scores)
    if total <= 0:
        return None, None
    reached = 0.0
    for count, score in enumerate(scores, 1):
        reached += score
        if round(reached / total, 9) >= _MOST:
            return count, reached / total
    return len(scores), 1.0
