"""What a command does to what is selected: delete, duplicate, the clipboard, adding, splitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import copying, feelings, names, pasting
from cjmapper.editor.cutting import Cut
from cjmapper.editor.feedback import Said, Tile
from cjmapper.editor.tools import placing
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, deleting, lanes, phases, steps

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.history import EntryName

_ENTRIES: dict[type, str] = {
    d.Phase: "delete_phase",
    d.Step: "delete_step",
    d.Lane: "delete_lane",
    d.Card: "delete_card",
    d.Emotion: "delete_emotion",
    d.Link: "delete_link",
    d.Transition: "delete_transition",
}


def undo(editor: Editor) -> None:
    """Take back the last entry."""
    editor.session.undo()


def redo(editor: Editor) -> None:
    """Do again what was taken back."""
    editor.session.redo()


def delete(editor: Editor) -> None:
    """What is selected, with all it holds; a notice offers to undo it."""
    journey, map_id, chosen = editor.journey, editor.map_id, editor.selection
    cell = pasting.cell_of(journey, chosen) or feelings.place_of(editor)
    notice = _deleted(journey, chosen)
    done = editor.run(
        _delete_name(journey, chosen),
        lambda document: deleting.delete_many(document, map_id, chosen),
        select=(),
    )
    if done:
        editor.say(notice, undo=True)
        if cell is not None and queries.step(editor.journey, cell[1]) is not None:
            editor.select_cell(cell)


def duplicate(editor: Editor) -> None:
    """Copies of the selected cards, each right below its original."""
    chosen = editor.chosen.cards
    originals = tuple(card.id for card in chosen)
    new = tuple(editor.session.new_id() for _ in chosen)
    map_id = editor.map_id
    editor.run(
        names.of_cards("duplicate_card", chosen),
        lambda document: cards.duplicate_cards(document, map_id, originals, iter(new).__next__),
        select=new,
    )


def select_all(editor: Editor) -> None:
    """All cards that are shown."""
    shown = editor.layout.lane_of
    editor.select(*(card.id for card in editor.journey.cards if card.lane in shown))


def cut(editor: Editor) -> None:
    """The selected cards on the clipboard; they stay where they are until they are pasted."""
    if editor.read_only:
        editor.say(Said("notice.read_only"))
        return
    copying.copy(editor)
    chosen = frozenset(card.id for card in editor.chosen.cards)
    editor.cut = Cut(chosen, editor.map_id, editor.options.clipboard.get())


def add(editor: Editor, tile: Tile) -> None:
    """A tile of the palette after what is selected, its editor open."""
    placement = placing.after_selection(editor, tile)
    if placement is None:
        editor.say(Said("notice.no_lane_for_it"))
    else:
        editor.open_placed(placement)


def has_card_place(editor: Editor) -> bool:
    """Whether a card is selected, or a cell that takes one."""
    cell = editor.cell
    return has_cards(editor) if cell is None else cell[0] in placing.card_lanes(editor.journey)


def add_card(editor: Editor) -> None:
    """A card of the lane's own kind right after the selected one, or at the end of the cell."""
    add(editor, Tile.NOTE)


def add_step(editor: Editor) -> None:
    """A step after the selected one, or last of all."""
    journey = editor.journey
    name = placing.selected_step(editor) or journey.steps[-1].id
    step = journey.steps[queries.step_index(journey)[name]]
    group = queries.steps_of_phase(journey, step.phase)
    index = [one.id for one in group].index(step.id) + 1
    new_id = editor.session.new_id()
    editor.open_placed(placing.step_after(editor, step.phase, index, new_id))


def can_split(editor: Editor) -> bool:
    """Whether the selected step has others before it in its phase."""
    chosen = placing.selected_step(editor)
    step = None if chosen is None else queries.step(editor.journey, chosen)
    return step is not None and queries.steps_of_phase(editor.journey, step.phase)[0] is not step


def split_phase(editor: Editor) -> None:
    """A new phase from the selected step on, its name open."""
    step = placing.selected_step(editor)
    if step is None:
        return
    new, map_id = ids.PhaseId(editor.session.new_id()), editor.map_id
    placement = placing.Placement(
        names.entry("split_phase"),
        lambda document: phases.split_phase(document, map_id, step, phase_id=new),
        new,
        step,
        keeps_empty=True,
    )
    editor.open_placed(placement)


