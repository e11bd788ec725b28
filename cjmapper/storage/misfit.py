"""What the JSON reader complains of, as errors with a code, a place and values."""

import re
from typing import Any

import msgspec

from cjmapper.errors import FileError

SHOWN = 40
"""How many characters of a wrong value an error carries."""

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_EXPECTED = re.compile(r"Expected `(\w+)[^`]*`(.*)")
_MISSING = re.compile(r"missing required field `([^`]*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")

_KINDS = {
    "str": "text",
    "int": "whole_number",
    "float": "number",
    "bool": "truth",
    "array": "list",
    "object": "object",
}
_SPECIAL = (
    ("[0-9A-Fa-f]{6}", "color"),
    ("^P(", "duration"),
    ("date", "date"),
    ("base64", "picture"),
    ("out of range", "number"),
)


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
    """For JSON that does not fit the types: the place, what belongs there, and what stands.

    What belongs there is one of the words text, whole_number, number, truth, list, object, color,
    duration, date and picture.
    """
    message = str(error)
    found = _PLACE.search(message)
    place = found.group(1) if found else ""
    said = _PLACE.sub("", message)
    missing = _MISSING.search(said)
    if missing:
        name = missing.group(1)
        return FileError("field_missing", f"{place}.{name}" if place else name, field=name)
    return FileError("field_wrong", place, expected=_wanted(said), got=_shown(text, place))


def _wanted(said: str) -> str:
    for mark, kind in _SPECIAL:
        if mark in said:
            return kind
    found = _EXPECTED.search(said)
    return _KINDS.get(found.group(1), "text") if found else "text"


def _shown(text: bytes, place: str) -> str:
    try:
        value: Any = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return ""
    for index, name in _STEP.findall(place):
        value = value[int(index)] if index else value[name]
    return msgspec.json.encode(value).decode()[:SHOWN]
