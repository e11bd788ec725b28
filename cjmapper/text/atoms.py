"""Cuts a paragraph into atoms: the pieces between places where a line may break.

Knows widths but decides no line; `cjmapper.text.wrap` lays atoms on lines.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from cjmapper.text.breaking import LEAST_LETTERS, natural_breaks, syllable_breaks
from cjmapper.text.clusters import all_alone, cluster_edges
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Run
from cjmapper.text.runs import RunSplitter

_PIECES = re.compile("([^ \t]+)([ \t]*)")
_BLANKS = frozenset(" \t")

_Cut = tuple[int, int, tuple[Run, ...], bool]


class Atom:
    """Characters that are not parted.

    Attributes:
        start: the place of the first in its paragraph.
        end: the place after the last.
        runs: how they are drawn.
        advance: of the runs.
        hyphen: a line that ends here draws a hyphen.
        spaces: how many blanks follow before the next atom.
    """

    __slots__ = ("advance", "end", "hyphen", "runs", "spaces", "start")

    def __init__(self, start: int, end: int, runs: tuple[Run, ...], hyphen: bool) -> None:
        self.start = start
        self.end = end
        self.runs = runs
        self.advance = sum(run.advance for run in runs)
        self.hyphen = hyphen
        self.spaces = 0

    @property
    def empty(self) -> bool:
        """Whether it stands for nothing but the blanks after it."""
        return self.start == self.end


class AtomCutter:
    """Cuts paragraphs in one language; remembers the words it cut."""

    def __init__(self, splitter: RunSplitter, language: str) -> None:
        self._splitter = splitter
        self._language = language
        self._cuts: dict[tuple[str, Face], tuple[_Cut, ...]] = {}
        self._clusters: dict[tuple[str, Face], tuple[Run, ...]] = {}

    def atoms(self, text: str, face: Face) -> list[Atom]:
        """The atoms of one paragraph; blanks before its first word follow an empty atom."""
        found: list[Atom] = []
        if text[:1] in _BLANKS:
            found.append(Atom(0, 0, (), False))
            found[0].spaces = len(text) - len(text.lstrip(" \t"))
        for match in _PIECES.finditer(text):
            for start, end, runs, hyphen in self._cut(match.group(1), face):
                found.append(Atom(match.start() + start, match.start() + end, runs, hyphen))
            found[-1].spaces = len(match.group(2))
        return found

    def finer(self, text: str, atom: Atom, face: Face, most: int) -> list[Atom]:
        """A too wide atom in parts: between syllables if those fit, else between characters.

        It begins a line, and `most` is what fits on one.
        """
        room = most - self._splitter.widths(face)["-"]
        piece = text[atom.start : atom.end]
        choices = [self._syllables(piece, face, least) for least in LEAST_LETTERS]
        choices = [choice for choice in choices if len(choice) > 1]
        chosen = next((c for c in choices if all(part.advance <= room for part in c)), None)
        if chosen is None:
            chosen = next((c for c in choices if c[0].advance <= room), None)
        if chosen is None:
            chosen = self._anywhere(piece, face, most)
        for part in chosen:
            part.start += atom.start
            part.end += atom.start
        chosen[-1].hyphen = atom.hyphen
        chosen[-1].spaces = atom.spaces
        return chosen

    def _cut(self, word: str, face: Face) -> tuple[_Cut, ...]:
        cuts = self._cuts.get((word, face))
        if cuts is None:
            breaks = [*natural_breaks(word), (len(word), False)]
            starts = [0, *(place for place, _ in breaks)]
            cuts = self._cuts[word, face] = tuple(
                (start, end, self._splitter.runs(word[start:end], face), hyphen)
                for start, (end, hyphen) in zip(starts, breaks, strict=False)
            )
        return cuts

    def _syllables(self, piece: str, face: Face, least: int) -> list[Atom]:
        breaks = syllable_breaks(piece, self._language, least)
        if not breaks:
            return []
        return self._parts(piece, face, [0, *breaks, len(piece)])

    def _anywhere(self, piece: str, face: Face, most: int) -> list[Atom]:
        """Broken between any two clusters; letters of one face at once as their lines are filled.

        `most` is what fits on a line.
        """
        own = self._splitter.widths(face)
        if not all_alone(piece) or not all(map(own.__contains__, piece)):
            return self._clustered(piece, face, cluster_edges(piece))
        sums = [0, *accumulate(map(own.__getitem__, piece))]
        found = []
        end = 0
        while end < len(piece):
            start, end = end, max(bisect_right(sums, sums[end] + most, end) - 1, end + 1)
            run = Run(piece[start:end], face, sums[end] - sums[start])
            found.append(Atom(start, end, (run,), False))
        return found

    def _clustered(self, piece: str, face: Face, edges: Sequence[int]) -> list[Atom]:
        """Each cluster alone; of those of a long piece few differ."""
        known = self._clusters
        found = []
        for start, end in pairwise(edges):
            key = (piece[start:end], face)
            runs = known.get(key)
            if runs is None:
                runs = known[key] = self._splitter.runs(*key)
            found.append(Atom(start, end, runs, False))
        return found

    def _parts(self, piece: str, face: Face, edges: Sequence[int]) -> list[Atom]:
        return [
            Atom(start, end, self._splitter.runs(piece[start:end], face), True)
            for start, end in pairwise(edges)
        ]
