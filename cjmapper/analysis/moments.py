"""Moments that matter: how strongly a step is felt, what it costs, and how many come there."""

from cjmapper.analysis.shown import mean as mean_of
from cjmapper.analysis.shown import shown_cards, shown_readings
from cjmapper.model import ids, queries
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Flow, Moment, Moments
from cjmapper.model.vocabulary import CardKind, EmotionView

_STRONGEST = 2
_WORST = 5
_EVEN = (0.5, 0.5, 0.0)
_VOTED = (0.4, 0.4, 0.2)
"""Weights of feeling, cost and votes."""


def moments_of(journey: JourneyMap, flow: Flow) -> Moments:
    """The steps that anything is known of, those that matter most first.

    100 · reach · (feeling, cost and votes, weighed); what is missing counts nothing, and steps
    with equal scores stand in their order.
    """
    felt = _feelings(journey)
    cost = _costs(journey, flow)
    votes = _votes(journey)
    weights = _VOTED if votes else _EVEN
    moments = []
    for step in journey.steps:
        parts = (felt.get(step.id), cost.get(step.id), votes.get(step.id))
        if any(part is not None for part in parts):
            known = sum(weight * (part or 0.0) for weight, part in zip(weights, parts, strict=True))
            score = 100 * flow.reach.get(step.id, 1.0) * known
            moments.append(Moment(step.id, score, step.moment_of_truth))
    moments.sort(key=lambda moment: -round(moment.score, 9))
    return Moments(tuple(moments), bool(votes), len(felt), len(cost))


def _feelings(journey: JourneyMap) -> dict[ids.StepId, float]:
    """The strongest feeling of any actor at each step, 0 to 1."""
    found: dict[ids.StepId, float] = {}
    for of_steps in shown_readings(journey, EmotionView.FELT).values():
        for step, readings in of_steps.items():
            strength = abs(mean_of(readings)) / _STRONGEST
            found[step] = max(found.get(step, 0.0), strength)
    return found


def _costs(journey: JourneyMap, flow: Flow) -> dict[ids.StepId, float]:
    """What a step costs, 0 to 1: the share who leave there, or its worst pain if that is more."""
    found = {step: share for step, share in flow.leaving.items() if share > 0}
    for card, step in shown_cards(journey):
        if card.kind is CardKind.PAIN and card.severity is not None:
            found[step] = max(found.get(step, 0.0), card.severity / _WORST)
    return found


def _votes(journey: JourneyMap) -> dict[ids.StepId, float]:
    """The votes for each step's cards in the last round that has any, against the most voted."""
    for vote_round in reversed(journey.vote_rounds):
        counted: dict[ids.StepId, int] = {}
        for name, count in vote_round.tally.items():
            card = queries.card(journey, name)
            if card is not None and card.step is not None and count > 0:
                counted[card.step] = counted.get(card.step, 0) + count
        if counted:
            most = max(counted.values())
            return {step: count / most for step, count in counted.items()}
    return {}
