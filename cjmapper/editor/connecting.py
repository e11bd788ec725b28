"""Connectors by command: made, reconnected, turned round, given another kind, led to a new card.

Cards are joined by links, steps by transitions. Which two are meant is chosen elsewhere.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cjmapper.editor import names
from cjmapper.editor.feedback import Said
from cjmapper.editor.navigation import Direction
from cjmapper.editor.tools import placing
from cjmapper.layout.hits import LinkEnd
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, links, transitions

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjmapper.editor.editor import Editor
    from cjmapper.layout.result import CellKey

_SIDEWAYS = {Direction.LEFT: -1, Direction.RIGHT: 1}


class Moved(NamedTuple):
    """The end of a connector that is being moved elsewhere."""

    name: str
    end: LinkEnd


def connect(editor: Editor, owner: str, target: str) -> None:
    """A connector from a card or step to another; from the start of the journey to a step."""
    new, map_id = editor.session.new_id(), editor.map_id
    if owner in editor.layout.column_of:
        steps = (ids.START, owner) if target == ids.START else (owner, target)
        editor.run(
            names.entry("connect_steps"),
            lambda document: transitions.connect_steps(
                document, map_id, steps, new_id=ids.TransitionId(new)
            ),
            select=(new,),
        )
        if all(path.transition.id != new for path in editor.layout.transitions):
            editor.say(Said("notice.path_not_drawn"))
        return
    start, to = (names.thing_name(editor.journey, end) for end in (owner, target))
    editor.run(
        names.entry("connect", start=start, to=to),
        lambda document: links.connect_cards(
            document, map_id, (owner, target), new_id=ids.LinkId(new)
        ),
        select=(new,),
    )


def connect_to_new(editor: Editor, owner: str, cell: CellKey, index: int | None = None) -> None:
    """A new card in a cell (its last unless said) that `owner` leads to, its text open."""
    held = queries.cards_in_cell(editor.journey, *cell)
    at = len(held) if index is None else index
    editor.open_placed(_connected_card(editor, owner, cell, at))


def _connected_card(editor: Editor, owner: str, cell: CellKey, index: int) -> placing.Placement:
    card_id, link_id = (editor.session.new_id() for _ in range(2))
    map_id = editor.map_id

    def edit(document: d.Document) -> d.Document:
        slot = cards.Slot(*cell, index)
        grown = cards.add_card(document, map_id, slot, new_id=ids.CardId(card_id))
        ends = (owner, card_id)
        return links.connect_cards(grown, map_id, ends, new_id=ids.LinkId(link_id))

    return placing.Placement(
        names.entry("add_and_connect"),
        edit,
        card_id,
        (*cell, index),
        cell=cell,
        at=index,
        back_to=owner,
    )


def place_beside(editor: Editor, direction: Direction) -> tuple[CellKey, int] | None:
    """Where a new card in that direction of the selected one goes; None beside the map."""
    card = _selected_card(editor)
    if card is None or card.lane is None or card.step is None:
        return None
    journey = editor.journey
    held = queries.cards_in_cell(journey, card.lane, card.step)
    by = _SIDEWAYS.get(direction)
    if by is None:
        index = held.index(card) + (1 if direction is Direction.DOWN else 0)
        return (card.lane, card.step), index
    column = queries.step_index(journey)[card.step] + by
    if not 0 <= column < len(journey.steps):
        return None
    cell = (card.lane, journey.steps[column].id)
    return cell, len(queries.cards_in_cell(journey, *cell))


def can_add_connected(editor: Editor, direction: Direction) -> bool:
    """Whether one card is selected, with room in that direction."""
    return place_beside(editor, direction) is not None


def add_connected(editor: Editor, direction: Direction) -> None:
    """A new card beside the selected one, which leads to it; its text is open."""
    place = place_beside(editor, direction)
    card = _selected_card(editor)
    if place is not None and card is not None:
        connect_to_new(editor, card.id, *place)


def reconnect(editor: Editor, moved: Moved, target: str) -> None:
    """One end of a connector at another thing; what its ends told of its kind they tell anew."""
    field = "start" if moved.end is LinkEnd.START else "to"
    map_id, journey = editor.map_id, editor.journey
    link = queries.link(journey, moved.name)
    if link is not None:
        ends = (target, link.to) if field == "start" else (link.start, target)
        changes = _link_changes(journey, link, ends)
        _change_link(editor, link.id, partial(links.change_link, **changes))
        return
    path = queries.transition(journey, moved.name)
    if path is None:
        return
    fields = {field: ids.StepEnd(target)} | _told_anew(journey, path, field, target)
    editor.run(
        names.entry("change_transition"),
        lambda document: transitions.change_transition(document, map_id, path.id, **fields),
        select=(path.id,),
    )


def _link_changes(journey: d.JourneyMap, link: d.Link, ends: tuple[str, str]) -> dict[str, Any]:
    changes: dict[str, Any] = {"start": ids.CardId(ends[0]), "to": ids.CardId(ends[1])}
    if link.kind is _usual(journey, link.start, link.to):
        changes["kind"] = _usual(journey, *ends)
    return changes


def _usual(journey: d.JourneyMap, *ends: str) -> v.LinkKind | None:
    start, to = (queries.card(journey, end) for end in ends)
    return None if start is None or to is None else links.usual_kind(start, to)


def _told_anew(
    journey: d.JourneyMap, path: d.Transition, field: str, target: str
) -> dict[str, v.TransitionKind]:
    if path.kind is not transitions.usual_kind(journey, path.start, path.to):
        return {}
    start, to = (target, path.to) if field == "start" else (path.start, target)
    return {"kind": transitions.usual_kind(journey, start, to)}


def ends_of_selected(editor: Editor) -> tuple[str, ...]:
    """What the one selected connector comes from and leads to; empty without one."""
    one = _selected_link(editor) or _selected_path(editor)
    return () if one is None else (one.start, one.to)


def connectors_beside(editor: Editor) -> tuple[str, ...]:
    """The connectors of the selected thing, or of what the selected connector comes from.

    First those that lead away from it, then those that lead to it.
    """
    owners = _joined(editor)
    journey = editor.journey
    every: tuple[d.Link | d.Transition, ...] = (*journey.links, *journey.transitions)
    away = (one.id for one in every if one.start in owners)
    to = (one.id for one in every if one.to in owners)
    return tuple(dict.fromkeys((*away, *to)))


def has_connectors(editor: Editor) -> bool:
    """Whether something leads away from what is selected, or to it."""
    return bool(connectors_beside(editor))


def next_connector(editor: Editor) -> None:
    """Select a connector of the selected thing; again, the next one."""
    found = connectors_beside(editor)
    if found:
        here = found.index(editor.selection[0]) if editor.selection[0] in found else -1
        editor.select(found[(here + 1) % len(found)])


def _joined(editor: Editor) -> set[str]:
    """The selected thing, with the step that stands for a phase; of a connector its beginning."""
    ends = ends_of_selected(editor)
    if ends or len(editor.selection) != 1:
        return set(ends[:1])
    name = editor.selection[0]
    step = placing.selected_step(editor) if queries.phase(editor.journey, name) else None
    return {name} if step is None else {name, step}


def has_link(editor: Editor) -> bool:
    """Whether one connector between cards is selected."""
    return _selected_link(editor) is not None


def has_path(editor: Editor) -> bool:
    """Whether one path between steps is selected."""
    return _selected_path(editor) is not None


def set_link_kind(editor: Editor, kind: v.LinkKind) -> None:
    """The selected connector says something else of its cards."""
    link = _selected_link(editor)
    if link is not None:
        _change_link(editor, link.id, partial(links.change_link, kind=kind))


def reverse(editor: Editor) -> None:
    """The selected connector the other way round."""
    link = _selected_link(editor)
    if link is not None:
        _change_link(editor, link.id, links.reverse_link)


def set_path_kind(editor: Editor, kind: v.TransitionKind) -> None:
    """The selected path is of another kind."""
    path, map_id = _selected_path(editor), editor.map_id
    if path is not None:
        editor.run(
            names.entry("change_transition"),
            lambda document: transitions.change_transition(document, map_id, path.id, kind=kind),
            select=(path.id,),
        )


def _change_link(
    editor: Editor, name: str, change: Callable[[d.Document, str, str], d.Document]
) -> None:
    map_id = editor.map_id
    editor.run(
        names.entry("change_link"),
        lambda document: change(document, map_id, name),
        select=(name,),
    )


def _selected_card(editor: Editor) -> d.Card | None:
    chosen = editor.selection
    return queries.card(editor.journey, chosen[0]) if len(chosen) == 1 else None


def _selected_link(editor: Editor) -> d.Link | None:
    chosen = editor.selection
    return queries.link(editor.journey, chosen[0]) if len(chosen) == 1 else None


def _selected_path(editor: Editor) -> d.Transition | None:
    chosen = editor.selection
    return queries.transition(editor.journey, chosen[0]) if len(chosen) == 1 else None
