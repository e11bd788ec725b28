"""What would be added, and where, for a tile at a point, after the selection or in a cell.

A placement is an edit that has not been done; whoever has one previews it, does it or forgets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjmapper.editor import names, spoken
from cjmapper.editor.feedback import Bubble, Feedback, GapLine, Said, Tile
from cjmapper.geometry import Point, Rect
from cjmapper.layout import landing
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, emotions, lanes, phases, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.history import EntryName
    from cjmapper.editor.session import Edit
    from cjmapper.layout.result import CellKey, MapLayout


class Placement(NamedTuple):
    """Something that would be added.

    Attributes:
        place: the same for the same place, so that a preview is made once.
        opens: an editor opens on it at once.
        keeps_empty: it stays when no text is given.
        previews: it is shown in the map itself before it is there.
        back_to: what it was made from: selected again where nothing is written, and Enter makes
            no further one.
    """

    name: EntryName
    edit: Edit
    new_id: str
    place: object
    opens: bool = True
    keeps_empty: bool = False
    previews: bool = True
    cell: CellKey | None = None
    at: int | None = None
    gap: GapLine | None = None
    bubble: Bubble | None = None
    lit: frozenset[str] = frozenset()
    back_to: str | None = None


class Fresh(NamedTuple):
    """Ids for one gesture, the same in every preview of it."""

    first: str
    second: str


def fresh_ids(editor: Editor) -> Fresh:
    """Two new ids."""
    return Fresh(editor.session.new_id(), editor.session.new_id())


def card_lanes(journey: d.JourneyMap, tile: Tile | None = None) -> frozenset[ids.LaneId]:
    """The lanes that take cards; for a touchpoint those meant for one, where there are any."""
    takers = [lane for lane in journey.lanes if lane_rules.accepted_kinds(lane.kind)]
    if tile is Tile.TOUCHPOINT:
        kind = v.CardKind.TOUCHPOINT
        takers = [lane for lane in takers if lane_rules.accepts(lane.kind, kind)] or takers
    return frozenset(lane.id for lane in takers)


def tile_at(
    editor: Editor, layout: MapLayout, tile: Tile, event: PointerEvent, fresh: Fresh
) -> Placement | None:
    """Where a tile held at `event` would land; None outside the map."""
    point = event.point
    if not landing.near_map(layout, point):
        return None
    match tile:
        case Tile.PHASE:
            return phase_at(layout, landing.phase_gap(layout, point.x), editor.map_id, fresh)
        case Tile.LANE:
            return lane_at(layout, landing.lane_gap(layout, point.y), editor.map_id, fresh)
        case Tile.EMOTION:
            free = event.modifiers.shift
            place = landing.reading_place(layout, point, free=free, magnet=event.magnet)
            return None if place is None else reading_at(editor, layout, place, fresh)
        case Tile.TOUCHPOINT | Tile.NOTE:
            legal = card_lanes(layout.map, tile)
            slot = landing.card_slot(layout, point, Rect(point.x, point.y, 0.0, 0.0), legal)
            if slot is None:
                return None
            return card_at(editor, (slot.lane, slot.step), slot.index, fresh.first, tile)


def card_at(
    editor: Editor, cell: CellKey, index: int, new_id: str, tile: Tile | None = None
) -> Placement:
    """A new card in a cell."""
    map_id, journey = editor.map_id, editor.journey
    kind = v.CardKind.TOUCHPOINT if tile is Tile.TOUCHPOINT else None
    lane = queries.lane(journey, cell[0])
    becomes = kind
    if lane is not None:
        taken = lane_rules.accepted_kinds(lane.kind)
        becomes = kind if kind in taken else taken[0]
    step = queries.step(journey, cell[1])

    def edit(document: d.Document) -> d.Document:
        slot = cards.Slot(*cell, index)
        return cards.add_card(document, map_id, slot, new_id=ids.CardId(new_id), kind=kind)

    return Placement(
        names.entry("add_touchpoint" if becomes is v.CardKind.TOUCHPOINT else "add_note"),
        edit,
        new_id,
        (*cell, index),
        cell=cell,
        at=index,
        lit=frozenset({cell[0], "" if step is None else step.phase}),
    )


def phase_at(
    layout: MapLayout, gap: landing.PhaseGap, map_id: ids.MapId, fresh: Fresh
) -> Placement:
    """A new phase at a gap; inside a phase it takes what is to the right."""
    phase, step = ids.PhaseId(fresh.first), ids.StepId(fresh.second)
    splits = gap.splits

    def edit(document: d.Document) -> d.Document:
        if splits is not None:
            return phases.split_phase(document, map_id, splits, phase_id=phase)
        return phases.add_phase(document, map_id, gap.index, phase_id=phase, step_id=step)

    code = "phase" if splits is None else "split"
    return Placement(
        names.entry("add_phase" if splits is None else "split_phase"),
        edit,
        phase,
        gap,
        keeps_empty=True,
        previews=splits is not None,
        gap=upright(layout, gap.x),
        bubble=Bubble(Said(f"bubble.new_{code}"), Point(gap.x, 0.0)),
    )


def lane_at(layout: MapLayout, gap: landing.LaneGap, map_id: ids.MapId, fresh: Fresh) -> Placement:
    """A new lane at a gap."""
    lane = ids.LaneId(fresh.first)

    def edit(document: d.Document) -> d.Document:
        return lanes.add_lane(document, map_id, gap.index, kind=v.LaneKind.NOTE, new_id=lane)

    return Placement(
        names.entry("add_lane"),
        edit,
        lane,
        gap,
        keeps_empty=True,
        previews=False,
        gap=level(layout, gap.y),
        bubble=Bubble(Said("bubble.new_lane"), Point(0.0, gap.y)),
    )


def step_after(editor: Editor, phase_id: str, index: int, new_id: str) -> Placement:
    """A new step in a phase, at an index in it."""
    map_id, step = editor.map_id, ids.StepId(new_id)

    def edit(document: d.Document) -> d.Document:
        return steps.add_step(document, map_id, (phase_id, index), new_id=step)

    return Placement(names.entry("add_step"), edit, step, (phase_id, index), keeps_empty=True)


def reading_at(
    editor: Editor, layout: MapLayout, place: landing.ReadingPlace, fresh: Fresh
) -> Placement:
    """A new reading on the curve that is drawn now."""
    map_id, journey = editor.map_id, layout.map
    actor, view = next_curve(editor, journey, place.lane)
    name = ids.EmotionId(fresh.first)
    reading = d.Emotion(id=name, step=place.step, value=place.value, actor=actor, view=view)

    def edit(document: d.Document) -> d.Document:
        return emotions.add_reading(document, map_id, reading)

    phase = queries.phase_of_step(journey, place.step)
    return Placement(
        names.entry("add_emotion"),
        edit,
        reading.id,
        place,
        opens=False,
        cell=(place.lane, place.step),
        bubble=value_bubble(place.value, place.point),
        lit=frozenset({place.lane, "" if phase is None else phase.id}),
    )


def next_curve(
    editor: Editor, journey: d.JourneyMap, lane_id: str
) -> tuple[ids.ActorId | None, v.EmotionView]:
    """Whose feeling a new reading is, and whether it is felt or wished for.

    The lane's actor, else the one whose curve was last touched, else the map's first.
    """
    lane = queries.lane(journey, lane_id)
    actor = None if lane is None else lane.actor
    touched = editor.actor if editor.actor in journey.actors else None
    wished = journey.state is v.MapState.TO_BE
    view = v.EmotionView.TARGET if wished else v.EmotionView.FELT
    return actor or touched or queries.primary_actor(journey), view


def value_bubble(value: float, place: Point) -> Bubble:
    """The value of a reading and its word, at a place."""
    return Bubble(value_said(value), place)


def value_said(value: float) -> Said:
    """The value of a reading and the word of its level."""
    return Said(f"bubble.emotion.{spoken.nearest_level(value)}", {"value": value})


def shown(placement: Placement, layout: MapLayout) -> Feedback:
    """What is drawn for a placement over `layout`, which shows it where it previews."""
    cell = placement.cell
    if cell is None or cell[1] not in layout.column_of:
        return Feedback(gap_line=placement.gap, bubble=placement.bubble)
    if cell[0] in layout.emotion_lanes:
        return Feedback(
            bubble=placement.bubble,
            lit=placement.lit,
            level_lanes=frozenset({cell[0]}),
            placeholders=frozenset({placement.new_id}),
        )
    return Feedback(
        target_cell=layout.cell_rect(cell),
        slot_line=landing.slot_line(layout, cell, {placement.new_id}, placement.at),
        placeholders=frozenset({placement.new_id}),
        lit=placement.lit,
    )


def lanes_for(tile: Tile, layout: MapLayout) -> frozenset[ids.LaneId]:
    """The lanes in which a tile can land; none for what lands between lanes or columns."""
    match tile:
        case Tile.TOUCHPOINT | Tile.NOTE:
            return card_lanes(layout.map, tile)
        case Tile.EMOTION:
            return frozenset(layout.emotion_lanes)
        case Tile.PHASE | Tile.LANE:
            return frozenset()


def after_selection(editor: Editor, tile: Tile) -> Placement | None:
    """A tile after what is selected, or in the first place that takes it."""
    layout, fresh = editor.layout, fresh_ids(editor)
    match tile:
        case Tile.PHASE:
            gap = _phase_after(editor, layout)
            return phase_at(layout, gap, editor.map_id, fresh)
        case Tile.LANE:
            return lane_at(layout, _lane_after(editor, layout), editor.map_id, fresh)
        case Tile.EMOTION:
            return _reading_after(editor, layout, fresh)
        case Tile.TOUCHPOINT | Tile.NOTE:
            found = _card_after(editor, layout, tile)
            return None if found is None else card_at(editor, *found, fresh.first, tile)


def selected_step(editor: Editor) -> ids.StepId | None:
    """The step that what is selected stands in: of a card, reading, step, phase or cell."""
    if editor.cell is not None:
        return editor.cell[1]
    journey = editor.journey
    for name in reversed(editor.selection):
        match queries.part(journey, name):
            case d.Card(step=step) | d.Emotion(step=step) if step is not None:
                return step
            case d.Step(id=step):
                return step
            case d.Phase():
                return queries.steps_of_phase(journey, name)[-1].id
            case _:
                continue
    return None


def _phase_after(editor: Editor, layout: MapLayout) -> landing.PhaseGap:
    step = selected_step(editor)
    last = len(layout.phases) - 1
    index = last if step is None else layout.columns[layout.column_of[step]].phase_index
    band = layout.phases[index]
    return landing.PhaseGap(index + 1, band.x + band.width)


def _lane_after(editor: Editor, layout: MapLayout) -> landing.LaneGap:
    order = [lane.id for lane in layout.map.lanes]
    chosen: str | None = editor.cell[0] if editor.cell else None
    for name in editor.selection:
        match queries.part(layout.map, name):
            case d.Lane(id=lane) | d.Card(lane=lane) if lane is not None:
                chosen = lane
            case _:
                continue
    index = len(order) if chosen is None else order.index(ids.LaneId(chosen)) + 1
    return landing.LaneGap(index, layout.size.height)


def _reading_after(editor: Editor, layout: MapLayout, fresh: Fresh) -> Placement | None:
    lane = next(iter(layout.emotion_lanes.values()), None)
    if lane is None:
        return None
    step = selected_step(editor) or _first_unmeasured(layout)
    band = layout.lanes[layout.lane_of[lane.lane_id]]
    column = layout.columns[layout.column_of[step]]
    at = Point(column.centre, band.y + lane.y_of(0.0))
    return reading_at(editor, layout, landing.ReadingPlace(lane.lane_id, step, 0.0, at), fresh)


def _first_unmeasured(layout: MapLayout) -> ids.StepId:
    measured = {reading.step for reading in layout.map.emotions}
    free = (step.id for step in layout.map.steps if step.id not in measured)
    return next(free, layout.map.steps[0].id)


def _card_after(editor: Editor, layout: MapLayout, tile: Tile) -> tuple[CellKey, int] | None:
    legal = card_lanes(layout.map, tile)
    for name in reversed(editor.selection):
        card = queries.card(layout.map, name)
        if card is not None and card.lane in legal and card.step is not None:
            held = queries.cards_in_cell(layout.map, card.lane, card.step)
            return (card.lane, card.step), held.index(card) + 1
    if editor.cell is not None and editor.cell[0] in legal:
        return editor.cell, len(queries.cards_in_cell(layout.map, *editor.cell))
    if tile is Tile.TOUCHPOINT:
        legal = _lanes_for_touchpoints(layout.map) or legal
    return next(_free_cells(layout, legal, selected_step(editor)), None)


def _lanes_for_touchpoints(journey: d.JourneyMap) -> frozenset[ids.LaneId]:
    kind = v.LaneKind.TOUCHPOINT
    return frozenset(lane.id for lane in journey.lanes if lane.kind is kind)


def _free_cells(
    layout: MapLayout, legal: frozenset[ids.LaneId], step: ids.StepId | None
) -> Iterator[tuple[CellKey, int]]:
    """Empty cells first, of the step if there is one; then the end of the first cell."""
    rows = [band.lane.id for band in layout.lanes if band.lane.id in legal]
    columns = [step] if step is not None else [column.step.id for column in layout.columns]
    cells = [(lane, column) for column in columns for lane in rows]
    for cell in cells:
        if not queries.cards_in_cell(layout.map, *cell):
            yield cell, 0
    for cell in cells:
        yield cell, len(queries.cards_in_cell(layout.map, *cell))


def upright(layout: MapLayout, x: float) -> GapLine:
    """A line from top to bottom of the map."""
    return GapLine(Point(x, 0.0), Point(x, layout.size.height))


def level(layout: MapLayout, y: float) -> GapLine:
    """A line from side to side of the map."""
    return GapLine(Point(0.0, y), Point(layout.size.width, y))
