"""What figures add to a poster: rail, marks of lows, signs of assumptions, and their legend."""

from collections.abc import Iterator

import pytest

from cjmapper.analysis import figures_of
from cjmapper.drawing.assumptions import assumed_card
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Form,
    Group,
    Path,
    Primitive,
    Rectangle,
    TextLine,
)
from cjmapper.drawing.ribbons import gap_ribbons
from cjmapper.drawing.theme import PAPER
from cjmapper.geometry import Rect
from cjmapper.layout.assumptions import assumptions_of
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import PageRequest, PosterLayout
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import EmotionView, PosterPart
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from tests.support.builders import card, document, journey, reading
from tests.support.layouts import laid_out, setting
from tests.support.paged import sheet

EVIDENCE = d.Evidence(id=ids.EvidenceId("ev"))


def example(name: str = "restaurant.nb") -> d.Document:
    return decode(resource("examples", f"{name}.cjmap").read_bytes()).document


def poster(
    whole: d.Document, *, counted: bool = True, hidden: tuple[str, ...] = ()
) -> PosterLayout:
    chosen = sheet("A1")
    map_id = whole.maps[0].id
    asked = PageRequest(
        map=lay_out_map(whole, map_id, setting()),
        settings=PosterSettings(hidden=hidden),
        page=chosen.size,
        inside=chosen.area,
        figures=figures_of(whole, map_id) if counted else None,
    )
    return lay_out_poster(asked, setting())


def drawn(whole: d.Document, *, counted: bool = True) -> Drawing:
    return compose_poster(poster(whole, counted=counted), Composer(PAPER))


