"""What a look at a poster before printing finds, and that what it offers does mend it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from cjmapper.drawing.primitives import TextLine
from cjmapper.drawing.walk import leaves
from cjmapper.export.findings import Finding, Level, Mend, Severity
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.export.preflight import preflight, reading_levels
from cjmapper.geometry import MM_PER_PT
from cjmapper.layout.poster_styles import paper_sizes
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.document import Document
from cjmapper.model.edits.steps import set_width
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.storage.codec import decode
from cjmapper.words import tables
from cjmapper.words.catalog import Words
from tests.support import synthetic
from tests.support.builders import card, document, journey
from tests.support.layouts import setting
from tests.support.pixels import png
from tests.support.wide_maps import wide_map

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"


def restaurant() -> Document:
    return decode((EXAMPLES / "restaurant.nb.cjmap").read_bytes()).document


def planned(of: Document, settings: PosterSettings | None = None, **chosen: Any) -> PosterPlan:
    request = PosterRequest(
        document=of,
        journey=of.maps[0],
        settings=settings or PosterSettings(**chosen),
        language="nb",
    )
    return plan_poster(request, setting().typesetter)


def found(plan: PosterPlan, part: str) -> list[Finding]:
    return [one for one in preflight(plan) if part in one.code]


def mended(plan: PosterPlan, mend: Mend) -> PosterPlan:
    """The same poster after one click."""
    of = plan.request.document
    for step, width in mend.widths:
        of = set_width(of, plan.request.journey.id, step, width)
    return planned(of, mend.settings or plan.request.settings)


def family(finding: Finding) -> str:
    return "too_far" if finding.code.endswith("too_far") else finding.code


def assert_cured(plan: PosterPlan, finding: Finding) -> None:
    assert finding.mends
    for mend in finding.mends:
        left = [family(one) for one in preflight(mended(plan, mend))]
        assert family(finding) not in left, mend.code


def with_picture(width: int, height: int, name: str = "logo.png") -> Document:
    content = png(width, height)
    asset = d.Asset(id=ids.AssetId("p1"), name=name, media_type="image/png", data=content)
    shown = card("c1", "touchpoint:s1", picture=ids.AssetId("p1"))
    return document(journey("s1 s2|s3", cards=(shown,)), assets=(asset,))


def test_an_example_on_its_usual_paper_has_nothing_to_mend() -> None:
    assert preflight(planned(restaurant(), paper="A1")) == ()


def test_levels_are_what_the_page_shows_and_the_distance_follows() -> None:
    plan = planned(restaurant(), paper="A1")
    levels = {level.name: level for level in reading_levels(plan)}
    assert list(levels) == list(Level)
    drawn = [
        (item.size * place.scale / MM_PER_PT, place)
        for item, place in leaves(plan.wholes[0].drawing.items)
        if isinstance(item, TextLine)
    ]
    cards = max(size for size, place in drawn if place.role == "card")
    assert levels[Level.CARD].size_pt == pytest.approx(cards, abs=0.06)
    assert levels[Level.TITLE].size_pt > levels[Level.PHASE].size_pt > levels[Level.CARD].size_pt
    for level in levels.values():
        assert level.distance_m == pytest.approx(level.size_pt * 0.042, abs=0.006)


def test_cards_under_the_papers_smallest_type_are_a_problem_that_more_pages_mend() -> None:
    plan = planned(synthetic.document(240), paper="A1", overflow=v.Overflow.ONE)
    (finding,) = found(plan, "cards_too_small")
    assert finding.severity is Severity.PROBLEM
    assert finding.values["least"] == 11
    assert float(finding.values["size"]) < 5
    assert finding.rects
    assert [mend.code for mend in finding.mends] == ["more_pages"]
    assert_cured(plan, finding)


def test_a_larger_paper_is_the_smallest_that_is_large_enough() -> None:
    plan = planned(restaurant(), paper="A4", overflow=v.Overflow.ONE)
    (finding,) = found(plan, "cards_too_small")
    mends = {mend.code: mend for mend in finding.mends}
    settings = mends["larger_paper"].settings
    assert settings is not None
    papers = ["A3", "A2", "A1", "A0"]
    for smaller in papers[: papers.index(settings.paper)]:
        tried = msgspec.structs.replace(settings, paper=smaller)
        assert found(planned(restaurant(), tried), "cards_too_small")
    assert_cured(plan, finding)


@pytest.mark.parametrize("paper", ["A1", "A2", "A3"])
@pytest.mark.parametrize("distance", [0.6, 0.8, 1.0])
def test_cards_that_are_not_read_from_the_chosen_distance_are_told_with_what_helps(
    paper: str, distance: float
) -> None:
    plan = planned(restaurant(), paper=paper, distance_m=distance)
    for finding in found(plan, "too_far"):
        assert finding.severity is Severity.WARNING
        assert finding.values["wanted"] == distance
        assert float(finding.values["reads"]) < distance
        assert_cured(plan, finding)
    card_pt = next(one.size_pt for one in reading_levels(plan) if one.name is Level.CARD)
    assert bool(found(plan, "too_far")) == (card_pt * 0.042 < distance * 0.97)


def test_step_titles_and_phases_are_named_where_they_are_too_small_too() -> None:
    codes = {
        distance: found(planned(restaurant(), paper="A1", distance_m=distance), "too_far")[0].code
        for distance in (0.56, 3.0)
    }
    assert codes == {0.56: "card_too_far", 3.0: "phase_too_far"}


def test_a_tall_map_is_offered_wider_columns() -> None:
    long = "Vi venter lenge og vet ikke hvorfor, og ingen sier fra om det. " * 3
    cards = tuple(card(f"c{n}", f"note:s{n % 3 + 1}", long) for n in range(18))
    plan = planned(document(journey("s1 s2 s3", cards=cards)), paper="A2", overflow=v.Overflow.ONE)
    (finding,) = [one for one in preflight(plan) if family(one) in {"cards_too_small", "too_far"}]
    assert "wider_columns" in [mend.code for mend in finding.mends]
    assert_cured(plan, finding)


def test_a_card_whose_words_a_joint_cuts_is_named_with_both_sheets() -> None:
    plan = planned(wide_map(), paper="A1", tiles="120x120mm", overflow=v.Overflow.PAGES)
    cut = found(plan, "card_cut")
    assert cut
    texts = {one.id: one.text for one in plan.request.journey.cards}
    for finding in cut:
        assert finding.severity is Severity.WARNING
        (name,) = finding.ids
        assert texts[ids.CardId(name)].startswith(str(finding.values["name"]).rstrip("…"))
        assert finding.page is not None
        tiles = {tile.label: tile for tile in plan.tilings[finding.page].tiles}
        (box,) = finding.rects
        for side in ("one", "other"):
            assert tiles[str(finding.values[side])].cell.meets(box)
    assert_cured(plan, cut[0])


def test_a_code_that_a_joint_cuts_is_told_first_and_mended_by_larger_sheets() -> None:
    upright = v.Orientation.PORTRAIT
    plan = planned(restaurant(), paper="A0", orientation=upright, tiles="100x100mm", code=True)
    (finding,) = found(plan, "code_cut")
    assert finding.severity is Severity.WARNING
    assert finding.ids == ()
    (box,) = finding.rects
    code = plan.layouts[0].code
    assert code is not None
    assert code.box.meets(box)
    assert "QR-koden" in Words("nb").say("preflight.code_cut", **finding.values)
    assert found(planned(restaurant(), finding.mends[-1].settings), "code_cut") == []


@pytest.mark.parametrize("paper", ["A0", "A1", "A2"])
@pytest.mark.parametrize("tiles", ["A3", "A4"])
def test_joints_go_beside_a_code(paper: str, tiles: str) -> None:
    assert found(planned(restaurant(), paper=paper, tiles=tiles, code=True), "code_cut") == []


def test_cards_that_only_touch_a_joint_are_one_mild_finding() -> None:
    plan = planned(restaurant(), paper="A0", tiles="A4")
    mild = found(plan, "cards_at_joint")
    assert len(mild) <= 1
    for finding in mild:
        assert finding.severity is Severity.NOTICE
        assert finding.values["n"] == len(finding.rects) == len(finding.ids)
        assert_cured(plan, finding)


def test_a_picture_that_would_look_coarse_is_named_with_its_dots() -> None:
    (finding,) = found(planned(with_picture(40, 30), paper="A1"), "picture_coarse")
    assert finding.values["name"] == "logo.png"
    assert 0 < float(finding.values["dpi"]) < 150
    assert finding.ids == ("c1",)


def test_a_fine_picture_is_not_told_of() -> None:
    assert found(planned(with_picture(4000, 3000), paper="A1"), "picture") == []


def test_a_picture_that_can_not_be_shown_is_a_problem() -> None:
    of = with_picture(40, 30)
    broken = msgspec.structs.replace(of.assets[0], data=b"no picture", media_type="image/png")
    plan = planned(msgspec.structs.replace(of, assets=(broken,)), paper="A1")
    lost = found(plan, "picture_lost")
    assert all(one.severity is Severity.PROBLEM for one in lost)
    assert found(plan, "picture_coarse") == []


def test_text_that_no_font_covers_is_told_with_its_characters_and_cards() -> None:
    cards = (card("c1", "touchpoint:s1", "Takk 𓀀 og 𓀁"), card("c2", "note:s2", "Fint"))
    plan = planned(document(journey("s1 s2", cards=cards)), paper="A1")
    (finding,) = found(plan, "no_font")
    assert finding.severity is Severity.PROBLEM
    assert finding.values["characters"] == "𓀀 (U+13000), 𓀁 (U+13001)"
    assert finding.ids == ("c1",)


def test_a_margin_that_printers_do_not_reach_is_told_and_mended() -> None:
    plan = planned(restaurant(), paper="A1", margin_mm=2.0)
    (finding,) = found(plan, "margin_small")
    assert_cured(plan, finding)
    assert found(planned(restaurant(), paper="A1", margin_mm=2.0, bleed=True), "margin") == []
    assert found(planned(restaurant(), paper="A1", margin_mm=2.0, tiles="A4"), "margin") == []


def test_the_worst_comes_first() -> None:
    plan = planned(
        synthetic.document(240), paper="A1", overflow=v.Overflow.ONE, distance_m=1.0, tiles="A4"
    )
    severities = [list(Severity).index(one.severity) for one in preflight(plan)]
    assert severities == sorted(severities)
    assert len(severities) > 1


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_every_finding_and_every_mend_has_words(language: str) -> None:
    words = Words(language)
    small = planned(
        synthetic.document(240), paper="A1", overflow=v.Overflow.ONE, distance_m=1.0, tiles="A4"
    )
    for finding in preflight(small):
        said = words.say(f"preflight.{finding.code}", **finding.values)
        assert "{" not in said
        for mend in finding.mends:
            assert "{" not in words.say(f"preflight.mend.{mend.code}", **mend.values)
    codes = {code for code in tables.ALL if code.startswith("preflight.")}
    assert {f"preflight.{level}_too_far" for level in ("phase", "step", "card")} <= codes


def test_a_card_across_a_joint_is_said_with_the_sheets() -> None:
    said = Words("nb").say(
        "preflight.card_cut", name="Ingen vet hvor man kan parkere", one="B2", other="C2"
    )
    assert said == "Lappen «Ingen vet hvor man kan parkere» krysser skjøten mellom B2 og C2."


def test_a_margin_of_five_millimetres_is_one_that_printers_reach() -> None:
    assert found(planned(restaurant(), paper="A1", margin_mm=5.0), "margin") == []


def test_no_sheets_are_offered_that_are_not_smaller_than_the_page() -> None:
    plan = planned(synthetic.document(220), paper="A3", tiles="A4", overflow=v.Overflow.ONE)
    across = [*found(plan, "_cut"), *found(plan, "cards_at_joint")]
    assert across
    for finding in across:
        assert [mend.code for mend in finding.mends] == ["one_sheet"]


def test_of_all_pages_together_only_six_cut_cards_are_named() -> None:
    plan = planned(wide_map(), paper="A1", tiles="120x120mm", overflow=v.Overflow.PAGES)
    assert len(plan.tilings) > 1
    named = found(plan, "card_cut")
    assert len(named) == 6
    more = found(plan, "more_cards_cut")
    assert sum(len(one.ids) for one in more) == sum(int(one.values["n"]) for one in more) > 6


def test_on_a_sheet_beyond_an_a0_no_more_is_asked_for_than_on_that() -> None:
    plan = planned(synthetic.busy(), paper="3000x2400mm")
    assert 14 < plan_card_pt(plan) < paper_sizes(plan.layouts[0].page).smallest
    assert not found(plan, "cards_too_small")


def plan_card_pt(plan: PosterPlan) -> float:
    return {level.name: level.size_pt for level in reading_levels(plan)}[Level.CARD]


def test_cards_behind_a_cover_are_pointed_out_where_they_are() -> None:
    plan = planned(wide_map(), paper="A1")
    assert plan.layouts[0].part.empty
    assert not plan.layouts[1].part.empty
    (far,) = found(plan, "too_far")
    assert far.page == 1
    assert far.rects == (plan.layouts[1].map_rect,)
