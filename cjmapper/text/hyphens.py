"""Syllables of a word by Liang's patterns, out of the dictionaries that pyphen brings.

Quick to load: a pattern is taken apart only when a word meets it. What a stretch of letters met is
remembered, since compounds share their parts. Gives the places that pyphen gives, without what it
knows of changed spellings; knows no fonts and no widths.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_DIGITS = b"0123456789"
_STEM = 4
_AFTER_ALL = "\U0010ffff"
_MOST_KNOWN = 100_000


class Patterns:
    """The patterns of one language: letters with digits between them; odd ones allow a break."""

    def __init__(self, written: str) -> None:
        """Patterns as `written`, one a line.

        Lines that say something else stay among them: they hold signs that no word has.
        """
        written = written.replace("\t", " ")
        while " \n" in written:
            written = written.replace(" \n", "\n")
        letters = written.encode().translate(None, _DIGITS).decode()
        self._written = dict(zip(letters.split("\n"), written.split("\n"), strict=True))
        self._longest = _Longest(self._written)
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def positions(self, word: str, least: int) -> list[int]:
        """Where `word` may be parted, at least `least` letters from either end."""
        pointed = f".{word.lower()}."
        marks = [0] * (len(pointed) + _STEM)
        longest, known = self._longest, self._known
        for start in range(len(pointed) - 1):
            letters = pointed[start : start + longest[pointed[start : start + _STEM]]]
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
            place = 0
            for sign in pattern:
                if sign.isdigit():
                    highest[place] = max(int(sign), highest.get(place, 0))
                else:
                    place += 1
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        found = self._known[letters] = tuple(highest.items())
        return found


class _Longest(dict[str, int]):
    """The length of the longest pattern by the letters it begins with, found when asked for."""

    def __init__(self, patterns: Iterable[str]) -> None:
        super().__init__()
        self._sorted = sorted(patterns)

    def __missing__(self, stem: str) -> int:
        first = bisect_left(self._sorted, stem)
        last = bisect_left(self._sorted, stem + _AFTER_ALL, first)
        most = max(map(len, self._sorted[first:last]), default=0)
        self[stem] = found = max(most, _STEM - 1)
        return found


@cache
def patterns_of(name: str) -> Patterns:
    """The patterns of one of pyphen's dictionaries, as ``nb_NO``; KeyError for any other.

    The file is read without the package, whose import takes longer than all else here.
    """
    package = find_spec("pyphen")
    folders = () if package is None else package.submodule_search_locations or ()
    for folder in folders:
        file = Path(folder, "dictionaries", f"hyph_{name}.dic")
        if file.is_file():
            encoding, _, written = file.read_bytes().partition(b"\n")
            return Patterns(written.decode(encoding.decode("ascii").strip()))
    raise KeyError(name)
