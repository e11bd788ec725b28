"""A copy for a client: names left in texts are told of, and what travels is the copy itself."""

from pathlib import Path

import msgspec
import pytest

from cjmapper.exchange.posters import open_map
from cjmapper.export.jobs import export_file
from cjmapper.export.options import ExportOptions
from cjmapper.export.planning import plan_map
from cjmapper.export.preflight import preflight
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.client_copy import EVERYTHING, client_copy
from cjmapper.model.left_names import names_left_out
from tests.support.builders import card, document, journey
from tests.support.command_line import run
from tests.support.layouts import setting

pytestmark = pytest.mark.usefixtures("qapp")


def known(*cards: d.Card, **more: str) -> d.Document:
    led = d.Workshop(
        id=ids.WorkshopId("w1"),
        facilitator="Marte Dahl",
        participants=(d.Participant(name="Olav Nes"),),
    )
    return document(journey(cards=cards), workshops=(led,), contact="marte@dahl.example", **more)


def found(whole: d.Document, **poster: object) -> list[tuple[str, dict[str, object]]]:
    options = ExportOptions(changes={"leave_out": EVERYTHING, **poster})
    made = plan_map(
        client_copy(whole, EVERYTHING),
        whole.maps[0].id,
        options,
        setting().typesetter,
        gone_names=names_left_out(whole, EVERYTHING),
    )
    assert made.plan is not None
    findings = [one for one in preflight(made.plan) if "name" in one.code]
    assert all(one.rects or one.page is None for one in findings)
    return [(one.code, dict(one.values)) for one in findings]


def test_a_name_in_cards_is_counted_by_cards() -> None:
    whole = known(
        card("c1", "touchpoint:s1", "Marte ringer"),
        card("c2", "pain:s1", "Marte svarer ikke Marte"),
        card("c3", "pain:s2", "Ingen svarer"),
    )
    assert found(whole) == [("name_in_cards", {"name": "Marte", "n": 2})]


def test_a_name_in_a_title_is_counted_by_places() -> None:
    whole = known(card("c1", "touchpoint:s1", "Olav kommer"), title="Reisen til Olav")
    ((code, values),) = found(whole)
    assert code == "name_on_poster"
    assert values["name"] == "Olav"


def test_a_name_broken_over_two_lines_is_found() -> None:
    words = "Her har vi en lang tekst som alltid nevner Marte Dahl et sted i midten av seg selv"
    for cut in range(0, 40, 3):
        assert found(known(card("c1", "pain:s1", words[cut:]))) == [
            ("name_in_cards", {"name": "Marte Dahl", "n": 1})
        ]


def test_a_name_that_is_not_printed_but_travels_is_told_of() -> None:
    step = d.Transition(
        id=ids.TransitionId("t1"), start=ids.StepEnd("s1"), to=ids.StepEnd("s2"), note="Spør Olav"
    )
    whole = document(
        journey("s1 s2", transitions=(step,)),
        workshops=known().workshops,
        evidence=(d.Evidence(id=ids.EvidenceId("e1"), location="Olav sin disk"),),
    )
    assert found(whole, with_source=True)[-1][1]["name"] == "Olav"
    only = document(
        journey(),
        workshops=known().workshops,
        evidence=(d.Evidence(id=ids.EvidenceId("e1"), location="Olav sin disk"),),
    )
    assert found(only) == []
    assert found(only, with_source=True) == [("name_travels", {"name": "Olav"})]


def test_where_nothing_is_left_out_no_name_is_told_of() -> None:
    whole = known(card("c1", "pain:s1", "Marte ringer"))
    made = plan_map(whole, whole.maps[0].id, ExportOptions(), setting().typesetter)
    assert made.plan is not None
    assert not [one for one in preflight(made.plan) if "name" in one.code]


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "html"])
def test_the_report_names_who_still_stands_in_the_file(ending: str, tmp_path: Path) -> None:
    whole = known(card("c1", "pain:s1", "Marte ringer"), card("c2", "note:s1", "Olav vet"))
    options = ExportOptions(changes={"leave_out": EVERYTHING}, long_side_px=300)
    report = export_file(whole, tmp_path / f"ut.{ending}", options)
    assert report.names_left == ("Marte",)
    plain = export_file(whole, tmp_path / f"ut.{ending}", ExportOptions(long_side_px=300))
    assert plain.names_left == ()


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_what_travels_is_the_copy_and_not_the_document(ending: str, tmp_path: Path) -> None:
    whole = known(
        card("c1", "pain:s1", "Kunden venter", author_mark="MD"),
        card("c2", "note:s1", "Hemmelig merknad"),
        card("c3", None, "Hemmelig parkert"),
        author="Kari Nord",
    )
    target = tmp_path / f"ut.{ending}"
    options = ExportOptions(
        changes={"leave_out": EVERYTHING, "with_source": True}, long_side_px=300
    )
    export_file(whole, target, options)
    carried = open_map(target).loaded.document
    bare = client_copy(whole, EVERYTHING)
    assert [one.cards for one in carried.maps] == [one.cards for one in bare.maps]
    assert carried.workshops == bare.workshops
    assert (carried.author, carried.contact) == ("", "")
    for secret in (b"Hemmelig", b"Marte", b"Olav Nes", b"Kari Nord", b"marte@dahl"):
        assert secret not in target.read_bytes()


