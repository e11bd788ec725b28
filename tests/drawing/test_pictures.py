"""Pictures of a document where they are shown: on cards, on steps, as the face of an actor."""

import hashlib
from typing import Any

import msgspec
import pytest

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import Group, Image
from cjmapper.drawing.theme import LIGHT
from cjmapper.geometry import Rect
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support.builders import card, document, journey
from tests.support.drawings import png
from tests.support.flattened import flattened
from tests.support.layouts import laid_out

WIDE = png(40, 10)
KNOWN = ids.AssetId(hashlib.sha256(WIDE).hexdigest())
SILENT = msgspec.structs.replace(card("c1", "note:s1"), text="")


def pictured(made: d.JourneyMap, content: bytes = WIDE) -> d.Document:
    asset = d.Asset(id=KNOWN, name="kvittering.png", media_type="image/png", data=content)
    return document(made, assets=(asset,))


def images_of(whole: d.Document, owner: str) -> list[Image]:
    drawing = Composer(LIGHT).map_drawing(laid_out(whole))
    found = [one for one in flattened(drawing.items) if one.owner == owner]
    return [one.item for one in found if isinstance(one.item, Image)]


def with_card(**fields: Any) -> d.Document:
    return pictured(journey(cards=(card("c1", "note:s1", picture=KNOWN, **fields),)))


def test_a_card_shows_its_picture_above_its_text_in_its_own_shape() -> None:
    whole = with_card(text="Kvitteringen")
    (image,) = images_of(whole, "c1")
    assert (image.asset, image.media_type, image.data) == (KNOWN, "image/png", WIDE)
    assert image.rect.width / image.rect.height == 4
    layout = laid_out(whole)
    placed, room = next(layout.cards_in((ids.LaneId("note"), ids.StepId("s1"))))
    assert image.rect.bottom <= placed.text.y
    assert image.rect.right <= room.width


def test_a_picture_is_told_by_the_text_of_its_card_and_without_one_by_its_name() -> None:
    (image,) = images_of(with_card(text="Kvitteringen"), "c1")
    assert image.text == "Kvitteringen"
    bare = pictured(journey(cards=(msgspec.structs.replace(SILENT, picture=KNOWN),)))
    (image,) = images_of(bare, "c1")
    assert image.text == "kvittering.png"


def test_a_card_without_a_picture_shows_none() -> None:
    whole = pictured(journey(cards=(card("c1", "note:s1"),)))
    assert images_of(whole, "c1") == []
    assert asset_picture(whole, None, Rect(0, 0, 1, 1), "") == ()


def with_step(content: bytes = WIDE) -> d.Document:
    first, *others = journey().steps
    shown = msgspec.structs.replace(first, title="Betaler", picture=KNOWN)
    return pictured(msgspec.structs.replace(journey(), steps=(shown, *others)), content)


def test_a_step_shows_its_picture_in_its_own_column() -> None:
    whole = with_step()
    (image,) = images_of(whole, "s1")
    column = laid_out(whole).columns[0]
    assert column.x < image.rect.x
    assert image.rect.right < column.right
    assert image.rect.width / image.rect.height == pytest.approx(4)
    assert image.text == "Betaler"
    assert images_of(whole, "s2") == []


def test_a_tall_picture_takes_no_more_room_than_it_may() -> None:
    tall = png(4, 40)
    (on_step,) = images_of(with_step(tall), "s1")
    assert on_step.rect.height == pytest.approx(on_step.rect.width)
    made = journey(cards=(card("c1", "note:s1", picture=KNOWN),))
    (on_card,) = images_of(pictured(made, tall), "c1")
    assert on_card.rect.height == pytest.approx(2 * on_card.rect.width)


def test_the_picture_lies_inside_the_group_of_what_it_shows() -> None:
    layout = laid_out(with_card())
    body = Composer(LIGHT).body(layout)
    (group,) = [one for one in body.items if isinstance(one, Group) and one.id == "c1"]
    assert sum(isinstance(item, Image) for item in group.items) == 1
