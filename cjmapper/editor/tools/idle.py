"""At rest: the pointer hovers, keys go to what is selected, a press begins something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names, sizing
from cjmapper.editor.cutting import NOTHING_CUT, cut_cards
from cjmapper.editor.feedback import Cursor, Dot, Feedback, PlusSign, Said, Tile
from cjmapper.editor.tools import idle_keys, placing
from cjmapper.editor.tools.pressing import Pressing
from cjmapper.editor.tools.setting_emotion import drawn_on
from cjmapper.editor.tools.state import State
from cjmapper.geometry import Rect
from cjmapper.layout import adding, hit, landing
from cjmapper.layout import hits as h
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import lanes

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent

_HINTS: dict[type, str] = {
    d.Card: "hint.card",
    d.Phase: "hint.phase",
    d.Step: "hint.step",
    d.Lane: "hint.lane",
    d.Emotion: "hint.emotion",
    d.Link: "hint.link",
    d.Transition: "hint.transition",
}

_CURSORS: dict[type, Cursor] = {
    h.HitColumnBorder: Cursor.COLUMN,
    h.HitLaneBorder: Cursor.ROW,
    h.HitReading: Cursor.VERTICAL,
    h.HitMean: Cursor.POINT,
    h.HitDot: Cursor.CROSS,
    h.HitAddStep: Cursor.POINT,
    h.HitAddCard: Cursor.POINT,
    h.HitAddPhase: Cursor.POINT,
    h.HitAddLane: Cursor.POINT,
    h.HitLink: Cursor.POINT,
    h.HitTransition: Cursor.POINT,
    h.HitCard: Cursor.GRAB,
    h.HitPhase: Cursor.GRAB,
    h.HitStep: Cursor.GRAB,
    h.HitLaneTitle: Cursor.GRAB,
}

_CONNECTORS = (d.Link, d.Transition)
_BETWEEN = (h.Side.TOP, h.Side.BOTTOM)
_NEAR_GAP = 2.5
"""A dot in the gap between two cards is seen this near: in radii of what the pointer reaches."""


class Idle(State):
    """Nothing is going on. `hint` is what the end of the last gesture left to say."""

    is_gesture = False

    def __init__(self, hint: Said | None = None, event: PointerEvent | None = None) -> None:
        self.hint = hint
        self.event = event
        self.under: h.Hit = h.HitOutside()

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """Hold what is under the pointer; the right button only selects it, for its menu."""
        self._look(editor, event)
        self.hint = None
        if event.button == "left":
            name = hit.named_by(self.under)
            held = event.modifiers
            if name and name not in editor.selection and not (held.control or held.shift):
                editor.select(name)
            editor.go(Pressing(self.under, event))
        elif event.button == "right":
            self._select_for_menu(editor)

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Hover."""
        self._look(editor, event)

    def double_click(self, editor: Editor, event: PointerEvent) -> None:
        """Write the text of what is there, or add something exactly here."""
        self._look(editor, event)
        name = hit.named_by(self.under)
        if name is not None:
            editor.select(name)
            editor.open_text(name, at=event.point)
        elif not _fit(editor, self.under):
            placement = _placed_here(editor, self.under, event)
            if placement is not None:
                editor.open_placed(placement)

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """Keys of what is selected; then the shortcuts of commands."""
        self.hint = None
        return idle_keys.key(editor, event)

    def type_text(self, editor: Editor, text: str) -> None:
        """Text that an input method gave goes where typing would."""
        idle_keys.type_text(editor, text)

    def cancel(self, editor: Editor) -> None:
        """Select nothing; what was cut stays."""
        editor.cut = NOTHING_CUT
        editor.select()

    def finish(self, editor: Editor) -> None:
        """Nothing is half done."""

    def feedback(self, editor: Editor) -> Feedback:
        """What is hovered, the dots to draw connectors from, the selected cell."""
        layout = editor.layout
        cell = editor.cell
        shown = cell is not None and cell[0] in layout.lane_of and cell[1] in layout.column_of
        return Feedback(
            hint=self.hint or _hint(editor),
            cursor=_cursor(self.under),
            hovered=_hovered(self.under),
            cell=layout.cell_rect(cell) if shown and cell is not None else None,
            dots=self._dots(editor),
            pluses=self._pluses(editor),
            drawn_on=drawn_on(editor),
            placeholders=cut_cards(editor),
        )

    def _look(self, editor: Editor, event: PointerEvent) -> None:
        self.event = event
        shown = self._shown(editor)
        self.under = hit.what_is_at(editor.layout, event.point, event.reach, shown)

    def _shown(self, editor: Editor) -> h.Shown:
        adds = self._sees_pluses(editor)
        return h.Shown(self._owners(editor), _connectors(editor), adds, editor.actor)

    def _sees_pluses(self, editor: Editor) -> bool:
        return self.event is not None and self.event.sees_pluses and not editor.read_only

    def _pluses(self, editor: Editor) -> tuple[PlusSign, ...]:
        if self.event is None or not self._sees_pluses(editor):
            return ()
        return tuple(
            PlusSign(plus.place, _adding(editor, plus.adds), plus.adds == self.under)
            for plus in adding.pluses_at(editor.layout, self.event.point, self.event.reach)
        )

    def _owners(self, editor: Editor) -> tuple[str, ...]:
        """The card or step that is hovered, else the one that is selected; none from far away."""
        if self.event is not None and not self.event.sees_handles:
            return ()
        chosen = editor.selection[0] if len(editor.selection) == 1 else None
        for name in (_hovered(self.under), chosen):
            if name and isinstance(queries.part(editor.journey, name), d.Card | d.Step):
                return (name,)
        return ()

    def _dots(self, editor: Editor) -> tuple[Dot, ...]:
        if self.event is None:
            return ()
        layout, reach = editor.layout, self.event.reach
        dots = [
            Dot(owner, point, side)
            for owner in self._owners(editor)
            for side, point in hit.dot_points(layout, owner, reach)
            if side not in _BETWEEN or point.distance(self.event.point) <= _NEAR_GAP * reach.marker
        ]
        if isinstance(self.under, h.HitMean):
            dots.append(Dot(self.under.readings[0], self.under.point))
        chosen = _connectors(editor)
        routes = [(route.link.id, route.points) for route in layout.links] if chosen else []
        paths = [
            (path.transition.id, path.points) for path in layout.transitions if path.way_out is None
        ]
        for name, points in (*routes, *paths):
            if name in chosen and points:
                dots += [Dot(name, points[0]), Dot(name, points[-1])]
        return tuple(dots)

    def _select_for_menu(self, editor: Editor) -> None:
        name = hit.named_by(self.under)
        if name is not None:
            if name not in editor.selection:
                editor.select(name)
        elif isinstance(self.under, h.HitMean):
            editor.select(self.under.held or self.under.readings[0])
        elif isinstance(self.under, h.HitCell | h.HitEmotionCell):
            editor.select_cell((self.under.lane, self.under.step))
        else:
            editor.select()


