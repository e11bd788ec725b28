"""What comes to the window from elsewhere and what goes there: dropped files, pictures, tables.

Nothing is read before it is let go, pictures are read in a thread, and what each becomes on the
map is decided in the editor.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from cjmapper.editor import names, pasting, picture_places
from cjmapper.editor.picture_places import NewPicture, PicturePlace
from cjmapper.errors import CjmapperError, EditError, FileError
from cjmapper.exchange.html_tables import table_in
from cjmapper.exchange.text_files import table_in_file
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.text_table import MOST_CELLS, MOST_CHARACTERS
from cjmapper.storage.files import read_bytes
from cjmapper.ui.canvas import keys
from cjmapper.ui.guard import guard
from cjmapper.ui.panels.busy import Busy
from cjmapper.ui.panels.drop_veil import DropVeil
from cjmapper.ui.parts.dropped_files import (
    MOST_FILES,
    FileUse,
    files_in,
    left_out,
    may_hold_map,
    picture_files,
    use_of,
)
from cjmapper.ui.parts.picture_reading import PictureSource, RefusedPicture
from cjmapper.ui.parts.picture_run import PictureRun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from cjmapper.errors import Value
    from cjmapper.model.text_table import TextTable
    from cjmapper.ui.main_window import MainWindow

_HELD = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_WITHOUT_WORDS: dict[type, str] = {
    d.Card: "choice.card_without_text",
    d.Lane: "menu.untitled_lane",
    d.Phase: "menu.untitled_phase",
}
_MOST_BYTES = 4 * MOST_CHARACTERS


class _Lot(NamedTuple):
    """Pictures that were let go together, and where."""

    sources: tuple[PictureSource, ...]
    place: PicturePlace


class Outside(QObject):
    """Watches what is dropped on a window, and carries out its commands on pictures."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = window.work.canvas
        look = window.place.around.look
        self.veil = DropVeil(look, window.pages)
        self.busy = Busy(look, window.pages)
        self.run: PictureRun | None = None
        self._lots: deque[_Lot] = deque()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    # Commands

    def paste_pictures(self) -> None:
        """The pictures on the clipboard, onto what is selected."""
        clipboard = QGuiApplication.clipboard()
        carried: QMimeData | None = clipboard.mimeData()
        files: list[Path] = [] if carried is None else picture_files(carried)
        self.add_pictures(files or [clipboard.image()])
        self._tell_left_out(carried)

    def insert_picture(self) -> None:
        """Pictures that a person chooses, onto what is selected."""
        place, window = self._window.place, self._window
        self.add_pictures(place.questions.pictures_what(window, place.around.words))

    def add_pictures(
        self, sources: Sequence[PictureSource], place: PicturePlace | None = None
    ) -> None:
        """Reads pictures and puts them there once all are read; one lot after the other."""
        if sources:
            to = place or picture_places.place_of_selection(self._window.editor)
            self._lots.append(_Lot(tuple(sources), to))
            if self.run is None:
                self._read_next()

    def copy_picture(self, what: str) -> None:
        """The map, phase, curve or selection as a picture on the clipboard."""
        self._window.editor.show_pasted(None)
        if self._window.slides.copy(what):
            self._window.notices.say(self._say("notice.copied_picture"))

    def stop(self) -> None:
        """Reads no further; the window goes."""
        self._lots.clear()
        if self.run is not None:
            self.run.stop()
            self.run.wait()
            self.run = None

    def _read_next(self) -> None:
        """Begins with the first lot that waits; it waits on until it is put on the map."""
        if not self._lots:
            return
        sources = self._lots[0].sources
        self.busy.begin(self._say("drop.busy", n=len(sources)))
        self.run = PictureRun(sources, self)
        self.run.made.connect(self._made)
        self.run.start()

    def _made(self, found: object) -> None:
        self.busy.end()
        run, self.run = self.run, None
        if run is not None:
            run.wait()
            run.deleteLater()
        lot = self._lots.popleft() if self._lots else None
        self._read_next()
        if isinstance(found, list) and lot is not None and not self._window.is_at_start:
            self._add(found, lot.place)

    def _add(self, found: Sequence[object], place: PicturePlace) -> None:
        pictures = [one for one in found if isinstance(one, NewPicture)]
        refused = [one for one in found if isinstance(one, RefusedPicture)]
        editor = self._window.editor
        editor.settle()
        if pictures and queries.step(editor.journey, place.step) is not None:
            picture_places.add_pictures(editor, place, pictures)
        if refused:
            self._tell_refused(refused)

    def _tell_refused(self, refused: Sequence[RefusedPicture]) -> None:
        one = refused[0]
        reason = self._say(f"errors.{one.code}", **one.values)
        if len(refused) == 1:
            said = self._not_added(one.name, reason)
        else:
            said = self._say("notice.not_added_many", n=len(refused), reason=reason)
        self._window.notices.say(said, error=True)

    def _tell_left_out(self, carried: QMimeData | None) -> None:
        count = 0 if carried is None else left_out(carried)
        if count:
            said = self._say("notice.files_left_out", n=count, limit=MOST_FILES)
            self._window.notices.say(said, error=True)

    def _not_added(self, name: str, reason: str) -> str:
        if not name:
            return self._say("notice.nothing_added", reason=reason)
        return self._say("notice.not_added", name=names.short(name), reason=reason)

    # What is held over the window, and let go

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drags from elsewhere; all other events go on."""
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
            return True
        if not isinstance(event, QDropEvent):
            return False
        is_drop = event.type() == QEvent.Type.Drop
        if not is_drop and event.type() not in _HELD:
            return False
        takes = self._drop(event) if is_drop else self._show(event)
        if takes:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        return True

    def _show(self, event: QDropEvent) -> bool:
        use, names_ = self._use_of(event.mimeData())
        place = self._place_at(event.position())
        if not self._takes(use, place):
            self.veil.hide()
            return False
        own_place = place is not None and use in (FileUse.PICTURE, FileUse.TEXT)
        target = self._rect(place) if own_place and place is not None else None
        self.veil.show_target(self._told(use, names_, place), target)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.veil.hide()
        carried = event.mimeData()
        use, found = self._use_of(carried)
        place = self._place_at(event.position())
        if not self._takes(use, place):
            return False
        self._window.editor.settle()
        match use:
            case FileUse.MAP:
                QTimer.singleShot(0, self, lambda: self._window.errands.open(found[0]))
            case FileUse.PICTURE:
                self.add_pictures(picture_files(carried) or [_image_of(carried)], place)
                self._tell_left_out(carried)
            case FileUse.SHEET:
                self._window.notices.say(self._say("notice.spreadsheet_file"), error=True)
            case _:
                self._paste(carried, found, place)
        return True

    def _use_of(self, carried: QMimeData) -> tuple[FileUse, list[Path]]:
        """What is carried is good for here, and the files of that use."""
        use, found = _use_of(carried)
        if use is FileUse.PICTURE and self._window.is_at_start:
            posters = [path for path in found if may_hold_map(path)]
            return (FileUse.MAP, posters) if posters else (use, found)
        return use, found

    def _takes(self, use: FileUse, place: PicturePlace | None) -> bool:
        if use is FileUse.NOTHING:
            return False
        if use is FileUse.PICTURE:
            return place is not None and not self._window.editor.read_only
        return True

    def _paste(self, carried: QMimeData, files: Sequence[Path], place: PicturePlace | None) -> None:
        window = self._window
        name = files[0].name if files else ""
        try:
            table = _table_of(carried, files)
        except CjmapperError as error:
            reason = self._say(f"errors.{error.code}", **error.values)
            window.notices.say(self._not_added(name, reason), error=True)
            return
        if table is None:
            return
        if window.is_at_start:
            window.errands.begin("blank")
        elif place is not None and place.cell is not None:
            window.editor.select_cell(place.cell)
        pasting.paste_table(window.editor, table)
        if len(files) > 1:
            window.notices.say(self._say("notice.one_file", name=names.short(name)))

    # Where and what

    def _place_at(self, position: QPointF) -> PicturePlace | None:
        """The place on the map under a place of the window; None beside the map."""
        window, port = self._window, self._canvas.viewport()
        if window.is_at_start:
            return None
        local = port.mapFrom(window, position.toPoint())
        if not port.rect().contains(local):
            return None
        point = self._canvas.view.to_map(keys.point_of(QPointF(local)))
        return picture_places.place_at(window.editor.layout, point)

    def _rect(self, place: PicturePlace) -> QRectF:
        seen = self._canvas.view.rect(picture_places.rect_of(self._window.editor.layout, place))
        corner = self._canvas.viewport().mapTo(self._window.pages, QPointF(seen.x, seen.y))
        return QRectF(corner.x(), corner.y(), seen.width, seen.height)

    def _told(self, use: FileUse, listed: Sequence[Path], place: PicturePlace | None) -> str:
        journey = self._window.session.journey
        name = listed[0].name if listed else ""
        if use is FileUse.PICTURE and place is not None:
            if place.card is not None:
                return self._say("drop.on_card", name=self._called(place.card))
            if place.cell is not None:
                lane = self._called(place.cell[0])
                return self._say("drop.in_cell", n=max(1, len(listed)), lane=lane)
            phase = queries.phase_of_step(journey, place.step)
            if phase is not None and not names.thing_name(journey, place.step):
                return self._say("drop.in_phase", name=self._called(phase.id))
            return self._say("drop.on_step", name=self._called(place.step))
        if use is FileUse.SHEET:
            return self._say("drop.refused")
        return self._say("drop.open" if use is FileUse.MAP else "drop.paste", name=name)

    def _called(self, name: str) -> str:
        """The words on a thing, or that it has none."""
        journey = self._window.session.journey
        found = names.thing_name(journey, name)
        return found or self._say(_WITHOUT_WORDS[type(queries.part(journey, name))])

    def _say(self, code: str, **values: Value) -> str:
        return self._window.place.around.words.say(code, **values)


def _use_of(carried: QMimeData) -> tuple[FileUse, list[Path]]:
    """What is carried is good for, and the files of that use."""
    files = files_in(carried)
    for use in (FileUse.MAP, FileUse.PICTURE, FileUse.TEXT, FileUse.SHEET):
        found = [path for path in files if use_of(path) is use]
        if found:
            return use, found
    if files:
        return FileUse.NOTHING, files
    if carried.hasImage():
        return FileUse.PICTURE, []
    return (FileUse.TEXT if carried.hasText() else FileUse.NOTHING), []


def _image_of(carried: QMimeData) -> QImage:
    """The picture that is carried itself; an empty one where it can't be read."""
    found = carried.imageData()
    return found if isinstance(found, QImage) else QImage()


def _table_of(carried: QMimeData, files: Sequence[Path]) -> TextTable | None:
    found = [path for path in files if use_of(path) is FileUse.TEXT]
    if not found:
        html = table_in(carried.html()) if carried.hasHtml() else None
        return html or pasting.table_in(carried.text())
    try:
        content = read_bytes(found[0], _MOST_BYTES)
    except FileError as error:
        if error.code == "too_large":
            raise EditError("table_too_large", limit=MOST_CELLS) from error
        raise
    return table_in_file(content, found[0].suffix.lower())
