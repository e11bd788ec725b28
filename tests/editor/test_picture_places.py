"""Where pictures from elsewhere go: onto a card, into a cell, onto a step; one entry for all."""

import msgspec
import pytest

from cjmapper.editor import picture_places
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.picture_places import NewPicture, PicturePlace, add_pictures, place_at
from cjmapper.geometry import Point
from cjmapper.model import ids
from cjmapper.model.vocabulary import CardKind
from tests.support.builders import card, document, journey, reading
from tests.support.driver import Driver
from tests.support.pixels import png


@pytest.fixture
def hand() -> Driver:
    lanes = "touchpoint emotion picture"
    return Driver(
        document(
            journey(
                "s1 s2|s3", lanes, cards=(card("a", "touchpoint:s1"), card("b", "touchpoint:s1"))
            )
        )
    )


def some(count: int) -> list[NewPicture]:
    return [NewPicture(f"p{n}", "image/png", png(4, 3, n)) for n in range(count)]


def put(hand: Driver, place: PicturePlace | None, count: int) -> None:
    assert place is not None
    add_pictures(hand.editor, place, some(count))
    hand.check()


def test_on_a_card_the_first_is_its_own_and_the_rest_are_cards_below(hand: Driver) -> None:
    put(hand, place_at(hand.layout, hand.at_card("a")), 3)
    cell = hand.cell("touchpoint", "s1")
    assert (cell[0], cell[3]) == ("a", "b")
    held = [hand.card(name).picture for name in cell]
    assert held[:3] == [asset.id for asset in hand.document.assets]
    assert held[3] is None
    assert (hand.entries, hand.last) == (1, "add_pictures")
    assert set(hand.selection) == set(cell[:3])


def test_in_a_cell_each_is_a_new_card(hand: Driver) -> None:
    put(hand, place_at(hand.layout, hand.at_cell("picture", "s2")), 2)
    found = [hand.card(name) for name in hand.cell("picture", "s2")]
    assert [one.kind for one in found] == [CardKind.PICTURE] * 2


def test_over_the_header_each_is_the_picture_of_a_step(hand: Driver) -> None:
    put(hand, place_at(hand.layout, hand.at_card("s2")), 2)
    assert [step.picture is not None for step in hand.journey.steps] == [False, True, True]
    place = place_at(hand.layout, hand.at_phase("p2"))
    assert place == PicturePlace(ids.StepId("s3"))


def test_over_a_lane_of_emotions_they_go_to_the_lane_of_pictures(hand: Driver) -> None:
    place = place_at(hand.layout, hand.at_level("s2", 0.0))
    assert place == PicturePlace(ids.StepId("s2"), (ids.LaneId("picture"), ids.StepId("s2")))


def test_beside_the_map_they_go_nowhere(hand: Driver) -> None:
    assert place_at(hand.layout, Point(-5.0, -5.0)) is None


def test_the_same_picture_is_kept_once(hand: Driver) -> None:
    place = place_at(hand.layout, hand.at_cell("picture", "s1"))
    put(hand, place, 1)
    put(hand, place, 1)
    assert len(hand.document.assets) == 1
    assert len(hand.cell("picture", "s1")) == 2


def test_without_a_place_they_go_to_what_is_selected(hand: Driver) -> None:
    hand.select("b")
    assert picture_places.place_of_selection(hand.editor).card == "b"
    hand.select("s2")
    assert picture_places.place_of_selection(hand.editor) == PicturePlace(ids.StepId("s2"))
    hand.select("p2")
    assert picture_places.place_of_selection(hand.editor) == PicturePlace(ids.StepId("s3"))
    hand.select_cell("picture", "s3")
    assert picture_places.place_of_selection(hand.editor).cell == ("picture", "s3")


def test_more_than_a_file_holds_is_refused(hand: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_places, "MAX_ASSET_BYTES", 100)
    before = hand.document
    put(hand, PicturePlace(ids.StepId("s1")), 3)
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.too_large_pictures"


def test_pasting_a_picture_is_asked_of_the_window(hand: Driver) -> None:
    asked: list[str] = []
    hand.editor.options = msgspec.structs.replace(hand.editor.options, ask=asked.append)
    hand.clipboard.put(Clip(has_pictures=True))
    hand.key("Ctrl+v")
    assert asked == ["paste_pictures"]


def test_on_the_title_of_a_lane_they_go_to_its_first_cell(hand: Driver) -> None:
    place = place_at(hand.layout, hand.at_lane("picture"))
    assert place == PicturePlace(ids.StepId("s1"), (ids.LaneId("picture"), ids.StepId("s1")))
    assert place_at(hand.layout, Point(1.0, 1.0)) is None


def test_beside_the_cards_of_a_cell_they_go_into_the_cell(hand: Driver) -> None:
    place = place_at(hand.layout, hand.at_cell("touchpoint", "s1"))
    assert place == PicturePlace(ids.StepId("s1"), (ids.LaneId("touchpoint"), ids.StepId("s1")))


def test_without_a_lane_for_cards_they_are_of_the_steps() -> None:
    hand = Driver(document(journey("s1 s2", "emotion")))
    assert place_at(hand.layout, hand.at_level("s2", 0.0)) == PicturePlace(ids.StepId("s2"))
    place = picture_places.place_of_selection(hand.editor)
    assert place == PicturePlace(ids.StepId("s1"))
    put(hand, place, 3)
    assert [step.picture is not None for step in hand.journey.steps] == [True, True]


def test_more_than_there_are_steps_are_cards_of_a_first_cell(hand: Driver) -> None:
    put(hand, PicturePlace(ids.StepId("s3")), 2)
    assert hand.journey.steps[2].picture is not None
    assert len(hand.cell("picture", "s3")) == 1
    assert set(hand.selection) == {"s3", *hand.cell("picture", "s3")}


def test_what_has_no_place_for_them_is_passed_over_for_what_was_selected_before() -> None:
    hand = Driver(document(journey("s1 s2", "emotion note", emotions=(reading("e", "s2", 1.0),))))
    hand.select("s2", "e")
    assert picture_places.place_of_selection(hand.editor) == PicturePlace(ids.StepId("s2"))
    hand.select("e")
    place = picture_places.place_of_selection(hand.editor)
    assert place.cell == (ids.LaneId("note"), ids.StepId("s2"))


def test_a_place_is_as_large_as_what_it_is(hand: Driver) -> None:
    step, touchpoint = ids.StepId("s1"), ids.LaneId("touchpoint")
    layout = hand.layout
    card_rect = picture_places.rect_of(
        layout, PicturePlace(step, (touchpoint, step), ids.CardId("a"))
    )
    cell_rect = picture_places.rect_of(layout, PicturePlace(step, (touchpoint, step)))
    assert card_rect.contains(hand.at_card("a"))
    assert not card_rect.contains(hand.at_card("b"))
    assert cell_rect == layout.cell_rect((touchpoint, step))
    assert picture_places.rect_of(layout, PicturePlace(step)) == layout.step_rect(0)


def test_without_titles_of_steps_the_place_of_a_step_is_its_phase() -> None:
    drawn = journey("s1|s2", "note")
    steps = tuple(msgspec.structs.replace(step, title="") for step in drawn.steps)
    layout = Driver(document(msgspec.structs.replace(drawn, steps=steps))).layout
    assert not layout.header.has_steps
    place = PicturePlace(ids.StepId("s2"))
    assert picture_places.rect_of(layout, place) == layout.phase_rect(1)
