"""Maps opened from files and saved to them.

A save never loses what stood there: see `cjmapper.storage.atomic`. Another's change is never
overwritten without a word: the hash of what was opened or last saved judges.
"""

import hashlib
import os
import stat
from datetime import date
from pathlib import Path

import msgspec

from cjmapper.errors import CjmapperError, FileError
from cjmapper.model.document import FORMAT, Document
from cjmapper.storage.atomic import file_errors, write_atomically
from cjmapper.storage.codec import Loaded, decode, encode, encode_checked
from cjmapper.storage.door import MAX_BYTES


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What a save left: the file's hash, and the document as it stands there (stamped)."""

    hash: str
    document: Document
    written: bool = True


def hash_of(content: bytes) -> str:
    """The SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The whole content of an ordinary file.

    Raises:
        FileError: ``file_missing``, ``no_permission``, ``is_folder``, ``not_a_file``,
            ``too_large`` or ``file_io``.
    """
    with file_errors(path, missing="file_missing"):
        status = os.stat(path)  # noqa: PTH116
        if stat.S_ISDIR(status.st_mode):
            raise FileError("is_folder", name=path.name)
        if not stat.S_ISREG(status.st_mode):
            raise FileError("not_a_file", name=path.name)
        if status.st_size > limit:
            raise FileError("too_large", name=path.name, limit=limit, size=status.st_size)
        return path.read_bytes()


def load(path: Path) -> Loaded:
    """The document in a file, with the hash that a later save expects to find.

    Raises:
        FileError: the file cannot be read or is no map.
        InvariantError: the map breaks a rule of structure.
    """
    content = read_bytes(path)
    return msgspec.structs.replace(decode(content), hash=hash_of(content))


def save(
    path: Path,
    document: Document,
    *,
    expected_hash: str | None,
    today: date,
    baseline: Document | None = None,
) -> Saved:
    """Write a document, or nothing at all where the file already says the same.

    `expected_hash` is that of the file as it was opened or last saved; None writes over whatever
    stands there. `modified` becomes `today` when something else differs from `baseline` (the
    document as it was opened or last saved), or without one from what the file holds.

    Raises:
        FileError: ``changed_by_others`` when the file is not as expected, ``format_too_new`` for a
            document of a later format, else as `write_atomically`; nothing has changed then.
        InvariantError: the document breaks a rule of structure.
    """
    if document.format > FORMAT:
        raise FileError("format_too_new", "format", format=document.format)
    before = _content_before(path)
    if before is not None and encode(document) == before:
        return Saved(hash=hash_of(before), document=document, written=False)
    _refuse_changed(path, before, expected_hash)
    if _differs(document, baseline, before):
        document = msgspec.structs.replace(document, modified=today)
    content = encode_checked(document)

    def look_again() -> None:
        _refuse_changed(path, _content_before(path), expected_hash)

    digest = write_atomically(path, content, look_again)
    return Saved(hash=digest, document=document)


def _content_before(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except FileError as error:
        if error.code in {"file_missing", "too_large"}:
            return None
        raise


def _refuse_changed(path: Path, before: bytes | None, expected_hash: str | None) -> None:
    if before is None or expected_hash is None or hash_of(before) == expected_hash:
        return
    raise FileError("changed_by_others", name=path.name)


def _differs(document: Document, baseline: Document | None, before: bytes | None) -> bool:
    former = baseline
    if former is None and before is not None:
        former = _document_before(before)
    if former is None:
        return True
    return document != msgspec.structs.replace(former, modified=document.modified)


def _document_before(content: bytes) -> Document | None:
    try:
        return decode(content).document
    except CjmapperError:
        return None
