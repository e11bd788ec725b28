"""The files in what is dropped or pasted, by what they are good for; none is opened here."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData

MOST_FILES = 200
"""So many are taken at a time."""


class FileUse(StrEnum):
    """What a file can be used for."""

    MAP = "map"
    PICTURE = "picture"
    TEXT = "text"
    SHEET = "sheet"
    NOTHING = "nothing"


_ENDINGS = {
    FileUse.MAP: (".cjmap", ".pdf", ".svg"),
    FileUse.PICTURE: (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"),
    FileUse.TEXT: (".txt", ".csv", ".tsv", ".md"),
    FileUse.SHEET: (".xlsx", ".xls", ".xlsm", ".ods"),
}
_ALSO_POSTERS = (".png",)
PICTURE_ENDINGS = _ENDINGS[FileUse.PICTURE]


def use_of(path: Path) -> FileUse:
    """What the ending of a file's name says that it is good for."""
    ending = path.suffix.lower()
    return next((use for use, endings in _ENDINGS.items() if ending in endings), FileUse.NOTHING)


def may_hold_map(path: Path) -> bool:
    """Whether a file can be opened as a map where no picture is wanted: a poster may carry one."""
    return use_of(path) is FileUse.MAP or path.suffix.lower() in _ALSO_POSTERS


def files_in(carried: QMimeData) -> list[Path]:
    """The files of this computer that are carried."""
    urls = carried.urls()[:MOST_FILES] if carried.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def left_out(carried: QMimeData) -> int:
    """How many files are carried beyond those that are taken."""
    return max(0, len(carried.urls()) - MOST_FILES) if carried.hasUrls() else 0


def picture_files(carried: QMimeData) -> list[Path]:
    """Those of them that are pictures by their names."""
    return [path for path in files_in(carried) if use_of(path) is FileUse.PICTURE]
