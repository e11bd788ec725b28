"""A box to tick: what is in it is seen in every state."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.parts.tick import Tick


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("enabled", [True, False])
def test_a_tick_is_seen_in_its_box(
    qtbot: QtBot, qapp: QApplication, theme: Theme, enabled: bool
) -> None:
    look = Look(theme)
    before = qapp.palette()
    look.put_on()
    tick = Tick(look)
    qtbot.addWidget(tick)
    tick.setChecked(True)
    tick.setEnabled(enabled)
    tick.resize(40, 28)
    box = tick.grab().toImage().copy(QRect(4, 9, 10, 10))
    shades = [box.pixelColor(x, y).lightness() for x in range(10) for y in range(10)]
    qapp.setPalette(before)
    assert max(shades) - min(shades) > 60
