"""Where pictures from elsewhere go: onto a card, into a cell, onto a step; one entry for all."""

import msgspec
import pytest

from cjmapper.editor import picture_places
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.picture_places import NewPicture, PicturePlace, add_pictures, place_at
from cjmapper.geometry import Point
from cjmapper.model import ids
from cjmapper.model.vocabulary import CardKind
from tests.support.builders import card, document, journey
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
