"""Connectors: through the gutters, never over a card."""

import random
from itertools import pairwise

import msgspec
import pytest

from cjmapper.geometry import Point, Rect, rect_between
from cjmapper.layout.result import LinkRoute, MapLayout
from cjmapper.layout.styles import PATH_LABEL
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support import synthetic
from tests.support.builders import card, document, journey, link
from tests.support.layouts import laid_out

LANES = ("touchpoint", "thought", "pain", "opportunity", "note")


def random_map(seed: int, *, spans: bool = False) -> d.Document:
    chance = random.Random(seed)  # noqa: S311
    steps = [f"s{n}" for n in range(1, 9)]
    names = [f"c{n}" for n in range(40)]
    cards = tuple(
        card(
            name,
            f"{chance.choice(LANES)}:{chance.choice(steps)}",
            "Venter på svar " * chance.randint(1, 5),
            span=chance.choice((1, 1, 2, 3)) if spans else 1,
        )
        for name in names
    )
    links = tuple(
        link(f"k{n}", *chance.sample(names, 2), text=chance.choice(("", "fører til")))
        for n in range(25)
    )
    columns = "s1 s2 s3|s4 s5|s6 s7 s8"
    return document(
        journey(
            columns, "touchpoint emotion thought pain opportunity note", cards=cards, links=links
        )
    )


def card_rects(layout: MapLayout) -> dict[str, Rect]:
    return {placed.card.id: rect for key in layout.cells for placed, rect in layout.cards_in(key)}


def legs(route: LinkRoute) -> list[Rect]:
    return [rect_between(start, end) for start, end in pairwise(route.points)]


def crosses(leg: Rect, rect: Rect) -> bool:
    """Whether a leg runs through the inside of a rectangle; its edge is no inside."""
    inside = rect.grown(-0.05)
    return (
        leg.x < inside.right
        and inside.x < leg.right + 1e-9
        and leg.y < inside.bottom
        and inside.y < leg.bottom + 1e-9
    )


def on_edge(point: Point, rect: Rect) -> bool:
    beside = abs(point.x - rect.x) < 1e-6 or abs(point.x - rect.right) < 1e-6
    over = abs(point.y - rect.y) < 1e-6 or abs(point.y - rect.bottom) < 1e-6
    within_x = rect.x - 1e-6 <= point.x <= rect.right + 1e-6
    within_y = rect.y - 1e-6 <= point.y <= rect.bottom + 1e-6
    return (beside and within_y) or (over and within_x)


@pytest.mark.parametrize("seed", range(60))
def test_no_connector_crosses_a_card(seed: int) -> None:
    layout = laid_out(random_map(seed))
    rects = card_rects(layout)
    assert layout.links
    for route in layout.links:
        for leg in legs(route):
            assert [name for name, rect in rects.items() if crosses(leg, rect)] == []


def test_a_connector_goes_around_a_card_over_several_steps() -> None:
    wide = card("w", "pain:s1", span=2)
    for start, to in (("touchpoint:s1", "note:s2"), ("touchpoint:s2", "note:s1")):
        cards = (card("a", start), wide, card("b", to))
        layout = laid_out(document(journey("s1 s2 s3", cards=cards, links=(link("k", "a", "b"),))))
        rects = card_rects(layout)
        (route,) = layout.links
        assert not any(crosses(leg, rect) for leg in legs(route) for rect in rects.values())
        assert on_edge(route.points[0], rects["a"])
        assert on_edge(route.points[-1], rects["b"])


def test_few_connectors_cross_wide_cards_even_where_the_map_is_full_of_them() -> None:
    crossing = total = 0
    for seed in range(20):
        layout = laid_out(random_map(seed, spans=True))
        rects = card_rects(layout).values()
        total += len(layout.links)
        crossing += sum(
            any(crosses(leg, rect) for leg in legs(route) for rect in rects)
            for route in layout.links
        )
    assert crossing < total / 10


@pytest.mark.parametrize("seed", range(30))
def test_a_connector_begins_and_ends_at_the_edges_of_its_cards(seed: int) -> None:
    layout = laid_out(random_map(seed, spans=seed % 2 == 0))
    rects = card_rects(layout)
    for route in layout.links:
        assert on_edge(route.points[0], rects[route.link.start])
        assert on_edge(route.points[-1], rects[route.link.to])


@pytest.mark.parametrize("seed", range(30))
def test_a_connector_never_crosses_the_cards_it_joins_even_wide_ones(seed: int) -> None:
    layout = laid_out(random_map(seed, spans=True))
    rects = card_rects(layout)
    for route in layout.links:
        for name in (route.link.start, route.link.to):
            assert not any(crosses(leg, rects[name]) for leg in legs(route)), route.link.id


@pytest.mark.parametrize("seed", range(20))
def test_every_leg_is_level_or_upright_and_stays_on_the_map(seed: int) -> None:
    layout = laid_out(random_map(seed, spans=True))
    for route in layout.links:
        for start, end in pairwise(route.points):
            assert start.x == end.x or start.y == end.y
        for point in route.points:
            assert layout.title_width <= point.x <= layout.size.width
            assert layout.header.height <= point.y <= layout.size.height


