"""Edits of emotion readings: how someone felt, or is believed to have felt, at a step."""

from typing import Any

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import changes
from cjmapper.model.entities import EntityKind
from cjmapper.model.references import without


def add_reading(document: d.Document, map_id: str, reading: d.Emotion) -> d.Document:
    """One more reading; refused with `emotion_value_range` outside −2 to +2."""
    return changes.add_part(document, map_id, EntityKind.EMOTION, reading)


def change_reading(document: d.Document, map_id: str, emotion_id: str, **fields: Any) -> d.Document:
    """Other fields of a reading."""
    return changes.change_part(document, map_id, (EntityKind.EMOTION, emotion_id), fields)


def set_value(document: d.Document, map_id: str, emotion_id: str, value: float) -> d.Document:
    """Another value; refused with `emotion_value_range` outside −2 to +2."""
    return change_reading(document, map_id, emotion_id, value=value)


def move_reading(document: d.Document, map_id: str, emotion_id: str, step_id: str) -> d.Document:
    """The reading at another step."""
    return change_reading(document, map_id, emotion_id, step=ids.StepId(step_id))


def set_words(
    document: d.Document, map_id: str, emotion_id: str, words: tuple[str, ...]
) -> d.Document:
    """Other words for the feeling."""
    return change_reading(document, map_id, emotion_id, words=words)


def delete_reading(document: d.Document, map_id: str, emotion_id: str) -> d.Document:
    """No such reading, nor comments on it."""
    changes.require(queries.map_by_id(document, map_id), EntityKind.EMOTION, emotion_id)
    return without(document, (emotion_id,))
