"""Writing on the map: keys, dead keys, input methods, the caret; no jump between show and write."""

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.editor.clipboard import MEDIA_TYPE, Clip
from cjmapper.ui.canvas import keys
from cjmapper.ui.canvas.following import EDIT_ZOOM
from cjmapper.ui.parts.system_clipboard import SystemClipboard
from tests.support.builders import card, document, journey, reading
from tests.ui.canvas.conftest import CONTROL, LEFT, PLAIN, Hand, Shown

_Query = Qt.InputMethodQuery


@pytest.fixture
def hand(shown: Shown) -> Hand:
    return shown(
        document(
            journey(
                "s1 s2|s3",
                cards=(card("a", "touchpoint:s1", "Card"), card("b", "touchpoint:s2")),
                emotions=(reading("e", "s2", 1.0, words=("glad",)),),
            )
        )
    )


def text_of(hand: Hand, name: str = "a") -> str:
    return next(one.text for one in hand.journey.cards if one.id == name)


def compose(hand: Hand, preedit: str = "", commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(hand.canvas, event)


def open_card(hand: Hand) -> None:
    hand.editor.select("a")
    hand.key(Qt.Key.Key_Return)
    assert hand.canvas.feedback.text is not None


def test_typing_on_a_card_is_one_entry(hand: Hand) -> None:
    open_card(hand)
    hand.type(" more")
    hand.key(Qt.Key.Key_Return)
    assert text_of(hand) == "Card more"
    assert hand.entries == ["edit_card"]


def test_a_dead_key_shows_its_accent_and_then_the_letter(hand: Hand) -> None:
    open_card(hand)
    compose(hand, preedit="\u00b4")
    text = hand.canvas.feedback.text
    assert text is not None
    assert len(text.composing) == 1
    assert text_of(hand) == "Card"
    compose(hand, commit="é")
    hand.key(Qt.Key.Key_Escape)
    assert text_of(hand) == "Cardé"


@pytest.mark.parametrize("letter", ["å", "ø", "ñ", "客"])
def test_a_letter_from_an_input_method_is_typed(hand: Hand, letter: str) -> None:
    open_card(hand)
    compose(hand, commit=letter)
    hand.key(Qt.Key.Key_Escape)
    assert text_of(hand) == f"Card{letter}"


def test_a_letter_from_an_input_method_opens_the_selected_card(hand: Hand) -> None:
    hand.editor.select("a")
    compose(hand, commit="å")
    assert hand.canvas.feedback.text is not None
    hand.key(Qt.Key.Key_Escape)
    assert text_of(hand) == "Card å"


def test_a_letter_beyond_ascii_is_a_key_like_any_other(hand: Hand) -> None:
    open_card(hand)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Aring, PLAIN, "å")
    QApplication.sendEvent(hand.canvas, event)
    hand.key(Qt.Key.Key_Escape)
    assert text_of(hand) == "Cardå"


def test_an_input_method_is_told_of_text_caret_and_place(hand: Hand) -> None:
    open_card(hand)
    hand.key(Qt.Key.Key_Left)
    ask = hand.canvas.inputMethodQuery
    assert ask(_Query.ImEnabled) is True
    assert ask(_Query.ImSurroundingText) == "Card"
    assert ask(_Query.ImCursorPosition) == 3
    assert ask(_Query.ImAnchorPosition) == 3
    assert ask(_Query.ImCurrentSelection) == ""
    caret = ask(_Query.ImCursorRectangle)
    assert isinstance(caret, QRectF)
    assert QRectF(hand.canvas.place_px("a")).contains(caret.center())


def test_an_input_method_finds_nothing_where_no_text_is_open(hand: Hand) -> None:
    assert hand.canvas.inputMethodQuery(_Query.ImSurroundingText) == ""
    assert hand.canvas.inputMethodQuery(_Query.ImCursorRectangle) == QRectF()


def test_an_open_text_takes_keys_before_the_window_does(hand: Hand) -> None:
    def wants(key: Qt.Key, held: Qt.KeyboardModifier, text: str = "") -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text)
        event.ignore()
        QApplication.sendEvent(hand.canvas, event)
        return event.isAccepted()

    assert not wants(Qt.Key.Key_Delete, PLAIN)
    open_card(hand)
    assert wants(Qt.Key.Key_Delete, PLAIN)
    assert wants(Qt.Key.Key_Z, CONTROL)
    assert not wants(Qt.Key.Key_S, CONTROL)


def test_tab_in_a_text_goes_on_and_elsewhere_leaves_the_canvas(hand: Hand) -> None:
    hand.editor.select("p2")
    hand.key(Qt.Key.Key_F2)
    hand.key(Qt.Key.Key_Tab)
    assert hand.canvas.hasFocus()


