"""The last page of a list: columns about as tall as each other, steps whole where they can be.

Moves what is laid out already; wraps no text and turns no page.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_list_types import (
    ABOVE_CARD,
    ABOVE_PHASE,
    ABOVE_STEP,
    Listed,
    ListedCard,
    ListedPhase,
    ListedStep,
    ListPage,
    bottom_of,
)

_LEAST = 0.4
"""Of the page: columns are not made shorter than that."""
_TRIES = 12
_SLACK = 1e-6

_Unit = tuple[Listed, ...]
"""What stays together."""


class Columns(msgspec.Struct, frozen=True):
    """Where a page has its columns: so many in `room`, each so many millimetres after the last."""

    room: Rect
    count: int
    pitch: float
    em: float


def evened(page: ListPage, columns: Columns) -> ListPage:
    """The same page with all its columns used; as it was where nothing is gained."""
    for apart in (_between_steps, _between_cards):
        units = _units(page.items, apart)
        height = _height(units, columns)
        if height is not None:
            return ListPage(tuple(_placed(_filled(units, height, columns.em), columns)))
    return page


def _height(units: Sequence[_Unit], columns: Columns) -> float | None:
    """The least height at which the units find room in the columns."""
    highest = columns.room.height
    if not _fits(units, highest, columns):
        return None
    lowest = _LEAST * highest
    if _fits(units, lowest, columns):
        return lowest
    for _ in range(_TRIES):
        middle = (lowest + highest) / 2
        if _fits(units, middle, columns):
            highest = middle
        else:
            lowest = middle
    return highest


def _fits(units: Sequence[_Unit], height: float, columns: Columns) -> bool:
    if any(_extent(unit, columns.em) > height + _SLACK for unit in units):
        return False
    return len(_filled(units, height, columns.em)) <= columns.count


def _filled(units: Sequence[_Unit], height: float, em: float) -> list[list[Listed]]:
    """The units in columns of a height, one after the other."""
    filled: list[list[Listed]] = [[]]
    for unit in units:
        if filled[-1] and _extent((*filled[-1], *unit), em) > height + _SLACK:
            filled.append([])
        filled[-1] += unit
    return filled


def _extent(items: Sequence[Listed], em: float) -> float:
    """How tall these are below each other, from the top of a column."""
    inner = sum(_above(item) * em for item in items[1:])
    return inner + sum(_tall(item) for item in items)


def _placed(filled: Sequence[Sequence[Listed]], columns: Columns) -> Iterator[Listed]:
    for index, items in enumerate(filled):
        x, y = columns.room.x + index * columns.pitch, columns.room.y
        for number, item in enumerate(items):
            y += _above(item) * columns.em if number else 0.0
            yield _moved(item, x, y)
            y += _tall(item)


def _units(items: Sequence[Listed], apart: Callable[[Listed, Listed], bool]) -> list[_Unit]:
    units: list[list[Listed]] = []
    for index, item in enumerate(items):
        if index == 0 or apart(items[index - 1], item):
            units.append([])
        units[-1].append(item)
    return [tuple(unit) for unit in units]


def _between_steps(before: Listed, after: Listed) -> bool:
    """Whether a column may end between the two, where steps stay whole."""
    return not isinstance(before, ListedPhase) and not isinstance(after, ListedCard)


def _between_cards(before: Listed, _: Listed) -> bool:
    """Whether a column may end between the two, where only headings keep their first card."""
    return isinstance(before, ListedCard)


def _above(item: Listed) -> float:
    match item:
        case ListedPhase():
            return ABOVE_PHASE
        case ListedStep():
            return ABOVE_STEP
        case ListedCard():
            return ABOVE_CARD


def _tall(item: Listed) -> float:
    match item:
        case ListedPhase():
            return item.box.height
        case ListedStep():
            return max(item.title.height, item.title.style.line_height)
        case ListedCard():
            return bottom_of(item) - item.mark.box.y


def _moved(item: Listed, x: float, y: float) -> Listed:
    """The same with its left top corner at (x, y)."""
    replace = msgspec.structs.replace
    match item:
        case ListedPhase():
            dx, dy = x - item.box.x, y - item.box.y
            return replace(item, box=item.box.moved(dx, dy), name=item.name.moved(dx, dy))
        case ListedStep():
            dx, dy = x - item.number.x, y - item.number.y
            number, title = item.number.moved(dx, dy), item.title.moved(dx, dy)
            return replace(item, number=number, title=title)
        case ListedCard():
            return _moved_card(item, x - item.mark.box.x, y - item.mark.box.y)


def _moved_card(card: ListedCard, dx: float, dy: float) -> ListedCard:
    return ListedCard(
        card.mark.moved(dx, dy),
        card.text.moved(dx, dy),
        None if card.caption is None else card.caption.moved(dx, dy),
        None if card.telling is None else card.telling.moved(dx, dy),
        None if card.picture is None else card.picture.moved(dx, dy),
    )
