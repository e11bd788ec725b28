"""A document as the bytes of a `.cjmap` file, and back.

UTF-8 JSON in the order of the types' declaration, one object a line, so that differences between
versions read well. Equal documents give equal bytes. Knows no file, no clock and no window.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from cjmapper.errors import FileError
from cjmapper.model import invariants
from cjmapper.model.document import FORMAT, Document, JourneyMap
from cjmapper.model.extra import EXTRA, Entity
from cjmapper.storage import migrations, misfit
from cjmapper.storage.door import Notice, admit, refuse_conflict
from cjmapper.storage.limits import check_limits
from cjmapper.storage.unknown import known_values, plain, tidy, with_unknown

_MARK = b'"' + EXTRA.encode() + b'":'
_INDENT = b"  "
_BEGINNING = b'{\n  "format": %d,\n' % FORMAT
"""Of every file that this version writes."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was read, what is worth saying about it, and whether it may be written.

    `hash` is the SHA-256 of the file's bytes in hexadecimal; empty when there was no file.
    """

    document: Document
    notices: tuple[Notice, ...] = ()
    read_only: bool = False
    hash: str = ""


class _Header(msgspec.Struct):
    format: Any = None
    maps: msgspec.Raw = msgspec.Raw(b"")


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


@cache
def _decoder() -> msgspec.json.Decoder[Document]:
    return msgspec.json.Decoder(Document)


def encode(document: Document) -> bytes:
    """The document as a file holds it."""
    return b"".join((*_lines(document, b""), b"\n"))


def encode_checked(document: Document) -> bytes:
    """The document as a file holds it, after reading it back.

    Raises:
        InvariantError: the document breaks a rule of structure, or holds a number that is none.
        FileError: ``too_many_objects``, ``text_too_long`` and the like when it could not be opened
            again, ``not_read_back`` when reading gives another document.
    """
    invariants.check(document)
    try:
        content = encode(document)
    except UnicodeEncodeError as error:
        raise FileError("not_read_back") from error
    check_limits(document, content)
    if _read(content)[0] != tidy(document):
        raise FileError("not_read_back")
    return content


def _lines(entity: Entity, indent: bytes) -> Iterator[bytes]:
    """The text of an object in pieces, which are joined once: a large map is not copied about."""
    inner = indent + _INDENT
    yield b"{\n"
    for index, (name, value) in enumerate(_top_values(entity)):
        between = b",\n" if index else b""
        yield between + inner + _encoder().encode(name) + b": "
        yield from _value(value, inner)
    yield b"\n" + indent + b"}"


def _top_values(entity: Entity) -> list[tuple[str, Any]]:
    known = known_values(entity)
    if not entity.extra:
        return known
    names = {name for name, _ in known} | set(type(entity).__struct_encode_fields__)
    return known + [(name, value) for name, value in entity.extra.items() if name not in names]


def _value(value: object, indent: bytes) -> Iterator[bytes]:
    if isinstance(value, Entity):
        yield _encoder().encode(plain(value))
        return
    if not isinstance(value, tuple) or not value or not isinstance(value[0], Entity):
        yield _encoder().encode(value)
        return
    inner = indent + _INDENT
    yield b"[\n" + inner
    if isinstance(value[0], JourneyMap):
        for index, entry in enumerate(value):
            if index:
                yield b",\n" + inner
            yield from _lines(entry, inner)
    else:
        yield _entry_lines(value, b",\n" + inner)
    yield b"\n" + indent + b"]"


def _entry_lines(entries: tuple[Entity, ...], between: bytes) -> bytes:
    written = _encoder().encode_lines(entries)[:-1]
    if _MARK not in written:
        return written.replace(b"\n", between)
    lines = written.split(b"\n")
    for index, line in enumerate(lines):
        if _MARK in line:
            lines[index] = _encoder().encode(plain(entries[index]))
    return between.join(lines)


def decode(content: bytes) -> Loaded:
    """The document that the bytes of a file hold.

    Raises:
        FileError: the bytes are no map, not whole, too large, or a field has the wrong form.
        InvariantError: the map breaks a rule of structure.
    """
    text, notices = admit(content)
    document = _as_we_write(text)
    if document is not None:
        check_limits(document, text)
        invariants.check(document)
        return Loaded(document=document, notices=notices)
    version = _format_of(text)
    if version < FORMAT:
        text = _migrated(text)
        notices += (Notice("file_migrated", {"format": version}),)
    newer = version > FORMAT
    try:
        document, written = _read(text)
        check_limits(document, written)
        invariants.check(document)
    except FileError as error:
        if newer:
            raise FileError("format_too_new", "format", format=version) from error
        raise
    if newer:
        notices += (Notice("file_newer", {"format": version}),)
    return Loaded(document=document, notices=notices, read_only=newer)


def _as_we_write(text: bytes) -> Document | None:
    """The document, where the text is byte by byte what this version makes of it, as most are."""
    if not text.startswith(_BEGINNING):
        return None
    try:
        document = _decoder().decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None
    return document if encode(document) == text else None


def _format_of(text: bytes) -> int:
    try:
        header = msgspec.json.decode(text, type=_Header)
    except msgspec.ValidationError as error:
        raise FileError("not_a_map") from error
    except (msgspec.DecodeError, RecursionError) as error:
        refuse_conflict(text)
        raise misfit.syntax_error(error, text) from error
    if header.format is None or not bytes(header.maps):
        raise FileError("not_a_map")
    if type(header.format) is not int or header.format < 0:
        shown = msgspec.json.encode(header.format).decode()[: misfit.SHOWN]
        raise FileError("field_wrong", "format", expected="whole_number", got=shown)
    return header.format


def _migrated(text: bytes) -> bytes:
    return msgspec.json.encode(migrations.migrate(msgspec.json.decode(text)))


def _read(text: bytes) -> tuple[Document, bytes]:
    """The document in a text that is known to be JSON, and how we would write it."""
    try:
        document = _decoder().decode(text)
        written = encode(document)
        if written != text:
            document = with_unknown(document, msgspec.json.decode(text))
            written = encode(document)
    except msgspec.ValidationError as error:
        raise misfit.field_error(error, text) from error
    else:
        return document, written
