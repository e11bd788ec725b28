"""What a table from elsewhere becomes on a map, by the way it is read: edits, nothing else.

As cards from a cell on, as a whole map, as one column of cards, or as one card. Nothing is left
out: an emotion that no value is known for stands in the middle with its words.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from cjmapper.editor import emotion_words
from cjmapper.layout.result import CellKey
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, emotions, lanes, phases
from cjmapper.model.entities import EntityKind
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.model.text_table import TextTable

_PARTS = re.compile(r"[\n;]+")
_BULLET = re.compile(r"^\s*[-–•*·]\s+")


class Reading(StrEnum):
    """The ways a table is read."""

    LANES = "lanes"
    MAP = "map"
    COLUMN = "column"
    CARD = "card"


class Target(msgspec.Struct, frozen=True):
    """Where on which map a table goes, and whether a cell of several lines is several cards."""

    map_id: ids.MapId
    at: CellKey
    new_id: ids.IdSource
    splits: bool = False


def parts_of(text: str, *, splits: bool) -> list[str]:
    """The cards in a cell: its parts without bullets, or all of it as one."""
    if not splits:
        return [text] if text else []
    parts = (_BULLET.sub("", part).strip() for part in _PARTS.split(text))
    return [part for part in parts if part]


def can_split(table: TextTable) -> bool:
    """Whether any cell has several parts."""
    return any(len(parts_of(text, splits=True)) > 1 for text in table.texts)


def as_column(document: d.Document, table: TextTable, target: Target) -> d.Document:
    """Every cell a card in the one cell of the map, below one another."""
    texts = [part for text in table.texts for part in parts_of(text, splits=target.splits)]
    return add_texts(document, target, target.at, texts)


def as_card(document: d.Document, table: TextTable, target: Target) -> d.Document:
    """All of it one card, each row on a line of its own."""
    lines = (" ".join(cell for cell in row if cell) for row in table.rows)
    return add_texts(document, target, target.at, ["\n".join(lines)[:MAX_TEXT]])


def as_lanes(document: d.Document, table: TextTable, target: Target) -> d.Document:
    """Rows on lanes and columns on steps, from a cell on; what is missing is added.

    Rows of values go to a lane of emotions, others pass it by.
    """
    first = queries.step_index(queries.map_by_id(document, target.map_id))[target.at[1]]
    document = _with_columns(document, target, first + table.width)
    step_ids = [one.id for one in _journey(document, target).steps][first : first + table.width]
    free = _lanes_from(_journey(document, target), target.at[0])
    for row in table.rows:
        lane = _next_lane(free, emotion_words.are_values(row))
        if lane is None:
            document, lane = _with_lane(document, target)
        document = fill_row(document, target, lane, tuple(zip(step_ids, row, strict=True)))
    return document


def add_texts(document: d.Document, target: Target, cell: CellKey, texts: list[str]) -> d.Document:
    """Cards at the end of a cell."""
    held = queries.cards_in_cell(_journey(document, target), *cell)
    slot = cards.Slot(*cell, len(held))
    return cards.add_cards(document, target.map_id, slot, texts, target.new_id)


def fill_row(
    document: d.Document, target: Target, lane: d.Lane, row: tuple[tuple[ids.StepId, str], ...]
) -> d.Document:
    """The texts of a row in a lane: cards, or readings where the lane is one of emotions."""
    if lane_rules.accepted_kinds(lane.kind):
        for step, text in row:
            parts = parts_of(text, splits=target.splits)
            if parts:
                document = add_texts(document, target, (lane.id, step), parts)
        return document
    values = emotion_words.values_of([text for _, text in row])
    for (step, text), (value, said) in zip(row, values, strict=True):
        if text:
            words = () if not said or emotion_words.is_face(said) else (said,)
            document = _felt(document, target, (lane, step), (value or 0.0, words))
    return document


def _felt(
    document: d.Document,
    target: Target,
    place: tuple[d.Lane, ids.StepId],
    said: tuple[float, tuple[str, ...]],
) -> d.Document:
    """A reading at a step: the one that is there changed, or a new one."""
    journey = _journey(document, target)
    (lane, step), (value, words) = place, said
    wished = journey.state is v.MapState.TO_BE
    view = v.EmotionView.TARGET if wished else v.EmotionView.FELT
    for one in journey.emotions:
        if (one.step, one.actor, one.view) == (step, lane.actor, view):
            fields = {"value": value, "words": words or one.words}
            return emotions.change_reading(document, target.map_id, one.id, **fields)
    reading = d.Emotion(
        id=ids.EmotionId(target.new_id()),
        step=step,
        actor=lane.actor,
        view=view,
        value=value,
        words=words,
    )
    return emotions.add_reading(document, target.map_id, reading)


def _journey(document: d.Document, target: Target) -> d.JourneyMap:
    return queries.map_by_id(document, target.map_id)


def _with_columns(document: d.Document, target: Target, count: int) -> d.Document:
    """The document with phases added at the end until the map has so many columns."""
    journey, new_id = _journey(document, target), target.new_id
    new = [
        phases.NewPhase(ids.PhaseId(new_id()), ids.StepId(new_id()))
        for _ in range(count - len(journey.steps))
    ]
    return phases.add_phases(document, target.map_id, len(journey.phases), new) if new else document


def _with_lane(document: d.Document, target: Target) -> tuple[d.Document, d.Lane]:
    index = len(_journey(document, target).lanes)
    document = lanes.add_lane(
        document,
        target.map_id,
        index,
        kind=v.LaneKind.NOTE,
        new_id=ids.LaneId(target.new_id()),
    )
    return document, _journey(document, target).lanes[index]


def _lanes_from(journey: d.JourneyMap, lane_id: ids.LaneId) -> Iterator[d.Lane]:
    """The lanes that are shown from this one on; none where there is no such lane."""
    start = queries.index_of(journey, EntityKind.LANE, lane_id)
    shown = () if start is None else journey.lanes[start:]
    return iter([lane for lane in shown if not lane.hidden])


def _next_lane(free: Iterator[d.Lane], has_values: bool) -> d.Lane | None:
    for lane in free:
        if has_values or lane_rules.accepted_kinds(lane.kind):
            return lane
    return None
