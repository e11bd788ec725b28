"""A map on paper: in reading order, every part with its role and its words."""

from collections.abc import Iterator

import pytest

from cjmapper import places
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.paper_map import paper_map
from cjmapper.drawing.poster_list import list_groups
from cjmapper.drawing.primitives import Clip, Group, Path, Primitive, TextLine
from cjmapper.drawing.theme import PAPER
from cjmapper.geometry import Rect
from cjmapper.layout.poster_list import lay_out_list
from cjmapper.layout.poster_overview import numbered_cards
from cjmapper.layout.poster_parts import parts
from cjmapper.layout.poster_types import MapPart, whole_map
from cjmapper.layout.result import MapLayout
from cjmapper.layout.styles import CURVE_LABEL
from cjmapper.model import document as d
from cjmapper.model.vocabulary import LinkKind
from cjmapper.storage.codec import decode
from tests.support.builders import card, document, full_document, journey, link, reading
from tests.support.flattened import flattened, words_of
from tests.support.layouts import laid_out, setting
from tests.support.wide_maps import wide_map

EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))


def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def drawn(layout: MapLayout, part: MapPart | None = None) -> tuple[Primitive, ...]:
    return paper_map(layout, part or whole_map(layout), Composer(PAPER), setting().words)


def walk(
    items: tuple[Primitive, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[Group, tuple[str, ...]]]:
    for item in items:
        if isinstance(item, Group):
            roles = (*above, item.role) if item.role else above
            yield item, roles
            yield from walk(item.items, roles)
        elif isinstance(item, Clip):
            yield from walk(item.items, above)


@pytest.mark.parametrize("name", EXAMPLES)
def test_cards_are_read_phase_by_phase_step_by_step_and_lane_by_lane(name: str) -> None:
    layout = laid_out(example(name))
    found = [group.id for group, roles in walk(drawn(layout)) if group.role == "card"]
    wanted = [
        placed.card.id
        for column in layout.columns
        for band in layout.lanes
        for placed in layout.cell((band.lane.id, column.step.id)).cards
    ]
    assert found == wanted


@pytest.mark.parametrize("name", EXAMPLES)
def test_everything_is_within_what_it_belongs_to(name: str) -> None:
    layout = laid_out(example(name))
    inside = {group.role: roles for group, roles in walk(drawn(layout)) if group.role}
    assert inside["card"] == ("part", "phase", "step", "list", "card")
    assert inside["heading-2"] == ("part", "phase", "heading-2")
    assert inside["heading-3"] == ("part", "phase", "step", "heading-3")
    assert inside["lane"] == ("part", "lane")
    assert inside["curve"] == ("part", "curve")
    assert inside["reading"] == ("part", "reading")


def test_grounds_come_first_and_are_told_to_nobody() -> None:
    first = drawn(laid_out(full_document()))[0]
    assert isinstance(first, Group)
    assert first.role == "decoration"
    assert words_of((first,)) == ""


@pytest.mark.parametrize("starts", [None, (0, 2)])
def test_a_line_closes_the_map_below_its_last_lane(starts: tuple[int, ...] | None) -> None:
    layout = laid_out(example(EXAMPLES[0]))
    part = whole_map(layout) if starts is None else parts(layout, starts, setting())[0]
    feet = [
        one.room.width
        for one in flattened(drawn(layout, part))
        if isinstance(one.item, Path) and one.room.y > layout.size.height - 0.5
    ]
    assert max(feet, default=0.0) >= part.size.width - 0.1


def test_a_card_is_told_with_its_kind_and_figures() -> None:
    pain = card("c1", "pain:s1", "Ingen vet hvor", severity=4, reach=0.6)
    layout = laid_out(document(journey("s1", cards=(pain,))))
    told = next(group.title for group, _ in walk(drawn(layout)) if group.role == "card")
    assert (
        told.replace("\u00a0", " ")
        == "Smertepunkt, alvorlighet 4 av 5, rammer 60 %: Ingen vet hvor"
    )


def test_a_curve_is_told_whole() -> None:
    felt = (reading("e1", "s1", 1.0, words=("glad",)), reading("e2", "s2", -2.0))
    layout = laid_out(document(journey("s1 s2", emotions=felt)))
    told = next(group.title for group, _ in walk(drawn(layout)) if group.role == "curve")
    assert "Step s1, glad (+1); Step s2, frustrert (−2)" in told


def test_phases_and_steps_are_told_with_their_place() -> None:
    layout = laid_out(document(journey("s1 s2|s3")))
    told = [group.title for group, _ in walk(drawn(layout)) if group.role in {"phase", "step"}]
    assert told[0] == "Fase Phase 1, 1 av 2"
    assert told[-1].endswith("3 av 3")


def test_the_parts_of_a_map_together_hold_every_thing_once() -> None:
    layout = laid_out(wide_map())
    found: list[str] = []
    for part in parts(layout, (0, 7, 19), setting()):
        found += [
            group.id
            for group, _ in walk(drawn(layout, part))
            if group.role in {"card", "reading", "step"}
        ]
    whole = [
        group.id for group, _ in walk(drawn(layout)) if group.role in {"card", "reading", "step"}
    ]
    assert sorted(found) == sorted(whole)


def test_nothing_of_a_part_reaches_out_of_it_but_lines_that_are_cut_there() -> None:
    layout = laid_out(wide_map())
    part = parts(layout, (0, 7, 19), setting())[1]
    for one in flattened(_unclipped(drawn(layout, part))):
        assert one.room.x >= -1.0
        assert one.room.right <= part.size.width + 1.0


def _unclipped(items: tuple[Primitive, ...]) -> tuple[Primitive, ...]:
    """Everything that no clip holds; grounds of words may be as generous as words."""
    kept: list[Primitive] = []
    for item in items:
        if isinstance(item, Group) and item.role not in {"decoration", "reading", "curve"}:
            inside = _unclipped(item.items)
            kept.append(Group(item.id, inside, item.x, item.y, item.scale, item.role))
        elif not isinstance(item, Clip | Group):
            kept.append(item)
    return tuple(kept)


def test_what_crosses_a_cut_runs_on_to_it_on_both_sides() -> None:
    felt = (reading("e1", "s1", 2.0), reading("e2", "s2", -2.0))
    layout = laid_out(document(journey("s1 s2", "emotion", emotions=felt)))
    for part in parts(layout, (0, 1), setting()):
        curve = next(group for group, _ in walk(drawn(layout, part)) if group.role == "curve")
        clip = next(item for item in curve.items if isinstance(item, Clip))
        assert clip.rect.x == part.window.x
        assert clip.rect.right == part.window.right
        rooms = [one.room for one in flattened(clip.items)]
        assert min(room.x for room in rooms) < layout.columns[1].x
        assert max(room.right for room in rooms) > layout.columns[1].x


def test_the_name_of_a_curve_at_a_cut_stays_on_its_page_and_off_its_face() -> None:
    layout = laid_out(example("b2b-programvare.nb"))
    first, second = (drawn(layout, part) for part in parts(layout, (0, 6), setting()))
    name = next(one.room for one in flattened(first) if _names(one.item, "Økonomisjef"))
    name = name.grown(-name.height / 4)
    assert name.right <= layout.title_width + layout.columns[5].right
    faces = [
        one.room
        for one in flattened(first)
        if one.owner == "em10" and not isinstance(one.item, TextLine)
    ]
    assert faces
    assert not any(name.meets(face) for face in faces)
    grounds = [one.room for one in flattened(second) if one.role == "decoration"]
    beside = [room for room in grounds if room.x < layout.title_width]
    assert all(room.width > layout.title_width for room in beside)


def _names(item: Primitive, said: str) -> bool:
    """Whether it is the name of a curve."""
    if not isinstance(item, TextLine) or item.line.text != said:
        return False
    return item.line.runs[0].face is CURVE_LABEL.face


def linked() -> MapLayout:
    cards = (
        card("c1", "opportunity:s1", "Meny på nett"),
        card("c2", "pain:s2", "Menyen\nlaster"),
        card("c3", "pain:s2", "Kø"),
    )
    links = (
        link("l1", "c1", "c2", kind=LinkKind.ADDRESSES),
        link("l2", "c1", "c3", kind=LinkKind.INFLUENCES, text="litt"),
        link("l3", "c2", "c3", kind=LinkKind.CAUSES),
    )
    return laid_out(document(journey("s1|s2", "opportunity pain", cards=cards, links=links)))


def test_a_card_is_told_with_what_it_does_to_others_unless_that_is_written_there() -> None:
    found = {group.id: group.title for group, _ in walk(drawn(linked()))}
    assert found["c1"] == "Mulighet: Meny på nett – svarer på «Menyen laster»"
    assert found["c2"].endswith("Menyen laster – forårsaker «Kø»")
    assert found["c3"].endswith(": Kø")
    assert found["l2"] == "Meny på nett påvirker Kø: litt"


def test_on_a_list_of_cards_all_that_they_do_is_told() -> None:
    layout = linked()
    room = Rect(10.0, 20.0, 190.0, 250.0)
    (page,) = lay_out_list(layout, numbered_cards(layout), Rect(0, 0, 210, 297), room, setting())
    items = list_groups(page, layout, PAPER, setting().words)
    told = next(group.title for group, _ in walk(items) if group.id == "c1")
    assert told == "Mulighet: Meny på nett – svarer på «Menyen laster»; påvirker «Kø»: litt"


def test_a_connector_to_another_page_is_told_with_its_card() -> None:
    layout = linked()
    (first, _) = parts(layout, (0, 1), setting())
    found = {group.id: group.title for group, _ in walk(drawn(layout, first))}
    assert found["c1"] == "Mulighet: Meny på nett – svarer på «Menyen laster»"
