"""The picture of a person on a poster: it fills its circle, whatever its shape."""

from collections.abc import Iterable, Iterator

import pytest

from cjmapper.drawing.poster_frame import strip_group
from cjmapper.drawing.primitives import Clip, Group, Image, Primitive
from cjmapper.drawing.theme import PAPER
from cjmapper.geometry import Rect
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support.builders import document, journey
from tests.support.drawings import png
from tests.support.posters import page


def clips(items: Iterable[Primitive]) -> Iterator[Clip]:
    for item in items:
        if isinstance(item, Group):
            yield from clips(item.items)
        elif isinstance(item, Clip):
            yield item


def shown(width: int, height: int) -> tuple[Rect, Rect, Rect]:
    """The circle's square, what the picture is clipped to and where all of it lies."""
    asset = d.Asset(id=ids.AssetId("face"), media_type="image/png", data=png(width, height))
    actor = d.Actor(id=ids.ActorId("a"), name="Ingrid", picture=asset.id)
    made = document(journey(actors=(actor.id,)), actors=(actor,), assets=(asset,))
    strip = page(made).strip
    assert strip is not None
    (clip,) = clips((strip_group(strip, made, 1.0, PAPER),))
    (image,) = clip.items
    assert isinstance(image, Image)
    (person,) = strip.people
    centre, radius = person.centre, person.radius
    square = Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
    return square, clip.rect, image.rect


@pytest.mark.parametrize(("width", "height"), [(40, 40), (40, 10), (10, 40), (30, 45)])
def test_a_face_fills_its_circle_in_its_own_shape(width: int, height: int) -> None:
    square, clip, whole = shown(width, height)
    assert clip == square
    assert whole.width / whole.height == pytest.approx(width / height)
    assert min(whole.width, whole.height) == pytest.approx(square.width)
    assert whole.x <= square.x + 1e-6
    assert whole.right >= square.right - 1e-6
    assert whole.y <= square.y + 1e-6
    assert whole.bottom >= square.bottom - 1e-6


def test_less_is_cut_off_above_a_face_than_below() -> None:
    square, _, tall = shown(20, 50)
    assert 2 * (square.y - tall.y) == pytest.approx(tall.bottom - square.bottom)
    square, _, wide = shown(50, 20)
    assert square.x - wide.x == pytest.approx(wide.right - square.right)
