"""`python -m cjmapper`: the command line, and the window when no command is named."""

import io
import os
import sys
from pathlib import Path
from typing import TextIO

from cjmapper import cli


def main() -> int:
    """Run the program with the arguments it was started with; return the exit code."""
    return cli.main(
        sys.argv[1:], _stream(sys.stdout), _stream(sys.stderr), open_window=_open_window
    )


def _open_window(path: Path | None) -> int:
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
