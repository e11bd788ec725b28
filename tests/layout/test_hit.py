"""What is under a point."""

import pytest

from cjmapper.geometry import MM_PER_PX, Point, Rect
from cjmapper.layout import adding, hit
from cjmapper.layout import hits as h
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import PX_PER_MM, Driver

REACH = h.reach_at(PX_PER_MM)
PX = MM_PER_PX


def full() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            cards=(
                card("c1", "touchpoint:s1"),
                card("c2", "touchpoint:s1"),
                card("c3", "thought:s2"),
                card("wide", "note:s1", span=3),
                card("below", "note:s2"),
            ),
            emotions=(reading("e1", "s1", 1.0, words=("glad",)), reading("e2", "s2", -1.0)),
            links=(link("k1", "c1", "c3"),),
            transitions=(
                transition("t1", "s1", "s3", kind=v.TransitionKind.SKIP),
                transition("t2", "s2", "s1", kind=v.TransitionKind.LOOP_BACK),
            ),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(full())


def at(layout: MapLayout, point: Point, shown: h.Shown = h.NOTHING_SHOWN) -> h.Hit:
    return hit.what_is_at(layout, point, REACH, shown)


def test_a_card_is_hit_all_over_and_not_beside_it(hand: Driver) -> None:
    assert at(hand.layout, hand.at_card("c1", 0.01, 0.01)) == h.HitCard(ids.CardId("c1"))
    assert at(hand.layout, hand.at_card("c2", 0.99, 0.99)) == h.HitCard(ids.CardId("c2"))
    between = hand.at_card("c1", 0.5, 1.0).moved(0.0, 1.0)
    assert at(hand.layout, between) == h.HitCell(ids.LaneId("touchpoint"), ids.StepId("s1"))


def test_a_card_over_several_steps_is_hit_in_each_of_them(hand: Driver) -> None:
    rect = hit.owner_rect(hand.layout, "wide")
    assert rect is not None
    for x in (rect.x + 1, rect.centre.x, rect.right - 1):
        assert at(hand.layout, Point(x, rect.centre.y)) == h.HitCard(ids.CardId("wide"))
    assert at(hand.layout, hand.at_card("below")) == h.HitCard(ids.CardId("below"))


def test_a_marker_is_hit_twelve_pixels_around_and_the_nearest_of_two_wins(hand: Driver) -> None:
    middle = hand.at_reading("e1")
    assert at(hand.layout, middle.moved(11 * PX, 0.0)) == h.HitReading(ids.EmotionId("e1"))
    beside = at(hand.layout, middle.moved(0.0, 30 * PX))
    assert isinstance(beside, h.HitEmotionCell)
    crowded = Driver(document(journey(emotions=(reading("a", "s1", 1.0), reading("b", "s1", 0.9)))))
    assert at(crowded.layout, crowded.at_reading("a")) == h.HitReading(ids.EmotionId("a"))
    assert at(crowded.layout, crowded.at_reading("b")) == h.HitReading(ids.EmotionId("b"))


def test_the_words_of_a_reading_are_the_reading(hand: Driver) -> None:
    lane = hand.layout.emotion_lanes[ids.LaneId("emotion")]
    band = hand.layout.lanes[hand.layout.lane_of[lane.lane_id]]
    words = lane.readings[0].words
    assert words is not None
    inside = Point(words.x + 1, band.y + words.y + words.height / 2)
    assert at(hand.layout, inside) == h.HitReading(ids.EmotionId("e1"))


def test_an_empty_place_in_the_emotion_lane_has_the_value_of_its_height(hand: Driver) -> None:
    found = at(hand.layout, hand.at_level("s3", 1.5))
    assert isinstance(found, h.HitEmotionCell)
    assert found.step == "s3"
    assert found.value == pytest.approx(1.5)


def test_a_connector_is_hit_six_pixels_from_its_line_unless_a_card_is_there(hand: Driver) -> None:
    route = hand.layout.links[0]
    for start, end in zip(route.points, route.points[1:], strict=False):
        middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
        found = at(hand.layout, middle.moved(0.5, 0.5))
        assert isinstance(found, h.HitLink | h.HitCard)
    start, end = route.points[-2:]
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    assert at(hand.layout, middle) == h.HitLink(ids.LinkId("k1"))


