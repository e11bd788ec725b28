"""What was believed against what is felt, step by step and actor by actor."""

from cjmapper.analysis.shown import mean, shown_readings
from cjmapper.model import queries
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Gap, Gaps
from cjmapper.model.vocabulary import EmotionView


def gaps_of(journey: JourneyMap) -> Gaps:
    """Every pair of a belief and a feeling, in the order of the steps, then of the actors."""
    columns = queries.step_index(journey)
    felt = shown_readings(journey, EmotionView.FELT)
    believed = shown_readings(journey, EmotionView.BELIEVED)
    pairs = [
        Gap(actor, step, mean(believed[actor][step]), mean(readings))
        for actor, of_steps in felt.items()
        for step, readings in of_steps.items()
        if step in believed.get(actor, {})
    ]
    pairs.sort(key=lambda gap: columns[gap.step])
    count = len(pairs)
    return Gaps(
        pairs=tuple(pairs),
        bias=sum(gap.size for gap in pairs) / count if count else None,
        size=sum(abs(gap.size) for gap in pairs) / count if count else None,
        felt=sum(len(of_steps) for of_steps in felt.values()),
    )