def _adding(editor: Editor, adds: h.HitAdd) -> Said:
    """What a «+» says that it adds."""
    match adds:
        case h.HitAddStep():
            return Said("plus.step")
        case h.HitAddPhase():
            return Said("plus.phase")
        case h.HitAddLane():
            return Said("plus.lane")
        case h.HitAddCard(lane=lane):
            found = queries.lane(editor.journey, lane)
            touchpoint = found is not None and found.kind is v.LaneKind.TOUCHPOINT
            return Said("plus.touchpoint" if touchpoint else "plus.card")


def _connectors(editor: Editor) -> tuple[str, ...]:
    chosen = editor.chosen
    if chosen.kinds.isdisjoint(_CONNECTORS):
        return ()
    return tuple(one.id for one in chosen.parts if isinstance(one, d.Link | d.Transition))


def _hovered(under: h.Hit) -> str | None:
    if isinstance(under, h.HitDot):
        return under.owner
    return hit.named_by(under)


def _cursor(under: h.Hit) -> Cursor:
    return _CURSORS.get(type(under), Cursor.ARROW)


def _hint(editor: Editor) -> Said:
    if cut_cards(editor):
        return Said("hint.cut")
    if editor.cell is not None:
        emotions = editor.cell[0] in editor.layout.emotion_lanes
        return Said("hint.emotion_cell" if emotions else "hint.cell")
    if len(editor.selection) > 1:
        code = "hint.cards" if editor.chosen.kinds == {d.Card} else "hint.things"
        return Said(code, {"n": len(editor.selection)})
    if not editor.selection:
        return Said("hint.idle" if _has_begun(editor) else "hint.empty")
    part = queries.part(editor.journey, editor.selection[0])
    if isinstance(part, d.Phase) and not part.name:
        return Said("hint.unnamed_phase")
    return Said(_HINTS.get(type(part), "hint.idle"))


def _has_begun(editor: Editor) -> bool:
    journey = editor.journey
    return bool(journey.cards) or any(phase.name for phase in journey.phases)


def _fit(editor: Editor, under: h.Hit) -> bool:
    """A double click on a border fits what it bounds to its contents; whether it was one."""
    map_id = editor.map_id
    match under:
        case h.HitColumnBorder(step=step):
            sizing.fit_columns(editor, (step,))
        case h.HitLaneBorder(lane=lane):
            editor.run(
                names.entry("resize_lane"),
                lambda document: lanes.set_height(document, map_id, lane, None),
            )
        case _:
            return False
    return True


def _placed_here(editor: Editor, under: h.Hit, event: PointerEvent) -> placing.Placement | None:
    """A card in a cell, a marker in an emotion lane, a phase beside the header."""
    layout, fresh = editor.layout, placing.fresh_ids(editor)
    match under:
        case h.HitCell(lane=lane):
            point = event.point
            slot = landing.card_slot(layout, point, Rect(point.x, point.y, 0.0, 0.0), (lane,))
            cell = (lane, under.step)
            index = 0 if slot is None else slot.index
            return placing.card_at(editor, cell, index, fresh.first)
        case h.HitEmotionCell():
            found = placing.tile_at(editor, layout, Tile.EMOTION, event, fresh)
            return None if found is None else found._replace(opens=True, keeps_empty=True)
        case h.HitOutside() if event.point.y < layout.header.height:
            return placing.tile_at(editor, layout, Tile.PHASE, event, fresh)
        case _:
            return None
