"""What is held over the window and let go: where it would go, what becomes of it."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.editor.names import entry
from cjmapper.editor.table_readings import Reading
from cjmapper.model.edits import cards
from cjmapper.places import resource
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.parts.dropped_files import MOST_FILES
from tests.support.dragged import dragged_in
from tests.support.pixels import png
from tests.support.whole_window import Windows
from tests.support.windows import Answers


@pytest.fixture
def answers(windows: Windows) -> Answers:
    return windows.answers


@pytest.fixture
def chosen(windows: Windows) -> list[Path]:
    """The pictures a person chooses when asked."""
    return windows.chosen


@pytest.fixture
def window(windows: Windows) -> MainWindow:
    return windows.open()


@pytest.fixture
def settled(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Waits until every picture is read."""
    return lambda: qtbot.waitUntil(lambda: window.outside.run is None, timeout=20_000)


def begun(window: MainWindow) -> MainWindow:
    window.errands.begin("blank")
    QApplication.processEvents()
    return window


def middle_of_cell(window: MainWindow, lane: int, step: int) -> QPointF:
    journey, canvas = window.session.journey, window.work.canvas
    cell = (journey.lanes[lane].id, journey.steps[step].id)
    rect = canvas.view.rect(window.editor.layout.cell_rect(cell))
    return canvas.viewport().mapTo(window, QPointF(rect.centre.x, rect.centre.y))


