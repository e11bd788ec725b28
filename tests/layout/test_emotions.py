"""The emotion lane: curves, dots, words and axis."""

import random
from itertools import combinations
from typing import Any

import msgspec
import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.emotions import LEVELS
from cjmapper.layout.result import CurveLayout, EmotionLane, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import document, journey, lane, reading
from tests.support.layouts import laid_out

KARI, OLA = ids.ActorId("a1"), ids.ActorId("a2")
ACTORS = (d.Actor(id=KARI, name="Kari"), d.Actor(id=OLA, name="Ola"))
FELT, BELIEVED = v.EmotionView.FELT, v.EmotionView.BELIEVED


def with_readings(
    *readings: d.Emotion, columns: str = "s1 s2 s3|s4 s5", **fields: Any
) -> MapLayout:
    fields.setdefault("actors", (KARI,))
    return laid_out(document(journey(columns, emotions=readings, **fields), actors=ACTORS))


def only_lane(layout: MapLayout) -> EmotionLane:
    (found,) = layout.emotion_lanes.values()
    return found


def curve(layout: MapLayout, view: v.EmotionView = FELT, actor: ids.ActorId = KARI) -> CurveLayout:
    return next(one for one in only_lane(layout).curves if (one.actor, one.view) == (actor, view))


def test_a_dot_stands_at_its_value_in_the_middle_of_its_step() -> None:
    layout = with_readings(reading("e1", "s2", 1.5))
    lane_of = only_lane(layout)
    (dot,) = lane_of.readings
    assert dot.x == layout.columns[1].centre
    assert dot.y == pytest.approx(lane_of.zero_y - 1.5 * lane_of.unit)
    assert lane_of.value_at(dot.y) == pytest.approx(1.5)


def test_higher_feelings_stand_higher_and_all_have_room() -> None:
    layout = with_readings(reading("e1", "s1", 2.0), reading("e2", "s2", -2.0))
    lane_of, height = only_lane(layout), layout.lanes[1].height
    heights = [lane_of.y_of(level) for level in LEVELS]
    assert heights == sorted(heights)
    assert heights[0] - DISTANCES.marker / 2 > 0
    assert heights[-1] + DISTANCES.marker / 2 < height


def test_a_curve_begins_at_the_first_reading_and_ends_at_the_last() -> None:
    layout = with_readings(
        reading("e1", "s2", 1.0), reading("e2", "s3", -1.0), reading("e3", "s4", 0)
    )
    segments = curve(layout).segments
    assert len(segments) == 2
    assert segments[0].start.x == layout.columns[1].centre
    assert segments[-1].end.x == layout.columns[3].centre


def test_one_reading_makes_a_dot_and_no_line() -> None:
    assert curve(with_readings(reading("e1", "s2", 1.0))).segments == ()


def test_the_line_is_thin_across_steps_that_nobody_measured() -> None:
    layout = with_readings(
        reading("e1", "s1", 1.0), reading("e2", "s2", 0), reading("e3", "s4", 1.0)
    )
    assert [one.measured for one in curve(layout).segments] == [True, False]


def test_steps_that_an_actor_takes_no_part_in_are_no_gap() -> None:
    made = journey(
        "s1 s2 s3",
        actors=(KARI, OLA),
        emotions=(reading("e1", "s1", 1.0), reading("e2", "s3", -1.0)),
    )
    steps = tuple(
        msgspec.structs.replace(one, actors=(OLA,)) if one.id == "s2" else one for one in made.steps
    )
    layout = laid_out(document(msgspec.structs.replace(made, steps=steps), actors=ACTORS))
    assert [one.measured for one in curve(layout).segments] == [True]


def test_the_curve_goes_through_the_mean_weighted_by_how_many_were_asked() -> None:
    layout = with_readings(
        reading("e1", "s1", 2.0, n=3), reading("e2", "s1", -2.0, n=1), reading("e3", "s2", 0)
    )
    lane_of = only_lane(layout)
    assert curve(layout).segments[0].start.y == pytest.approx(lane_of.y_of(1.0))
    assert len(lane_of.readings) == 3


def test_actors_who_meet_at_a_step_stand_side_by_side_on_their_own_curves() -> None:
    layout = with_readings(
        reading("e1", "s1", 1.0, actor=OLA),
        reading("e2", "s1", 1.0),
        reading("e3", "s2", 0, actor=OLA),
        reading("e4", "s2", 0),
        reading("e5", "s3", 0),
        actors=(KARI, OLA),
    )
    dots = {str(dot.reading.id): dot for dot in only_lane(layout).readings}
    assert abs(dots["e1"].x - dots["e2"].x) >= DISTANCES.marker
    assert dots["e5"].x == layout.columns[2].centre
    ends = {
        "e1": curve(layout, actor=OLA).segments[0].start,
        "e2": curve(layout).segments[0].start,
        "e3": curve(layout, actor=OLA).segments[0].end,
        "e4": curve(layout).segments[0].end,
    }
    assert {name: point.x for name, point in ends.items()} == {name: dots[name].x for name in ends}
    assert [one.rank for one in only_lane(layout).curves] == [1, 0]


