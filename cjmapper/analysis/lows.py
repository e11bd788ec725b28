"""Emotional lows: where one actor's felt curve has a bottom, and how deep it is."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from cjmapper.analysis.shown import mean, shown_cards, shown_readings, takes_part
from cjmapper.model import ids, queries
from cjmapper.model.document import Card, JourneyMap
from cjmapper.model.figures import Fall, Low, Lows
from cjmapper.model.vocabulary import CardKind, EmotionView

_HIGHEST_LOW = -1.0
_SAME = 1e-9

Plateau = tuple[tuple[ids.StepId, ...], float]
"""Neighbouring steps of one value."""


def lows_of(journey: JourneyMap) -> Lows:
    """The lows and falls of every actor who felt anything, the worst first.

    By value, then prominence (one that is not known last), then the order of the steps.
    """
    columns = queries.step_index(journey)
    lows: list[Low] = []
    falls: list[Fall] = []
    measured: set[str] = set()
    for actor, of_steps in shown_readings(journey, EmotionView.FELT).items():
        steps = sorted((step for step in of_steps if step in columns), key=columns.__getitem__)
        values = [mean(of_steps[step]) for step in steps]
        measured.update(steps)
        lows += _lows(actor, _plateaus(journey, actor, steps, values))
        falls += [
            Fall(actor, start, to, after - before)
            for (start, before), (to, after) in pairwise(zip(steps, values, strict=True))
            if after < before - _SAME
        ]
    pains = _pains(journey) if lows else []
    lows = [msgspec.structs.replace(low, pain=_worst(low, pains)) for low in lows]
    lows.sort(key=lambda low: (round(low.value, 9), -_known(low.prominence), columns[low.step]))
    falls.sort(key=lambda fall: (round(fall.change, 9), columns[fall.start]))
    return Lows(tuple(lows), tuple(falls), len(measured), len(journey.steps))


def _pains(journey: JourneyMap) -> list[Card]:
    return [card for card, _ in shown_cards(journey) if card.kind is CardKind.PAIN and card.text]


def _worst(low: Low, pains: Sequence[Card]) -> ids.CardId | None:
    """Of the pains at a low the worst one; the actor's own before those of others."""
    there = [card for card in pains if card.step in low.steps]
    if not there:
        return None
    return max(there, key=lambda card: (card.actor == low.actor, card.severity or 0)).id


def _known(prominence: float | None) -> float:
    return -1.0 if prominence is None else round(prominence, 9)


def _plateaus(
    journey: JourneyMap,
    actor: ids.ActorId | None,
    steps: Sequence[ids.StepId],
    values: Sequence[float],
) -> list[Plateau]:
    """Equal neighbours together, unless a step of this actor between them was not measured."""
    columns = queries.step_index(journey)
    found: list[Plateau] = []
    for step, value in zip(steps, values, strict=True):
        if found:
            before, level = found[-1]
            between = journey.steps[columns[before[-1]] + 1 : columns[step]]
            unmeasured = any(takes_part(one, actor) for one in between)
            if abs(value - level) <= _SAME and not unmeasured:
                found[-1] = ((*before, step), level)
                continue
        found.append(((step,), value))
    return found


def _lows(actor: ids.ActorId | None, plateaus: Sequence[Plateau]) -> list[Low]:
    levels = [value for _, value in plateaus]
    lows = []
    for index, (steps, value) in enumerate(plateaus):
        before, after = levels[:index][::-1], levels[index + 1 :]
        beside = (*before[:1], *after[:1])
        if value <= _HIGHEST_LOW + _SAME and all(other >= value - _SAME for other in beside):
            climbs = [_climb(side, value) for side in (before, after) if side]
            lows.append(Low(actor, steps, value, min(climbs, default=None)))
    return lows


def _climb(side: Sequence[float], value: float) -> float:
    """How high one comes on the way outwards before something lower."""
    highest = value
    for other in side:
        if other < value - _SAME:
            break
        highest = max(highest, other)
    return highest - value
