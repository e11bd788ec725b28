"""The panel that makes posters, alone over a document of one's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjmapper.model.poster_settings import PosterSettings
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.panels.poster.choices import Choices, Subject
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.ways import Ways
from tests.support.builders import document
from tests.support.windows import TODAY, surroundings


class Desk:
    """What the panel stands on: a document, where files go, and what it asked for."""

    def __init__(self, folder: Path) -> None:
        self.document = document()
        self.map_id = self.document.maps[0].id
        self.folder = folder
        self.changed_mind = False
        self.settled = 0
        self.remembered: list[Choices] = []
        self.mended: list[tuple[object, str]] = []

    def ways(self) -> Ways:
        """What the panel is given."""
        return Ways(
            subject=lambda: Subject(self.document, self.map_id, "map.cjmap"),
            settle=self._settle,
            target=lambda ending: None if self.changed_mind else self.folder / f"map.{ending}",
            remember=self.remembered.append,
            mend=lambda mend, map_id: self.mended.append((mend, map_id)),
            today=lambda: TODAY,
        )

    def _settle(self) -> None:
        self.settled += 1


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


Opener = Callable[..., PosterPanel]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opener]:
    """Opens the panel with choices, and waits until it shows what it planned."""
    made: list[PosterPanel] = []
    windows: list[QWidget] = []

    def open_it(language: str = "en", **chosen: Any) -> PosterPanel:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        panel = PosterPanel(surroundings(language), window, desk.ways(), load_metrics())
        made.append(panel)
        chosen.setdefault("poster", PosterSettings(paper="A4"))
        panel.offer(Choices(**chosen))
        panel.show()
        if panel.choices.format != "html":
            ready(qtbot, panel)
        return panel

    yield open_it
    for panel in made:
        panel.end()
        panel.close()


@pytest.fixture
def panel(opened: Opener) -> PosterPanel:
    return opened()


def ready(qtbot: QtBot, panel: PosterPanel) -> None:
    """Waits until the panel shows what its choices make, sharp."""

    def is_ready() -> bool:
        return panel.is_up_to_date and (panel.leaves.leaf is None or panel.leaves.preview.is_sharp)

    qtbot.waitUntil(is_ready, timeout=30_000)
