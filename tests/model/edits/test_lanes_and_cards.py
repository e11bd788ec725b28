"""Lanes and cards: where they stand, what they become there, and back again."""

import pytest

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, deleting, lanes
from tests.support import builders as b
from tests.support.edits import refused, tried, untouched

NEW = ids.CardId("new")
L9 = ids.LaneId("l9")


def slot(at: str, index: int) -> cards.Slot:
    lane, step = at.split(":")
    return cards.Slot(ids.LaneId(lane), ids.StepId(step), index)


def cell(document: d.Document, at: str) -> str:
    lane, step = at.split(":")
    return " ".join(card.id for card in queries.cards_in_cell(document.maps[0], lane, step))


def filled() -> d.Document:
    """Cells whose cards do not stand beside one another in the list."""
    one, two, three, four = b.cards(("a1", "a2", "a3", "a4"), "note:s1")
    five, six = b.cards(("b1", "b2"), "note:s2")
    alone = b.card("t1", "touchpoint:s1")
    parked = b.card("x1")
    return b.document(
        b.journey("s1 s2|s3", cards=(one, five, two, alone, three, six, four, parked))
    )


def test_a_new_card_takes_the_first_kind_of_its_lane() -> None:
    outcome = tried(
        filled(), lambda doc: cards.add_card(doc, "m1", slot("pain:s1", 0), new_id=NEW, text="Æsj")
    )
    card = queries.card(outcome.maps[0], "new")
    assert card is not None
    assert (card.kind, card.lane, card.step, card.text) == (v.CardKind.PAIN, "pain", "s1", "Æsj")


def test_a_new_card_of_a_kind_keeps_it_only_where_the_lane_takes_it() -> None:
    def kind(at: str, wanted: v.CardKind) -> v.CardKind:
        outcome = cards.add_card(filled(), "m1", slot(at, 0), new_id=NEW, kind=wanted)
        new = queries.card(outcome.maps[0], "new")
        assert new is not None
        return new.kind

    assert kind("thought:s1", v.CardKind.QUESTION) is v.CardKind.QUESTION
    assert kind("thought:s1", v.CardKind.PAIN) is v.CardKind.THOUGHT
    assert kind("touchpoint:s3", v.CardKind.NOTE) is v.CardKind.TOUCHPOINT


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, "new a1 a2 a3 a4"),
        (2, "a1 a2 new a3 a4"),
        (4, "a1 a2 a3 a4 new"),
        (99, "a1 a2 a3 a4 new"),
        (-1, "new a1 a2 a3 a4"),
    ],
)
def test_a_new_card_stands_at_its_index_in_the_cell(index: int, expected: str) -> None:
    outcome = tried(
        filled(), lambda doc: cards.add_card(doc, "m1", slot("note:s1", index), new_id=NEW)
    )
    assert cell(outcome, "note:s1") == expected
    assert cell(outcome, "note:s2") == "b1 b2"


def test_an_emotion_lane_takes_no_cards() -> None:
    refused(
        filled(),
        lambda doc: cards.add_card(doc, "m1", slot("emotion:s1", 0), new_id=NEW),
        "lane_takes_no_cards",
    )
    refused(
        filled(),
        lambda doc: cards.move_cards(doc, "m1", ["a1"], slot("emotion:s1", 0)),
        "lane_takes_no_cards",
    )
    refused(
        filled(), lambda doc: cards.add_card(doc, "m1", slot("no:s1", 0), new_id=NEW), "unknown_id"
    )
    refused(
        filled(),
        lambda doc: cards.add_card(doc, "m1", slot("note:no", 0), new_id=NEW),
        "unknown_id",
    )


def test_several_new_cards_stand_below_one_another() -> None:
    outcome = tried(
        filled(),
        lambda doc: cards.add_cards(
            doc, "m1", slot("note:s2", 1), ("En", "To"), ids.counted_ids("z")
        ),
    )
    assert cell(outcome, "note:s2") == "b1 z1 z2 b2"
    untouched(filled(), lambda doc: cards.add_cards(doc, "m1", slot("note:s2", 1), (), lambda: "z"))


