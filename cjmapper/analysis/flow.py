"""How many come how far: the map as an absorbing Markov chain, solved by plain elimination.

Expected visits V solve V = start + V·Q, where Q holds the shares from step to step; the
probability of ever meeting a step is V(s) divided by the visits expected of one who begins there.
"""

from collections.abc import Collection, Sequence

from cjmapper.analysis.elimination import Eliminated, eliminated
from cjmapper.analysis.paths import counted_paths, first_path
from cjmapper.model import ids, queries
from cjmapper.model.document import JourneyMap, Transition
from cjmapper.model.figures import Flow, FlowBasis, Loss, PhaseReach

_WHOLE = 0.005
"""How far shares together may be from 1."""
_ENDS = frozenset({ids.GOAL, ids.DROP})

Rows = dict[str, dict[str, float]]
"""By where one stands: the share who go on to each place."""


def flow_of(journey: JourneyMap) -> Flow:
    """Visits, reach, losses and the share who reach the goal; None of it is guessed.

    A path that is the only one from its step needs no share. Paths of other actors than the
    first do not count where there are ways of its own or of everyone's.
    """
    paths = counted_paths(journey)
    if not paths:
        return _without_shares(journey, FlowBasis.ORDER)
    if all(path.share is None for path in paths):
        return _without_shares(journey, FlowBasis.UNSHARED)
    rows, unsaid = _reached(journey, paths)
    if unsaid:
        return _without_shares(journey, FlowBasis.PARTIAL, unsaid)
    return _solved(journey, rows)


def _without_shares(journey: JourneyMap, basis: FlowBasis, unsaid: tuple[str, ...] = ()) -> Flow:
    """Everyone comes everywhere, as far as anybody has said."""
    return Flow(basis=basis, reach={step.id: 1.0 for step in journey.steps}, unsaid=unsaid)


def _reached(journey: JourneyMap, paths: list[Transition]) -> tuple[Rows, tuple[str, ...]]:
    """The shares of every place that can be come to, and those that do not say all of them."""
    leaving: dict[str, list[Transition]] = {}
    for path in paths:
        leaving.setdefault(path.start, []).append(path)
    if ids.START not in leaving:
        leaving[ids.START] = [first_path(journey)]
    rows: Rows = {}
    unsaid: set[str] = set()
    ahead: list[str] = [ids.START]
    while ahead:
        place = ahead.pop()
        if place in rows or place in unsaid or place in _ENDS:
            continue
        row = _row(leaving.get(place, []))
        if row is None:
            unsaid.add(place)
        else:
            rows[place] = row
            ahead += row
    places = (ids.START, *(step.id for step in journey.steps))
    return rows, tuple(place for place in places if place in unsaid)


def _row(paths: list[Transition]) -> dict[str, float] | None:
    """Where all go on to from one place; None where that is not said."""
    shares = [1.0 if path.share is None and len(paths) == 1 else path.share for path in paths]
    known = [share for share in shares if share is not None]
    if len(known) < len(shares) or abs(sum(known) - 1) > _WHOLE:
        return None
    row: dict[str, float] = {}
    for path, share in zip(paths, known, strict=True):
        if share > 0:
            row[path.to] = row.get(path.to, 0.0) + share
    return row


def _solved(journey: JourneyMap, rows: Rows) -> Flow:
    """The figures, where every place that is reached says where all go on to."""
    steps = [step.id for step in journey.steps if step.id in rows]
    chain = _chain(steps, rows, frozenset())
    if chain is None:
        return _without_shares(journey, FlowBasis.ENDLESS)
    begun = [rows[ids.START].get(step, 0.0) for step in steps]
    visits = dict(zip(steps, chain.solved(begun), strict=True))
    lost = {step: visits[step] * rows[step].get(ids.DROP, 0.0) for step in steps}
    losses = [Loss(step, share) for step, share in lost.items() if share > 0]
    losses.sort(key=lambda loss: -round(loss.share, 9))
    everywhere = {step.id: 0.0 for step in journey.steps}
    return Flow(
        basis=FlowBasis.SHARES,
        goal=rows[ids.START].get(ids.GOAL, 0.0)
        + sum(visits[step] * rows[step].get(ids.GOAL, 0.0) for step in steps),
        losses=tuple(losses),
        visits=everywhere | visits,
        reach=everywhere | _reach(steps, rows, visits, chain),
        leaving={step: rows[step].get(ids.DROP, 0.0) for step in steps},
        phases=_phases(journey, steps, rows, begun),
    )


def _chain(steps: Sequence[ids.StepId], rows: Rows, final: Collection[str]) -> Eliminated | None:
    """I − Q, turned, ready to solve; nobody goes on from the steps of `final`."""
    place = {step: index for index, step in enumerate(steps)}
    matrix: list[dict[int, float]] = [{index: 1.0} for index in range(len(steps))]
    for start, index in place.items():
        if start not in final:
            for to, share in rows[start].items():
                if to in place:
                    into = matrix[place[ids.StepId(to)]]
                    into[index] = into.get(index, 0.0) - share
    return eliminated(matrix)


def _reach(
    steps: Sequence[ids.StepId], rows: Rows, visits: dict[ids.StepId, float], chain: Eliminated
) -> dict[ids.StepId, float]:
    """The probability of ever meeting each step: its visits by those of one who begins there."""
    place: dict[str, int] = {step: index for index, step in enumerate(steps)}
    loops = any(place.get(to, len(place)) <= place[step] for step in steps for to in rows[step])
    if not loops:
        return visits
    found = {}
    for index, step in enumerate(steps):
        alone = [0.0] * len(steps)
        alone[index] = 1.0
        found[step] = visits[step] / chain.solved(alone)[index]
    return found


def _phases(
    journey: JourneyMap, steps: Sequence[ids.StepId], rows: Rows, begun: Sequence[float]
) -> tuple[PhaseReach, ...]:
    """Of all who start, how many meet any step of each phase that can be come to."""
    found = []
    for phase in journey.phases:
        own = {step.id for step in queries.steps_of_phase(journey, phase.id)}
        chain = _chain(steps, rows, own)
        if chain is not None:
            met = zip(steps, chain.solved(begun), strict=True)
            found.append(PhaseReach(phase.id, sum(share for step, share in met if step in own)))
    return tuple(found)
