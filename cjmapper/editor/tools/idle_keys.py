"""Keys while nothing is going on: going about the map, typing into it, setting emotions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import connecting, selection
from cjmapper.editor.navigation import ARROWS, Direction, Grid, Spot
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.setting_emotion import (
    nudge_reading,
    open_at_cell,
    set_at_cell,
    set_reading,
)
from cjmapper.model import document as d
from cjmapper.model import queries

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent
    from cjmapper.layout.result import CellKey

_PAGES = {"PageUp": -1, "PageDown": 1}
_DIGITS = {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
_SIGNS = {"+": 0.5, "-": -0.5}
_FINE = {"Up": 0.1, "Down": -0.1}
_TYPED_OVER = (d.Card, d.Phase, d.Step, d.Lane, d.Emotion, d.Link, d.Transition)


def key(editor: Editor, event: KeyEvent) -> bool:
    """Do what the key does to what is selected; False where it does nothing."""
    from cjmapper.editor.actions import run_shortcut

    if event.name == "Escape":
        editor.cancel()
        return True
    return (
        _go(editor, event)
        or _step_through(editor, event)
        or _set_emotion(editor, event)
        or _open(editor, event)
        or run_shortcut(editor, event)
        or (event.types and event.name != "Space" and type_text(editor, event.text))
    )


def type_text(editor: Editor, text: str) -> bool:
    """Typing: a new card in the selected cell, or more text on what is selected."""
    if not text.strip():
        return False
    if editor.cell is not None:
        return _new_card(editor, editor.cell, text)
    chosen = editor.selection
    if len(chosen) != 1 or not isinstance(queries.part(editor.journey, chosen[0]), _TYPED_OVER):
        return False
    editor.open_text(chosen[0], typed=text)
    return True


def _go(editor: Editor, event: KeyEvent) -> bool:
    held = event.modifiers
    if held.alt:
        return False
    grid = Grid(editor.layout)
    here = _spot(editor, grid)
    direction = ARROWS.get(event.name)
    if direction is not None and _go_along(editor, direction):
        return True
    if direction is not None and not held.control:
        there = grid.start if here is None else grid.beside(here, direction)
    elif event.name in {"Home", "End"}:
        last = event.name == "End"
        from_here = here or grid.start
        there = grid.corner(last=last) if held.control else grid.row_end(from_here, last=last)
    elif event.name in _PAGES and here is not None and not held.control:
        there = grid.page(here, _PAGES[event.name] * editor.page)
    else:
        return False
    if held.shift and here is not None and grid.cell(here) is not None and direction is None:
        found = grid.between(here, there)
        back = (there.row, there.column) < (here.row, here.column)
        editor.select(*selection.joined(editor.selection, found[::-1] if back else found))
        return True
    if held.shift and direction is not None and here is not None:
        there = _past_empty(grid, here, there, direction)
    _select(editor, grid, there, extends=held.shift)
    return True


def _go_along(editor: Editor, direction: Direction) -> bool:
    """From a selected connector to what it comes from (left, up) or leads to (right, down)."""
    ends = connecting.ends_of_selected(editor)
    if direction in {Direction.LEFT, Direction.UP}:
        ends = ends[::-1]
    found = [end for end in ends if queries.part(editor.journey, end) is not None]
    if found:
        editor.select(found[-1])
    return bool(found)


def _past_empty(grid: Grid, here: Spot, there: Spot, direction: Direction) -> Spot:
    """What is selected grows by things of the cells, or by titles; empty cells are passed over."""
    former = here
    while there != former and not grid.names(there):
        former, there = there, grid.beside(there, direction)
    alike = (grid.cell(there) is None) == (grid.cell(here) is None)
    return there if alike and grid.names(there) else here


def _step_through(editor: Editor, event: KeyEvent) -> bool:
    """Tab: the next thing in reading order; past the last one the key is somebody else's."""
    held = event.modifiers
    if event.name != "Tab" or held.control or held.alt:
        return False
    things = _things_from(editor)
    here = things.index("")
    there = here - 1 if held.shift else here + 1
    if not 0 <= there < len(things):
        return False
    editor.select(things[there])
    return True


def _things_from(editor: Editor) -> list[str]:
    """Everything in reading order, with an empty name for where one is."""
    grid = Grid(editor.layout)
    things = list(grid.things)
    chosen = editor.selection[-1] if editor.selection else None
    spot = _spot(editor, grid)
    if chosen in things:
        things[things.index(chosen)] = ""
    elif spot is None:
        things.insert(0, "")
    else:
        before = (name for name in things if _is_before(grid, name, spot))
        things.insert(sum(1 for _ in before), "")
    return things


def _is_before(grid: Grid, name: str, spot: Spot) -> bool:
    other = grid.spot_of(name)
    return other is not None and (other.row, other.column) < (spot.row, spot.column)


def _spot(editor: Editor, grid: Grid) -> Spot | None:
    if editor.cell is not None:
        return grid.spot_of_cell(editor.cell)
    if not editor.selection:
        return None
    starts = (*connecting.ends_of_selected(editor), editor.selection[-1])
    return next((spot for name in starts if (spot := grid.spot_of(name)) is not None), None)


def _select(editor: Editor, grid: Grid, spot: Spot, *, extends: bool) -> None:
    held = grid.names(spot)
    cell = grid.cell(spot)
    if held:
        name = held[min(spot.item, len(held) - 1)]
        editor.select(*(selection.extended(editor.selection, name) if extends else (name,)))
    elif cell is not None and not extends:
        editor.select_cell(cell)


def _set_emotion(editor: Editor, event: KeyEvent) -> bool:
    held = event.modifiers
    reading = None
    if len(editor.selection) == 1:
        reading = queries.emotion(editor.journey, editor.selection[0])
    if held.alt and held.shift and event.name in _FINE and reading is not None:
        nudge_reading(editor, reading, _FINE[event.name])
        return True
    if held.control or held.alt:
        return False
    if reading is None:
        values = _DIGITS | _SIGNS
        return event.text in values and set_at_cell(editor, values[event.text])
    if event.text in _DIGITS:
        set_reading(editor, reading.id, _DIGITS[event.text])
    elif event.text in _SIGNS:
        nudge_reading(editor, reading, _SIGNS[event.text])
    else:
        return False
    return True


def _open(editor: Editor, event: KeyEvent) -> bool:
    held = event.modifiers
    if event.name not in {"Enter", "F2"} or held.control or held.alt or held.shift:
        return False
    if editor.cell is not None:
        return _new_card(editor, editor.cell, "")
    if len(editor.selection) != 1:
        return False
    editor.open_text(editor.selection[0])
    return True


def _new_card(editor: Editor, cell: CellKey, typed: str) -> bool:
    """A card at the end of the selected cell; where it is for emotions, one with these words."""
    if cell[0] in editor.layout.emotion_lanes:
        open_at_cell(editor, cell, typed)
        return True
    index = len(queries.cards_in_cell(editor.journey, *cell))
    new_id = editor.session.new_id()
    editor.open_placed(placing.card_at(editor, cell, index, new_id), typed=typed)
    return True
