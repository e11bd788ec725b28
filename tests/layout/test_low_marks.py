"""The marks of lows on the curves: beside the face, over no face and no word."""

from itertools import combinations

import msgspec
import pytest

from cjmapper import places
from cjmapper.analysis import figures_of
from cjmapper.geometry import Point, Rect
from cjmapper.layout.low_marks import _OFF, _WIDTH, _freest, low_marks_of
from cjmapper.layout.result import MapLayout, TextBlock
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.storage.codec import decode
from tests.support.builders import document, journey, lane, reading
from tests.support.layouts import laid_out, setting

EXAMPLES = ("restaurant.nb", "b2b-programvare.nb", "day-surgery.en")


def marks(whole: d.Document, layout: MapLayout) -> list[Rect]:
    found = low_marks_of(layout, figures_of(whole, whole.maps[0].id), setting())
    return [mark.box for mark in found]


def text_box(block: TextBlock, top: float) -> Rect:
    width = max(line.width(block.style.size) for line in block.lines)
    return Rect(block.x, block.y + top, width, block.height)


def solid(layout: MapLayout) -> list[Rect]:
    """Faces, rings, words and names of curves."""
    found: list[Rect] = []
    for band in layout.lanes:
        emotions = layout.emotion_lanes.get(band.lane.id)
        if emotions is None:
            continue
        for dot in emotions.readings:
            size = DISTANCES.marker if dot.face else DISTANCES.small_marker
            found.append(Rect(dot.x, band.y + dot.y, 0.0, 0.0).grown(size / 2))
            if dot.words is not None:
                found.append(text_box(dot.words, band.y))
        found += [text_box(one.label, band.y) for one in emotions.curves if one.label is not None]
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_three_lows_of_every_example_are_marked_over_nothing(name: str) -> None:
    whole = decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document
    layout = laid_out(whole)
    found = marks(whole, layout)
    assert len(found) == 3
    for one, other in combinations(found, 2):
        assert not one.meets(other)
    for mark in found:
        assert not any(mark.meets(box) for box in solid(layout))


def test_a_mark_stands_beside_its_face_and_inside_its_lane() -> None:
    for step in ("s1", "s2", "s3"):
        for value in (-1.0, -2.0):
            whole = document(journey(emotions=(reading("e", step, value, words=("lang tid",)),)))
            layout = laid_out(whole)
            (mark,) = marks(whole, layout)
            band = next(one for one in layout.lanes if one.lane.id == "emotion")
            dot = layout.emotion_lanes[band.lane.id].readings[0]
            assert abs(mark.centre.x - dot.x) < DISTANCES.column_width / 2
            assert abs(mark.centre.y - band.y - dot.y) < 2 * DISTANCES.marker
            assert layout.title_width <= mark.x
            assert mark.right <= layout.size.width
            assert band.y <= mark.y
            assert mark.bottom <= band.bottom


def test_several_actors_low_at_one_step_are_marked_apart() -> None:
    actors = tuple(ids.ActorId(name) for name in "abc")
    readings = tuple(
        reading(f"e{actor}", "s2", -2.0, actor=actor, words=("utålmodig og lei",))
        for actor in actors
    )
    whole = document(journey(actors=actors, emotions=readings))
    layout = laid_out(whole)
    found = marks(whole, layout)
    assert len(found) == 3
    for one, other in combinations(found, 2):
        assert not one.meets(other)


def test_without_figures_or_without_the_curve_there_is_no_mark() -> None:
    whole = document(journey(emotions=(reading("e", "s1", -2.0),)))
    assert low_marks_of(laid_out(whole), None, setting()) == ()
    figures = figures_of(whole, whole.maps[0].id)
    hidden = document(
        journey(lanes="note", emotions=(reading("e", "s1", -2.0),)),
    )
    assert low_marks_of(laid_out(hidden), figures, setting()) == ()


def test_a_low_stands_in_the_lane_of_its_actor() -> None:
    a, b = ids.ActorId("a"), ids.ActorId("b")
    held = journey(
        actors=(a, b),
        emotions=(reading("1", "s1", -2.0, actor=b), reading("2", "s1", 1.0, actor=a)),
    )
    lanes = (lane("one-emotion", actor=a), lane("two-emotion", actor=b))
    whole = document(msgspec.structs.replace(held, lanes=lanes))
    layout = laid_out(whole)
    (mark,) = marks(whole, layout)
    assert layout.lanes[1].y <= mark.y < layout.lanes[1].bottom


def test_a_mark_keeps_clear_of_those_before_it_and_of_the_edges_of_the_map() -> None:
    layout = laid_out(document(journey(emotions=(reading("e", "s2", -1.0),))))
    band = next(one for one in layout.lanes if one.lane.id == "emotion")
    emotions, right = layout.emotion_lanes[band.lane.id], layout.columns[-1].right
    for x in (layout.title_width + 3.0, right / 2, right - 3.0):
        spot, taken = Point(x, band.y + band.height / 2), list[Rect]()
        for _ in range(4):
            mark = _freest(layout, band, emotions, spot, taken)
            assert not any(mark.meets(one) for one in taken)
            assert layout.title_width <= mark.x
            assert mark.right <= right
            taken.append(mark)


def test_a_mark_is_not_right_beside_the_face_of_another() -> None:
    a, b = ids.ActorId("a"), ids.ActorId("b")
    near = (reading("1", "s2", -1.6, actor=a), reading("2", "s2", 0.2, actor=b))
    whole = document(journey(actors=(a, b), emotions=near))
    layout = laid_out(whole)
    band = next(one for one in layout.lanes if one.lane.id == "emotion")
    own, other = layout.emotion_lanes[band.lane.id].readings
    for gap in (0.8, 1.5):
        aside = _OFF + _WIDTH + gap + DISTANCES.marker / 2
        beside = msgspec.structs.replace(other, x=own.x + aside, y=own.y)
        lane_of = msgspec.structs.replace(
            layout.emotion_lanes[band.lane.id], curves=(), readings=(own, beside)
        )
        mark = _freest(layout, band, lane_of, Point(own.x, band.y + own.y), ())
        assert mark.right < own.x
