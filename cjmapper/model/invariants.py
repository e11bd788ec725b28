"""What a document must be to be one: refused on load, kept by every edit.

Only structure is judged here. What is merely unfinished or doubtful (a sub-map that is missing,
felt readings in a wished-for map, shares that do not add up) loads and is a finding elsewhere.
"""

import hashlib
import math
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from operator import attrgetter
from typing import Protocol

import msgspec

from cjmapper.errors import InvariantError
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules
from cjmapper.model.entities import MAP_PARTS, REGISTERS, EntityKind, MapPart, parts, registered
from cjmapper.model.extra import Entity
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.references import NESTED, REFERENCES, Reference, targets

_Ids = Mapping[EntityKind, Set[str]]
"""The ids there are, by what they name."""

_HUGE = math.inf
MAX_LENGTH_MM = 10_000
"""No column is wider and no lane higher than this."""
MAX_MARGIN_MM = 100
MAX_DISTANCE_M = 100
"""No poster is read from further away."""


class Range(msgspec.Struct, frozen=True):
    """The bounds of a number, both included; `above` means that the lower one is not."""

    field: str
    low: float
    high: float
    code: str
    above: bool = False


def _from_one_to_five(field: str) -> Range:
    return Range(field, 1, 5, f"{field}_range")


def _share(field: str) -> Range:
    return Range(field, 0, 1, f"{field}_range")


_SIZE = "size_range"
_COUNT = "count_range"

RANGES: dict[type[Entity], tuple[Range, ...]] = {
    d.Evidence: (Range("n", 1, _HUGE, _COUNT),),
    d.Measurement: (
        Range("value", -_HUGE, _HUGE, "number_not_finite"),
        Range("n", 1, _HUGE, _COUNT),
    ),
    d.Metric: (Range("target", -_HUGE, _HUGE, "number_not_finite"),),
    d.Step: (Range("width_mm", 0, MAX_LENGTH_MM, _SIZE, above=True),),
    d.Lane: (Range("height_mm", 0, MAX_LENGTH_MM, _SIZE, above=True),),
    d.Card: (
        Range("span", 1, _HUGE, "span_range"),
        _from_one_to_five("severity"),
        _share("reach"),
        _from_one_to_five("likelihood"),
        _from_one_to_five("consequence"),
    ),
    d.Emotion: (Range("value", -2, 2, "emotion_value_range"), Range("n", 1, _HUGE, _COUNT)),
    d.Transition: (_share("share"), Range("count", 0, _HUGE, _COUNT)),
    d.Action: (_from_one_to_five("effect"), _from_one_to_five("effort")),
    PosterSettings: (
        Range("margin_mm", 0, MAX_MARGIN_MM, "margin_range"),
        Range("distance_m", 0, MAX_DISTANCE_M, "distance_range", above=True),
    ),
    d.VoteRound: (
        Range("dots_each", 0, _HUGE, _COUNT),
        Range("voters", 0, _HUGE, _COUNT),
        Range("max_per_card", 0, _HUGE, _COUNT),
    ),
}
"""The numbers of each type and their bounds; None is always allowed where a field may be absent."""


class Known(Protocol):
    """The ids there are, by what they name."""

    def __getitem__(self, kind: EntityKind, /) -> Container[str]:
        """The ids of one kind."""


def check(document: d.Document) -> None:
    """Raise the first breach of a rule as an `InvariantError` with its place; else nothing."""
    for breach in violations(document):
        raise breach


def violations(document: d.Document) -> Iterator[InvariantError]:
    """Every breach of a rule, each with a place such as ``maps[0].emotions[3].value``."""
    if not document.maps:
        yield InvariantError("map_missing", "maps")
    owned = [_own_ids(journey) for journey in document.maps]
    shared = _shared_ids(document, owned)
    yield from _id_breaches(document, shared)
    yield from entity_breaches(document, shared)
    for kind, field in REGISTERS.items():
        for index, entry in enumerate(registered(document, kind)):
            yield from _placed(entity_breaches(entry, shared), f"{field}[{index}]")
    for index, asset in enumerate(document.assets):
        if hashlib.sha256(asset.data).hexdigest() != asset.id:
            yield InvariantError("asset_id_wrong", f"assets[{index}].id", id=asset.id)
    for index, journey in enumerate(document.maps):
        yield from _map_breaches(journey, f"maps[{index}]", shared, owned[index])
    yield from _cycle_breaches(document)


def entity_breaches(entity: Entity, known: Known) -> Iterator[InvariantError]:
    """The breaches within one thing: its numbers and its references."""
    for bounds in RANGES.get(type(entity), ()):
        number = getattr(entity, bounds.field)
        if number is not None and not _within(number, bounds):
            yield InvariantError(bounds.code, bounds.field, value=number)
    for reference in REFERENCES.get(type(entity), ()):
        if getattr(entity, reference.field) and not reference.may_miss:
            yield from _reference_breaches(entity, reference, known)
    if isinstance(entity, d.Transition | d.VoteRound):
        yield from _own_breaches(entity)
    for field in NESTED.get(type(entity), ()):
        inner = getattr(entity, field)
        if not isinstance(inner, tuple):
            yield from _placed(entity_breaches(inner, known), field)
            continue
        for index, value in enumerate(inner):
            yield from _placed(entity_breaches(value, known), f"{field}[{index}]")


