"""What on a map says what is looked for, in which order."""

import pytest

from cjmapper.editor.finding import found, said_by
from cjmapper.model import ids
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    return Driver(
        document(
            journey(
                "s1 s2|s3",
                "touchpoint emotion note",
                cards=(
                    card("a", "touchpoint:s2", "Betale på nett"),
                    card("b", "touchpoint:s1", "Får kvittering"),
                    card("c", "note:s3", "BETALING feiler"),
                    card("off", text="Betaling, parkert"),
                ),
                emotions=(reading("e", "s1", 1.0, words=("glad", "betalingsvillig")),),
                links=(link("k", "a", "c", text="betaler dobbelt"),),
                transitions=(transition("w", "s1", "s3", note="uten å betale"),),
            )
        )
    )


def test_everything_that_is_shown_is_found_in_reading_order_and_what_is_parked_is_not(
    hand: Driver,
) -> None:
    assert found(hand.layout, "betal") == ("a", "e", "c", "k", "w")


def test_case_accents_and_blanks_around_do_not_matter(hand: Driver) -> None:
    assert found(hand.layout, "  PA NETT ") == ("a",)
    assert found(hand.layout, "får") == found(hand.layout, "far") == ("b",)


def test_phases_steps_and_lanes_are_found_by_their_names(hand: Driver) -> None:
    assert found(hand.layout, "phase 2") == ("p2",)
    assert found(hand.layout, "step s3") == ("s3",)
    assert found(hand.layout, "emotion") == ("emotion",)


def test_nothing_typed_finds_nothing_and_nor_does_what_nobody_says(hand: Driver) -> None:
    assert found(hand.layout, "   ") == ()
    assert found(hand.layout, "zzz") == ()


def test_what_has_no_words_says_nothing(hand: Driver) -> None:
    assert said_by(hand.journey, "nobody") == ""
    assert said_by(hand.journey, ids.PhaseId("p1")) == "Phase 1"
