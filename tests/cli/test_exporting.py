"""The command `export`: every option reaches the file; a lot of maps goes into a folder."""

import json
import os
import signal
from pathlib import Path

import msgspec
import pikepdf
import pytest
from PIL import Image

from cjmapper import cli
from cjmapper.cli.exporting import free_stem
from cjmapper.exchange.posters import open_map
from cjmapper.export import jobs
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.places import resource
from cjmapper.storage.codec import encode
from tests.support.builders import card, document, journey
from tests.support.command_line import refused, run

RESTAURANT = resource("examples", "restaurant.nb.cjmap")
MM = 72 / 25.4


def saved(path: Path, whole: d.Document | None = None) -> Path:
    content = (
        encode(document(journey(cards=(card("c1", "note:s1", "Kø"),))))
        if whole is None
        else encode(whole)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def box(path: Path, name: str = "/MediaBox") -> tuple[float, float]:
    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0][name])
    return round((right - left) / MM, 1), round((top - bottom) / MM, 1)


def test_paper_orientation_and_bleed_reach_the_file(tmp_path: Path) -> None:
    target = tmp_path / "ut.pdf"
    source = saved(tmp_path / "kart.cjmap")
    assert run("export", source, target, "--paper", "600x900mm").code == cli.DONE
    assert box(target) == (600, 900)
    run("export", source, target, "--paper", "a4", "--orientation", "portrait", "--bleed")
    assert box(target, "/TrimBox") == (210, 297)
    assert box(target, "/BleedBox") == (216, 303)


def test_what_is_not_said_is_what_the_map_remembers(tmp_path: Path) -> None:
    remembered = PosterSettings(paper="A3", bleed=True, hidden=("rail",))
    source = saved(tmp_path / "kart.cjmap", document(journey(poster=remembered)))
    run("export", source, tmp_path / "a.pdf")
    assert box(tmp_path / "a.pdf", "/TrimBox") == (420, 297)
    run("export", source, tmp_path / "b.pdf", "--paper", "A4", "--bleed=no")
    assert box(tmp_path / "b.pdf") == (297, 210)


def test_tiles_are_counted_in_the_answer(tmp_path: Path) -> None:
    target = tmp_path / "ut.pdf"
    source = saved(tmp_path / "kart.cjmap")
    outcome = run("export", source, target, "--paper", "A2", "--tiles", "A4", language="nb")
    assert outcome.out == f"Skrev {target} (8 ark A4 til å lime sammen og 1 side til)\n"


def test_a_picture_is_as_wide_as_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "ut.png"
    run("export", saved(tmp_path / "kart.cjmap"), target, "--paper", "A4", "--long-side", "640")
    with Image.open(target) as picture:
        assert picture.size == (640, 453)


