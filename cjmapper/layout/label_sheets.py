"""Texts on labels, so many to a sheet as the longest of them lets: where each stands, in mm.

Nothing is cut off: a text that fits no small label gets a larger one, and one that fills a sheet
goes on upon the next.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cjmapper.geometry import Rect, Size, mm_from_pt
from cjmapper.layout.result import TextBlock
from cjmapper.model.vocabulary import CardKind
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle
from cjmapper.text.wrap import Typesetter

LEAST = Size(60.0, 35.0)
"""No label is smaller: what a hand can write on and two metres can tell apart."""
PAD = 4.0
"""From the cut to what stands on a label."""
STRIPE = 2.2
ICON = 4.2
_STRIPE_GAP = 3.0
_ROW_GAP = 1.6
_WIDEST = 1.2
"""A label wider than so many times its height grows down, else across."""
_SIZES_PT = (14.0, 12.0)
_SMALL_SIZES_PT = (11.0, 10.0)
_LEADING = 1.28
_PLACE_LINES = 2
SMALL = TextStyle(Face.SANS, mm_from_pt(9.0), mm_from_pt(12.0))
KIND = TextStyle(Face.SEMIBOLD, mm_from_pt(9.0), mm_from_pt(12.0))


class LabelText(msgspec.Struct, frozen=True, kw_only=True):
    """What a label says.

    Attributes:
        id: of the card; of the kind for a blank one.
        kind: gives colour and icon.
        head: the kind in words.
        text: of the card; empty for a blank one.
        place: where it belongs; empty where it belongs nowhere yet.
    """

    id: str
    kind: CardKind
    head: str
    text: str = ""
    place: str = ""


class Label(msgspec.Struct, frozen=True):
    """One label where it stands; the blocks are relative to its left top corner."""

    said: LabelText
    box: Rect
    head: TextBlock
    text: TextBlock
    place: TextBlock


class LabelSheet(msgspec.Struct, frozen=True):
    """One sheet: its size, its labels row by row, and where to cut."""

    size: Size
    labels: tuple[Label, ...]
    cuts_x: tuple[float, ...]
    cuts_y: tuple[float, ...]


class _Grid(msgspec.Struct, frozen=True):
    columns: int
    rows: int
    label: Size

    @property
    def count(self) -> int:
        return self.columns * self.rows


class _Fitted(msgspec.Struct, frozen=True):
    """A text in the lines that it takes on a label of `grid`, at `style`."""

    said: LabelText
    grid: _Grid
    style: TextStyle
    lines: tuple[Line, ...]


def lay_out_labels(
    said: Iterable[LabelText], page: Size, inside: Rect, typesetter: Typesetter
) -> tuple[LabelSheet, ...]:
    """Sheets with all labels: those of one size together, the small ones first, each in order."""
    grids = tuple(_grids(inside.size))
    fitted = [part for one in said for part in _fitted(one, grids, typesetter)]
    sheets: list[LabelSheet] = []
    for grid in grids:
        group = [one for one in fitted if one.grid == grid]
        for start in range(0, len(group), grid.count):
            some = group[start : start + grid.count]
            sheets.append(_sheet(some, grid, page, inside, typesetter))
    return tuple(sheets)


def blank_sheets(
    kinds: Sequence[LabelText], page: Size, inside: Rect, typesetter: Typesetter
) -> tuple[LabelSheet, ...]:
    """A sheet of empty labels for each kind."""
    grid = next(_grids(inside.size))
    style = _style(_SIZES_PT[0])
    return tuple(
        _sheet([_Fitted(one, grid, style, ())] * grid.count, grid, page, inside, typesetter)
        for one in kinds
    )


def _grids(room: Size) -> Iterator[_Grid]:
    """Ways to cut a sheet, the smallest labels first, down to the whole sheet."""
    columns = max(1, int(room.width // LEAST.width))
    rows = max(1, int(room.height // LEAST.height))
    while True:
        yield _Grid(columns, rows, Size(room.width / columns, room.height / rows))
        if columns == rows == 1:
            return
        wide = room.width / columns > _WIDEST * room.height / rows
        if columns == 1 or (wide and rows > 1):
            rows = max(1, rows * 2 // 3)
        else:
            columns = max(1, columns * 2 // 3)


def _style(size_pt: float) -> TextStyle:
    size = mm_from_pt(size_pt)
    return TextStyle(Face.SANS, size, size * _LEADING)


def _across(label: Size) -> float:
    """How wide a line may be."""
    return label.width - 2 * PAD - STRIPE - _STRIPE_GAP


def _place(said: LabelText, label: Size, typesetter: Typesetter) -> tuple[Line, ...]:
    return typesetter.fit(said.place, SMALL, _across(label), _PLACE_LINES)


def _room(said: LabelText, label: Size, typesetter: Typesetter) -> float:
    """How high a label is for its text, between kind and place."""
    below = len(_place(said, label, typesetter)) * SMALL.line_height
    return label.height - 2 * PAD - KIND.line_height - below - 2 * _ROW_GAP


def _fitted(said: LabelText, grids: Sequence[_Grid], typesetter: Typesetter) -> tuple[_Fitted, ...]:
    """The text on the smallest label that holds it in letters that are read standing."""
    for sizes in (_SIZES_PT, _SMALL_SIZES_PT):
        for grid in grids:
            room = _room(said, grid.label, typesetter)
            for style in map(_style, sizes):
                lines = typesetter.wrap(said.text, style, _across(grid.label), aligned=True)
                if len(lines) * style.line_height <= room:
                    return (_Fitted(said, grid, style, lines),)
    return tuple(_continued(said, grids[-1], typesetter))


def _continued(said: LabelText, grid: _Grid, typesetter: Typesetter) -> Iterator[_Fitted]:
    """A text that no sheet holds, on as many as it takes."""
    style = _style(_SMALL_SIZES_PT[-1])
    lines = typesetter.wrap(said.text, style, _across(grid.label), aligned=True)
    most = max(1, int(_room(said, grid.label, typesetter) // style.line_height))
    parts = range(0, len(lines), most)
    for number, start in enumerate(parts, 1):
        head = f"{said.head} ({number}/{len(parts)})"
        part = msgspec.structs.replace(said, head=head)
        yield _Fitted(part, grid, style, lines[start : start + most])


def _sheet(
    some: Sequence[_Fitted], grid: _Grid, page: Size, inside: Rect, typesetter: Typesetter
) -> LabelSheet:
    width, height = grid.label.width, grid.label.height
    labels = []
    for index, one in enumerate(some):
        row, column = divmod(index, grid.columns)
        box = Rect(inside.x + column * width, inside.y + row * height, width, height)
        labels.append(_label(one, box, typesetter))
    rows = -(-len(some) // grid.columns)
    return LabelSheet(
        page,
        tuple(labels),
        tuple(inside.x + width * number for number in range(grid.columns + 1)),
        tuple(inside.y + height * number for number in range(rows + 1)),
    )


def _label(one: _Fitted, box: Rect, typesetter: Typesetter) -> Label:
    left = PAD + STRIPE + _STRIPE_GAP
    head_left = left + ICON + _ROW_GAP
    head = typesetter.fit(one.said.head, KIND, box.width - head_left - PAD, 1)
    place = _place(one.said, box.size, typesetter)
    top = PAD + KIND.line_height + _ROW_GAP
    return Label(
        one.said,
        box,
        TextBlock(head_left, PAD, head, KIND),
        TextBlock(left, top, one.lines, one.style),
        TextBlock(left, box.height - PAD - len(place) * SMALL.line_height, place, SMALL),
    )
