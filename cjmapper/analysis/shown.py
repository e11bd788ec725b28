"""What an analysis looks at: what the map shows. What is parked or hidden is not told of."""

from collections.abc import Iterator

from cjmapper.model import ids, queries
from cjmapper.model.document import Card, Emotion, JourneyMap, Step
from cjmapper.model.vocabulary import EmotionView, LaneKind


def shown_cards(journey: JourneyMap) -> Iterator[tuple[Card, ids.StepId]]:
    """The cards in lanes that are shown, with the step where each stands."""
    lanes = {lane.id for lane in journey.lanes if not lane.hidden}
    for card in journey.cards:
        if card.step is not None and card.lane in lanes:
            yield card, card.step


def shown_readings(
    journey: JourneyMap, view: EmotionView
) -> dict[ids.ActorId | None, dict[ids.StepId, tuple[Emotion, ...]]]:
    """The readings of a view by actor and step, for the actors whose curve is shown."""
    lanes = [lane for lane in journey.lanes if lane.kind is LaneKind.EMOTION and not lane.hidden]
    drawn = {lane.actor for lane in lanes}
    found = {}
    for actor, of_view in queries.curves(journey):
        if of_view is view and (None in drawn or actor in drawn):
            held = queries.readings(journey, actor, view)
            found[actor] = {ids.StepId(step): group for step, group in held.items()}
    return found


def mean(readings: tuple[Emotion, ...]) -> float:
    """The mean of several readings, each counted as often as it was given."""
    weight = sum(one.n for one in readings)
    if weight <= 0:
        return sum(one.value for one in readings) / len(readings)
    return sum(one.value * one.n for one in readings) / weight


def takes_part(step: Step, actor: ids.ActorId | None) -> bool:
    """Whether a step is one of this actor's."""
    return actor is None or not step.actors or actor in step.actors