def groups(items: tuple[Primitive, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
        if isinstance(item, Group | Clip | Form):
            yield from groups(item.items)


def words(items: tuple[Primitive, ...]) -> list[str]:
    found: list[str] = []
    for item in items:
        if isinstance(item, TextLine):
            found.append(item.line.text)
        elif isinstance(item, Group | Clip | Form):
            found += words(item.items)
    return found


def named(drawing: Drawing, name: str) -> Group:
    return next(group for group in groups(drawing.items) if group.id == name)


def test_the_rail_is_read_as_headings_and_lists() -> None:
    rail = named(drawn(example()), "rail")
    found = [*groups((rail,))]
    headings = [" ".join(words((one,))) for one in found if one.role == "heading-2"]
    assert headings[:4] == [
        "Dette fant vi",
        "Vi trodde – de opplever",
        "Største smertepunkter",
        "Hva vi gjør",
    ]
    lists = [one for one in found if one.role == "list"]
    assert len(lists) == len(headings)
    assert all(
        {item.role for item in one.items if isinstance(item, Group)} == {"item"} for one in lists
    )
    assert rail.items[0] == next(one for one in found if one.role == "decoration")


def test_what_is_only_drawn_is_told_in_words() -> None:
    rail = named(drawn(example()), "rail")
    told = [one.title for one in groups((rail,)) if one.role == "figure"]
    assert told[:4] == ["Bunnpunkt 1", "Bunnpunkt 2", "Bunnpunkt 3", "vi trodde +1, de opplever −1"]


def test_lows_are_marked_on_the_curve_as_on_the_rail() -> None:
    marks = named(drawn(example()), "lows")
    told = [one.title for one in groups(marks.items)]
    assert told == ["Bunnpunkt 1", "Bunnpunkt 2", "Bunnpunkt 3"]
    assert words(marks.items) == ["1", "2", "3"]


def test_a_part_that_is_switched_off_is_not_there() -> None:
    assert poster(example(), hidden=(PosterPart.RAIL.value,)).rail is None


def test_without_figures_nothing_is_marked() -> None:
    drawing = drawn(example(), counted=False)
    assert "lows" not in {group.id for group in groups(drawing.items)}
    legend = words(named(drawing, "legend").items)
    assert "bunnpunkt" not in legend
    assert "antakelse uten grunnlag" not in legend


def test_the_legend_tells_of_lows_and_assumptions_where_there_are_any() -> None:
    legend = words(named(drawn(example()), "legend").items)
    assert {"bunnpunkt", "antakelse uten grunnlag", "?"} <= {*legend}
    plain = document(journey(emotions=(reading("e", "s1", 1.0),), cards=(card("c", "pain:s1"),)))
    assert not {"bunnpunkt", "antakelse uten grunnlag"} & {*words(drawn(plain).items)}


def test_assumptions_are_marked_and_told_and_grounded_claims_are_not() -> None:
    drawing = drawn(example())
    assumed = {"r4", "pn4", "pn5"}
    for name in ("r4", "pn4", "pn5", "pn1", "g6", "t1", "o1"):
        group = named(drawing, name)
        assert ("?" in words(group.items)) is (name in assumed)
        assert group.title.endswith("antakelse uten grunnlag") is (name in assumed)


def ribbon_paths(believed: tuple[float, float], *, others: bool = False) -> list[Path]:
    """The ribbons of a map where two steps are felt as 0."""
    a, b = ids.ActorId("a"), ids.ActorId("b")
    view = EmotionView.BELIEVED
    readings = [
        reading("e1", "s1", 0.0, actor=a),
        reading("e2", "s2", 0.0, actor=a),
        reading("b1", "s1", believed[0], actor=a, view=view),
        reading("b2", "s2", believed[1], actor=a, view=view),
    ]
    if others:
        readings.append(reading("o", "s2", 2.0, actor=b))
    layout = laid_out(document(journey(actors=(a, b), emotions=tuple(readings))))
    band = next(one for one in layout.lanes if one.lane.id == "emotion")
    whole = Rect(0.0, 0.0, layout.size.width, layout.size.height)
    drawn_groups = gap_ribbons(layout.emotion_lanes[band.lane.id], band.y, whole, PAPER)
    return [item for group in drawn_groups for item in group.items if isinstance(item, Path)]


def test_a_ribbon_is_hatched_where_it_was_believed_better_and_dotted_where_worse() -> None:
    def strokes(path: Path) -> set[bool]:
        """Whether each stroke is a line (True) or a dot."""
        commands = path.commands
        pairs = zip(commands[::2], commands[1::2], strict=True)
        return {start[1:] != end[1:] for start, end in pairs}

    assert [strokes(path) for path in ribbon_paths((2.0, 1.0))] == [{True}]
    assert [strokes(path) for path in ribbon_paths((-2.0, -1.0))] == [{False}]
    assert [strokes(path) for path in ribbon_paths((2.0, -2.0))] == [{True}, {False}]
    assert ribbon_paths((0.1, 0.0)) == []


def test_no_ribbon_goes_where_others_feel_too() -> None:
    assert ribbon_paths((2.0, 2.0), others=True) == []


def test_the_legend_tells_of_a_ribbon_only_where_there_is_one() -> None:
    assert "vi trodde det var bedre" in words(named(drawn(example()), "legend").items)
    assert "vi trodde det var bedre" not in words(
        named(drawn(example("b2b-programvare.nb")), "legend").items
    )


def test_a_reading_without_grounds_has_a_dashed_ring() -> None:
    held = journey(
        emotions=(
            reading("e1", "s1", 1.0),
            reading("e2", "s2", 1.0, evidence=(ids.EvidenceId("ev"),)),
        )
    )
    drawing = drawn(document(held, evidence=(EVIDENCE,)))

    def dashed(name: str) -> bool:
        found = groups((named(drawing, name),))
        paths = [one for group in found for one in group.items if isinstance(one, Path)]
        return any(path.stroke is not None and path.stroke.dash for path in paths)

    assert (dashed("e1"), dashed("e2")) == (True, False)


@pytest.mark.parametrize("evidence", [(), (EVIDENCE,)])
def test_a_first_map_is_not_all_question_marks(evidence: tuple[d.Evidence, ...]) -> None:
    whole = document(journey(cards=(card("c1", "pain:s1"),)), evidence=evidence)
    signs = assumptions_of(figures_of(whole, whole.maps[0].id), setting())
    assert (signs is not None) is bool(evidence)


def test_the_sign_of_an_assumption_covers_no_word_of_its_card() -> None:
    long = "Kundetilfredshetsundersøkelsen kommer altfor sent til at noen husker hva som skjedde"
    whole = document(journey(cards=(card("c1", "pain:s1", long),)), evidence=(EVIDENCE,))
    signs = assumptions_of(figures_of(whole, whole.maps[0].id), setting())
    assert signs is not None
    ((placed, _),) = laid_out(whole).cards_in((ids.LaneId("pain"), ids.StepId("s1")))
    group = assumed_card(placed, signs, PAPER)
    edge, around = group.items[:2]
    assert isinstance(edge, Rectangle)
    assert edge.rect == Rect(0.0, 0.0, placed.width, placed.height)
    assert isinstance(around, Path)
    left = min(command[1] for command in around.commands if command[0] != "Z")
    low = max(command[2] for command in around.commands if command[0] != "Z")
    style = placed.text.style
    for index, line in enumerate(placed.text.lines):
        right = placed.text.x + line.width(style.size)
        ascenders = placed.text.y + index * style.line_height + (style.line_height - style.size) / 2
        assert right <= left or ascenders >= low
