"""New, open, save and close: what happens to files, told in notices, never lost in silence."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from cjmapper.editor.session import Session
from cjmapper.errors import CjmapperError
from cjmapper.storage.codec import Loaded
from cjmapper.storage.templates import template
from cjmapper.ui.dialogs.files import SUFFIX
from cjmapper.ui.dialogs.questions import Questions
from cjmapper.ui.dialogs.unsaved import Answer
from cjmapper.ui.open_file import OpenFile
from cjmapper.ui.parts.keeper import SettingsKeeper
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.words.notices import OF_FILES

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Desk(QObject):
    """Takes documents up and puts them away.

    `taken_up` comes when another one is open, `filed` when it was saved; `said` carries a sentence
    and whether it tells of something that went wrong.
    """

    taken_up = Signal()
    filed = Signal()
    said = Signal(str, bool)

    def __init__(
        self,
        session: Session,
        around: Surroundings,
        keeper: SettingsKeeper,
        today: Callable[[], dt.date],
        questions: Questions,
    ) -> None:
        super().__init__()
        self.file = OpenFile(session, today)
        self._session = session
        self._around = around
        self._keeper = keeper
        self._today = today
        self._questions = questions

    @property
    def name(self) -> str:
        """What the open document is called."""
        words, poster = self._around.words, self.file.poster
        if poster is not None:
            return words.say("window.from_poster", name=poster.stem, kind=self.file.poster_kind)
        return self.file.name or words.say("window.untitled_document")

    def begin(self, template_name: str) -> None:
        """Takes up a new document from a template, in the language of the window."""
        words = self._around.words
        made = template(template_name, words.language, self._session.new_id, self._today())
        self.file.begin(made)
        self._session.select((self._session.journey.phases[0].id,))
        self.taken_up.emit()

    def take_up(self, path: Path, *, as_new: bool = False) -> bool:
        """Opens a file; where that fails, a notice says why and nothing has changed."""
        try:
            loaded = self.file.open(path, as_new=as_new)
        except CjmapperError as error:
            self._complain("notice.can_not_open", path.name, error)
            return False
        if not as_new:
            self._keeper.remember(str(path))
        self.taken_up.emit()
        self._tell_of(loaded)
        return True

    def open_what(self, parent: QWidget) -> Path | None:
        """Lets a person choose a file to open."""
        return self._questions.open_what(parent, self._around.words, self._folder())

    def save(self, parent: QWidget) -> bool:
        """Saves where the document stands; asks where it stands nowhere yet."""
        if self.file.path is None or self.file.read_only:
            return self.save_as(parent)
        return self._write(self.file.path)

    def save_as(self, parent: QWidget) -> bool:
        """Lets a person choose where to save."""
        proposed = self.file.path or self._folder() / f"{self._file_stem()}{SUFFIX}"
        chosen = self._questions.save_where(parent, self._around.words, proposed)
        return chosen is not None and self._write(chosen)

    def may_put_away(self, parent: QWidget) -> bool:
        """Whether the open document may give way; asks where changes would be lost."""
        if not self.file.has_changes:
            return True
        match self._questions.keep_changes(parent, self._around.words, self.name):
            case Answer.SAVE:
                return self.save(parent)
            case Answer.DISCARD:
                return True
            case Answer.CANCEL:
                return False

    def export_target(self, parent: QWidget, suffix: str) -> Path | None:
        """Lets a person choose where an export goes."""
        kept = Path(self._keeper.settings.export_folder or ".")
        folder = kept if kept.is_absolute() and kept.is_dir() else self._folder()
        return self._questions.export_where(
            parent, self._around.words, folder / f"{self._file_stem()}.{suffix}", suffix
        )

    def exported(self, path: Path) -> None:
        """An export went there: the next one is offered the same folder."""
        self._keeper.change(export_folder=str(path.parent))

    def _write(self, path: Path) -> bool:
        try:
            self.file.save(path)
        except CjmapperError as error:
            self._complain("notice.can_not_save", path.name, error)
            return False
        self._keeper.remember(str(path))
        self.filed.emit()
        return True

    def _folder(self) -> Path:
        if (held := self.file.path or self.file.poster) is not None:
            return held.parent
        known = [Path(name).parent for name in self._keeper.settings.recent_files]
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        own = Path(QStandardPaths.writableLocation(documents) or str(Path.home()))
        return next((folder for folder in (*known, own) if folder.is_dir()), Path.home())

    def _file_stem(self) -> str:
        """What a file of the open document would be called: as it is, or after its title."""
        if (held := self.file.path or self.file.poster) is not None:
            return held.stem
        title = self.file.name or self._session.journey.title or self.name
        return _UNFIT.sub(" ", title).strip(" .")[:80].strip() or "map"

    def _tell_of(self, loaded: Loaded) -> None:
        say = self._around.words.say
        said = [
            say(OF_FILES[notice.code], **notice.values)
            for notice in loaded.notices
            if notice.code in OF_FILES
        ]
        if self.file.poster is not None:
            said.insert(0, say("notice.from_poster", name=self.file.poster.name))
        if said:
            self.said.emit(" ".join(said), False)

    def _complain(self, code: str, name: str, error: CjmapperError) -> None:
        words = self._around.words
        self.said.emit(words.say(code, name=name, reason=words.error(error)), True)
