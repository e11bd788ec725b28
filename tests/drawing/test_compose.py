"""A map as a drawing: whole, in a window, and again."""

import random
from collections import Counter
from collections.abc import Iterable

import pytest

from cjmapper import places
from cjmapper.drawing import compose
from cjmapper.drawing.compose import Composer, seen_columns, seen_lanes
from cjmapper.drawing.primitives import Group, Path, Primitive
from cjmapper.drawing.theme import DARK, LIGHT
from cjmapper.geometry import Rect
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import cards
from cjmapper.storage.codec import decode
from tests.support import synthetic
from tests.support.builders import card, document, full_document, journey, reading
from tests.support.flattened import Drawn, flattened, words_of
from tests.support.layouts import laid_out, setting

EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))
NAMED = frozenset({"card", "reading", "curve", "link", "transition", "step", "phase", "lane"})


def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def drawn(items: Iterable[Primitive]) -> list[Drawn]:
    return [one for one in flattened(items) if one.role in NAMED]


def parts(layout: MapLayout, window: Rect | None) -> tuple[Group, Group, Group]:
    composer = Composer(LIGHT)
    return (
        composer.body(layout, window),
        composer.lane_titles(layout, window),
        composer.header(layout, window),
    )


def wide_map() -> d.Document:
    held = tuple(
        card(f"c{n}", f"{lane}:s{1 + n % 9}", "Venter på svar " * (1 + n % 4), span=1 + n % 4)
        for n, lane in enumerate(["note", "pain", "thought", "touchpoint"] * 9)
    )
    return document(journey("s1 s2 s3|s4 s5|s6 s7 s8 s9", cards=held))


@pytest.mark.parametrize("seed", range(12))
def test_a_window_holds_all_of_the_whole_that_meets_it(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    whole = (wide_map(), synthetic.document(200, seed=seed), example(EXAMPLES[-1]))[seed % 3]
    layout = laid_out(whole)
    everything = drawn(parts(layout, None))
    size = layout.size
    for _window in range(15):
        window = Rect(
            chance.uniform(0, size.width - 10),
            chance.uniform(0, size.height - 10),
            chance.uniform(5, 300),
            chance.uniform(5, 150),
        )
        held = Counter((one.owner, one.room) for one in drawn(parts(layout, window)))
        wanted = Counter(
            (one.owner, one.room)
            for one in everything
            if one.room.meets(window) and not beyond(one, window)
        )
        assert wanted - held == Counter()


def beyond(one: Drawn, window: Rect) -> bool:
    """The generous room of text may meet a window that its letters do not."""
    return not one.room.grown(-min(one.room.width, one.room.height) * 0.34).meets(window)


def test_a_small_window_holds_far_less_than_the_whole() -> None:
    layout = laid_out(synthetic.document(1000))
    window = Rect(layout.columns[10].x, layout.header.height, 200.0, 150.0)
    assert len(drawn(parts(layout, window))) < len(drawn(parts(layout, None))) / 4


def test_everything_in_a_window_is_in_the_whole() -> None:
    layout = laid_out(wide_map())
    everything = {(one.owner, one.room) for one in drawn(parts(layout, None))}
    window = Rect(layout.columns[4].x, layout.lanes[2].y, 150.0, 90.0)
    assert {(one.owner, one.room) for one in drawn(parts(layout, window))} <= everything


def test_no_card_is_drawn_twice_in_a_window_that_wide_cards_reach_into() -> None:
    layout = laid_out(wide_map())
    for column in layout.columns:
        window = Rect(column.x + 1.0, 0.0, column.width - 2.0, layout.size.height)
        groups = [
            item.id
            for item in Composer(LIGHT).body(layout, window).items
            if isinstance(item, Group) and item.role == "card"
        ]
        assert len(groups) == len(set(groups))


def test_a_card_whose_layout_is_the_same_is_not_drawn_anew() -> None:
    whole = full_document()
    layout = laid_out(whole)
    composer = Composer(LIGHT)
    before = card_items(composer, layout)
    changed = cards.set_text(whole, "m1", "c1", "Noe annet")
    after = card_items(composer, lay_out_map(changed, ids.MapId("m1"), setting(), layout))
    anew = {name for name, items in after.items() if items is not before[name]}
    assert anew == {"c1"}


def test_drawn_cards_are_let_go_before_they_grow_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compose, "_MOST_KEPT", 2)
    layout = laid_out(full_document())
    composer = Composer(LIGHT)
    assert card_items(composer, layout) == card_items(Composer(LIGHT), layout)
    assert len(composer._cards) <= 2


