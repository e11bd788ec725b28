"""What is selected, put on the clipboard: in our own form, as a table for others, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cjmapper.editor import clipboard
from cjmapper.editor.clipboard import Clip, CopiedCard, CopiedReading, Copies
from cjmapper.editor.cutting import NOTHING_CUT
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import queries, text_table
from cjmapper.model.vocabulary import LaneKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjmapper.editor.editor import Editor
    from cjmapper.model.text_table import TextTable

_Place = tuple[int, int]
_Entry = TypeVar("_Entry", d.Channel, d.Department, d.Tag, d.Asset)


def can_copy(editor: Editor) -> bool:
    """Whether any card or reading is selected."""
    return not editor.chosen.kinds.isdisjoint((d.Card, d.Emotion))


def copy(editor: Editor) -> None:
    """The selected cards and readings on the clipboard."""
    editor.cut = NOTHING_CUT
    editor.options.clipboard.put(
        copied(editor.session.shown, editor.map_id, tuple(editor.selection))
    )


def copied(document: d.Document, map_id: str, chosen: Sequence[str]) -> Clip:
    """These cards and readings as they lie on a clipboard; nothing where there are none."""
    journey = queries.map_by_id(document, map_id)
    names = tuple(chosen)
    cards = queries.reading_order(journey, tuple(n for n in names if queries.card(journey, n)))
    found = (queries.emotion(journey, name) for name in names)
    readings = tuple(one for one in found if one is not None)
    if not cards and not readings:
        return Clip()
    placed = {card.id: _place(journey, card) for card in cards}
    columns = queries.step_index(journey)
    top = min((row for row, _ in placed.values()), default=0)
    left = min(
        *(column for _, column in placed.values()),
        *(columns[reading.step] for reading in readings),
        len(journey.steps),
    )
    copies = Copies(
        cards=tuple(
            CopiedCard(card, placed[card.id][0] - top, placed[card.id][1] - left) for card in cards
        ),
        readings=tuple(CopiedReading(one, columns[one.step] - left) for one in readings),
        links=tuple(one for one in journey.links if one.start in placed and one.to in placed),
        channels=_used(document.channels, [card.channel for card in cards]),
        departments=_used(document.departments, [card.department for card in cards]),
        tags=_used(document.tags, [tag for card in cards for tag in card.tags]),
        assets=_used(document.assets, [card.picture for card in cards]),
    )
    table = _table(journey, cards, readings)
    lines = "\n".join(card.text for card in cards)
    text = lines if table is None else text_table.written(table.rows)
    return Clip(clipboard.written(copies), text, table)


def _used(entries: tuple[_Entry, ...], names: Sequence[str | None]) -> tuple[_Entry, ...]:
    wanted = set(names)
    return tuple(one for one in entries if one.id in wanted)


def _place(journey: d.JourneyMap, card: d.Card) -> _Place:
    rows = {str(lane.id): row for row, lane in enumerate(journey.lanes)}
    return rows.get(card.lane or "", 0), queries.step_index(journey).get(card.step or "", 0)


def _table(
    journey: d.JourneyMap, cards: Sequence[d.Card], readings: Sequence[d.Emotion]
) -> TextTable | None:
    """Lanes by steps with their names, where more than one cell is copied and not too many."""
    cells: dict[_Place, list[str]] = {}
    for card in cards:
        cells.setdefault(_place(journey, card), []).append(card.text)
    columns = queries.step_index(journey)
    felt = [row for row, lane in enumerate(journey.lanes) if lane.kind is LaneKind.EMOTION]
    for reading in readings if felt else ():
        said = " ".join((f"{reading.value:g}", ", ".join(reading.words))).strip()
        cells.setdefault((felt[0], columns[reading.step]), []).append(said)
    if len(cells) <= 1:
        return None
    rows = sorted({row for row, _ in cells})
    across = sorted({column for _, column in cells})
    body = [
        [journey.lanes[row].title, *("\n".join(cells.get((row, one), ())) for one in across)]
        for row in rows
    ]
    try:
        return text_table.table_of([*_heads(journey, across), *body])
    except EditError:
        return None


def _heads(journey: d.JourneyMap, across: Sequence[int]) -> list[list[str]]:
    steps = [journey.steps[column] for column in across]
    names = {phase.id: phase.name for phase in journey.phases}
    phases = [
        "" if index and step.phase == steps[index - 1].phase else names[step.phase]
        for index, step in enumerate(steps)
    ]
    titles = [step.title for step in steps]
    heads = [["", *phases]]
    return [*heads, ["", *titles]] if any(titles) else heads
