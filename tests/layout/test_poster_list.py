"""The list of an overview: where it goes on, and what is never left alone; marks in their cells."""

from functools import cache
from itertools import pairwise

import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.poster_list import lay_out_list
from cjmapper.layout.poster_list_types import (
    Listed,
    ListedCard,
    ListedPhase,
    ListedStep,
)
from cjmapper.layout.poster_overview import lay_out_overview, numbered_cards
from cjmapper.layout.result import MapLayout
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from tests.support.builders import card, document, journey
from tests.support.layouts import laid_out, setting
from tests.support.wide_maps import wide_map

PAGE = Rect(0.0, 0.0, 210.0, 297.0)


@cache
def wide() -> MapLayout:
    return laid_out(wide_map())


def left(item: Listed) -> float:
    match item:
        case ListedPhase():
            return item.box.x
        case ListedStep():
            return item.number.x
        case ListedCard():
            return item.mark.box.x


@pytest.mark.parametrize("height", range(60, 260, 9))
def test_no_heading_is_left_alone_and_none_is_said_twice(height: int) -> None:
    layout = wide()
    room = Rect(10.0, 20.0, 190.0, float(height))
    for page in lay_out_list(layout, numbered_cards(layout), PAGE, room, setting()):
        assert isinstance(page.items[0], ListedPhase)
        assert isinstance(page.items[-1], ListedCard)
        for one, other in pairwise(page.items):
            if left(other) > left(one):
                assert isinstance(one, ListedCard)
            if isinstance(one, ListedPhase):
                assert isinstance(other, ListedStep)
        named = [item.index for item in page.items if isinstance(item, ListedPhase)]
        assert len(named) == len(set(named))


@pytest.mark.parametrize("width", [DISTANCES.least_column, DISTANCES.column_width])
def test_marks_stand_in_their_cells_and_apart(width: float) -> None:
    many = tuple(card(f"c{number}", f"note:s{number % 2 + 1}") for number in range(150))
    layout = laid_out(document(journey("s1 s2", "note pain", cards=many)))
    overview = lay_out_overview(layout, numbered_cards(layout), width, setting())
    assert len(overview.marks) == 150
    for mark in overview.marks:
        step = mark.card.step
        assert step is not None
        column = overview.map.columns[overview.map.column_of[step]]
        assert column.x <= mark.box.x
        assert mark.box.right <= column.right
        assert mark.box.bottom <= overview.map.lanes[0].bottom
    for one, other in pairwise(overview.marks):
        assert not one.box.meets(other.box)


def test_no_type_of_an_overview_is_smaller_than_its_cards_would_be() -> None:
    layout = laid_out(decode(resource("examples", "restaurant.nb.cjmap").read_bytes()).document)
    made = lay_out_overview(layout, numbered_cards(layout), 30.0, setting()).map
    some = [route.label for route in made.transitions]
    some += [column.number for column in made.columns]
    for band in made.lanes:
        some += [band.title, band.line_label]
    for lane in made.emotion_lanes.values():
        some += [*lane.axis, *(dot.words for dot in lane.readings)]
    blocks = [block for block in some if block is not None]
    assert len(blocks) > 30
    assert min(block.style.size for block in blocks) >= CARD_TEXT.size
