"""A template as it looks once somebody has worked with it, for its picture on the start screen."""

import msgspec

from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.lane_rules import accepted_kinds
from cjmapper.model.vocabulary import LaneKind

_FEELINGS = (0.5, 1.0, -0.5, -1.5, 0.0, 1.5, 1.0, 2.0)
_LENGTHS = ("Aaaaa aaaa", "Aaaa aaa aaaaaa aaaa aa", "Aaaaaa aaa", "Aaa aaaaa aaaa aaaa")
_EVERY = 5
_FILLED = (0, 2, 3)


def lived_in(document: d.Document) -> d.Document:
    """The document with some cards and a curve on its first map. Only to be looked at, small."""
    journey = document.maps[0]
    cards = [
        d.Card(
            id=ids.CardId(f"card-{row}-{column}"),
            kind=accepted_kinds(lane.kind)[0],
            lane=lane.id,
            step=step.id,
            text=_LENGTHS[(row + column) % len(_LENGTHS)],
        )
        for row, lane in enumerate(journey.lanes)
        for column, step in enumerate(journey.steps)
        if accepted_kinds(lane.kind) and _has_card(row, column)
    ]
    readings = [
        d.Emotion(
            id=ids.EmotionId(f"reading-{column}"),
            step=step.id,
            value=_FEELINGS[column % len(_FEELINGS)],
        )
        for column, step in enumerate(journey.steps)
        if any(lane.kind is LaneKind.EMOTION for lane in journey.lanes)
    ]
    filled = msgspec.structs.replace(journey, cards=tuple(cards), emotions=tuple(readings))
    return msgspec.structs.replace(document, maps=(filled, *document.maps[1:]))


def _has_card(row: int, column: int) -> bool:
    return (row * 2 + column * 3) % _EVERY in _FILLED