@pytest.mark.parametrize(
    ("index", "expected"), [(0, "a3 a1 a2 a4"), (1, "a1 a3 a2 a4"), (3, "a1 a2 a4 a3")]
)
def test_a_card_moves_within_its_cell(index: int, expected: str) -> None:
    outcome = tried(
        filled(), lambda doc: cards.move_cards(doc, "m1", ["a3"], slot("note:s1", index))
    )
    assert cell(outcome, "note:s1") == expected


def test_a_card_dropped_where_it_was_changes_nothing() -> None:
    untouched(filled(), lambda doc: cards.move_cards(doc, "m1", ["a3"], slot("note:s1", 2)))


def test_a_card_moves_between_cells() -> None:
    outcome = tried(filled(), lambda doc: cards.move_cards(doc, "m1", ["a3"], slot("note:s2", 1)))
    assert cell(outcome, "note:s1") == "a1 a2 a4"
    assert cell(outcome, "note:s2") == "b1 a3 b2"


def test_a_card_alone_in_its_new_cell_keeps_its_place_in_the_list() -> None:
    outcome = tried(filled(), lambda doc: cards.move_cards(doc, "m1", ["a3"], slot("note:s3", 0)))
    assert [card.id for card in outcome.maps[0].cards] == [c.id for c in filled().maps[0].cards]
    assert cell(outcome, "note:s3") == "a3"


def test_several_cards_move_as_a_block_in_reading_order() -> None:
    outcome = tried(
        filled(),
        lambda doc: cards.move_cards(doc, "m1", ["b2", "x1", "a4", "a2", "t1"], slot("note:s1", 1)),
    )
    assert cell(outcome, "note:s1") == "a1 t1 a2 a4 b2 x1 a3"
    assert queries.parked_cards(outcome.maps[0]) == ()


def test_a_card_in_a_lane_that_refuses_it_changes_kind_and_keeps_its_fields() -> None:
    document = b.document(b.journey("s1", cards=(b.card("c", "pain:s1", severity=4),)))
    there = tried(document, lambda doc: cards.move_cards(doc, "m1", ["c"], slot("thought:s1", 0)))
    moved = queries.card(there.maps[0], "c")
    assert moved is not None
    assert (moved.kind, moved.severity) == (v.CardKind.THOUGHT, 4)
    back = tried(there, lambda doc: cards.move_cards(doc, "m1", ["c"], slot("pain:s1", 0)))
    assert back == document


def test_copies_stand_below_their_originals_or_in_a_slot() -> None:
    below = tried(
        filled(), lambda doc: cards.duplicate_cards(doc, "m1", ["a4", "a1"], ids.counted_ids("z"))
    )
    assert cell(below, "note:s1") == "a1 z1 a2 a3 a4 z2"
    there = tried(
        filled(),
        lambda doc: cards.duplicate_cards(
            doc, "m1", ["a4", "a1"], ids.counted_ids("z"), slot("pain:s2", 0)
        ),
    )
    assert cell(there, "pain:s2") == "z1 z2"
    assert cell(there, "note:s1") == "a1 a2 a3 a4"
    refused(
        filled(), lambda doc: cards.duplicate_cards(doc, "m1", ["no"], lambda: "z"), "unknown_id"
    )


def test_a_card_is_parked_and_comes_back_as_it_was() -> None:
    parked = tried(filled(), lambda doc: cards.park_cards(doc, "m1", ["t1", "a2"]))
    assert [card.id for card in queries.parked_cards(parked.maps[0])] == ["a2", "t1", "x1"]
    untouched(parked, lambda doc: cards.park_cards(doc, "m1", ["t1", "x1"]))
    back = tried(parked, lambda doc: cards.move_cards(doc, "m1", ["a2"], slot("note:s1", 1)))
    assert cell(back, "note:s1") == "a1 a2 a3 a4"
    refused(filled(), lambda doc: cards.park_cards(doc, "m1", ["no"]), "unknown_id")


