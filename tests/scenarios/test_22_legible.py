"""Scenario 22: everything can be hit, seen and read, in every theme, at every size of words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cjmapper.drawing.theme import READABLE, TELLING, contrast
from cjmapper.editor.session import Session
from cjmapper.places import resource
from cjmapper.ui.look.appearance import Theme
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.map_pictures import map_theme
from tests.support.fitting import cut, low_entries, outside, too_small
from tests.support.whole_window import Windows
from tests.support.windows import surroundings

SIZES = (100, 150, 200)
MENU_HEIGHT = 32
Opened = Callable[[str, int, Theme], MainWindow]


@pytest.fixture
def opened(windows: Windows) -> Opened:
    def open_window(language: str, percent: int, theme: Theme) -> MainWindow:
        around = surroundings(language, theme)
        around.look.choose(percent=percent)
        return windows.open(around)

    return open_window


def one_of_each(session: Session) -> list[tuple[str, ...]]:
    """Selections that show every kind of panel: nothing, one of each kind, several, mixed."""
    journey = session.journey
    cards = list({card.kind: card.id for card in journey.cards}.values())
    single = [
        journey.phases[0].id,
        journey.steps[0].id,
        *(lane.id for lane in journey.lanes[:2]),
        journey.emotions[0].id,
        *(one.id for one in journey.transitions[:1]),
        *(one.id for one in journey.links[:1]),
        *cards,
    ]
    return [
        (),
        *((name,) for name in single),
        tuple(cards[:3]),
        (cards[0], journey.phases[0].id, journey.emotions[0].id),
    ]


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.parametrize(
    ("language", "theme"),
    [("nb", Theme.LIGHT), ("sv", Theme.DARK), ("nb", Theme.CONTRAST), ("sv", Theme.LIGHT)],
)
def test_nothing_is_small_or_cut_in_any_view(
    opened: Opened, language: str, theme: Theme, percent: int
) -> None:
    window = opened(language, percent, theme)
    window.grab()
    judge(window)
    window.desk.take_up(resource("examples", "restaurant.nb.cjmap"), as_new=True)
    for selection in one_of_each(window.session):
        window.session.select(selection)
        window.work.inspector.bring_up_to_date()
        window.grab()
        judge(window)
    for menu in window.findChildren(QMenu):
        assert low_entries(menu, MENU_HEIGHT * percent // 100) == []
    for name in ("find", "palette", "keys"):
        window.commands.run(name)
        window.grab()
        judge(window)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    window.commands.run("export")
    panel = window.errands.panel
    assert panel is not None
    panel.grab()
    assert [*too_small(panel), *cut(panel), *outside(panel)] == []
    panel.close()


def judge(window: MainWindow) -> None:
    assert too_small(window) == []
    assert cut(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_words_rings_and_faces_stand_out_in_every_theme(qapp: QApplication, theme: Theme) -> None:
    assert qapp is not None
    look = surroundings(theme=theme).look
    tokens, colours = look.tokens, map_theme(look)
    for ground in (tokens.surface, tokens.canvas, tokens.tint):
        for ink in (tokens.text, tokens.secondary, tokens.hint):
            assert contrast(ink, ground) >= READABLE
        for shape in (tokens.accent, tokens.control, *colours.emotions):
            assert contrast(shape, ground) >= TELLING