def step_order_breaches(journey: d.JourneyMap) -> Iterator[InvariantError]:
    """Breaches of the columns: phases with steps, in the order of the phases; keys unique."""
    if not journey.phases:
        yield InvariantError("phase_missing", "phases")
    order = {phase.id: index for index, phase in enumerate(journey.phases)}
    former = -1
    for index, step in enumerate(journey.steps):
        column = order.get(step.phase, former)
        if column < former:
            yield InvariantError("step_order", f"steps[{index}].phase", id=step.id)
        former = max(former, column)
    used = {step.phase for step in journey.steps}
    for index, phase in enumerate(journey.phases):
        if phase.id not in used:
            yield InvariantError("phase_needs_step", f"phases[{index}]", id=phase.id)
    for field in ("phases", "steps"):
        keys: set[str] = set()
        for index, keyed in enumerate(getattr(journey, field)):
            if keyed.key in keys:
                yield InvariantError("key_twice", f"{field}[{index}].key", key=keyed.key)
            keys.add(keyed.key)


def cycle(document: d.Document, field: str) -> tuple[ids.MapId, ...]:
    """The maps of a circle of `submap` or `compares_to`; empty where there is none."""
    following = _followed(document, field)
    done: set[str] = set()
    for start in following:
        path: list[ids.MapId] = []
        on_path: set[ids.MapId] = set()
        trail = [iter((start,))]
        while trail:
            step = next(trail[-1], None)
            if step is None:
                trail.pop()
                if path:
                    left = path.pop()
                    on_path.discard(left)
                    done.add(left)
            elif step in on_path:
                return tuple(path[path.index(step) :])
            elif step not in done:
                path.append(step)
                on_path.add(step)
                trail.append(iter(following.get(step, ())))
    return ()


def _followed(document: d.Document, field: str) -> dict[ids.MapId, tuple[ids.MapId, ...]]:
    if field == "compares_to":
        return {
            journey.id: (journey.compares_to,) for journey in document.maps if journey.compares_to
        }
    return {
        journey.id: tuple(step.submap for step in journey.steps if step.submap)
        for journey in document.maps
    }


def _within(number: float, bounds: Range) -> bool:
    if not bounds.low <= number <= bounds.high:
        return False
    return math.isfinite(number) and not (bounds.above and number == bounds.low)


def _reference_breaches(
    entity: Entity, reference: Reference, known: Known
) -> Iterator[InvariantError]:
    value = getattr(entity, reference.field)
    for index, name in enumerate(targets(entity, reference)):
        if name in reference.words or any(name in known[kind] for kind in reference.to):
            continue
        place = reference.field
        if isinstance(value, tuple):
            place = f"{place}[{index}]"
        elif isinstance(value, dict):
            place = f"{place}.{name}"
        yield InvariantError("reference_unknown", _file_name(place), id=name)


def _file_name(place: str) -> str:
    """The name a field has in the file."""
    return "from" if place == "start" else place


def _own_breaches(entity: d.Transition | d.VoteRound) -> Iterator[InvariantError]:
    if isinstance(entity, d.VoteRound):
        for name, votes in entity.tally.items():
            if votes < 0:
                yield InvariantError(_COUNT, f"tally.{name}", value=votes)
        return
    if entity.start in {ids.GOAL, ids.DROP}:
        yield InvariantError("leaves_the_end", "from", id=entity.start)
    if entity.to == ids.START:
        yield InvariantError("enters_the_start", "to", id=entity.to)


def _placed(breaches: Iterator[InvariantError], place: str) -> Iterator[InvariantError]:
    for breach in breaches:
        inner = f"{place}.{breach.place}" if breach.place else place
        yield InvariantError(breach.code, inner, **breach.values)


def _own_ids(journey: d.JourneyMap) -> _Ids:
    return {kind: set(map(attrgetter("id"), parts(journey, kind))) for kind in MAP_PARTS}


def _shared_ids(document: d.Document, owned: Sequence[_Ids]) -> _Ids:
    known: dict[EntityKind, Set[str]] = {
        EntityKind.DOCUMENT: {document.id},
        EntityKind.MAP: {journey.id for journey in document.maps},
    }
    known.update({kind: {entry.id for entry in registered(document, kind)} for kind in REGISTERS})
    if len(owned) == 1:
        return {**known, **owned[0]}
    known.update({kind: set().union(*(own[kind] for own in owned)) for kind in MAP_PARTS})
    return known


