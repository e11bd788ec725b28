"""Places between two layouts, and layouts with a gap."""

import pytest

from cjmapper.geometry import Point, Rect
from cjmapper.layout.between import LayoutBetween, parted, way
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, emotions, lanes, phases, steps, transitions
from cjmapper.model.vocabulary import LaneKind
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import lay_out

STEPS = "s1 s2|s3 s4"
CARDS = (card("a", "touchpoint:s1"), card("b", "touchpoint:s1"), card("c", "touchpoint:s3"))
DRAWN = document(
    journey(
        STEPS,
        cards=CARDS,
        emotions=(reading("e", "s1", 1.0), reading("f", "s3", -1.0)),
        links=(link("l", "a", "c"),),
    )
)
MAP = DRAWN.maps[0].id


def laid(made: d.Document) -> MapLayout:
    return lay_out(made, MAP)


def place(layout: MapLayout, name: str) -> Rect:
    found = queries.card(layout.map, name)
    assert found is not None
    rect = layout.card_rect(found)
    assert rect is not None
    return rect


def everything(layout: MapLayout) -> Rect:
    return Rect(0.0, 0.0, layout.size.width, layout.size.height)


def moved(name: str, step: str, index: int) -> d.Document:
    slot = cards.Slot(ids.LaneId("touchpoint"), ids.StepId(step), index)
    return cards.move_cards(DRAWN, MAP, (name,), slot)


def test_a_card_on_its_way_to_another_step_is_seen_in_between() -> None:
    former, now = laid(DRAWN), laid(moved("a", "s3", 0))
    half = way(former, now, everything(now)).at(0.5)
    start, goal = place(former, "a"), place(now, "a")
    assert place(half, "a").x == pytest.approx((start.x + goal.x) / 2)
    assert place(half, "a").y == pytest.approx((start.y + goal.y) / 2)


def test_a_way_begins_where_things_stood_and_ends_where_they_stand() -> None:
    former, now = laid(DRAWN), laid(moved("a", "s3", 0))
    found = way(former, now, everything(now))
    begun = found.at(0.0)
    for name in ("a", "b", "c"):
        assert place(begun, name).x == pytest.approx(place(former, name).x)
        assert place(begun, name).y == pytest.approx(place(former, name).y)
    assert found.at(1.0) is now


def test_what_is_carried_is_at_its_goal_at_once_while_neighbours_make_room() -> None:
    former, now = laid(DRAWN), laid(moved("a", "s3", 0))
    begun = way(former, now, everything(now), {"a"}).at(0.0)
    assert place(begun, "a") == place(now, "a")
    assert place(begun, "c").y == pytest.approx(place(former, "c").y)
    assert place(now, "c").y > place(former, "c").y


def test_cards_and_faces_go_along_with_a_phase_that_moves() -> None:
    former, now = laid(DRAWN), laid(phases.move_phase(DRAWN, MAP, ids.PhaseId("p2"), 0))
    half = way(former, now, everything(now)).at(0.5)
    for layout in (half,):
        column = layout.columns[layout.column_of[ids.StepId("s3")]]
        former_x = former.columns[former.column_of[ids.StepId("s3")]].x
        now_x = now.columns[now.column_of[ids.StepId("s3")]].x
        assert column.x == pytest.approx((former_x + now_x) / 2)
        assert place(layout, "c").x - column.x == pytest.approx(place(now, "c").x - now_x)
        dots = {one.reading.id: one.x for one in _readings(layout)}
        assert dots["f"] == pytest.approx(column.centre)


def test_a_connector_stays_at_its_cards_on_the_way() -> None:
    former, now = laid(DRAWN), laid(moved("c", "s4", 0))
    half = way(former, now, everything(now)).at(0.5)
    tip = half.links[0].points[-1]
    assert place(half, "c").grown(2.0).contains(tip)
    assert tip != now.links[0].points[-1]


def test_a_face_glides_to_another_value_and_its_curve_with_it() -> None:
    former = laid(DRAWN)
    now = laid(emotions.set_value(DRAWN, MAP, "e", -2.0))
    found = way(former, now, everything(now))
    assert not found.is_still
    heights = [_readings(layout)[0].y for layout in (former, found.at(0.5), now)]
    assert heights[1] == pytest.approx((heights[0] + heights[2]) / 2)
    ends = [_segment_start(layout).y for layout in (former, found.at(0.5), now)]
    assert ends[1] == pytest.approx((ends[0] + ends[2]) / 2)


