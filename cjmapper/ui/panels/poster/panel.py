"""The panel that makes posters, beside the map: preview, options, what could be better, ways out.

It keeps the map as it is: what shall be changed there it tells.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cjmapper.errors import CjmapperError
from cjmapper.export.options import ExportKind
from cjmapper.model.edits import posters
from cjmapper.text.metrics import Metrics
from cjmapper.ui.guard import guard
from cjmapper.ui.panels.poster import choices as chosen
from cjmapper.ui.panels.poster.body import Body
from cjmapper.ui.panels.poster.choices import Choices
from cjmapper.ui.panels.poster.foot import STEPS
from cjmapper.ui.panels.poster.outgoing import Outgoing
from cjmapper.ui.panels.poster.planned import Order, Planned
from cjmapper.ui.panels.poster.ways import Ways
from cjmapper.ui.panels.poster.workbench import Pictured, Workbench
from cjmapper.ui.parts.emptying import emptied
from cjmapper.ui.parts.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZE = QSize(1180, 700)
_LEAST = QSize(820, 520)
_SHARE = 0.94
"""Of the screen, where that is smaller."""
_SOON_MS = 120
_TEXT_PAGE = "html"


class PosterPanel(QDialog):
    """Not modal: the map stays in reach, and what is changed there is seen here."""

    said = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget, ways: Ways, metrics: Metrics) -> None:
        super().__init__(parent)
        self.setObjectName("posterPanel")
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._around = around
        self._ways = ways
        self._metrics = metrics
        self._bench = bench = Workbench(metrics)
        self.destroyed.connect(lambda: bench.end())  # noqa: PLW0108 — it holds the thread
        bench.planned.connect(self._take_plan)
        bench.pictured.connect(self._take_picture)
        self._number = 0
        self._planned: Planned | None = None
        self._when_planned: Callable[[Planned], None] | None = None
        self._subject = ways.subject()
        self._choices = Choices()
        self._failed: tuple[CjmapperError | None, str] | None = None
        self._target = self._replaceable = Path()
        self._is_outdated = False
        self.out = Outgoing(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._order)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._fit_screen()
        self.out.advanced.connect(lambda done: self.foot.progress.setValue(round(done * STEPS)))
        self.out.made.connect(lambda _report: self.close())
        self.out.failed.connect(self._tell_failure)
        self.out.printed.connect(lambda done: self.foot.show_printed(done=done))
        self.out.ended.connect(self._be_free)
        around.reworded.connect(self._build)
        around.look.changed.connect(self._build)

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        return self._choices

    @property
    def planned(self) -> Planned | None:
        """What is shown."""
        return self._planned

    @property
    def _is_text_page(self) -> bool:
        return chosen.fitting(self._choices).format == _TEXT_PAGE

    @property
    def is_up_to_date(self) -> bool:
        """Whether what is shown is what the choices make."""
        if self._is_text_page:
            return not self._soon.isActive()
        planned = self._planned
        current = planned is not None and planned.order.number == self._number
        return current and not self._soon.isActive()

    def offer(self, choices: Choices) -> None:
        """Begins with these choices for what is shown on the map."""
        if self.out.run is not None:
            return
        self._subject = self._ways.subject()
        self._choices = choices
        self.options.show_many(len(self._subject.document.maps) > 1)
        self.options.show_choices(self._choices)
        self._choose()

    def refresh(self) -> None:
        """Takes up what was changed on the map; settings that came back with it too."""
        if not self.isVisible():
            return
        before, self._subject = self._subject, self._ways.subject()
        poster = self._subject.poster
        if before.map_id != self._subject.map_id or not posters.same(before.poster, poster):
            self._choices = msgspec.structs.replace(self._choices, poster=poster)
        self.options.show_many(len(self._subject.document.maps) > 1)
        self.options.show_choices(self._choices)
        self._choose()

    # The ways out

    def start(self) -> None:
        """Asks for the file and begins to make it."""
        if self.out.run is not None:
            return
        self._take_up()
        target = self._ways.target(chosen.fitting(self._choices).format)
        if target is None:
            return
        self._when_planned = None
        self._ways.remember(self._choices)
        subject = self._ways.subject()
        options = msgspec.structs.replace(
            chosen.options(self._choices, subject, self._ways.today()),
            replace_numbered=target == self._replaceable,
        )
        self._target, self._replaceable = target, Path()
        self._show_working(self._around.words.say("export.progress", name=target.name))
        self.out.export(subject.document, target, options)

    def print(self) -> None:
        """Asks for the printer and prints the pages, once they are planned."""
        from cjmapper.ui.panels.poster.printing import has_printer

        if self.out.run is not None:
            return
        if not has_printer():
            self.foot.show_failure(self._around.words.say("poster_panel.no_printer"))
            return
        self._take_up()
        self._when_planned = self._print
        self._order()

    def stop(self) -> None:
        """Stops what is under way, or closes the panel."""
        if self.out.run is None:
            self.close()
        else:
            self.out.stop()

    def end(self) -> None:
        """Ends all that works for the panel, and waits until it has."""
        self._leave()
        self.out.wait()
        self._bench.end()

    def _leave(self) -> None:
        """Tells all that works for the panel to end; a step that takes long holds nobody up."""
        self._soon.stop()
        self._when_planned = None
        self.out.stop()
        self._bench.leave()

    def _tell_failure(self, error: object, name: str) -> None:
        """Here too: what the window says of it may be covered."""
        self._failed = (error if isinstance(error, CjmapperError) else None, name)
        if self._failed[0] is not None and self._failed[0].code == "numbered_exist":
            self._replaceable = self._target  # It was told: to the same name again means yes.
        self._show_failure()

    def _show_failure(self) -> None:
        words = self._around.words
        if self._failed is not None:
            error, name = self._failed
            reason = words.say("notice.crash") if error is None else words.error(error)
            self.foot.show_failure(words.say("notice.can_not_export", name=name, reason=reason))

    def _be_free(self) -> None:
        """What was under way is over; what was changed meanwhile is planned and shown now."""
        self._show_working("")
        if self._is_outdated:
            self._build()
        elif self.isVisible():
            self._soon.start()

    def _print(self, planned: Planned) -> None:
        from cjmapper.ui.panels.poster.printing import asked_for, chosen_printer, lacking_paper

        if not planned.printed:
            return
        name = self._subject.document.title or planned.leaves[0].map_title
        printer = chosen_printer(self, name, planned.printed)
        if printer is None:
            return
        pages = asked_for(printer, planned.printed)
        lacking = lacking_paper(printer, pages)
        if lacking is not None:
            self.foot.show_lacking(printer.printerName(), lacking)
            return
        self._ways.remember(self._choices)
        self._show_working(self._around.words.say("poster_panel.printing"))
        self.out.print(printer, pages, self._metrics)

    def _take_up(self) -> None:
        """What is being written is part of it."""
        self.setFocus()
        self._ways.settle()
        self._subject = self._ways.subject()

    # What is planned and shown

    def _choose(self) -> None:
        """Other choices: soon there is another plan."""
        self._explain()
        self._soon.start()

    def _chosen(self) -> None:
        self._choices = self.options.choices
        self._failed = self._when_planned = None
        self.foot.show_failure("")
        self._choose()

    def _order(self) -> None:
        """Has the choices planned; later where something is under way, which it would slow down."""
        self._soon.stop()
        if self.out.run is not None:
            return
        if self._is_text_page:
            self._planned = None
            self.leaves.show_planned(None, self._around.words.say("poster_panel.text_page"))
            self._show_findings()
            return
        self._number += 1
        subject = self._subject
        options = chosen.options(self._choices, subject, self._ways.today())
        ids = chosen.map_ids(self._choices, subject)
        order = Order(number=self._number, document=subject.document, map_ids=ids, options=options)
        self._bench.order(order)

    def _take_plan(self, planned: Planned) -> None:
        if self._is_text_page:
            return
        self._planned = planned
        words = self._around.words
        error = "" if planned.error is None else words.error(planned.error)
        self.leaves.show_planned(planned, error)
        self._explain()
        self._show_findings()
        waiting = self._when_planned
        if waiting is not None and planned.order.number == self._number:
            self._when_planned = None
            waiting(planned)

    def _take_picture(self, pictured: Pictured) -> None:
        self.leaves.take(pictured)

    def _explain(self) -> None:
        planned = self._planned
        page = planned.leaves[0].size if planned is not None and planned.leaves else None
        self.options.explain(self._subject, page)
        self.options.show_room(for_notes=planned is None or planned.has_notes)
        self.foot.print.setDisabled(self._is_text_page or self.out.run is not None)

    def _show_findings(self) -> None:
        planned, words = self._planned, self._around.words
        if planned is None or planned.error is not None:
            self.findings.show_lines((), "")
            self.findings.setVisible(False)
            self.foot.show_levels("")
            return
        from cjmapper.ui.panels.poster import saying  # the planner has loaded what it needs

        lines = saying.lines(planned, words)
        self.leaves.preview.marks.sentences = {
            number: line.sentence for number, line in enumerate(lines)
        }
        self.findings.setVisible(self._choices.kind is ExportKind.POSTER)
        self.findings.show_lines(lines, words.say("poster_panel.fine"), fine=True)
        self.foot.show_levels(saying.levels(planned, words))

    def _lead(self, number: int) -> None:
        """From a finding to its place."""
        planned = self._planned
        if planned is None or number >= len(planned.found):
            return
        leaf = planned.found[number].leaf
        if leaf is None:
            return
        places = [spot for spot in planned.leaves[leaf].spots if spot.finding == number]
        self.leaves.show_place(leaf, places[0].rects[0] if places else None)
        self._light(number)

    def _light(self, number: int) -> None:
        lit = number if number >= 0 else None
        self.findings.light(lit)
        self.leaves.preview.marks.lit = lit
        self.leaves.preview.viewport().update()

    def _mend(self, number: int, which: int) -> None:
        planned = self._planned
        if planned is None:
            return
        found = planned.found[number]
        mend = found.finding.mends[which]
        settings = mend.settings
        if settings is None:
            self._ways.mend(mend, found.map_id)
            return
        self._choices = msgspec.structs.replace(self._choices, poster=settings)
        self.options.show_choices(self._choices)
        self._choose()

    def _show_working(self, sentence: str) -> None:
        if sentence:
            self._failed = None
        self.foot.show_working(sentence)
        self.options.setDisabled(bool(sentence))
        self.findings.setDisabled(bool(sentence))

    # What it is made of

    def _build(self) -> None:
        """Makes the panel anew, in the language and look in force; not while it is working."""
        self._is_outdated = self.out.run is not None
        if self._is_outdated:
            return
        emptied(self._column)
        self.setWindowTitle(self._around.words.say("poster_panel.title"))
        body = Body(self._around, self._choices)
        self._column.addWidget(body)
        self.leaves, self.options = body.leaves, body.options
        self.findings, self.foot = body.findings, body.foot
        self.options.show_many(len(self._subject.document.maps) > 1)
        self._connect()
        self._show_failure()
        if self._planned is not None:
            self._take_plan(self._planned)
        if self.isVisible():
            self._soon.start()

    def _connect(self) -> None:
        self.options.changed.connect(self._chosen)
        self.leaves.wished.connect(self._wish)
        self.leaves.preview.pointed.connect(self._lead)
        self.leaves.preview.hovered.connect(self.findings.light)
        self.findings.led.connect(self._lead)
        self.findings.hovered.connect(self._light)
        self.findings.mended.connect(self._mend)
        self.foot.stop.clicked.connect(self.stop)
        self.foot.print.clicked.connect(self.print)
        self.foot.export.clicked.connect(self.start)

    def _wish(self, wishes: object) -> None:
        if isinstance(wishes, tuple):
            self._bench.wish(wishes)

    def _fit_screen(self) -> None:
        px = self._around.look.px
        room = self.screen().availableSize() * _SHARE
        self.setMinimumSize(_LEAST.boundedTo(room))
        self.resize(QSize(px(_SIZE.width()), px(_SIZE.height())).boundedTo(room))

    # Hands

    @guard
    def showEvent(self, event: QShowEvent) -> None:
        """What plans and paints begins to work."""
        super().showEvent(event)
        self._bench.begin()
        self._soon.start()

    @guard
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing stops what is under way."""
        self._leave()
        event.accept()

    @guard
    def reject(self) -> None:
        """Esc stops what is under way, else closes."""
        self.stop()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field only settles what was typed there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)
