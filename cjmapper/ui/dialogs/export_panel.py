"""The export panel: what kind of file, on which paper; it works beside the map, not over it."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjmapper.export.options import ExportOptions
from cjmapper.model.document import Document, PosterSettings
from cjmapper.model.vocabulary import Orientation
from cjmapper.settings import EXPORT_FORMATS, ORIENTATIONS, PAPERS
from cjmapper.ui.dialogs.export_run import ExportRun
from cjmapper.ui.guard import guard
from cjmapper.ui.parts.choice import Choice
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.words.languages import LANGUAGES

DPIS = (96, 150, 200, 300)
Source = Callable[[], tuple[Document, str]]
"""Gives the document as it is now, and the id of the map that is shown."""

_WIDTH = 400
_STEPS = 1000


class ExportChoices(msgspec.Struct, frozen=True):
    """What was chosen last, to begin with next time."""

    format: str = "pdf"
    paper: str = "A1"
    orientation: str = "landscape"
    dpi: int = 150


class ExportPanel(QDialog):
    """Asks what to make, then shows how far it has come. Not modal: the map stays in reach."""

    made = Signal(object)
    failed = Signal(object, str)
    cancelled = Signal()
    chose = Signal(object)

    def __init__(
        self, around: Surroundings, parent: QWidget, choose_target: Callable[[str], Path | None]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportPanel")
        self.setModal(False)
        self._around = around
        self._choose_target = choose_target
        self._source: Source | None = None
        self._document: Document | None = None
        self._options = ExportOptions()
        self._choices = ExportChoices()
        self.run: ExportRun | None = None
        self._column = QVBoxLayout(self)
        self._build()
        around.reworded.connect(self._build)
        around.look.changed.connect(self._build)

    def offer(self, source: Source, options: ExportOptions, choices: ExportChoices) -> None:
        """Takes what gives the map when it is exported, and what was chosen last."""
        if self.run is not None:
            return
        self._source = source
        self._document, _ = source()
        self._options, self._choices = options, choices
        self._build()

    def start(self) -> None:
        """Asks for the file and begins."""
        if self.run is not None or self._source is None:
            return
        choices = self._chosen()
        target = self._choose_target(choices.format)
        if target is None:
            return
        self.chose.emit(choices)
        document, shown = self._source()
        map_id = None if self.maps.currentData() is None else shown
        options = msgspec.structs.replace(
            self._options,
            poster=PosterSettings(
                paper=choices.paper, orientation=Orientation(choices.orientation)
            ),
            dpi=choices.dpi,
            language=self.language.currentData(),
            map_id=map_id,
        )
        self._begin(ExportRun(document, target, options, self))

    def cancel(self) -> None:
        """Stops what is under way, or closes the panel."""
        if self.run is None:
            self.close()
        else:
            self.run.stop()

    @guard
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing stops what is under way."""
        if self.run is not None:
            self.run.stop()
            self.run.wait()
        event.accept()

    @guard
    def reject(self) -> None:
        """Esc is Cancel."""
        self.cancel()

    def _begin(self, run: ExportRun) -> None:
        self.run = run
        run.advanced.connect(lambda done: self.progress.setValue(round(done * _STEPS)))
        run.made.connect(self._made)
        run.failed.connect(self._failed)
        run.cancelled.connect(self._cancelled)
        run.finished.connect(self._ended)
        name = run.target.name
        self.state_line.setText(self._around.words.say("export.progress", name=name))
        self._show_working(True)
        run.start()

    def _made(self, report: object) -> None:
        self.made.emit(report)
        self.hide()

    def _failed(self, error: object) -> None:
        name = "" if self.run is None else self.run.target.name
        self.failed.emit(error, name)

    def _cancelled(self) -> None:
        self.cancelled.emit()

    def _ended(self) -> None:
        if self.run is not None:
            self.run.deleteLater()
        self.run = None
        self._show_working(False)

    def _show_working(self, working: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(working)
        self.state_line.setVisible(working)
        self.export.setDisabled(working)
        for part in self._parts.values():
            part.setDisabled(working)

    def _chosen(self) -> ExportChoices:
        return ExportChoices(
            str(self._picked(self.formats, EXPORT_FORMATS)),
            str(self.paper.currentData()),
            str(self._picked(self.orientations, ORIENTATIONS)),
            int(self.dpi.currentData()),
        )

    def _picked(self, group: QButtonGroup, values: tuple[str, ...]) -> str:
        return values[max(0, group.checkedId())]

    # What it is made of

    def _build(self) -> None:
        """Makes the panel anew, in the language and size in force."""
        if self.run is not None:
            return
        _empty(self._column)
        px, say = self._around.look.px, self._around.words.say
        self.setWindowTitle(say("export.title"))
        self.setFixedWidth(px(_WIDTH))
        self._column.setContentsMargins(px(20), px(20), px(20), px(20))
        self._column.setSpacing(px(16))
        self._parts: dict[str, QWidget] = {}
        self.formats = self._buttons(
            "format", EXPORT_FORMATS, "export.format_", self._choices.format
        )
        self.maps = self._list("maps", self._map_choices(), None)
        self.paper = self._list("paper", [(name, name) for name in PAPERS], self._choices.paper)
        self.orientations = self._buttons(
            "orientation", ORIENTATIONS, "vocabulary.orientation.", self._choices.orientation
        )
        self.dpi = self._list("dpi", [(dpi, str(dpi)) for dpi in DPIS], self._choices.dpi)
        languages = [(key, say(f"vocabulary.language.{key}")) for key in LANGUAGES]
        as_map = (None, say("export.language_document"))
        self.language = self._list("language", [as_map, *languages], None)
        self._add_foot()
        self.formats.idToggled.connect(lambda _id, _on: self._show_fitting())
        self._show_fitting()
        self._show_working(False)
        self.adjustSize()

    def _map_choices(self) -> list[tuple[object, str]]:
        say = self._around.words.say
        both: list[tuple[object, str]] = [(True, say("export.this_map"))]
        return [(None, say("export.all_maps")), *both] if self._has_many else both

    @property
    def _has_many(self) -> bool:
        return self._document is not None and len(self._document.maps) > 1

    def _show_fitting(self) -> None:
        """Shows what makes sense for the kind of file."""
        kind = self._picked(self.formats, EXPORT_FORMATS)
        self._parts["dpi"].setVisible(kind == "png")
        self._parts["maps"].setVisible(kind == "pdf" and self._has_many)
        self.maps.show_value(None if kind == "pdf" and self._has_many else True)
        self.adjustSize()

    def _part(self, name: str, control: QWidget) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._around.look.px(4))
        caption = self._around.words.say(f"export.{name}")
        control.setAccessibleName(caption)
        column.addWidget(label(caption, "caption"))
        column.addWidget(control)
        self._column.addWidget(part)
        self._parts[name] = part

    def _list(self, name: str, choices: list[tuple[object, str]], chosen: object) -> Choice:
        made = Choice(self._around.look)
        made.offer(choices)
        made.show_value(chosen)
        self._part(name, made)
        return made

    def _buttons(
        self, name: str, values: tuple[str, ...], prefix: str, chosen: str
    ) -> QButtonGroup:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._around.look.px(8))
        group = QButtonGroup(row)
        for index, value in enumerate(values):
            button = QPushButton(self._around.words.say(f"{prefix}{value}"))
            button.setProperty("task", "choice")
            button.setCheckable(True)
            button.setChecked(value == chosen)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            group.addButton(button, index)
            across.addWidget(button, 1)
        self._part(name, row)
        return group

    def _add_foot(self) -> None:
        px, say = self._around.look.px, self._around.words.say
        self.state_line = label("", "quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self._column.addWidget(self.state_line)
        self._column.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        self.stop = QPushButton(say("window.cancel"))
        self.stop.setProperty("task", "plain")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        self.export = QPushButton(say("export.save"))
        self.export.setProperty("task", "primary")
        self.export.setDefault(True)
        self.export.clicked.connect(self.start)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        foot.addWidget(self.export)
        self._column.addLayout(foot)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
            inner.deleteLater()
        elif widget is not None:
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            widget.hide()
            widget.deleteLater()
