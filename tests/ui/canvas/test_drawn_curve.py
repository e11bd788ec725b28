"""Whose curve is worked on: seen as pixels."""

import pytest
from PySide6.QtGui import QColor

from cjmapper.drawing.theme import LIGHT, blend
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support.builders import document, journey, reading
from tests.ui.canvas.conftest import Hand, Shown

ANNA, BO = ids.ActorId("anna"), ids.ActorId("bo")


@pytest.fixture
def hand(shown: Shown) -> Hand:
    made = document(
        journey(
            "s1 s2",
            "touchpoint emotion",
            actors=(ANNA, BO),
            emotions=(
                reading("a", "s1", 2.0, actor=ANNA),
                reading("b", "s2", -2.0, actor=BO),
            ),
        ),
        actors=(d.Actor(id=ANNA, name="Anna"), d.Actor(id=BO, name="Bo")),
    )
    return shown(made)


def colour_at(hand: Hand, name: str) -> str:
    """The ground of a face, beside its features."""
    rect = hand.canvas.place_px(name)
    image = hand.canvas.viewport().grab().toImage()
    place = rect.center()
    return QColor(image.pixel(place.x() - rect.width() // 4, place.y() + 1)).name().upper()


def test_the_others_are_let_through_by_half_while_a_reading_is_selected(hand: Hand) -> None:
    best, worst = LIGHT.emotions[4], LIGHT.emotions[0]
    assert (colour_at(hand, "a"), colour_at(hand, "b")) == (best, worst)
    hand.editor.select("a")
    faded = QColor(blend(worst, LIGHT.lane_tint, 0.5))
    seen = QColor(colour_at(hand, "b"))
    assert colour_at(hand, "a") == best
    assert abs(seen.red() - faded.red()) < 4
    assert abs(seen.blue() - faded.blue()) < 4
    hand.editor.select()
    assert colour_at(hand, "b") == worst


def test_far_out_where_the_map_is_a_sketch_nothing_is_veiled(hand: Hand) -> None:
    hand.canvas.set_zoom(0.15)
    before = colour_at(hand, "b")
    hand.editor.select("a")
    assert colour_at(hand, "b") == before
