"""Scenario 15: three photos of twelve megapixels are dropped onto a cell."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.model.pictures import picture_of
from cjmapper.storage.codec import encode
from cjmapper.ui.main_window import MainWindow
from tests.support.dragged import dragged_in

MOST_GROWN = 6_000_000


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Pictures of 4000 × 3000 pixels, full of small things as photos are."""
    chance = random.Random(7)  # noqa: S311 — the same pictures every time
    made: list[Path] = []
    for number in range(3):
        image = QImage(4000, 3000, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            for top in range(0, 3000, 50):
                for left in range(0, 4000, 50):
                    painter.fillRect(
                        left, top, 50, 50, QColor.fromHsv(chance.randrange(360), 90, 200)
                    )
        path = tmp_path / f"photo{number}.jpg"
        assert image.save(str(path), quality=92)
        made.append(path)
    return made


def drop(window: MainWindow, point: QPointF, files: list[Path]) -> None:
    """What the system tells a window when files are let go over it."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    held = dragged_in(point.toPoint(), carried)
    event = QDropEvent(point, action, carried, button, none)
    for one in (held, event):
        QApplication.sendEvent(window, one)
        assert one.isAccepted()


def test_each_photo_is_a_card_made_small_and_all_are_one_entry(
    first_window: MainWindow, qtbot: QtBot, photos: list[Path]
) -> None:
    window = first_window
    window.errands.begin("blank")
    qtbot.wait(50)
    before = len(encode(window.session.document))
    journey = window.session.journey
    layout, canvas = window.editor.layout, window.work.canvas
    rect = canvas.view.rect(layout.cell_rect((journey.lanes[0].id, journey.steps[1].id)))
    middle = canvas.viewport().mapTo(window, QPointF(rect.centre.x, rect.centre.y))
    drop(window, middle, photos)
    assert window.session.undo_name is None
    qtbot.waitUntil(lambda: window.outside.run is None, timeout=20_000)
    cards = window.session.journey.cards
    assert [(card.lane, card.step) for card in cards] == [
        (journey.lanes[0].id, journey.steps[1].id)
    ] * 3
    pictures = {asset.id: picture_of(asset.data) for asset in window.session.document.assets}
    assert {card.picture for card in cards} == set(pictures)
    sides = {(one.width_px, one.height_px) for one in pictures.values() if one is not None}
    assert sides == {(2048, 1536)}
    assert len(encode(window.session.document)) - before < MOST_GROWN
    assert [one.code for one in window.session.entry_names] == ["undo.add_pictures"]
