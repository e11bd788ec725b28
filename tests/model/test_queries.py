"""What stands where, asked of fresh maps and of maps that edits made."""

import gc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, queries, tables
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, emotions, maps
from cjmapper.model.entities import EntityKind
from cjmapper.model.plain_text import clean
from tests.support import builders as b
from tests.support import synthetic


def names(found: tuple[d.Card, ...]) -> list[str]:
    return [card.id for card in found]


def test_every_id_is_found_where_it_lives() -> None:
    document = b.full_document()
    for name, kind, map_id in (
        ("doc", EntityKind.DOCUMENT, None),
        ("a2", EntityKind.ACTOR, None),
        ("m2", EntityKind.MAP, "m2"),
        ("m2-c1", EntityKind.CARD, "m2"),
        ("k2", EntityKind.LINK, "m1"),
        ("co3", EntityKind.COMMENT, "m1"),
    ):
        place = queries.place_of(document, name)
        assert place is not None
        assert (place.kind, place.map_id) == (kind, map_id)
    assert queries.place_of(document, "no") is None


def test_things_of_a_map_are_found_by_id() -> None:
    journey = b.full_document().maps[0]
    for find, name in (
        (queries.card, "c1"),
        (queries.phase, "p1"),
        (queries.step, "s1"),
        (queries.lane, "note"),
        (queries.emotion, "e1"),
        (queries.transition, "t1"),
        (queries.link, "k1"),
    ):
        found = find(journey, name)
        assert found is not None
        assert found.id == name
        assert queries.part(journey, name) is found
        assert find(journey, "no") is None
    assert queries.part(journey, "no") is None
    assert queries.index_of(journey, EntityKind.STEP, "c1") is None


def test_a_map_that_is_not_there_is_refused() -> None:
    assert queries.find_map(b.document(), "no") is None
    with pytest.raises(EditError) as caught:
        queries.map_by_id(b.document(), "no")
    assert caught.value.code == "unknown_id"


def test_cells_hold_their_cards_in_order_and_the_parked_stand_apart() -> None:
    journey = b.full_document().maps[0]
    assert names(queries.cards_in_cell(journey, "touchpoint", "s1")) == ["c1", "c2"]
    assert queries.cards_in_cell(journey, "touchpoint", "s4") == ()
    assert names(queries.parked_cards(journey)) == ["c7"]
    assert names(queries.reading_order(journey, ("c7", "c6", "c4", "c3", "c1", "c1"))) == [
        "c1",
        "c3",
        "c4",
        "c6",
        "c7",
    ]
    with pytest.raises(EditError):
        queries.reading_order(journey, ("no",))


def test_columns_phases_links_and_contents_are_told() -> None:
    journey = b.full_document().maps[0]
    assert queries.step_index(journey) == {"s1": 0, "s2": 1, "s3": 2, "s4": 3}
    assert [step.id for step in queries.steps_of_phase(journey, "p2")] == ["s3", "s4"]
    assert queries.steps_of_phase(journey, "no") == ()
    phase = queries.phase_of_step(journey, "s3")
    assert phase is not None
    assert phase.id == "p2"
    assert queries.phase_of_step(journey, "no") is None
    assert [link.id for link in queries.links_of_card(journey, "c4")] == ["k1"]
    assert queries.contents(journey, "p1") == ("c1", "c2", "c3", "c4", "e1", "e2", "e3")
    assert queries.contents(journey, "s2") == ("c3", "c4", "e2", "e3")
    assert queries.contents(journey, "thought") == ("c6",)


def test_readings_without_an_actor_belong_to_the_primary_one() -> None:
    document = b.full_document()
    journey = document.maps[0]
    felt, believed = v.EmotionView.FELT, v.EmotionView.BELIEVED
    assert queries.primary_actor(journey) == "a1"
    assert queries.curves(journey) == (("a1", felt), ("a2", felt), ("a1", believed))
    assert set(queries.readings(journey, None, felt)) == {"s1"}
    assert queries.readings(journey, "a1", felt) == queries.readings(journey, None, felt)
    assert queries.readings(journey, "a2", believed) == {}
    turned = maps.change_map(document, "m1", actors=("a2", "a1")).maps[0]
    assert set(queries.readings(turned, "a2", felt)) == {"s1", "s2"}
    alone = maps.change_map(document, "m1", actors=()).maps[0]
    assert queries.primary_actor(alone) is None
    assert set(queries.readings(alone, None, felt)) == {"s1"}


def test_tables_that_an_edit_left_alone_are_handed_on() -> None:
    document = b.full_document()
    before = document.maps[0]
    index, cells = queries.step_index(before), queries.cells(before)
    after = emotions.set_value(document, "m1", "e1", 0.0).maps[0]
    assert queries.step_index(after) is index
    assert queries.cells(after) is cells
    moved = cards.delete_cards(document, "m1", ["c1"]).maps[0]
    assert queries.step_index(moved) is index
    assert names(queries.cards_in_cell(before, "touchpoint", "s1")) == ["c1", "c2"]
    assert names(queries.cards_in_cell(moved, "touchpoint", "s1")) == ["c2"]


def test_tables_go_with_their_map() -> None:
    journey = b.journey()
    kept = id(journey)
    queries.cells(journey)
    assert kept in tables._kept
    del journey
    gc.collect()
    assert kept not in tables._kept


@given(st.data())
def test_mended_cells_are_what_fresh_ones_would_be(data: st.DataObject) -> None:
    """Any list of cards after any other, near or far from it."""
    before = synthetic.document(300).maps[0]
    queries.cells(before)
    listed = list(before.cards)
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(listed) - 1))
        card = listed.pop(at)
        match data.draw(st.sampled_from(["drop", "near", "far", "park", "swap"])):
            case "near":
                listed.insert(min(len(listed), at + data.draw(st.integers(0, 5))), card)
            case "far":
                listed.insert(data.draw(st.integers(0, len(listed))), card)
            case "park":
                listed.insert(at, msgspec.structs.replace(card, lane=None, step=None))
            case "swap":
                other = listed[data.draw(st.integers(0, len(listed) - 1))]
                place = {"lane": other.lane, "step": other.step, "kind": other.kind}
                listed.insert(at, msgspec.structs.replace(card, **place))
            case _:
                pass
    after = msgspec.structs.replace(before, cards=tuple(listed))
    queries.succeed(before, after)
    assert queries.cells(after) == tables.cells_from(after.cards)


def test_a_card_is_found_after_many_others_were_put_before_it() -> None:
    document = b.document(b.journey("s1", cards=b.cards(("a", "z"), "note:s1")))
    assert queries.card(document.maps[0], "z") is not None
    slot = cards.Slot(ids.LaneId("note"), ids.StepId("s1"), 1)
    grown = cards.add_cards(document, "m1", slot, ["x"] * 200, ids.counted_ids("n"))
    found = queries.card(grown.maps[0], "z")
    assert found is grown.maps[0].cards[-1]
    assert queries.card(document.maps[0], "z") is document.maps[0].cards[-1]


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("plain", "plain"),
        ("blåbær – æøå 🙂\tx\ny", "blåbær – æøå 🙂\tx\ny"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00a\x1b\x7f\x9f", "a"),
        ("\ud83da\udfff", "a"),
        ("\ufdd0a\uffff\U0010ffff\ufeff", "a"),
    ],
)
def test_text_is_tidied_of_what_no_file_or_font_can_carry(raw: str, tidy: str) -> None:
    assert clean(raw) == tidy
