"""Feelings: faces by command, whose curve is drawn, several readings at one step."""

import random

import pytest

from cjmapper.editor import feelings
from cjmapper.editor.events import Button
from cjmapper.editor.feedback import Cursor, Said
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.curve import point_on
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, reading
from tests.support.driver import Driver

ANNA, BO = ids.ActorId("anna"), ids.ActorId("bo")


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3 s4",
            "touchpoint emotion note",
            actors=(ANNA, BO),
            cards=(card("c1", "touchpoint:s2"), card("c2", "note:s4")),
            emotions=(
                reading("e1", "s1", 2.0, n=3),
                reading("e2", "s1", -2.0, words=("lei", "trøtt")),
                reading("e3", "s3", 1.0, actor=ANNA),
                reading("e4", "s3", 1.0, actor=BO),
            ),
        ),
        actors=(d.Actor(id=ANNA, name="Anna"), d.Actor(id=BO, name="Bo")),
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def value(hand: Driver, name: str) -> float:
    found = queries.emotion(hand.journey, name)
    assert found is not None
    return found.value


def mean_of_s1(hand: Driver) -> Point:
    return hand.at_level("s1", 1.0)


# Faces


def test_a_face_sets_the_selected_readings_and_repeats_grow_one_entry(hand: Driver) -> None:
    hand.select("e3")
    for number, expected in ((1, -2.0), (5, 2.0), (4, 1.0), (2, -1.0)):
        hand.do(f"emotion_{number}")
        assert value(hand, "e3") == expected
    assert (hand.entries, hand.last) == (1, "set_emotion")
    hand.select("e3", "e4")
    hand.do("emotion_5")
    hand.do("emotion_3")
    assert [value(hand, name) for name in ("e3", "e4")] == [0.0, 0.0]
    assert (hand.entries, hand.selection) == (2, ("e3", "e4"))


def test_a_face_at_an_empty_slot_or_on_what_stands_in_a_step_makes_the_reading(
    hand: Driver,
) -> None:
    hand.select_cell("emotion", "s2")
    hand.do("emotion_5")
    assert [hand.journey.emotions[-1].step, hand.journey.emotions[-1].value] == ["s2", 2.0]
    hand.select("c2")
    hand.do("emotion_1")
    made = hand.journey.emotions[-1]
    assert (made.step, made.value, hand.selection) == ("s4", -2.0, (made.id,))
    hand.select("c2")
    hand.do("emotion_4")
    assert hand.journey.emotions[-1] == d.Emotion(
        id=made.id, step=made.step, value=1.0, actor=ANNA, view=v.EmotionView.FELT
    )


@pytest.mark.parametrize("by", ["command", "key"])
def test_a_face_at_a_slot_with_a_reading_changes_that_one(hand: Driver, by: str) -> None:
    before = len(hand.journey.emotions)
    hand.select_cell("emotion", "s3")
    if by == "key":
        hand.key("1")
    else:
        hand.do("emotion_1")
    assert (len(hand.journey.emotions), value(hand, "e3")) == (before, -2.0)
    assert hand.selection == ("e3",)


def test_a_face_makes_no_sense_for_nothing_or_without_a_lane_for_it(hand: Driver) -> None:
    assert not feelings.can_set_face(hand.editor)
    hand.select("note")
    assert not feelings.can_set_face(hand.editor)
    bare = Driver(document(journey("s1", "note", cards=(card("a", "note:s1"),))))
    bare.select("a")
    assert not feelings.can_set_face(bare.editor)
    feelings.set_face(bare.editor, 1.0)
    assert bare.entries == 0


def test_after_deleting_a_reading_its_place_is_selected_for_another(hand: Driver) -> None:
    hand.select("e3")
    hand.key("Delete")
    assert hand.editor.cell == ("emotion", "s3")
    hand.key("-")
    assert hand.journey.emotions[-1].value == -0.5
    hand.select("e1", "e2")
    hand.key("Delete")
    assert hand.editor.cell is None


# Whose curve


def test_a_new_reading_is_of_whoever_was_touched_last_and_first_of_all_the_primary(
    hand: Driver,
) -> None:
    hand.select_cell("emotion", "s2")
    hand.key("5")
    assert hand.journey.emotions[-1].actor == ANNA
    hand.select("e4")
    hand.select_cell("emotion", "s4")
    hand.key("1")
    assert hand.journey.emotions[-1].actor == BO


def test_where_two_curves_meet_the_drawn_one_is_dragged() -> None:
    together = document(
        journey(
            "s1 s2",
            actors=(ANNA, BO),
            emotions=(
                reading("a1", "s1", 1.0, actor=ANNA),
                reading("b1", "s1", 1.0, actor=BO),
                reading("b2", "s2", -1.0, actor=BO),
            ),
        ),
        actors=(d.Actor(id=ANNA, name="Anna"), d.Actor(id=BO, name="Bo")),
    )
    hand = Driver(together)
    between = Point(
        (hand.at_reading("a1").x + hand.at_reading("b1").x) / 2, hand.at_reading("a1").y
    )
    if hand.at_reading("a1").distance(hand.at_reading("b1")) > 6.0:
        between = hand.at_reading("b1")
    hand.select("b2")
    hand.drag(between, between.moved(0.0, 12.0))
    assert value(hand, "a1") == 1.0
    assert value(hand, "b1") < 1.0


