"""Where something carried would land."""

import msgspec
import pytest

from cjmapper.geometry import Point, Rect
from cjmapper.layout import hit, landing
from cjmapper.layout.landing import CardSlot, LaneGap, PhaseGap
from cjmapper.model import ids
from tests.support.builders import cards, document, journey
from tests.support.driver import Driver

LEGAL = frozenset(
    ids.LaneId(name) for name in ("touchpoint", "thought", "pain", "opportunity", "note")
)


@pytest.fixture
def hand() -> Driver:
    return Driver(
        document(
            journey("s1 s2|s3", cards=cards(("a1", "a2", "a3"), "touchpoint:s1")
                    + cards(("b1", "b2"), "touchpoint:s3"))
        )
    )  # fmt: skip


def rect_of(hand: Driver, name: str) -> Rect:
    rect = hit.owner_rect(hand.layout, name)
    assert rect is not None
    return rect


def slot_for(hand: Driver, name: str, dx: float, dy: float) -> CardSlot | None:
    rect = rect_of(hand, name)
    return landing.card_slot(
        hand.layout, rect.centre.moved(dx, dy), rect.moved(dx, dy), LEGAL, (name,)
    )


def test_a_card_that_is_not_moved_keeps_its_place(hand: Driver) -> None:
    for index, name in enumerate(("a1", "a2", "a3")):
        slot = slot_for(hand, name, 0.0, 0.0)
        assert slot is not None
        assert (slot.lane, slot.step, slot.index) == ("touchpoint", "s1", index)


def test_a_card_passes_another_after_half_its_height(hand: Driver) -> None:
    height = rect_of(hand, "a1").height
    nearly = slot_for(hand, "a1", 0.0, height * 0.45)
    past = slot_for(hand, "a1", 0.0, height * 0.75)
    assert nearly is not None
    assert past is not None
    assert (nearly.index, past.index) == (0, 1)


def test_the_way_there_does_not_matter_only_the_middle_does(hand: Driver) -> None:
    rect = rect_of(hand, "a1")
    target = rect_of(hand, "b1")
    low = Rect(target.x, target.y + target.height * 0.8, rect.width, rect.height)
    for grabbed in (0.05, 0.95):
        point = Point(low.centre.x, low.y + low.height * grabbed)
        slot = landing.card_slot(hand.layout, point, low, LEGAL, ("a1",))
        assert slot is not None
        assert (slot.step, slot.index) == ("s3", 1)


def test_the_insertion_line_stands_between_the_cards(hand: Driver) -> None:
    first, second = rect_of(hand, "b1"), rect_of(hand, "b2")
    slot = landing.card_slot(
        hand.layout,
        Point(first.centre.x, first.bottom),
        Rect(first.x, first.bottom, first.width, 0.0),
        LEGAL,
    )
    assert slot is not None
    assert slot.index == 1
    assert first.bottom < slot.line.y < slot.line.bottom < second.y
    assert slot.line.x == pytest.approx(first.x)
    assert slot.cell == hand.layout.cell_rect((ids.LaneId("touchpoint"), ids.StepId("s3")))


def test_lines_stand_above_the_first_card_below_the_last_and_in_an_empty_cell(
    hand: Driver,
) -> None:
    layout = hand.layout
    key = (ids.LaneId("touchpoint"), ids.StepId("s3"))
    assert landing.slot_line(layout, key, (), 0).bottom < rect_of(hand, "b1").y
    assert landing.slot_line(layout, key, ()).y > rect_of(hand, "b2").bottom
    assert landing.slot_line(layout, key, ("b2",)).y == landing.slot_line(layout, key, (), 1).y
    empty = (ids.LaneId("note"), ids.StepId("s1"))
    line = landing.slot_line(layout, empty, ())
    assert layout.cell_rect(empty).contains(Point(line.x, line.y))


def test_a_lane_that_refuses_gives_the_nearest_one_of_that_step(hand: Driver) -> None:
    point = hand.at_level("s2", 1.9)
    slot = landing.card_slot(hand.layout, point, Rect(point.x, point.y, 0.0, 0.0), LEGAL)
    assert slot is not None
    assert (slot.lane, slot.step) == ("touchpoint", "s2")
    low = hand.at_level("s2", -1.9)
    slot = landing.card_slot(hand.layout, low, Rect(low.x, low.y, 0.0, 0.0), LEGAL)
    assert slot is not None
    assert slot.lane == "thought"


def test_outside_the_map_or_without_a_lane_there_is_no_place(hand: Driver) -> None:
    nowhere = Rect(0.0, 0.0, 0.0, 0.0)
    assert landing.card_slot(hand.layout, Point(-1.0, 30.0), nowhere, LEGAL) is None
    assert landing.card_slot(hand.layout, Point(60.0, 30.0), nowhere, ()) is None
    beyond = Point(hand.layout.size.width + 1, 30.0)
    assert landing.card_slot(hand.layout, beyond, nowhere, LEGAL) is not None


def test_the_cells_of_every_lane_that_takes_it_are_legal(hand: Driver) -> None:
    found = landing.legal_cells(hand.layout, LEGAL)
    assert len(found) == 5 * 3
    assert hand.layout.cell_rect((ids.LaneId("emotion"), ids.StepId("s1"))) not in found


