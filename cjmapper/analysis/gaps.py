"""What was believed against what is felt, step by step and actor by actor."""

from cjmapper.analysis.shown import mean, shown_readings, takes_part
from cjmapper.model import ids, queries
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Gap, Gaps
from cjmapper.model.vocabulary import EmotionView


def gaps_of(journey: JourneyMap) -> Gaps:
    """Every pair of a belief and a feeling, in the order of the steps, then of the actors."""
    columns = queries.step_index(journey)
    felt = shown_readings(journey, EmotionView.FELT)
    believed = shown_readings(journey, EmotionView.BELIEVED)
    pairs: list[Gap] = []
    for actor, of_steps in felt.items():
        beliefs = believed.get(actor, {})
        both = sorted((step for step in of_steps if step in beliefs), key=columns.__getitem__)
        for index, step in enumerate(both):
            follows = index > 0 and _neighbours(journey, actor, both[index - 1], step)
            pairs.append(Gap(actor, step, mean(beliefs[step]), mean(of_steps[step]), follows))
    pairs.sort(key=lambda gap: columns[gap.step])
    count = len(pairs)
    return Gaps(
        pairs=tuple(pairs),
        bias=sum(gap.size for gap in pairs) / count if count else None,
        size=sum(abs(gap.size) for gap in pairs) / count if count else None,
        felt=sum(len(of_steps) for of_steps in felt.values()),
    )


def _neighbours(
    journey: JourneyMap, actor: ids.ActorId | None, before: ids.StepId, step: ids.StepId
) -> bool:
    """Whether no step of this actor lies between two."""
    columns = queries.step_index(journey)
    between = journey.steps[columns[before] + 1 : columns[step]]
    return not any(takes_part(one, actor) for one in between)
