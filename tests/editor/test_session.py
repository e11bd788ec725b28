"""The session: one entry per change, previews without a trace, undo that shows where it was."""

import pytest

from cjmapper.editor.history import LEVELS, EntryName
from cjmapper.editor.session import ChangeKind
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model.edits import cards, deleting, maps, phases, steps
from tests.support import builders as b
from tests.support.edits import Clock, session
from tests.support.sessions import (
    NAME,
    OTHER,
    added,
    chosen,
    count,
    dirty,
    heard,
    kinds,
    placed,
    retitled,
    worded,
)


def test_an_edit_becomes_one_named_entry() -> None:
    editor = session(b.document())
    assert editor.run(NAME, retitled("A"))
    assert editor.run(OTHER, retitled("B"))
    assert (editor.undo_name, editor.redo_name) == (OTHER, None)
    assert editor.entry_names == (OTHER, NAME)
    assert editor.undo()
    assert (editor.undo_name, editor.redo_name) == (NAME, OTHER)
    assert editor.document.title == "A"


def test_an_edit_that_changes_nothing_leaves_no_entry_and_keeps_redo() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    editor.undo()
    assert not editor.run(NAME, retitled(""))
    assert editor.can_redo
    assert not editor.can_undo


def test_an_edit_that_fails_leaves_everything_even_a_preview() -> None:
    editor = session(b.document())
    shown = retitled("A")(editor.document)
    editor.preview(shown)
    changes = heard(editor)

    def broken(document: d.Document) -> d.Document:
        raise ZeroDivisionError(document.id)

    with pytest.raises(ZeroDivisionError):
        editor.run(NAME, broken)
    with pytest.raises(EditError):
        editor.run(NAME, worded("no", "x"))
    assert editor.shown is shown
    assert not editor.can_undo
    assert changes == []


def test_undo_and_redo_with_nothing_to_do_say_so() -> None:
    editor = session(b.document())
    assert not editor.undo()
    assert not editor.redo()


def test_undo_gives_back_the_very_same_documents() -> None:
    editor = session(b.document())
    passed = [editor.document]
    for title in "ABC":
        editor.run(NAME, retitled(title))
        passed.append(editor.document)
    for document in reversed(passed[:-1]):
        editor.undo()
        assert editor.document is document
    for document in passed[1:]:
        editor.redo()
        assert editor.document is document


def test_a_new_edit_forgets_what_was_undone() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    editor.undo()
    editor.run(NAME, retitled("B"))
    assert not editor.can_redo


def test_no_more_than_the_last_levels_are_kept() -> None:
    editor = session(b.document())
    for number in range(LEVELS + 5):
        editor.run(NAME, retitled(str(number)))
    undone = 0
    while editor.undo():
        undone += 1
    assert undone == LEVELS
    assert editor.document.title == "4"


# Coalescing


def test_changes_of_the_same_key_within_a_second_are_one_entry() -> None:
    clock = Clock()
    editor = session(b.document(), clock)
    before = editor.document
    for title in "ABC":
        editor.run(EntryName(title), retitled(title), coalesce="title")
        clock.now += 0.9
    assert editor.undo_name == EntryName("C")
    editor.undo()
    assert editor.document is before
    editor.redo()
    assert editor.document.title == "C"


def test_changes_of_the_same_key_later_than_a_second_are_two_entries() -> None:
    clock = Clock()
    editor = session(b.document(), clock)
    editor.run(NAME, retitled("A"), coalesce="title")
    clock.now += 1.1
    editor.run(NAME, retitled("B"), coalesce="title")
    assert count(editor) == 2
    editor.run(NAME, retitled("C"), coalesce="title", within=None)
    clock.now += 999
    editor.run(NAME, retitled("D"), coalesce="title", within=None)
    assert count(editor) == 2


def test_nothing_is_merged_across_another_key_another_entry_an_undo_or_a_save() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"), coalesce="one")
    editor.run(NAME, retitled("B"), coalesce="other")
    editor.run(NAME, retitled("C"))
    editor.run(NAME, retitled("D"), coalesce="one")
    assert count(editor) == 4
    editor.run(NAME, retitled("E"), coalesce="two")
    editor.undo()
    editor.run(NAME, retitled("F"), coalesce="one")
    assert count(editor) == 5
    editor.mark_saved(editor.document)
    editor.run(NAME, retitled("G"), coalesce="one")
    assert count(editor) == 6
    editor.undo()
    assert not dirty(editor)


# Gestures