def test_connectors_that_share_a_gutter_run_side_by_side() -> None:
    cards = tuple(card(f"c{n}", f"note:s{1 + n % 2}") for n in range(6))
    links = (link("k1", "c0", "c1"), link("k2", "c2", "c3"), link("k3", "c4", "c5"))
    layout = laid_out(document(journey("s1 s2", cards=cards, links=links)))
    gutters = {route.points[1].x for route in layout.links}
    assert len(layout.links) == 3
    assert len(gutters) == 3 or all(len(route.points) == 2 for route in layout.links)


def test_a_link_to_a_card_in_a_hidden_lane_or_a_parked_one_is_not_drawn() -> None:
    cards = (card("c1", "note:s1"), card("c2", "pain:s1"), card("c3"))
    made = journey(cards=cards, links=(link("k1", "c1", "c2"), link("k2", "c1", "c3")))
    assert [one.link.id for one in laid_out(document(made)).links] == ["k1"]
    lanes = tuple(msgspec.structs.replace(one, hidden=one.id == "pain") for one in made.lanes)
    assert laid_out(document(msgspec.structs.replace(made, lanes=lanes))).links == ()


def test_words_of_a_connector_lie_on_no_card() -> None:
    layout = laid_out(random_map(8))
    rects = card_rects(layout).values()
    labelled = [route for route in layout.links if route.label is not None]
    assert labelled
    over = 0
    for route in labelled:
        assert route.label is not None
        width = max(line.width(PATH_LABEL.size) for line in route.label.lines)
        box = Rect(route.label.x, route.label.y, width, route.label.height)
        over += any(box.grown(-0.01).meets(rect) for rect in rects)
    assert over <= len(labelled) // 10


def test_words_between_full_cells_stand_at_the_edge_of_the_lane_where_they_can_be_read() -> None:
    cards = tuple(card(f"c{n}", f"note:s{1 + n % 2}", "Venter") for n in range(6))
    made = journey("s1 s2", cards=cards, links=(link("k1", "c0", "c1", text="nysgjerrig"),))
    layout = laid_out(document(made))
    label = layout.links[0].label
    assert label is not None
    air = (PATH_LABEL.line_height - PATH_LABEL.size) / 2
    width = max(line.width(PATH_LABEL.size) for line in label.lines)
    ink = Rect(label.x, label.y + air, width, label.height - 2 * air)
    assert not any(ink.meets(rect) for rect in card_rects(layout).values())
    lane = layout.lanes[layout.lane_of[ids.LaneId("note")]]
    assert lane.y <= ink.y < ink.bottom <= lane.bottom


def test_words_stand_under_the_cards_of_a_cell_with_air_rather_than_at_the_edge() -> None:
    cards = (card("c0", "note:s1", "Venter"), *(card(f"c{n}", "note:s2", "Venter") for n in (1, 2)))
    made = journey("s1 s2", cards=cards, links=(link("k1", "c0", "c1", text="nysgjerrig"),))
    layout = laid_out(document(made))
    label = layout.links[0].label
    assert label is not None
    assert label.y >= card_rects(layout)["c0"].bottom


@pytest.mark.parametrize("seed", range(10))
def test_a_window_shows_every_connector_that_meets_it(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    layout = laid_out(
        synthetic.document(300, seed=seed) if seed % 2 else random_map(seed, spans=True)
    )
    size = layout.size
    for _window in range(20):
        window = Rect(
            chance.uniform(-50, size.width),
            chance.uniform(-50, size.height),
            chance.uniform(10, 400),
            chance.uniform(10, 200),
        )
        near = {route.link.id for route in layout.routes.near(layout, window)}
        meeting = {
            route.link.id
            for route in layout.links
            if any(leg.grown(0.01).meets(window) for leg in legs(route))
        }
        assert meeting <= near


def test_a_window_far_away_shows_none() -> None:
    layout = laid_out(synthetic.document(1000))
    window = Rect(layout.columns[0].x, layout.header.height, 100.0, 50.0)
    assert len(layout.routes.near(layout, window)) < len(layout.links) / 3


def test_the_ids_of_links_are_kept() -> None:
    layout = laid_out(random_map(1))
    assert {route.link.id for route in layout.links} <= {ids.LinkId(f"k{n}") for n in range(25)}


def test_a_window_shows_no_connector_to_a_card_that_is_parked_or_hidden() -> None:
    made = journey(
        cards=(
            card("c1", "touchpoint:s1"),
            card("c2"),
            card("c3", "pain:s2"),
            card("c4", "note:s1"),
        ),
        links=(link("k1", "c1", "c2"), link("k2", "c1", "c3"), link("k3", "c1", "c4")),
    )
    lanes = tuple(msgspec.structs.replace(lane, hidden=lane.id == "pain") for lane in made.lanes)
    layout = laid_out(document(msgspec.structs.replace(made, lanes=lanes)))
    whole = Rect(0, 0, layout.size.width, layout.size.height)
    for window in (None, whole):
        assert [route.link.id for route in layout.routes.near(layout, window)] == ["k3"]
