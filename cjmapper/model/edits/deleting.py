"""Deleting whatever is selected, and parking the cards of what is deleted, each as one edit."""

from collections.abc import Iterable

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import cards, changes
from cjmapper.model.edits.steps import respanned
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without


def delete_many(document: d.Document, map_id: str, names: Iterable[str]) -> d.Document:
    """The map without these things of any kind, what stands in them, and references to them.

    A phase goes with the last of its steps; refused with `last_phase` where none would be left.
    """
    journey = queries.map_by_id(document, map_id)
    gone = dict.fromkeys(names)
    for name in gone:
        if queries.kind_of(journey, name) is None:
            raise EditError("unknown_id", id=name)
    steps = tuple(step for step in journey.steps if step.id not in gone and step.phase not in gone)
    if not steps:
        raise EditError("last_phase", id=journey.phases[0].id)
    if len(steps) < len(journey.steps):
        left = {step.phase for step in steps}
        gone.update(dict.fromkeys(one.id for one in journey.phases if one.id not in left))
        narrowed = {"cards": respanned(journey, steps)}
        document = changes.with_map(document, journey, narrowed)
    return without(document, gone)


def delete_parking(document: d.Document, map_id: str, name: str) -> d.Document:
    """The map without this phase, step or lane, its cards parked instead of deleted."""
    journey = queries.map_by_id(document, map_id)
    inside = queries.contents(journey, name)
    held = [one for one in inside if queries.index_of(journey, EntityKind.CARD, one) is not None]
    return delete_many(cards.park_cards(document, map_id, held), map_id, (name,))
