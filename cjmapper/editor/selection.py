"""Which things are selected: an ordered choice of ids, and what is worth selecting after an undo.

A selection is never part of a document and never a step of its history.
"""

from collections.abc import Iterable
from typing import NamedTuple

from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.diff import Difference
from cjmapper.model.entities import EntityKind, MapPart

Selection = tuple[str, ...]


class Chosen(NamedTuple):
    """The things that are selected in a map, and of which types they are."""

    journey: d.JourneyMap
    selection: Selection
    parts: tuple[MapPart, ...]
    kinds: frozenset[type[MapPart]]

    @property
    def cards(self) -> tuple[d.Card, ...]:
        """The cards among them, in reading order."""
        names = tuple(one.id for one in self.parts if isinstance(one, d.Card))
        return queries.reading_order(self.journey, names)


_WORTH = (
    (EntityKind.PHASE,),
    (EntityKind.LANE,),
    (EntityKind.STEP,),
    (EntityKind.CARD, EntityKind.EMOTION),
    (EntityKind.TRANSITION, EntityKind.LINK),
)
"""What is selected of things that changed together: the largest, not all that stands in it."""


def chosen_in(journey: d.JourneyMap, selection: Selection) -> Chosen:
    """What these ids name in a map."""
    parts = tuple(one for name in selection if (one := queries.part(journey, name)) is not None)
    return Chosen(journey, selection, parts, frozenset(type(one) for one in parts))


def existing(journey: d.JourneyMap, names: Iterable[str]) -> Selection:
    """Those of these ids that name something in the map, each once."""
    return tuple(
        name for name in dict.fromkeys(names) if queries.kind_of(journey, name) is not None
    )


def toggled(selection: Selection, name: str) -> Selection:
    """The selection with one more, or without it where it was selected."""
    if name in selection:
        return tuple(one for one in selection if one != name)
    return (*selection, name)


def extended(selection: Selection, name: str) -> Selection:
    """The selection going on to `name`; going back to the one before takes the last one away."""
    if selection[-2:-1] == (name,):
        return selection[:-1]
    return (*(one for one in selection if one != name), name)


def joined(selection: Selection, names: Iterable[str]) -> Selection:
    """The selection and these, each once, in the order they were selected."""
    return tuple(dict.fromkeys((*selection, *names)))


def changed_by(difference: Difference, journey: d.JourneyMap, former: Selection = ()) -> Selection:
    """What to select of what came back or changed: what came first of all, else what changed.

    Nothing of a map that came back as a whole. Of things that only changed places with each other
    those that were selected before (`former`) are the ones that a person moved.
    """
    if EntityKind.MAP in difference.added.values():
        return ()
    for names in (difference.added, difference.changed | difference.moved):
        for kinds in _WORTH:
            found = existing(journey, [name for name, kind in names.items() if kind in kinds])
            if found:
                only_moved = all(name in difference.moved for name in found)
                mine = existing(journey, former)
                alike = {queries.kind_of(journey, name) for name in mine} <= set(kinds)
                return mine if mine and only_moved and alike else found
    return ()
