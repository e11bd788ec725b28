"""The title block: what it says, where it stands, and the line that replaces it."""

import datetime as dt
from itertools import combinations

import msgspec
import pytest

from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_block import (
    BlockContent,
    _rows,
    _span,
    facts_of,
    lay_out_block,
)
from cjmapper.layout.poster_code import lay_out_code
from cjmapper.layout.poster_foot import _rows as even_rows
from cjmapper.layout.poster_styles import poster_styles
from cjmapper.layout.poster_types import PosterLayout
from cjmapper.layout.setting import Subject
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.figures import Coverage, Figures
from cjmapper.model.poster_settings import PosterSettings
from tests.support.builders import document, journey
from tests.support.layouts import setting
from tests.support.posters import asked, page, said

FIGURES = Figures(coverage=Coverage(claims=19, covered=14))


def known() -> d.Document:
    actor = d.Actor(id=ids.ActorId("a1"), name="Ingrid")
    led = d.Workshop(id=ids.WorkshopId("w1"), date=dt.date(2026, 2, 10), facilitator="Ida Norling")
    made = journey(
        "s1 s2 s3",
        "touchpoint emotion",
        scenario="En fredag",
        actors=(actor.id,),
        owner="Daglig leder",
        review_due=dt.date(2026, 9, 24),
    )
    return document(
        msgspec.structs.replace(made, title="Fra anbefaling til neste besøk"),
        title="Middag",
        client="Fjordkroken",
        version="2",
        modified=dt.date(2026, 3, 24),
        author="Nordlys",
        contact="hei@nordlys.example",
        confidentiality="Kun prosjektgruppen",
        actors=(actor,),
        workshops=(led,),
    )


def rows(found: PosterLayout) -> dict[str, str]:
    assert found.block is not None
    return {said(cell.label): said(cell.value) for cell in found.block.cells}


def test_the_title_block_says_all_that_is_known() -> None:
    request = msgspec.structs.replace(
        asked(known()), figures=FIGURES, file_name="middag.cjmap", number=1, count=2
    )
    assert rows(lay_out_poster(request, setting())) == {
        "Kart": "Middag – Fra anbefaling til neste besøk",
        "Oppdragsgiver": "Fjordkroken",
        "Scenario": "En fredag",
        "Hvem reiser": "Ingrid",
        "Tilstand": "Dagens reise",
        "Versjon": "2 · 24. mars 2026",
        "Gjennomgås": "24. september 2026",
        "Ansvarlig": "Daglig leder",
        "Arbeidsmøte ledet av": "Ida Norling, 10. februar 2026",
        "Laget av": "Nordlys",
        "Kontakt": "hei@nordlys.example",
        "Grunnlag": "14 av 19 påstander har kundegrunnlag",
        "Følelsesakse": "−2 frustrert til +2 begeistret",
        "Fil": "middag.cjmap",
        "Side": "1 av 2",
        "Fortrolighet": "Kun prosjektgruppen",
    }


def test_the_title_block_has_no_row_for_what_is_not_known() -> None:
    bare = document(journey("s1", "touchpoint", state=v.MapState.OTHER))
    assert set(rows(page(bare))) <= {"Kart", "Versjon"}


@pytest.mark.parametrize("paper", ["A2", "A1", "A0"])
def test_the_title_block_stands_bottom_right_and_its_cells_fill_it(paper: str) -> None:
    found = page(known(), paper, figures=FIGURES)
    block = found.block
    assert block is not None
    assert block.box.right == pytest.approx(found.inside.right)
    assert not block.box.grown(-0.01).meets(found.map_rect)
    assert sum(cell.box.width * cell.box.height for cell in block.cells) == pytest.approx(
        block.box.width * block.box.height
    )
    for one, other in combinations(block.cells, 2):
        assert not one.box.grown(-0.01).meets(other.box)


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_on_a_small_paper_the_block_is_a_line(paper: str) -> None:
    found = page(known(), paper)
    assert found.block is None
    line = " ".join(said(row) for row in found.foot.source)
    for part in ("Fjordkroken", "Daglig leder", "2", "Nordlys", "Ida Norling", "prosjektgruppen"):
        assert part in line


@pytest.mark.parametrize("names", range(3, 12))
def test_the_line_goes_on_after_a_dot_and_keeps_days_and_the_version_whole(names: int) -> None:
    client = "Fjordkroken i Sogn " * names
    rows_of_line = page(msgspec.structs.replace(known(), client=client), "A4").foot.source
    said_rows = [said(row).replace("\u00a0", " ") for row in rows_of_line]
    assert len(said_rows) > 1
    assert not any(row.startswith("·") for row in said_rows)
    for whole in ("Versjon 2 · 24. mars 2026", "24. september 2026"):
        assert sum(whole in row for row in said_rows) == 1


