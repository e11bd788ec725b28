"""Which paths of a map count when one asks how customers go through it."""

from cjmapper.model import ids, queries
from cjmapper.model.document import JourneyMap, Transition


def counted_paths(journey: JourneyMap) -> list[Transition]:
    """Those of everyone and of the first actor; of others where there are none of these."""
    primary = queries.primary_actor(journey)
    own = {path.start for path in journey.transitions if path.actor in (None, primary)}
    return [
        path
        for path in journey.transitions
        if path.actor in (None, primary) or path.start not in own
    ]


def first_path(journey: JourneyMap) -> Transition:
    """Into the first step, where nobody has said where a journey begins."""
    to = ids.StepEnd(journey.steps[0].id)
    return Transition(id=ids.TransitionId(""), start=ids.START, to=to)
