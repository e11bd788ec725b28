"""Bytes to disk so that at every moment either the old file or the whole new one is there.

A temporary file beside the target is written, flushed to the disk, read back and compared, then
put in the target's place. What a killed write of the same target left is swept away once it is
old. Knows nothing of what the bytes mean.
"""

import errno
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cjmapper.errors import FileError

TEMPORARY_SUFFIX = ".cjmtmp"
PRIVATE_MODE = 0o600

_LONGEST_STEM = 120
_RANDOM_BYTES = 6
_LEFT_BEHIND_S = 3600.0
"""A temporary file that has not been written to for so long belongs to nobody who still writes."""
_READ_SIZE = 1 << 20
_FULL_FSYNC = 51
_RETRIES_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)
_MORE_RETRIES_S = (0.64, 1.09)
_NO_DIRECTORY_FSYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})
_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EISDIR: "is_folder",
    errno.ENOTEMPTY: "is_folder",
}


def write_atomically(
    path: Path, content: bytes | Iterable[bytes], before_replace: Callable[[], None] | None = None
) -> str:
    """Put the content in the file's place; gives its SHA-256 in hexadecimal.

    `before_replace` is called when all is written, for a last look at what stands there; it stops
    the replacement by raising.

    Raises:
        FileError: ``disk_full``, ``no_permission``, ``folder_missing``, ``read_only``,
            ``name_too_long``, ``is_folder``, ``not_a_file`` or ``file_io``; what stood there before
            still does, and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    with file_errors(target):
        temporary, digest = _written_beside(target, content)
        try:
            if before_replace is not None:
                before_replace()
            _replace(temporary, target)
        except BaseException:
            _remove(temporary)
            raise
        _flush_folder(target.parent)
    _sweep(target)
    return digest


def write_together(files: Iterable[tuple[Path, bytes | Iterable[bytes]]]) -> None:
    """Puts each content in its file's place, but only when all of them are written.

    Raises:
        FileError: as `write_atomically`, with the file that it is about; where that happens before
            all are written, every file is as it was.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files:
            target = Path(os.path.realpath(path))
            with file_errors(target):
                waiting[target], _ = _written_beside(target, content)
        for target in list(waiting):
            with file_errors(target):
                _replace(waiting[target], target)
                del waiting[target]
                _flush_folder(target.parent)
            _sweep(target)
    finally:
        for temporary in waiting.values():
            _remove(temporary)


def _written_beside(target: Path, content: bytes | Iterable[bytes]) -> tuple[Path, str]:
    """A new file with the content beside `target`, and its SHA-256; nothing where it fails."""
    mode = _mode_of(target)
    temporary = _temporary_beside(target)
    descriptor = _create(temporary)
    try:
        digest = _fill(descriptor, _chunks(content), mode)
        _compare(temporary, digest)
    except BaseException:
        _remove(temporary)
        raise
    return temporary, digest


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108 - the calls of this module are watched by name


@contextmanager
def file_errors(path: Path, missing: str = "folder_missing") -> Iterator[None]:
    """Turn the system's complaints about a file into ours, by kind.

    Raises:
        FileError: the kind as a code; `missing` is the code where nothing is found.
    """
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "file_io")
        if code == "folder_missing":
            code = missing
        raise FileError(code, name=path.name, reason=error.strerror or "") from error


def _chunks(content: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (content,) if isinstance(content, bytes) else content


def _mode_of(target: Path) -> int:
    try:
        status = os.stat(target)  # noqa: PTH116
    except FileNotFoundError:
        return 0o666 & ~_umask()
    if stat.S_ISDIR(status.st_mode):
        raise FileError("is_folder", name=target.name)
    if not stat.S_ISREG(status.st_mode):
        raise FileError("not_a_file", name=target.name)
    if not os.access(target, os.W_OK):
        raise FileError("read_only", name=target.name)
    return stat.S_IMODE(status.st_mode)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _stem(target: Path) -> str:
    stem = target.name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    return stem


def _temporary_beside(target: Path) -> Path:
    random = os.urandom(_RANDOM_BYTES).hex()
    return target.with_name(f".{_stem(target)}.{random}{TEMPORARY_SUFFIX}")


def _sweep(target: Path) -> None:
    """Removes what killed writes of `target` left beside it; by the clock of its own disk.

    What cannot be seen or removed stays: the file itself is written.
    """
    if len(target.name) != len(_stem(target)):
        return
    left = re.compile(
        rf"\.{re.escape(target.name)}\.[0-9a-f]{{{2 * _RANDOM_BYTES}}}{re.escape(TEMPORARY_SUFFIX)}"
    )
    with suppress(OSError):
        since = target.stat().st_mtime - _LEFT_BEHIND_S
        with os.scandir(target.parent) as entries:
            for entry in entries:
                if left.fullmatch(entry.name) and _is_file_of_before(entry, since):
                    _remove(Path(entry.path))


def _is_file_of_before(entry: os.DirEntry[str], since: float) -> bool:
    is_file = entry.is_file(follow_symlinks=False)
    return is_file and entry.stat(follow_symlinks=False).st_mtime < since


def _create(temporary: Path) -> int:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    return os.open(temporary, flags, PRIVATE_MODE)


def _fill(descriptor: int, chunks: Iterable[bytes], mode: int) -> str:
    digest = hashlib.sha256()
    try:
        for chunk in chunks:
            digest.update(chunk)
            _write_all(descriptor, chunk)
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        _flush(descriptor)
    finally:
        os.close(descriptor)
    return digest.hexdigest()


def _write_all(descriptor: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        written = os.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, _FULL_FSYNC)
            return
    os.fsync(descriptor)


def _compare(temporary: Path, expected: str) -> None:
    digest = hashlib.sha256()
    with temporary.open("rb") as written:
        while chunk := written.read(_READ_SIZE):
            digest.update(chunk)
    if digest.hexdigest() != expected:
        raise FileError("not_written_whole", name=temporary.name)


def _replace(temporary: Path, target: Path) -> None:
    waits = _RETRIES_S + (_MORE_RETRIES_S if os.name == "nt" else ())
    for wait in waits:
        try:
            os.replace(temporary, target)  # noqa: PTH105
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        os.replace(temporary, target)  # noqa: PTH105
    except PermissionError as error:
        if getattr(error, "winerror", None) is None:
            raise
        raise FileError("file_in_use", name=target.name) from error


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_DIRECTORY_FSYNC:
            raise
    finally:
        os.close(descriptor)