def toggle_moment_of_truth(editor: Editor) -> None:
    """The star of the selected step, on or off."""
    step = placing.selected_step(editor)
    if step is None:
        return
    map_id, name = editor.map_id, names.thing_name(editor.journey, step)
    editor.run(
        names.entry("change_step", name=name),
        lambda document: steps.toggle_moment_of_truth(document, map_id, step),
    )


def park(editor: Editor) -> None:
    """The selected cards in the parking lot."""
    chosen, map_id = editor.chosen.cards, editor.map_id
    parked = tuple(card.id for card in chosen)
    named = [names.thing_name(editor.journey, name) for name in parked]
    done = editor.run(
        names.of_cards("park_card", chosen),
        lambda document: cards.park_cards(document, map_id, parked),
        select=(),
    )
    if done and len(named) == 1:
        editor.say(Said("notice.parked_card", {"name": named[0]}), undo=True)
    elif done:
        editor.say(Said("notice.parked_cards", {"n": len(named)}), undo=True)


def can_hide_lanes(editor: Editor) -> bool:
    """Whether lanes are selected and others stay in sight."""
    chosen = _shown_lanes(editor)
    return 0 < len(chosen) < len(editor.layout.lanes) and len(chosen) == len(editor.selection)


def hide_lanes(editor: Editor) -> None:
    """The selected lanes are no longer shown; a notice offers to undo it."""
    chosen, map_id = _shown_lanes(editor), editor.map_id
    named = names.thing_name(editor.journey, chosen[0]) if chosen else ""

    def hidden(document: d.Document) -> d.Document:
        for lane in chosen:
            document = lanes.hide_lane(document, map_id, lane, hidden=True)
        return document

    if editor.run(names.entry("hide_lanes", n=len(chosen)), hidden, select=()):
        editor.say(Said("notice.hidden_lanes", {"n": len(chosen), "name": named}), undo=True)


def _shown_lanes(editor: Editor) -> tuple[ids.LaneId, ...]:
    return tuple(band.lane.id for band in editor.layout.lanes if band.lane.id in editor.selection)


def has_hidden_lanes(editor: Editor) -> bool:
    """Whether the map has lanes that are not shown."""
    return any(lane.hidden for lane in editor.journey.lanes)


def show_lanes(editor: Editor) -> None:
    """Every hidden lane is shown again, and they are what is selected."""
    hidden = tuple(lane.id for lane in editor.journey.lanes if lane.hidden)
    map_id = editor.map_id

    def shown(document: d.Document) -> d.Document:
        for lane in hidden:
            document = lanes.hide_lane(document, map_id, lane, hidden=False)
        return document

    editor.run(names.entry("show_lanes"), shown, select=hidden)


def has_cards(editor: Editor) -> bool:
    """Whether any card is selected."""
    return d.Card in editor.chosen.kinds


def has_step(editor: Editor) -> bool:
    """Whether what is selected stands in a step."""
    return placing.selected_step(editor) is not None


def _delete_name(journey: d.JourneyMap, chosen: tuple[str, ...]) -> EntryName:
    if len(chosen) != 1:
        return names.entry("delete_items", n=len(chosen))
    code = _ENTRIES.get(type(queries.part(journey, chosen[0])), "delete_items")
    return names.entry(code, name=names.thing_name(journey, chosen[0]))


def _deleted(journey: d.JourneyMap, chosen: tuple[str, ...]) -> Said:
    if len(chosen) != 1:
        return Said("notice.deleted_items", {"n": len(chosen)})
    name = names.thing_name(journey, chosen[0])
    match queries.part(journey, chosen[0]):
        case d.Card():
            return Said("notice.deleted_card", {"name": name})
        case d.Phase() | d.Step() | d.Lane():
            count = len(queries.contents(journey, chosen[0]))
            if count:
                return Said("notice.deleted_with", {"name": name, "n": count})
            return Said("notice.deleted_alone", {"name": name})
        case _:
            return Said("notice.deleted_items", {"n": 1})