def test_a_phase_that_is_written_on_is_ringed_like_one_that_is_selected(hand: Hand) -> None:
    hand.editor.select("p2")
    middle = hand.canvas.place_px("p2").center()
    row = [(x, middle.y() - 12) for x in range(middle.x() + 20, hand.canvas.place_px("p2").right())]
    selected = hand.picture()
    hand.key(Qt.Key.Key_F2)
    written = hand.picture()
    assert [written.pixel(*at) for at in row] == [selected.pixel(*at) for at in row]


def test_a_click_in_the_text_moves_the_caret_and_one_beside_it_ends(hand: Hand) -> None:
    open_card(hand)
    text = hand.canvas.feedback.text
    assert text is not None
    before = text.caret
    box = hand.canvas.place_px("a")
    QTest.mouseClick(hand.canvas.viewport(), LEFT, PLAIN, box.topLeft() + box.center() / 50)
    text = hand.canvas.feedback.text
    assert text is not None
    assert text.caret != before
    QTest.mouseClick(hand.canvas.viewport(), LEFT, PLAIN, hand.at("b"))
    assert hand.canvas.feedback.text is None


def test_the_text_stands_where_it_stood_when_it_opens(hand: Hand) -> None:
    box = hand.canvas.place_px("a")
    open_card(hand)
    assert hand.canvas.place_px("a") == box
    assert hand.canvas.zoom == 1.0


def test_far_out_the_view_comes_close_to_write_and_goes_back(hand: Hand) -> None:
    hand.canvas.set_zoom(0.3)
    far = hand.canvas.view
    open_card(hand)
    assert hand.canvas.zoom == EDIT_ZOOM
    hand.type("!")
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.zoom == far.zoom
    assert hand.canvas.view.scroll_x == far.scroll_x


def test_a_text_out_of_view_is_brought_into_it(hand: Hand) -> None:
    hand.canvas.set_zoom(3.0)
    hand.canvas.look(hand.canvas.view.scrolled_to(2000, 2000))
    open_card(hand)
    assert hand.canvas.viewport().rect().contains(hand.canvas.place_px("a").center())


def test_the_caret_blinks_only_while_something_is_written(hand: Hand) -> None:
    timer = hand.canvas._writing._timer
    assert not timer.isActive()
    open_card(hand)
    assert timer.isActive()
    timer.timeout.emit()
    assert not hand.caret_on()
    hand.type("x")
    assert hand.caret_on()
    hand.key(Qt.Key.Key_Escape)
    assert not timer.isActive()


def test_leaving_the_canvas_keeps_what_was_written(hand: Hand) -> None:
    open_card(hand)
    hand.type("!")
    hand.canvas.clearFocus()
    assert text_of(hand) == "Card!"


@pytest.mark.parametrize("name", ["p1", "s1", "touchpoint", "e"])
def test_titles_and_words_of_emotions_are_written_in_place(hand: Hand, name: str) -> None:
    hand.editor.select(name)
    hand.key(Qt.Key.Key_F2)
    hand.type("x")
    assert not hand.picture().isNull()
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.entries) == 1


def test_space_types_in_a_text_and_never_takes_the_map(hand: Hand) -> None:
    open_card(hand)
    hand.key(Qt.Key.Key_Space)
    hand.type("x")
    hand.key(Qt.Key.Key_Escape)
    assert text_of(hand) == "Card x"


@pytest.mark.parametrize(
    ("key", "held", "text", "name"),
    [
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, "", "Tab"),
        (Qt.Key.Key_Enter, PLAIN, "\r", "Enter"),
        (Qt.Key.Key_Z, CONTROL, "\x1a", "z"),
        (Qt.Key.Key_Aring, PLAIN, "å", "å"),
        (Qt.Key.Key_Plus, PLAIN, "+", "+"),
        (Qt.Key.Key_PageDown, PLAIN, "", "PageDown"),
        (0x1234567, PLAIN, "", ""),
    ],
)
def test_keys_have_the_names_that_the_editor_knows(
    key: int, held: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert keys.key_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)).name == name


def test_cards_and_text_lie_on_the_clipboard_of_the_computer(qapp: QApplication) -> None:
    clipboard = SystemClipboard()
    clipboard.put(Clip(b"{}", "two\nlines"))
    held = qapp.clipboard().mimeData()
    assert held.text() == "two\nlines"
    assert held.hasFormat(MEDIA_TYPE)
    assert clipboard.get() == Clip(b"{}", "two\nlines")
    clipboard.put(Clip(text="only text"))
    assert clipboard.get() == Clip(b"", "only text")
