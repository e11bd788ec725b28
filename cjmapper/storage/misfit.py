"""What the JSON reader complains of, as errors with a code, a place and values."""

import re
from typing import Any

import msgspec

from cjmapper.errors import FileError

SHOWN = 40
"""How many characters of a wrong value an error carries."""

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_EXPECTED = re.compile(r"Expected `([^`]*)`(.*?)(?:, got `[^`]*`)?$")
_MISSING = re.compile(r"missing required field `([^`]*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def syntax_error(error: Exception, text: bytes) -> FileError:
    """For a text that is no JSON: cut off, nested too deep, or wrong at a line."""
    if isinstance(error, RecursionError):
        return FileError("too_deep")
    message = str(error)
    if "truncated" in message:
        return FileError("file_cut_off", line=text.count(b"\n") + 1)
    found = _BYTE.search(message)
    line = text.count(b"\n", 0, int(found.group(1))) + 1 if found else 1
    return FileError("file_not_json", line=line)


def field_error(error: msgspec.ValidationError, text: bytes) -> FileError:
    """For JSON that does not fit the types: the place, what belongs there, and what stands."""
    message = str(error)
    found = _PLACE.search(message)
    place = found.group(1) if found else ""
    said = _PLACE.sub("", message)
    missing = _MISSING.search(said)
    if missing:
        name = missing.group(1)
        return FileError("field_missing", f"{place}.{name}" if place else name, field=name)
    expected = _EXPECTED.search(said)
    wanted = expected.group(1) + expected.group(2) if expected else said
    return FileError("field_wrong", place, expected=wanted, got=_shown(text, place))


def _shown(text: bytes, place: str) -> str:
    value: Any = msgspec.json.decode(text)
    for index, name in _STEP.findall(place):
        value = value[int(index)] if index else value[name]
    return msgspec.json.encode(value).decode()[:SHOWN]
