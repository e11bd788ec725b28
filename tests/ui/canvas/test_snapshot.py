"""What holds still while something is dragged is painted once, and never longer than it is true."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

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


def on_screen(hand: Hand) -> QImage:
    """What is shown, as it was put together from frames that painted only a part."""
    QApplication.processEvents()
    screen = QApplication.primaryScreen().grabWindow(hand.canvas.winId()).toImage()
    return screen.convertToFormat(QImage.Format.Format_RGB32)


class Watcher(QObject):
    """What part of a widget each frame is of."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.painted.append(event.rect())
        return False


def test_a_move_paints_only_where_the_card_was_and_is_and_leaves_nothing_behind(
    hand: Hand,
) -> None:
    place, port, watcher = carry(hand), hand.canvas.viewport(), Watcher()
    QApplication.processEvents()
    port.installEventFilter(watcher)
    for move in range(1, 60, 7):
        hand.move(place + QPoint(move, move // 2))
        shown = on_screen(hand)
        whole = hand.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert shown == whole
    port.removeEventFilter(watcher)
    areas = [rect.width() * rect.height() for rect in watcher.painted]
    assert sum(area < port.width() * port.height() / 3 for area in areas) >= 5
