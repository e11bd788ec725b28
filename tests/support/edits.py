"""Trying an edit forth and back through a session, and what it is refused with."""

from collections.abc import Callable

import msgspec
import pytest

from cjmapper.editor.history import EntryName
from cjmapper.editor.session import Session
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, invariants, queries

Edit = Callable[[d.Document], d.Document]


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def session(document: d.Document, clock: Callable[[], float] | None = None) -> Session:
    """A session with counted ids and a clock that stands still."""
    return Session(document, ids=ids.counted_ids("new"), clock=clock or Clock())


def tried(document: d.Document, edit: Edit) -> d.Document:
    """What an edit gives: sound, undone to the very same object, redone to the very same."""
    before = msgspec.json.encode(document)
    editor = session(document)
    assert editor.run(EntryName("try"), edit), "the edit changed nothing"
    outcome = editor.document
    invariants.check(outcome)
    for journey in outcome.maps:
        assert queries.cells(journey) == _cells_afresh(journey)
    assert msgspec.json.encode(document) == before
    assert editor.undo()
    assert editor.document is document
    assert editor.redo()
    assert editor.document is outcome
    return outcome


def untouched(document: d.Document, edit: Edit) -> None:
    """An edit that changes nothing gives the same object back and leaves no entry."""
    editor = session(document)
    assert edit(document) is document
    assert not editor.run(EntryName("try"), edit)
    assert not editor.can_undo


def refused(document: d.Document, edit: Edit, code: str) -> EditError:
    """An edit that is refused leaves everything as it was."""
    editor = session(document)
    with pytest.raises(EditError) as caught:
        editor.run(EntryName("try"), edit)
    assert (caught.value.code, code) == (code, code), str(caught.value)
    assert editor.document is document
    assert not editor.can_undo
    return caught.value


def _cells_afresh(
    journey: d.JourneyMap,
) -> dict[tuple[str | None, str | None], tuple[d.Card, ...]]:
    cells: dict[tuple[str | None, str | None], tuple[d.Card, ...]] = {}
    for card in journey.cards:
        cell = (card.lane, card.step)
        cells[cell] = (*cells.get(cell, ()), card)
    return cells
