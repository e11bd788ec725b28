"""The page on its desk: zoomed, scrolled, turned, with the joints of its sheets on it."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.drawing.pages import PageKind
from cjmapper.model.ids import MapId
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.ui.look.appearance import Theme
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.view_frame import TRUE_SIZE
from tests.ui.panels.poster.conftest import Desk, Opener, ready


@pytest.fixture
def tiled(opened: Opener) -> PosterPanel:
    return opened("nb", poster=PosterSettings(paper="A2", tiles="A4"))


def test_the_whole_comes_first_with_its_joints_then_how_to_glue_then_the_sheets(
    tiled: PosterPanel,
) -> None:
    planned = tiled.planned
    assert planned is not None
    whole, assembly, *sheets = planned.leaves
    assert [sheet.label for sheet in whole.joined] == [leaf.page.label for leaf in sheets]
    assert assembly.page.kind is PageKind.ASSEMBLY
    assert {leaf.page.kind for leaf in sheets} == {PageKind.TILE}
    assert tiled.leaves.small.item(2).text() == "Ark A1"


def test_the_small_pages_of_several_maps_carry_their_maps_titles(
    qtbot: QtBot, opened: Opener, desk: Desk
) -> None:
    first = msgspec.structs.replace(desk.document.maps[0], title="Lunsj")
    second = msgspec.structs.replace(first, id=MapId("m2"), title="Julebord " * 9)
    desk.document = msgspec.structs.replace(desk.document, maps=(first, second))
    panel = opened("nb", all_maps=True)
    ready(qtbot, panel)
    lunch, party = (panel.leaves.small.item(row) for row in range(2))
    assert lunch.text() == "Lunsj"
    assert party.text().startswith("Juleb")
    assert party.text().endswith("…")
    assert lunch.data(Qt.ItemDataRole.AccessibleTextRole) == "Lunsj, Plakaten"


def test_joints_are_drawn_on_the_whole(qtbot: QtBot, tiled: PosterPanel) -> None:
    ready(qtbot, tiled)
    leaf, preview = tiled.leaves.leaf, tiled.leaves.preview
    assert leaf is not None
    cell = preview.frame.px(leaf.joined[0].rect)
    image = preview.viewport().grab().toImage()
    right = round(cell.right())
    blue = [
        image.pixelColor(x, y).blue() - image.pixelColor(x, y).red()
        for x in (right - 1, right)
        for y in range(round(cell.top()), round(cell.bottom()))
    ]
    assert max(blue) > 100


def test_pages_are_turned_by_key_by_button_and_by_the_small_ones(tiled: PosterPanel) -> None:
    leaves = tiled.leaves
    QTest.keyClick(leaves.preview, Qt.Key.Key_PageDown)
    assert leaves.index == 1
    leaves.after.click()
    assert leaves.index == 2
    leaves.small.setCurrentRow(4)
    assert leaves.index == 4
    QTest.keyClick(leaves.preview, Qt.Key.Key_PageUp)
    assert (leaves.index, leaves.small.currentRow()) == (3, 3)


def test_it_says_in_words_which_page_of_how_many_is_shown(tiled: PosterPanel) -> None:
    tiled.leaves.go(2)
    spoken = QAccessible.queryAccessibleInterface(tiled.leaves.preview)
    assert spoken.role() == QAccessible.Role.Graphic
    said = spoken.text(QAccessible.Text.Description)
    assert said.startswith(f"2 av {tiled.leaves.small.count() - 1} · Ark A1")


def test_a_poster_shown_with_its_joints_is_none_of_the_pages_that_come_out(
    tiled: PosterPanel,
) -> None:
    assert " av " not in tiled.leaves.where.text()
    tiled.leaves.go(1)
    pages = tiled.leaves.small.count() - 1
    assert tiled.leaves.where.text().startswith(f"1 av {pages} · ")
    tiled.leaves.go(pages)
    assert tiled.leaves.where.text().startswith(f"{pages} av {pages} · ")


def test_a_page_in_sight_stays_in_sight_after_a_change(qtbot: QtBot, tiled: PosterPanel) -> None:
    tiled.leaves.go(2)
    tiled.options.content.blank_row.click()
    qtbot.waitUntil(lambda: not tiled.is_up_to_date)
    ready(qtbot, tiled)
    assert tiled.leaves.index == 2


def test_ctrl_and_the_wheel_zoom_about_the_pointer(tiled: PosterPanel) -> None:
    preview = tiled.leaves.preview
    frame = preview.frame
    preview.show_true_size()
    at = QPointF(200.0, 150.0)
    before, scale = frame.mm(at), frame.scale
    wheel(preview, at, Qt.KeyboardModifier.ControlModifier)
    assert frame.scale > scale
    after = frame.mm(at)
    assert abs(after.x - before.x) + abs(after.y - before.y) < 2 / frame.scale


def wheel(preview: object, at: QPointF, keys: Qt.KeyboardModifier) -> None:
    """One notch away from the hand."""
    viewport = preview.viewport()  # type: ignore[attr-defined]
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_true_size_is_true_and_zero_shows_all(qtbot: QtBot, tiled: PosterPanel) -> None:
    preview = tiled.leaves.preview
    QTest.keyClick(preview, Qt.Key.Key_1)
    assert preview.frame.scale == TRUE_SIZE
    assert tiled.leaves.percent.text().startswith("100")
    ready(qtbot, tiled)
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.frame.fitted
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    closer = preview.frame.scale
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.frame.scale < closer


def test_close_to_it_the_page_is_painted_anew_where_it_is_seen(
    qtbot: QtBot, tiled: PosterPanel
) -> None:
    preview = tiled.leaves.preview
    preview.show_true_size()
    assert not preview.is_sharp
    ready(qtbot, tiled)
    preview.horizontalScrollBar().setValue(preview.horizontalScrollBar().maximum())
    ready(qtbot, tiled)


def test_a_hand_moves_the_page(tiled: PosterPanel) -> None:
    preview = tiled.leaves.preview
    preview.show_true_size()
    before = preview.horizontalScrollBar().value()
    surface = preview.viewport()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(surface, QPoint(280, 200))
    QTest.mouseMove(surface, QPoint(240, 200))
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    assert preview.horizontalScrollBar().value() == before + 60


def test_the_paper_is_white_whatever_the_theme(qtbot: QtBot, tiled: PosterPanel) -> None:
    tiled.options.main.around.look.choose(theme=Theme.DARK)
    ready(qtbot, tiled)
    preview = tiled.leaves.preview
    paper = preview.frame.paper
    image = preview.viewport().grab().toImage()
    corner = image.pixelColor(round(paper.right()) - 6, round(paper.bottom()) - 6)
    assert corner.name() == "#ffffff"
