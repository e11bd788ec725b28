"""Words and names in the emotion lane: where they stand."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmapper import places
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.curve import point_on
from cjmapper.layout.emotion_words import _first_served, _Wanted, _Words, face_box, free_place
from cjmapper.layout.free_side import Crowd, Place
from cjmapper.layout.result import EmotionLane, MapLayout, ReadingLayout, TextBlock
from cjmapper.layout.styles import DISTANCES, READING_WORDS
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.storage.codec import decode
from tests.support.builders import document, journey, reading
from tests.support.layouts import laid_out
from tests.support.wide_maps import wide_map

EXAMPLES = sorted(Path(places.resource("examples")).glob("*.cjmap"))
ACTORS = tuple(d.Actor(id=ids.ActorId(name), name=name) for name in ("Kari", "Ola"))
WORDS = ("lettet", "utålmodig", "glad", "stresset, irritert", "trygg og ivaretatt")
STEPS = 5


def blocks(lane: EmotionLane) -> list[TextBlock]:
    words = [dot.words for dot in lane.readings] + [curve.label for curve in lane.curves]
    return [block for block in words if block is not None]


def lanes(layout: MapLayout) -> Iterator[tuple[EmotionLane, Rect]]:
    for band in layout.lanes:
        if band.lane.id in layout.emotion_lanes:
            width = layout.size.width - layout.title_width
            yield (
                layout.emotion_lanes[band.lane.id],
                Rect(layout.title_width, 0.0, width, band.height),
            )


def crossed(lane: EmotionLane, box: Rect) -> bool:
    """Whether any curve runs through a box."""
    return any(
        box.contains(point_on(one.start, one.control1, one.control2, one.end, t / 200))
        for curve in lane.curves
        for one in curve.segments
        for t in range(201)
    )


def assert_free(layout: MapLayout) -> None:
    for lane, bounds in lanes(layout):
        boxes = [block.box for block in blocks(lane)]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        assert not any(face_box(dot).meets(box) for dot in lane.readings for box in boxes)
        for box in boxes:
            assert bounds.united(box) == bounds


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_in_the_examples_no_word_lies_on_a_face_a_word_or_a_curve(path: Path) -> None:
    held = decode(path.read_bytes()).document
    for index in range(len(held.maps)):
        layout = laid_out(held, index, held.language.value)
        assert_free(layout)
        for lane, _ in lanes(layout):
            assert blocks(lane)
            assert not [block.lines[0].text for block in blocks(lane) if crossed(lane, block.box)]


def test_on_a_wide_map_no_word_lies_on_a_face_a_word_or_a_curve() -> None:
    layout = laid_out(wide_map())
    assert_free(layout)
    ((lane, _),) = lanes(layout)
    assert not any(crossed(lane, block.box) for block in blocks(lane))


@st.composite
def felt_maps(draw: st.DrawFn) -> d.Document:
    """Two actors at five steps, each with what was believed of them, most readings with words."""
    found = [
        reading(
            f"{actor.name}-{view.value}-{step}",
            f"s{step}",
            draw(st.sampled_from((-2.0, -1.0, -0.4, 0.0, 0.3, 1.0, 2.0))),
            actor=actor.id,
            view=view,
            words=draw(st.sampled_from(((), *((one,) for one in WORDS)))),
        )
        for actor in ACTORS
        for view in (v.EmotionView.FELT, v.EmotionView.BELIEVED)
        for step in range(1, STEPS + 1)
        if draw(st.booleans())
    ]
    columns = " ".join(f"s{step}" for step in range(1, STEPS + 1))
    actors = tuple(actor.id for actor in ACTORS)
    return document(journey(columns, actors=actors, emotions=tuple(found)), actors=ACTORS)


@settings(max_examples=120, deadline=None)
@given(felt_maps())
def test_no_word_lies_on_a_face_or_on_another_word_whatever_the_curves(held: d.Document) -> None:
    assert_free(laid_out(held))


def test_words_and_lines_of_a_map_are_where_they_were_when_it_is_laid_out_again() -> None:
    one, other = laid_out(wide_map()), laid_out(wide_map())
    assert [blocks(lane) for lane, _ in lanes(one)] == [blocks(lane) for lane, _ in lanes(other)]


def test_words_far_from_a_reading_stay_where_they_are_while_it_is_dragged() -> None:
    held = wide_map()
    moved, reach = held.maps[0].emotions[12], 3
    step = next(n for n, one in enumerate(held.maps[0].steps) if one.id == moved.step)

    def far(value: float) -> list[tuple[str, float, float]]:
        emotions = tuple(
            msgspec.structs.replace(one, value=value) if one.id == moved.id else one
            for one in held.maps[0].emotions
        )
        journey_of = msgspec.structs.replace(held.maps[0], emotions=emotions)
        layout = laid_out(msgspec.structs.replace(held, maps=(journey_of,)))
        return [
            (dot.reading.id, dot.words.x, dot.words.y)
            for lane, _ in lanes(layout)
            for dot in lane.readings
            if dot.words is not None and abs(layout.column_of[dot.reading.step] - step) >= reach
        ]

    assert len({tuple(far(value / 4)) for value in range(-8, 9)}) == 1


def test_words_in_a_crowd_are_tied_to_their_face_by_a_line() -> None:
    many = tuple(d.Actor(id=ids.ActorId(f"p{n}"), name=f"P{n}") for n in range(5))
    found = tuple(
        reading(f"e{n}", "s1", 0.2 * n, actor=one.id, words=("utålmodig",))
        for n, one in enumerate(many)
    )
    layout = laid_out(
        document(
            journey("s1 s2", actors=tuple(one.id for one in many), emotions=found), actors=many
        )
    )
    assert_free(layout)
    for lane, _ in lanes(layout):
        assert_tied_where_away(lane)
    tied = [dot for lane, _ in lanes(layout) for dot in lane.readings if dot.leader is not None]
    assert tied
    for dot in tied:
        assert dot.words is not None
        assert dot.leader is not None
        start, end = dot.leader
        assert start.distance(Point(dot.x, dot.y)) == pytest.approx(DISTANCES.marker / 2)
        assert dot.words.box.grown(0.01).contains(end)


def dots_of(*found: d.Emotion) -> dict[str, ReadingLayout]:
    """The readings of a map with two actors, by their ids."""
    actors = tuple(actor.id for actor in ACTORS)
    layout = laid_out(document(journey("s1 s2", actors=actors, emotions=found), actors=ACTORS))
    return {dot.reading.id: dot for lane, _ in lanes(layout) for dot in lane.readings}


@pytest.mark.parametrize(("value", "over"), [(1.0, True), (-1.0, False)])
def test_words_stand_outwards_from_zero(value: float, over: bool) -> None:
    (dot,) = dots_of(reading("e", "s1", value, actor=ACTORS[0].id, words=("glad",))).values()
    assert dot.words is not None
    assert (dot.words.box.bottom < dot.y) is over
    assert dot.words.box.centre.x == pytest.approx(dot.x)


def test_faces_look_for_a_place_before_rings_and_the_first_actor_before_others() -> None:
    believed = v.EmotionView.BELIEVED
    found = (
        reading("ring", "s1", 1.0, actor=ACTORS[0].id, view=believed),
        reading("other", "s1", 1.0, actor=ACTORS[1].id),
        reading("late", "s2", 1.0, actor=ACTORS[0].id),
        reading("early", "s1", 1.0, actor=ACTORS[0].id),
    )
    actors = tuple(actor.id for actor in ACTORS)
    layout = laid_out(document(journey("s1 s2", actors=actors, emotions=found), actors=ACTORS))
    ((lane, _),) = lanes(layout)
    served = [
        dot.reading.id for _, dot in sorted(enumerate(lane.readings), key=_first_served(lane))
    ]
    assert set(served[:2]) == {"early", "late"}
    assert served[2:] == ["other", "ring"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_only_words_that_stand_away_from_their_face_are_tied_to_it(path: Path) -> None:
    held = decode(path.read_bytes()).document
    for index in range(len(held.maps)):
        for lane, _ in lanes(laid_out(held, index)):
            assert_tied_where_away(lane)


def assert_tied_where_away(lane: EmotionLane) -> None:
    for dot in lane.readings:
        if dot.words is not None:
            box = dot.words.box
            aside = max(box.x - dot.x, dot.x - box.right, 0.0)
            off = max(box.y - dot.y, dot.y - box.bottom, 0.0)
            size = DISTANCES.marker if dot.face else DISTANCES.small_marker
            away = Point(0.0, 0.0).distance(Point(aside, off)) - size / 2
            assert (dot.leader is not None) is (away >= mm_from_px(10))


def test_words_that_are_written_anew_are_not_in_their_own_way() -> None:
    layout = laid_out(
        document(journey("s1 s2", emotions=(reading("e", "s1", 1.0, words=("glad",)),)))
    )
    ((lane, bounds),) = lanes(layout)
    (dot,) = lane.readings
    assert dot.words is not None
    assert free_place(lane, dot, dot.words.box.size, bounds) == dot.words.box


def wanted(at: float, *places: Place) -> _Wanted:
    return _Wanted(Point(at, 0.0), (), READING_WORDS, lambda: places)


@pytest.mark.parametrize(("price", "moves"), [(1.0, True), (3.0, False)])
def test_words_make_way_only_where_that_helps_both(price: float, moves: bool) -> None:
    best, near, far = (Rect(50.0 * n, 10.0, 10.0, 5.0) for n in range(3))
    words = _Words(Crowd(DISTANCES.column_width), Rect(-50.0, 0.0, 500.0, 50.0))
    other = wanted(0.0, Place(best, 0.0), Place(near, price))
    mine = wanted(1.0, Place(best, 0.0), Place(far, 4.0))
    words.place(other)
    words.place(mine)
    assert (words.box(other), words.box(mine)) == (best, far)
    words.make_way(mine)
    assert (words.box(other), words.box(mine)) == ((near, best) if moves else (best, far))
