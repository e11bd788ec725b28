"""Characters that stay together: a letter with its marks, an emoji with its modifiers.

Knows no fonts and no widths.
"""

import re

_JOINER = "\u200d"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c"
    "\u00ad\u200b\u2060\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_CLUSTER = re.compile(
    rf"(?:\r\n|{_FLAG}{_FLAG}|(?s:.))[{_MARKS}]*(?:{_JOINER}(?:\w|[^\w\s])?[{_MARKS}]*)*"
)

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


def clusters(text: str) -> list[str]:
    """The clusters of `text`, in order; joined they are `text` again."""
    return _CLUSTER.findall(text)


def cluster_edges(text: str) -> list[int]:
    """The places in `text` where a cluster begins, and its length as the last one."""
    return [0, *(match.end() for match in _CLUSTER.finditer(text))]
