"""Words to lines: greedy, in integer font units, the same on every surface.

Decides every line break of a map; knows nothing of Qt, paper or what the text is about.
"""

import re
from collections.abc import Iterator, Sequence

from cjmapper.text.atoms import Atom, AtomCutter
from cjmapper.text.clusters import clusters
from cjmapper.text.fallback import OutlineSource
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, Run, TextStyle
from cjmapper.text.metrics import UNITS_PER_EM, Metrics
from cjmapper.text.plain import PlainWords, plain_lines
from cjmapper.text.runs import RunSplitter, joined

__all__ = ["Line", "Run", "TextStyle", "Typesetter"]

_PARAGRAPH = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ELLIPSIS = "…"
_BEFORE_ELLIPSIS = " \t.,;:!?-–—…"


class Typesetter:
    """Measures text and breaks it into lines, in one language; remembers the words it met."""

    def __init__(
        self, metrics: Metrics, language: str = "nb", outlines: OutlineSource | None = None
    ) -> None:
        self._metrics = metrics
        self._splitter = RunSplitter(metrics, outlines)
        self._cutter = AtomCutter(self._splitter, language)
        self._language = language
        self._words: dict[Face, PlainWords] = {}

    def wrap(self, text: str, style: TextStyle, width: float) -> tuple[Line, ...]:
        """`text` in lines no wider than `width` millimetres.

        Only a single character wider than that is let through. A line break in the text always
        ends a line; no text gives no line.
        """
        if not text:
            return ()
        words = self._words.get(style.face) or self._learning(style.face)
        most = _units(width, style.size)
        plain = plain_lines(words, text, most)
        if plain is not None:
            return tuple(plain)
        lines: list[Line] = []
        for start, end in _paragraphs(text):
            lines += self._lines(words, text[start:end], start, most)
        return tuple(lines)

    def line(self, text: str, style: TextStyle) -> Line:
        """`text` as one line, however wide; a line break in it is drawn as a space."""
        runs = self._splitter.runs(text, style.face)
        return Line(runs, _advance(runs), text, 0, len(text))

    def fit(self, text: str, style: TextStyle, width: float, most_lines: int) -> tuple[Line, ...]:
        """As `wrap`, but at most `most_lines` (one or more); what is cut off shows as «…»."""
        lines = self.wrap(text, style, width)
        if len(lines) <= most_lines:
            return lines
        kept = max(most_lines, 1) - 1
        last = self._shortened(lines[kept], style.face, _units(width, style.size))
        return (*lines[:kept], last)

    def width(self, text: str, style: TextStyle) -> float:
        """The width of `text` in one line, in millimetres."""
        return self.line(text, style).width(style.size)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no font has, each once, as they come."""
        runs = self._splitter.runs(text, Face.SANS)
        return tuple(dict.fromkeys(run.text for run in runs if run.missing))

    def advances(self, line: Line) -> tuple[int, ...]:
        """Where a caret stands before each character of `line` and after the last, in units.

        Inside what is drawn as one shape it stands after the shape.
        """
        places = [0]
        x = 0
        for run in line.runs:
            places += self._carets(run, x)
            x += run.advance
        return tuple(places)

    def _learning(self, face: Face) -> PlainWords:
        words = PlainWords(face, self._splitter.widths(face), self._language)
        return self._words.setdefault(face, words)

    def _lines(self, words: PlainWords, text: str, start: int, most: int) -> Iterator[Line]:
        atoms = self._cutter.atoms(text, words.face)
        maker = _LineMaker(words, text, start, most)
        if not atoms:
            yield Line((), 0, "", start, start)
        while atoms:
            count = _taken(atoms, most, words)
            if count == 0 and atoms[0].empty:
                del atoms[0]
                continue
            if count == 0:
                finer = self._cutter.finer(text, atoms[0], words.face, most - words.hyphen)
                if len(finer) > 1:
                    atoms[:1] = finer
                    continue
                atoms[0].hyphen = False
                count = 1
            taken, atoms = atoms[:count], atoms[count:]
            yield maker.inner(taken) if atoms else maker.last(taken)

    def _shortened(self, line: Line, face: Face, most: int) -> Line:
        dots = self._splitter.runs(_ELLIPSIS, face)
        kept = clusters(line.text)
        while True:
            text = "".join(kept).rstrip(_BEFORE_ELLIPSIS)
            runs = self._splitter.runs(text, face)
            if not text or _advance(runs) + _advance(dots) <= most:
                break
            kept = clusters(text)[:-1]
        drawn = tuple(Run(dot.text, dot.face, dot.advance, source="") for dot in dots)
        end = line.start + len(text)
        return Line((*runs, *drawn), _advance(runs) + _advance(dots), text, line.start, end)

    def _carets(self, run: Run, x: int) -> Iterator[int]:
        parts = clusters(run.copied)
        for index, cluster in enumerate(parts, 1):
            if run.outline is not None or run.missing:
                reached = x + run.advance * index // len(parts)
            else:
                x += _advance(self._splitter.runs(cluster, run.face))
                reached = x
            for _ in cluster:
                yield reached


def _units(width: float, size: float) -> int:
    """Font units in `width`; what a line says its own width is always holds that line."""
    return int(width * UNITS_PER_EM / size + 1e-6)


def _advance(runs: Sequence[Run]) -> int:
    return sum(run.advance for run in runs)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _taken(atoms: Sequence[Atom], most: int, words: PlainWords) -> int:
    """How many of `atoms` fit on a line of `most` units, with the hyphen where it ends in one."""
    taken = 0
    width = 0
    for count, atom in enumerate(atoms, 1):
        width += atom.advance
        if width > most:
            break
        last = count == len(atoms)
        if last or (not atom.empty and width + atom.hyphen * words.hyphen <= most):
            taken = count
        width += atom.spaces * words.space
    return taken


class _LineMaker:
    """Makes the lines of one paragraph out of its atoms."""

    __slots__ = ("_most", "_start", "_text", "_words")

    def __init__(self, words: PlainWords, text: str, start: int, most: int) -> None:
        self._words = words
        self._text = text
        self._start = start
        self._most = most

    def inner(self, atoms: Sequence[Atom]) -> Line:
        """A line that another one follows; blanks at its end are swallowed."""
        runs = joined(self._runs(atoms, 0))
        hyphen = atoms[-1].hyphen
        if hyphen:
            runs = (*runs, Run("-", self._words.face, self._words.hyphen, source=""))
        return self._line(runs, atoms[0].start, atoms[-1].end, hyphen)

    def last(self, atoms: Sequence[Atom]) -> Line:
        """The last line; blanks at its end are kept as far as they fit."""
        space = self._words.space
        left = self._most - sum(atom.advance for atom in atoms)
        left -= space * sum(atom.spaces for atom in atoms[:-1])
        blanks = min(atoms[-1].spaces, max(left // space, 0))
        runs = joined(self._runs(atoms, blanks))
        return self._line(runs, atoms[0].start, atoms[-1].end + blanks, False)

    def _line(self, runs: tuple[Run, ...], first: int, end: int, hyphen: bool) -> Line:
        text = self._text[first:end]
        return Line(runs, _advance(runs), text, self._start + first, self._start + end, hyphen)

    def _runs(self, atoms: Sequence[Atom], closing: int) -> Iterator[Run]:
        for atom in atoms[:-1]:
            yield from atom.runs
            if atom.spaces:
                yield self._blank(atom.end, atom.spaces)
        yield from atoms[-1].runs
        if closing:
            yield self._blank(atoms[-1].end, closing)

    def _blank(self, place: int, count: int) -> Run:
        blanks, source = " " * count, self._text[place : place + count]
        width = count * self._words.space
        return Run(blanks, self._words.face, width, source=None if source == blanks else source)
