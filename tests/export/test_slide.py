"""Parts of a map as slides: their proportions, and that they are cut from the one drawing."""

from collections.abc import Iterable, Iterator

import pytest

from cjmapper.drawing.primitives import Clip, Drawing, Group, Primitive, TextLine
from cjmapper.export import slide
from tests.support.builders import card, document, journey, link, reading
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    return Driver(
        document(
            journey(
                "s1 s2|s3",
                "touchpoint emotion pain",
                cards=(card("a", "touchpoint:s1"), card("b", "pain:s3"), card("c", "pain:s3")),
                links=(link("k1", "a", "b"), link("k2", "b", "c")),
                emotions=(reading("e1", "s1", 1.0), reading("e2", "s3", -1.0)),
            )
        )
    )


def walk(items: Iterable[Primitive]) -> Iterator[Primitive]:
    for item in items:
        yield item
        if isinstance(item, Group | Clip):
            yield from walk(item.items)


def groups(drawing: Drawing) -> set[str]:
    return {item.id for item in walk(drawing.items) if isinstance(item, Group)}


def placed(drawing: Drawing) -> Group:
    """What stands in the middle of a slide."""
    (item,) = drawing.items
    assert isinstance(item, Group)
    return item


def test_every_slide_has_the_proportions_of_one_and_a_white_ground(hand: Driver) -> None:
    made = [
        slide.map_slide(hand.layout),
        slide.phase_slide(hand.layout, "p2"),
        slide.curve_slide(hand.layout),
    ]
    for drawing in made:
        assert drawing is not None
        assert drawing.size.width / drawing.size.height == pytest.approx(16 / 9)
        assert drawing.background == "#FFFFFF"
        assert placed(drawing).x > 0
        assert placed(drawing).y > 0


def test_a_phase_stands_beside_the_titles_without_the_names_of_others(hand: Driver) -> None:
    drawing = slide.phase_slide(hand.layout, "p2")
    assert drawing is not None
    assert "p2" in groups(drawing)
    assert "p1" not in groups(drawing)
    clips = [item.rect for item in walk(drawing.items) if isinstance(item, Clip)]
    band = hand.layout.phases[1]
    assert [(one.x, one.width) for one in clips] == [
        (0.0, hand.layout.title_width), (band.x, band.width),
    ]  # fmt: skip
    assert slide.phase_slide(hand.layout, "none") is None


def test_the_curve_is_its_lane_below_the_header(hand: Driver) -> None:
    drawing = slide.curve_slide(hand.layout)
    assert drawing is not None
    header, lane = (item.rect for item in walk(drawing.items) if isinstance(item, Clip))
    band = hand.layout.lanes[1]
    assert (header.height, lane.y, lane.height) == (
        hand.layout.header.height, band.y, band.height,
    )  # fmt: skip
    bare = Driver(document(journey("s1", "note")))
    assert slide.curve_slide(bare.layout) is None


def test_a_selection_stands_alone_with_the_connectors_between(hand: Driver) -> None:
    drawing = slide.chosen_drawing(hand.layout, ("a", "b"))
    assert drawing is not None
    found = groups(drawing)
    assert {"a", "b", "k1"} <= found
    assert not {"c", "k2", "header"} & found
    assert slide.chosen_drawing(hand.layout, ()) is None
    whole = slide.on_slide(drawing)
    assert placed(whole).scale <= 2.0


def test_nothing_is_broken_into_lines_anew(hand: Driver) -> None:
    lines = [
        item for item in walk(slide.map_slide(hand.layout).items) if isinstance(item, TextLine)
    ]
    cut = slide.phase_slide(hand.layout, "p1")
    assert cut is not None
    assert {one.line for one in walk(cut.items) if isinstance(one, TextLine)} <= {
        one.line for one in lines
    }
