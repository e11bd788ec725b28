"""The session around its document: maps, saving, opening, and who is told of it."""

import msgspec
import pytest

from cjmapper.editor.session import Change, ChangeKind
from cjmapper.errors import EditError
from cjmapper.model.edits import cards, maps
from tests.support import builders as b
from tests.support.edits import session
from tests.support.sessions import NAME, OTHER, dirty, heard, kinds, retitled, worded


def test_another_map_is_shown_with_nothing_selected() -> None:
    editor = session(b.full_document())
    editor.select(["c1"])
    changes = heard(editor)
    editor.show_map("m2")
    editor.show_map("m2")
    assert (editor.map_id, editor.journey.id, editor.selection) == ("m2", "m2", ())
    assert kinds(changes) == [ChangeKind.MAP, ChangeKind.SELECTION]
    with pytest.raises(EditError):
        editor.show_map("no")


def test_undo_shows_the_map_it_happened_in() -> None:
    editor = session(b.full_document())
    editor.run(NAME, worded("c1", "Ny"))
    editor.show_map("m2")
    editor.undo()
    assert (editor.map_id, editor.selection) == ("m1", ("c1",))
    editor.show_map("m2")
    editor.redo()
    assert editor.map_id == "m1"


def test_a_map_that_is_deleted_is_shown_no_longer_until_it_is_back() -> None:
    editor = session(b.full_document())
    editor.show_map("m2")
    seen: list[str] = []
    editor.subscribe(lambda _change: seen.append(editor.map_id))
    editor.run(OTHER, lambda doc: maps.delete_map(doc, "m2"))
    assert editor.map_id == "m1"
    assert set(seen) == {"m1"}
    editor.undo()
    assert editor.map_id == "m2"


# Saving and opening


def test_a_document_is_dirty_until_saved_and_clean_again_when_undone_to_it() -> None:
    editor = session(b.document())
    assert not dirty(editor)
    editor.run(NAME, retitled("A"))
    assert dirty(editor)
    editor.mark_saved(editor.document)
    assert not dirty(editor)
    editor.run(NAME, retitled("B"))
    editor.undo()
    assert not dirty(editor)
    editor.undo()
    assert dirty(editor)


def test_what_changed_while_saving_stays_unsaved() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    snapshot = editor.document
    editor.run(NAME, retitled("B"))
    editor.mark_saved(snapshot)
    assert dirty(editor)
    editor.undo()
    assert not dirty(editor)


def test_a_stamped_document_takes_the_place_of_the_one_saved() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    snapshot = editor.document
    stamped = msgspec.structs.replace(snapshot, version="2")
    changes = heard(editor)
    editor.mark_saved(snapshot, stamped)
    assert editor.document is stamped
    assert not dirty(editor)
    assert kinds(changes) == [ChangeKind.DOCUMENT, ChangeKind.SAVED]
    editor.run(NAME, retitled("B"))
    editor.undo()
    assert editor.document is stamped
    editor.undo()
    editor.redo()
    assert editor.document is stamped


def test_opening_another_document_starts_afresh() -> None:
    editor = session(b.full_document())
    editor.show_map("m2")
    editor.run(NAME, retitled("A"))
    changes = heard(editor)
    other = b.document(b.journey("x1", name="x"))
    editor.replace(other)
    assert editor.document is other
    assert (editor.map_id, editor.selection) == ("x", ())
    assert not (editor.can_undo)
    assert not (editor.can_redo)
    assert not dirty(editor)
    assert set(kinds(changes)) == set(ChangeKind) - {ChangeKind.PREVIEW}
    editor.replace(other, saved=False)
    assert dirty(editor)


# Listening


def test_a_subscriber_hears_what_was_shown_before_until_it_unsubscribes() -> None:
    editor = session(b.document())
    changes: list[Change] = []
    unsubscribe = editor.subscribe(changes.append)
    before = editor.document
    editor.run(NAME, retitled("A"))
    assert [(change.kind, change.before) for change in changes] == [(ChangeKind.DOCUMENT, before)]
    unsubscribe()
    unsubscribe()
    editor.undo()
    assert len(changes) == 1


def test_everything_is_in_place_when_a_subscriber_is_told() -> None:
    editor = session(b.full_document())
    editor.select(["c1"])
    seen: list[tuple[str, tuple[str, ...]]] = []
    editor.subscribe(lambda change: seen.append((change.kind, editor.selection)))
    editor.run(OTHER, lambda doc: cards.delete_cards(doc, "m1", ["c1"]))
    assert seen == [("document", ()), ("selection", ())]


def test_new_ids_come_from_the_source_that_was_given() -> None:
    editor = session(b.document())
    assert (editor.new_id(), editor.new_id()) == ("new1", "new2")