def test_the_ends_of_a_selected_connector_can_be_taken(hand: Driver) -> None:
    shown = h.Shown(ends=("k1", "t1"))
    link_points = hand.layout.links[0].points
    path_points = next(
        path.points for path in hand.layout.transitions if path.transition.id == "t1"
    )
    taken = {
        link_points[0]: h.HitLink(ids.LinkId("k1"), h.LinkEnd.START),
        link_points[-1]: h.HitLink(ids.LinkId("k1"), h.LinkEnd.TO),
        path_points[0]: h.HitTransition(ids.TransitionId("t1"), h.LinkEnd.START),
        path_points[-1]: h.HitTransition(ids.TransitionId("t1"), h.LinkEnd.TO),
    }
    for point, expected in taken.items():
        assert at(hand.layout, point, shown) == expected


def test_headers_lane_titles_and_corner_are_told_apart(hand: Driver) -> None:
    layout = hand.layout
    assert at(layout, hand.at_phase("p2")) == h.HitPhase(ids.PhaseId("p2"))
    assert at(layout, hand.at_card("s2")) == h.HitStep(ids.StepId("s2"))
    assert at(layout, hand.at_lane("thought")) == h.HitLaneTitle(ids.LaneId("thought"))
    assert at(layout, Point(5.0, 5.0)) == h.HitCorner()
    assert at(layout, Point(-5.0, 5.0)) == h.HitOutside()
    assert at(layout, Point(layout.size.width + 90, 5.0)) == h.HitOutside()


def test_a_path_between_steps_is_hit_in_the_row_above_them(hand: Driver) -> None:
    path = next(one for one in hand.layout.transitions if one.transition.id == "t1")
    middle = Point((path.points[1].x + path.points[2].x) / 2, path.points[1].y)
    assert at(hand.layout, middle) == h.HitTransition(ids.TransitionId("t1"))
    empty = Point(hand.layout.columns[-1].right - 5, hand.layout.header.phase_height + 0.5)
    assert at(hand.layout, empty) == h.HitOutside(h.Region.HEADER)


def test_a_way_to_the_goal_is_hit_on_its_words_and_has_no_ends_to_cover_them() -> None:
    hand = Driver(
        document(journey("s1 s2", transitions=(transition("t", "s1", "GOAL", share=0.4),)))
    )
    (path,) = hand.layout.transitions
    around = path.way_out
    assert around is not None
    assert path.label is not None
    words = Point(around.right - 2, path.label.y + 1)
    assert at(hand.layout, words) == h.HitTransition(ids.TransitionId("t"))
    hand.click(words)
    assert hand.selection == ("t",)
    assert [dot for dot in hand.feedback.dots if dot.owner == "t"] == []


def test_borders_are_hit_four_pixels_from_either_side(hand: Driver) -> None:
    layout = hand.layout
    column = layout.columns[0].right
    low = layout.size.height - 2
    for dx in (-3 * PX, 3 * PX):
        found = at(layout, Point(column + dx, low))
        assert found == h.HitColumnBorder(ids.StepId("s1"))
    assert at(layout, Point(column + 6 * PX, low)) != h.HitColumnBorder(ids.StepId("s1"))
    edge = layout.lanes[0].bottom
    assert at(layout, Point(5.0, edge + 3 * PX)) == h.HitLaneBorder(ids.LaneId("touchpoint"))
    title = layout.header.step_top + 1
    assert at(layout, Point(column, title)) == h.HitColumnBorder(ids.StepId("s1"))


def test_the_outermost_borders_can_be_taken_from_outside(hand: Driver) -> None:
    size = hand.layout.size
    right = at(hand.layout, Point(size.width + PX, size.height / 2))
    assert right == h.HitColumnBorder(ids.StepId("s3"))
    lower = at(hand.layout, Point(size.width / 2, size.height + PX))
    assert lower == h.HitLaneBorder(ids.LaneId("note"))
    assert at(hand.layout, Point(-1.0, -1.0)) == h.HitOutside()


def test_the_plus_of_a_phase_shows_only_when_asked_for(hand: Driver) -> None:
    middle = adding.add_step_point(hand.layout, 0, REACH)
    shown = h.Shown(adds=True)
    assert at(hand.layout, middle, shown) == h.HitAddStep(ids.PhaseId("p1"))
    assert at(hand.layout, middle) == h.HitStep(ids.StepId("s2"))
    assert at(hand.layout, hand.at_phase("p1"), shown) == h.HitPhase(ids.PhaseId("p1"))


