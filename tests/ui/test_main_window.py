"""The window as a whole: start screen, files, menus, languages; nothing lost, nothing cut."""

import gc
import html
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.editor.names import entry
from cjmapper.export.options import ExportReport
from cjmapper.model import document as d
from cjmapper.model.edits import maps, phases
from cjmapper.places import resource
from cjmapper.settings import Settings
from cjmapper.storage.files import load
from cjmapper.storage.templates import template_names
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.main_window import MainWindow
from cjmapper.ui.panels.bottom_bar import CALM_MS
from cjmapper.ui.parts.tile import SOFT_HYPHEN, Tile
from cjmapper.ui.start_tiles import MapRow
from cjmapper.words.catalog import Words
from cjmapper.words.sentence import InContext, Plural
from cjmapper.words.tables import ALL
from tests.support.fitting import cut
from tests.support.whole_window import Windows
from tests.support.windows import Answers, MemoryKeeper, surroundings, walk

RESTAURANT = resource("examples", "restaurant.nb.cjmap")
Opened = Callable[..., MainWindow]


@pytest.fixture
def answers(windows: Windows) -> Answers:
    return windows.answers


@pytest.fixture
def keeper(windows: Windows) -> MemoryKeeper:
    return windows.keeper


@pytest.fixture
def opened(windows: Windows) -> Opened:
    """Makes windows in a language, with words of a size."""

    def open_window(language: str = "en", percent: int = 100) -> MainWindow:
        around = surroundings(language)
        around.look.choose(percent=percent)
        return windows.open(around)

    return open_window


@pytest.fixture
def window(opened: Opened) -> MainWindow:
    return opened()


