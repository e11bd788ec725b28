"""Which file the open document stands in, and writing it there. No widgets, no questions."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from cjmapper.editor.session import Session
from cjmapper.exchange.posters import open_map
from cjmapper.model.document import Document
from cjmapper.places import resource
from cjmapper.storage import files
from cjmapper.storage.codec import Loaded


class OpenFile:
    """The file behind a session."""

    def __init__(self, session: Session, today: Callable[[], dt.date]) -> None:
        self._session = session
        self._today = today
        self._hash: str | None = None
        self._baseline: Document | None = None
        self.path: Path | None = None
        self.poster: Path | None = None
        """The poster that the document came out of; it is never written to."""
        self.poster_kind = ""
        self.read_only = False

    @property
    def has_changes(self) -> bool:
        """Whether something would be lost if it were closed now."""
        return self._session.is_dirty and not self.read_only

    @property
    def name(self) -> str:
        """What to call it: the document's title, else the file's name; empty for neither."""
        title = self._session.document.title
        return title or ("" if self.path is None else self.path.stem)

    def begin(self, document: Document) -> None:
        """A new document that is in no file yet."""
        self.path, self._hash, self.read_only = None, None, False
        self.poster, self.poster_kind = None, ""
        self._baseline = document
        self._session.replace(document)

    def open(self, path: Path, *, as_new: bool = False) -> Loaded:
        """Opens a file; nothing has changed when it raises.

        `as_new` leaves the file alone, and so does a poster that carries its map.

        Raises:
            FileError: it can't be read.
            InvariantError: it breaks a rule of structure.
        """
        opened = open_map(path)
        loaded, from_poster = opened.loaded, bool(opened.poster)
        as_new = as_new or from_poster
        self.path = None if as_new else path
        self.poster, self.poster_kind = (path if from_poster else None), opened.poster
        self._hash = None if as_new else loaded.hash
        self.read_only = loaded.read_only
        self._baseline = loaded.document
        self._session.replace(loaded.document)
        return loaded

    def save(self, path: Path) -> None:
        """Writes the document; it stays unsaved when this raises.

        Raises:
            FileError: it could not be written, or was changed by others.
        """
        document = self._session.document
        expected = self._hash if path == self.path else None
        baseline = self._baseline if self.path is not None else None
        saved = files.save(
            path, document, expected_hash=expected, today=self._today(), baseline=baseline
        )
        self.path, self._hash, self._baseline = path, saved.hash, saved.document
        self.poster, self.poster_kind = None, ""
        self._session.mark_saved(document, saved.document)


def examples(language: str) -> list[tuple[str, Path]]:
    """The bundled examples, those in `language` first: the title of each and its file."""
    found = [
        (files.load(path).document, path) for path in sorted(resource("examples").glob("*.cjmap"))
    ]
    found.sort(key=lambda one: one[0].language != language)
    return [(document.title or path.stem, path) for document, path in found]