def test_a_new_phase_goes_to_the_nearest_gap_or_splits_the_phase_it_is_in(hand: Driver) -> None:
    left, inside, edge = (column.x for column in hand.layout.columns)
    right = hand.layout.columns[-1].right
    assert landing.phase_gap(hand.layout, left + 3) == PhaseGap(0, left)
    assert landing.phase_gap(hand.layout, inside - 3) == PhaseGap(1, inside, ids.StepId("s2"))
    assert landing.phase_gap(hand.layout, edge + 3) == PhaseGap(1, edge)
    assert landing.phase_gap(hand.layout, right + 9) == PhaseGap(2, right)


def test_a_whole_phase_goes_only_between_phases(hand: Driver) -> None:
    inside = hand.layout.columns[1].x
    assert landing.whole_phase_gap(hand.layout, inside - 3).index == 0
    assert landing.whole_phase_gap(hand.layout, inside + 3).index == 1
    assert landing.whole_phase_gap(hand.layout, 9999.0).index == 2


def test_at_the_edge_of_two_phases_a_step_goes_to_the_side_of_the_pointer(hand: Driver) -> None:
    edge = hand.layout.columns[2].x
    left, right = (landing.step_gap(hand.layout, edge + dx) for dx in (-2.0, 2.0))
    assert (left.phase, left.index, left.x) == ("p1", 2, edge)
    assert (right.phase, right.index, right.x) == ("p2", 0, edge)
    last = landing.step_gap(hand.layout, hand.layout.size.width + 5)
    assert (last.phase, last.index) == ("p2", 1)


def test_a_lane_goes_to_the_nearest_gap_hidden_lanes_counted() -> None:
    plain = journey("s1", "touchpoint thought note")
    lanes = (
        plain.lanes[0],
        msgspec.structs.replace(plain.lanes[1], hidden=True),
        plain.lanes[2],
    )
    hand = Driver(document(msgspec.structs.replace(plain, lanes=lanes)))
    first, second = hand.layout.lanes
    assert landing.lane_gap(hand.layout, first.y + 1) == LaneGap(0, first.y)
    assert landing.lane_gap(hand.layout, second.y - 1) == LaneGap(2, second.y)
    assert landing.lane_gap(hand.layout, second.bottom + 50) == LaneGap(3, second.bottom)
    bare = Driver(document(journey("s1", "")))
    assert landing.lane_gap(bare.layout, 99.0).index == 0


def test_a_marker_sticks_to_a_level_within_the_magnet_unless_free(hand: Driver) -> None:
    point = hand.at_level("s2", 1.1)
    stuck = landing.reading_place(hand.layout, point, free=False, magnet=2.0)
    free = landing.reading_place(hand.layout, point, free=True, magnet=2.0)
    apart = landing.reading_place(hand.layout, hand.at_level("s2", 1.5), free=False, magnet=1.0)
    assert stuck is not None
    assert free is not None
    assert apart is not None
    assert (stuck.lane, stuck.step, stuck.value) == ("emotion", "s2", 1.0)
    assert free.value == pytest.approx(1.1)
    assert apart.value == pytest.approx(1.5)
    assert stuck.point == hand.at_level("s2", 1.0)


def test_a_marker_falls_to_the_emotion_lane_and_to_the_ends_of_the_scale(hand: Driver) -> None:
    above = hand.at_cell("touchpoint", "s3", 0.1)
    place = landing.reading_place(hand.layout, above, free=False, magnet=1.0)
    assert place is not None
    assert (place.step, place.value) == ("s3", 2.0)
    assert landing.reading_place(hand.layout, Point(-9.0, 9.0), free=True, magnet=1.0) is None
    bare = Driver(document(journey("s1", "note")))
    middle = Point(60.0, 20.0)
    assert landing.reading_place(bare.layout, middle, free=True, magnet=1.0) is None


def test_the_ends_of_the_journey_stand_below_the_step_a_path_is_drawn_from(hand: Driver) -> None:
    marks = dict(landing.end_marks(hand.layout, ids.StepId("s2")))
    assert set(marks) == {ids.GOAL, ids.DROP}
    column = hand.layout.columns[1]
    assert marks[ids.DROP].x == column.x
    assert marks[ids.GOAL].right == pytest.approx(column.right)
    assert all(rect.y == hand.layout.header.height for rect in marks.values())


def test_a_hand_a_little_above_the_header_still_means_it(hand: Driver) -> None:
    assert landing.near_map(hand.layout, Point(60.0, -3.0))
    assert not landing.near_map(hand.layout, Point(60.0, -8.0))
    assert not landing.near_map(hand.layout, Point(-1.0, 30.0))


def test_the_line_below_the_last_card_is_as_near_to_it_as_one_between_two(hand: Driver) -> None:
    key = (ids.LaneId("touchpoint"), ids.StepId("s3"))
    between, below = (landing.slot_line(hand.layout, key, (), index) for index in (1, 2))
    near = between.y - rect_of(hand, "b1").bottom
    assert below.y - rect_of(hand, "b2").bottom == pytest.approx(near)
    assert near > 0


def test_the_magnet_reaches_exactly_as_far_as_it_is_said_to(hand: Driver) -> None:
    point = hand.at_level("s2", 0.7)
    away = abs(hand.at_level("s2", 1.0).y - point.y)
    for magnet, value in ((away + 0.05, 1.0), (away - 0.05, 0.7)):
        place = landing.reading_place(hand.layout, point, free=False, magnet=magnet)
        assert place is not None
        assert place.value == pytest.approx(value)
