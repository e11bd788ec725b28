"""What tests of the session share: small edits, and what a session says of itself."""

from cjmapper.editor.history import EntryName
from cjmapper.editor.session import Change, ChangeKind, Session
from cjmapper.model import ids
from cjmapper.model.edits import cards, documents, text
from tests.support.edits import Edit

NAME = EntryName("edit_text", {"text": "Kø"})
OTHER = EntryName("move")


def retitled(title: str) -> Edit:
    return lambda document: documents.change_document(document, title=title)


def worded(name: str, words: str) -> Edit:
    return lambda document: text.set_text(document, "m1", name, words)


def placed(name: str, at: str, index: int = 0) -> Edit:
    lane, step = at.split(":")
    slot = cards.Slot(ids.LaneId(lane), ids.StepId(step), index)
    return lambda document: cards.move_cards(document, "m1", [name], slot)


def added(name: str) -> Edit:
    slot = cards.Slot(ids.LaneId("note"), ids.StepId("s1"), 99)
    return lambda document: cards.add_card(document, "m1", slot, new_id=ids.CardId(name))


def heard(editor: Session) -> list[Change]:
    changes: list[Change] = []
    editor.subscribe(changes.append)
    return changes


def chosen(editor: Session) -> str:
    return " ".join(editor.selection)


def dirty(editor: Session) -> bool:
    return editor.is_dirty


def count(editor: Session) -> int:
    return len(editor.entry_names)


def kinds(changes: list[Change]) -> list[ChangeKind]:
    return [change.kind for change in changes]
