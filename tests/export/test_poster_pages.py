"""Which page a map's cards stand on, and that they can be read there whole."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cjmapper import places
from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import Clip, Group, Primitive, TextLine
from cjmapper.drawing.walk import ink_of
from cjmapper.export.paper import sheet
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.export.poster_pages import NEARLY, needed_scale, smallest_pt
from cjmapper.export.preflight import preflight
from cjmapper.geometry import MM_PER_PT, Rect, Size
from cjmapper.layout.poster_parts import cuts_of, parts, split
from cjmapper.layout.poster_styles import frame_unit
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation, Overflow, PosterPart
from cjmapper.storage.codec import decode
from cjmapper.text.wrap import Typesetter
from tests.support.builders import card, document, journey
from tests.support.flattened import flattened, words_of
from tests.support.layouts import laid_out, metrics, setting
from tests.support.wide_maps import CARDS, wide_map

EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))
PAPERS = ("A0", "A1", "A3", "A4")
SLACK = 0.05


@cache
def read(name: str) -> d.Document:
    if name == "wide":
        return wide_map()
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def planned(of: d.Document, index: int = 0, **chosen: Any) -> PosterPlan:
    request = PosterRequest(
        document=of,
        journey=of.maps[index],
        settings=PosterSettings(**chosen),
        language="nb",
    )
    return plan_poster(request, Typesetter(metrics(), "nb"))


def groups(items: tuple[Primitive, ...], role: str) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group) and item.role == role:
            yield item
        elif isinstance(item, Group | Clip):
            yield from groups(item.items, role)


def shown_cards(journey_: d.JourneyMap) -> dict[str, str]:
    hidden = {lane.id for lane in journey_.lanes if lane.hidden}
    return {
        one.id: " ".join(one.text.split())
        for one in journey_.cards
        if one.step is not None and one.lane not in hidden
    }


def texts(page: Page) -> Iterator[tuple[TextLine, Rect, float]]:
    """Every line of text, where its letters are on the page, and its size in points."""
    for one in flattened(page.drawing.items):
        if isinstance(one.item, TextLine):
            ink = ink_of(one.item)
            room = Rect(
                one.dx + ink.x * one.scale,
                one.dy + ink.y * one.scale,
                ink.width * one.scale,
                ink.height * one.scale,
            )
            yield one.item, room, one.item.size * one.scale / MM_PER_PT


def card_sizes(page: Page) -> list[float]:
    """The size of the words of each card: its first line that is more than a number."""
    found: dict[str, float] = {}
    for one in flattened(page.drawing.items):
        if one.role == "card" and isinstance(one.item, TextLine):
            size = one.item.size * one.scale / MM_PER_PT
            found[one.owner] = max(found.get(one.owner, 0.0), size)
    return list(found.values())


def clipped_text(items: tuple[Primitive, ...], *, within: bool = False) -> Iterator[TextLine]:
    for item in items:
        if isinstance(item, TextLine) and within:
            yield item
        elif isinstance(item, Group | Clip):
            yield from clipped_text(item.items, within=within or isinstance(item, Clip))


ALL_CASES = [
    (name, paper, turned)
    for name in (*EXAMPLES, "wide")
    for paper in PAPERS
    for turned in (Orientation.LANDSCAPE, Orientation.PORTRAIT)
]


@pytest.mark.parametrize(("name", "paper", "turned"), ALL_CASES)
def test_every_card_stands_whole_on_exactly_one_page(
    name: str, paper: str, turned: Orientation
) -> None:
    whole = read(name)
    for index, made in enumerate(whole.maps):
        plan = planned(whole, index, paper=paper, orientation=turned)
        found = [
            (group.id, words_of((group,)))
            for page in plan.wholes
            for group in groups(page.drawing.items, "card")
        ]
        wanted = shown_cards(made)
        assert sorted(name for name, _ in found) == sorted(wanted)
        assert [name for name, said in found if wanted[name] not in said] == []


@pytest.mark.parametrize(("name", "paper", "turned"), ALL_CASES)
def test_no_card_is_smaller_than_the_smallest_type_of_its_paper(
    name: str, paper: str, turned: Orientation
) -> None:
    plan = planned(read(name), paper=paper, orientation=turned)
    for page in plan.wholes:
        least = smallest_pt(page.drawing.size) * NEARLY
        assert [size for size in card_sizes(page) if size < least] == []


@pytest.mark.parametrize(("name", "paper", "turned"), ALL_CASES)
def test_all_words_lie_within_the_margins_and_none_is_cut(
    name: str, paper: str, turned: Orientation
) -> None:
    settings = PosterSettings(paper=paper, orientation=turned)
    plan = planned(read(name), paper=paper, orientation=turned)
    area = sheet(settings).area
    for page in plan.wholes:
        assert list(clipped_text(page.drawing.items)) == []
        beyond = [
            item.line.text
            for item, room, _ in texts(page)
            if room.x < area.x - SLACK
            or room.right > area.right + SLACK
            or room.y < area.y - SLACK
            or room.bottom > area.bottom + SLACK
        ]
        assert beyond == []


def test_one_page_is_one_page_however_small() -> None:
    plan = planned(read("wide"), paper="A4", overflow=Overflow.ONE)
    assert len(plan.wholes) == len(plan.layouts) == 1
    assert min(card_sizes(plan.wholes[0])) < 3


def test_a_map_that_can_be_read_on_one_page_has_one() -> None:
    for overflow in (Overflow.AUTO, Overflow.PAGES):
        assert len(planned(read("restaurant.nb"), overflow=overflow).wholes) == 1


def test_pages_side_by_side_share_scale_and_height_and_are_counted() -> None:
    plan = planned(read("wide"), paper="A0", orientation=Orientation.PORTRAIT)
    assert len(plan.wholes) > 1
    assert [page.kind for page in plan.wholes[:2]] == [PageKind.POSTER, PageKind.MORE]
    assert len({one.map_scale for one in plan.layouts}) == 1
    assert len({one.map_at.y for one in plan.layouts}) == 1
    assert [one.rail is not None for one in plan.layouts] == [False, False, True]
    total = len(plan.wholes)
    for number, page in enumerate(plan.wholes[1:], 2):
        assert f"Side {number} av {total}" in words_of(page.drawing.items)


def test_a_cover_alone_bears_the_code() -> None:
    plan = planned(read("wide"), paper="A1", code=True)
    cover, *others = plan.layouts
    assert cover.part.empty
    assert cover.code is not None
    assert others
    assert all(page.code is None for page in others)


def test_a_map_whose_lanes_need_the_whole_height_stands_behind_a_cover() -> None:
    plan = planned(read("wide"), paper="A1")
    cover, *others = plan.layouts
    assert cover.part.empty
    assert cover.strip is not None
    assert cover.rail is not None
    assert others
    assert all(one.strip is None and one.rail is None for one in others)
    assert plan.wholes[0].drawing.bookmarks == ()
    named = [name for page in plan.wholes for name, _ in page.drawing.bookmarks]
    assert named == [phase.name for phase in read("wide").maps[0].phases]


def test_small_paper_has_an_overview_and_a_list_with_the_same_numbers() -> None:
    plan = planned(read("wide"), paper="A4")
    kinds = [page.kind for page in plan.wholes]
    first_list = kinds.index(PageKind.LIST)
    assert first_list == len(plan.layouts)
    assert set(kinds[first_list:]) == {PageKind.LIST}
    marks = {
        mark.text.lines[0].text: mark.card.text
        for layout in plan.layouts
        for mark in layout.part.marks
    }
    assert len(marks) == CARDS
    listed = [
        words_of((group,))
        for page in plan.wholes[first_list:]
        for group in groups(page.drawing.items, "card")
    ]
    assert [said.split()[0] for said in listed] == [str(n) for n in range(1, CARDS + 1)]
    for said in listed:
        number, rest = said.split(maxsplit=1)
        assert rest.startswith(" ".join(marks[number].split()))


def test_a_list_goes_on_by_saying_where_it_is() -> None:
    plan = planned(read("wide"), paper="A4")
    pages = [page for page in plan.wholes if page.kind is PageKind.LIST]
    again = [
        words_of(tuple(groups(page.drawing.items, "heading-2"))[:1])
        for page in pages[1:]
        if "(forts.)" in words_of(tuple(groups(page.drawing.items, "heading-2"))[:1])
    ]
    assert again


def test_a_text_longer_than_a_column_goes_on_in_the_next() -> None:
    long = " ".join(f"ord{n}" for n in range(1500))
    cards = (card("c1", "note:s1", long), card("c2", "note:s1", "Etterpå"))
    plan = planned(document(journey("s1 s2", cards=cards)), paper="A4", overflow=Overflow.LIST)
    said = " ".join(words_of(page.drawing.items) for page in plan.wholes)
    assert all(said.count(f"ord{n} ") == 1 for n in range(1499))
    assert "Etterpå" in said
    bottom = sheet(PosterSettings(paper="A4")).area.bottom
    for page in plan.wholes:
        assert max(room.bottom for _, room, _ in texts(page)) <= bottom + SLACK


def test_no_cut_goes_through_a_card_that_spans() -> None:
    wide = (card("c1", "note:s2", span=3), card("c2", "pain:s5", span=2))
    layout = laid_out(document(journey("s1 s2 s3|s4 s5 s6|s7", cards=wide)))
    assert cuts_of(layout) == (1, 4, 6)
    starts = split(layout, (1.0, 1.0))
    assert starts in ((0, 4), (0, 1))
    assert split(layout, (1.0,) * 5) is None


def test_a_cut_keeps_phases_whole_where_that_is_nearly_as_good() -> None:
    layout = laid_out(document(journey("s1 s2 s3 s4|s5 s6 s7 s8 s9")))
    assert split(layout, (1.0, 1.0)) == (0, 4)
    lopsided = laid_out(document(journey("s1|s2 s3 s4 s5 s6 s7 s8 s9")))
    assert split(lopsided, (1.0, 1.0)) in ((0, 4), (0, 5))


def test_a_phase_that_goes_on_says_so() -> None:
    layout = laid_out(document(journey("s1 s2 s3 s4")))
    first, second = parts(layout, (0, 2), setting())
    names = [part.phases[0].name.lines[0].text for part in (first, second)]
    assert names == ["Phase 1", "Phase 1 (forts.)"]
    assert first.window.right == second.window.x
    assert second.phases[0].width == pytest.approx(second.window.width)


def test_a_roll_is_cut_where_the_map_ends() -> None:
    plan = planned(read("restaurant.nb"), paper="914mm")
    page = plan.wholes[0].drawing.size
    assert page.height == 914
    assert 1000 < page.width < 2000
    longer = planned(read("restaurant.nb"), paper="5000x914mm")
    assert plan.layouts[0].map_scale >= longer.layouts[0].map_scale * 0.95


def test_a_strip_is_folded_between_whole_panels() -> None:
    plan = planned(read("wide"), paper="A3-strip", overflow=Overflow.ONE)
    drawing = plan.wholes[0].drawing
    panels = drawing.size.width / 210
    assert panels == round(panels)
    folds = next(item for item in drawing.items if isinstance(item, Group) and item.id == "folds")
    assert len(folds.items) == 2 * (round(panels) - 1)
    area = sheet(PosterSettings(paper="A3-strip")).area
    for one in flattened([folds]):
        assert one.room.bottom <= area.y or one.room.y >= area.bottom


@pytest.mark.parametrize("overflow", list(Overflow))
@pytest.mark.parametrize("paper", ["A4", "A0", "100x100mm", "5000x100mm", "200mm"])
def test_a_map_without_cards_is_a_poster_on_any_paper(overflow: Overflow, paper: str) -> None:
    plan = planned(document(journey("s1")), paper=paper, overflow=overflow)
    assert plan.wholes
    assert all(page.kind is not PageKind.LIST for page in plan.wholes)


def low_and_long() -> d.Document:
    """A map of few lanes and many steps, that no sheet of a desk holds in letters to be read."""
    steps = [f"s{number}" for number in range(1, 25)]
    cards = tuple(card(f"c{step}", f"note:{step}", f"Venter på {step}") for step in steps)
    actions = (d.Action(id=ids.ActionId("a1"), title="Svar innen en dag"),)
    return document(journey(" ".join(steps), "note", cards=cards, actions=actions))


def test_a_small_paper_has_pages_side_by_side_where_that_is_asked_for() -> None:
    asked = planned(low_and_long(), paper="A4", overflow=Overflow.PAGES)
    assert len(asked.wholes) == len(asked.layouts) > 1
    usual = planned(low_and_long(), paper="A4")
    assert usual.wholes[-1].kind is PageKind.LIST


def test_a_list_is_made_on_any_paper_where_it_is_asked_for() -> None:
    plan = planned(read("restaurant.nb"), paper="A0", overflow=Overflow.LIST)
    assert plan.wholes[-1].kind is PageKind.LIST
    assert len(plan.layouts[0].part.marks) == len(shown_cards(read("restaurant.nb").maps[0]))


def test_each_mark_of_an_overview_is_on_one_page() -> None:
    plan = planned(read("wide"), paper="A4")
    assert len(plan.layouts) > 1
    numbers = [mark.text.lines[0].text for layout in plan.layouts for mark in layout.part.marks]
    assert sorted(map(int, numbers)) == list(range(1, CARDS + 1))


def test_the_legend_stands_with_the_map_and_not_with_the_list() -> None:
    plan = planned(read("restaurant.nb"), paper="A3", overflow=Overflow.LIST)
    words = [words_of(page.drawing.items) for page in plan.wholes]
    assert plan.layouts[0].foot.legend
    for entry in plan.layouts[0].foot.legend:
        said = " ".join(line.text for line in entry.text.lines)
        assert said in words[0]
        assert said not in words[-1]


def test_beyond_an_a0_no_larger_type_is_asked_for() -> None:
    assert smallest_pt(Size(1189.0, 841.0)) == smallest_pt(Size(3000.0, 1500.0)) == 14.0
    assert smallest_pt(Size(841.0, 594.0)) == 11.0


def test_pages_side_by_side_begin_at_the_left_margin() -> None:
    plan = planned(low_and_long(), paper="A3", overflow=Overflow.PAGES)
    assert any(layout.map_rect.right < layout.inside.right - 1.0 for layout in plan.layouts)
    for layout in plan.layouts:
        assert layout.map_at.x == pytest.approx(layout.inside.x)


def test_what_was_found_stands_on_the_last_page_alone() -> None:
    plan = planned(low_and_long(), paper="A3", overflow=Overflow.PAGES)
    assert len(plan.layouts) > 1
    assert [layout.rail is not None for layout in plan.layouts] == [
        *(False for _ in plan.layouts[1:]),
        True,
    ]


def test_a_phase_is_kept_whole_for_a_fifth_more_width_and_not_for_more() -> None:
    nearly = laid_out(document(journey("s1 s2 s3 s4 s5 s6|s7 s8 s9 s10")))
    assert split(nearly, (1.0, 1.0)) == (0, 6)
    far = laid_out(document(journey("s1 s2 s3 s4 s5 s6 s7|s8 s9 s10")))
    assert split(far, (1.0, 1.0)) == (0, 5)


def test_an_overview_that_a_page_cannot_hold_in_readable_letters_stands_behind_a_cover() -> None:
    plan = planned(read("day-surgery.en"), paper="A4", orientation=Orientation.LANDSCAPE)
    cover, overview = plan.layouts
    assert cover.part.empty
    assert cover.strip is not None
    assert cover.rail is not None
    assert [entry.symbol for entry in cover.foot.legend if entry.symbol == "dots"] == []
    assert "star" in [entry.symbol for entry in cover.foot.legend]
    assert overview.map_scale >= needed_scale(overview.page)
    assert len(overview.part.marks) == len(shown_cards(read("day-surgery.en").maps[0]))
    assert overview.strip is None
    assert overview.rail is None
    assert not [found for found in preflight(plan) if found.code == "small_print"]
    total = len(plan.wholes)
    assert f"Side 2 av {total}" in words_of(plan.wholes[1].drawing.items)


def test_an_overview_that_one_page_holds_has_no_cover() -> None:
    plan = planned(read("b2b-programvare.nb"), paper="A4", orientation=Orientation.LANDSCAPE)
    assert len(plan.layouts) == 1
    assert plan.layouts[0].rail is not None


def test_a_cover_is_set_larger_than_a_page_with_a_map_and_cuts_nothing_for_it() -> None:
    for name, paper in (("wide", "A1"), ("day-surgery.en", "A4")):
        plan = planned(read(name), paper=paper, orientation=Orientation.LANDSCAPE)
        cover, page = plan.layouts[0], plan.wholes[0]
        assert cover.unit > frame_unit(cover.page) * 1.2
        assert cover.rail is not None
        assert cover.rail.shortened == 0
        assert cover.rail.box.bottom <= cover.foot.line
        assert all(room.bottom <= cover.inside.bottom + SLACK for _, room, _ in texts(page))


def test_a_wide_blank_beside_a_map_behind_a_cover_is_room_for_notes() -> None:
    plan = planned(read("wide"), paper="A1")
    for layout in plan.layouts[1:]:
        assert layout.notes is not None
        box = layout.notes.box
        assert box.x > layout.map_rect.right
        assert box.right <= layout.inside.right + SLACK
        assert box.width >= 60 * layout.unit
        assert layout.block is None or box.bottom < layout.block.box.y
    without = planned(read("wide"), paper="A1", hidden=(PosterPart.NOTES.value,))
    assert [layout.notes for layout in without.layouts] == [None for _ in plan.layouts]


def test_nothing_stands_below_a_map_that_goes_on() -> None:
    plan = planned(low_and_long(), paper="A4", overflow=Overflow.PAGES)
    assert len(plan.layouts) > 1
    for layout in plan.layouts[:-1]:
        assert layout.notes is None or layout.notes.box.x > layout.map_rect.right


@pytest.mark.parametrize("name", ["restaurant.nb", "b2b-programvare.nb"])
def test_a_map_that_has_one_page_of_a4_and_a_list_has_so_of_letter(name: str) -> None:
    for paper in ("A4", "Letter"):
        plan = planned(read(name), paper=paper)
        assert [page.kind for page in plan.wholes] == [PageKind.POSTER, PageKind.LIST]
        assert "cards_too_small" not in {finding.code for finding in preflight(plan)}


def test_a_map_that_height_limits_is_larger_behind_a_cover_on_no_more_pages() -> None:
    plan = planned(wide_map(), paper="A0")
    cover, *others = plan.layouts
    assert cover.part.empty
    assert len(others) == 2
    for page in others:
        assert page.map_rect.width > 0.9 * page.inside.width
        assert page.map_scale > needed_scale(page.page)
