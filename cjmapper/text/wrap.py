"""Words to lines: greedy, in integer font units, the same on every surface.

Decides every line break of a map; knows nothing of Qt, paper or what the text is about.
"""

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from cjmapper.text.atoms import Atom, AtomCutter
from cjmapper.text.bidi import runs_leftwards
from cjmapper.text.breaking import MOST_LETTERS
from cjmapper.text.clusters import clusters
from cjmapper.text.fallback import OutlineSource
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, Run, TextStyle
from cjmapper.text.metrics import UNITS_PER_EM, Metrics
from cjmapper.text.order import Ways, at_right_edge, in_order, ways_of
from cjmapper.text.plain import PlainWords, plain_lines
from cjmapper.text.runs import RunSplitter, joined

__all__ = ["Line", "Run", "TextStyle", "Typesetter"]

_PARAGRAPH = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ELLIPSIS = "…"
_NARROW = UNITS_PER_EM // 5
"""Hardly a text has letters narrower than this on the average, in font units."""
_FAR = 2 * MOST_LETTERS
_MOST_FITTED = 2000
_LETTERS_A_PULSE = 4000
"""They are laid in lines in some milliseconds."""

_Asked = tuple[str, TextStyle, float, int, bool]
_BEFORE_ELLIPSIS = " \t.,;:!?-–—…"


class Typesetter:
    """Measures text and breaks it into lines, in one language; remembers the words it met."""

    def __init__(
        self,
        metrics: Metrics,
        language: str = "nb",
        outlines: OutlineSource | None = None,
        pulse: Callable[[], None] | None = None,
    ) -> None:
        """`pulse` is called now and then while lines are made; it stops the work by raising."""
        self._pulse = pulse
        self._letters = 0
        self._metrics = metrics
        self._splitter = RunSplitter(metrics, outlines)
        self._cutter = AtomCutter(self._splitter, language)
        self._language = language
        self._words: dict[Face, PlainWords] = {}
        self._fitted: dict[_Asked, tuple[Line, ...]] = {}

    def wrap(
        self, text: str, style: TextStyle, width: float, *, aligned: bool = False
    ) -> tuple[Line, ...]:
        """`text` in lines no wider than `width` millimetres.

        Only a single character wider than that is let through, also where there is less room than
        none. A line break in the text always ends a line; no text gives no line. Where it is
        `aligned`, the lines of a paragraph that runs leftwards begin at the right edge, and are all
        as wide as the column.
        """
        if not text:
            return ()
        self._count(len(text))
        words = self._words.get(style.face) or self._learning(style.face)
        most = _units(max(0.0, width), style.size)
        plain = plain_lines(words, text, most)
        if plain is not None:
            return tuple(plain)
        lines: list[Line] = []
        for start, end in _paragraphs(text):
            part = text[start:end]
            found = self._lines(words, part, start, most)
            if not runs_leftwards(part):
                lines += found
                continue
            ways = ways_of(part)
            for line in found:
                seen = in_order(line, line.start - start, ways, words.face, self._splitter)
                lines.append(at_right_edge(seen, most, ways) if aligned else seen)
        return tuple(lines)

    def _count(self, letters: int) -> None:
        self._letters += letters
        if self._letters >= _LETTERS_A_PULSE and self._pulse is not None:
            self._letters = 0
            self._pulse()

    def line(self, text: str, style: TextStyle) -> Line:
        """`text` as one line, however wide; a line break in it is drawn as a space."""
        runs = self._splitter.runs(text, style.face)
        line = Line(runs, _advance(runs), text, 0, len(text))
        if not runs_leftwards(text):
            return line
        return in_order(line, 0, ways_of(text), style.face, self._splitter)

    def fit(
        self,
        text: str,
        style: TextStyle,
        width: float,
        most_lines: int,
        *,
        aligned: bool = False,
    ) -> tuple[Line, ...]:
        """As `wrap`, but at most `most_lines` (one or more); what is cut off shows as «…».

        Remembered for a while: whoever seeks what fits asks for the same again and again.
        """
        key = (text, style, width, most_lines, aligned)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) >= _MOST_FITTED:
                self._fitted.clear()
            found = self._fitted[key] = self._newly_fitted(*key)
        return found

    def _newly_fitted(
        self,
        text: str,
        style: TextStyle,
        width: float,
        most_lines: int,
        aligned: bool,
    ) -> tuple[Line, ...]:
        most = _units(width, style.size)
        lines = self._beginning(text, style, width, most_lines)
        if lines is None:
            lines = self.wrap(text, style, width, aligned=aligned)
        if len(lines) <= most_lines:
            return lines
        kept = max(most_lines, 1) - 1
        last = self._shortened(lines[kept], style.face, most)
        if runs_leftwards(text):
            ways = _ways_at(text, last)
            last = in_order(last, 0, ways, style.face, self._splitter)
            last = at_right_edge(last, most, ways) if aligned else last
        return (*lines[:kept], last)

    def _beginning(
        self, text: str, style: TextStyle, width: float, most_lines: int
    ) -> tuple[Line, ...] | None:
        """More than `most_lines` of a long text, not all of it read; None where that can't be told.

        What stands after the part that is read is too far off to move what is kept.
        """
        if len(text) <= 2 * _FAR:
            return None
        letters = _units(max(0.0, width), style.size) // _NARROW + 1
        enough = (max(most_lines, 1) + 1) * letters + 2 * _FAR
        if len(text) <= enough or runs_leftwards(text):
            return None
        lines = self.wrap(text[:enough], style, width)
        last = max(most_lines, 1) - 1
        return lines if last + 1 < len(lines) and lines[last].end < enough - _FAR else None

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
        if line.places:
            return self._carets_both_ways(line)
        places = [0]
        x = 0
        for run in line.runs:
            places += self._carets(run, x)
            x += run.advance
        return tuple(places)

    def _carets_both_ways(self, line: Line) -> tuple[int, ...]:
        """A caret stands where the character after it begins, and at last where that one ends."""
        places: list[int] = []
        last = 0
        for run, x in line.placed():
            if not run.copied:
                continue
            within = [x, *self._carets(run, x)]
            if run.leftward:
                within = [x + x + run.advance - place for place in within]
            places += within[:-1]
            last = within[-1]
        return (*places, last)

    def _learning(self, face: Face) -> PlainWords:
        words = PlainWords(face, self._splitter.widths(face), self._language)
        return self._words.setdefault(face, words)

    def _lines(self, words: PlainWords, text: str, start: int, most: int) -> Iterator[Line]:
        atoms = deque(self._cutter.atoms(text, words.face))
        maker = _LineMaker(words, text, start, most, self._splitter)
        if not atoms:
            yield Line((), 0, "", start, start)
        while atoms:
            count = _taken(atoms, most, words)
            if count == 0 and atoms[0].empty:
                atoms.popleft()
                continue
            if count == 0:
                finer = self._cutter.finer(text, atoms[0], words.face, most)
                if len(finer) > 1:
                    atoms.popleft()
                    atoms.extendleft(reversed(finer))
                    continue
                atoms[0].hyphen = False
                count = 1
            taken = [atoms.popleft() for _ in range(count)]
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


