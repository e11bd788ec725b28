"""Syllables of a word by Liang's patterns, out of the dictionaries that pyphen brings.

Quick to load: a pattern is taken apart only when a word meets it. What a stretch of letters met is
remembered, since compounds share their parts. Gives the places that pyphen gives, without what it
knows of changed spellings; knows no fonts and no widths.
"""

import re
from collections.abc import Iterable
from functools import cache

_DIGITS = str.maketrans("", "", "0123456789")
_PIECES = re.compile(r"(\d?)(\D?)")
_STEM = 4
_MOST_KNOWN = 100_000
_IGNORED = ("%", "#", "LEFT", "RIGHT", "COMPOUND", "NEXTLEVEL")


class Patterns:
    """The patterns of one language: letters with digits between them; odd ones allow a break."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._written = {
            line.translate(_DIGITS): line
            for line in lines
            if line and not line.startswith(_IGNORED) and "/" not in line
        }
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}
        self._longest: dict[str, int] = {}
        """The length of the longest pattern by the letters it begins with."""
        for letters in sorted(self._written, key=len):
            self._longest[letters[:_STEM]] = len(letters)

    def positions(self, word: str, least: int) -> list[int]:
        """Where `word` may be parted, at least `least` letters from either end."""
        pointed = f".{word.lower()}."
        marks = [0] * (len(pointed) + _STEM)
        longest, known = self._longest, self._known
        for start in range(len(pointed) - 1):
            most = longest.get(pointed[start : start + _STEM], _STEM - 1)
            letters = pointed[start : start + most]
            found = known.get(letters)
            if found is None:
                found = self._met(letters)
            for place, mark in found:
                if mark > marks[start + place]:  # noqa: PLR1730 (three times as quick as max)
                    marks[start + place] = mark
        last = len(word) - least
        return [place for place in range(least, last + 1) if marks[place + 1] % 2]

    def forget(self) -> None:
        """Nothing is remembered of the words that were asked for."""
        self._known.clear()

    def _met(self, letters: str) -> tuple[tuple[int, int], ...]:
        """The highest marks of all patterns that `letters` begin with, each with its place."""
        highest: dict[int, int] = {}
        for end in range(1, len(letters) + 1):
            pattern = self._written.get(letters[:end])
            if pattern is None:
                continue
            for place, (digit, _) in enumerate(_PIECES.findall(pattern)):
                if digit > "0":
                    highest[place] = max(int(digit), highest.get(place, 0))
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        found = self._known[letters] = tuple(highest.items())
        return found


@cache
def patterns_of(name: str) -> Patterns:
    """The patterns of one of pyphen's dictionaries, as ``nb_NO``; KeyError for any other."""
    import pyphen

    encoding, *lines = pyphen.LANGUAGES[name].read_bytes().split(b"\n")
    text = b"\n".join(lines).decode(encoding.decode("ascii").strip())
    return Patterns(text.split())
