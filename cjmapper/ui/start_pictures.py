"""Pictures of maps for the start screen: of templates, as once worked with, and of files.

Nothing here raises: what has no picture is shown without one.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from cjmapper.drawing.theme import Theme
from cjmapper.errors import CjmapperError
from cjmapper.exchange.posters import open_map
from cjmapper.model.ids import IdSource
from cjmapper.storage.templates import template
from cjmapper.ui.lived_in import lived_in
from cjmapper.ui.map_pictures import MapPictures
from cjmapper.words.catalog import Words

_LARGEST = 1_000_000
"""Bytes: a larger file is not read only for its picture."""
_MOST_KEPT = 60
_CLOSER = 1.8
"""The picture of a file is small: what is on its left is enough to know it again."""


class StartPictures:
    """Paints them at a size and a device ratio, in a language and the colours in force."""

    def __init__(self, pictures: MapPictures, ids: IdSource, today: Callable[[], dt.date]) -> None:
        self._pictures = pictures
        self._ids = ids
        self._today = today
        self._of_files: dict[object, QPixmap] = {}

    @property
    def today(self) -> dt.date:
        """The day that «today» is."""
        return self._today()

    def of_template(
        self, name: str, language: str, size: QSize, ratio: float, theme: Theme
    ) -> QPixmap:
        """The map that a template makes, with something in it where it is not the blank one."""
        made = template(name, language, self._ids, self._today())
        if name != "blank":
            made = lived_in(made)
        return self._pictures.picture(made, size, ratio, theme)

    def of_file(self, path: Path, size: QSize, ratio: float, theme: Theme) -> QPixmap | None:
        """The first map of a file; None where it can't be read or is very large."""
        try:
            known = path.stat()
            if known.st_size > _LARGEST:
                return None
            key = (path, known.st_mtime_ns, size.width(), size.height(), ratio, theme.name)
            if key not in self._of_files:
                if len(self._of_files) >= _MOST_KEPT:
                    self._of_files.clear()
                document = open_map(path).loaded.document
                self._of_files[key] = self._pictures.picture(document, size, ratio, theme, _CLOSER)
        except (CjmapperError, OSError):
            return None
        return self._of_files[key]


def saved_when(path: Path, today: dt.date, words: Words) -> str | None:
    """When a file was saved last, as one says it; None where there is no such file."""
    try:
        saved = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone().date()
    except (OSError, OverflowError, ValueError):
        return None
    days = (today - saved).days
    if days in (0, 1):
        return words.say("start.saved_today" if days == 0 else "start.saved_yesterday")
    return words.date(saved)
