"""The quick way to lines: paragraphs of plain words in one face, which nearly all are.

A word wider than the lines is parted between its syllables here too. Gives up, and says so, on
anything else; `cjmapper.text.wrap` then goes the long way, with the same result.
"""

from bisect import bisect_left
from itertools import accumulate
from operator import itemgetter

from cjmapper.text.breaking import LEAST_LETTERS, natural_breaks, syllable_breaks
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, Run

_BITS = 10
"""Few enough that sums stay small numbers, which are quicker; longer texts go the long way."""
_MASK = (1 << _BITS) - 1
_NOT_PLAIN = (
    *"-\u2010\u2013\u2014/\u00ad",
    *map(chr, range(0x300, 0x370)),
    *map(chr, range(0x200B, 0x2010)),
)
"""A word may break at these, or they join the letter before them."""
_PLAIN_BREAKS = str.maketrans(dict.fromkeys("-–—/"))


_WIDTH = itemgetter(1)


class _NotPlainError(Exception):
    """A word that needs the long way."""


class PlainWords(dict[str, int]):
    """The words met so far in one face: each with the space after it, packed into one number.

    The upper part is the advance in font units, the lower one the count of characters, so that one
    running sum gives both where a word ends on the line and where it ends in the text.
    """

    def __init__(self, face: Face, widths: dict[str, int], language: str = "nb") -> None:
        super().__init__()
        self.face = face
        self._language = language
        self.space = widths[" "]
        self.hyphen = widths["-"]
        self.drawn_hyphen = Run("-", face, self.hyphen, source="")
        self._widths = widths
        self._plain = widths.copy()
        for sign in _NOT_PLAIN:
            self._plain.pop(sign, None)
        self._width = self._plain.__getitem__
        self.parts: dict[str, tuple[int, ...]] = {}
        self._syllables: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._parted: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def __missing__(self, word: str) -> int:
        """Measures a word of this face alone; refuses any other, and the empty one."""
        try:
            advance = sum(map(self._width, word))
        except KeyError:
            advance = self._measured_parts(word)
        if not word:
            raise _NotPlainError
        packed = self[word] = ((advance + self.space) << _BITS) + len(word) + 1
        return packed

    def _measured_parts(self, word: str) -> int:
        """The advance of a word with hyphens, dashes or slashes; remembers where it may break."""
        if not all(map(self._plain.__contains__, word.translate(_PLAIN_BREAKS))):
            raise _NotPlainError
        ends = [place for place, _ in natural_breaks(word)]
        pieces = [word[a:b] for a, b in zip([0, *ends], [*ends, len(word)], strict=True)]
        advances = [sum(map(self._widths.__getitem__, piece)) for piece in pieces]
        if ends:
            packed = [(a << _BITS) + len(piece) for a, piece in zip(advances, pieces, strict=True)]
            packed[-1] += (self.space << _BITS) + 1
            self.parts[word] = tuple(packed)
        return sum(advances)

    def parted(self, word: str, most: int) -> list[tuple[int, int]]:
        """A word wider than `most` units as the parts of its lines, each with its end and advance.

        All but the last take a hyphen. Refuses a word that has a syllable wider than a line.
        """
        parts = self._parted.get((word, most))
        if parts is None:
            parts = self._parted[word, most] = self._newly_parted(word, most)
        return parts

    def _newly_parted(self, word: str, most: int) -> list[tuple[int, int]]:
        room = most - self.hyphen
        for least in LEAST_LETTERS:
            syllables = self._measured_syllables(word, least)
            if len(syllables) > 1 and max(map(_WIDTH, syllables)) <= room:
                return _filled(syllables, room, most)
        raise _NotPlainError

    def _measured_syllables(self, word: str, least: int) -> list[tuple[int, int]]:
        """The end and the advance of each syllable."""
        found = self._syllables.get((word, least))
        if found is None:
            ends = [*syllable_breaks(word, self._language, least), len(word)]
            try:
                found = [
                    (end, sum(map(self._width, word[start:end])))
                    for start, end in zip([0, *ends], ends, strict=False)
                ]
            except KeyError:
                raise _NotPlainError from None
            self._syllables[word, least] = found
        return found