def test_an_svg_may_be_without_its_faces(tmp_path: Path) -> None:
    source = saved(tmp_path / "kart.cjmap")
    run("export", source, tmp_path / "a.svg", "--paper", "A4")
    run("export", source, tmp_path / "b.svg", "--paper", "A4", "--no-fonts")
    assert b"@font-face" in (tmp_path / "a.svg").read_bytes()
    assert b"@font-face" not in (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_the_map_travels_only_when_asked_and_without_what_is_left_out(
    ending: str, tmp_path: Path
) -> None:
    target = tmp_path / f"ut.{ending}"
    whole = document(
        journey(cards=(card("c1", "note:s1", "Kø"), card("c2", None, "Hemmelig"))), author="Kari"
    )
    source = saved(tmp_path / "kart.cjmap", whole)
    run("export", source, target, "--paper", "A4", "--dpi", "40", "--with-source")
    assert open_map(target).loaded.document == open_map(source).loaded.document
    run("export", source, target, "--paper", "A4", "--dpi", "40", "--with-source", "--client-copy")
    travelled = msgspec.json.encode(open_map(target).loaded.document).decode()
    assert "Hemmelig" not in travelled
    assert "Kari" not in travelled
    run("export", source, target, "--paper", "A4", "--dpi", "40")
    assert "No map travels in it" in refused("check", target)


def test_a_grid_and_labels_are_made(tmp_path: Path) -> None:
    target = tmp_path / "ut.pdf"
    grid = run("export", RESTAURANT, target, "--kind", "grid", "--paper", "A3")
    assert grid.out == f"Wrote {target}\n"
    labels = run("export", RESTAURANT, target, "--kind", "labels", "--paper", "A4")
    assert labels.out.startswith(f"Wrote {target} (")
    assert labels.out.endswith(" pages)\n")


def test_a_text_page_is_made(tmp_path: Path) -> None:
    target = tmp_path / "ut.html"
    assert run("export", RESTAURANT, target).out == f"Wrote {target}\n"
    assert "Leter etter parkering" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ut.png --tiles A4", "can only be a PDF"),
        ("ut.svg --kind labels", "can only be a PDF"),
        ("ut.html --kind grid", "can’t be a text page"),
        ("ut.pdf --tiles A9", "A9"),
        ("ut.pdf --paper 50mm", "50mm"),
        ("ut.pdf --map none", "none"),
        ("ut.jpg", ".html"),
    ],
)
def test_what_can_not_be_made_leaves_a_sentence_and_no_file(
    words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = saved(tmp_path / "kart.cjmap")
    for language in ("en", "nb", "sv"):
        outcome = run("export", source.name, *words.split(), language=language)
        assert outcome.code == cli.REFUSED
        assert language != "en" or said in outcome.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == [source]


def test_several_maps_become_a_file_each_in_a_folder_that_is_made(tmp_path: Path) -> None:
    sources = [saved(tmp_path / name / "kart.cjmap") for name in ("a", "b")]
    sources.append(saved(tmp_path / "Kart.cjmap"))
    folder = tmp_path / "ny" / "mappe"
    outcome = run("export", *sources, "--to", folder, "--as", "svg", "--paper=A4", language="nb")
    assert outcome.code == cli.DONE
    assert outcome.err.splitlines() == [
        "1 av 3: kart.cjmap …",
        "2 av 3: kart.cjmap …",
        "3 av 3: Kart.cjmap …",
    ]
    names = ["kart.svg", "kart_2.svg", "Kart_3.svg"]
    assert outcome.out.splitlines() == [f"Skrev {folder / name}" for name in names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)


def test_one_bad_map_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "b.cjmap"
    raw = json.loads(RESTAURANT.read_text(encoding="utf-8"))
    raw["maps"][0]["emotions"][3]["value"] = 7
    bad.write_text(json.dumps(raw), encoding="utf-8")
    sources = [saved(tmp_path / "a.cjmap"), bad, tmp_path / "c.cjmap", saved(tmp_path / "d.cjmap")]
    outcome = run("export", *sources, "--to", tmp_path / "ut", "--paper", "A4")
    assert outcome.code == cli.REFUSED
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == ["a.pdf", "d.pdf"]
    refusals = [line for line in outcome.err.splitlines() if not line.endswith("…")]
    assert refusals[0].startswith(f"{bad}: maps[0].emotions[3].value: ")
    assert refusals[1].startswith(f"{tmp_path / 'c.cjmap'}: ")
    assert refusals[2].startswith("2 of 4 maps were exported")


def test_a_lot_that_is_stopped_keeps_what_is_done_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [saved(tmp_path / f"{name}.cjmap") for name in "abc"]

    def stopping(path: Path) -> object:
        if path.name == "b.cjmap":
            raise KeyboardInterrupt
        return open_map(path)

    monkeypatch.setattr("cjmapper.exchange.posters.open_map", stopping)
    outcome = run("export", *sources, "--to", tmp_path / "ut", "--as", "html")
    assert outcome.code == cli.REFUSED
    assert outcome.err.splitlines()[-1] == "Stopped; 1 of 3 maps were exported and stay."
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["a.html"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    source = saved(tmp_path / "kart.cjmap")
    assert "no folder" in refused("export", source, "--to", source)


def test_a_poster_that_carries_its_map_can_be_exported_again(tmp_path: Path) -> None:
    source = saved(tmp_path / "kart.cjmap")
    run("export", source, tmp_path / "en.pdf", "--paper", "A4", "--with-source")
    outcome = run("export", tmp_path / "en.pdf", tmp_path / "to.svg", "--with-source")
    assert outcome.code == cli.DONE
    assert open_map(tmp_path / "to.svg").loaded.document.maps[0].cards


def test_names_of_a_lot_never_meet_one_another_nor_numbered_pages() -> None:
    taken: set[str] = set()
    stems = ["kart", "Kart", "kart-1", "kart-1", "plan-2", "plan", "a"]
    assert [free_stem(stem, taken) for stem in stems] == [
        "kart",
        "Kart_2",
        "kart-1_2",
        "kart-1_3",
        "plan-2",
        "plan_2",
        "a",
    ]


def test_being_told_to_end_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = saved(tmp_path / "kart.cjmap"), tmp_path / "kart.pdf"
    target.write_bytes(b"old")
    before = signal.getsignal(signal.SIGTERM)

    def write(_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(jobs, "write_together", write)
    outcome = run("export", source, target, "--paper", "A4")
    assert outcome.code == cli.REFUSED
    assert outcome.err.splitlines()[-1] == "Stopped; nothing was written."
    assert target.read_bytes() == b"old"
    assert signal.getsignal(signal.SIGTERM) == before


def annotated(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [str(one.A.URI) for page in pdf.pages for one in page.get("/Annots", ())]


def test_a_code_leads_where_the_command_line_says(tmp_path: Path) -> None:
    source, target = saved(tmp_path / "kart.cjmap"), tmp_path / "ut.pdf"
    assert run("export", "--qr", "https://a.example/k", source, target).code == cli.DONE
    assert annotated(target) == ["https://a.example/k"]
    assert run("export", "--qr=b.example", source, target).code == cli.DONE
    assert annotated(target) == ["https://b.example"]
    assert run("export", "--qr", source, target).code == cli.DONE
    assert annotated(target) == []
    remembered = PosterSettings(code=True, link="https://c.example")
    saved(source, document(journey(poster=remembered)))
    run("export", source, target)
    assert annotated(target) == ["https://c.example"]
    run("export", "--qr=no", source, target)
    assert annotated(target) == []


def test_a_code_leads_to_nothing_but_the_web_and_mail(tmp_path: Path) -> None:
    source, target = saved(tmp_path / "kart.cjmap"), tmp_path / "ut.pdf"
    said = refused("export", source, target, "--qr=javascript:alert(1)")
    assert "--qr" in said
    assert not target.exists()
