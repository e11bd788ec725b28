"""Text as a document may hold it: plain, without characters that no file and no font can carry."""

import re
import unicodedata

MAX_TEXT = 20_000
"""The most characters of one text."""

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000efffe\U000effff"
    "\U000ffffe\U000fffff\U0010fffe\U0010ffff]"
)

_OPENING = ("Ps", "Pi")


def gap(text: str, added: str) -> str:
    """What stands between a text and words that are added to it: a blank, unless one is there.

    None before what closes, ends or joins (a comma, a bracket, a hyphen, a mark over a letter), and
    none after what opens.
    """
    if not text or not added or text[-1].isspace() or added[0].isspace():
        return ""
    if unicodedata.category(text[-1]) in _OPENING:
        return ""
    kind = unicodedata.category(added[0])
    return "" if kind[0] in "PM" and kind not in _OPENING else " "


def clean(text: str) -> str:
    """The text with plain line feeds and without control characters and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