@pytest.fixture
def at_map(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window in which a copy of the restaurant map is open."""
    path = tmp_path / "dinner.cjmap"
    path.write_bytes(RESTAURANT.read_bytes())
    assert window.desk.take_up(path)
    return window


def change(window: MainWindow, name: str = "Other") -> None:
    """Any change of the document."""
    phase = window.session.journey.phases[0].id
    window.session.run(
        entry("rename_phase"),
        lambda document: phases.change_phase(document, window.session.map_id, phase, name=name),
    )


# The start screen


def test_blank_comes_first_and_has_the_keyboard(window: MainWindow) -> None:
    assert next(iter(window.start.cards)) == "blank"
    assert window.is_at_start
    assert window.focusWidget() is window.start.cards["blank"]


def test_every_template_is_a_picture_of_a_map(qtbot: QtBot, window: MainWindow) -> None:
    assert tuple(window.start.cards) == template_names()
    qtbot.waitUntil(lambda: not window.start.is_painting, timeout=20_000)
    for card in window.start.cards.values():
        assert card.picture is not None
        image = card.picture.toImage()
        inks = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, 60, 3)}
        assert len(inks) > 8


@pytest.mark.parametrize("name", template_names())
def test_one_click_opens_a_map_that_can_be_worked_on(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.start.cards[name], Qt.MouseButton.LeftButton)
    assert not window.is_at_start
    assert window.session.journey.lanes
    assert not window.session.is_dirty
    assert window.bar.export.isVisible()


def test_enter_on_a_template_is_as_good_as_a_click(window: MainWindow) -> None:
    QTest.keyClick(window.start.cards["blank"], Qt.Key.Key_Return)
    assert not window.is_at_start


def test_an_example_is_opened_as_a_copy(window: MainWindow) -> None:
    window.start.example_chosen.emit(RESTAURANT)
    assert window.desk.file.path is None
    assert window.session.document.title == "Middag på Fjordkroken"


def test_a_file_is_among_the_recent_ones_once_it_was_open(
    at_map: MainWindow, keeper: MemoryKeeper, tmp_path: Path
) -> None:
    at_map.commands.run("close")
    assert keeper.settings.recent_files == (str(tmp_path / "dinner.cjmap"),)
    rows = [one.text() for one in at_map.start.findChildren(MapRow)]
    assert "dinner" in rows


def test_a_copied_table_becomes_a_map_from_the_start_screen(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\tFind\tBuy\nTouchpoints\tAdvert\tTill\n")
    window.start.paste_asked.emit()
    assert not window.is_at_start
    assert [phase.name for phase in window.session.journey.phases] == ["Find", "Buy"]
    assert {card.text for card in window.session.journey.cards} == {"Advert", "Till"}


def test_where_nothing_is_copied_the_start_screen_stays_and_says_so(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.start.paste_asked.emit()
    assert window.is_at_start
    assert window.notices.shown_text == Words("en").say("notice.no_table")


# Files


def test_a_change_is_saved_and_the_title_says_so(at_map: MainWindow, tmp_path: Path) -> None:
    assert not at_map.isWindowModified()
    change(at_map, "Waiting")
    assert at_map.isWindowModified()
    assert at_map.bar.saved.text() == "Not saved"
    at_map.commands.run("save")
    assert not at_map.isWindowModified()
    assert at_map.bar.saved.text() == "Saved"
    assert load(tmp_path / "dinner.cjmap").document.maps[0].phases[0].name == "Waiting"


def test_a_new_map_is_saved_where_a_person_says(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.errands.begin("blank")
    answers.save_where = tmp_path / "mine.cjmap"
    window.commands.run("save")
    assert load(tmp_path / "mine.cjmap").document.maps[0].phases
    assert window.desk.file.path == tmp_path / "mine.cjmap"


@pytest.mark.parametrize(
    ("answer", "stays", "saved"),
    [(Answer.SAVE, False, True), (Answer.DISCARD, False, False), (Answer.CANCEL, True, False)],
)
def test_unsaved_changes_are_asked_about_before_they_go(
    at_map: MainWindow,
    answers: Answers,
    tmp_path: Path,
    *,
    answer: Answer,
    stays: bool,
    saved: bool,
) -> None:
    change(at_map, "Waiting")
    answers.keep_changes = answer
    at_map.commands.run("close")
    assert answers.asked == ["keep"]
    assert at_map.is_at_start is not stays
    name = load(tmp_path / "dinner.cjmap").document.maps[0].phases[0].name
    assert (name == "Waiting") is saved


def test_changes_that_were_thrown_away_are_not_asked_about_again(
    at_map: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    change(at_map, "Waiting")
    answers.keep_changes = Answer.DISCARD
    at_map.commands.run("close")
    answers.open_what = tmp_path / "dinner.cjmap"
    at_map.commands.run("open")
    assert answers.asked.count("keep") == 1
    assert not at_map.is_at_start


def test_nothing_is_asked_where_nothing_is_lost(at_map: MainWindow, answers: Answers) -> None:
    at_map.commands.run("close")
    assert at_map.is_at_start
    assert answers.asked == []


def test_cancel_keeps_the_window_open(at_map: MainWindow) -> None:
    change(at_map)
    assert not at_map.close()
    assert at_map.isVisible()


@pytest.mark.parametrize("content", [b"", b"{", b"PK\x03\x04", b'{"format": 1}'])
def test_a_bad_file_is_told_and_nothing_else_changes(
    at_map: MainWindow, tmp_path: Path, content: bytes
) -> None:
    before, path = at_map.session.document, at_map.desk.file.path
    (tmp_path / "bad.cjmap").write_bytes(content)
    at_map.errands.open(tmp_path / "bad.cjmap")
    assert at_map.session.document is before
    assert at_map.desk.file.path == path
    assert "bad.cjmap" in at_map.notices.shown_text
    assert (tmp_path / "bad.cjmap").read_bytes() == content


def test_a_newer_format_is_opened_to_be_read_only(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "newer.cjmap"
    path.write_bytes(RESTAURANT.read_bytes().replace(b'"format": 1', b'"format": 9', 1))
    window.errands.open(path)
    assert window.editor.read_only
    assert window.bar.saved.text() == "Read only"
    assert "newer" in window.notices.shown_text
    before = window.session.document
    window.commands.run("add_map")
    assert window.session.document is before


def test_a_save_that_fails_leaves_the_changes_unsaved(at_map: MainWindow, tmp_path: Path) -> None:
    change(at_map)
    (tmp_path / "dinner.cjmap").write_bytes(b"{}")
    at_map.commands.run("save")
    assert at_map.session.is_dirty
    assert "dinner.cjmap" in at_map.notices.shown_text
    assert (tmp_path / "dinner.cjmap").read_bytes() == b"{}"


# Menus and commands


def test_every_menu_has_its_commands_and_no_key_is_given_twice(window: MainWindow) -> None:
    assert [menu.title() for menu in window.menus.values()] == [
        "File", "Edit", "Insert", "Map", "View", "Help",
    ]  # fmt: skip
    keys = [
        key.toString() for action in window.commands.actions.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert len(key) > 1
        assert key in ("Ctrl++", "Ctrl+-") or key.rpartition("+")[2].isalnum()


def test_every_menu_fits_a_small_screen_with_large_text(window: MainWindow) -> None:
    window.take_option("ui_size", 150)
    for menu in window.menus.values():
        assert menu.sizeHint().height() <= 768 - window.bar.height(), menu.title()


def test_undo_and_redo_say_what_they_do(at_map: MainWindow) -> None:
    undo, redo = at_map.commands.actions["undo"], at_map.commands.actions["redo"]
    assert not undo.isEnabled()
    change(at_map)
    assert undo.isEnabled()
    assert undo.text() == "Undo: Rename phase"
    undo.trigger()
    assert redo.text() == "Redo: Rename phase"
    assert not at_map.session.is_dirty


def test_what_is_being_typed_is_settled_before_a_command_runs(
    at_map: MainWindow, tmp_path: Path
) -> None:
    inspector = at_map.work.inspector
    inspector.bring_up_to_date()
    title = inspector.fields["title"][1].findChild(QLineEdit)
    assert title is not None
    title.selectAll()
    QTest.keyClicks(title, "Another evening")
    at_map.commands.run("save")
    assert load(tmp_path / "dinner.cjmap").document.maps[0].title == "Another evening"


def test_maps_are_added_duplicated_and_deleted_with_undo(at_map: MainWindow) -> None:
    before = len(at_map.session.document.maps)
    at_map.commands.run("duplicate_map")
    at_map.commands.run("add_map")
    assert len(at_map.session.document.maps) == before + 2
    assert at_map.session.map_id == at_map.session.document.maps[-1].id
    at_map.commands.run("delete_map")
    assert "Deleted" in at_map.notices.shown_text
    assert len(at_map.session.document.maps) == before + 1


def test_a_new_map_has_the_lanes_of_the_one_before_and_nothing_in_them(
    at_map: MainWindow,
) -> None:
    former = at_map.session.journey
    at_map.commands.run("add_map")
    made = at_map.session.journey
    assert [lane.title for lane in made.lanes] == [lane.title for lane in former.lanes]
    assert not {lane.id for lane in made.lanes} & {lane.id for lane in former.lanes}
    assert not made.cards
    assert not made.emotions


def test_a_notice_no_longer_offers_undo_once_something_else_was_done(at_map: MainWindow) -> None:
    at_map.session.select((at_map.session.journey.phases[0].id,))
    at_map.commands.run("delete")
    assert at_map.notices.shown_text
    at_map.commands.run("undo")
    assert at_map.notices.shown_text == ""
    at_map.commands.run("delete")
    change(at_map)
    assert at_map.notices.shown_text == ""


def test_a_new_document_has_its_first_phase_selected_and_its_name_proposed_for_the_file(
    window: MainWindow, answers: Answers, keeper: MemoryKeeper, tmp_path: Path
) -> None:
    keeper.change(recent_files=(str(tmp_path / "gone" / "x.cjmap"), str(tmp_path / "y.cjmap")))
    QTest.mouseClick(window.start.cards["blank"], Qt.MouseButton.LeftButton)
    assert window.session.selection == (window.session.journey.phases[0].id,)
    window.commands.run("save")
    title = window.session.journey.title
    assert answers.proposed == tmp_path / f"{title}.cjmap"


def test_f6_goes_round_the_parts_of_the_window(at_map: MainWindow) -> None:
    at_map.work.canvas.setFocus()
    seen = []
    for _ in range(4):
        at_map.areas.go(1)
        seen.append(QApplication.focusWidget())
        assert at_map.ring.isVisible() == (seen[-1] is not at_map.work.canvas)
    assert isinstance(seen[0], QLineEdit)
    parts = (at_map.work.inspector, at_map.bottom, at_map.work.tiles)
    for part, focused in zip(parts, seen, strict=False):
        assert focused is not None
        assert part.isAncestorOf(focused)
    assert seen[3] is at_map.work.canvas
    at_map.areas.go(-1)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert at_map.work.tiles.isAncestorOf(focused)


def test_a_small_screen_is_filled_and_a_large_one_is_not(
    window: MainWindow, keeper: MemoryKeeper
) -> None:
    window.open_up(QSize(1920, 1080))
    assert (window.width(), window.height()) == (1632, 918)
    window.open_up(QSize(1366, 768))
    assert window.isMaximized()
    keeper.change(window_geometry="00")
    window.showNormal()
    window.open_up(QSize(1366, 768))
    assert not window.isMaximized()


def test_the_pointer_over_a_dragged_tile_is_that_of_the_map(at_map: MainWindow) -> None:
    tile = at_map.work.tiles.tiles["touchpoint"]
    canvas = at_map.work.canvas.viewport()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    inside = tile.mapFromGlobal(canvas.mapToGlobal(QPoint(400, 300)))
    for place in (inside, inside + QPoint(20, 0)):
        QTest.mouseMove(tile, place)
    assert tile.cursor().shape() == canvas.cursor().shape() != Qt.CursorShape.ArrowCursor
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=inside)
    assert tile.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_last_map_can_not_be_deleted(window: MainWindow) -> None:
    window.errands.begin("blank")
    window.commands.run("delete_map")
    assert len(window.session.document.maps) == 1
    assert window.notices.shown_text


def test_the_inspector_is_hidden_and_that_is_remembered(
    at_map: MainWindow, keeper: MemoryKeeper
) -> None:
    at_map.commands.run("inspector")
    assert not at_map.work.inspector.isVisible()
    assert keeper.settings.inspector_shown is False


def test_an_export_begins_with_what_was_chosen_last(
    qtbot: QtBot, at_map: MainWindow, answers: Answers, keeper: MemoryKeeper, tmp_path: Path
) -> None:
    keeper.settings = Settings(export_format="svg", export_paper="A3")
    answers.export_where = tmp_path / "poster.svg"
    at_map.commands.run("export")
    panel = at_map.errands.panel
    assert panel is not None
    with qtbot.waitSignal(panel.out.made, timeout=60_000):
        panel.start()
    assert "poster.svg" in at_map.notices.shown_text
    assert (tmp_path / "poster.svg").exists()
    qtbot.waitUntil(lambda: panel.out.run is None)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ["Exported “a.pdf”"]),
        ({"pages": 26, "sheets": (25, "A4")}, ["“a.pdf”: 25 sheets of A4"]),
        ({"paths": (Path("a-1.png"), Path("a-2.png"))}, ["2 files, “a-1.png” to “a-2.png”"]),
        ({"broken_pictures": ("bord.jpg",)}, ["“a.pdf”", "1 picture", "bord.jpg"]),
        ({"maps_left_out": ("Andre",), "missing_characters": ("x",)}, ["Andre", "No font"]),
    ],
)
def test_what_an_export_made_and_what_it_lacks_is_told(
    at_map: MainWindow, fields: dict[str, Any], said: list[str]
) -> None:
    at_map.commands.run("export")
    panel = at_map.errands.panel
    assert panel is not None
    report: dict[str, Any] = {"paths": (Path("a.pdf"),)} | fields
    panel.out.made.emit(ExportReport(**report))
    assert [one for one in said if one not in at_map.notices.shown_text] == []


# The palette


def drag(tile: Tile, goal: QPoint) -> None:
    """Drags a tile to a place on the screen with the mouse."""
    start = tile.rect().center()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.1, 0.5, 1.0):
        there = start + (tile.mapFromGlobal(goal) - start) * part
        QTest.mouseMove(tile, there)
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=tile.mapFromGlobal(goal))


def test_a_tile_dragged_into_a_cell_becomes_a_card_in_one_entry(at_map: MainWindow) -> None:
    at_map.work.show_from_the_start()
    cards = at_map.session.journey.cards
    first = next(card for card in cards if card.kind == "touchpoint")
    canvas = at_map.work.canvas
    goal = canvas.viewport().mapToGlobal(canvas.place_px(first.id).center())
    drag(at_map.work.tiles.tiles["touchpoint"], goal)
    at_map.editor.settle()
    drag(at_map.work.tiles.tiles["note"], goal)
    canvas.setFocus()
    QTest.keyClicks(canvas.viewport(), "A new one")
    at_map.editor.settle()
    assert len(at_map.session.entry_names) == 1
    assert [one.text for one in at_map.session.journey.cards if one not in cards] == ["A new one"]


def test_a_click_on_a_tile_arms_it_and_esc_disarms_it(at_map: MainWindow) -> None:
    tile = at_map.work.tiles.tiles["note"]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.is_armed
    QTest.qWait(2 * CALM_MS)
    assert "Esc" in at_map.bottom.hint.said
    QTest.keyClick(at_map.work.canvas, Qt.Key.Key_Escape)
    assert not tile.is_armed


def test_enter_on_a_tile_adds_what_it_stands_for(at_map: MainWindow) -> None:
    before = len(at_map.session.journey.phases)
    QTest.keyClick(at_map.work.tiles.tiles["phase"], Qt.Key.Key_Return)
    at_map.editor.settle()
    assert len(at_map.session.journey.phases) == before + 1


# Languages and sizes


def english_only(language: str) -> set[str]:
    """Sentences that are other words in that language."""
    words, found = Words(language), set()
    for code, sentence in ALL.items():
        match sentence:
            case Plural() | InContext():
                continue
            case text if "{" not in text and words.say(code) != text:
                found.add(text)
    plain = [code for code, one in ALL.items() if isinstance(one, str) and "{" not in one]
    return found - {words.say(code) for code in plain}


def texts(window: QWidget) -> Iterator[str]:
    """Everything that is said in a window, to the eye and to assistive technology."""
    for widget in walk(window):
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_no_english_is_left_when_the_language_is_changed(window: MainWindow, language: str) -> None:
    window.errands.begin("blank")
    window.take_option("language", language)
    window.work.inspector.bring_up_to_date()
    said = set(texts(window))
    said |= {action.text() for action in window.commands.actions.values()}
    said |= {menu.title() for menu in window.menus.values()}
    window.commands.run("export")
    panel = window.errands.panel
    assert panel is not None
    said |= set(texts(panel))
    panel.close()
    window.show_start()
    said |= set(texts(window))
    plain = {text.replace(SOFT_HYPHEN, "") for text in said}
    assert plain & english_only(language) == set()
    assert len(plain) > 60


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_word_is_cut(opened: Opened, language: str, percent: int) -> None:
    window = opened(language, percent)
    assert cut(window) == []
    window.errands.begin("blueprint")
    for name in ("", window.session.journey.phases[0].id, window.session.journey.steps[0].id):
        window.session.select([name] if name else [])
        window.work.inspector.bring_up_to_date()
        window.grab()
        assert cut(window) == []
    window.commands.run("export")
    panel = window.errands.panel
    assert panel is not None
    panel.grab()
    assert cut(panel) == []
    panel.close()


def test_settings_chosen_in_a_menu_are_put_into_force_and_kept(
    window: MainWindow, keeper: MemoryKeeper
) -> None:
    window.choices.option.emit("theme", "dark")
    window.choices.option.emit("language", "sv")
    window.choices.option.emit("ui_size", 125)
    assert (keeper.settings.theme, keeper.settings.language) == ("dark", "sv")
    assert window.bar.height() == 60
    assert window.menus["file"].title() == Words("sv").say("menu.file")
    window.choices.option.emit("theme", "light")


def test_two_thirds_of_a_small_screen_are_the_map(at_map: MainWindow) -> None:
    at_map.resize(1366, 768)
    at_map.grab()
    canvas = at_map.work.canvas
    assert canvas.width() * canvas.height() >= 0.65 * 1366 * 768


def test_a_crash_is_told_and_the_map_stays(at_map: MainWindow) -> None:
    change(at_map)
    at_map.tell_of_crash()
    assert "went wrong" in at_map.notices.shown_text
    assert at_map.session.is_dirty


# What is half done, and what a person's words may not do


def begin_writing(window: MainWindow, text: str) -> str:
    """Opens the text of a card and types at its end; gives the card's id."""
    card = window.session.journey.cards[0].id
    window.editor.open_text(card, typed=text)
    assert window.editor.is_writing
    return card


def text_of(window: MainWindow, card: str) -> str:
    journeys = window.session.document.maps
    return next(one.text for journey in journeys for one in journey.cards if one.id == card)


def test_another_file_is_not_opened_over_a_text_that_is_being_written(
    at_map: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    begin_writing(at_map, "unfinished")
    answers.keep_changes = Answer.SAVE
    (tmp_path / "other.cjmap").write_bytes(RESTAURANT.read_bytes())
    at_map.errands.open(tmp_path / "other.cjmap")
    assert answers.asked == ["keep"]
    assert "unfinished" in (tmp_path / "dinner.cjmap").read_text("utf-8")


def test_a_text_that_is_being_written_is_kept_when_another_map_is_chosen(
    at_map: MainWindow,
) -> None:
    at_map.commands.run("add_map")
    first, *_, last = [journey.id for journey in at_map.session.document.maps]
    at_map.bar.map_button.chosen.emit(first)
    card = begin_writing(at_map, "unfinished")
    at_map.bar.map_button.chosen.emit(last)
    assert at_map.session.map_id == last
    assert text_of(at_map, card).endswith("unfinished")


def test_closing_the_window_ends_an_export_that_is_under_way(
    at_map: MainWindow, answers: Answers, keeper: MemoryKeeper, tmp_path: Path
) -> None:
    keeper.settings = Settings(export_format="png", export_paper="A0", export_dpi=300)
    answers.export_where = tmp_path / "poster.png"
    at_map.commands.run("export")
    panel = at_map.errands.panel
    assert panel is not None
    panel.start()
    run = panel.out.run
    assert run is not None
    answers.keep_changes = Answer.DISCARD
    at_map.close()
    assert run.isFinished()
    assert [path.name for path in tmp_path.iterdir()] == ["dinner.cjmap"]


def test_an_error_is_withdrawn_once_the_save_has_gone_well(
    at_map: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "dinner.cjmap"
    change(at_map)
    content = path.read_bytes()
    path.write_bytes(b"{}")
    at_map.commands.run("save")
    assert "dinner.cjmap" in at_map.notices.shown_text
    path.write_bytes(content)
    at_map.commands.run("save")
    assert not at_map.session.is_dirty
    assert at_map.notices.shown_text == ""


def test_words_of_a_map_are_never_markup_in_title_tips_and_menus(at_map: MainWindow) -> None:
    odd = '<img src="file:///x"> Salt & pepper [*]'
    named = tuple(msgspec.structs.replace(one, title=odd) for one in at_map.session.document.maps)
    at_map.session.run(
        entry("rename_map"),
        lambda document: msgspec.structs.replace(document, title=f"{odd} 2", maps=named),
    )
    button = at_map.bar.map_button
    assert html.escape(odd) in button.toolTip()
    assert odd not in button.toolTip()
    assert "&&" in button.text()
    surface = at_map.windowHandle()
    assert surface is not None
    assert odd in surface.title()


def test_nothing_on_the_clipboard_is_pasted_as_nothing(
    at_map: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bare:
        def mimeData(self) -> None:  # noqa: N802
            return None

    monkeypatch.setattr(QGuiApplication, "clipboard", Bare)
    before = at_map.session.document
    at_map.commands.run("paste")
    assert at_map.session.document is before


def test_a_window_that_is_gone_is_kept_by_nothing(windows: Windows) -> None:
    window = windows.open()
    window.errands.begin("blank")
    QApplication.processEvents()
    gone = [weakref.ref(one) for one in (window, window.work.canvas, window.editor, window.session)]
    del window
    windows.put_away()
    gc.collect()
    assert [one() for one in gone] == [None] * len(gone)


def test_the_name_and_the_state_in_the_bar_lead_to_their_fields(window: MainWindow) -> None:
    window.errands.begin("blank")
    window.resize(1366, 768)
    for shown, name in ((window.bar.title, "document_title"), (window.bar.state_pill, "state")):
        window.work.inspector.setVisible(False)
        window.editor.select(window.session.journey.phases[0].id)
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
        field = window.work.inspector.fields[name][1]
        assert field.isVisible()
        keyboard = QApplication.focusWidget()
        assert keyboard is not None
        assert field.isAncestorOf(keyboard)
        assert window.session.selection == ()


def _given(outcome: d.Document, _former: d.Document) -> d.Document:
    return outcome


def test_the_only_map_is_not_named_twice_in_the_bar(window: MainWindow) -> None:
    window.errands.begin("blank")
    button = window.bar.map_button
    for name, shown in (("Kundereise", "Kundereise"), (window.bar.title.text(), "")):
        renamed = maps.rename_map(window.session.document, window.session.map_id, name)
        window.editor.run(entry("rename_map"), partial(_given, renamed))
        assert button.text() == shown
    assert button.accessibleName() == "Choose map"
    window.commands.run("add_map")
    assert button.text() != ""
