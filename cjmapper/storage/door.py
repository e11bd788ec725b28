"""What comes in by the door: bytes are recognised, turned into UTF-8 and stripped, once.

Knows nothing of the types of a document.
"""

import codecs
import re

import msgspec

from cjmapper.errors import FileError, Value

MAX_BYTES = 200_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS_ALONE = frozenset(mark for mark, _ in _MARKS)
_OTHERS = (
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "file_is_zip"),
    (re.compile(rb"%PDF-"), "file_is_pdf"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL), "file_is_picture"),
    (re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(mxfile|mxGraphModel)", re.IGNORECASE), "file_is_drawing"),
    (re.compile(rb"\s*(<\?xml[^>]*>\s*)?<svg", re.IGNORECASE), "file_is_picture"),
    (re.compile(rb"\s*<(!doctype html|html|head|body|!--)", re.IGNORECASE), "file_is_web_page"),
)
_CONFLICT = re.compile(rb"^(<{7} |>{7} )", re.MULTILINE)
_STRAY_BYTES = re.compile(
    rb"\xef\xbf[\xbe\xbf]|\xef\xb7[\x90-\xaf]|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
_STRAY_HINTS = (b"\xbf\xbe", b"\xbf\xbf", b"\xef\xb7")
_CONTROLS = bytes(sorted(set(range(0x20)) - set(b"\t\n\r")))
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_STRAY_ESCAPE = re.compile(
    rb"\\(?:[bfr]|u00(?:0[0-8b-f]|1[0-9a-f])|ud[89a-f]..|ufd[de].|ufff[ef]"
    rb"|ud[89ab][37bf]f\\udff[ef])",
    re.IGNORECASE,
)
_SUSPECT = re.compile(rb"\\[ubfr]")


class Notice(msgspec.Struct, frozen=True):
    """Something worth saying about a file that could be read: a code, and what it may name."""

    code: str
    values: dict[str, Value] = {}


def admit(content: bytes) -> tuple[bytes, tuple[Notice, ...]]:
    """The content as UTF-8 without unprintable characters, and what was done to it.

    Raises:
        FileError: when the content can be told to be no map, or no whole one.
    """
    if len(content) > MAX_BYTES:
        raise FileError("too_large", limit=MAX_BYTES, size=len(content))
    _refuse_foreign(content)
    text, encoding = _transcoded(content)
    if text.endswith(b"\0"):
        raise FileError("file_cut_off")
    cleaned, removed = _stripped(text)
    notices = []
    if encoding:
        notices.append(Notice("file_transcoded", {"encoding": encoding}))
    if removed:
        notices.append(Notice("characters_removed", {"count": removed}))
    return cleaned, tuple(notices)


def _refuse_foreign(content: bytes) -> None:
    if not content or content.isspace() or content in _MARKS_ALONE:
        raise FileError("file_empty")
    if content.startswith(b"\0") and not content.strip(b"\0"):
        raise FileError("file_blank", size=len(content))
    start = content[:4096].removeprefix(codecs.BOM_UTF8)
    for pattern, code in _OTHERS:
        if pattern.match(start):
            raise FileError(code)


def _transcoded(content: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding).removeprefix("\ufeff").encode("utf-8"), encoding
    if content[1:2] == b"\0" or content[:1] == b"\0":
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return _decoded(content, encoding).encode("utf-8"), encoding
    _decoded(content, "utf-8")
    return content, ""


def _decoded(content: bytes, encoding: str) -> str:
    errors = "strict" if encoding == "utf-8" else "replace"
    try:
        return content.decode(encoding, errors)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError("file_not_utf8", line=line) from error


def _stripped(text: bytes) -> tuple[bytes, int]:
    printable = text.translate(None, _CONTROLS)
    removed = len(text) - len(printable)
    text = printable
    # One byte is found many times quicker than two, and most texts have neither.
    if (b"\xbf" in text or b"\xef" in text) and any(hint in text for hint in _STRAY_HINTS):
        text, found = _STRAY_BYTES.subn(b"", text)
        removed += found
    if b"\\" in text and _SUSPECT.search(text):
        text, found = _without_stray_escapes(text)
        removed += found
    return text, removed


def _without_stray_escapes(text: bytes) -> tuple[bytes, int]:
    count = 0

    def keep(match: re.Match[bytes]) -> bytes:
        nonlocal count
        found = match.group()
        if not _STRAY_ESCAPE.fullmatch(found):
            return found
        count += 1
        return b""

    return _ESCAPE.sub(keep, text), count


def refuse_conflict(content: bytes) -> None:
    """Say so when a version control system left both versions of a passage in the file.

    Raises:
        FileError: ``file_has_conflict`` with the line.
    """
    found = _CONFLICT.search(content)
    if found:
        line = content.count(b"\n", 0, found.start()) + 1
        raise FileError("file_has_conflict", line=line)
