"""A document by `json` and checks written by hand: the other side of P14.

Reads what the made-up maps hold, by the same rules and into the same values: every field has its
form and range, every id is unique and well made, every reference leads somewhere, columns are in
order, cards stand in lanes that take them. Only fields that are there are looked at, which is as
quick as this gets.
"""

import json
import math
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from cjmapper.model import document as d
from cjmapper.model import lane_rules
from cjmapper.model import vocabulary as v
from cjmapper.model.extra import Entity

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ENDS = frozenset({"START", "GOAL", "DROP"})
_MOST_TEXT = 20_000
_MOST_NUMBER = 1e6
_MOST_OBJECTS = 50_000
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})

Check = Callable[[Any], Any]


def load(content: bytes) -> d.Document:
    """The document in `content`; ValueError with what is wrong."""
    raw = json.loads(content.translate(None, _CONTROLS))
    if not isinstance(raw, dict) or raw.get("format") != 1:
        raise ValueError("no map")
    document = d.Document(**_fields(raw, _DOCUMENT))
    _check(document)
    return document


def _fields(raw: dict[str, Any], checks: Mapping[str, tuple[str, Check]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in raw.items():
        known = checks.get(name)
        if known is None:
            found.setdefault("extra", {})[name] = value
        else:
            found[known[0]] = known[1](value)
    return found


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("no text")
    if len(value) > _MOST_TEXT:
        raise ValueError("text too long")
    return value


def _name(value: Any) -> str:
    if type(value) is not str or _ID.fullmatch(value) is None:
        raise ValueError("no id")
    return value


def _maybe(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _between(low: float, high: float) -> Check:
    def check(value: Any) -> float:
        if type(value) not in {int, float} or not low <= value <= high:
            raise ValueError("out of range")
        if not math.isfinite(value):
            raise ValueError("no number")
        return float(value)

    return check


def _whole(low: int, high: float = _MOST_NUMBER) -> Check:
    def check(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise ValueError("out of range")
        return value

    return check


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("neither true nor false")
    return value


def _colour(value: Any) -> str:
    if type(value) is not str or _COLOUR.fullmatch(value) is None:
        raise ValueError("no colour")
    return value


def _word(kind: type[v.Vocabulary]) -> Check:
    known = {word.value: word for word in kind}

    def check(value: Any) -> v.Vocabulary:
        if type(value) is not str or value not in known:
            raise ValueError("unknown word")
        return known[value]

    return check


def _several(check: Check) -> Check:
    def checked(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise ValueError("no list")
        return tuple([check(one) for one in value])

    return checked


def _objects(kind: type[Entity], checks: Mapping[str, tuple[str, Check]]) -> Check:
    def checked(value: Any) -> tuple[Entity, ...]:
        if type(value) is not list:
            raise ValueError("no list")
        return tuple([kind(**_fields(one, checks)) for one in value])

    return checked


def _same(**checks: Check) -> dict[str, tuple[str, Check]]:
    return {name: (name, check) for name, check in checks.items()}


_ACTOR = _same(id=_name, name=_text, goal=_text, context=_text, quote=_text)
_PHASE = _same(id=_name, key=_text, name=_text, kind=_word(v.PhaseKind), period=_word(v.Period))
_STEP = _same(
    id=_name,
    key=_text,
    phase=_name,
    title=_text,
    moment_of_truth=_flag,
    measure_here=_flag,
    width_mm=_maybe(_between(0, 10_000)),
)
_LANE = _same(
    id=_name,
    kind=_word(v.LaneKind),
    title=_text,
    zone=_word(v.Zone),
    actor=_maybe(_name),
    hidden=_flag,
    height_mm=_maybe(_between(0, 10_000)),
)
_CARD = _same(
    id=_name,
    kind=_word(v.CardKind),
    lane=_maybe(_name),
    step=_maybe(_name),
    span=_whole(1),
    text=_text,
    actor=_maybe(_name),
    color=_maybe(_colour),
    channel=_maybe(_name),
    status=_word(v.TouchpointStatus),
    promise=_text,
    severity=_maybe(_whole(1, 5)),
    reach=_maybe(_between(0, 1)),
    likelihood=_maybe(_whole(1, 5)),
    department=_maybe(_name),
)
_EMOTION = _same(
    id=_name,
    step=_name,
    actor=_maybe(_name),
    view=_word(v.EmotionView),
    value=_between(-2, 2),
    words=_several(_text),
    n=_whole(1, 1e12),
)
_TRANSITION = {
    **_same(
        id=_name,
        to=_name,
        kind=_word(v.TransitionKind),
        share=_maybe(_between(0, 1)),
        actor=_maybe(_name),
        note=_text,
    ),
    "from": ("start", _name),
}
_LINK = {**_same(id=_name, to=_name, kind=_word(v.LinkKind), text=_text), "from": ("start", _name)}
_MAP = _same(
    id=_name,
    title=_text,
    actors=_several(_name),
    phases=_objects(d.Phase, _PHASE),
    lanes=_objects(d.Lane, _LANE),
    steps=_objects(d.Step, _STEP),
    cards=_objects(d.Card, _CARD),
    emotions=_objects(d.Emotion, _EMOTION),
    transitions=_objects(d.Transition, _TRANSITION),
    links=_objects(d.Link, _LINK),
)
_DOCUMENT = _same(
    format=_whole(1, 1),
    id=_name,
    title=_text,
    language=_word(v.Language),
    actors=_objects(d.Actor, _ACTOR),
    maps=_objects(d.JourneyMap, _MAP),
)


def _check(document: d.Document) -> None:
    if not document.maps:
        raise ValueError("no map")
    seen: set[str] = set()
    _unique(seen, (document,))
    _unique(seen, document.actors)
    actors = {actor.id for actor in document.actors}
    for journey in document.maps:
        _unique(seen, (journey,))
        for parts in (journey.phases, journey.lanes, journey.steps, journey.cards):
            _unique(seen, parts)
        for others in (journey.emotions, journey.transitions, journey.links):
            _unique(seen, others)
        _check_columns(journey)
        _check_cards(journey, actors)
        _check_references(journey, actors)
    if len(seen) > _MOST_OBJECTS:
        raise ValueError("too much")


def _unique(seen: set[str], entries: Collection[Any]) -> None:
    for entry in entries:
        if entry.id in seen:
            raise ValueError("an id twice")
        seen.add(entry.id)


def _check_columns(journey: d.JourneyMap) -> None:
    order = {phase.id: index for index, phase in enumerate(journey.phases)}
    former = 0
    for step in journey.steps:
        if step.id in _ENDS or step.phase not in order:
            raise ValueError("a step that can't be")
        if order[step.phase] < former:
            raise ValueError("steps out of order")
        former = order[step.phase]
    if {step.phase for step in journey.steps} != set(order):
        raise ValueError("a phase without a step")
    for keyed in (journey.phases, journey.steps):
        if len({one.key for one in keyed}) < len(keyed):
            raise ValueError("a key twice")


def _check_cards(journey: d.JourneyMap, actors: Collection[str]) -> None:
    lanes = {lane.id: lane for lane in journey.lanes}
    steps = {step.id for step in journey.steps}
    for card in journey.cards:
        if (card.lane is None) != (card.step is None):
            raise ValueError("a card that half stands")
        if card.step is not None and card.step not in steps:
            raise ValueError("an unknown step")
        if card.lane is not None:
            lane = lanes.get(card.lane)
            if lane is None or not lane_rules.accepts(lane.kind, card.kind):
                raise ValueError("a lane that does not take the card")
        if card.actor is not None and card.actor not in actors:
            raise ValueError("an unknown actor")


def _check_references(journey: d.JourneyMap, actors: Collection[str]) -> None:
    steps = {step.id for step in journey.steps}
    ends = steps | _ENDS
    cards = {card.id for card in journey.cards}
    for reading in journey.emotions:
        if reading.step not in steps:
            raise ValueError("an unknown step")
        if reading.actor is not None and reading.actor not in actors:
            raise ValueError("an unknown actor")
    for transition in journey.transitions:
        if transition.start not in ends - {"GOAL", "DROP"} or transition.to not in ends - {"START"}:
            raise ValueError("an unknown step")
    for link in journey.links:
        if link.start not in cards or link.to not in cards:
            raise ValueError("an unknown card")
