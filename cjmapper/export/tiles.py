"""A large page cut into smaller sheets: how many, where the joints lie, what stands on each.

Only numbers, in millimetres of the whole page; `cjmapper.export.tile_pages` draws the sheets.
Every sheet prints its part with `MARGIN` free around it; neighbours share a strip of `OVERLAP`.
"""

import math
from collections.abc import Sequence

import msgspec

from cjmapper.errors import ExportError
from cjmapper.geometry import Rect, Size

MARGIN = 10.0
"""What a printer may leave white at each edge of a sheet."""
OVERLAP = 10.0
"""What two neighbours both print, so that they can be glued."""
MOST_SHEETS = 400
LEAST_NEW = 30.0
"""What a sheet adds to its neighbour, at least."""
_LETTERS = 26


class Grid(msgspec.Struct, frozen=True):
    """How many sheets lie beside and below each other, and how they are turned."""

    sheet: Size
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """Of all sheets."""
        return self.columns * self.rows

    @property
    def print_size(self) -> Size:
        """What a sheet can hold."""
        return Size(self.sheet.width - 2 * MARGIN, self.sheet.height - 2 * MARGIN)


class Tile(msgspec.Struct, frozen=True):
    """One sheet.

    Attributes:
        label: its name: a letter for the column, a number for the row (``B3``).
        content: what is printed on it, in millimetres of the whole page.
        cell: the part of it that is seen when the next sheets are glued on.
        neighbours: labels of the sheets at the left, above, at the right and below; empty: none.
    """

    label: str
    column: int
    row: int
    content: Rect
    cell: Rect
    neighbours: tuple[str, str, str, str]


class Tiling(msgspec.Struct, frozen=True):
    """How a page is cut.

    Attributes:
        paper: the name of the sheets' paper.
        page: the size of the whole.
        grid: how many sheets, how turned.
        joints_x: where one column of sheets begins upon another, on the whole page.
        joints_y: the same for rows.
        tiles: row by row.
    """

    paper: str
    page: Size
    grid: Grid
    joints_x: tuple[float, ...]
    joints_y: tuple[float, ...]
    tiles: tuple[Tile, ...]

    @property
    def last(self) -> str:
        """The label of the sheet at the right bottom."""
        return self.tiles[-1].label


def grid_for(page: Size, paper: Size) -> Grid:
    """The fewest sheets of `paper` that make `page`, upright or lying.

    n = ⌈(W − overlap) / (w − 2 · margin − overlap)⌉ in each direction.

    Raises:
        ExportError: ``tiles_not_smaller``, ``tiles_too_small`` or ``tiles_too_many``.
    """
    ways = [Size(paper.width, paper.height), Size(paper.height, paper.width)]
    if any(page.width <= way.width and page.height <= way.height for way in ways):
        raise ExportError("tiles_not_smaller")
    if min(paper.width, paper.height) - 2 * MARGIN - OVERLAP < LEAST_NEW:
        raise ExportError("tiles_too_small")
    best = min((_grid(page, way) for way in ways), key=lambda grid: grid.count)
    if best.count > MOST_SHEETS:
        raise ExportError("tiles_too_many", count=best.count, limit=MOST_SHEETS)
    return best


def _grid(page: Size, sheet: Size) -> Grid:
    return Grid(sheet, _needed(page.width, sheet.width), _needed(page.height, sheet.height))


def _needed(whole: float, side: float) -> int:
    """How many sheets of `side` cover `whole`."""
    return max(1, math.ceil((whole - OVERLAP) / (side - 2 * MARGIN - OVERLAP) - 1e-9))


def tiling_at(
    paper: str, page: Size, grid: Grid, joints_x: Sequence[float], joints_y: Sequence[float]
) -> Tiling:
    """The sheets of a page whose joints are chosen."""
    columns = _spans(page.width, joints_x)
    rows = _spans(page.height, joints_y)
    tiles = tuple(
        _tile((column, row), columns, rows)
        for row in range(len(rows))
        for column in range(len(columns))
    )
    return Tiling(paper, page, grid, tuple(joints_x), tuple(joints_y), tiles)


def label(column: int, row: int) -> str:
    """``B3`` for the second column and the third row; ``AA1`` after ``Z1``."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


_Span = tuple[float, float, float]
"""Where a sheet begins, where the next one begins upon it, and where it ends."""


def _spans(whole: float, joints: Sequence[float]) -> list[_Span]:
    starts = (0.0, *joints)
    return [
        *((start, end, end + OVERLAP) for start, end in zip(starts, joints, strict=False)),
        (starts[-1], whole, whole),
    ]


def _tile(place: tuple[int, int], columns: Sequence[_Span], rows: Sequence[_Span]) -> Tile:
    column, row = place
    left, joint_x, right = columns[column]
    top, joint_y, bottom = rows[row]
    around = ((column - 1, row), (column, row - 1), (column + 1, row), (column, row + 1))
    before, above, after, below = (
        label(x, y) if 0 <= x < len(columns) and 0 <= y < len(rows) else "" for x, y in around
    )
    return Tile(
        label(column, row),
        column,
        row,
        Rect(left, top, right - left, bottom - top),
        Rect(left, top, joint_x - left, joint_y - top),
        (before, above, after, below),
    )
