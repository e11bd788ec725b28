"""After an edit only what looks different is painted anew, and nothing that does is forgotten."""

import random

import pytest
from PySide6.QtGui import QImage, QPainter

from cjmapper.drawing.theme import LIGHT
from cjmapper.errors import EditError
from cjmapper.geometry import Rect
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import cards, emotions, lanes, links
from cjmapper.painters.qt_stamps import Stamps
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.canvas.differing import differing_places
from cjmapper.ui.canvas.extent import extent_of
from cjmapper.ui.canvas.painting import Layers
from cjmapper.ui.canvas.view import View
from cjmapper.ui.map_pictures import MapPictures
from tests.support import synthetic
from tests.support.random_edits import CHANGING, GROWING, SHRINKING, Chance

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (900, 600)
STEPS = 25


def painted(layers: Layers, layout: MapLayout, view: View) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        layers.paint(painter, layout, view)
    return image


def edited(document: d.Document, seed: int, new_id: ids.IdSource) -> d.Document:
    chance = Chance(document, seed, new_id)
    drawn = random.Random(seed).choice((GROWING, CHANGING, CHANGING, SHRINKING))  # noqa: S311
    try:
        return chance.one_of(drawn)(chance)
    except EditError:
        return document


@pytest.mark.parametrize("zoom", [0.2, 0.6, 1.0])
@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_the_picture_is_as_if_painted_whole(
    maker: MapPictures, zoom: float, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A stamp looks like what it stands for, but not to the last bit.
    monkeypatch.setattr(Stamps, "of", lambda *_: None)
    chance = random.Random(seed)  # noqa: S311
    new_id = ids.counted_ids("z")
    document = load(resource("examples", "restaurant.nb.cjmap")).document
    map_id = document.maps[0].id
    layers = Layers(LIGHT, maker.cache, maker.typesetter)
    whole = Layers(LIGHT, maker.cache, maker.typesetter)
    layout = maker.lay_out(document, map_id)
    for _step in range(STEPS):
        document = edited(document, chance.getrandbits(32), new_id)
        if all(one.id != map_id for one in document.maps):
            break
        layout = maker.lay_out(document, map_id, layout)
        view = View(extent_of(layout), zoom).sized(*map(float, SIZE)).scrolled_to(130, 90)
        now = painted(layers, layout, view)
        whole._picture = None
        assert now == painted(whole, layout, view)


def laid(maker: MapPictures) -> tuple[d.Document, MapLayout, Rect]:
    document = synthetic.document(300)
    layout = maker.lay_out(document, document.maps[0].id)
    return document, layout, Rect(0.0, 0.0, layout.size.width, layout.size.height)


def share(places: tuple[Rect, ...] | None, window: Rect) -> float:
    assert places is not None
    return sum(one.width * one.height for one in places) / (window.width * window.height)


def test_an_edit_of_one_card_differs_in_a_small_part(maker: MapPictures) -> None:
    document, layout, window = laid(maker)
    card = document.maps[0].cards[5]
    again = cards.set_text(document, layout.map.id, card.id, card.text.upper()[:20])
    now = maker.lay_out(again, layout.map.id, layout)
    assert differing_places(layout, layout, window) == ()
    places = differing_places(layout, now, window)
    assert 0.0 < share(places, window) < 0.2
    rect = layout.card_rect(card)
    assert rect is not None
    assert places is not None
    assert any(place.meets(rect) for place in places)


def test_a_connector_that_is_gone_differs_where_it_ran(maker: MapPictures) -> None:
    document, layout, window = laid(maker)
    route = layout.links[0]
    again = links.delete_link(document, layout.map.id, route.link.id)
    places = differing_places(layout, maker.lay_out(again, layout.map.id, layout), window)
    assert places is not None
    assert all(any(place.contains(point) for place in places) for point in route.points)


def test_a_feeling_differs_in_its_lane_alone(maker: MapPictures) -> None:
    document, layout, window = laid(maker)
    reading = document.maps[0].emotions[0]
    again = emotions.set_value(document, layout.map.id, reading.id, 0.25)
    places = differing_places(layout, maker.lay_out(again, layout.map.id, layout), window)
    (band,) = [band for band in layout.lanes if band.lane.kind == "emotion"]
    assert places is not None
    assert [round(place.centre.y) for place in places] == [round(band.y + band.height / 2)]


def test_a_lane_of_another_height_is_another_picture(maker: MapPictures) -> None:
    document, layout, window = laid(maker)
    lane = document.maps[0].lanes[0]
    again = lanes.set_height(document, layout.map.id, lane.id, 900.0)
    assert differing_places(layout, maker.lay_out(again, layout.map.id, layout), window) is None
