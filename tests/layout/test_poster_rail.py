"""The rail in its room: everything inside, nothing over anything else, the worthiest first."""

from itertools import combinations, pairwise

import msgspec
import pytest

from cjmapper.analysis import figures_of
from cjmapper.geometry import Rect, Size
from cjmapper.layout.poster_findings import rail_text
from cjmapper.layout.poster_rail import rail_below, rail_beside
from cjmapper.layout.poster_rail_types import Badge, Rail, RailItem, RailPart
from cjmapper.layout.poster_styles import PosterStyles, poster_styles
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model import document as d
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from tests.support.layouts import setting

A1 = Size(841.0, 594.0)
EXAMPLES = ("restaurant.nb", "b2b-programvare.nb", "day-surgery.en")


def made(name: str) -> tuple[Subject, d.Document]:
    whole = decode(resource("examples", f"{name}.cjmap").read_bytes()).document
    return Subject(whole, whole.maps[0], setting(whole.language.value)), whole


def styles() -> PosterStyles:
    return poster_styles(A1, 10_000)


def beside(name: str, width: float, height: float) -> Rail | None:
    subject, whole = made(name)
    text = rail_text(subject, figures_of(whole, whole.maps[0].id))
    return rail_beside(text, Rect(100.0, 50.0, width, height), subject, styles())


def below(name: str, width: float) -> Rail:
    subject, whole = made(name)
    text = rail_text(subject, figures_of(whole, whole.maps[0].id))
    return rail_below(text, (20.0, 400.0), width, subject, styles())


def block_box(block: TextBlock) -> Rect:
    width = max((line.width(block.style.size) for line in block.lines), default=0.0)
    return Rect(block.x, block.y, width, block.height)


def boxes(item: RailItem) -> list[Rect]:
    """What must not lie on each other within one item; words may stand on a bar of a flow."""
    found = [block_box(one) for one in (item.strong, item.quiet, item.telling) if one is not None]
    if item.mark is not None:
        found.append(item.mark.box)
    if item.faces is not None:
        radius = item.faces.radius
        places = (item.faces.left, item.faces.right)
        found += [Rect(at.x, at.y, 0.0, 0.0).grown(radius) for at in places]
    return found


def everything(rail: Rail) -> list[Rect]:
    found: list[Rect] = []
    for section in rail.sections:
        found.append(block_box(section.heading))
        found += [block_box(one) for one in section.closing]
        for item in section.items:
            found += boxes(item)
            if item.bar is not None and section.part is RailPart.PAINS:
                found.append(item.bar.box)
    return found


def parts(rail: Rail | None) -> list[RailPart]:
    assert rail is not None
    return [section.part for section in rail.sections]


def shrunk(box: Rect) -> Rect:
    return box.grown(-0.05)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(("width", "height"), [(120.0, 420.0), (150.0, 420.0), (240.0, 300.0)])
def test_all_stands_inside_and_apart(name: str, width: float, height: float) -> None:
    rail = beside(name, width, height)
    assert rail is not None
    placed = everything(rail)
    for box in placed:
        assert rail.box.x <= box.x
        assert box.right <= rail.box.right + 1e-6
        assert rail.box.y <= box.y
        assert box.bottom <= rail.box.bottom
    for one, other in combinations(placed, 2):
        assert not shrunk(one).meets(shrunk(other))


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("width", [554.0, 801.0, 1149.0])
def test_below_the_map_columns_stand_side_by_side(name: str, width: float) -> None:
    rail = below(name, width)
    placed = everything(rail)
    assert all(rail.box.x <= box.x and box.right <= rail.box.right for box in placed)
    assert all(rail.box.y <= box.y and box.bottom <= rail.box.bottom for box in placed)
    for one, other in combinations(placed, 2):
        assert not shrunk(one).meets(shrunk(other))
    assert rail.box.height < 155
    assert len({section.heading.x for section in rail.sections}) > 1


def test_with_all_room_nothing_is_left_out() -> None:
    rail = beside("restaurant.nb", 150.0, 5000.0)
    assert rail is not None
    assert rail.shortened == 0
    assert parts(rail) == [one for one in RailPart if one is not RailPart.INSIGHTS]


def test_less_room_leaves_the_lesser_out_first() -> None:
    tall = [beside("restaurant.nb", 140.0, height) for height in (5000.0, 400.0, 250.0, 130.0)]
    counts = [len(everything(rail)) for rail in tall if rail is not None]
    assert counts == sorted(counts, reverse=True)
    assert len({*counts}) == len(counts)
    assert [rail.shortened for rail in tall if rail is not None] == sorted(
        rail.shortened for rail in tall if rail is not None
    )
    assert {RailPart.LOWS, RailPart.ACTIONS} <= {*parts(tall[-1])}


def test_where_not_even_the_least_fits_there_is_no_rail() -> None:
    assert beside("restaurant.nb", 140.0, 40.0) is None


def test_a_very_long_action_does_not_take_the_room_of_all_others() -> None:
    subject, whole = made("restaurant.nb")
    first, *rest = subject.map.actions
    lengthy = msgspec.structs.replace(first, title="Skrive om alt som står på menysiden " * 30)
    journey = msgspec.structs.replace(subject.map, actions=(lengthy, *rest))
    longer = Subject(whole, journey, subject.setting)
    text = rail_text(longer, figures_of(whole, whole.maps[0].id))
    rail = rail_beside(text, Rect(0.0, 0.0, 150.0, 400.0), longer, styles())
    assert rail is not None
    actions = next(one for one in rail.sections if one.part is RailPart.ACTIONS)
    assert len(actions.items[0].strong.lines) == 4
    assert {RailPart.PAINS, RailPart.GAPS} <= {*parts(rail)}


def test_marks_of_lows_hold_their_triangle_and_number() -> None:
    rail = beside("restaurant.nb", 140.0, 400.0)
    assert rail is not None
    marks = [item.mark for item in rail.sections[0].items]
    assert all(isinstance(mark, Badge) for mark in marks)
    for mark in marks:
        assert isinstance(mark, Badge)
        number = block_box(mark.number)
        assert mark.box.x < mark.triangle.x < mark.triangle.right < number.x
        assert number.right < mark.box.right


def test_bars_are_as_long_as_their_harm() -> None:
    rail = beside("restaurant.nb", 140.0, 5000.0)
    assert rail is not None
    section = next(one for one in rail.sections if one.part is RailPart.PAINS)
    bars = [item.bar.box.width for item in section.items if item.bar is not None]
    assert [bar / bars[0] for bar in bars] == pytest.approx([1, 60 / 64, 60 / 64, 20 / 64, 6 / 64])


def test_sections_use_the_room_that_is_left_but_not_beyond_measure() -> None:
    def gaps(height: float) -> list[float]:
        rail = beside("restaurant.nb", 170.0, height)
        assert rail is not None
        assert rail.shortened == 0
        tops = [section.heading.y for section in rail.sections]
        return [lower - upper for upper, lower in pairwise(tops)]

    close, apart, beyond = (sum(gaps(height)) for height in (520.0, 540.0, 2000.0))
    assert close < apart < beyond
    assert beyond == sum(gaps(3000.0))