def card_items(composer: Composer, layout: MapLayout) -> dict[str, tuple[Primitive, ...]]:
    return {
        item.id: item.items
        for item in composer.body(layout).items
        if isinstance(item, Group) and item.role == "card"
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_word_of_every_card_is_in_the_text_of_the_drawing(name: str) -> None:
    whole = example(name)
    for index, made in enumerate(whole.maps):
        said = words_of(Composer(LIGHT).map_drawing(laid_out(whole, index)).items)
        hidden = {lane.id for lane in made.lanes if lane.hidden}
        shown = [one for one in made.cards if one.step is not None and one.lane not in hidden]
        assert shown
        for one in shown:
            assert " ".join(one.text.split()) in said, one.id
        for step in made.steps:
            assert " ".join(step.title.split()) in said
        for phase in made.phases:
            assert phase.name in said
        for felt in made.emotions:
            assert all(word in said for word in felt.words)


def test_everything_that_has_an_id_is_a_group_of_that_id() -> None:
    layout = laid_out(full_document())
    drawing = Composer(LIGHT).map_drawing(layout)
    found = {(one.owner, one.role) for one in flattened(drawing.items)}
    made = layout.map
    expected: set[tuple[str, str]] = {(phase.id, "phase") for phase in made.phases}
    expected |= {(step.id, "step") for step in made.steps}
    expected |= {(lane.id, "lane") for lane in made.lanes}
    expected |= {(one.id, "card") for one in made.cards if one.step is not None}
    expected |= {(one.id, "reading") for one in made.emotions}
    expected |= {(route.transition.id, "transition") for route in layout.transitions}
    expected |= {(route.link.id, "link") for route in layout.links}
    assert expected <= found


def test_bookmarks_are_the_phases() -> None:
    drawing = Composer(LIGHT).map_drawing(laid_out(full_document()))
    assert drawing.bookmarks == (("Phase 1", "p1"), ("Phase 2", "p2"))
    assert drawing.language == "nb"
    assert drawing.title == "As it is"


def test_themes_change_colours_and_nothing_else() -> None:
    layout = laid_out(full_document())
    light, dark = (Composer(theme).map_drawing(layout) for theme in (LIGHT, DARK))
    places_of = [[one.room for one in flattened(drawing.items)] for drawing in (light, dark)]
    assert places_of[0] == places_of[1]
    assert light.background != dark.background


def test_cards_may_be_left_out() -> None:
    layout = laid_out(full_document())
    body = Composer(LIGHT).body(layout, cards=False)
    assert not any(one.role == "card" for one in flattened([body]))
    assert any(one.role == "reading" for one in flattened([body]))


def test_a_window_sees_the_columns_and_lanes_it_meets() -> None:
    layout = laid_out(wide_map())
    second, third = layout.columns[1], layout.columns[2]
    assert seen_columns(layout, None) == (0, 9)
    assert seen_columns(layout, Rect(second.x + 1, 0, 10, 10)) == (1, 2)
    assert seen_columns(layout, Rect(second.x + 1, 0, third.x - second.x, 10)) == (1, 3)
    assert seen_columns(layout, Rect(-500, 0, 10, 10)) == (0, 1)
    assert seen_columns(layout, Rect(1e6, 0, 10, 10)) == (8, 9)
    lane = layout.lanes[2]
    assert seen_lanes(layout, Rect(0, lane.y + 1, 10, 1)) == (lane,)
    assert seen_lanes(layout, Rect(0, -50, 10, 10)) == ()


def test_the_curves_of_one_actor_are_drawn_alone_and_told_apart_by_their_dashes() -> None:
    layout = laid_out(example("b2b-programvare.nb"))
    band = next(one for one in layout.lanes if one.lane.id in layout.emotion_lanes)
    everything = Rect(0.0, 0.0, layout.size.width, layout.size.height)
    dashes = {}
    for actor in layout.map.actors[:3]:
        items = Composer(LIGHT).curves_of(layout, band, actor, everything)
        groups = [one for one in items if isinstance(one, Group)]
        names = {one.id for one in groups if one.role == "reading"}
        assert names == {one.id for one in layout.map.emotions if one.actor == actor}
        strokes = {
            path.stroke.dash
            for group in groups
            if group.role == "curve"
            for path in group.items
            if isinstance(path, Path) and path.stroke is not None
        }
        dashes[actor] = frozenset(strokes)
    assert len(set(dashes.values())) == len(dashes)


def test_a_curve_has_a_mark_where_it_passes_between_several_readings() -> None:
    felt = (reading("e1", "s1", 2.0), reading("e2", "s1", -1.0), reading("e3", "s2", 0.0))
    layout = laid_out(document(journey("s1 s2", "emotion", emotions=felt)))
    lane = layout.emotion_lanes[layout.lanes[0].lane.id]
    curve = next(
        group
        for group in Composer(LIGHT).body(layout).items
        if isinstance(group, Group) and group.role == "curve"
    )
    marks = [one for one in curve.items if isinstance(one, Path) and one.fill == LIGHT.canvas]
    assert len(marks) == 1
    heights = [command[-1] for command in marks[0].commands if len(command) > 1]
    assert (min(heights) + max(heights)) / 2 == pytest.approx(layout.lanes[0].y + lane.y_of(0.5))
    assert curve.items.index(marks[0]) > 0
