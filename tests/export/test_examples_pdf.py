"""Every example on every paper as a PDF: sound, accessible, with all its words in reading order."""

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QCoreApplication

from cjmapper import places
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.storage.codec import decode
from cjmapper.storage.files import read_bytes
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.support.pdf_checks import complaints, told

EXAMPLES = sorted(path.name for path in places.resource("examples").glob("*.cjmap"))
PAPERS = ("A0", "A1", "A3", "A4")
_TODAY = dt.date(2026, 4, 1)
_LEFT_OUT = re.compile(r"[\s\u00ad]+")

every_poster = pytest.mark.parametrize(
    ("name", "paper"), [(name, paper) for name in EXAMPLES for paper in PAPERS]
)


@cache
def example(name: str) -> d.Document:
    return decode(read_bytes(places.resource("examples") / name)).document


@cache
def poster(name: str, paper: str, tiles: str | None = None) -> bytes:
    """All maps of an example as one PDF."""
    offscreen_application()
    document = example(name)
    language = str(document.language)
    typesetter = Typesetter(load_metrics(), language, QtOutlines())
    requests = [
        PosterRequest(
            document=document,
            journey=journey,
            settings=PosterSettings(paper=paper, tiles=tiles),
            language=language,
            today=_TODAY,
        )
        for journey in document.maps
    ]
    pages = [page for asked in requests for page in plan_poster(asked, typesetter).pages]
    target = BytesIO()
    write_pdf(pages, target, PdfFacts(document.title, language, invariant=True))
    return target.getvalue()


def run(program: str, *arguments: str | Path) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.fail(f"{program} is missing")
    return subprocess.run(
        [found, *arguments], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def squeezed(words: str) -> str:
    """Without blanks and places to break, which no two readers find in the same places."""
    return _LEFT_OUT.sub("", words)


def headings(journey: d.JourneyMap) -> Iterator[str]:
    """Phases and their steps, in order."""
    for phase in journey.phases:
        yield phase.name
        yield from (step.title for step in queries.steps_of_phase(journey, phase.id))


def cards(journey: d.JourneyMap) -> Iterator[str]:
    """The texts of the cards step by step, in each lane by lane."""
    for step in journey.steps:
        for lane in journey.lanes:
            for card in queries.cards_in_cell(journey, lane.id, step.id):
                yield card.text


def out_of_order(wanted: Iterator[str], found: str) -> list[str]:
    """What is not found after what came before it."""
    missing: list[str] = []
    place = 0
    for words in filter(None, map(squeezed, wanted)):
        next_place = found.find(words, place)
        if next_place < 0:
            missing.append(words)
        else:
            place = next_place + len(words)
    return missing


@every_poster
def test_it_is_sound_and_keeps_to_the_list(
    name: str, paper: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    assert qapp is not None
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster(name, paper))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert complaints(path.read_bytes()) == []


@every_poster
def test_the_text_has_every_word_phase_by_phase(
    name: str, paper: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    assert qapp is not None
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster(name, paper))
    found = squeezed(run("pdftotext", "-raw", path, "-"))
    for journey in example(name).maps:
        assert squeezed(journey.title) in found
        assert out_of_order(headings(journey), found) == []
        assert out_of_order(cards(journey), found) == []


@every_poster
def test_the_structure_tells_every_word_phase_by_phase(
    name: str, paper: str, qapp: QCoreApplication
) -> None:
    assert qapp is not None
    elements = told(poster(name, paper))
    found = squeezed("".join(words for _, words in elements))
    heads = squeezed("".join(words for kind, words in elements if kind in {"H1", "H2", "H3"}))
    for journey in example(name).maps:
        assert out_of_order(headings(journey), heads) == []
        assert out_of_order(cards(journey), found) == []


@every_poster
def test_each_phase_has_a_bookmark_in_order(name: str, paper: str, qapp: QCoreApplication) -> None:
    assert qapp is not None
    with pikepdf.open(BytesIO(poster(name, paper))) as pdf, pdf.open_outline() as outline:
        found = [inner.title for one in outline.root for inner in (one, *one.children)]
    for journey in example(name).maps:
        assert (
            out_of_order((phase.name for phase in journey.phases), squeezed("".join(found))) == []
        )


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_of_the_map_is_told_with_its_steps_before_their_cards(
    name: str, qapp: QCoreApplication
) -> None:
    assert qapp is not None
    elements = told(poster(name, "A0"))
    found = squeezed("".join(words for _, words in elements))
    for journey in example(name).maps:
        both = (
            words for step in journey.steps for words in (step.title, *(cards_of(journey, step.id)))
        )
        assert out_of_order(both, found) == []


def cards_of(journey: d.JourneyMap, step: str) -> Iterator[str]:
    for lane in journey.lanes:
        yield from (card.text for card in queries.cards_in_cell(journey, lane.id, step))


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_sheets_are_sound_and_keep_to_the_list(
    name: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    assert qapp is not None
    path = tmp_path / "sheets.pdf"
    path.write_bytes(poster(name, "A1", "A4"))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert complaints(path.read_bytes()) == []
    whole = poster(name, "A1")
    assert len(path.read_bytes()) < 2 * len(whole)


def test_what_stands_elsewhere_is_noticed() -> None:
    assert out_of_order(iter(["en", "to", "tre"]), "entretotre") == []
    assert out_of_order(iter(["to", "en"]), "ento") == ["en"]
    assert out_of_order(iter(["borte"]), "ento") == ["borte"]
