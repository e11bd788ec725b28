"""Choosing one of several readings that a curve passes between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.feedback import Said
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.choosing import Choosing, choice
from cjmapper.geometry import Rect
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import queries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjmapper.editor.editor import Editor
    from cjmapper.editor.feedback import Choice
    from cjmapper.geometry import Point
    from cjmapper.model.document import Emotion


class ChoosingReading(Choosing):
    """The chosen reading is selected; all of them stay as they are."""

    HINT = "hint.choosing"
    TITLE = "choice.readings"

    def take(self, editor: Editor, name: str) -> None:
        """Select it."""
        editor.select(name)


def choosing_reading(editor: Editor, names: Iterable[str], at: Point) -> ChoosingReading:
    """The list of these readings beside a point, the best feeling first."""
    found = (queries.emotion(editor.journey, name) for name in names)
    readings = sorted((one for one in found if one is not None), key=lambda one: -one.value)
    room = DISTANCES.marker / 2
    beside = Rect(at.x, at.y, 0.0, 0.0).grown(room)
    return ChoosingReading(tuple(_choice(editor, one) for one in readings), beside)


def _choice(editor: Editor, reading: Emotion) -> Choice:
    """Its value with its own words, else with the word of its level."""
    words = ", ".join(reading.words)
    if words:
        said = Said("choice.reading", {"value": reading.value, "words": words})
        return choice(editor, reading.id, said, words)
    return choice(editor, reading.id, placing.value_said(reading.value))