def test_a_card_takes_other_fields_and_refuses_wrong_ones() -> None:
    document = b.full_document()
    outcome = tried(
        document,
        lambda doc: cards.change_card(doc, "m1", "c3", severity=5, reach=0.25, frequency="daglig"),
    )
    changed = queries.card(outcome.maps[0], "c3")
    assert changed is not None
    assert (changed.severity, changed.reach) == (5, 0.25)
    untouched(document, lambda doc: cards.change_card(doc, "m1", "c3", severity=4))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"severity": 6}, "severity_range"),
        ({"reach": -0.5}, "reach_range"),
        ({"span": 0}, "span_range"),
        ({"kind": v.CardKind.GAIN}, "lane_refuses_card"),
        ({"lane": "note"}, "field_fixed"),
        ({"channel": "no"}, "reference_unknown"),
        ({"color": "red"}, "value_wrong"),
        ({"severity": "high"}, "value_wrong"),
        ({"span": 10_000_000}, "number_range"),
    ],
)
def test_a_field_of_a_card_that_would_break_a_rule_is_refused(
    fields: dict[str, object], code: str
) -> None:
    refused(b.full_document(), lambda doc: cards.change_card(doc, "m1", "c3", **fields), code)


def test_a_kind_that_is_set_replaces_the_raw_word_of_an_unknown_one() -> None:
    strange = b.card("c", "note:s1", kind=v.CardKind.OTHER, extra={"kind": "hologram", "x": 1})
    document = b.document(b.journey("s1", cards=(strange,)))
    outcome = tried(
        document, lambda doc: cards.change_card(doc, "m1", "c", kind=v.CardKind.QUESTION)
    )
    assert outcome.maps[0].cards[0].extra == {"x": 1}
    texted = tried(document, lambda doc: cards.set_text(doc, "m1", "c", "Hei"))
    assert texted.maps[0].cards[0].extra == {"kind": "hologram", "x": 1}


def test_deleting_cards_clears_every_reference_to_them() -> None:
    outcome = tried(b.full_document(), lambda doc: cards.delete_cards(doc, "m1", ["c3"]))
    journey = outcome.maps[0]
    assert [one.id for one in journey.links] == ["k2"]
    assert journey.insights[0].cards == ("c6",)
    assert journey.actions[0].addresses == ()
    assert journey.vote_rounds[0].tally == {"c4": 1}
    assert [one.id for one in journey.comments] == ["co2"]
    refused(
        b.full_document(), lambda doc: cards.delete_cards(doc, "m1", ["c1", "s1"]), "unknown_id"
    )


def test_a_lane_is_added_moved_renamed_hidden_and_sized() -> None:
    def order(document: d.Document) -> str:
        return " ".join(lane.id for lane in document.maps[0].lanes[:3])

    added = tried(
        filled(),
        lambda doc: lanes.add_lane(
            doc, "m1", 1, kind=v.LaneKind.BACKSTAGE, new_id=L9, title="Bak kulissene"
        ),
    )
    assert order(added) == "touchpoint l9 emotion"
    assert added.maps[0].lanes[1].zone is v.Zone.BACKSTAGE
    moved = tried(added, lambda doc: lanes.move_lane(doc, "m1", "l9", 0))
    assert order(moved) == "l9 touchpoint emotion"
    untouched(added, lambda doc: lanes.move_lane(doc, "m1", "l9", 1))
    tried(added, lambda doc: lanes.rename_lane(doc, "m1", "l9", "Systemer"))
    tried(added, lambda doc: lanes.hide_lane(doc, "m1", "l9", hidden=True))
    sized = tried(added, lambda doc: lanes.set_height(doc, "m1", "l9", 30))
    assert sized.maps[0].lanes[1].height_mm == 30.0
    tried(sized, lambda doc: lanes.set_height(doc, "m1", "l9", None))
    refused(added, lambda doc: lanes.set_height(doc, "m1", "l9", -3.0), "size_range")
    refused(added, lambda doc: lanes.change_lane(doc, "m1", "l9", kind="note"), "field_fixed")


