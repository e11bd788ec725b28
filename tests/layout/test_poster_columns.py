"""The last page of a list: its columns share what there is, and a step stays whole where it can."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.poster_columns import Columns, evened
from cjmapper.layout.poster_list import lay_out_list
from cjmapper.layout.poster_list_types import (
    ABOVE_CARD,
    ABOVE_STEP,
    Listed,
    ListedCard,
    ListedPhase,
    ListedStep,
    ListPage,
    bottom_of,
)
from cjmapper.layout.poster_overview import numbered_cards
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.vocabulary import TouchpointStatus
from tests.support.builders import card, document, journey
from tests.support.layouts import laid_out, setting
from tests.support.lying_pictures import saved

PAGE = Rect(0.0, 0.0, 297.0, 210.0)
ROOM = Rect(10.0, 20.0, 277.0, 170.0)


def place(item: Listed) -> tuple[float, float]:
    match item:
        case ListedPhase():
            return item.box.x, item.box.y
        case ListedStep():
            return item.number.x, item.number.y
        case ListedCard():
            return item.mark.box.x, item.mark.box.y


def below(item: Listed) -> float:
    match item:
        case ListedPhase():
            return item.box.bottom
        case ListedStep():
            return item.title.bottom
        case ListedCard():
            return bottom_of(item)


def listed(counts: Sequence[int], text: str = "Ord", room: Rect = ROOM) -> tuple[ListPage, ...]:
    """A list of steps with so many cards each."""
    steps = [f"s{number}" for number in range(1, len(counts) + 1)]
    cards = tuple(
        card(f"{step}-{number}", f"note:{step}", text)
        for step, count in zip(steps, counts, strict=True)
        for number in range(count)
    )
    layout = laid_out(document(journey(" ".join(steps), "note", cards=cards)))
    return lay_out_list(layout, numbered_cards(layout), PAGE, room, setting())


def columns(page: ListPage) -> list[list[Listed]]:
    return [list(items) for _, items in groupby(page.items, key=lambda item: place(item)[0])]


def test_a_list_of_less_than_a_page_uses_all_its_columns() -> None:
    (page,) = listed([5, 5, 5, 5, 5, 5])
    assert [sum(isinstance(one, ListedStep) for one in column) for column in columns(page)] == [
        2,
        2,
        2,
    ]


def test_a_step_is_not_parted_where_its_column_is_long_enough() -> None:
    for counts in ([4, 7, 3, 6, 5], [9, 1, 1, 9], [2, 8, 8, 2]):
        (page,) = listed(counts)
        for column in columns(page):
            assert isinstance(column[0], ListedPhase | ListedStep)


def test_a_step_longer_than_a_column_goes_on_and_no_heading_stays_behind() -> None:
    (page,) = listed([30, 1])
    assert len(columns(page)) == 3
    for column in columns(page):
        assert isinstance(column[-1], ListedCard)


def test_a_handful_of_cards_stays_in_one_column() -> None:
    (page,) = listed([2, 2])
    assert len(columns(page)) == 1


@pytest.mark.parametrize("count", range(1, 60, 7))
def test_nothing_is_lost_moved_past_another_or_out_of_the_room(count: int) -> None:
    pages = listed([count, 3, 2 * count, 1], "Noen ord som går over flere linjer i en spalte " * 3)
    numbers = [
        one.mark.text.lines[0].text
        for page in pages
        for one in page.items
        if isinstance(one, ListedCard)
    ]
    assert numbers == [str(number) for number in range(1, 3 * count + 5)]
    for page in pages:
        for column in columns(page):
            assert place(column[0])[1] == pytest.approx(ROOM.y)
            assert below(column[-1]) <= ROOM.bottom + 1e-3
            for one, other in pairwise(column):
                assert place(other)[1] >= below(one) - 1e-6


def test_a_page_full_of_one_long_card_is_left_as_it_was() -> None:
    pages = listed([1, 1], "Ord " * 1500, Rect(10.0, 20.0, 277.0, 60.0))
    seen = [one for page in pages for one in page.items if isinstance(one, ListedCard)]
    words = sum(len(line.text.split()) for one in seen for line in one.text.lines)
    assert words == 3000
    assert all(below(one) <= 80.0 + 1e-3 for one in seen)


def test_all_that_belongs_to_a_card_moves_with_it() -> None:
    steps = ("s1", "s2", "s3")
    cards = tuple(
        card(
            f"{step}-{number}",
            f"touchpoint:{step}",
            "Ringer og spør",
            status=TouchpointStatus.MISSING,
            picture=ids.AssetId("a" * 64),
        )
        for step in steps
        for number in range(2)
    )
    whole = document(
        journey(" ".join(steps), "touchpoint", cards=cards),
        assets=(d.Asset(id=ids.AssetId("a" * 64), data=saved("PNG"), media_type="image/png"),),
    )
    layout = laid_out(whole)
    (page,) = lay_out_list(layout, numbered_cards(layout), PAGE, ROOM, setting())
    assert len(columns(page)) == 3
    seen = [one for one in page.items if isinstance(one, ListedCard)]
    first = seen[0]
    assert first.picture is not None
    assert first.telling is not None
    for one in seen:
        assert one.picture is not None
        assert one.telling is not None
        for mine, its in ((one.picture, first.picture), (one.telling, first.telling)):
            assert mine.x - one.mark.box.x == pytest.approx(its.x - first.mark.box.x)
            assert mine.y - one.mark.box.y == pytest.approx(its.y - first.mark.box.y)
        assert bottom_of(one) >= one.picture.bottom


def test_what_fills_a_column_to_the_last_line_fits_and_a_little_more_does_not() -> None:
    (page,) = listed([3])
    top, em = place(page.items[0])[1], 3.0
    height = below(page.items[-1]) - top
    spaced = height + sum(gap * em for gap in (ABOVE_STEP, *[ABOVE_CARD] * 3))
    bare = sum(below(one) - place(one)[1] for one in page.items)
    needed = bare + (spaced - height)
    exact = Columns(Rect(5.0, 7.0, 90.0, needed), 1, 90.0, em)
    assert place(evened(page, exact).items[0]) == (5.0, 7.0)
    less = Columns(Rect(5.0, 7.0, 90.0, needed - 0.1), 1, 90.0, em)
    assert evened(page, less) is page
