"""`python -m cjmapper`: the command line, and the window when no command is named."""

import builtins
import gc
import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from cjmapper.errors import CjmapperError

_MAP = ".cjmap"


def main() -> int:
    """Run the program with the arguments it was started with; return the exit code.

    Where they name a map and nothing else, the command line is not even imported.
    """
    arguments = sys.argv[1:]
    output, trouble = _stream(sys.stdout), _stream(sys.stderr)
    open_window: Callable[[Path | None], int] = _open_window
    if _are_a_map(arguments):
        try:
            return _open_window(Path(arguments[0]))
        except (CjmapperError, KeyboardInterrupt, BrokenPipeError) as error:
            open_window = _raising(error)
    from cjmapper import cli

    return cli.main(arguments, output, trouble, open_window=open_window)


def _are_a_map(arguments: list[str]) -> bool:
    """Whether they are one file by its name, which the command line would open all the same."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    return Path(arguments[0]).suffix == _MAP


def _raising(error: BaseException) -> Callable[[Path | None], int]:
    """Hands what went wrong to the command line, which has the words for it."""

    def raise_again(_path: Path | None) -> int:
        raise error

    return raise_again


_BELOW_QT = (
    "cjmapper.drawing.compose",
    "cjmapper.editor.actions",
    "cjmapper.settings",
    "cjmapper.storage.files",
    "cjmapper.storage.templates",
    "cjmapper.words.catalog",
)


def import_what_needs_no_qt() -> None:
    """Imports the rooms below the window before Qt, and lets no search for rubbish interrupt.

    What is imported after Qt takes longer. The search is on again when the window is shown
    (`cjmapper.app`).
    """
    gc.disable()
    for name in _BELOW_QT:
        import_module(name)


def import_qt() -> None:
    """Imports Qt, and puts Python's own way of importing back in its place.

    Qt's reads the source of what is imported after it for a switch (`__feature__`) that nothing
    here has; for the modules of the window that takes a fourth of their time.
    """
    plain = builtins.__import__
    import_module("PySide6.QtWidgets")
    builtins.__import__ = plain


def _open_window(path: Path | None) -> int:
    import_what_needs_no_qt()
    import_qt()
    from cjmapper.app import run_window

    return run_window(path)


def _stream(stream: TextIO | None) -> TextIO:
    if stream is None:  # a window program on Windows has none
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return stream


if __name__ == "__main__":
    sys.exit(main())
