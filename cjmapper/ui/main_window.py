"""The window: puts the parts beside each other and passes on what they tell. It decides nothing."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from cjmapper.editor.editor import Editor, EditorOptions
from cjmapper.editor.feedback import Notice
from cjmapper.editor.session import Change, ChangeKind, Session
from cjmapper.errors import CjmapperError
from cjmapper.model.ids import IdSource
from cjmapper.storage.templates import template
from cjmapper.ui.choice_menus import ChoiceMenus
from cjmapper.ui.commands import Commands
from cjmapper.ui.desk import Desk
from cjmapper.ui.dialogs.questions import Questions
from cjmapper.ui.errands import Errands
from cjmapper.ui.guard import guard
from cjmapper.ui.later_parts import LaterParts
from cjmapper.ui.look.appearance import Theme
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.ui.open_file import examples
from cjmapper.ui.panels.bottom_bar import BottomBar
from cjmapper.ui.panels.notices import Notices
from cjmapper.ui.panels.top_bar import SavedState, TopBar
from cjmapper.ui.parts.areas import Areas
from cjmapper.ui.parts.focus_ring import FocusRing
from cjmapper.ui.parts.keeper import SettingsKeeper
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.system_clipboard import SystemClipboard
from cjmapper.ui.parts.worded import worded
from cjmapper.ui.work_area import WorkArea
from cjmapper.words.catalog import Words

if TYPE_CHECKING:
    from cjmapper.ui.outside import Outside

_FIRST_SIZE = QSize(1366, 768)
_LEAST_SIZE = QSize(900, 560)
_SHARE = 0.85


class Workplace(NamedTuple):
    """What a window is given: words and look, settings, pictures, ids, clocks, questions."""

    around: Surroundings
    keeper: SettingsKeeper
    pictures: MapPictures
    ids: IdSource
    clock: Callable[[], float]
    today: Callable[[], dt.date]
    questions: Questions = Questions()


class MainWindow(LaterParts):
    """One window with one document, or the start screen (`show_start`).

    `crashed` may come from any thread; what it brings about happens in the window's own.
    """

    crashed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.is_at_start = True
        self._around = place.around
        words, around = place.around.words, place.around
        blank = template("blank", words.language, place.ids, place.today())
        self.session = Session(blank, ids=place.ids, clock=place.clock)
        options = EditorOptions(
            place.pictures.typesetter,
            SystemClipboard(lambda: self.slides.of_selection()),  # noqa: PLW0108 — made later
            self._notice,
            ask=self._asked,
            announce=lambda said: self.work.canvas.speech.say(said),  # noqa: PLW0108 — made later
            worded=lambda said: worded(around.words, said),
        )
        self.editor = Editor(self.session, place.pictures.lay_out, options)
        self.desk = Desk(self.session, around, place.keeper, place.today, place.questions)
        self.desk.setParent(self)  # what is connected to it goes with the window
        self.commands = Commands(around, self.editor, self)
        self.choices = ChoiceMenus(around, place.keeper, self)
        self.work = WorkArea(around, self.editor, place.pictures.cache)
        self._build()
        self.errands = Errands(self)
        self._connect()
        self._restore()

    @cached_property
    def outside(self) -> "Outside":
        """What comes from elsewhere and goes there."""
        from cjmapper.ui.outside import Outside

        return Outside(self)

    @property
    def notices(self) -> Notices:
        """Where notices are shown now."""
        return self.start_notices if self.is_at_start else self.work.notices

    def show_start(self) -> None:
        """Shows the start screen; what was open is put away."""
        recent = [Path(name) for name in self.place.keeper.settings.recent_files]
        self.start.offer(self._examples(), recent)
        self.is_at_start = True
        self.pages.setCurrentWidget(self.start)
        self._show_page()
        self.start.focus_first()

    def show_map(self) -> None:
        """Shows the document that was taken up."""
        self.editor.read_only = self.desk.file.read_only
        self.work.inspector.show_read_only(self.desk.file.read_only)
        self.is_at_start = False
        self.pages.setCurrentWidget(self.work)
        self._show_page()
        self.bring_up_to_date()
        self.work.canvas.setFocus()
        self.work.open_view()

    def bring_up_to_date(self) -> None:
        """Shows what is true of the document: its names, its state, whether it is saved."""
        words, session, file = self._around.words, self.session, self.desk.file
        bar = self.bar
        bar.title.setText(self.desk.name)
        named = [
            (journey.id, journey.title or words.say("window.untitled"))
            for journey in session.shown.maps
        ]
        bar.map_button.offer(named, session.map_id, self.errands.map_actions(), self.desk.name)
        bar.state_pill.setText(words.label(session.journey.state))
        bar.state_pill.updateGeometry()
        state = SavedState.NOT_SAVED if file.has_changes else SavedState.SAVED
        if file.path is None and not session.is_dirty:
            state = SavedState.NOT_SAVED
        bar.show_saved(SavedState.READ_ONLY if file.read_only else state)
        self.setWindowModified(file.has_changes and not self.is_at_start)
        shown = self.desk.name.replace("[*]", "[*][*]")
        name = words.say("window.title", name=f"{shown}[*]")
        self.setWindowTitle("CJMapper" if self.is_at_start else name)
        self.commands.bring_up_to_date()

    def complain(self, code: str, name: str, error: CjmapperError) -> None:
        """Says that something could not be done, and why."""
        words = self._around.words
        self.notices.say(words.say(code, name=name, reason=words.error(error)), error=True)

    def tell_of_crash(self) -> None:
        """Says that something went wrong and that the map is still there."""
        say = self._around.words.say
        save = (say("action.save"), lambda: self.commands.run("save"))
        self.notices.say(say("notice.crash"), None if self.is_at_start else save, error=True)

    def open_up(self, room: QSize) -> None:
        """Shows itself in a screen with so much room: all over a small one, at ease on others."""
        fits = room.width() > _FIRST_SIZE.width() and room.height() > _FIRST_SIZE.height()
        if self.place.keeper.settings.window_geometry:
            self.show()
        elif fits:
            self.resize(_FIRST_SIZE.expandedTo(room * _SHARE))
            self.show()
        else:
            self.showMaximized()

    @guard
    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about changes before everything goes."""
        self.work.inspector.finish()
        self.editor.settle()
        if not self.is_at_start and not self.desk.may_put_away(self):
            event.ignore()
            return
        self.errands.stop_export()
        self.outside.stop()
        geometry = bytes(self.saveGeometry().data()).hex()
        self.place.keeper.change(window_geometry=geometry)
        event.accept()

    @guard
    def showEvent(self, event: QShowEvent) -> None:
        """From now on there is a surface whose keys can be watched, and pages are looked at."""
        super().showEvent(event)
        if self.is_at_start and not event.spontaneous():
            self.show_start()
        self.make_rest_soon()
        surface = self.windowHandle()
        if surface is not None:
            self.ring.watch(surface)

    # What it is put together from

    def _build(self) -> None:
        menus = QMenuBar()
        menus.setNativeMenuBar(False)
        self.menus = self.commands.fill(menus, self.choices.menus)
        self.bar = TopBar(self._around, menus)
        actions = self.commands.actions
        self.bar.bind(actions)
        self.bottom = BottomBar(self._around, actions, self.choices.menus["wheel"])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.work)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.pages, self.bottom):
            column.addWidget(part, 1 if part is self.pages else 0)
        self.setCentralWidget(whole)
        self.setMinimumSize(_LEAST_SIZE)
        self.ring = FocusRing(self, self._around.look)
        work = self.work
        self.areas = Areas(self, (work.tiles, work.canvas, work.inspector, self.bottom))
        self.areas.walked.connect(self.ring.show_from_now)

    def _connect(self) -> None:
        self.session.subscribe(self._told)
        self.crashed.connect(self.tell_of_crash)
        self.editor.listen(self._editor_told)
        self.commands.about_to_run.connect(self._settle)
        self.commands.wrote.connect(self.work.canvas.setFocus)
        self.desk.taken_up.connect(self.show_map)
        self.desk.filed.connect(self._filed)
        self.desk.said.connect(lambda text, error: self.notices.say(text, error=error))
        self.forget_asked.connect(self._forget)
        self.finding_changed.connect(self._show_hint)
        self.choices.opened.connect(self.errands.open)
        self.choices.example.connect(self.errands.open_example)
        self.choices.cleared.connect(self.place.keeper.forget)
        self.choices.option.connect(self.take_option)
        self.choices.offer_examples(self._examples)
        self.bar.map_button.chosen.connect(self.errands.show_map)
        self.bar.title.clicked.connect(lambda: self.errands.go_to_map_field("document_title"))
        self.bar.state_pill.clicked.connect(lambda: self.errands.go_to_map_field("state"))
        self.work.add_asked.connect(self.commands.run)
        self.work.inspector.refused.connect(self._refused)
        self.work.inspector.closed.connect(lambda: self.errands.run("inspector"))
        canvas = self.work.canvas
        canvas.zoomChanged.connect(self.bottom.show_zoom)
        canvas.handChanged.connect(self.commands.actions["hand"].setChecked)
        self._around.reworded.connect(self.reword)

    def reword(self) -> None:
        """Words what stands in the window itself in the language in force."""
        for name, menu in self.menus.items():
            menu.setTitle(self._around.words.say(f"menu.{name}"))
        self._show_hint()
        self.bring_up_to_date()

    def take_option(self, name: str, value: object) -> None:
        """Puts an option into force and keeps it."""
        self.place.keeper.change(**{name: value})
        match name:
            case "theme":
                self._around.look.choose(theme=Theme(str(value)))
            case "ui_size" if isinstance(value, int):
                self._around.look.choose(percent=value)
            case "language":
                self._around.speak(Words(str(value)))
            case "motion":
                self._around.look.motion.wanted = value != "off"
            case _:
                self.work.canvas.set_wheel_zooms(value == "zoom")

    def _forget(self, path: object) -> None:
        """Takes a file off the list of recent ones."""
        self.place.keeper.forget(str(path))
        self.show_start()

    def _examples(self) -> list[tuple[str, Path]]:
        return examples(self._around.words.language)

    def _restore(self) -> None:
        settings = self.place.keeper.settings
        self.resize(_FIRST_SIZE)
        if settings.window_geometry:
            self.restoreGeometry(QByteArray(bytes.fromhex(settings.window_geometry)))
        self.work.inspector.setVisible(settings.inspector_shown)
        self.commands.actions["inspector"].setChecked(settings.inspector_shown)
        self.work.canvas.set_wheel_zooms(settings.wheel == "zoom")
        self._around.look.motion.wanted = settings.motion != "off"
        self.reword()

    def _show_page(self) -> None:
        self.put_finding_away()
        self.bar.show_map_parts(not self.is_at_start)
        self.bottom.show_zoom_buttons(not self.is_at_start)
        self.commands.show_has_map(not self.is_at_start)
        self._show_hint()
        self.bring_up_to_date()

    def _show_hint(self) -> None:
        said = self.editor.feedback.hint
        code, values = ("hint.start", {}) if self.is_at_start else (said.code, said.values)
        if self.is_finding:
            code, values = "hint.finding", {}
        self.bottom.show_hint(self._around.words.say(code, **values))

    # What it is told

    def _filed(self) -> None:
        """What went wrong with the file before is no longer true."""
        self.notices.withdraw_error()
        self.bring_up_to_date()

    def _told(self, change: Change) -> None:
        match change.kind:
            case ChangeKind.PREVIEW:
                self.commands.show_undo_and_redo()
            case ChangeKind.SELECTION:
                pass
            case ChangeKind.DOCUMENT | ChangeKind.MAP:
                self.work.notices.withdraw_undo()
                self.bring_up_to_date()
                if change.kind is ChangeKind.MAP:
                    self.work.open_view()
            case ChangeKind.SAVED:
                self.bring_up_to_date()

    def _editor_told(self) -> None:
        self._show_hint()
        self.commands.show_undo_and_redo()
        self.work.show_state()

    def _asked(self, name: str) -> None:
        self.errands.run(name)

    def _settle(self) -> None:
        self.work.inspector.finish()

    def _refused(self, error: object) -> None:
        if isinstance(error, CjmapperError):
            self.notices.say(self._around.words.error(error), error=True)

    def _notice(self, notice: Notice) -> None:
        """Shows what the editor has to say, with Undo where that takes it back."""
        words = self._around.words
        sentence = words.say(notice.said.code, **notice.said.values)
        offer = notice.offer
        if offer is not None:
            word = words.say(offer.said.code, **offer.said.values)
            self.notices.say(sentence, (word, offer.run), for_ms=round(offer.seconds * 1000))
            return
        undo = (words.say("notice.undo"), lambda: self.commands.run("undo"))
        self.notices.say(sentence, undo if notice.undo else None, undoes=notice.undo)
