"""One map in many scripts as a PDF: every word is found by a search, and all of it is told."""

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.export.test_odd_texts import EMOJI, TEXTS, everywhere
from tests.support.builders import card, document, journey
from tests.support.pdf_checks import complaints, told

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]

WORDS = {
    "bokmål": "Kundetilfredshetsundersøkelsen på blåbærøya",
    "svenska": "Återbäringsärenden följs upp i höst",
    "davvisámegiella": "Čoahkkin ja giđđa, šaddá ŧ ŋ đ ž",
    "ελληνικά": "Ένας πελάτης περιμένει στο τηλέφωνο",
    "русский": "Покупатель ждёт ответа",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
    "chinese": "客户旅程图",
    "devanagari": "नमस्ते दुनिया",
    "emoji": "Glad 😀 og ferdig 🎉",
}


@cache
def many() -> bytes:
    cards = tuple(
        card(f"c{number}", "note:s1" if number % 2 else "touchpoint:s2", text)
        for number, text in enumerate(WORDS.values())
    )
    return made(document(journey(title="Mange skrifter", cards=cards), title="Mange skrifter"))


def made(whole: d.Document) -> bytes:
    offscreen_application()
    typesetter = Typesetter(load_metrics(), "nb", QtOutlines())
    request = PosterRequest(
        document=whole,
        journey=whole.maps[0],
        settings=PosterSettings(paper="A2"),
        language="nb",
    )
    target = BytesIO()
    pages = plan_poster(request, typesetter).pages
    write_pdf(pages, target, PdfFacts(whole.title, "nb", invariant=True))
    return target.getvalue()


@pytest.mark.parametrize("script", WORDS)
def test_every_word_is_found_by_a_search(script: str) -> None:
    pdf = pypdfium2.PdfDocument(many())
    page = pdf[0].get_textpage()
    # Its own search knows neither letters beyond the first plane nor broken words.
    whole = page.get_text_range().replace("\ufffe", "")
    missing = [word for word in WORDS[script].split() if word not in whole]
    unfound = [
        word
        for word in WORDS[script].split()
        if max(word) < "\U00010000" and len(word) < 20 and page.search(word).get_next() is None
    ]
    page.close()
    pdf.close()
    assert missing == []
    assert unfound == []


@pytest.mark.parametrize("script", WORDS)
def test_another_reader_finds_them_too(script: str, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    assert program is not None
    path = tmp_path / "many.pdf"
    path.write_bytes(many())
    told_raw = subprocess.run([program, "-raw", path, "-"], capture_output=True, check=True)
    whole = told_raw.stdout.decode().replace("\u00ad\n", "")
    assert [word for word in WORDS[script].split() if word not in whole] == []


def test_a_heading_in_a_leftward_script_is_told_as_it_is_read() -> None:
    elements = told(made(everywhere("שלום עולם 123")))
    assert ("Span", "שלום עולם 123") in elements


@pytest.mark.parametrize("script", WORDS)
def test_every_card_is_told_in_its_own_letters(script: str) -> None:
    assert any(WORDS[script] in words for _, words in told(many()))


def test_it_keeps_to_the_whole_list() -> None:
    assert complaints(many()) == []


@pytest.mark.parametrize("name", [*TEXTS, *EMOJI])
def test_a_map_of_odd_texts_keeps_to_the_list(name: str) -> None:
    text = {**TEXTS, **EMOJI}[name]
    allowed = [] if text.strip() else ["no title"]
    assert complaints(made(everywhere(text))) in (allowed, [])


SIGNS = ("Kari (ישראל) sa", "Hun sa «שלום», og gikk", "Ring רחל (mobil)", "B [مرحبا]: ja")


@pytest.mark.parametrize("text", SIGNS)
def test_brackets_beside_a_leftward_word_are_read_as_they_were_written(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "signs.pdf"
    cards = (card("c1", "note:s1", text),)
    path.write_bytes(made(document(journey(title="Tegn", cards=cards), title="Tegn")))
    program = shutil.which("pdftotext")
    assert program is not None
    for order in ("-raw", "-layout"):
        found = subprocess.run([program, order, path, "-"], capture_output=True, check=True)
        assert text in unmarked(found.stdout.decode())
    with pypdfium2.PdfDocument(path) as pdf:
        assert text in unmarked(pdf[0].get_textpage().get_text_range())


def unmarked(words: str) -> str:
    """Without the marks of direction that readers and files put in, and with single blanks."""
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e]", "", words).split())
