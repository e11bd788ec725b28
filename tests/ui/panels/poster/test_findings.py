"""What could be better is said, led to, and mended by one click."""

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjmapper.export.findings import Finding, Level, Mend, ReadingLevel, Severity
from cjmapper.export.options import ExportOptions
from cjmapper.geometry import Rect
from cjmapper.model.ids import StepId
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.ui.panels.poster import planner, saying
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.planned import Order, Planned
from cjmapper.words.catalog import Words
from tests.support import synthetic
from tests.support.builders import full_document
from tests.ui.panels.poster.conftest import Desk, Opener, ready

PLACE = Rect(100.0, 60.0, 40.0, 20.0)
LARGER = Mend(code="larger_paper", values={"paper": "A2"}, settings=PosterSettings(paper="A2"))
WIDER = Mend(code="wider_columns", widths=((StepId("s1"), 80.0),))
SMALL = Finding(
    code="cards_too_small",
    severity=Severity.PROBLEM,
    values={"size": 4.0, "least": 7.0, "paper": "A3"},
    page=0,
    rects=(PLACE,),
    mends=(LARGER, WIDER),
)
MARGIN = Finding(code="margin_small", severity=Severity.WARNING, values={"margin": 2, "least": 5})


@pytest.fixture
def panel(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> PosterPanel:
    monkeypatch.setattr(planner, "preflight", lambda _plan: (SMALL, MARGIN))
    return opened("nb", poster=PosterSettings(paper="A3"))


def test_each_finding_is_a_sentence_with_its_mends(panel: PosterPanel) -> None:
    assert len(panel.findings.lines) == 2
    badge, buttons = panel.findings.badges[0], panel.findings.buttons[0]
    assert "4" in badge.accessibleName()
    assert [button.text() for button in buttons] == ["Bruk A2", "Gjør kolonnene bredere"]
    assert not panel.findings.badges[1].isEnabled()


def test_a_number_leads_to_its_place(qtbot: QtBot, panel: PosterPanel) -> None:
    panel.findings.badges[0].click()
    preview = panel.leaves.preview
    assert not preview.frame.fitted
    middle = QPointF(preview.viewport().rect().center())
    shown = preview.frame.px(PLACE).center()
    assert (shown - middle).manhattanLength() < 4
    assert preview.marks.lit == 0
    ready(qtbot, panel)


def test_a_spot_on_the_page_leads_to_its_sentence(panel: PosterPanel) -> None:
    preview = panel.leaves.preview
    spots = [
        QPointF(x, y)
        for x in range(0, preview.viewport().width(), 4)
        for y in range(0, preview.viewport().height(), 4)
        if preview.marks.at(QPointF(x, y), preview.frame) == 0
    ]
    with_click = spots[len(spots) // 2].toPoint()
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=with_click)
    assert panel.findings.lines[0].property("lit") == "true"
    assert panel.findings.lines[1].property("lit") == "false"


def test_a_mend_of_the_poster_is_applied_and_planned(qtbot: QtBot, panel: PosterPanel) -> None:
    panel.findings.buttons[0][0].click()
    assert panel.choices.poster.paper == "A2"
    assert panel.options.main.paper.currentData() == "A2"
    ready(qtbot, panel)


def test_a_mend_of_the_map_is_asked_for(panel: PosterPanel, desk: Desk) -> None:
    panel.findings.buttons[0][1].click()
    assert desk.mended == [(WIDER, desk.map_id)]


def test_places_on_a_page_with_bleed_are_where_they_are_printed(
    qtbot: QtBot, panel: PosterPanel
) -> None:
    panel.offer(
        msgspec.structs.replace(panel.choices, poster=PosterSettings(paper="A3", bleed=True))
    )
    ready(qtbot, panel)
    leaf = panel.leaves.leaf
    assert leaf is not None
    assert leaf.page.trim is not None
    assert leaf.spots[0].rects == (PLACE.moved(leaf.page.trim.x, leaf.page.trim.y),)


def test_steps_and_cards_that_are_read_from_one_distance_are_named_together() -> None:
    order = Order(number=1, document=full_document(), map_ids=(), options=ExportOptions())

    def said(step: float, card: float) -> str:
        sizes = {Level.TITLE: 72.0, Level.STEP: step, Level.CARD: card}
        levels = tuple(ReadingLevel(name, size, 0.0) for name, size in sizes.items())
        return saying.levels(Planned(order=order, levels=levels), Words("nb"))

    assert said(7.2, 7.0) == "Tittelen leses på 3 m · steg og lapper på 0,3 m"
    assert said(16.0, 13.0) == "Tittelen leses på 3 m · steg på 0,6 m · lapper på 0,5 m"


def test_a_poster_without_findings_says_so(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "preflight", lambda _plan: ())
    panel = opened("sv")
    assert panel.findings.lines == []
    assert panel.findings.isVisible()
    assert "m" in panel.foot.line.text()


def test_what_a_look_really_finds_can_all_be_said(opened: Opener, desk: Desk) -> None:
    desk.document = synthetic.document(240)
    desk.map_id = desk.document.maps[0].id
    for language in ("nb", "sv", "en"):
        panel = opened(
            language, poster=PosterSettings(paper="A1", tiles="A4", overflow=Overflow.ONE)
        )
        assert panel.findings.lines
