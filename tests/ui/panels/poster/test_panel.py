"""The panel for posters: makes files beside the map, can be stopped, says what went wrong."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjmapper.errors import ExportCancelledError, ExportError, FileError
from cjmapper.export import jobs
from cjmapper.export.options import ExportKind, ExportOptions, ExportReport
from cjmapper.model import ids
from cjmapper.model.document import Document, Workshop
from cjmapper.model.edits import maps
from cjmapper.model.ids import counted_ids
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation, Overflow
from cjmapper.places import resource
from cjmapper.settings import EXPORT_FORMATS
from cjmapper.storage.codec import decode
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle
from cjmapper.ui.panels.poster import saying
from cjmapper.ui.panels.poster.choices import fitting
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.planned import Order, Planned
from cjmapper.ui.panels.poster.planner import Planner
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, full_document, journey
from tests.ui.panels.poster.conftest import Desk, Opener, ready


def choose(panel: PosterPanel, kind: str) -> None:
    panel.options.main.format.button(kind).click()


def pick(control: Any, value: object) -> None:
    """Chooses a value in a drop-down, as a person does."""
    index = control.findData(value)
    assert index >= 0, value
    control.setCurrentIndex(index)
    control.activated.emit(index)


def planned(panel: PosterPanel) -> Planned:
    """What the panel shows."""
    if panel.planned is None:
        pytest.fail("nothing was planned")
    return panel.planned


def poster_of(panel: PosterPanel) -> PosterSettings:
    """How what is shown was asked for."""
    poster = planned(panel).order.options.poster
    if poster is None:
        pytest.fail("the map's own")
    return poster


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
def test_it_makes_a_file_of_every_kind(
    qtbot: QtBot, panel: PosterPanel, desk: Desk, kind: str
) -> None:
    choose(panel, kind)
    with qtbot.waitSignal(panel.out.made, timeout=60_000) as made:
        panel.foot.export.click()
    assert made.args[0].paths == (desk.folder / f"map.{kind}",)
    assert (desk.folder / f"map.{kind}").stat().st_size > 1000
    qtbot.waitUntil(lambda: panel.out.run is None)
    assert not panel.isVisible()


def slow(progress_seen: list[float]) -> Callable[..., ExportReport]:
    """An export that goes on until it is stopped."""

    def export_file(
        _document: Document, _target: Path, _options: ExportOptions, progress: Callable[..., bool]
    ) -> ExportReport:
        done = 0.1
        while progress(done):
            progress_seen.append(done)
        raise ExportCancelledError("export_cancelled")

    return export_file


def test_esc_stops_an_export_and_only_then_closes(
    qtbot: QtBot, panel: PosterPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    monkeypatch.setattr(jobs, "export_file", slow(seen))
    (desk.folder / "map.pdf").write_bytes(b"before")
    panel.start()
    qtbot.waitUntil(lambda: panel.foot.progress.value() == 100)
    assert not panel.foot.export.isEnabled()
    with qtbot.waitSignal(panel.out.cancelled):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.out.run is None)
    assert (desk.folder / "map.pdf").read_bytes() == b"before"
    assert panel.foot.export.isEnabled()
    assert panel.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_closing_it_stops_what_is_under_way(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "export_file", slow([]))
    panel.start()
    panel.close()
    qtbot.waitUntil(lambda: panel.out.run is None)
    assert not panel.isVisible()


def test_nothing_is_planned_while_a_file_is_made_but_after_it_is(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "export_file", slow([]))
    before = planned(panel)
    panel.start()
    panel.refresh()
    panel._order()
    assert panel._bench._order is None
    assert not panel._soon.isActive()
    panel.stop()
    qtbot.waitUntil(lambda: panel.out.run is None)
    ready(qtbot, panel)
    assert planned(panel).order.number > before.order.number


def test_closing_it_waits_for_no_plan_and_it_opens_again(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()
    plan = Planner.planned

    def held_up(planner: Planner, order: Order) -> Planned:
        begun.set()
        may_end.wait(30)
        return plan(planner, order)

    monkeypatch.setattr(Planner, "planned", held_up)
    pick(panel.options.main.paper, "A2")
    qtbot.waitUntil(begun.is_set)
    panel.close()
    assert panel._bench.isRunning()
    may_end.set()
    panel._bench.wait()
    panel.show()
    ready(qtbot, panel)
    assert planned(panel).leaves[0].size.width == 594.0


def test_ended_it_stops_a_plan_in_the_midst(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    stopped: list[bool] = []

    def endless(planner: Planner, _order: Order) -> Planned:
        begun.set()
        typesetter = planner._typesetter("nb")
        try:
            while True:
                typesetter.wrap("Vi venter på svar. " * 100, TextStyle(Face.SANS, 3.7, 5.3), 20.0)
        except ExportCancelledError:
            stopped.append(True)
            raise

    monkeypatch.setattr(Planner, "planned", endless)
    pick(panel.options.main.paper, "A2")
    qtbot.waitUntil(begun.is_set)
    panel.end()
    assert stopped
    assert not panel._bench.isRunning()


@pytest.mark.parametrize("error", [FileError("disk_full"), ExportError("picture_too_large")])
def test_what_goes_wrong_is_told_and_the_panel_stays(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def failing(*_arguments: object) -> ExportReport:
        raise error

    monkeypatch.setattr(jobs, "export_file", failing)
    with qtbot.waitSignal(panel.out.failed) as failed:
        panel.start()
    assert failed.args == [error, "map.pdf"]
    qtbot.waitUntil(lambda: panel.out.run is None)
    assert panel.isVisible()
    ready(qtbot, panel)
    assert "map.pdf" in panel.foot.line.text()
    pick(panel.options.main.paper, "A2")
    ready(qtbot, panel)
    assert "map.pdf" not in panel.foot.line.text()


def test_what_nobody_expected_is_told_in_the_panel_too_and_it_goes_on(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_arguments: object) -> ExportReport:
        raise RuntimeError("nobody thought of it")

    reported: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    monkeypatch.setattr(jobs, "export_file", failing)
    with qtbot.waitSignal(panel.out.ended):
        panel.start()
    assert [str(error) for error in reported] == ["nobody thought of it"]
    assert panel.isVisible()
    ready(qtbot, panel)
    assert "map.pdf" in panel.foot.line.text()
    assert panel.foot.export.isEnabled()


def test_a_person_who_changes_their_mind_starts_and_remembers_nothing(
    panel: PosterPanel, desk: Desk
) -> None:
    desk.changed_mind = True
    panel.start()
    assert panel.out.run is None
    assert desk.remembered == []


def test_enter_exports_but_not_while_a_number_is_typed(panel: PosterPanel, desk: Desk) -> None:
    desk.changed_mind = True
    panel.options.groups["paper"].button.click()
    margin = panel.options.paper.margin
    margin.setFocus()
    QTest.keyClicks(margin, "12")
    QTest.keyClick(margin, Qt.Key.Key_Return)
    assert desk.settled == 0
    assert panel.choices.poster.margin_mm == 12.0
    panel.leaves.preview.setFocus()
    QTest.keyClick(panel.leaves.preview, Qt.Key.Key_Return)
    assert desk.settled == 1


def test_a_group_that_nobody_opened_is_not_made(panel: PosterPanel) -> None:
    panel.options.groups["content"].button.click()
    made = vars(panel.options).keys() & {"paper", "content", "file"}
    assert made == {"content"}
    assert panel.options.content.blank_row.isVisible()


def test_tab_goes_from_an_opened_group_into_it_and_on_to_the_next(panel: PosterPanel) -> None:
    groups = panel.options.groups
    for name in ("file", "paper"):
        groups[name].button.click()
    groups["paper"].button.setFocus()
    reached = []
    while not groups["content"].button.hasFocus():
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        reached.append(panel.focusWidget())
        assert len(reached) < 9
    paper = panel.options.paper
    assert reached[:-1] == [paper.overflow, paper.distance, paper.margin, paper.bleed]


def test_what_was_chosen_is_what_is_asked_for_and_remembered(
    qtbot: QtBot, panel: PosterPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ExportOptions] = []

    def export_file(
        _document: Document, target: Path, options: ExportOptions, *_rest: object
    ) -> ExportReport:
        asked.append(options)
        return ExportReport(paths=(target,))

    monkeypatch.setattr(jobs, "export_file", export_file)
    options = panel.options
    pick(options.main.paper, "A3")
    options.main.orientation.button(Orientation.PORTRAIT).click()
    pick(options.main.tiles, "A4")
    pick(options.paper.overflow, Overflow.ONE)
    pick(options.paper.distance, 1.0)
    options.paper.bleed.click()
    options.content.parts.ticks["legend"].click()
    options.content.blank_row.click()
    options.content.code.click()
    options.content.link.setText(" fjordkroken.example ")
    options.content.link.editingFinished.emit()
    options.content.client.click()
    options.content.left_out.ticks["names"].click()
    options.file.source.click()
    pick(options.content.language, "sv")
    with qtbot.waitSignal(panel.out.made):
        panel.start()
    (made,) = asked
    assert made.poster == PosterSettings(
        paper="A3",
        orientation=Orientation.PORTRAIT,
        bleed=True,
        tiles="A4",
        overflow=Overflow.ONE,
        hidden=("legend",),
        blank_row=True,
        distance_m=1.0,
        with_source=True,
        leave_out=("notes", "parked", "comments", "quotes"),
        code=True,
        link="fjordkroken.example",
    )
    assert (made.language, made.file_name, made.map_id) == ("sv", "map.cjmap", desk.map_id)
    assert [one.poster for one in desk.remembered] == [made.poster]
    qtbot.waitUntil(lambda: panel.out.run is None)


def test_a_size_of_ones_own_begins_as_the_paper_at_hand_lies(panel: PosterPanel) -> None:
    pick(panel.options.main.paper, "A2")
    panel.options.main.orientation.button(Orientation.LANDSCAPE).click()
    pick(panel.options.main.paper, "own")
    assert panel.choices.poster.paper == "594x420mm"


def test_a_roll_has_no_size_for_ones_own_to_begin_with(panel: PosterPanel) -> None:
    pick(panel.options.main.paper, "914mm")
    pick(panel.options.main.paper, "own")
    assert panel.choices.poster.paper == "600x900mm"


def test_a_size_of_ones_own_has_two_fields(qtbot: QtBot, panel: PosterPanel) -> None:
    main = panel.options.main
    assert not main.width_mm.isVisible()
    pick(main.paper, "own")
    assert main.width_mm.isVisible()
    assert not main.orientation.isVisible()
    main.width_mm.setText("1200")
    main.width_mm.editingFinished.emit()
    main.height_mm.setText("900")
    main.height_mm.editingFinished.emit()
    assert panel.choices.poster.paper == "1200x900mm"
    assert main.width_mm.text() == "1200"
    ready(qtbot, panel)
    leaf = panel.leaves.leaf
    assert leaf is not None
    assert leaf.size == msgspec.structs.replace(leaf.size, width=1200.0, height=900.0)


def test_only_what_fits_the_kind_of_file_is_asked(panel: PosterPanel) -> None:
    options = panel.options
    options.groups["file"].button.click()
    assert options.main.tiles.isVisible()
    assert not options.file.fineness.isVisible()
    choose(panel, "png")
    assert options.file.fineness.isVisible()
    assert not options.main.tiles.isVisible()
    choose(panel, "svg")
    assert options.file.fonts.isVisible()
    choose(panel, "html")
    assert not options.main.paper.isVisible()
    choose(panel, "pdf")
    pick(options.main.kind, ExportKind.LABELS)
    assert not options.main.format.isVisible()
    assert fitting(panel.choices).poster.paper == "A4"


def test_an_empty_grid_tells_that_it_is_a_client_copy_for_lanes_of_notes_are_gone_from_it(
    panel: PosterPanel,
) -> None:
    panel.options.groups["content"].button.click()
    content = panel.options.content
    content.client.click()
    pick(panel.options.main.kind, ExportKind.GRID)
    assert panel.choices.poster.leave_out
    assert content.client.isVisible()
    assert content.client.isChecked()
    assert content.left_out.isVisible()
    content.client.click()
    assert not panel.choices.poster.leave_out
    assert content.client.isVisible()
    assert not content.left_out.isVisible()


def test_labels_leave_the_papers_of_the_poster_and_its_file_as_they_were(
    panel: PosterPanel,
) -> None:
    main = panel.options.main
    choose(panel, "png")
    pick(main.paper, "A0")
    pick(main.kind, ExportKind.LABELS)
    assert main.paper.currentData() == "A4"
    pick(main.paper, "A3")
    pick(main.kind, ExportKind.POSTER)
    assert (panel.choices.format, panel.choices.poster.paper) == ("png", "A0")


def test_a_paper_that_sheets_can_not_make_is_one_sheet(panel: PosterPanel) -> None:
    main = panel.options.main
    pick(main.paper, "A1")
    pick(main.tiles, "A3")
    pick(main.paper, "A3")
    assert panel.choices.poster.tiles is None


def test_a_picture_of_a_poster_in_sheets_is_of_the_whole(panel: PosterPanel) -> None:
    panel.offer(
        msgspec.structs.replace(panel.choices, poster=PosterSettings(paper="A1", tiles="A4"))
    )
    assert panel.choices.poster.tiles == "A4"
    choose(panel, "png")
    assert fitting(panel.choices).poster.tiles is None
    choose(panel, "pdf")
    assert fitting(panel.choices).poster.tiles == "A4"


def test_the_size_of_a_picture_is_said_before_it_is_made(qtbot: QtBot, opened: Opener) -> None:
    panel = opened("nb", format="png", dpi=300, poster=PosterSettings(paper="A0"))
    ready(qtbot, panel)
    said = panel.options.file.picture_line.text().replace("\xa0", " ").replace("\u202f", " ")
    assert said.startswith("14 043 × 9 933 punkter, omtrent ")


def test_what_would_travel_is_said(opened: Opener, desk: Desk) -> None:
    desk.document = full_document()
    desk.map_id = desk.document.maps[0].id
    panel = opened()
    file = panel.options.file
    file.source.click()
    assert "other map" in file.travels.text()
    panel.options.content.client.click()
    assert "name" not in file.travels.text()


def test_maps_are_asked_for_where_there_are_several(opened: Opener, desk: Desk) -> None:
    panel = opened()
    assert not panel.options.main.maps.isVisible()
    desk.document = full_document()
    desk.map_id = desk.document.maps[0].id
    panel.offer(panel.choices)
    assert panel.options.main.maps.isVisible()


def test_all_maps_are_pages_one_after_the_other(qtbot: QtBot, opened: Opener, desk: Desk) -> None:
    desk.document = full_document()
    desk.map_id = desk.document.maps[0].id
    panel = opened()
    panel.options.main.maps.button(True).click()
    ready(qtbot, panel)
    shown = list(dict.fromkeys(leaf.page.map_id for leaf in planned(panel).leaves))
    assert shown == [journey.id for journey in desk.document.maps]


def test_a_picture_is_of_the_map_that_is_shown_whatever_was_chosen_before(
    qtbot: QtBot, opened: Opener, desk: Desk
) -> None:
    desk.document = maps.duplicate_map(desk.document, desk.map_id, counted_ids(), "Another")
    desk.map_id = desk.document.maps[1].id
    panel = opened()
    panel.options.main.maps.button(True).click()
    choose(panel, "png")
    ready(qtbot, panel)
    assert not panel.options.main.maps_row.isVisible()
    assert {leaf.page.map_id for leaf in planned(panel).leaves} == {desk.map_id}
    assert planned(panel).order.options.map_id == desk.map_id
    choose(panel, "pdf")
    assert panel.options.main.maps_row.isVisible()
    assert panel.options.main.maps.value is True


def test_from_a_paper_that_nobody_knows_a_size_of_ones_own_leads_out(
    qtbot: QtBot, panel: PosterPanel
) -> None:
    panel.offer(msgspec.structs.replace(panel.choices, poster=PosterSettings(paper="Papyrus")))
    qtbot.waitUntil(lambda: panel.is_up_to_date, timeout=30_000)
    assert planned(panel).error is not None
    pick(panel.options.main.paper, "own")
    ready(qtbot, panel)
    assert planned(panel).error is None


def test_it_exports_the_map_as_it_is_when_it_begins(
    qtbot: QtBot, panel: PosterPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported: list[Document] = []

    def export_file(made: Document, target: Path, *_rest: object) -> ExportReport:
        exported.append(made)
        return ExportReport(paths=(target,))

    monkeypatch.setattr(jobs, "export_file", export_file)
    desk.document = full_document()
    desk.map_id = desk.document.maps[0].id
    with qtbot.waitSignal(panel.out.made):
        panel.start()
    assert exported == [desk.document]
    qtbot.waitUntil(lambda: panel.out.run is None)


def test_an_edit_of_the_map_is_seen(qtbot: QtBot, panel: PosterPanel, desk: Desk) -> None:
    before = panel.planned
    journey = desk.document.maps[0]
    renamed = msgspec.structs.replace(journey, title="Quite another")
    desk.document = msgspec.structs.replace(desk.document, maps=(renamed,))
    panel.refresh()
    ready(qtbot, panel)
    assert panel.planned is not before
    assert planned(panel).leaves[0].map_title == "Quite another"


def test_settings_that_came_back_with_the_map_are_shown(
    qtbot: QtBot, panel: PosterPanel, desk: Desk
) -> None:
    journey = desk.document.maps[0]
    other = msgspec.structs.replace(journey, poster=PosterSettings(paper="A2"))
    desk.document = msgspec.structs.replace(desk.document, maps=(other,))
    panel.refresh()
    assert panel.options.main.paper.currentData() == "A2"
    ready(qtbot, panel)


def test_settings_that_make_no_poster_are_told_in_its_place(
    qtbot: QtBot, panel: PosterPanel
) -> None:
    panel.offer(
        msgspec.structs.replace(
            panel.choices, poster=PosterSettings(paper="100x100mm", margin_mm=60.0)
        )
    )
    qtbot.waitUntil(lambda: panel.is_up_to_date, timeout=30_000)
    assert planned(panel).error is not None
    assert panel.leaves.leaf is None
    assert "60" in panel.leaves.preview.accessibleDescription()


def test_the_newest_wish_wins(qtbot: QtBot, panel: PosterPanel) -> None:
    for name in ("A0", "A2", "A1", "A3"):
        pick(panel.options.main.paper, name)
    ready(qtbot, panel)
    assert poster_of(panel).paper == "A3"


def test_it_is_worded_anew_with_its_choices(qtbot: QtBot, panel: PosterPanel) -> None:
    pick(panel.options.main.paper, "A2")
    panel.options.main.around.speak(Words("nb"))
    assert panel.foot.export.text() == "Eksporter …"
    assert panel.options.main.paper.currentData() == "A2"
    ready(qtbot, panel)


def test_a_map_with_nothing_in_it_is_shown(opened: Opener, desk: Desk) -> None:
    blank = maps.blank_map(counted_ids("b"))
    desk.document = msgspec.structs.replace(document(), maps=(blank,))
    desk.map_id = blank.id
    assert len(planned(opened()).leaves) == 1


def test_what_is_in_force_since_an_export_began_is_shown_when_it_is_over(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "export_file", slow([]))
    panel.start()
    panel._around.speak(Words("nb"))
    assert panel.foot.export.text() != Words("nb").say("poster_panel.export")
    with qtbot.waitSignal(panel.out.ended):
        panel.stop()
    qtbot.waitUntil(lambda: panel.foot.export.text() == Words("nb").say("poster_panel.export"))
    assert panel.windowTitle() == Words("nb").say("poster_panel.title")
    assert panel.foot.export.isEnabled()
    assert panel.options.isEnabled()
    ready(qtbot, panel)


def test_what_went_wrong_is_still_told_when_the_language_is_another(
    qtbot: QtBot, panel: PosterPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def failing(*_: object) -> ExportReport:
        go_on.wait(30)
        raise FileError("disk_full", name="map.pdf", reason="")

    monkeypatch.setattr(jobs, "export_file", failing)
    panel.start()
    panel._around.speak(Words("nb"))
    with qtbot.waitSignal(panel.out.ended):
        go_on.set()
    words = Words("nb")
    reason = words.error(FileError("disk_full", name="map.pdf", reason=""))
    told = words.say("notice.can_not_export", name="map.pdf", reason=reason)
    qtbot.waitUntil(lambda: panel.foot.line.text() == told)
    ready(qtbot, panel)
    assert panel.foot.line.text() == told


def test_numbered_pictures_are_replaced_by_exporting_once_more(
    qtbot: QtBot, desk: Desk, opened: Opener
) -> None:
    desk.document = full_document()
    poster = PosterSettings(paper="A4", overflow=Overflow.LIST)
    panel = opened(format="png", dpi=40, poster=poster)
    former = desk.folder / "map-1.png"
    former.write_bytes(b"another's picture")

    def exported() -> str:
        with qtbot.waitSignal(panel.out.ended, timeout=30_000):
            panel.start()
        return panel.foot.line.text()

    refused = ExportError("numbered_exist", first="map-1.png", last="map-1.png", count=1)
    assert Words("en").error(refused) in exported()
    assert former.read_bytes() == b"another's picture"
    desk.folder = desk.folder / "elsewhere"
    desk.folder.mkdir()
    (desk.folder / "map-1.png").write_bytes(b"a third one's")
    assert "map-1.png" in exported()
    assert (desk.folder / "map-1.png").read_bytes() == b"a third one's"
    exported()
    assert (desk.folder / "map-1.png").read_bytes().startswith(b"\x89PNG")
    assert former.read_bytes() == b"another's picture"


def test_a_link_is_asked_for_where_there_is_a_code(qtbot: QtBot, panel: PosterPanel) -> None:
    panel.options.groups["content"].button.click()
    content = panel.options.content
    assert not content.link.isVisible()
    content.code.click()
    assert content.link.isVisible()
    content.link.setText("javascript:alert(1)")
    content.link.editingFinished.emit()
    ready(qtbot, panel)
    (line,) = [one for one in saying.lines(planned(panel), Words("nb")) if "QR" in one.sentence]
    assert line.sentence == (
        "«javascript:alert(1)» er ingen nett- eller e-postadresse som en kode rommer. "
        "QR-koden forteller om kartet i stedet."
    )
    pick(panel.options.main.kind, ExportKind.GRID)
    assert not content.code.isVisible()
    assert not content.link.isVisible()


def test_room_for_notes_is_grey_with_its_reason_where_the_poster_has_none(
    qtbot: QtBot, opened: Opener, desk: Desk
) -> None:
    desk.document = decode(resource("examples", "restaurant.nb.cjmap").read_bytes()).document
    desk.map_id = desk.document.maps[0].id
    panel = opened("nb", poster=PosterSettings(paper="A1"))
    ready(qtbot, panel)
    panel.options.groups["content"].button.click()
    tick = panel.options.content.parts.ticks["notes"]
    assert not tick.isEnabled()
    assert tick.isChecked()
    assert tick.toolTip() == "Denne plakaten har ikke plass til notater."
    assert tick.accessibleDescription() == tick.toolTip()
    panel.options.main.orientation.button(Orientation.PORTRAIT).click()
    ready(qtbot, panel)
    assert tick.isEnabled()
    assert tick.toolTip() == ""
    assert "notes" not in panel.choices.poster.hidden


def test_labels_are_counted_before_they_are_made(qtbot: QtBot, opened: Opener) -> None:
    panel = opened("nb", kind=ExportKind.LABELS)
    ready(qtbot, panel)
    plan = planned(panel)
    said = panel.foot.line.text()
    assert plan.blank_labels > 0
    assert said == f"{len(plan.printed)} ark, {plan.blank_labels} tomme lapper"


def test_a_name_that_was_left_out_is_pointed_at_where_it_still_stands(
    qtbot: QtBot, opened: Opener, desk: Desk
) -> None:
    cards = (
        card("c1", "touchpoint:s1", "Marte ringer tilbake"),
        card("c2", "pain:s1", "Ingen vet hva Marte lovet"),
        card("c3", "pain:s1", "Martelosen drar"),
    )
    led = Workshop(id=ids.WorkshopId("w1"), facilitator="Marte Dahl")
    desk.document = document(journey(cards=cards), workshops=(led,))
    desk.map_id = desk.document.maps[0].id
    panel = opened("nb")
    ready(qtbot, panel)
    assert not [one for one in planned(panel).found if "name" in one.finding.code]
    panel.options.content.client.click()
    ready(qtbot, panel)
    number, found = next(
        (number, one)
        for number, one in enumerate(planned(panel).found)
        if "name" in one.finding.code
    )
    line = saying.lines(planned(panel), Words("nb"))[number]
    assert line.sentence == "Navnet «Marte» står fortsatt på 2 lapper."
    assert found.finding.ids == ("c1", "c2")
    assert found.leaf == 0
    assert [spot for spot in planned(panel).leaves[0].spots if spot.finding == number]
