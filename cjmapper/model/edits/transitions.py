"""Edits of transitions: how customers go from one step to another."""

from typing import Any

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without


def connect_steps(
    document: d.Document,
    map_id: str,
    ends: tuple[str, str],
    *,
    new_id: ids.TransitionId,
    actor: ids.ActorId | None = None,
) -> d.Document:
    """A transition between two ends, its kind told by their direction; none twice the same.

    Refused with `leaves_the_end`, `enters_the_start` or, for an unknown step, `reference_unknown`.
    """
    journey = queries.map_by_id(document, map_id)
    start, to = (ids.StepEnd(end) for end in ends)
    kind = usual_kind(journey, start, to)
    new = d.Transition(id=new_id, start=start, to=to, kind=kind, actor=actor)
    if any(_same(one, new) for one in journey.transitions):
        return document
    return changes.add_part(document, map_id, EntityKind.TRANSITION, new)


def usual_kind(journey: d.JourneyMap, start: str, to: str) -> v.TransitionKind:
    """Next to the following step and at the ends, skip further on, loop back, pause at itself."""
    if to == ids.DROP:
        return v.TransitionKind.DROP_OFF
    columns = queries.step_index(journey)
    if start not in columns or to not in columns:
        return v.TransitionKind.NEXT
    distance = columns[to] - columns[start]
    if distance == 0:
        return v.TransitionKind.PAUSE
    if distance < 0:
        return v.TransitionKind.LOOP_BACK
    return v.TransitionKind.NEXT if distance == 1 else v.TransitionKind.SKIP


def change_transition(
    document: d.Document, map_id: str, transition_id: str, **fields: Any
) -> d.Document:
    """Other fields of a transition, its ends (`start`, `to`) among them.

    The same document where it would become the same as another one.
    """
    place = (EntityKind.TRANSITION, transition_id)
    outcome = changes.change_part(document, map_id, place, fields)
    if outcome is document:
        return document
    journey = queries.map_by_id(outcome, map_id)
    changed = journey.transitions[changes.require(journey, *place)]
    twice = any(one is not changed and _same(one, changed) for one in journey.transitions)
    return document if twice else outcome


def delete_transition(document: d.Document, map_id: str, transition_id: str) -> d.Document:
    """No such transition, nor references to it."""
    changes.require(queries.map_by_id(document, map_id), EntityKind.TRANSITION, transition_id)
    return without(document, (transition_id,))


def _same(one: d.Transition, other: d.Transition) -> bool:
    ours = (one.start, one.to, one.kind, one.actor)
    return ours == (other.start, other.to, other.kind, other.actor)
