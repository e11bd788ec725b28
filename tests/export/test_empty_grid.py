"""A map as an empty grid: everything to write in, nothing written, the paper filled."""

import msgspec
import pytest

from cjmapper.drawing.primitives import Path, TextLine
from cjmapper.drawing.walk import leaves
from cjmapper.export.empty_grid import grid_request
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.export.poster_pages import needed_scale
from cjmapper.layout.poster_types import PosterLayout
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import invariants
from cjmapper.model import vocabulary as v
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.support.builders import card, document, journey, reading

TYPESETTER = Typesetter(load_metrics(), "nb")
EXAMPLES = ("restaurant.nb", "b2b-programvare.nb", "day-surgery.en")


def request(whole: d.Document, paper: str = "A1", **settings: object) -> PosterRequest:
    chosen = msgspec.structs.replace(PosterSettings(paper=paper), **settings)
    return PosterRequest(
        document=whole, journey=whole.maps[0], settings=chosen, language=str(whole.language)
    )


def grid(whole: d.Document, paper: str = "A1", **settings: object) -> PosterPlan:
    return plan_poster(grid_request(request(whole, paper, **settings), TYPESETTER), TYPESETTER)


def example(name: str) -> d.Document:
    return load(resource("examples", f"{name}.cjmap")).document


def map_of(plan: PosterPlan) -> MapLayout:
    (layout,) = plan.layouts
    return layout.map


def words(plan: PosterPlan) -> list[str]:
    return [
        item.line.text
        for page in plan.pages
        for item, _ in leaves(page.drawing.items)
        if isinstance(item, TextLine)
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_phases_steps_and_lanes_stay_and_what_was_found_goes(name: str) -> None:
    whole = example(name)
    before = whole.maps[0]
    made = grid_request(request(whole), TYPESETTER)
    invariants.check(made.document)
    after = made.journey
    assert [one.name for one in after.phases] == [one.name for one in before.phases]
    assert [one.title for one in after.steps] == [one.title for one in before.steps]
    assert [one.title for one in after.lanes] == [one.title for one in before.lanes]
    for field in ("cards", "emotions", "links", "transitions", "insights", "actions", "comments"):
        assert getattr(after, field) == ()
    said = " ".join(words(plan_poster(made, TYPESETTER)))
    for text in (one.text for one in before.cards):
        assert text not in said
    assert example(name).maps[0] == before


@pytest.mark.parametrize("paper", ["A0", "A1", "A3", "A4", "Letter", "600x900mm"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_grid_fills_the_paper_between_its_margins(name: str, paper: str) -> None:
    (layout,) = grid(example(name), paper, overflow=v.Overflow.ONE).layouts
    rect = layout.map_rect
    assert rect.width == pytest.approx(layout.inside.width, rel=0.01)
    assert rect.bottom == pytest.approx(layout.inside.bottom, rel=0.01)
    assert rect.bottom <= layout.inside.bottom + 0.01


@pytest.mark.parametrize("paper", ["914mm", "A3-strip"])
def test_on_a_roll_or_a_strip_it_is_as_long_as_it_needs_and_fills_it(paper: str) -> None:
    (layout,) = grid(example("restaurant.nb"), paper).layouts
    rect = layout.map_rect
    assert rect.width == pytest.approx(layout.inside.width, rel=0.01)
    assert rect.bottom == pytest.approx(layout.inside.bottom, rel=0.01)


def test_columns_are_even_and_lanes_have_room_by_what_is_written_in_them() -> None:
    layout = map_of(grid(document(journey("s1 s2|s3", "touchpoint emotion pain note")), "A1"))
    assert len({round(column.width, 6) for column in layout.columns}) == 1
    touchpoint, emotion, pain, note = (band.height for band in layout.lanes)
    assert touchpoint == pytest.approx(note)
    assert emotion > pain > note > 20


def test_every_step_has_its_number_though_none_has_a_title() -> None:
    plain = journey("s1|s2|s3", cards=(card("c1", "note:s1", "Kø"),))
    steps = tuple(msgspec.structs.replace(step, title="") for step in plain.steps)
    said = words(grid(document(msgspec.structs.replace(plain, steps=steps)), "A3"))
    assert {"1", "2", "3"} <= set(said)


def test_there_is_a_line_for_the_date_and_for_who_took_part() -> None:
    said = " ".join(words(grid(document(journey(scenario="Første kjøp"), language=v.Language.NB))))
    assert "Dato ____" in said
    assert "Deltakere ____" in said
    assert "Første kjøp" not in said


def test_dashed_lines_part_the_steps_of_a_phase_on_the_grid_alone() -> None:
    whole = document(journey("s1 s2 s3|s4", "touchpoint note"))

    def dashed(plan: PosterPlan) -> int:
        drawn = (item for item, _ in leaves(plan.wholes[0].drawing.items))
        return sum(isinstance(one, Path) and bool(one.stroke and one.stroke.dash) for one in drawn)

    assert dashed(grid(whole)) == 2
    assert dashed(plan_poster(request(whole), TYPESETTER)) == 0


def test_the_emotion_lane_has_its_levels_and_no_curve() -> None:
    whole = document(journey("s1|s2", "emotion note", emotions=(reading("e1", "s1", 2.0),)))
    layout = map_of(grid(whole))
    (lane,) = layout.emotion_lanes.values()
    assert lane.curves == ()
    assert len(lane.axis) == 5


def test_hidden_parts_and_tiles_are_as_of_any_poster() -> None:
    whole = example("restaurant.nb")
    plan = grid(whole, "A1", tiles="A4", hidden=("title",), overflow=v.Overflow.LIST)
    assert plan.tiling is not None
    assert len(plan.layouts) == 1
    assert "Middag på Fjordkroken" not in [
        item.line.text
        for item, _ in leaves(plan.wholes[0].drawing.items)
        if isinstance(item, TextLine)
    ]


def many_steps() -> d.Document:
    columns = "|".join(" ".join(f"s{n}{m}" for m in range(8)) for n in range(5))
    return document(journey(columns, "touchpoint emotion pain note"))


@pytest.mark.parametrize("paper", ["A4", "A3", "A2"])
def test_more_steps_than_a_page_holds_go_over_pages_that_are_filled(paper: str) -> None:
    layouts = grid(many_steps(), paper).layouts
    assert len(layouts) > 1
    shown = [column for one in layouts for column in _columns(one)]
    assert shown == [column.index for column in layouts[0].map.columns]
    for one in layouts:
        assert one.map_scale >= needed_scale(one.page)
        assert one.map_rect.right <= one.inside.right + 0.01
        assert one.map_rect.bottom == pytest.approx(one.inside.bottom, rel=0.03)


def _columns(layout: PosterLayout) -> list[int]:
    window = layout.part.window
    columns = layout.map.columns
    return [one.index for one in columns if window.x - 0.01 <= one.x < window.right - 0.01]


def test_it_stays_one_page_where_that_is_asked_for() -> None:
    (layout,) = grid(many_steps(), "A4", overflow=v.Overflow.ONE).layouts
    rect = layout.map_rect
    assert rect.right <= layout.inside.right + 0.01
    assert rect.bottom == pytest.approx(layout.inside.bottom, rel=0.01)


def test_a_code_would_tell_of_what_is_not_there() -> None:
    made = grid(example("restaurant.nb"), code=True)
    assert all(page.block is None or page.block.code is None for page in made.layouts)