def _ways_at(text: str, line: Line) -> Ways:
    """Where the characters of a line run, from what its whole paragraph says."""
    spans = _paragraphs(text)
    start, end = next(span for span in spans if span[0] <= line.start <= span[1])
    found = ways_of(text[start:end])
    return Ways(found.levels[line.start - start : line.end - start], found.base)


def _advance(runs: Sequence[Run]) -> int:
    return sum(run.advance for run in runs)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _taken(atoms: Collection[Atom], most: int, words: PlainWords) -> int:
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

    __slots__ = ("_most", "_splitter", "_start", "_text", "_words")

    def __init__(
        self, words: PlainWords, text: str, start: int, most: int, splitter: RunSplitter
    ) -> None:
        self._splitter = splitter
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
        room = self._most - sum(atom.advance + atom.spaces * self._words.space for atom in atoms)
        word: list[Atom] = []
        for atom in atoms[:-1]:
            word.append(atom)
            if atom.spaces:
                yield from self._together(word, room)
                yield self._blank(atom.end, atom.spaces)
                word = []
        yield from self._together([*word, atoms[-1]], room)
        if closing:
            yield self._blank(atoms[-1].end, closing)

    def _together(self, word: Sequence[Atom], room: int) -> Iterable[Run]:
        """The runs of neighbours without a blank; parts of a word in one outline, if that fits."""
        parts = [run for atom in word for run in atom.runs]
        if len(word) < 2 or all(run.outline is None for run in parts):  # noqa: PLR2004
            return parts
        whole = self._splitter.runs(self._text[word[0].start : word[-1].end], self._words.face)
        return parts if _advance(whole) - _advance(parts) > max(room, 0) else whole

    def _blank(self, place: int, count: int) -> Run:
        blanks, source = " " * count, self._text[place : place + count]
        width = count * self._words.space
        return Run(blanks, self._words.face, width, source=None if source == blanks else source)