def test_the_command_line_tells_of_names_that_are_left(tmp_path: Path) -> None:
    from cjmapper.storage.codec import encode

    source = tmp_path / "kart.cjmap"
    source.write_bytes(encode(known(card("c1", "pain:s1", "Marte og Olav ringer"))))
    done = run("export", source, tmp_path / "ut.pdf", "--client-copy", language="nb")
    assert "Disse navnene er utelatt, men står fortsatt i andre tekster: Marte og Olav" in done.err


def test_a_name_in_the_name_of_a_file_is_told_of(tmp_path: Path) -> None:
    options = ExportOptions(changes={"leave_out": EVERYTHING}, file_name="Olav.cjmap")
    whole = known(card("c1", "pain:s1", "Ingen svarer"))
    report = export_file(whole, tmp_path / "Kart-for-Marte.pdf", options)
    assert set(report.names_left) == {"Olav", "Marte"}
    silent = msgspec.structs.replace(
        options, changes={**options.changes, "hidden": ("source",), "with_source": True}
    )
    assert export_file(whole, tmp_path / "kart.pdf", silent).names_left == ("Olav",)


def test_a_name_that_stands_on_the_poster_is_told_of_once_though_it_travels() -> None:
    whole = known(card("c1", "pain:s1", "Marte ringer"))
    assert found(whole, with_source=True) == [("name_in_cards", {"name": "Marte", "n": 1})]


def test_a_name_broken_by_a_hyphen_is_found() -> None:
    name = "Vinterlandskapsarkitekten"
    whole = document(journey(cards=(card("c1", "pain:s1", f"Spør {name}"),)), author=name)
    assert found(whole) == [("name_in_cards", {"name": name, "n": 1})]


@pytest.mark.parametrize("ending", ["pdf", "svg"])
def test_a_name_that_is_only_told_to_those_who_do_not_see_is_found(
    ending: str, tmp_path: Path
) -> None:
    whole = known(card("c1", "pain:s1", "Ingen svarer"), title="Reisen til Marte")
    asked = {"leave_out": EVERYTHING, "hidden": ("title", "block", "source")}
    report = export_file(whole, tmp_path / f"ut.{ending}", ExportOptions(changes=asked))
    assert report.names_left == ("Marte",)


def test_a_name_in_the_rest_of_a_text_that_is_cut_off_is_found() -> None:
    link = d.Link(
        id=ids.LinkId("l1"),
        start=ids.CardId("c1"),
        to=ids.CardId("c2"),
        text=f"{'fordi ingen svarer ' * 40}Marte",
    )
    cards = (card("c1", "pain:s1", "Ingen svarer"), card("c2", "pain:s2", "Kunden går"))
    whole = document(journey("s1 s2", cards=cards, links=(link,)), workshops=known().workshops)
    assert found(whole) == [("name_on_poster", {"name": "Marte", "n": 1})]


def test_a_name_in_the_address_of_a_code_is_found(tmp_path: Path) -> None:
    whole = known(card("c1", "pain:s1", "Ingen svarer"))
    link = {"code": True, "link": "olav.nes@nordlys.example"}
    codes = [(code, values["name"]) for code, values in found(whole, **link)]
    assert codes == [("name_on_poster", "Olav"), ("name_on_poster", "Nes")]
    options = ExportOptions(changes={"leave_out": EVERYTHING, **link})
    assert set(export_file(whole, tmp_path / "ut.pdf", options).names_left) == {"Olav", "Nes"}
    assert found(whole, **{**link, "code": False}) == []
