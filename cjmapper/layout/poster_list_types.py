"""What stands on a page of a list: phases, steps and cards in their places.

Only values, and how much room there is above each of them.
"""

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_types import CardMark
from cjmapper.layout.result import Column, TextBlock

ABOVE_PHASE, ABOVE_STEP, ABOVE_CARD = 1.6, 1.1, 0.65
"""What is free above each, in ems; nothing at the top of a column."""


class ListedPhase(msgspec.Struct, frozen=True):
    """The name of a phase on a band; `index` is its place among the phases."""

    box: Rect
    name: TextBlock
    index: int
    goes_on: bool


class ListedStep(msgspec.Struct, frozen=True):
    """The number and title of a step."""

    column: Column
    number: TextBlock
    title: TextBlock
    goes_on: bool


class ListedCard(msgspec.Struct, frozen=True):
    """A card: its mark, its text, then what its small print says; `picture` is its room."""

    mark: CardMark
    text: TextBlock
    caption: TextBlock | None
    telling: TextBlock | None
    picture: Rect | None


Listed = ListedPhase | ListedStep | ListedCard


class ListPage(msgspec.Struct, frozen=True):
    """What stands on one page, in reading order."""

    items: tuple[Listed, ...]


def bottom_of(card: ListedCard) -> float:
    """The y below all that belongs to a card."""
    blocks = (card.text, card.caption, card.telling)
    bottoms = [block.bottom for block in blocks if block is not None]
    if card.picture is not None:
        bottoms.append(card.picture.bottom)
    return max(card.mark.box.bottom, *bottoms)
