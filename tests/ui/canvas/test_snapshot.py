"""What holds still while something is dragged is painted once, and never longer than it is true."""

import pytest
from PySide6.QtCore import QPoint

from cjmapper.drawing.theme import DARK
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.canvas import overlay
from cjmapper.ui.canvas.scene import Scene
from tests.ui.canvas.conftest import Hand, Shown


@pytest.fixture
def hand(shown: Shown) -> Hand:
    return shown(load(resource("examples", "restaurant.nb.cjmap")).document)


@pytest.fixture
def stills(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """Each time that what holds still is painted anew."""
    painted: list[Scene] = []
    paint = overlay.paint_still

    def counted(scene: Scene) -> None:
        painted.append(scene)
        paint(scene)

    monkeypatch.setattr(overlay, "paint_still", counted)
    return painted


def carry(hand: Hand) -> QPoint:
    """A card on its way into another cell; where the pointer is."""
    start = hand.at(hand.journey.cards[0].id)
    hand.carry(start, start + QPoint(150, 10))
    return start + QPoint(150, 10)


def test_a_drag_looks_the_same_from_the_picture_as_painted(hand: Hand, stills: list[Scene]) -> None:
    place = carry(hand)
    hand.picture()
    stills.clear()
    hand.canvas._frames.snapshot._still = None
    first, second, third = hand.picture(), hand.picture(), hand.picture()
    assert first == second == third
    assert len(stills) == 1
    hand.move(place + QPoint(2, 1))
    assert hand.picture() != third
    assert len(stills) == 1


def test_another_theme_or_zoom_in_the_middle_of_a_drag_is_seen_at_once(
    hand: Hand, stills: list[Scene]
) -> None:
    carry(hand)
    hand.picture()
    hand.picture()
    stills.clear()
    hand.canvas.set_look(DARK)
    assert DARK.canvas in hand.colours(hand.picture())
    assert stills
    hand.picture()
    stills.clear()
    hand.canvas.set_zoom(0.6)
    hand.picture()
    assert stills


def test_without_a_drag_every_frame_is_painted_anew(hand: Hand, stills: list[Scene]) -> None:
    for _ in range(3):
        hand.picture()
    assert len(stills) == 3
