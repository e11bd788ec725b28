"""System calls that fail on purpose, for the tests of saving."""

import errno
import os
from typing import Any

import pytest

TARGETS = (
    ("open", errno.EACCES, "no_permission"),
    ("open", errno.EROFS, "read_only"),
    ("open", errno.ENOSPC, "disk_full"),
    ("open", errno.ENAMETOOLONG, "name_too_long"),
    ("open", errno.ENOENT, "folder_missing"),
    ("write", errno.ENOSPC, "disk_full"),
    ("write", errno.EDQUOT, "disk_full"),
    ("write", errno.EIO, "file_io"),
    ("fchmod", errno.EPERM, "no_permission"),
    ("fsync", errno.ENOSPC, "disk_full"),
    ("fsync", errno.EIO, "file_io"),
    ("close", errno.ESTALE, "file_io"),
    ("replace", errno.ENOSPC, "disk_full"),
    ("replace", errno.EROFS, "read_only"),
    ("replace", errno.EACCES, "no_permission"),
    ("replace", errno.EIO, "file_io"),
)
"""A call, the number it fails with, and the code that must come of it."""


def fail(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    """Let every call of `os.<name>` fail; one that closes, only after it has closed."""
    real: Any = getattr(os, name)

    def failing(*args: Any, **kwargs: Any) -> Any:
        if name == "close":
            real(*args, **kwargs)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, failing)


def write_little(monkeypatch: pytest.MonkeyPatch, until: int | None = None) -> None:
    """Let `os.write` take seven bytes at a time, and nothing after `until` bytes."""
    real = os.write
    taken = 0

    def little(descriptor: int, content: Any) -> int:
        nonlocal taken
        room = 7 if until is None else min(7, until - taken)
        if room <= 0:
            return 0
        written = real(descriptor, bytes(content[:room]))
        taken += written
        return written

    monkeypatch.setattr(os, "write", little)
