"""Cards in cells, and lanes one below another."""

import itertools
import random

import msgspec
import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.result import MapLayout
from cjmapper.layout.styles import DISTANCES, LANE_TITLE
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, lane
from tests.support.layouts import laid_out

LONG = "Kundetilfredshetsundersøkelsen"


def all_cards(layout: MapLayout) -> list[tuple[d.Card, Rect]]:
    return [(placed.card, rect) for key in layout.cells for placed, rect in layout.cards_in(key)]


def random_map(seed: int, *, spans: bool) -> d.Document:
    chance = random.Random(seed)  # noqa: S311
    steps = [f"s{n}" for n in range(1, 8)]
    lanes = ["touchpoint", "thought", "pain", "note"]
    cards = tuple(
        card(
            f"c{n}",
            f"{chance.choice(lanes)}:{chance.choice(steps)}",
            "Venter på svar " * chance.randint(1, 6),
            span=chance.choice((1, 1, 1, 2, 3, 9)) if spans else 1,
        )
        for n in range(30)
    )
    return document(journey("s1 s2 s3|s4 s5|s6 s7", " ".join(lanes), cards=cards))


def test_cards_of_a_cell_stand_one_below_another_in_their_order() -> None:
    names = ["c1", "c2", "c3"]
    layout = laid_out(document(journey(cards=tuple(card(one, "note:s1") for one in names))))
    key = (ids.LaneId("note"), ids.StepId("s1"))
    found = list(layout.cards_in(key))
    assert [placed.card.id for placed, _ in found] == names
    for (_, above), (_, below) in itertools.pairwise(found):
        assert below.y - above.bottom == pytest.approx(DISTANCES.card_gap)
    cell = layout.cell_rect(key)
    assert found[0][1].y - cell.y == pytest.approx(DISTANCES.cell_top)
    assert cell.bottom - found[-1][1].bottom == pytest.approx(DISTANCES.cell_bottom)


def test_a_card_is_as_wide_as_its_column_but_for_the_air_beside_it() -> None:
    layout = laid_out(document(journey(cards=(card("c1", "note:s2"),))))
    ((_, rect),) = all_cards(layout)
    column = layout.columns[1]
    assert rect.x - column.x == pytest.approx(DISTANCES.cell_side)
    assert column.right - rect.right == pytest.approx(DISTANCES.cell_side)


def test_a_card_over_several_steps_reaches_to_the_last_and_never_beyond_the_map() -> None:
    cards = (card("c1", "note:s1", span=2), card("c2", "pain:s2", span=9))
    layout = laid_out(document(journey("s1 s2|s3", cards=cards)))
    rects = {str(one.id): rect for one, rect in all_cards(layout)}
    assert rects["c1"].right == pytest.approx(layout.columns[1].right - DISTANCES.cell_side)
    assert rects["c2"].right == pytest.approx(layout.columns[2].right - DISTANCES.cell_side)


@pytest.mark.parametrize("seed", range(40))
def test_no_two_cards_overlap_and_all_stand_in_their_lane(seed: int) -> None:
    layout = laid_out(random_map(seed, spans=seed % 2 == 0))
    cards = all_cards(layout)
    assert len(cards) == 30
    for (one, first), (other, second) in itertools.combinations(cards, 2):
        assert not first.grown(-1e-6).meets(second), (one.id, other.id)
    for one, rect in cards:
        band = layout.lanes[layout.lane_of[ids.LaneId(one.lane or "")]]
        assert band.y <= rect.y
        assert rect.bottom <= band.bottom + 1e-9


def test_lanes_follow_each_other_without_a_gap_below_the_header() -> None:
    layout = laid_out(random_map(3, spans=True))
    assert layout.lanes[0].y == layout.header.height
    for above, below in itertools.pairwise(layout.lanes):
        assert below.y == above.bottom
    assert layout.lanes[-1].bottom == layout.size.height


def test_a_hidden_lane_takes_no_room_and_shows_no_cards() -> None:
    made = journey(cards=(card("c1", "note:s1"), card("c2", "pain:s1")))
    lanes = tuple(msgspec.structs.replace(one, hidden=one.id == "note") for one in made.lanes)
    layout = laid_out(document(msgspec.structs.replace(made, lanes=lanes)))
    assert "note" not in layout.lane_of
    assert layout.card_rect(made.cards[0]) is None
    assert layout.card_rect(made.cards[1]) is not None


def test_a_parked_card_is_nowhere() -> None:
    parked = card("c1")
    layout = laid_out(document(journey(cards=(parked,))))
    assert layout.card_rect(parked) is None
    assert all_cards(layout) == []


def test_a_height_that_a_person_set_holds_but_never_hides_a_card() -> None:
    made = journey(lanes="note pain", cards=(card("c1", "note:s1", "Venter på svar " * 30),))
    needed = laid_out(document(made)).lanes[0].height
    for wanted, expected in ((needed + 50, needed + 50), (needed - 20, needed)):
        first = msgspec.structs.replace(made.lanes[0], height_mm=wanted)
        changed = msgspec.structs.replace(made, lanes=(first, made.lanes[1]))
        assert laid_out(document(changed)).lanes[0].height == expected


def test_a_lane_title_is_hyphenated_inside_its_column_and_makes_room_for_itself() -> None:
    long = msgspec.structs.replace(lane("note"), title=f"{LONG} og {LONG}en og {LONG}ene")
    layout = laid_out(document(msgspec.structs.replace(journey(), lanes=(long,))))
    (band,) = layout.lanes
    assert any(line.hyphen for line in band.title.lines)
    for line in band.title.lines:
        assert band.title.x + line.width(LANE_TITLE.size) <= layout.title_width
    assert band.title.bottom + DISTANCES.cell_bottom <= band.height + 1e-9


def test_the_lines_of_a_blueprint_stand_where_its_zones_meet() -> None:
    kinds = "touchpoint emotion frontstage pain backstage support"
    layout = laid_out(document(journey(lanes=kinds)))
    lines = {str(band.lane.id): band.line_above for band in layout.lanes}
    assert lines["frontstage"] == "interaction"
    assert lines["backstage"] == "visibility"
    assert lines["support"] == "internal_interaction"
    assert [name for name, line in lines.items() if line is None] == [
        "touchpoint",
        "emotion",
        "pain",
    ]
    for band in layout.lanes:
        if band.line_label is not None:
            assert band.line_label.bottom < band.title.y


def test_a_map_without_lanes_is_its_header() -> None:
    layout = laid_out(document(msgspec.structs.replace(journey(), lanes=())))
    assert layout.size.height == layout.header.height
    assert layout.lane_at(10.0) is None


def test_a_lane_of_emotions_is_taller_than_its_axis_even_when_made_low() -> None:
    low = msgspec.structs.replace(lane("emotion"), height_mm=1.0)
    layout = laid_out(document(msgspec.structs.replace(journey(), lanes=(low,))))
    emotions = layout.emotion_lanes[low.id]
    axis = emotions.axis
    assert len(axis) == 5
    for above, below in itertools.pairwise(axis):
        assert above.bottom <= below.y + 1e-9
    assert axis[0].y >= 0
    assert axis[-1].bottom <= layout.lanes[0].height
    assert layout.lanes[0].lane.kind is v.LaneKind.EMOTION
