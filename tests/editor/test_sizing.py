"""Widths of columns and heights of lanes by command."""

import pytest

from cjmapper.editor import sizing
from cjmapper.geometry import px_from_mm
from cjmapper.model import document as d
from tests.support.builders import card, document, journey
from tests.support.driver import Driver

LONG = "A long text about waiting in the queue for somebody who knows what this is all about"


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint note",
            cards=(
                card("a1", "touchpoint:s1", text=LONG),
                card("a2", "touchpoint:s3", text="Forbrukertilfredshetsundersøkelse"),
                card("n1", "note:s2", text="Short", span=2),
            ),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def widths(hand: Driver) -> list[int]:
    return [round(px_from_mm(column.width)) for column in hand.layout.columns]


@pytest.mark.parametrize(("name", "px"), [("narrow", 160), ("normal", 224), ("wide", 320)])
def test_all_columns_of_a_phase_get_the_width(hand: Driver, name: str, px: int) -> None:
    hand.select("p1")
    hand.do(f"width_{name}")
    assert widths(hand) == [px, px, 200]
    assert (hand.entries, hand.last, hand.selection) == (1, "resize_phase", ("p1",))
    hand.do(f"width_{name}")
    assert hand.entries == 1


def test_small_steps_within_a_second_are_one_entry_and_stop_at_the_limits(hand: Driver) -> None:
    hand.select("s2")
    for _ in range(3):
        hand.do("width_more")
    assert widths(hand) == [200, 248, 200]
    assert hand.entries == 1
    hand.wait(2.0)
    for _ in range(20):
        hand.do("width_less")
    assert widths(hand) == [200, 140, 200]
    assert hand.entries == 2
    hand.undo()
    assert widths(hand) == [200, 248, 200]


def test_all_columns_are_made_as_wide_as_the_one_selected_or_as_the_mean(hand: Driver) -> None:
    hand.select("s1")
    hand.do("width_wide")
    hand.do("width_equalise")
    assert widths(hand) == [320, 320, 320]
    assert hand.last == "resize_columns"
    hand.undo()
    hand.select()
    hand.do("width_equalise")
    assert widths(hand) == [240, 240, 240]


def test_a_column_that_fits_breaks_no_word_and_stacks_few_lines(hand: Driver) -> None:
    hand.select("p1", "p2")
    hand.do("width_fit")
    assert hand.entries == 1
    for name in ("a1", "a2"):
        placed = next(
            one for cell in hand.layout.cells.values() for one in cell.cards if one.card.id == name
        )
        assert not any(line.hyphen for line in placed.text.lines)
        assert len(placed.text.lines) <= 4
    first, second, third = widths(hand)
    # The second holds nothing but its title: what spans several columns is not counted.
    assert second == 140 < first < third < 640


def test_a_column_in_which_nothing_is_written_gets_the_usual_width() -> None:
    plain = journey("s1|s2", "note")
    blank = Driver(document(plain))
    for name in ("s1", "s2"):
        blank.editor.open_text(name)
        blank.key("Ctrl+a")
        blank.key("Backspace")
        blank.key("Escape")
        blank.editor.open_text("p1" if name == "s1" else "p2")
        blank.key("Ctrl+a")
        blank.key("Backspace")
        blank.key("Escape")
    blank.select("s1")
    blank.do("width_wide")
    blank.do("width_fit")
    assert blank.journey.steps[0].width_mm is None


def test_a_lane_is_raised_by_steps_and_never_lower_than_its_contents(hand: Driver) -> None:
    hand.select("note")
    natural = hand.layout.lanes[1].height
    hand.do("height_more")
    hand.do("height_more")
    assert px_from_mm(hand.layout.lanes[1].height - natural) == pytest.approx(32)
    assert (hand.entries, hand.last) == (1, "resize_lane")
    for _ in range(4):
        hand.do("height_less")
    assert hand.journey.lanes[1].height_mm is None
    hand.wait(2.0)
    hand.do("height_more")
    hand.do("height_fit")
    assert hand.journey.lanes[1].height_mm is None


def test_widths_are_for_columns_and_heights_for_lanes(hand: Driver) -> None:
    hand.select("note")
    assert (sizing.can_size(hand.editor), sizing.can_size_lanes(hand.editor)) == (False, True)
    hand.select("s1")
    assert (sizing.can_size(hand.editor), sizing.can_size_lanes(hand.editor)) == (True, False)
    hand.select("a1")
    assert (sizing.can_size(hand.editor), sizing.can_size_lanes(hand.editor)) == (True, False)
    hand.select_cell("note", "s2")
    assert sizing.can_size(hand.editor)
    hand.select()
    assert not sizing.can_size(hand.editor)


def test_all_columns_get_the_width_of_the_first_that_is_selected(hand: Driver) -> None:
    hand.select("s1")
    hand.do("width_wide")
    hand.select("s3", "s1")
    hand.do("width_equalise")
    assert widths(hand) == [320] * 3


def test_a_column_grows_and_shrinks_no_further_than_columns_do(hand: Driver) -> None:
    hand.select("s1")
    for command in ("width_more", "width_less"):
        for _ in range(80):
            hand.do(command)
        hand.check()
        stays = widths(hand)
        hand.do(command)
        assert widths(hand) == stays
        assert hand.notices == []


def test_the_column_of_a_selected_card_can_be_sized() -> None:
    made = document(journey("s1 s2", cards=(card("a", "touchpoint:s2", "Ringe"),)))
    hand = Driver(made)
    hand.select("a")
    hand.do("width_wide")
    widths = [step.width_mm for step in hand.journey.steps]
    assert widths[0] is None
    assert widths[1] is not None
    assert hand.selection == ("a",)
    hand.select("touchpoint")
    before = hand.document
    hand.do("width_narrow")
    assert hand.document is before