def test_without_step_titles_the_plus_stands_in_the_phase() -> None:
    plain = journey("s1|s2")
    steps = tuple(d.Step(id=step.id, key=step.key, phase=step.phase) for step in plain.steps)
    hand = Driver(document(d.JourneyMap(id=plain.id, phases=plain.phases, steps=steps)))
    assert hand.layout.header.step_height == 0
    place = adding.add_step_point(hand.layout, 1, REACH)
    assert at(hand.layout, place, h.Shown()) == h.HitAddStep(ids.PhaseId("p2"))


def test_dots_stand_outside_their_card_and_never_on_another(hand: Driver) -> None:
    shown = h.Shown(dots=("c1",))
    for side, point in hit.dot_points(hand.layout, "c1", REACH):
        rect = hit.owner_rect(hand.layout, "c1")
        assert rect is not None
        assert not rect.contains(point)
        assert hit.cards_touched(hand.layout, Rect(point.x, point.y, PX, PX)) == ()
        assert at(hand.layout, point, shown) == h.HitDot("c1", side)
    assert at(hand.layout, hand.at_card("c1", 0.99, 0.5), shown) == h.HitCard(ids.CardId("c1"))


def test_steps_have_dots_too_and_nothing_else_has(hand: Driver) -> None:
    points = dict(hit.dot_points(hand.layout, "s2", REACH))
    assert set(points) == {h.Side.LEFT, h.Side.RIGHT, h.Side.TOP}
    found = at(hand.layout, points[h.Side.TOP], h.Shown(dots=("s2",)))
    assert found == h.HitDot("s2", h.Side.TOP)
    assert hit.dot_points(hand.layout, "p1", REACH) == ()


def test_a_frame_touches_cards_by_any_part_and_markers_by_their_middle(hand: Driver) -> None:
    layout = hand.layout
    rect = hit.owner_rect(layout, "c1")
    assert rect is not None
    corner = Rect(rect.right - 0.5, rect.bottom - 0.5, 40.0, 0.4)
    assert hit.cards_touched(layout, corner) == ("c1",)
    assert hit.cards_touched(layout, Rect(0.0, 0.0, 1.0, 1.0)) == ()
    around = Rect(hand.at_reading("e1").x - 1, hand.at_reading("e1").y - 1, 2.0, 2.0)
    assert hit.readings_touched(layout, around) == ("e1",)


def test_a_frame_in_the_header_touches_phases_and_steps(hand: Driver) -> None:
    layout = hand.layout
    left = layout.columns[0].x
    assert hit.headers_touched(layout, Rect(left + 1, 0.0, 1.0, 1.0)) == ("p1",)
    whole = Rect(left, 0.0, layout.size.width, layout.header.height)
    assert hit.headers_touched(layout, whole) == ("p1", "p2", "s1", "s2", "s3")


def test_where_a_reading_is_drawn_can_be_asked(hand: Driver) -> None:
    lane = hit.emotion_lane_of(hand.layout, "e2")
    assert lane is not None
    assert lane.lane_id == "emotion"
    assert hit.emotion_lane_of(hand.layout, "nobody") is None
    assert hit.reading_point(hand.layout, "nobody") is None


def test_parked_cards_and_strangers_are_nowhere() -> None:
    hand = Driver(document(journey(cards=(card("parked"),))))
    assert hit.owner_rect(hand.layout, "parked") is None
    assert hit.owner_rect(hand.layout, "stranger") is None


def test_a_map_without_lanes_has_titles_and_cells_nowhere() -> None:
    hand = Driver(document(journey("s1", "")))
    below = Point(hand.layout.size.width / 2, hand.layout.size.height + 20)
    assert at(hand.layout, below) == h.HitOutside()


def test_a_finger_reaches_wider() -> None:
    assert h.reach_at(PX_PER_MM, touch=True).marker > REACH.marker
    assert h.reach_at(PX_PER_MM * 2).marker == pytest.approx(REACH.marker / 2)


def test_a_line_without_length_is_a_point() -> None:
    point = Point(3.0, 3.0)
    assert hit.near_line((point, point), Point(3.0, 4.0), 1.0)
    assert not hit.near_line((point, point), Point(3.0, 4.1), 1.0)
