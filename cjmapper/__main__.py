"""`python -m cjmapper`: the command line, and the window when no command is named."""

import builtins
import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TextIO

from cjmapper import cli


def main() -> int:
    """Run the program with the arguments it was started with; return the exit code."""
    return cli.main(
        sys.argv[1:], _stream(sys.stdout), _stream(sys.stderr), open_window=_open_window
    )


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
