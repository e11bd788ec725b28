"""Characters that stay together: a letter with its marks, an emoji with its modifiers.

Knows no fonts and no widths.
"""

import re
from functools import cache

_JOINER = "\u200d"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71"
    "\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b62"
    "\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83"
    "\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57\u0d62\u0d63"
    "\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u105e-\u1060\u17b4-\u17d3\u17dd"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c"
    "\u00ad\u200b\u2060\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_TIED = (
    "(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u1039\u17d2])"
    "[\u0904-\u0d7f\u1000-\u1049\u1780-\u17b3]"
)
"""A consonant of India or near it that is written into the one before it."""

_ALONE = re.compile("[\\w -~«»–—…’“”·•×−]*")

COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""A mark that is drawn over the letter before it."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0001-\U000e01ef]+"
)
"""Characters that are kept in the text but never drawn and have no width."""

UNSHAPED = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Invisible characters that no font needs to see to shape the others."""

SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
"""Modifiers that a face of one colour cannot show."""


def all_alone(text: str) -> bool:
    """Whether each character of `text` is a cluster by itself; false also where it can't be told.

    Much quicker than to look for clusters.
    """
    return _ALONE.fullmatch(text) is not None


def clusters(text: str) -> list[str]:
    """The clusters of `text`, in order; joined they are `text` again."""
    return _cluster().findall(text)


def cluster_edges(text: str) -> list[int]:
    """The places in `text` where a cluster begins, and its length as the last one."""
    return [0, *(match.end() for match in _cluster().finditer(text))]


@cache
def _cluster() -> re.Pattern[str]:
    """One cluster; its many ranges take too long for a start that has letters only."""
    return re.compile(
        rf"(?:\r\n|{_FLAG}{_FLAG}|(?s:.))[{_MARKS}]*"
        rf"(?:(?:{_JOINER}(?:\w|[^\w\s])?|{_TIED})[{_MARKS}]*)*"
    )