def test_a_lane_that_changes_kind_takes_its_cards_along() -> None:
    outcome = tried(filled(), lambda doc: lanes.set_kind(doc, "m1", "note", v.LaneKind.GAIN))
    assert {card.kind for card in outcome.maps[0].cards if card.lane} == {
        v.CardKind.GAIN,
        v.CardKind.TOUCHPOINT,
    }
    assert outcome.maps[0].lanes[-1].zone is v.Zone.INSIGHT
    refused(
        filled(),
        lambda doc: lanes.set_kind(doc, "m1", "note", v.LaneKind.EMOTION),
        "lane_takes_no_cards",
    )
    untouched(filled(), lambda doc: lanes.set_kind(doc, "m1", "note", v.LaneKind.NOTE))


def test_deleting_a_lane_takes_its_cards_but_an_emotion_lane_leaves_the_readings() -> None:
    without_pains = tried(b.full_document(), lambda doc: lanes.delete_lane(doc, "m1", "pain"))
    assert queries.card(without_pains.maps[0], "c3") is None
    without_curve = tried(b.full_document(), lambda doc: lanes.delete_lane(doc, "m1", "emotion"))
    assert without_curve.maps[0].emotions == b.full_document().maps[0].emotions
    refused(b.full_document(), lambda doc: lanes.delete_lane(doc, "m1", "c1"), "unknown_id")


def test_a_mixed_selection_is_deleted_in_one_edit() -> None:
    outcome = tried(
        b.full_document(),
        lambda doc: deleting.delete_many(doc, "m1", ["c7", "e1", "t1", "k2", "note", "s4", "co2"]),
    )
    journey = outcome.maps[0]
    assert [card.id for card in journey.cards] == ["c1", "c2", "c3", "c4", "c5"]
    assert [one.id for one in journey.emotions] == ["e2", "e3"]
    assert [one.id for one in journey.transitions] == ["t2", "t3"]
    assert [lane.id for lane in journey.lanes][-1] == "backstage"
    refused(b.full_document(), lambda doc: deleting.delete_many(doc, "m1", ["a1"]), "unknown_id")


def test_a_phase_goes_with_the_last_of_its_steps_but_the_map_keeps_one() -> None:
    outcome = tried(
        b.full_document(), lambda doc: deleting.delete_many(doc, "m1", ["s3", "c1", "s4"])
    )
    assert [phase.id for phase in outcome.maps[0].phases] == ["p1"]
    refused(
        b.full_document(),
        lambda doc: deleting.delete_many(doc, "m1", ["s1", "s2", "p2"]),
        "last_phase",
    )


def test_the_cards_of_what_is_deleted_can_be_parked_instead() -> None:
    outcome = tried(b.full_document(), lambda doc: deleting.delete_parking(doc, "m1", "p1"))
    parked = [card.id for card in queries.parked_cards(outcome.maps[0])]
    assert parked == ["c1", "c2", "c3", "c4", "c7"]
    assert [one.id for one in outcome.maps[0].links] == ["k1", "k2"]
    lane = tried(b.full_document(), lambda doc: deleting.delete_parking(doc, "m1", "touchpoint"))
    assert [card.id for card in queries.parked_cards(lane.maps[0])] == ["c1", "c2", "c7"]


def test_a_great_many_cards_move_at_once() -> None:
    names = tuple(f"n{number}" for number in range(40))
    document = b.document(b.journey("s1 s2", cards=b.cards(names, "note:s1")))
    chosen = [name for number, name in enumerate(names) if number % 2]
    outcome = tried(document, lambda doc: cards.move_cards(doc, "m1", chosen, slot("note:s2", 0)))
    assert cell(outcome, "note:s2") == " ".join(chosen)
    assert cell(outcome, "note:s1") == " ".join(name for name in names if name not in chosen)
