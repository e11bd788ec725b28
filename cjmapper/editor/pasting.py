"""What lies on the clipboard, put on the map; and another reading of it in the place of the last.

What is pasted is one entry, whatever it is. How a table was read is kept as long as that entry is
the last thing that was done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjmapper.editor import clipboard, map_tables, names, table_readings
from cjmapper.editor.cutting import paste_cut
from cjmapper.editor.emotion_words import are_values
from cjmapper.editor.feedback import Said
from cjmapper.editor.table_readings import Reading, Target
from cjmapper.editor.tools import placing
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.model.text_table import TextTable, lines_of, read_delimited

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjmapper.editor.clipboard import Clip, Copies
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.history import EntryName
    from cjmapper.layout.result import CellKey

_AS: dict[Reading, Callable[[d.Document, TextTable, Target], d.Document]] = {
    Reading.LANES: table_readings.as_lanes,
    Reading.MAP: map_tables.as_map,
    Reading.COLUMN: table_readings.as_column,
    Reading.CARD: table_readings.as_card,
}


class Pasted(NamedTuple):
    """A table that was pasted, and how it was read.

    Attributes:
        at: the cell it was pasted from.
        document: what the map became by it.
        splits: whether a cell of several lines became several cards.
    """

    table: TextTable
    reading: Reading
    at: CellKey
    document: d.Document
    splits: bool = False

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The ways it can be read, the usual first."""
        if self.table.width == 1:
            return (Reading.COLUMN, Reading.LANES, Reading.CARD)
        if map_tables.can_be_map(self.table):
            return (Reading.LANES, Reading.MAP, Reading.COLUMN)
        return (Reading.LANES, Reading.COLUMN, Reading.CARD)

    @property
    def can_split(self) -> bool:
        """Whether any of its cells has several parts."""
        return self.reading is not Reading.CARD and table_readings.can_split(self.table)


def paste(editor: Editor) -> None:
    """What lies on the clipboard, from the selected cell on."""
    clip = editor.options.clipboard.get()
    if clip.has_pictures:
        editor.ask("paste_pictures")
        return
    try:
        if clip.own:
            _paste_own(editor, clip)
            return
        table = clip.table or table_in(clip.text)
    except EditError as error:
        editor.say(Said(f"errors.{error.code}", dict(error.values)))
        return
    if table is not None:
        paste_table(editor, table)


def table_in(text: str) -> TextTable | None:
    """A text as a table: by its tabs where it has any, else each line a row."""
    return read_delimited(text) if "\t" in text else lines_of(text)


def paste_table(editor: Editor, table: TextTable) -> None:
    """A table as the likeliest of its readings; another can be chosen after."""
    at = target_cell(editor)
    if _is_for_curve(editor, table) and editor.cell is not None:
        at = editor.cell
    reading = Reading.LANES if table.width > 1 or _is_for_curve(editor, table) else Reading.COLUMN
    if map_tables.is_empty(editor.journey) and map_tables.looks_like_map(table):
        reading = Reading.MAP
    if at is None:
        at = _any_cell(editor)
        reading = Reading.MAP if map_tables.can_be_map(table) else Reading.LANES
    _read(editor, Pasted(table, reading, at, editor.session.document), is_first=True)


def read_again(editor: Editor, reading: Reading, *, splits: bool) -> None:
    """The table pasted last, read in another way: that takes the place of the former."""
    former = editor.pasted
    if former is not None and (reading, splits) != (former.reading, former.splits):
        editor.settle()
        _read(editor, former._replace(reading=reading, splits=splits), is_first=False)


def target_cell(editor: Editor) -> CellKey | None:
    """Where cards go: the selected cell, that of the last selected card, or the first."""
    takers = placing.card_lanes(editor.journey)
    cell = editor.cell or cell_of(editor.journey, editor.selection)
    if cell is not None and cell[0] in takers:
        return cell
    rows = [band.lane.id for band in editor.layout.lanes if band.lane.id in takers]
    if not rows:
        return None
    return rows[0], placing.selected_step(editor) or editor.journey.steps[0].id


def cell_of(journey: d.JourneyMap, chosen: tuple[str, ...]) -> CellKey | None:
    """The cell of the last card that is selected."""
    for name in reversed(chosen):
        card = queries.card(journey, name)
        if card is not None and card.lane is not None and card.step is not None:
            return card.lane, card.step
    return None


def _paste_own(editor: Editor, clip: Clip) -> None:
    at = target_cell(editor)
    if at is not None and paste_cut(editor, at, clip):
        return
    copies = clipboard.read(clip.own)
    if at is None and copies.cards:
        editor.say(Said("notice.no_lane_for_it"))
        return
    at = at or _any_cell(editor)
    made: list[str] = []
    map_id, new_id = editor.map_id, _noting(editor, made)
    if editor.run(
        _name_of(copies),
        lambda document: clipboard.pasted(document, map_id, at, copies, new_id),
    ):
        _select_made(editor, made)


def _read(editor: Editor, pasted: Pasted, *, is_first: bool) -> None:
    made: list[str] = []
    target = Target(editor.map_id, pasted.at, _noting(editor, made), pasted.splits)

    def edit(document: d.Document) -> d.Document:
        return _AS[pasted.reading](document, pasted.table, target)

    name = _name_of_table(pasted)
    if is_first:
        done = editor.run(name, edit, select=())
    else:
        done = editor.run_instead(name, edit)
    if done:
        _select_made(editor, made)
        if len(pasted.table.texts) > 1 or pasted.can_split:
            editor.show_pasted(pasted._replace(document=editor.session.document))
        if _is_cut(pasted):
            editor.say(Said("notice.text_cut", {"limit": MAX_TEXT}))


def _is_cut(pasted: Pasted) -> bool:
    """Whether some of the text did not come along."""
    if pasted.reading is not Reading.CARD:
        return pasted.table.is_cut
    return pasted.table.is_cut or sum(len(text) + 1 for text in pasted.table.texts) > MAX_TEXT + 1


def _noting(editor: Editor, made: list[str]) -> Callable[[], str]:
    """New ids that are also noted down."""

    def new_id() -> str:
        made.append(editor.session.new_id())
        return made[-1]

    return new_id


def _select_made(editor: Editor, made: list[str]) -> None:
    """The cards and readings among what was made; the phases where there are none."""
    journey = editor.journey
    things = [one for one in made if isinstance(queries.part(journey, one), d.Card | d.Emotion)]
    editor.select(*(things or made))


def _is_for_curve(editor: Editor, table: TextTable) -> bool:
    """Whether values come to a selected cell of a lane that shows them."""
    cell = editor.cell
    return cell is not None and cell[0] in editor.layout.emotion_lanes and are_values(table.rows[0])


def _any_cell(editor: Editor) -> CellKey:
    journey = editor.journey
    step = placing.selected_step(editor) or journey.steps[0].id
    return journey.lanes[0].id if journey.lanes else ids.LaneId(""), step


def _name_of(copies: Copies) -> EntryName:
    if copies.cards:
        return names.entry("paste_cards", n=len(copies.cards))
    return names.entry("paste_readings", n=len(copies.readings))


def _name_of_table(pasted: Pasted) -> EntryName:
    match pasted.reading:
        case Reading.MAP:
            return names.entry("paste_map")
        case Reading.CARD:
            return names.entry("paste_cards", n=1)
        case Reading.COLUMN:
            texts = pasted.table.texts
            parts = (table_readings.parts_of(text, splits=pasted.splits) for text in texts)
            return names.entry("paste_cards", n=sum(map(len, parts)))
        case Reading.LANES:
            return names.entry("paste_cells", n=len(pasted.table.texts))
