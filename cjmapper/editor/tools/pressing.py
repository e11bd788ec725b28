"""A button held on something, not yet far enough for a drag: a click if it is let go here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import selection
from cjmapper.editor.feedback import Cursor, Feedback, Said
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.choosing_reading import choosing_reading
from cjmapper.editor.tools.dragging_cards import DraggingCards
from cjmapper.editor.tools.dragging_lane import DraggingLane
from cjmapper.editor.tools.dragging_phase import DraggingPhase
from cjmapper.editor.tools.dragging_reading import DraggingReading
from cjmapper.editor.tools.dragging_step import DraggingStep
from cjmapper.editor.tools.linking import Linking, begin_reconnect
from cjmapper.editor.tools.marquee import Marquee
from cjmapper.editor.tools.resizing import ResizingColumn, ResizingLane
from cjmapper.editor.tools.setting_emotion import set_reading
from cjmapper.editor.tools.state import State
from cjmapper.layout import hit, landing
from cjmapper.layout import hits as h
from cjmapper.model import queries
from cjmapper.model.entities import EntityKind

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.model import document as d


class Pressing(State):
    """A press on `under`; what a drag does follows from it."""

    def __init__(self, under: h.Hit, start: PointerEvent) -> None:
        self.under = under
        self.start = start

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Lift what is held at the point where the pointer is now, so that nothing jumps.

        A marker follows from where it was pressed: it is aimed at a line with the pointer, and
        sticks to its own level for the first few pixels.
        """
        if not event.starts_drag_from(self.start):
            return
        aimed = isinstance(self.under, h.HitReading | h.HitMean)
        drag = _drag(editor, self.under, self.start if aimed else event)
        if editor.read_only and not isinstance(drag, Marquee | None):
            editor.say(Said("notice.read_only"))
            drag = None
        if drag is None:
            editor.rest()
        else:
            editor.go(drag)
            drag.move(editor, event)

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """A click."""
        editor.rest()
        _click(editor, self.under, event)

    def feedback(self, editor: Editor) -> Feedback:  # noqa: ARG002
        """What was hovered stays so."""
        name = hit.named_by(self.under)
        return Feedback(hovered=name, cursor=Cursor.GRAB if name else Cursor.ARROW)


def _drag(editor: Editor, under: h.Hit, event: PointerEvent) -> State | None:
    match under:
        case h.HitLink(link=name, end=end) | h.HitTransition(transition=name, end=end):
            return None if end is None else begin_reconnect(editor, name, end, event)
        case h.HitDot(owner=owner, side=side):
            return Linking(owner, event, side=side)
        case h.HitColumnBorder(step=step):
            return ResizingColumn(editor, step, event)
        case h.HitLaneBorder(lane=lane):
            return ResizingLane(editor, lane, event)
        case h.HitCell() | h.HitEmotionCell() | h.HitCorner() | h.HitOutside():
            return Marquee(editor, event)
        case _:
            return _drag_thing(editor, under, event)


def _drag_thing(editor: Editor, under: h.Hit, event: PointerEvent) -> State | None:
    match under:
        case h.HitCard(card=card):
            rect = hit.owner_rect(editor.layout, card)
            return None if rect is None else DraggingCards(editor, card, event, rect)
        case h.HitPhase(phase=phase):
            return DraggingPhase(editor, phase, event)
        case h.HitStep(step=step):
            return DraggingStep(editor, step, event)
        case h.HitLaneTitle(lane=lane):
            return DraggingLane(editor, lane, event)
        case h.HitReading(reading=reading) | h.HitMean(held=reading) if reading is not None:
            middle = hit.reading_point(editor.layout, reading)
            return None if middle is None else DraggingReading(editor, reading, event, middle)
        case _:
            return None


