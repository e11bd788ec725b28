"""Parts of a poster that can be switched off or asked for; the people of its strip."""

import msgspec
import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.poster_strip import lay_out_strip
from cjmapper.layout.poster_styles import poster_styles
from cjmapper.layout.poster_types import PosterLayout
from cjmapper.layout.setting import Subject
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.figures import Coverage, Figures
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import EvidenceType, PosterPart
from tests.layout.test_poster import assert_in_order
from tests.support.builders import card, document, journey
from tests.support.layouts import setting
from tests.support.paged import sheet
from tests.support.posters import page, said

ALL = tuple(part.value for part in PosterPart)


def person(number: int, **fields: object) -> d.Actor:
    return d.Actor(id=ids.ActorId(f"a{number}"), name=f"Kari {number}", **fields)  # type: ignore[arg-type]


def whole_of(*people: d.Actor, **fields: object) -> d.Document:
    made = journey(
        "s1 s2 s3 s4",
        cards=(card("c1", "pain:s1", severity=3),),
        actors=tuple(one.id for one in people),
        actions=(d.Action(id=ids.ActionId("x1"), title="Komprimer menysiden"),),
    )
    return document(made, title="Middag", client="Fjord", actors=people, **fields)


def without(whole: d.Document, *parts: str, paper: str = "A1") -> PosterLayout:
    return page(whole, paper, PosterSettings(hidden=parts))


def shown(found: PosterLayout) -> set[str]:
    """The words of the parts that there are."""
    there = {
        PosterPart.TITLE: bool(found.head.title.lines or found.head.stamps or found.head.subtitle),
        PosterPart.PERSONA: found.strip is not None,
        PosterPart.LEGEND: bool(found.foot.legend),
        PosterPart.RAIL: found.rail is not None,
        PosterPart.NOTES: found.notes is not None,
        PosterPart.SOURCE: found.block is not None or bool(found.foot.source),
        PosterPart.LOGOS: bool(found.head.logos),
    }
    return {part.value for part, here in there.items() if here}


@pytest.mark.parametrize("paper", ["A1", "A3"])
@pytest.mark.parametrize("part", ["title", "persona", "legend", "rail", "source"])
def test_a_part_that_is_switched_off_is_not_there_and_the_others_are(part: str, paper: str) -> None:
    whole = whole_of(person(1))
    all_of_it = without(whole, "notes", paper=paper)
    found = without(whole, "notes", part, paper=paper)
    gone = {part, "source"} if part == "source" else {part}
    assert shown(found) == shown(all_of_it) - gone
    assert found.map_scale >= all_of_it.map_scale
    assert_in_order(found, sheet(paper).area)


def test_with_everything_switched_off_the_map_has_the_whole_page() -> None:
    found = without(whole_of(person(1)), *ALL)
    assert shown(found) == set()
    assert (found.map_at.y, found.foot.line) == (found.inside.y, found.inside.bottom)


def test_a_row_to_write_in_is_below_the_map_and_as_wide() -> None:
    found = page(whole_of(person(1)), settings=PosterSettings(blank_row=True))
    row = found.blank_row
    assert row is not None
    assert row.box.y == pytest.approx(found.map_rect.bottom)
    assert (row.box.x, row.box.width) == pytest.approx((found.map_rect.x, found.map_rect.width))
    assert row.box.height > 15
    assert len(row.dividers) == len(found.map.phases)
    assert said(row.title) == "Egne notater"
    assert page(whole_of(person(1))).blank_row is None
    assert_in_order(found, sheet("A1").area)


def test_one_persona_has_quote_three_needs_and_what_the_map_rests_on() -> None:
    kari = person(1, goal="Ro", quote="Maten var god", needs=("a", "b", "c", "d"))
    evidence = (
        d.Evidence(id=ids.EvidenceId("e1"), type=EvidenceType.INTERVIEW, n=4),
        d.Evidence(id=ids.EvidenceId("e2"), type=EvidenceType.INTERVIEW, n=5),
        d.Evidence(id=ids.EvidenceId("e3"), type=EvidenceType.WALKTHROUGH),
    )
    figures = Figures(coverage=Coverage(claims=19, covered=14))
    strip = page(whole_of(kari, evidence=evidence), figures=figures).strip
    assert strip is not None
    assert said(strip.quote) == "«Maten var god»"
    needs, sources = strip.sections
    assert [said(text) for text in needs.texts] == ["– a", "– b", "– c", "og 1 til"]
    count, kinds = sources.texts
    assert said(count) == "14 av 19 påstander har kundegrunnlag"
    assert "(n\u00a0=\u00a09)" in said(kinds)


@pytest.mark.parametrize("paper", ["A4", "A1", "A0"])
@pytest.mark.parametrize("count", [2, 3, 6, 8])
def test_several_people_stand_beside_each_other_and_the_rest_is_counted(
    count: int, paper: str
) -> None:
    people = (person(n, goal="Komme fram", quote="Det må virke") for n in range(count))
    found = page(whole_of(*people), paper)
    assert found.strip is not None
    assert len(found.strip.people) == min(count, 6)
    assert said(found.strip.more) == ("og 2 til" if count == 8 else "")
    assert_in_order(found, sheet(paper).area)
    quoted = [bool(one.quotes) for one in found.strip.people]
    assert all(quoted) if count <= 3 else not any(quoted)


def test_the_people_of_a_narrow_page_stand_in_rows() -> None:
    people = tuple(person(n) for n in range(6))
    settings = PosterSettings()
    tall = msgspec.structs.replace(settings, hidden=("rail",))
    wide, narrow = page(whole_of(*people), "A1", tall), page(whole_of(*people), "A4", tall)
    assert wide.strip is not None
    assert narrow.strip is not None
    assert len({one.centre.y for one in wide.strip.people}) == 1


def test_a_long_quote_is_whole_where_what_stands_beside_it_leaves_it_room() -> None:
    quote = ("Vi kom for sent fordi vi lette så lenge etter et sted å parkere. " * 5).strip()
    long = "å finne fram til riktig inngang uten å måtte spørre noen på gata " * 3
    size = sheet("A4").size
    strips = []
    for need in ("ro", long):
        made = whole_of(person(1, quote=quote, needs=(need,) * 3))
        area = Rect(0.0, 0.0, size.width, size.height)
        subject = Subject(made, made.maps[0], setting())
        strips.append(lay_out_strip(subject, area, poster_styles(size, 2)))
    cut, whole = (strip for strip in strips if strip is not None)
    assert not said(cut.quote).endswith("»")
    assert said(whole.quote) == f"«{quote}»"
    assert whole.quote is not None
    assert whole.quote.bottom <= whole.box.bottom
