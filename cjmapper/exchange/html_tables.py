"""The table in a piece of HTML, as plain texts. Looks, links and pictures are not taken along.

Nothing is fetched and nothing is run. Tags are told apart in one pass, whatever is written, which
the parser of the standard library can't promise for what is malformed.
"""

import re
from collections.abc import Iterator

from cjmapper.model.text_table import MOST_SIDE, TextTable, table_of

MOST_CHARACTERS = 4_000_000
_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "tr"})
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_SPAN = {
    side: re.compile(rf"\b{side}\s*=\s*[\"']?([0-9]{{1,3}})(?![0-9])", re.IGNORECASE)
    for side in ("colspan", "rowspan")
}
_MOST_SPAN = 200
_MOST_OUTSIDE = 200
"""With more characters beside its table, a page was copied and no table."""


def table_in(source: str) -> TextTable | None:
    """The only table in the HTML; None where there is none, several, or much text beside it.

    Refused with `table_too_large`.
    """
    if len(source) > MOST_CHARACTERS or "<table" not in source.lower():
        return None
    reader = _Reader()
    for piece in _pieces(source):
        reader.take(piece)
    if reader.tables != 1 or reader.outside > _MOST_OUTSIDE:
        return None
    return table_of(_filled(reader.rows))


def _pieces(source: str) -> Iterator[str]:
    """Tags and the text between them, in order; comments and declarations are left out."""
    place = 0
    while place < len(source):
        start = source.find("<", place)
        if start < 0:
            yield source[place:]
            return
        if start > place:
            yield source[place:start]
        closing = "-->" if source.startswith("<!--", start) else ">"
        end = source.find(closing, start)
        if end < 0:
            return
        place = end + len(closing)
        if _NAME.match(source, start):
            yield source[start:place]


class _Cell:
    """A cell while it is read: its pieces, and how many columns and rows it covers."""

    def __init__(self, tag: str) -> None:
        self.pieces: list[str] = []
        self.across = _span(tag, "colspan")
        self.down = _span(tag, "rowspan")

    @property
    def text(self) -> str:
        """What it says, a line for each break."""
        lines = (line.strip() for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)


class _Reader:
    """Collects the rows of the outermost tables; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        self.rows: list[list[_Cell]] = []
        self.tables = 0
        self.outside = 0
        self._depth = 0
        self._silenced_by = ""
        self._cell: _Cell | None = None

    def take(self, piece: str) -> None:
        """One tag, or the text between two."""
        name = _NAME.match(piece)
        if name is None:
            self._text(piece)
            return
        tag = name.group(1).lower()
        if piece.startswith("</"):
            self._end(tag)
        elif not self._silenced_by:
            self._start(tag, piece)

    def _start(self, tag: str, piece: str) -> None:
        if tag in _SILENT:
            self._silenced_by = tag
        elif tag == "table":
            self._depth += 1
            self.tables += self._depth == 1
        elif self._depth == 1 and tag == "tr":
            self._cell = None
            self.rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._cell = _Cell(piece)
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(self._cell)
        elif tag in _BREAKS and self._cell is not None:
            self._cell.pieces.append("\n")

    def _end(self, tag: str) -> None:
        if self._silenced_by:
            if tag == self._silenced_by:
                self._silenced_by = ""
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
        if self._depth == 0 or (self._depth == 1 and tag in ("td", "th")):
            self._cell = None

    def _text(self, piece: str) -> None:
        if self._silenced_by:
            return
        from html import unescape

        text = _BLANKS.sub(" ", unescape(piece))
        if self._cell is not None:
            self._cell.pieces.append(text)
        elif self._depth == 0:
            self.outside += len(text.strip())


def _span(tag: str, side: str) -> int:
    found = _SPAN[side].search(tag)
    return min(max(int(found.group(1)), 1), _MOST_SPAN) if found else 1


def _filled(rows: list[list[_Cell]]) -> Iterator[list[str]]:
    """Rows with an empty cell wherever a cell reaches over from the left or from above."""
    covered: dict[int, int] = {}
    for row in rows:
        texts: list[str] = []
        waiting = list(reversed(row))
        now, covered = covered, {at: left - 1 for at, left in covered.items() if left > 1}
        while waiting and len(texts) <= MOST_SIDE:
            if len(texts) in now:
                texts.append("")
                continue
            cell = waiting.pop()
            for offset in range(cell.across):
                if cell.down > 1:
                    covered[len(texts)] = cell.down - 1
                texts.append("" if offset else cell.text)
        yield texts
