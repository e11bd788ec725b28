"""Names of entries in the history: what is changed, in the first words of its own text."""

from collections.abc import Sequence

from cjmapper.editor.history import EntryName
from cjmapper.errors import Value
from cjmapper.model import queries
from cjmapper.model.document import Card, Emotion, JourneyMap, Lane, Phase, Step

_MOST = 28


def entry(code: str, **values: Value) -> EntryName:
    """The name of an entry: `undo.<code>` and what it names."""
    return EntryName(f"undo.{code}", values)


def short(text: str) -> str:
    """The first words of a text, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1].rstrip() + "…"


def of_cards(code: str, cards: Sequence[Card]) -> EntryName:
    """The name of an entry about one card (`code`) or several (`code` in the plural)."""
    if len(cards) == 1:
        return entry(code, name=short(cards[0].text))
    return entry(f"{code}s", n=len(cards))


def thing_name(journey: JourneyMap, name: str) -> str:
    """What a person would call the thing of that id: its words, or nothing."""
    match queries.part(journey, name):
        case Card(text=words) | Phase(name=words) | Step(title=words) | Lane(title=words):
            return short(words)
        case Emotion() as reading:
            if reading.words:
                return short(", ".join(reading.words))
            step = queries.step(journey, reading.step)
            return "" if step is None else short(step.title)
        case _:
            return ""