def _click(editor: Editor, under: h.Hit, event: PointerEvent) -> None:
    name = hit.named_by(under)
    if name is not None:
        _select(editor, name, event)
        return
    match under:
        case h.HitCell(lane=lane, step=step):
            editor.select_cell((lane, step))
        case h.HitEmotionCell():
            _click_emotions(editor, under, event)
        case h.HitMean(readings=readings, point=point):
            editor.go(choosing_reading(editor, readings, point))
        case h.HitDot(owner=owner, side=side):
            editor.go(Linking(owner, event, side=side, clicked=True))
        case h.HitAddStep() | h.HitAddCard() | h.HitAddPhase() | h.HitAddLane():
            editor.open_placed(_added(editor, under))
        case h.HitColumnBorder() | h.HitLaneBorder():
            _click(editor, hit.beside_border(editor.layout, event.point, event.reach), event)
        case h.HitOutside() | h.HitCorner():
            editor.select()
        case _:
            pass


def _added(editor: Editor, adds: h.HitAdd) -> placing.Placement:
    """What a click on a «+» adds."""
    journey, layout, fresh = editor.journey, editor.layout, placing.fresh_ids(editor)
    match adds:
        case h.HitAddStep(phase=phase):
            index = len(queries.steps_of_phase(journey, phase))
            return placing.step_after(editor, phase, index, fresh.first)
        case h.HitAddCard(lane=lane, step=step):
            index = len(queries.cards_in_cell(journey, lane, step))
            return placing.card_at(editor, (lane, step), index, fresh.first)
        case h.HitAddPhase(index=index, x=x):
            return placing.phase_at(layout, landing.PhaseGap(index, x), editor.map_id, fresh)
        case h.HitAddLane():
            gap = landing.lane_gap(layout, layout.size.height)
            return placing.lane_at(layout, gap, editor.map_id, fresh)


def _select(editor: Editor, name: str, event: PointerEvent) -> None:
    held = event.modifiers
    if held.control:
        editor.select(*selection.toggled(editor.selection, name))
    elif held.shift:
        editor.select(*_range(editor, name))
    else:
        editor.select(name)


def _range(editor: Editor, name: str) -> tuple[str, ...]:
    """From the last selected of the same kind to this one, in reading order."""
    journey = editor.journey
    kind = queries.kind_of(journey, name)
    last = next((one for one in reversed(editor.selection) if _is(journey, one, kind)), None)
    order = _order(editor, kind)
    if last not in order or name not in order:
        return selection.joined(editor.selection, (name,))
    ends = sorted(order.index(one) for one in (last, name))
    return selection.joined(editor.selection, order[ends[0] : ends[1] + 1])


def _is(journey: d.JourneyMap, name: str, kind: EntityKind | None) -> bool:
    return queries.kind_of(journey, name) is kind


def _order(editor: Editor, kind: EntityKind | None) -> list[str]:
    """Everything of a kind that is shown, in reading order; nothing of what has none."""
    layout = editor.layout
    match kind:
        case EntityKind.CARD:
            shown = tuple(one.id for one in layout.map.cards if one.lane in layout.lane_of)
            return [card.id for card in queries.reading_order(layout.map, shown)]
        case EntityKind.PHASE:
            return [band.phase.id for band in layout.phases]
        case EntityKind.STEP:
            return [column.step.id for column in layout.columns]
        case EntityKind.LANE:
            return [band.lane.id for band in layout.lanes]
        case _:
            return []


def _click_emotions(editor: Editor, under: h.HitEmotionCell, event: PointerEvent) -> None:
    """On a level line with a marker of that step selected it moves there; else the place."""
    chosen = queries.emotion(editor.journey, editor.selection[0]) if editor.selection else None
    curve = editor.layout.emotion_lanes[under.lane]
    level = float(round(under.value))
    near = abs(level - under.value) * curve.unit <= event.magnet
    if chosen is not None and len(editor.selection) == 1 and chosen.step == under.step and near:
        set_reading(editor, chosen.id, level)
    else:
        editor.select_cell((under.lane, under.step))