def test_where_nothing_moved_the_way_is_still() -> None:
    layout = laid(DRAWN)
    again = lay_out(cards.set_text(DRAWN, MAP, "a", "Word"), MAP, layout)
    assert way(layout, layout, everything(layout)).is_still
    assert way(layout, again, everything(again)).is_still


def test_only_what_is_seen_is_looked_at() -> None:
    former, now = laid(DRAWN), laid(moved("a", "s3", 0))
    assert way(former, now, Rect(0.0, 0.0, 5.0, 5.0)).cells == {}


def test_a_gap_moves_what_is_right_of_it_and_nothing_else() -> None:
    layout = laid(DRAWN)
    at = layout.phases[1].x
    made = parted(layout, Point(at, 0.0), upright=True, by=4.0)
    assert place(made, "a") == place(layout, "a")
    assert place(made, "c").x == pytest.approx(place(layout, "c").x + 4.0)
    assert made.phases[1].x == pytest.approx(at + 4.0)
    assert _readings(made)[1].x == pytest.approx(_readings(layout)[1].x + 4.0)


def test_a_gap_between_lanes_moves_what_is_below_it() -> None:
    layout = laid(DRAWN)
    at = layout.lanes[1].y
    made = parted(layout, Point(0.0, at), upright=False, by=4.0)
    assert made.lanes[0].y == layout.lanes[0].y
    assert made.lanes[1].y == pytest.approx(at + 4.0)


def test_a_way_that_is_left_halfway_goes_on_from_there() -> None:
    former, now = laid(DRAWN), laid(moved("a", "s3", 0))
    half = way(former, now, everything(now)).at(0.5)
    assert isinstance(half, LayoutBetween)
    back = way(half, former, everything(former)).at(0.0)
    assert place(back, "a").x == pytest.approx(place(half, "a").x)


def _readings(layout: MapLayout) -> tuple:  # type: ignore[type-arg]
    return next(iter(layout.emotion_lanes.values())).readings


def _segment_start(layout: MapLayout) -> Point:
    return next(iter(layout.emotion_lanes.values())).curves[0].segments[0].start


def between(former: MapLayout, now: MapLayout, share: float) -> MapLayout:
    found = way(former, now, everything(now))
    assert not found.is_still
    return found.at(share)


def test_columns_phases_and_paths_glide_to_another_width() -> None:
    made = transitions.connect_steps(DRAWN, MAP, ("s1", "s3"), new_id=ids.TransitionId("t"))
    former = laid(made)
    now = laid(steps.set_width(made, MAP, "s1", former.columns[0].width + 20.0))
    quarter = between(former, now, 0.25)
    assert quarter.columns[0].width == pytest.approx(former.columns[0].width + 5.0)
    assert quarter.columns[1].x == pytest.approx(former.columns[1].x + 5.0)
    assert quarter.phases[0].width == pytest.approx(former.phases[0].width + 5.0)
    assert quarter.phases[1].x == pytest.approx(former.phases[1].x + 5.0)
    ends = [one.transitions[0].points[-1].x for one in (former, quarter, now)]
    assert ends[0] < ends[1] < ends[2]
    assert ends[1] == pytest.approx(ends[0] + (ends[2] - ends[0]) / 4)


def test_the_label_of_a_path_goes_along_with_it() -> None:
    made = document(journey(STEPS, transitions=(transition("t", "s1", "s3", share=0.4),)))
    former, now = laid(made), laid(steps.set_width(made, MAP, "s1", 90.0))
    half = between(former, now, 0.5)
    blocks = [one.transitions[0].label for one in (former, half, now)]
    places = [block.x for block in blocks if block is not None]
    assert len(places) == 3
    assert places[0] != places[2]
    assert places[1] == pytest.approx((places[0] + places[2]) / 2)


def test_lanes_glide_to_another_height() -> None:
    former = laid(DRAWN)
    height = former.lanes[0].height + 30.0
    now = laid(lanes.set_height(DRAWN, MAP, "touchpoint", height))
    tenth = between(former, now, 0.1)
    assert tenth.lanes[0].height == pytest.approx(former.lanes[0].height + 3.0)
    assert tenth.lanes[1].y == pytest.approx(former.lanes[1].y + 3.0)