def test_the_block_stands_under_the_rail_where_that_leaves_the_map_larger() -> None:
    actions = (d.Action(id=ids.ActionId("x1"), title="Komprimer menysiden", owner="Marte"),)
    lanes = "touchpoint emotion thought pain gain opportunity note"
    tall = journey("s1 s2 s3", lanes, actions=actions)
    found = page(document(tall, client="Fjordkroken"))
    assert found.rail is not None
    assert found.block is not None
    assert found.rail.box.bottom < found.block.box.y
    assert found.block.box.right == pytest.approx(found.rail.box.right)
    assert found.block.box.bottom <= found.foot.line


def test_without_a_rail_a_tall_map_has_the_block_and_room_for_notes_beside_it() -> None:
    lanes = "touchpoint emotion thought pain gain opportunity note question risk"
    tall = journey("s1 s2 s3 s4", lanes, scenario="En fredag", owner="Daglig leder")
    found = page(msgspec.structs.replace(known(), maps=(tall,)))
    assert found.rail is None
    assert found.block is not None
    assert found.notes is not None
    assert found.notes.box.x >= found.map_rect.right
    assert found.notes.box.bottom < found.block.box.y


def test_what_it_rests_on_is_said_once_there_is_any_evidence() -> None:
    def rests(begun: bool) -> bool:
        figures = Figures(coverage=Coverage(claims=19, covered=0, begun=begun))
        return "Grunnlag" in rows(page(known(), figures=figures))

    assert rests(begun=True)
    assert not rests(begun=False)


def test_a_block_is_never_higher_than_the_map_that_it_stands_beside() -> None:
    steps = " ".join(f"s{number}" for number in range(1, 13))
    for lanes in ("note", "note pain", "note pain gain thought risk question opportunity"):
        wide = journey(steps, lanes, scenario="En fredag " * 8, owner="Daglig leder")
        found = page(msgspec.structs.replace(known(), maps=(wide,)))
        assert found.block is not None
        if found.block.box.x > found.map_rect.right:
            assert found.block.box.y >= found.map_rect.y - 0.01


@pytest.mark.parametrize("count", range(4, 30, 3))
def test_every_row_of_the_table_is_full_and_no_fact_has_less_than_it_needs(count: int) -> None:
    request = asked(known())
    subject = Subject(known(), known().maps[0], setting())
    styles = poster_styles(request.page, 2)
    facts, column = facts_of(request, subject), 600.0 / count
    made = _rows(facts, count, column, subject, styles)
    assert [fact for row in made for fact, _ in row] == list(facts)
    for row in made:
        assert sum(span for _, span in row) == count
        needed = [_span(fact, count, column, subject, styles) for fact, _ in row]
        assert all(span >= least for (_, span), least in zip(row, needed, strict=True))
        given = [span - least for (_, span), least in zip(row, needed, strict=True)]
        assert given.index(max(given)) == needed.index(max(needed))


@pytest.mark.parametrize("width", [60.0, 90.0, 200.0, 400.0])
def test_a_code_stands_beside_the_facts_or_over_them_where_they_are_narrow(width: float) -> None:
    request = msgspec.structs.replace(asked(known()), settings=PosterSettings(code=True))
    subject = Subject(known(), known().maps[0], setting())
    styles = poster_styles(request.page, 2)
    code = lay_out_code(request, subject, styles)
    assert code is not None
    block = lay_out_block(BlockContent(facts_of(request, subject), code), width, subject, styles)
    assert block.code is not None
    symbol = msgspec.structs.replace(block.code.box, height=code.height)
    boxes = [cell.box for cell in block.cells]
    assert not any(symbol.meets(box.grown(-1e-6)) for box in boxes)
    assert not any(one.meets(other.grown(-1e-6)) for one, other in combinations(boxes, 2))
    assert block.box.grown(1e-6).united(symbol) == block.box.grown(1e-6)
    assert max(box.bottom for box in boxes) == pytest.approx(block.box.bottom)
    under = width - code.box.width < styles.mm(70.0)
    assert min(box.y for box in boxes) == pytest.approx(code.height if under else 0.0)
    assert under is (width < 150.0)


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_source_line_ends_before_a_code_at_its_right(paper: str) -> None:
    found = page(known(), paper, PosterSettings(code=True, hidden=("rail",)))
    assert found.block is not None
    assert found.block.code is not None
    assert found.foot.source
    for row in found.foot.source:
        assert not row.box.meets(found.block.box)
        assert row.box.right <= found.inside.right


def test_rows_of_the_source_line_made_even_lose_no_word() -> None:
    request = msgspec.structs.replace(
        asked(known(), "A4"), settings=PosterSettings(hidden=("legend",))
    )
    subject = Subject(known(), known().maps[0], setting())
    styles = poster_styles(request.page, 2)
    words = ("Oppdragsgiver", "Fjordkroken", "En", "fredag", "Hvem", "reiser") * 40
    for count in range(8, 240, 3):
        said_all = " ".join(words[:count])
        usual = setting().typesetter.fit(
            said_all, styles.small, request.inside.width, styles.most_lines
        )
        even = even_rows(said_all, request, subject, styles)
        assert [len(rows) for rows in (even, usual)] == [len(usual)] * 2
        shown = [" ".join(row.text for row in rows).split() for rows in (even, usual)]
        assert shown[0] == shown[1]