def test_a_preview_is_shown_but_not_committed() -> None:
    editor = session(b.document())
    origin = editor.begin()
    changes = heard(editor)
    editor.preview(retitled("A")(origin))
    assert (editor.shown.title, editor.document.title) == ("A", "")
    assert editor.is_previewing
    assert not dirty(editor)
    editor.drop_preview()
    assert editor.shown is editor.document is origin
    assert kinds(changes) == [ChangeKind.PREVIEW, ChangeKind.PREVIEW]
    editor.drop_preview()
    editor.preview(origin)
    assert len(changes) == 2


def test_a_dropped_preview_leaves_history_and_redo_untouched() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    editor.undo()
    editor.preview(retitled("B")(editor.begin()))
    editor.drop_preview()
    assert editor.redo_name == NAME


def test_a_preview_is_committed_as_one_entry() -> None:
    editor = session(b.full_document())
    origin = editor.begin()
    for index in range(3):
        editor.preview(placed("c1", "touchpoint:s3", index)(origin))
    shown = editor.shown
    assert editor.commit_preview(OTHER, select=["c1"])
    assert editor.document is shown
    assert not editor.is_previewing
    assert chosen(editor) == "c1"
    assert editor.entry_names == (OTHER,)
    assert not editor.commit_preview(OTHER)


def test_undo_in_a_gesture_drops_the_preview() -> None:
    editor = session(b.document())
    editor.run(NAME, retitled("A"))
    editor.preview(retitled("B")(editor.begin()))
    editor.undo()
    assert editor.shown is editor.document
    assert editor.document.title == ""


# Selection


def test_a_selection_is_ordered_and_holds_only_what_exists() -> None:
    editor = session(b.full_document())
    changes = heard(editor)
    editor.select(["c2", "no", "c1", "c2", "s1"])
    assert editor.selection == ("c2", "c1", "s1")
    editor.select(["c2", "c1", "s1"])
    assert kinds(changes) == [ChangeKind.SELECTION]
    assert not editor.can_undo


def test_what_is_deleted_is_no_longer_selected() -> None:
    editor = session(b.full_document())
    editor.select(["c1", "c2"])
    editor.run(OTHER, lambda doc: cards.delete_cards(doc, "m1", ["c1"]))
    assert chosen(editor) == "c2"


def test_undoing_a_deletion_selects_what_came_back() -> None:
    editor = session(b.full_document())
    editor.run(OTHER, lambda doc: cards.delete_cards(doc, "m1", ["c3", "c4"]))
    editor.undo()
    assert chosen(editor) == "c3 c4"
    editor.run(OTHER, lambda doc: phases.delete_phase(doc, "m1", "p1"))
    editor.undo()
    assert chosen(editor) == "p1"
    editor.run(OTHER, lambda doc: deleting.delete_many(doc, "m1", ["k1"]))
    editor.undo()
    assert chosen(editor) == "k1"


def test_a_map_that_comes_back_is_shown_with_nothing_selected() -> None:
    second = b.journey("t1 t2|t3", name="m2")
    editor = session(b.document(b.journey(), second))
    editor.show_map(second.id)
    editor.run(OTHER, lambda doc: maps.delete_map(doc, "m2"))
    assert editor.map_id == "m1"
    editor.undo()
    assert (editor.map_id, editor.selection) == ("m2", ())


def test_undo_and_redo_select_what_changed_or_moved() -> None:
    editor = session(b.full_document())
    editor.run(OTHER, worded("c3", "Ny"))
    editor.run(OTHER, lambda doc: steps.move_step(doc, "m1", "s2", "p1", 0))
    editor.select(["c7"])
    editor.undo()
    assert editor.selection in {("s1",), ("s2",)}
    editor.undo()
    assert chosen(editor) == "c3"
    editor.redo()
    assert chosen(editor) == "c3"


def test_undoing_an_addition_selects_what_was_selected_before() -> None:
    editor = session(b.full_document())
    editor.select(["c2"])
    editor.run(OTHER, added("new"), select=["new"])
    assert chosen(editor) == "new"
    editor.undo()
    assert chosen(editor) == "c2"
    editor.redo()
    assert chosen(editor) == "new"


def test_an_edit_takes_the_place_of_the_last_only_where_that_still_stands() -> None:
    editor = session(b.document())
    assert not editor.run_instead(NAME, retitled("A"))
    editor.run(NAME, retitled("A"))
    assert not editor.run_instead(OTHER, retitled(""))
    assert (editor.document.title, editor.entry_names) == ("A", (NAME,))
    assert editor.run_instead(OTHER, retitled("B"))
    assert (editor.document.title, editor.entry_names) == ("B", (OTHER,))
    editor.undo()
    assert not editor.run_instead(NAME, retitled("C"))
    assert editor.document.title == ""
