"""The runs of a line from left to right, where some of its letters run leftwards.

Breaks no lines; `cjmapper.text.bidi` knows which characters run where.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from cjmapper.text.bidi import base_level, levels, mirrored, of_line, visual_order
from cjmapper.text.clusters import clusters
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, Run
from cjmapper.text.runs import RunSplitter

_HYPHEN = "-"


class Ways(NamedTuple):
    """Where the characters of a paragraph run: the level of each, and 1 where it all does."""

    levels: Sequence[int]
    base: int


class _Piece(NamedTuple):
    run: Run
    place: int
    level: int


def ways_of(text: str) -> Ways:
    """Where the characters of the paragraph `text` run."""
    return Ways(levels(text), base_level(text))


def in_order(line: Line, first: int, ways: Ways, face: Face, splitter: RunSplitter) -> Line:
    """`line`, which begins at `first` of its paragraph, with its runs as they are seen."""
    found = of_line(line.text, ways.levels[first : first + len(line.text)], ways.base)
    if not any(found):
        return line
    pieces = list(_pieces(line.runs, found, ways.base, face, splitter))
    order = visual_order([piece.level for piece in pieces])
    runs = tuple(pieces[place].run for place in order)
    return msgspec.structs.replace(
        line,
        runs=runs,
        advance=sum(run.advance for run in runs),
        places=tuple(pieces[place].place for place in order),
    )


def at_right_edge(line: Line, most: int, ways: Ways) -> Line:
    """`line` moved to the right edge of its `most` units, if its paragraph runs leftwards."""
    room = most - line.advance
    if room <= 0 or not (ways.base and line.places):
        return line
    blank = Run("", line.runs[0].face, room, source="")
    return msgspec.structs.replace(
        line, runs=(blank, *line.runs), advance=most, places=(0, *line.places)
    )


def _pieces(
    runs: Iterable[Run], found: Sequence[int], base: int, face: Face, splitter: RunSplitter
) -> Iterator[_Piece]:
    """The runs in the order of the text, each of one level; leftward signs one by one."""
    place = 0
    for run in runs:
        copied = run.copied
        if not copied:
            yield _Piece(run, place, found[place - 1] if run.text == _HYPHEN and place else base)
        start = place
        for level, count in _stretches(found[start : start + len(copied)]):
            part = copied[place - start : place - start + count]
            for one in (run,) if part == copied else splitter.runs(part, face):
                shown = _leftwards(one, face, splitter) if level % 2 else (one,)
                for each in shown:
                    yield _Piece(each, place, level)
                    place += len(each.copied)


def _stretches(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    for level, part in groupby(found):
        yield level, len(list(part))


def _leftwards(run: Run, face: Face, splitter: RunSplitter) -> Iterator[Run]:
    if run.outline is not None or run.missing or run.copied.isspace():
        yield msgspec.structs.replace(run, leftward=True)
        return
    for cluster in clusters(run.copied):
        turned = mirrored(cluster)
        for one in splitter.runs(turned, face):
            source = one.source if turned == cluster else cluster
            yield msgspec.structs.replace(one, source=source, leftward=True)
