"""Addresses written in the words of a page, made places that lead there; for paper alone.

What is written stays as it is. An address that was cut short leads nowhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import is_

import msgspec

from cjmapper.drawing.primitives import Clip, Form, Group, Link, Primitive, TextLine
from cjmapper.drawing.text import continues
from cjmapper.geometry import Rect
from cjmapper.model.web_links import web_link
from cjmapper.text.lines import Line
from cjmapper.text.metrics import UNITS_PER_EM

Carets = Callable[[Line], Sequence[int]]
"""Where a caret stands before each character of a line and after the last, in font units."""

_WRITTEN = re.compile(
    r"(?P<whole>\b(?:https?://|mailto:)[^\s<>\"«»“”]+)"
    r"|(?<![\w.+-])(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_AFTER = ".,;:!?'’…*"
_PAIRS = {")": "(", "]": "["}
_ASCENT, _DESCENT = 0.95, 0.28
"""How far a place reaches above and below its baseline, in ems."""


def with_links(items: Sequence[Primitive], carets: Carets) -> tuple[Primitive, ...]:
    """`items` with a link over each address that their words hold, right after those words."""
    result: list[Primitive] = []
    text: list[TextLine] = []
    for item in items:
        if text and not (isinstance(item, TextLine) and continues(text[-1], item)):
            result += _links(text, carets)
            text = []
        result.append(_inside(item, carets))
        if isinstance(item, TextLine):
            text.append(item)
    return (*result, *_links(text, carets))


def _inside(item: Primitive, carets: Carets) -> Primitive:
    if not isinstance(item, Group | Clip | Form):
        return item
    found = with_links(item.items, carets)
    same = len(found) == len(item.items) and all(map(is_, found, item.items))
    return item if same else msgspec.structs.replace(item, items=found)


def _links(lines: Sequence[TextLine], carets: Carets) -> Iterator[Link]:
    """The places of the addresses in one paragraph: one on each line that an address is on."""
    if not lines:
        return
    first = lines[0].line.start
    text = ""
    for item in lines:
        text = text.ljust(item.line.start - first) + item.line.text
    for start, end, address in _addresses(text):
        if end == len(text) and _cut_short(lines[-1].line):
            continue
        for item in lines:
            begin = item.line.start - first
            low, high = max(start - begin, 0), min(end - begin, len(item.line.text))
            if low < high:
                yield Link(_place(item, carets(item.line)[low : high + 1]), address)


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    if "@" not in text and ":" not in text:
        return
    for match in _WRITTEN.finditer(text):
        written = _without_end(match.group())
        address = web_link(written if match["whole"] else f"mailto:{written}")
        if address is not None:
            yield match.start(), match.start() + len(written), address


def _without_end(written: str) -> str:
    """An address without the signs of the sentence that it stands in."""
    while written[-1:] and (written[-1] in _AFTER or _closes_nothing(written)):
        written = written[:-1]
    return written


def _closes_nothing(written: str) -> bool:
    opening = _PAIRS.get(written[-1])
    return opening is not None and written.count(written[-1]) > written.count(opening)


def _cut_short(line: Line) -> bool:
    """Whether a line ends in dots that are not its own."""
    return any(run.text == "…" and run.copied == "" for run in line.runs)


def _place(item: TextLine, carets: Sequence[int]) -> Rect:
    scale = item.size / UNITS_PER_EM
    left, right = min(carets) * scale, max(carets) * scale
    top = item.baseline - _ASCENT * item.size
    return Rect(item.x + left, top, right - left, (_ASCENT + _DESCENT) * item.size)
