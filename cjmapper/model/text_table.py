"""A rectangle of texts, as a spreadsheet gives it: read from delimited text, and written as such.

Nothing in it is ever counted or run: a formula is its text. It knows no map.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from cjmapper.errors import EditError
from cjmapper.model.plain_text import MAX_TEXT, clean

MOST_CHARACTERS = 5_000_000
MOST_CELLS = 2_000
"""The most cells with text that are taken in at once."""

MOST_SIDE = 2_000
"""The most rows or columns that are looked at."""

_MOST_AREA = 200_000
"""The most cells that are looked at, with text or without."""

_TAB = "\t"
_ENDS = {mark: re.compile(f"[{mark}\n]") for mark in (_TAB, ";", ",")}
"""What ends a cell without quotes, for each character that may part cells."""


class TextTable(msgspec.Struct, frozen=True):
    """Rows of equally many cells; no row or column at its edges is empty.

    Attributes:
        rows: the cells, row by row.
        is_cut: a cell had more text than a document can hold; its end was left out.
    """

    rows: tuple[tuple[str, ...], ...]
    is_cut: bool = False

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells that say something, row by row."""
        return tuple(cell for row in self.rows for cell in row if cell)


def table_of(rows: Iterable[Sequence[str]]) -> TextTable | None:
    """The table of these rows with clean cells and no empty edges; None where nothing is said.

    Refused with `table_too_large`.
    """
    tidy: list[list[str]] = []
    filled = area = longest = 0
    for row in rows:
        area += len(row) + 1
        if len(row) > MOST_SIDE or len(tidy) >= MOST_SIDE or area > _MOST_AREA:
            raise EditError("table_too_large", limit=MOST_CELLS)
        cells = [_cell(text) for text in row]
        longest = max([longest, *map(len, cells)])
        cells = [text[:MAX_TEXT] for text in cells]
        filled += sum(1 for cell in cells if cell)
        if filled > MOST_CELLS:
            raise EditError("table_too_large", limit=MOST_CELLS)
        tidy.append(cells)
    while tidy and not any(tidy[-1]):
        tidy.pop()
    while tidy and not any(tidy[0]):
        del tidy[0]
    if not tidy:
        return None
    ends = [max((at for at, cell in enumerate(row) if cell), default=-1) for row in tidy]
    starts = [next((at for at, cell in enumerate(row) if cell), MOST_SIDE) for row in tidy]
    first, last = min(starts), max(ends) + 1
    padded = (row + [""] * (last - len(row)) for row in tidy)
    return TextTable(tuple(tuple(row[first:last]) for row in padded), longest > MAX_TEXT)


def read_delimited(text: str, delimiter: str = _TAB) -> TextTable | None:
    """The table in a text with a row on each line; quoted cells may hold line ends.

    Refused with `table_too_large`.
    """
    if len(text) > MOST_CHARACTERS:
        raise EditError("table_too_large", limit=MOST_CELLS)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return table_of(_rows(plain, delimiter))


def lines_of(text: str) -> TextTable | None:
    """A table of one column: each line that says something is a cell."""
    if len(text) > MOST_CHARACTERS:
        raise EditError("table_too_large", limit=MOST_CELLS)
    return table_of([line] for line in clean(text).split("\n") if line.strip())


def delimiter_of(text: str) -> str:
    """What parts the cells of a delimited text: a tab, semicolon or comma, whichever fits."""
    head = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    counts = {mark: [line.count(mark) for line in head] for mark in (_TAB, ";", ",")}
    return max(counts, key=lambda mark: (min(counts[mark], default=0), sum(counts[mark])))


def written(rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated text of a table; cells with line ends or tabs are quoted."""
    return "\n".join(_TAB.join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if _TAB in cell or "\n" in cell or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _cell(text: str) -> str:
    return clean(text).replace(_TAB, " ").strip()


def _rows(text: str, delimiter: str) -> Iterable[list[str]]:
    row: list[str] = []
    place = 0
    while place <= len(text):
        cell, place, ends_row = _next_cell(text, place, delimiter)
        row.append(cell)
        if len(row) > MOST_SIDE:
            raise EditError("table_too_large", limit=MOST_CELLS)
        if ends_row:
            yield row
            row = []


def _next_cell(text: str, start: int, delimiter: str) -> tuple[str, int, bool]:
    """A cell, where the next one begins, and whether it was the last of its row."""
    if text.startswith('"', start):
        close = _closing_quote(text, start + 1, delimiter)
        raw = text[start + 1 : close] if close >= 0 else ""
        if close >= 0 and _was_quoted(raw, delimiter):
            return raw.replace('""', '"'), close + 2, _is_end(text, close + 1)
    found = _ENDS[delimiter].search(text, start)
    end = len(text) if found is None else found.start()
    return text[start:end], end + 1, _is_end(text, end)


def _closing_quote(text: str, start: int, delimiter: str) -> int:
    """Where the quote stands that ends a cell; -1 where none does."""
    place = text.find('"', start)
    while place >= 0:
        if text.startswith('"', place + 1):
            place = text.find('"', place + 2)
        elif _is_end(text, place + 1) or text.startswith(delimiter, place + 1):
            return place
        else:
            return -1
    return -1


def _was_quoted(raw: str, delimiter: str) -> bool:
    """Some programs put no quotes around a cell that itself stands in quotes."""
    return delimiter != _TAB or any(mark in raw for mark in ("\n", _TAB, '""'))


def _is_end(text: str, place: int) -> bool:
    return place >= len(text) or text[place] == "\n"