def _map_breaches(
    journey: d.JourneyMap, place: str, shared: _Ids, own: _Ids
) -> Iterator[InvariantError]:
    known = {**shared, **own}
    yield from _placed(entity_breaches(journey, shared), place)
    yield from _placed(step_order_breaches(journey), place)
    for kind, field in MAP_PARTS.items():
        # A comment may point into another map; all else points within its own.
        reach = shared if kind is EntityKind.COMMENT else known
        found = parts(journey, kind)
        if _sound(found, reach):
            continue
        for index, part in enumerate(found):
            for breach in entity_breaches(part, reach):
                inner = f"{place}.{field}[{index}].{breach.place}"
                yield InvariantError(breach.code, inner, **breach.values)
    yield from _placed(_standing_breaches(journey), place)


def _sound(items: tuple[MapPart, ...], known: _Ids) -> bool:
    """Whether a list surely has no breach, judged a field at a time by its distinct values."""
    if not items:
        return True
    kind = type(items[0])
    if kind is d.VoteRound:
        return False
    for bounds in RANGES.get(kind, ()):
        numbers = set(map(attrgetter(bounds.field), items))
        if not all(number is None or _within(number, bounds) for number in numbers):
            return False
    for reference in REFERENCES.get(kind, ()):
        if reference.may_miss:
            continue
        values = set(map(attrgetter(reference.field), items))
        names = {name for value in values if isinstance(value, tuple) for name in value}
        names.update(value for value in values if isinstance(value, str))
        names.difference_update(reference.words, *(known[target] for target in reference.to))
        if names:
            return False
    if kind is d.Transition:
        starts, ends = (set(map(attrgetter(field), items)) for field in ("start", "to"))
        return starts.isdisjoint({ids.GOAL, ids.DROP}) and ids.START not in ends
    return True


def card_breach(lane: d.Lane | None, card: d.Card) -> InvariantError | None:
    """What is wrong with where a card stands (`lane` is the one it names), if anything."""
    if (card.lane is None) != (card.step is None):
        return InvariantError("card_half_placed", id=card.id)
    if lane is None or lane_rules.accepts(lane.kind, card.kind):
        return None
    values = {"id": card.id, "kind": card.kind.value, "lane": lane.kind.value}
    return InvariantError("lane_refuses_card", "kind", **values)


def _standing_breaches(journey: d.JourneyMap) -> Iterator[InvariantError]:
    lanes = {lane.id: lane for lane in journey.lanes}
    samples = {(card.lane, card.step is None, card.kind): card for card in journey.cards}
    if all(
        card_breach(lanes.get(card.lane) if card.lane else None, card) is None
        for card in samples.values()
    ):
        return
    for index, card in enumerate(journey.cards):
        breach = card_breach(lanes.get(card.lane) if card.lane else None, card)
        if breach is not None:
            yield from _placed(iter((breach,)), f"cards[{index}]")


def _id_breaches(document: d.Document, shared: _Ids) -> Iterator[InvariantError]:
    if _ids_sound(document, shared):
        return
    seen: set[str] = set()
    for place, reserved, name in _all_ids(document):
        if ids.ID_PATTERN.fullmatch(name) is None:
            yield InvariantError("id_malformed", place, id=name)
        elif reserved and name in ids.RESERVED:
            yield InvariantError("id_reserved", place, id=name)
        elif name in seen:
            yield InvariantError("id_twice", place, id=name)
        seen.add(name)


def _ids_sound(document: d.Document, shared: _Ids) -> bool:
    count = 1 + sum(len(registered(document, kind)) for kind in REGISTERS)
    for journey in document.maps:
        count += 1 + sum(len(parts(journey, kind)) for kind in MAP_PARTS)
    names: Set[str] = set().union(*shared.values())
    reserved = not shared[EntityKind.STEP].isdisjoint(ids.RESERVED)
    return len(names) == count and not reserved and _well_formed(names)


def _well_formed(names: Set[str]) -> bool:
    """Whether every name is an id, their characters looked at as one text."""
    written = "".join(names)
    if not written.isascii() or written.encode().translate(None, ids.ID_SIGNS.encode()):
        return False
    return "" not in names and max(map(len, names)) <= ids.MOST_SIGNS


def _all_ids(document: d.Document) -> Iterator[tuple[str, bool, str]]:
    yield "id", False, document.id
    for kind, field in REGISTERS.items():
        for index, entry in enumerate(registered(document, kind)):
            yield f"{field}[{index}].id", False, entry.id
    for number, journey in enumerate(document.maps):
        yield f"maps[{number}].id", False, journey.id
        for kind, field in MAP_PARTS.items():
            for index, part in enumerate(parts(journey, kind)):
                yield f"maps[{number}].{field}[{index}].id", kind is EntityKind.STEP, part.id


def _cycle_breaches(document: d.Document) -> Iterator[InvariantError]:
    if circle := cycle(document, "submap"):
        yield InvariantError("submap_cycle", "maps", id=circle[0])
    if circle := cycle(document, "compares_to"):
        yield InvariantError("compares_to_cycle", "maps", id=circle[0])
