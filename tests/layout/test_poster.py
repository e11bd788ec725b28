"""A map on paper: everything inside the margins, nothing over anything else."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import msgspec
import pytest

from cjmapper import places
from cjmapper.geometry import MM_PER_PT, Rect
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_strip import initials
from cjmapper.layout.poster_types import PageRequest, PosterLayout
from cjmapper.layout.result import TextBlock
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.settings import ORIENTATIONS
from cjmapper.storage.codec import decode
from cjmapper.storage.templates import template, template_names
from tests.support import synthetic
from tests.support.builders import card, document, full_document, journey, reading, transition
from tests.support.layouts import setting
from tests.support.paged import sheet

TODAY = dt.date(2026, 1, 5)
PAPERS = ("A4", "A3", "A2", "A1", "A0")
LONG = "Kundetilfredshetsundersøkelsen for restaurantgjester som kommer igjen "


@cache
def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))


def poster(
    whole: d.Document, paper: str = "A1", orientation: str = "landscape", index: int = 0
) -> PosterLayout:
    chosen = sheet(paper, orientation)
    language = str(whole.language)
    made_with = setting(language)
    asked = PageRequest(
        map=lay_out_map(whole, whole.maps[index].id, made_with),
        page=chosen.size,
        inside=chosen.area,
        today=TODAY,
    )
    return lay_out_poster(asked, made_with)


def box_of(block: TextBlock) -> Rect:
    width = max(line.width(block.style.size) for line in block.lines)
    return Rect(block.x, block.y, width, block.height)


def parts(found: PosterLayout) -> dict[str, Rect]:
    """Every part of the frame and the map, by a name."""
    boxes = {"map": found.map_rect}
    for name, block in (("title", found.head.title), ("subtitle", found.head.subtitle)):
        if block is not None and block.lines:
            boxes[name] = box_of(block)
    for index, stamp in enumerate(found.head.stamps):
        boxes[f"stamp {index}"] = stamp.box
    for index, logo in enumerate(found.head.logos):
        boxes[f"logo {index}"] = logo.box
    for name, part in (
        ("strip", found.strip),
        ("rail", found.rail),
        ("blank row", found.blank_row),
        ("notes", found.notes),
        ("block", found.block),
    ):
        if part is not None:
            boxes[name] = part.box
    for index, entry in enumerate(found.foot.legend):
        boxes[f"legend {index}"] = entry.box.united(box_of(entry.text))
    for index, row in enumerate(found.foot.source):
        boxes[f"source {index}"] = box_of(row)
    return boxes


def assert_in_order(found: PosterLayout, area: Rect) -> None:
    boxes = parts(found)
    for name, box in boxes.items():
        assert box.width > 0, name
        assert box.height > 0, name
        assert area.x - 0.01 <= box.x, name
        assert box.right <= area.right + 0.01, name
        assert area.y - 0.01 <= box.y, name
        assert box.bottom <= area.bottom + 0.01, name
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        if one == "title" and other.startswith("stamp"):
            continue
        assert not first.grown(-0.01).meets(second), (one, other)
    assert_inner_text(found)


def assert_inner_text(found: PosterLayout) -> None:
    """What is written in strip, rail and title block lies within them."""
    for box, block in (*strip_texts(found), *rail_texts(found), *block_texts(found)):
        if block.lines:
            text = box_of(block)
            assert box.x <= text.x
            assert text.right <= box.right + 0.01
            assert box.y <= text.y
            assert text.bottom <= box.bottom + 0.01


def strip_texts(found: PosterLayout) -> Iterator[tuple[Rect, TextBlock]]:
    strip = found.strip
    if strip is None:
        return
    for person in strip.people:
        for block in (*person.strong, *person.quiet, *person.quotes):
            yield strip.box, block
    for part in strip.sections:
        for block in (part.heading, *part.texts):
            yield strip.box, block
    for said in (strip.quote, strip.more):
        if said is not None:
            yield strip.box, said


def rail_texts(found: PosterLayout) -> Iterator[tuple[Rect, TextBlock]]:
    if found.rail is None:
        return
    for section in found.rail.sections:
        yield found.rail.box, section.heading
        for item in section.items:
            for block in (item.strong, item.quiet, item.telling):
                if block is not None:
                    yield found.rail.box, block


def block_texts(found: PosterLayout) -> Iterator[tuple[Rect, TextBlock]]:
    for cell in () if found.block is None else found.block.cells:
        yield cell.box, cell.label
        yield cell.box, cell.value


def source_line(found: PosterLayout) -> str:
    return " ".join(line.text for row in found.foot.source for line in row.lines)


def assert_stamp_beside_the_title(found: PosterLayout) -> None:
    assert found.head.stamps
    title = found.head.title
    if not title.lines:
        return
    last = title.lines[-1]
    assert title.x + last.width(title.style.size) < found.head.stamps[0].box.x


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_in_order_on_every_paper(name: str, paper: str, orientation: str) -> None:
    for index in range(len(example(name).maps)):
        found = poster(example(name), paper, orientation, index)
        assert_in_order(found, sheet(paper, orientation).area)
        assert_stamp_beside_the_title(found)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", ["A4", "A1"])
@pytest.mark.parametrize("name", template_names())
def test_the_templates_are_in_order(name: str, paper: str, orientation: str) -> None:
    whole = template(name, "nb", ids.counted_ids(), TODAY)
    assert_in_order(poster(whole, paper, orientation), sheet(paper, orientation).area)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_odd_documents_are_in_order(paper: str, orientation: str) -> None:
    area = sheet(paper, orientation).area
    bare = journey("s1", "")
    for whole in (
        document(bare),
        document(msgspec.structs.replace(bare, title=LONG * 3), title=LONG * 2),
        full_document(),
        synthetic.document(100),
    ):
        assert_in_order(poster(whole, paper, orientation), area)


@pytest.mark.parametrize("paper", ["A4", "A1"])
def test_a_person_of_many_words_leaves_room_for_the_map(paper: str) -> None:
    actor = d.Actor(
        id=ids.ActorId("a1"),
        name="Kari Nordmann-Kristoffersen fra kundesenteret",
        context=LONG * 4,
        goal=LONG * 3,
        needs=(LONG * 2,) * 5,
        quote=LONG * 4,
    )
    whole = document(journey(actors=(actor.id,), scenario=LONG * 3), actors=(actor,), title=LONG)
    found = poster(whole, paper)
    assert_in_order(found, sheet(paper, "landscape").area)
    assert found.map_scale > 0.02


def test_many_actions_and_findings_leave_room_for_the_map() -> None:
    made = journey(
        actions=tuple(
            d.Action(id=ids.ActionId(f"x{n}"), title=LONG, owner="Kari") for n in range(9)
        ),
        insights=tuple(d.Insight(id=ids.InsightId(f"i{n}"), text=LONG * 2) for n in range(9)),
    )
    metrics = tuple(d.Metric(id=ids.MetricId(f"q{n}"), name=LONG) for n in range(9))
    for paper in PAPERS:
        found = poster(document(made, metrics=metrics), paper)
        assert found.rail is not None
        assert_in_order(found, sheet(paper, "landscape").area)


def test_a_rail_taller_than_its_map_reaches_below_it_with_nothing_left_out() -> None:
    actions = tuple(
        d.Action(id=ids.ActionId(f"x{n}"), title=LONG * 2, owner="Kari") for n in range(6)
    )
    made = journey("s0 s1 s2 s3", "touchpoint emotion thought pain", actions=actions)
    found = poster(document(made))
    assert found.rail is not None
    assert found.rail.box.bottom > found.map_rect.bottom
    (section,) = found.rail.sections
    assert len(section.items) == 6
    assert section.items[-1].strong.bottom < found.rail.box.bottom
    assert_in_order(found, sheet("A1", "landscape").area)


def test_the_map_is_as_large_as_its_room_lets_it() -> None:
    found = poster(example("restaurant.nb"))
    room = parts(found)
    below = min(
        box.y for name, box in room.items() if name.startswith(("legend", "source", "block"))
    )
    slack_below = below - found.map_rect.bottom
    beside = found.rail.box.x if found.rail is not None else sheet("A1", "landscape").area.right
    slack_beside = beside - found.map_rect.right
    assert min(slack_below, slack_beside) < 40.0


def test_the_grid_is_only_scaled_and_never_wrapped_again() -> None:
    small, large = (poster(example("restaurant.nb"), paper) for paper in ("A4", "A0"))
    assert small.map.cells == large.map.cells
    assert small.map.phases == large.map.phases
    assert small.map_scale < large.map_scale


def test_a_small_map_is_not_blown_up_beyond_reason() -> None:
    found = poster(document(journey("s1", "note")), "A0")
    assert found.map_scale == pytest.approx(2.4 * found.unit)


def test_no_text_of_the_frame_is_smaller_than_can_be_read() -> None:
    found = poster(example("restaurant.nb"), "A4")
    styles = [found.head.title.style, *(row.style for row in found.foot.source)]
    styles += [entry.text.style for entry in found.foot.legend]
    assert min(style.size for style in styles) >= 6.5 * MM_PER_PT - 1e-9


def test_a_long_title_wraps_and_pushes_everything_down() -> None:
    short = poster(document(journey(), title="Kort"))
    long = poster(document(journey(), title=LONG * 2))
    assert len(long.head.title.lines) > len(short.head.title.lines)
    assert long.map_at.y > short.map_at.y


def test_the_legend_holds_what_is_on_the_map_and_nothing_else() -> None:
    bare = poster(document(journey(cards=(card("c1", "note:s1"),))))
    assert bare.foot.legend == ()
    made = journey(
        cards=(
            card("c1", "pain:s1", severity=3),
            card("c2", "touchpoint:s1", status=v.TouchpointStatus.MISSING),
        ),
        emotions=(reading("e1", "s1", 1), reading("e2", "s1", 0, view=v.EmotionView.BELIEVED)),
        transitions=(
            transition("t1", "s1", "s3", kind=v.TransitionKind.SKIP),
            transition("t2", "s2", "DROP", kind=v.TransitionKind.DROP_OFF),
        ),
    )
    symbols = [entry.symbol for entry in poster(document(made)).foot.legend]
    assert symbols == ["felt", "quiet", "dots", "hollow", "skip", "drop"]


def test_the_legend_says_nothing_of_what_is_parked_or_hidden() -> None:
    made = journey(
        cards=(
            card("c1", "pain:s1", severity=3),
            card("c2", kind=v.CardKind.TOUCHPOINT, status=v.TouchpointStatus.MISSING),
            card("c3", "note:s1", severity=2),
        ),
        emotions=(reading("e1", "s1", 1), reading("e2", "s1", 0, view=v.EmotionView.BELIEVED)),
    )
    hidden = tuple(
        msgspec.structs.replace(one, hidden=one.id in {"pain", "emotion"}) for one in made.lanes
    )
    found = poster(document(msgspec.structs.replace(made, lanes=hidden)))
    assert [entry.symbol for entry in found.foot.legend] == []


def test_the_source_line_says_who_and_when_and_ends_at_the_right_edge() -> None:
    whole = document(
        journey(owner="Ola"), client="Spisestedet", version="2", author="Kari", created=TODAY
    )
    found = poster(whole, "A3")
    assert found.block is None
    said = source_line(found)
    for part in ("Spisestedet", "Ola", "Kari", "2", "2026"):
        assert part in said
    for row in found.foot.source:
        assert box_of(row).right == pytest.approx(sheet("A3", "landscape").area.right)


@pytest.mark.parametrize(
    ("paper", "way"), [("A3", "landscape"), ("A4", "landscape"), ("A4", "portrait")]
)
def test_no_row_of_the_source_line_is_left_with_a_word_alone(paper: str, way: str) -> None:
    for name in EXAMPLES:
        wide = [box_of(row).width for row in poster(example(name), paper, way).foot.source]
        assert min(wide) > 0.6 * max(wide), (name, wide)


def test_the_day_of_printing_stands_only_where_the_document_has_no_day() -> None:
    dated = document(journey(), created=dt.date(2019, 3, 4))
    said = source_line(poster(dated, "A3"))
    assert "2019" in said
    assert "2026" not in said


def test_the_state_of_a_map_is_stamped_beside_its_title() -> None:
    for state in (v.MapState.AS_IS, v.MapState.TO_BE):
        assert_stamp_beside_the_title(poster(document(journey(state=state), title="Reise")))


def test_a_state_that_this_version_does_not_know_has_no_stamp() -> None:
    found = poster(document(journey(state=v.MapState.OTHER), title="Reise"))
    assert found.head.stamps == ()
    assert_in_order(found, sheet("A1", "landscape").area)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kari Nordmann", "KN"),
        ("Kari", "K"),
        ("Ola van der Berg", "OB"),
        ("kari nordmann", "KN"),
        ("", ""),
        ("Åse Øverland Æsj", "ÅÆ"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", ["A4", "A1"])
def test_texts_without_end_are_cut_with_an_ellipsis_and_leave_room_for_the_map(
    paper: str, orientation: str
) -> None:
    endless = LONG * 60
    actors = tuple(
        d.Actor(id=ids.ActorId(f"a{n}"), name=endless, goal=endless, quote=endless)
        for n in range(3)
    )
    made = journey(
        title=endless,
        scenario=endless,
        owner=endless,
        actors=tuple(actor.id for actor in actors),
        insights=tuple(d.Insight(id=ids.InsightId(f"i{n}"), text=endless) for n in range(6)),
    )
    found = poster(document(made, title=endless, actors=actors), paper, orientation)
    area = sheet(paper, orientation).area
    assert_in_order(found, area)
    assert found.head.title.lines[-1].runs[-1].text.endswith("…")
    assert found.map_rect.height > area.height * 0.2 or found.map_rect.width > area.width * 0.5


def test_what_there_is_no_room_for_is_counted_and_not_left_out_in_silence() -> None:
    actor = d.Actor(id=ids.ActorId("a1"), name="Kari", needs=tuple("abcdefg"))
    made = journey(
        actors=(actor.id,),
        insights=tuple(d.Insight(id=ids.InsightId(f"i{n}"), text="Funn") for n in range(9)),
    )
    found = poster(document(made, actors=(actor,)))
    assert found.rail is not None
    assert found.strip is not None
    (section,) = found.rail.sections
    last = section.items[-1].quiet
    assert last is not None
    assert [line.text for line in last.lines] == ["og 3 til"]
    (needs,) = found.strip.sections
    assert [line.text for line in needs.texts[-1].lines] == ["og 4 til"]


def with_a_long_title(whole: d.Document) -> d.Document:
    """The document with a step whose title takes a line more, so that no room is left for notes."""
    journey = whole.maps[0]
    first, *others = journey.steps
    longer = msgspec.structs.replace(first, title=f"{first.title} i en travel hverdag")
    changed = msgspec.structs.replace(journey, steps=(longer, *others))
    return msgspec.structs.replace(whole, maps=(changed,))


@pytest.mark.parametrize("paper", ["A2", "A1"])
def test_what_is_left_over_below_a_flat_map_is_shared_among_the_gaps(paper: str) -> None:
    flat = poster(with_a_long_title(example("b2b-programvare.nb")), paper)
    full = poster(example("restaurant.nb"), paper)
    assert flat.notes is None
    assert flat.strip is not None
    assert full.strip is not None
    above = flat.strip.box.y - flat.head.bottom
    below = flat.map_at.y - flat.strip.box.bottom
    under = flat.foot.line - flat.map_rect.bottom
    assert above == pytest.approx(below)
    assert above > full.strip.box.y - full.head.bottom
    assert under < 3 * above


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_signs_and_words_of_the_legend_stand_in_columns(paper: str) -> None:
    legend = poster(example("restaurant.nb"), paper).foot.legend
    rows: dict[float, list[float]] = {}
    for entry in legend:
        rows.setdefault(round(entry.box.y, 3), []).append(round(entry.text.x, 3))
    assert len(rows) > 1
    first, *others = rows.values()
    for row in others:
        assert row == first[: len(row)]


def test_five_people_leave_room_for_what_the_map_rests_on() -> None:
    found = poster(example("b2b-programvare.nb"), "A2")
    assert found.strip is not None
    assert len(found.strip.people) == 5
    assert len({person.centre.y for person in found.strip.people}) == 1
    assert [part.heading.lines[0].text for part in found.strip.sections] == ["Grunnlag"]