def _filled(syllables: list[tuple[int, int]], room: int, most: int) -> list[tuple[int, int]]:
    """Syllables joined as far as each line has room, what is left last."""
    left = sum(advance for _, advance in syllables)
    parts = []
    end = width = 0
    for stop, advance in syllables:
        if width + advance > room:
            parts.append((end, width))
            left -= width
            width = 0
            if left <= most:
                break
        end, width = stop, width + advance
    parts.append((syllables[-1][0], left))
    return parts


def plain_lines(words: PlainWords, text: str, most: int) -> list[Line] | None:
    """The lines of a paragraph, none wider than `most` units; None where it isn't plain."""
    if len(text) > _MASK:
        return None
    pieces = text.split(" ")
    try:
        sums = [0, *accumulate(map(words.__getitem__, pieces))]
        lines = _lines(words, text, most, pieces, sums)
        return _lines_of_parts(words, text, most, pieces) if lines is None else lines
    except _NotPlainError:
        return None


def _lines(
    words: PlainWords, text: str, most: int, pieces: list[str], sums: list[int]
) -> list[Line] | None:
    """Lines of whole words, None where one had better be broken inside.

    `sums` tells how far each word reaches, the space after it included.
    """
    face, space, parts = words.face, words.space, words.parts
    room = (most + space + 1) << _BITS
    count = len(pieces)
    lines: list[Line] = []
    at = begin = before = 0
    while at < count:
        end = bisect_left(sums, before - begin + room, at) - 1
        if parts and end < count and pieces[end] in parts:
            within = sums[end] - before + parts[pieces[end]][0]
            if within >> _BITS <= most:
                return None
        if end == at:
            wide = _parted_lines(words, text, begin, begin + len(pieces[at]), most)
            lines += wide[0]
            begin = wide[0][-1].end
            before = sums[at + 1] - wide[1]
            continue
        after = sums[end]
        width = ((after - before) >> _BITS) - space
        before = after
        after &= _MASK
        part = text[begin : after - 1]
        lines.append(Line((Run(part, face, width),), width, part, begin, after - 1))
        at, begin = end, after
    return lines


def _parted_lines(
    words: PlainWords, text: str, begin: int, end: int, most: int
) -> tuple[list[Line], int]:
    """The lines with hyphens of a word wider than they are; and its rest, packed as a word is."""
    parts = words.parted(text[begin:end], most)
    lines = []
    start = begin
    for stop, width in parts[:-1]:
        part = text[start : begin + stop]
        runs = (Run(part, words.face, width), words.drawn_hyphen)
        lines.append(Line(runs, width + words.hyphen, part, start, begin + stop, hyphen=True))
        start = begin + stop
    return lines, ((parts[-1][1] + words.space) << _BITS) + end - start + 1


def _lines_of_parts(words: PlainWords, text: str, most: int, pieces: list[str]) -> list[Line]:
    """As `_lines`, where some words may be broken inside and so end without a space."""
    packed: list[int] = []
    blanks = [0]
    for word in pieces:
        parts = words.parts.get(word) or (words[word],)
        packed += parts
        blanks += [0] * (len(parts) - 1)
        blanks.append(1)
    sums = [0, *accumulate(packed)]
    lines = []
    at = 0
    while at < len(packed):
        begin, reached = sums[at] & _MASK, sums[at] >> _BITS
        end = bisect_left(sums, (reached + most + words.space + 1) << _BITS, at) - 1
        while (width := (sums[end] >> _BITS) - reached - blanks[end] * words.space) > most:
            end -= 1
        if end == at:
            raise _NotPlainError
        stop = (sums[end] & _MASK) - blanks[end]
        part = text[begin:stop]
        lines.append(Line((Run(part, words.face, width),), width, part, begin, stop))
        at = end
    return lines
