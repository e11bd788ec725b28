"""Scenario 6: Esc before the button is let go, and the drag has never been."""

from cjmapper.storage.codec import encode
from tests.support.builders import cards, document, journey
from tests.support.driver import Driver


def test_esc_in_a_drag_leaves_document_history_and_picture_as_they_were() -> None:
    held = (*cards(("a1", "a2", "x"), "touchpoint:s1"), *cards(("b1", "b2"), "touchpoint:s2"))
    hand = Driver(document(journey("s1|s2", cards=held)))
    hand.select("b1")
    hand.key("Alt+Up")
    hand.key("Alt+Down")
    hand.key("Ctrl+z")
    before, written, redo = hand.document, encode(hand.document), hand.session.redo_name
    entries = hand.session.entry_names
    assert redo is not None
    hand.grab(hand.at_card("x"), hand.at_card("b2", 0.5, 0.0))
    assert hand.feedback.ghost is not None
    hand.key("Escape")
    assert hand.document is before
    assert encode(hand.document) == written
    assert (hand.session.entry_names, hand.session.redo_name) == (entries, redo)
    assert hand.session.shown is before
    seen = hand.feedback
    assert (seen.ghost, seen.slot_line, seen.origins, seen.legal_cells) == (None, None, (), ())
    assert seen.hint.code == "hint.move_cancelled"
    hand.release()
    assert hand.document is before