def test_what_was_not_there_stands_where_it_goes() -> None:
    former = laid(DRAWN)
    made = lanes.add_lane(
        DRAWN, MAP, 0, kind=LaneKind.EMOTION, new_id=ids.LaneId("new"), title="New"
    )
    made = phases.add_phase(
        made, MAP, 0, phase_id=ids.PhaseId("p0"), step_id=ids.StepId("s0"), name="New"
    )
    made = emotions.add_reading(made, MAP, reading("g", "s2", 2.0))
    made = transitions.connect_steps(made, MAP, ("s1", "s3"), new_id=ids.TransitionId("t"))
    now = laid(made)
    half = between(former, now, 0.5)
    assert (half.lanes[0], half.columns[0], half.phases[0]) == (
        now.lanes[0],
        now.columns[0],
        now.phases[0],
    )
    assert half.transitions == now.transitions
    assert half.emotion_lanes[ids.LaneId("new")] is now.emotion_lanes[ids.LaneId("new")]
    joined = half.emotion_lanes[ids.LaneId("emotion")]
    assert joined.curves == now.emotion_lanes[ids.LaneId("emotion")].curves
    dots = {one.reading.id: one for one in joined.readings}
    goal = {one.reading.id: one for one in now.emotion_lanes[ids.LaneId("emotion")].readings}
    assert dots[ids.EmotionId("g")] == goal[ids.EmotionId("g")]
    assert dots[ids.EmotionId("f")].x != goal[ids.EmotionId("f")].x


def test_cards_that_come_into_a_new_column_glide_there_from_where_they_stood() -> None:
    former = laid(DRAWN)
    made = steps.add_step(DRAWN, MAP, (ids.PhaseId("p1"), 0), new_id=ids.StepId("s0"), title="New")
    slot = cards.Slot(ids.LaneId("touchpoint"), ids.StepId("s0"), 0)
    now = laid(cards.move_cards(made, MAP, ("c",), slot))
    begun = between(former, now, 0.0)
    assert place(begun, "c").x == pytest.approx(place(former, "c").x)


def test_a_phase_that_only_grew_is_no_longer_still() -> None:
    former, now = laid(DRAWN), laid(steps.set_width(DRAWN, MAP, "s4", 80.0))
    assert not way(former, now, Rect(0.0, 0.0, 1.0, 1.0)).is_still


def test_a_gap_stretches_the_paths_that_cross_it_and_moves_those_right_of_it() -> None:
    made = transitions.connect_steps(DRAWN, MAP, ("s1", "s3"), new_id=ids.TransitionId("t"))
    made = transitions.connect_steps(made, MAP, ("s4", "s3"), new_id=ids.TransitionId("u"))
    layout = laid(made)
    wide = parted(layout, Point(layout.phases[1].x, 0.0), upright=True, by=4.0)
    for before, after in zip(layout.transitions, wide.transitions, strict=True):
        assert after.transition.id == before.transition.id
        by = [now.x - then.x for then, now in zip(before.points, after.points, strict=True)]
        if before.transition.id == "u":
            assert by == pytest.approx([4.0] * len(by))
        else:
            assert (by[0], by[-1]) == pytest.approx((0.0, 4.0))


def test_faces_words_and_curves_keep_step_a_quarter_of_the_way() -> None:
    made = emotions.set_words(DRAWN, MAP, "e", ("glad",))
    former, now = laid(made), laid(emotions.set_value(made, MAP, "e", -2.0))
    quarter = between(former, now, 0.25)
    heights = [_readings(one)[0].y for one in (former, quarter, now)]
    assert heights[1] == pytest.approx(heights[0] + (heights[2] - heights[0]) / 4)
    starts = [_segment_start(one).y for one in (former, quarter, now)]
    assert starts[1] == pytest.approx(starts[0] + (starts[2] - starts[0]) / 4)


def test_a_gap_leaves_faces_left_of_it_and_takes_words_along() -> None:
    made = emotions.set_words(DRAWN, MAP, "f", ("lei",))
    layout = laid(made)
    wide = parted(layout, Point(layout.phases[1].x, 0.0), upright=True, by=4.0)
    before, after = _readings(layout), _readings(wide)
    assert after[0].x == before[0].x
    assert after[1].words.x == pytest.approx(before[1].words.x + 4.0)


def test_a_new_card_in_a_new_column_moves_nothing() -> None:
    former = laid(DRAWN)
    made = steps.add_step(DRAWN, MAP, (ids.PhaseId("p2"), 2), new_id=ids.StepId("s9"), title="New")
    slot = cards.Slot(ids.LaneId("touchpoint"), ids.StepId("s9"), 0)
    now = laid(cards.add_card(made, MAP, slot, new_id=ids.CardId("z")))
    assert way(former, now, everything(now)).cells == {}


def test_what_an_edit_left_alone_is_the_very_same_on_the_way() -> None:
    former = laid(DRAWN)
    now = lay_out(moved("a", "s2", 0), MAP, former)
    half = between(former, now, 0.5)
    assert half.columns is now.columns
    assert half.transitions is now.transitions
    assert _readings(half) is _readings(now)