def files(*paths: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


def hold(window: MainWindow, point: QPointF, carried: QMimeData) -> bool:
    event = dragged_in(point.toPoint(), carried)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, point: QPointF, carried: QMimeData) -> bool:
    if not hold(window, point, carried):
        return False
    event = QDropEvent(
        point, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def picture(folder: Path, name: str = "a.png") -> Path:
    path = folder / name
    path.write_bytes(png(4, 3))
    return path


def test_while_a_picture_is_held_its_place_is_named(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    carried = files(picture(tmp_path))
    assert hold(window, middle_of_cell(window, 0, 0), carried)
    veil = window.outside.veil
    assert veil.isVisible()
    assert veil.text == "New card in Touchpoints"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not veil.isVisible()
    assert not hold(window, QPointF(20.0, 20.0), carried), "beside the map"


def test_no_place_is_told_of_without_a_name(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    carried, canvas = files(picture(tmp_path)), window.work.canvas
    QGuiApplication.clipboard().setText("a")
    window.editor.select_cell(
        (window.session.journey.lanes[0].id, window.session.journey.steps[0].id)
    )
    window.commands.run("paste")
    card = window.session.journey.cards[0].id
    map_id = window.editor.map_id
    window.session.run(
        entry("edit_card", name=""), lambda document: cards.set_text(document, map_id, card, "")
    )
    head = canvas.view.rect(window.editor.layout.phase_rect(0)).centre
    said = []
    for at in (
        middle_of_cell(window, 0, 0),
        canvas.viewport().mapTo(window, QPointF(head.x, head.y)),
    ):
        assert hold(window, at, carried)
        said.append(window.outside.veil.text)
    assert said == ["Put on “(card without text)”", "Picture in the phase Untitled phase"]


def test_a_map_that_is_dropped_opens_after_the_question_about_changes(
    window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    begun(window)
    window.commands.run("duplicate_map")
    answers.keep_changes = Answer.CANCEL
    example = files(resource("examples", "restaurant.nb.cjmap"))
    assert drop(window, QPointF(300.0, 300.0), example)
    qtbot.waitUntil(lambda: "keep" in answers.asked)
    assert len(window.session.document.maps) == 2
    answers.keep_changes = Answer.DISCARD
    assert drop(window, QPointF(300.0, 300.0), example)
    qtbot.waitUntil(lambda: window.desk.file.path is not None)


def test_a_text_file_becomes_cards_where_it_is_let_go(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    path = tmp_path / "list.txt"
    path.write_text("one\ntwo\n", encoding="utf-8")
    assert drop(window, middle_of_cell(window, 2, 1), files(path))
    journey = window.session.journey
    assert [(card.text, card.lane) for card in journey.cards] == [
        ("one", journey.lanes[2].id), ("two", journey.lanes[2].id),
    ]  # fmt: skip
    assert window.paste_bar.isVisible()
    assert Reading.CARD in window.paste_bar.readings


def test_a_csv_file_dropped_on_the_start_screen_becomes_a_map(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes("\ufeff;Før;Etter\r\nTanker;a;b\r\n".encode())
    assert drop(window, QPointF(600.0, 400.0), files(path))
    assert not window.is_at_start
    assert [phase.name for phase in window.session.journey.phases] == ["Før", "Etter"]


def test_a_workbook_is_answered_with_what_to_do_instead(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    path = tmp_path / "map.xlsx"
    path.write_bytes(b"PK")
    assert drop(window, middle_of_cell(window, 0, 0), files(path))
    assert "Copy the cells" in window.notices.shown_text
    assert window.session.undo_name is None


def test_a_file_of_no_use_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    assert not hold(window, middle_of_cell(window, 0, 0), files(tmp_path / "a.exe"))


def test_good_pictures_are_added_and_bad_ones_are_told_of(
    window: MainWindow, tmp_path: Path, settled: Callable[[], None]
) -> None:
    begun(window)
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    drop(window, middle_of_cell(window, 0, 0), files(picture(tmp_path), bad))
    settled()
    assert len(window.session.journey.cards) == 1
    assert window.notices.shown_text.startswith("“bad.png” was not added.")


def test_chosen_pictures_go_to_what_is_selected(
    window: MainWindow, chosen: list[Path], tmp_path: Path, settled: Callable[[], None]
) -> None:
    begun(window)
    chosen.append(picture(tmp_path))
    step = window.session.journey.steps[1].id
    window.editor.select(step)
    window.commands.run("insert_picture")
    settled()
    assert window.session.journey.steps[1].picture is not None
    assert window.editor.selection == (step,)


def test_a_pasted_picture_goes_to_the_selected_card(
    window: MainWindow, settled: Callable[[], None]
) -> None:
    begun(window)
    QGuiApplication.clipboard().setText("a card")
    window.commands.run("paste")
    card = window.session.journey.cards[0]
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill("#336699")
    QGuiApplication.clipboard().setImage(image)
    window.editor.select(card.id)
    window.commands.run("paste")
    settled()
    assert window.session.journey.cards[0] == msgspec.structs.replace(
        card, picture=window.session.document.assets[0].id
    )


def test_pictures_let_go_while_others_are_read_wait_their_turn(
    window: MainWindow, tmp_path: Path, settled: Callable[[], None]
) -> None:
    begun(window)
    spots = [middle_of_cell(window, 0, step) for step in range(3)]
    for number, spot in enumerate(spots):
        assert drop(window, spot, files(picture(tmp_path, f"{number}.png")))
    settled()
    journey = window.session.journey
    assert [card.step for card in journey.cards] == [one.id for one in journey.steps[:3]]
    for _ in spots:
        window.commands.run("undo")
    assert not window.session.journey.cards


def test_nothing_turns_while_nothing_is_read(
    window: MainWindow, tmp_path: Path, settled: Callable[[], None]
) -> None:
    begun(window)
    turning = [one for one in window.outside.busy.findChildren(QTimer) if one.isActive()]
    window.outside.add_pictures([picture(tmp_path)])
    settled()
    turning += [one for one in window.outside.busy.findChildren(QTimer) if one.isActive()]
    assert not turning


@pytest.mark.parametrize("what", ["map", "phase", "curve", "selection"])
def test_the_map_is_copied_as_a_picture_of_a_slide(window: MainWindow, what: str) -> None:
    begun(window)
    QGuiApplication.clipboard().setText("a card")
    window.commands.run("paste")
    QGuiApplication.clipboard().clear()
    window.commands.run(f"copy_picture_{what}")
    found = QGuiApplication.clipboard().image()
    assert (found.width(), found.height()) == (3840, 2160)
    assert found.pixelColor(2, 2).name() == "#ffffff"
    assert window.notices.shown_text == "Copied as a picture; paste it on a slide."


def test_closing_waits_for_no_picture(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    begun(window)
    answers.keep_changes = Answer.DISCARD
    window.outside.add_pictures([picture(tmp_path, f"{n}.png") for n in range(50)])
    assert window.close()
    assert window.outside.run is None


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["en", "nb", "sv"])
def test_the_bar_is_whole_in_every_language_and_size(
    window: MainWindow, language: str, percent: int
) -> None:
    begun(window)
    window.take_option("ui_size", percent)
    window.take_option("language", language)
    QGuiApplication.clipboard().setText('a\t"b\nc"\nd\te')
    window.commands.run("paste")
    bar = window.paste_bar
    assert bar.isVisible()
    assert window.work.canvas.viewport().rect().contains(bar.geometry())
    for button in bar.readings.values():
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= 24


def test_what_calls_itself_a_picture_and_is_none_is_told_of(
    window: MainWindow, settled: Callable[[], None]
) -> None:
    begun(window)
    before = window.session.document
    carried = QMimeData()
    carried.setData("application/x-qt-image", b"no picture")
    assert drop(window, middle_of_cell(window, 0, 0), carried)
    settled()
    said = window.notices.shown_text
    assert said == "Nothing was added. It is no picture of a kind that CJMapper reads."
    assert window.session.document is before


@pytest.mark.skipif(os.name != "posix", reason="a pipe with a name")
def test_a_pipe_called_like_a_text_is_not_waited_for(window: MainWindow, tmp_path: Path) -> None:
    begun(window)
    os.mkfifo(tmp_path / "pipe.csv")
    assert drop(window, middle_of_cell(window, 0, 0), files(tmp_path / "pipe.csv"))
    said = "“pipe.csv” was not added. “pipe.csv” is not an ordinary file."
    assert window.notices.shown_text == said


def test_of_several_texts_that_are_let_go_the_one_that_was_taken_is_named(
    window: MainWindow, tmp_path: Path
) -> None:
    begun(window)
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"{name};x", encoding="utf-8")
    drop(window, middle_of_cell(window, 0, 0), files(tmp_path / "a.csv", tmp_path / "b.csv"))
    assert "a.csv" in {card.text for card in window.session.journey.cards}
    said = "Only “a.csv” was added; drop the other files one at a time."
    assert window.notices.shown_text == said


def test_a_notice_leaves_the_bar_of_what_was_pasted_free(window: MainWindow) -> None:
    begun(window)
    QGuiApplication.clipboard().setText("x" * 20_001 + "\tb")
    window.commands.run("paste")
    bar, notices = window.paste_bar, window.work.notices
    assert bar.isVisible()
    assert notices.shown_text.startswith("A text was too long")
    notice = next(
        one for one in window.work.canvas.findChildren(QWidget, "notice") if one.isVisible()
    )
    assert notice.mapToGlobal(notice.rect().bottomLeft()).y() < bar.mapToGlobal(QPoint(0, 0)).y()
    bar.put_away()
    edge = window.work.canvas.height() - notice.geometry().bottom()
    assert edge < bar.height()


def test_of_more_files_than_are_taken_at_a_time_the_rest_is_told_of(
    window: MainWindow, tmp_path: Path, settled: Callable[[], None]
) -> None:
    begun(window)
    one = picture(tmp_path)
    drop(window, middle_of_cell(window, 0, 0), files(*[one] * (MOST_FILES + 3)))
    said = f"3 files were left out: at most {MOST_FILES} can be added at a time."
    assert window.notices.shown_text == said
    settled()
