"""Header and lane titles at a size of their own: what can be read from how far."""

import msgspec
import pytest

from cjmapper.drawing.primitives import TextLine
from cjmapper.drawing.theme import LIGHT
from cjmapper.layout.result import MapLayout
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.canvas.compact import CompactStrips
from cjmapper.ui.canvas.extent import extent_of
from cjmapper.ui.canvas.view import Strip, View
from tests.support.builders import card, document, journey
from tests.support.driver import lay_out

DRAWN = document(journey("s1 s2|s3", "touchpoint emotion frontstage backstage"))


@pytest.fixture
def strips() -> CompactStrips:
    typesetter = Typesetter(load_metrics(), "en")
    return CompactStrips(LIGHT, lambda _: typesetter)


def laid() -> MapLayout:
    return lay_out(DRAWN, DRAWN.maps[0].id)


def lines(strips: CompactStrips, layout: MapLayout, zoom: float, strip: Strip) -> list[TextLine]:
    view = View(extent_of(layout), zoom=zoom, width=1200.0, height=800.0)
    return [item for item in strips.items(layout, view, strip) if isinstance(item, TextLine)]


@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.4, 0.6, 0.8, 0.92])
def test_lane_titles_are_never_smaller_than_12_pixels(strips: CompactStrips, zoom: float) -> None:
    layout = laid()
    titles = {band.lane.title for band in layout.lanes}
    found = [one for one in lines(strips, layout, zoom, Strip.TITLES) if one.line.text in titles]
    assert found
    assert all(one.size >= 12.0 for one in found)


@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.6])
def test_names_in_the_header_are_never_smaller_than_12_pixels(
    strips: CompactStrips, zoom: float
) -> None:
    found = lines(strips, laid(), zoom, Strip.HEADER)
    assert found
    assert all(one.size >= 12.0 for one in found)


def test_the_words_of_the_levels_stay_as_long_as_there_is_room(strips: CompactStrips) -> None:
    layout = laid()
    axis = next(iter(layout.emotion_lanes.values())).axis
    words = {line.text for block in axis for line in block.lines}
    near = {one.line.text for one in lines(strips, layout, 0.6, Strip.TITLES)}
    far = {one.line.text for one in lines(strips, layout, 0.3, Strip.TITLES)}
    assert words <= near
    assert not words & far


def test_the_name_of_a_blueprint_line_stands_over_the_title_of_its_lane(
    strips: CompactStrips,
) -> None:
    layout = laid()
    labelled = [band for band in layout.lanes if band.line_label is not None]
    assert labelled
    found = lines(strips, layout, 0.8, Strip.TITLES)
    title = next(one for one in found if one.line.text == labelled[-1].lane.title)
    label = labelled[-1].line_label
    assert label is not None
    above = [one for one in found if one.line.text == label.lines[0].text]
    assert any(one.baseline < title.baseline for one in above)


def test_a_title_stays_in_view_as_long_as_its_lane_does(strips: CompactStrips) -> None:
    cards = tuple(card(f"c{n}", "touchpoint:s1") for n in range(8))
    drawn = document(journey("s1", "touchpoint note", cards=cards))
    layout = lay_out(drawn, drawn.maps[0].id)
    view = View(extent_of(layout), zoom=0.8, width=700.0, height=300.0).scrolled_to(0, 200)
    assert view.y(layout.lanes[0].y) < 0
    items = strips.items(layout, view, Strip.TITLES)
    title = next(
        item
        for item in items
        if isinstance(item, TextLine) and item.line.text == layout.lanes[0].lane.title
    )
    assert view.header_bottom < title.baseline < view.header_bottom + 40


def test_a_title_that_is_too_long_is_cut_with_an_ellipsis(strips: CompactStrips) -> None:
    made = journey("s1", "touchpoint")
    long = msgspec.structs.replace(made.lanes[0], title="Everything people told us there " * 3)
    drawn = document(msgspec.structs.replace(made, lanes=(long,)))
    found = lines(strips, lay_out(drawn, drawn.maps[0].id), 0.4, Strip.TITLES)
    assert len(found) <= 3
    assert not any("there there" in one.line.text for one in found)