# Several readings at one step


def test_a_click_on_the_mean_opens_the_list_of_readings(hand: Driver) -> None:
    hand.move(mean_of_s1(hand))
    assert hand.feedback.cursor is Cursor.POINT
    assert hand.feedback.dots
    hand.click(mean_of_s1(hand))
    choices = hand.feedback.choices
    assert choices is not None
    assert [(one.id, one.said) for one in choices.items] == [
        ("e1", Said("bubble.emotion.2", {"value": 2.0})),
        ("e2", Said("choice.reading", {"value": -2.0, "words": "lei, trøtt"})),
    ]
    hand.keys("Down Enter")
    assert (hand.selection, hand.state, hand.entries) == (("e2",), "Idle", 0)


def test_each_reading_is_dragged_by_its_own_dot_and_the_mean_by_none(hand: Driver) -> None:
    hand.drag(hand.at_reading("e2"), hand.at_level("s1", -1.0))
    assert [value(hand, name) for name in ("e1", "e2")] == [2.0, -1.0]
    before = hand.document
    hand.drag(hand.at_level("s1", 1.25), hand.at_level("s1", -1.0))
    assert hand.document is before


def test_readings_in_the_same_place_are_listed_by_a_click_and_one_is_dragged() -> None:
    both = (reading("e1", "s1", 1.0), reading("e2", "s1", 1.0))
    hand = Driver(document(journey("s1 s2", emotions=both)))
    hand.click(hand.at_reading("e1"))
    assert hand.state == "ChoosingReading"
    hand.key("Escape")
    hand.click(hand.at_reading("e1"), Button.RIGHT)
    assert len(hand.selection) == 1
    hand.drag(hand.at_reading("e1"), hand.at_level("s1", -1.0))
    assert sorted(value(hand, name) for name in ("e1", "e2"))[1] == 1.0
    assert hand.entries == 1


def test_whose_curve_is_worked_on_is_told_only_where_others_have_one_too(hand: Driver) -> None:
    told = [hand.feedback.drawn_on]
    hand.select("e4")
    told.append(hand.feedback.drawn_on)
    hand.grab(hand.at_reading("e4"), hand.at_level("s3", -1.0))
    told.append(hand.feedback.drawn_on)
    hand.key("Escape")
    hand.select("c1")
    assert [*told, hand.feedback.drawn_on] == [None, BO, BO, None]
    alone = Driver(document(journey("s1", emotions=(reading("e1", "s1", 1.0),))))
    alone.select("e1")
    assert alone.feedback.drawn_on is None


# Words


@pytest.mark.parametrize("seed", range(20))
def test_words_are_written_over_no_curve_where_there_are_any_and_before(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    values = [chance.randrange(-20, 21) / 10 for _ in range(6)]
    steps = [f"s{number}" for number in range(1, 7)]
    hand = Driver(
        document(
            journey(
                " ".join(steps),
                emotions=tuple(reading(f"e{s}", s, x) for s, x in zip(steps, values, strict=True)),
            )
        )
    )
    for name in ("es2", "es4", "es5"):
        hand.select(name)
        hand.key("Enter")
        frames = [frame(hand)]
        hand.type("glad i dag")
        frames.append(frame(hand))
        band = hand.layout.lanes[hand.layout.lane_of[ids.LaneId("emotion")]]
        lane = hand.layout.emotion_lanes[ids.LaneId("emotion")]
        for segment in (one for curve in lane.curves for one in curve.segments):
            course = (segment.start, segment.control1, segment.control2, segment.end)
            for part in range(15):
                point = point_on(*course, part / 14).moved(0.0, band.y)
                assert not any(one.grown(-mm_from_px(6)).contains(point) for one in frames)
        hand.key("Escape")


def frame(hand: Driver) -> Rect:
    text = hand.feedback.text
    assert text is not None
    return text.frame


def test_words_are_written_where_they_stand() -> None:
    hand = Driver(document(journey("s1", emotions=(reading("e1", "s1", 2.0, words=("glad",)),))))
    words = next(iter(hand.layout.emotion_lanes.values())).readings[0].words
    band = hand.layout.lanes[hand.layout.lane_of[ids.LaneId("emotion")]]
    assert words is not None
    hand.select("e1")
    hand.key("F2")
    text = hand.feedback.text
    assert text is not None
    assert text.field is not None
    assert (text.field.x, text.field.y) == (words.x, band.y + words.y)


def test_an_emotion_selected_with_a_card_is_not_set_alone(hand: Driver) -> None:
    hand.select("e1")
    assert feelings.place_of(hand.editor) is not None
    hand.select("e1", "c1")
    assert feelings.place_of(hand.editor) is None
    hand.select("e1", "e3")
    assert feelings.place_of(hand.editor) is None


def test_faces_tried_on_several_are_one_entry_however_long_it_takes(hand: Driver) -> None:
    hand.select("e1", "e3")
    for value in (1.0, -1.0, 0.0):
        feelings.set_face(hand.editor, value)
        hand.wait(60.0)
    assert hand.entries == 1