def test_many_actors_at_a_narrow_step_stay_in_their_column() -> None:
    many = tuple(d.Actor(id=ids.ActorId(f"p{n}"), name=f"P{n}") for n in range(6))
    made = journey(
        "s1|s2",
        actors=tuple(one.id for one in many),
        emotions=tuple(reading(f"e{n}", "s1", 0, actor=one.id) for n, one in enumerate(many)),
    )
    steps = tuple(
        msgspec.structs.replace(one, width_mm=DISTANCES.least_column) for one in made.steps
    )
    layout = laid_out(document(msgspec.structs.replace(made, steps=steps), actors=many))
    column = layout.columns[0]
    for dot in only_lane(layout).readings:
        assert column.x <= dot.x - DISTANCES.marker / 2
        assert dot.x + DISTANCES.marker / 2 <= column.right


def test_what_was_believed_is_a_curve_of_its_own_with_its_name_and_small_rings() -> None:
    layout = with_readings(
        reading("e1", "s1", 1.0),
        reading("e2", "s2", 1.0),
        reading("e3", "s1", -1.0, view=BELIEVED),
        reading("e4", "s2", -1.0, view=BELIEVED),
    )
    assert curve(layout).label is None
    label = curve(layout, BELIEVED).label
    assert label is not None
    assert label.lines[0].text
    faces = {dot.reading.id: dot.face for dot in only_lane(layout).readings}
    assert faces == {"e1": True, "e2": True, "e3": False, "e4": False}


def test_each_actor_is_named_where_there_are_several() -> None:
    layout = with_readings(
        reading("e1", "s1", 1.0), reading("e2", "s1", 0, actor=OLA), actors=(KARI, OLA)
    )
    labels = [one.label.lines[0].text for one in only_lane(layout).curves if one.label]
    assert labels == ["Ola", "Kari"]


def test_a_lane_of_one_actor_shows_only_that_one() -> None:
    own = tuple(
        msgspec.structs.replace(lane("emotion"), id=ids.LaneId(f"of-{actor}"), actor=actor)
        for actor in (KARI, OLA)
    )
    made = journey(
        actors=(KARI, OLA),
        emotions=(reading("e1", "s1", 1.0), reading("e2", "s1", 0, actor=OLA)),
    )
    layout = laid_out(document(msgspec.structs.replace(made, lanes=own), actors=ACTORS))
    shown = {
        lane_id: [dot.reading.id for dot in found.readings]
        for lane_id, found in layout.emotion_lanes.items()
    }
    assert shown == {"of-a1": ["e1"], "of-a2": ["e2"]}


def test_a_view_that_this_version_does_not_know_is_drawn_without_a_name() -> None:
    layout = with_readings(
        reading("e1", "s1", 1.0, view=v.EmotionView.OTHER),
        reading("e2", "s2", 1.0, view=v.EmotionView.OTHER),
    )
    assert curve(layout, v.EmotionView.OTHER).label is None


def test_the_words_of_a_reading_keep_clear_of_every_face() -> None:
    chance = random.Random(4)  # noqa: S311
    layout = with_readings(
        *(
            reading(f"e{n}", f"s{n}", chance.choice((-2, -1, 0, 1, 2)), words=("lettet", "trygg"))
            for n in range(1, 6)
        )
    )
    lane_of = only_lane(layout)
    half = DISTANCES.marker / 2
    faces = [Rect(dot.x - half, dot.y - half, 2 * half, 2 * half) for dot in lane_of.readings]
    boxes = []
    for dot in lane_of.readings:
        assert dot.words is not None
        width = max(line.width(dot.words.style.size) for line in dot.words.lines)
        boxes.append(Rect(dot.words.x, dot.words.y, width, dot.words.height))
    assert not any(box.meets(one) for box in boxes for one in faces)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert box.x >= layout.title_width
        assert box.right <= layout.size.width
        assert box.y >= 0
        assert box.bottom <= layout.lanes[1].height


def test_the_axis_has_words_for_its_five_levels_left_of_the_steps() -> None:
    layout = with_readings()
    axis = only_lane(layout).axis
    assert len(axis) == len(LEVELS)
    for block, level in zip(axis, LEVELS, strict=True):
        assert block.y + block.height / 2 == pytest.approx(only_lane(layout).y_of(level))
        assert block.x + block.lines[0].width(block.style.size) < layout.title_width
        assert block.x > 0
