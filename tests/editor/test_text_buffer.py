"""A text being written: caret, selection, deleting, its own undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.editor.text_buffer import TextBuffer, clean_text
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.text.clusters import cluster_edges

FAMILY = "👨‍👩‍👧"


def written(text: str, caret: int | None = None) -> TextBuffer:
    buffer = TextBuffer(text)
    if caret is not None:
        buffer.move_to(caret)
    return buffer


def typed(text: str) -> TextBuffer:
    buffer = TextBuffer()
    for letter in text:
        buffer.insert(letter)
    return buffer


def test_letters_go_in_at_the_caret_and_replace_what_is_selected() -> None:
    buffer = written("blåbær", 3)
    buffer.insert("-")
    assert (buffer.text, buffer.caret) == ("blå-bær", 4)
    buffer.move_to(7, select=True)
    assert buffer.selected == "bær"
    buffer.insert("rå")
    assert (buffer.text, buffer.selection) == ("blå-rå", (6, 6))


def test_what_no_document_may_hold_does_not_go_in() -> None:
    buffer = TextBuffer("a")
    assert not buffer.insert("\x00\x1b")
    assert not buffer.insert("")
    buffer.insert("\tb\r\nc\u2028d\x07")
    assert buffer.text == "a b\nc\nd"
    assert clean_text("a\nb", one_line=True) == "a b"


def test_a_text_has_at_most_twenty_thousand_characters() -> None:
    buffer = TextBuffer("x" * (MAX_TEXT - 2))
    assert buffer.insert("abcdef")
    assert len(buffer.text) == MAX_TEXT
    assert not buffer.insert("g")
    buffer.move_to(0, select=True)
    assert buffer.insert("g")
    assert buffer.text == "g"


def test_a_text_of_one_line_takes_no_line_break() -> None:
    buffer = TextBuffer("glad", one_line=True)
    buffer.insert("\nspent")
    assert buffer.text == "glad spent"


def test_deleting_takes_whole_clusters() -> None:
    buffer = written(f"a{FAMILY}e\u0301b")
    buffer.delete_back()
    buffer.delete_back()
    assert buffer.text == f"a{FAMILY}"
    buffer.delete_back()
    assert buffer.text == "a"
    front = written(f"{FAMILY}b", 0)
    assert front.delete_forward()
    assert front.text == "b"


def test_deleting_words_and_at_the_ends() -> None:
    buffer = written("en liten prøve")
    buffer.delete_back(word=True)
    assert buffer.text == "en liten "
    buffer.move_to(0)
    buffer.delete_forward(word=True)
    assert buffer.text == "liten "
    assert not buffer.delete_back()
    buffer.move_to(99)
    assert not buffer.delete_forward()


def test_deleting_a_selection_takes_just_that() -> None:
    buffer = written("en liten prøve", 3)
    buffer.move_to(9, select=True)
    assert buffer.delete_back(word=True)
    assert buffer.text == "en prøve"


def test_the_caret_moves_by_cluster_and_by_word() -> None:
    buffer = written(f"to {FAMILY}!", 0)
    buffer.move_right(word=True)
    assert buffer.caret == 3
    buffer.move_right()
    assert buffer.caret == 3 + len(FAMILY)
    buffer.move_left()
    assert buffer.caret == 3
    buffer.move_left(word=True)
    assert buffer.caret == 0
    buffer.move_left()
    assert buffer.caret == 0
    buffer.move_to(3 + 2)
    assert buffer.caret == 3, "not inside a cluster"


def test_shift_extends_and_a_plain_arrow_collapses_to_the_end_it_points_to() -> None:
    buffer = written("prøve", 1)
    buffer.move_right(select=True)
    buffer.move_right(select=True)
    assert buffer.selected == "rø"
    buffer.move_left()
    assert buffer.selection == (1, 1)
    buffer.move_right(word=True, select=True)
    buffer.move_right()
    assert buffer.selection == (5, 5)
    buffer.select_all()
    assert buffer.selected == "prøve"


def test_a_word_is_selected_by_a_place_in_it() -> None:
    buffer = written("en liten prøve")
    buffer.select_word_at(5)
    assert buffer.selected == "liten"
    spaces = written("a   b")
    spaces.select_word_at(2)
    assert spaces.selection == (2, 2)


def test_undo_takes_a_word_with_its_blank_at_a_time() -> None:
    buffer = typed("en liten prøve")
    seen = []
    while buffer.undo():
        seen.append(buffer.text)
    assert seen == ["en liten ", "en ", ""]
    while buffer.redo():
        pass
    assert buffer.text == "en liten prøve"
    assert not buffer.redo()


def test_a_run_of_deleting_is_one_step_and_typing_after_it_another() -> None:
    buffer = typed("prøve")
    for _ in range(3):
        buffer.delete_back()
    buffer.insert("x")
    assert buffer.text == "prx"
    buffer.undo()
    assert buffer.text == "pr"
    buffer.undo()
    assert (buffer.text, buffer.caret) == ("prøve", 5)


def test_a_paste_is_a_step_of_its_own_and_typing_forgets_what_was_undone() -> None:
    buffer = typed("a")
    buffer.insert("lang tekst")
    buffer.undo()
    assert buffer.text == "a"
    buffer.insert("b")
    assert not buffer.redo()


def test_moving_the_caret_ends_a_run_of_typing() -> None:
    buffer = typed("ab")
    buffer.move_to(0)
    buffer.insert("c")
    buffer.undo()
    assert buffer.text == "ab"


def test_an_input_method_shows_its_text_in_place_of_the_selection() -> None:
    buffer = written("en prøve", 3)
    buffer.move_to(8, select=True)
    buffer.compose("\u00b4")
    assert (buffer.text, buffer.shown) == ("en prøve", "en \u00b4")
    buffer.compose("")
    assert buffer.shown == "en prøve"
    buffer.compose("\u00b4")
    buffer.insert("é")
    assert (buffer.text, buffer.composition) == ("en é", "")


def test_a_mark_that_joins_the_letter_before_it_leaves_the_caret_after_both() -> None:
    buffer = typed("e")
    buffer.insert("\u0301")
    assert (buffer.caret, len(buffer.text)) == (2, 2)
    buffer.insert("t")
    assert buffer.text == "e\u0301t"


@pytest.mark.parametrize("word", [True, False])
def test_every_key_leaves_the_caret_at_the_edge_of_a_cluster(word: bool) -> None:
    @given(
        st.text(alphabet="ab \n\u0301👍🏽" + FAMILY, max_size=12),
        st.lists(st.integers(0, 6), max_size=12),
    )
    def holds(text: str, keys: list[int]) -> None:
        buffer = TextBuffer(clean_text(text))
        for number in keys:
            _press(buffer, number, word)
            edges = cluster_edges(buffer.text)
            assert buffer.caret in edges
            assert buffer.anchor in edges

    holds()


def _press(buffer: TextBuffer, number: int, word: bool) -> None:
    presses = (
        lambda: buffer.move_left(word=word),
        lambda: buffer.move_right(word=word, select=True),
        lambda: buffer.delete_back(word=word),
        lambda: buffer.delete_forward(word=word),
        lambda: buffer.insert("\u0301x"),
        buffer.undo,
        buffer.redo,
    )
    presses[number]()
