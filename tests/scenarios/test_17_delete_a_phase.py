"""Scenario 17: a phase is deleted with all it holds, without a question, and comes back whole."""

import pytest

from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import Driver


@pytest.mark.parametrize("step_by", ["key", "notice"])
def test_a_phase_with_seven_items_goes_at_once_and_one_undo_restores_everything(
    step_by: str,
) -> None:
    held = [card(f"c{n}", f"touchpoint:{'s2' if n % 2 else 's3'}") for n in range(5)]
    hand = Driver(
        document(
            journey(
                "s1|s2 s3|s4",
                cards=(card("a", "touchpoint:s1"), *held, card("b", "note:s4")),
                emotions=(reading("e1", "s2", 1.0), reading("e2", "s3", -2.0)),
                links=(link("k1", "a", "c1"), link("k2", "c2", "b"), link("k3", "a", "b")),
                transitions=(transition("w", "s1", "s2"),),
            )
        )
    )
    hand.click(hand.at_phase("p2"))
    hand.do("width_wide")
    before, entries = hand.document, hand.entries
    hand.key("Delete")
    assert [one.id for one in hand.journey.phases] == ["p1", "p3"]
    assert [one.id for one in hand.journey.links] == ["k3"]
    (notice,) = hand.notices
    assert (notice.said.code, notice.said.values) == (
        "notice.deleted_with",
        {"name": "Phase 2", "n": 7},
    )
    assert notice.undo
    assert (hand.entries, hand.last) == (entries + 1, "delete_phase")
    if step_by == "key":
        hand.key("Ctrl+z")
    else:
        # What the button of the notice does.
        hand.do("undo")
    assert hand.document is before
    assert hand.selection == ("p2",)
    assert (
        hand.layout.columns[1].width == hand.layout.columns[2].width > hand.layout.columns[0].width
    )
