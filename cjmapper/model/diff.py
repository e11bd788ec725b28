"""What differs between two documents: which things came, went, changed or stand elsewhere.

Compared by identity first, so that two neighbours of one history cost next to nothing.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from cjmapper.model import document as d
from cjmapper.model.entities import (
    MAP_PARTS,
    REGISTERS,
    EntityKind,
    MapPart,
    Registered,
    parts,
    registered,
)
from cjmapper.model.windows import changed_window

_NOTHING: dict[str, EntityKind] = {}


class Difference(msgspec.Struct, frozen=True):
    """The ids that differ, each with what it names, in the order of the document they stand in.

    `changed` has other fields; `moved` has the same ones at another place in its list. A map is
    `changed` only where its own fields are, not where something in it is.
    """

    added: dict[str, EntityKind] = _NOTHING
    removed: dict[str, EntityKind] = _NOTHING
    changed: dict[str, EntityKind] = _NOTHING
    moved: dict[str, EntityKind] = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.moved)


class ListDifference(msgspec.Struct, frozen=True):
    """The ids that differ between two lists."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


_Thing = MapPart | Registered | d.JourneyMap
_SAME = ListDifference()


def diff(before: d.Document, after: d.Document) -> Difference:
    """Everything that differs between two documents."""
    gathered = _Gathered()
    if before is not after:
        if _own_fields_differ(before, after, {"maps", *REGISTERS.values()}):
            gathered.changed[after.id] = EntityKind.DOCUMENT
        for kind in REGISTERS:
            gathered.take(kind, list_diff(registered(before, kind), registered(after, kind)))
        _compare_maps(before, after, gathered)
    return gathered.outcome()


def list_diff(before: Sequence[_Thing], after: Sequence[_Thing]) -> ListDifference:
    """What differs between two lists of things with ids; as few as possible count as moved."""
    if before is after:
        return _SAME
    start, before_end, after_end = changed_window(before, after)
    former: dict[str, _Thing] = {one.id: one for one in before[start:before_end]}
    now: dict[str, _Thing] = {one.id: one for one in after[start:after_end]}
    stayed = [name for name in now if name in former]
    return ListDifference(
        added=tuple(name for name in now if name not in former),
        removed=tuple(name for name in former if name not in now),
        changed=tuple(name for name in stayed if _differs(former[name], now[name])),
        moved=_moved([name for name in former if name in now], stayed),
    )


class _Gathered:
    def __init__(self) -> None:
        self.added: dict[str, EntityKind] = {}
        self.removed: dict[str, EntityKind] = {}
        self.changed: dict[str, EntityKind] = {}
        self.moved: dict[str, EntityKind] = {}

    def take(self, kind: EntityKind, found: ListDifference) -> None:
        self.added.update(dict.fromkeys(found.added, kind))
        self.removed.update(dict.fromkeys(found.removed, kind))
        self.changed.update(dict.fromkeys(found.changed, kind))
        self.moved.update(dict.fromkeys(found.moved, kind))

    def outcome(self) -> Difference:
        return Difference(self.added, self.removed, self.changed, self.moved)


def _compare_maps(before: d.Document, after: d.Document, gathered: _Gathered) -> None:
    former: dict[str, d.JourneyMap] = {journey.id: journey for journey in before.maps}
    now: dict[str, d.JourneyMap] = {journey.id: journey for journey in after.maps}
    added = tuple(name for name in now if name not in former)
    removed = tuple(name for name in former if name not in now)
    moved = _moved(
        [name for name in former if name in now], [name for name in now if name in former]
    )
    gathered.take(EntityKind.MAP, ListDifference(added=added, removed=removed, moved=moved))
    for names, maps, kinds in ((added, now, gathered.added), (removed, former, gathered.removed)):
        for name in names:
            for kind in MAP_PARTS:
                kinds.update({part.id: kind for part in parts(maps[name], kind)})
    for name, journey in now.items():
        if name in former and former[name] is not journey:
            _compare_map(former[name], journey, gathered)


def _compare_map(before: d.JourneyMap, after: d.JourneyMap, gathered: _Gathered) -> None:
    if _own_fields_differ(before, after, set(MAP_PARTS.values())):
        gathered.changed[after.id] = EntityKind.MAP
    for kind in MAP_PARTS:
        gathered.take(kind, list_diff(parts(before, kind), parts(after, kind)))


def _own_fields_differ(
    before: d.Document | d.JourneyMap, after: d.Document | d.JourneyMap, lists: set[str]
) -> bool:
    return any(
        getattr(before, field) != getattr(after, field)
        for field in before.__struct_fields__
        if field not in lists
    )


def _differs(one: _Thing, other: _Thing) -> bool:
    return one is not other and one != other


def _moved(former: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """The names outside a longest run that kept its order (patience sorting)."""
    if former == now:
        return ()
    rank = {name: index for index, name in enumerate(former)}
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, name in enumerate(now):
        at = bisect_left(tails, rank[name])
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(rank[name])
            ends.append(index)
        else:
            tails[at] = rank[name]
            ends[at] = index
    kept: set[int] = set()
    index = ends[-1]
    while index >= 0:
        kept.add(index)
        index = back[index]
    return tuple(name for index, name in enumerate(now) if index not in kept)
