"""The files that commands read and write: refused with their name."""

from pathlib import Path
from typing import TYPE_CHECKING

from cjmapper.cli.terminal import Terminal
from cjmapper.errors import ArgumentsError, CjmapperError

if TYPE_CHECKING:
    from cjmapper.storage.codec import Loaded

MAP_ENDING = ".cjmap"


class RefusedFileError(Exception):
    """A file was refused; `error` says why."""

    def __init__(self, path: Path, error: CjmapperError) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


def read(path: Path, terminal: Terminal) -> "Loaded":
    """The map in a file, or in a poster that carries it; what is worth saying of it is said.

    Raises:
        RefusedFileError: it can't be read.
    """
    from cjmapper.exchange.posters import open_map

    try:
        loaded = open_map(path).loaded
    except CjmapperError as error:
        raise RefusedFileError(path, error) from error
    terminal.notice((notice.code, notice.values) for notice in loaded.notices)
    return loaded


def with_ending(target: Path, endings: tuple[str, ...]) -> Path:
    """The path; raises ArgumentsError where its name ends otherwise."""
    if target.suffix.lower() not in endings:
        raise ArgumentsError("ending_wrong", name=str(target), choices=", ".join(endings))
    return target
