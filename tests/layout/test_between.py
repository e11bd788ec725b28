"""Places between two layouts, and layouts with a gap."""

import pytest

from cjmapper.geometry import Point, Rect
from cjmapper.layout.between import LayoutBetween, parted, way
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import cards, emotions, phases
from tests.support.builders import card, document, journey, link, reading
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
