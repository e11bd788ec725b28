"""Between the window and the panel that makes posters: what it is given, what comes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cjmapper.editor.names import entry
from cjmapper.editor.session import Change, ChangeKind
from cjmapper.errors import CjmapperError
from cjmapper.model.edits import posters, steps
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation
from cjmapper.settings import ORIENTATIONS
from cjmapper.ui.panels.poster.choices import Choices, Subject, map_ids
from cjmapper.ui.panels.poster.panel import PosterPanel
from cjmapper.ui.panels.poster.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cjmapper.export.findings import Mend
    from cjmapper.export.options import ExportReport
    from cjmapper.model.document import Document
    from cjmapper.ui.main_window import MainWindow


class Posters(QObject):
    """Opens the panel, keeps what was chosen, and tells what came of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        ways = Ways(
            subject=self._subject,
            settle=window.errands.settle,
            target=lambda suffix: window.desk.export_target(window, suffix),
            remember=self._remember,
            mend=self._mend,
            today=window.place.today,
        )
        self.panel = PosterPanel(window.place.around, window, ways, window.place.pictures.metrics)
        out = self.panel.out
        out.made.connect(self._made)
        out.failed.connect(self._failed)
        out.printed.connect(self._printed)
        out.cancelled.connect(lambda: window.notices.say(self._say("notice.export_cancelled")))
        window.session.subscribe(self._told)

    def open_up(self) -> None:
        """Shows the panel for the map that is shown."""
        panel = self.panel
        panel.offer(self._first_choices())
        panel.show()
        panel.raise_()
        panel.activateWindow()

    def print(self) -> None:
        """Shows what will come out, and asks for the printer at once; a text page has no paper."""
        self.open_up()
        if self.panel.foot.print.isEnabled():
            self.panel.print()

    def _subject(self) -> Subject:
        window = self._window
        path = window.desk.file.path
        session = window.session
        return Subject(session.document, session.map_id, "" if path is None else path.name)

    def _first_choices(self) -> Choices:
        """As the map was made last; one that never was begins on the paper that was used last."""
        settings = self._window.place.keeper.settings
        poster = self._window.session.journey.poster
        if posters.same(poster, PosterSettings()):
            orientation = Orientation(settings.export_orientation)
            poster = PosterSettings(paper=settings.export_paper, orientation=orientation)
        return Choices(format=settings.export_format, dpi=settings.export_dpi, poster=poster)

    def _remember(self, choices: Choices) -> None:
        """With the map, as one step that can be undone; and for maps that were never made."""
        window, poster = self._window, choices.poster
        way = poster.orientation.value
        window.place.keeper.change(
            export_format=choices.format,
            export_paper=poster.paper,
            export_orientation=way if way in ORIENTATIONS else ORIENTATIONS[0],
            export_dpi=choices.dpi,
        )
        if not window.editor.read_only:
            ids = map_ids(choices, self._subject())
            window.editor.run(
                entry("set_poster"), lambda document: posters.set_settings(document, ids, poster)
            )

    def _mend(self, mend: Mend, map_id: str) -> None:
        """Changes the map as a mend says: other widths of columns, as one step."""

        def widened(document: Document) -> Document:
            for step, width in mend.widths:
                document = steps.change_step(document, map_id, step, width_mm=width)
            return document

        self._window.editor.run(entry("resize_columns"), widened)

    def _told(self, change: Change) -> None:
        if change.kind in (ChangeKind.DOCUMENT, ChangeKind.MAP):
            self.panel.refresh()

    def _made(self, report: ExportReport) -> None:
        path = report.paths[0]
        self._window.desk.exported(path)
        self._window.notices.say(" ".join(self._said(report)), self._offer(path))

    def _said(self, report: ExportReport) -> Iterator[str]:
        """What was made, and what of the map is not in it."""
        words, name = self._window.place.around.words, report.paths[0].name
        files = len(report.paths)
        if report.sheets is not None:
            count, paper = report.sheets
            more, named = report.pages - count, {"name": name, "paper": paper}
            yield words.count("notice.exported_sheets", more, sheets=count, **named)
        elif files > 1:
            last = report.paths[-1].name
            yield words.count("notice.exported_files", files, name=name, last=last)
        else:
            yield self._say("notice.exported", name=name)
        if report.maps_left_out:
            yield self._say("notice.maps_left_out", titles=words.listed(report.maps_left_out))
        if report.missing_characters:
            from cjmapper.export.faults import with_codes

            characters = with_codes(report.missing_characters)
            yield self._say("notice.missing_characters", characters=characters)
        if report.broken_pictures:
            names, count = words.listed(report.broken_pictures), len(report.broken_pictures)
            yield words.count("notice.broken_pictures", count, names=names)
        if report.names_left:
            names, count = words.listed(report.names_left), len(report.names_left)
            yield words.count("notice.names_left", count, names=names)

    def _offer(self, path: Path) -> tuple[str, Callable[[], None]]:
        folder = QUrl.fromLocalFile(str(path.parent))
        return self._say("notice.show_file"), partial(_open, folder)

    def _failed(self, error: object, name: str) -> None:
        if isinstance(error, CjmapperError):
            self._window.complain("notice.can_not_export", name, error)

    def _printed(self, done: bool) -> None:
        code = "poster_panel.printed" if done else "poster_panel.not_printed"
        self._window.notices.say(self._say(code), error=not done)

    def _say(self, code: str, **values: str) -> str:
        return self._window.place.around.words.say(code, **values)


def _open(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)
