"""Many scripts in every place of one map: drawn in their order, without boxes, found by a search.

Which scripts the computer's fonts have is asked first: what no font has must be named.
"""

from functools import cache
from io import BytesIO
from itertools import chain, cycle
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PySide6.QtGui import QFontDatabase

from cjmapper.drawing.primitives import TextLine
from cjmapper.drawing.walk import leaves
from cjmapper.export.faults import missing_characters
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.layout.styles import CAPTION
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.lines import Line
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.support.builders import card, document, journey, reading

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]

WORDS = {
    "bokmål": "Kø på Blåbærøya",
    "svenska": "Återbäring i höst",
    "davvisámegiella": "Čoahkkin giđđa ŧ ŋ",
    "åarjelsaemien": "Gïele jïh vuekie",
    "ελληνικά": "Ένας πελάτης",
    "русский": "Покупатель ждёт",
    "українська": "Їжак ґанок є",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
    "chinese": "客户旅程",
    "devanagari": "नमस्ते दुनिया",
    "emoji": "Glad 😀 🎉",
}
SYSTEMS = {
    "arabic": QFontDatabase.WritingSystem.Arabic,
    "hebrew": QFontDatabase.WritingSystem.Hebrew,
    "chinese": QFontDatabase.WritingSystem.SimplifiedChinese,
    "devanagari": QFontDatabase.WritingSystem.Devanagari,
}
MIXED = {
    "שלום עולם 2024 (ישראל) Kari": ["Kari", "(", "ישראל", ")", "2024", "עולם", "שלום"],
    "Hun sa שלום עולם og gikk": ["Hun sa ", "עולם", "שלום", " og gikk"],
    "مرحبا بالعالم 12:30": ["12:30", "بالعالم", "مرحبا"],
}


def everywhere() -> d.Document:
    """A map with these scripts in its title, persona, phases, steps, cards and feelings."""
    words = list(WORDS.values())
    names = cycle(words)
    made = journey("s1 s2 s3 s4|s5 s6 s7 s8|s9 s10 s11 s12", title=" ".join(words[:2]))
    steps = tuple(
        msgspec.structs.replace(step, title=word)
        for step, word in zip(made.steps, words, strict=True)
    )
    phases = tuple(
        msgspec.structs.replace(phase, name=word)
        for phase, word in zip(made.phases, words[7:10], strict=True)
    )
    cards = tuple(card(f"c{n}", f"note:s{n}", next(names)) for n in range(1, 13))
    mixed = tuple(card(f"x{n}", "touchpoint:s3", text) for n, text in enumerate(MIXED))
    felt = tuple(
        reading(f"e{n}", f"s{n}", float(n % 4 - 2), words=(next(names),)) for n in range(1, 13)
    )
    person = d.Actor(id=ids.ActorId("a1"), name=words[7], goal=words[10], quote=words[8])
    whole = msgspec.structs.replace(
        made,
        steps=steps,
        phases=phases,
        cards=(*cards, *mixed),
        emotions=felt,
        actors=(person.id,),
    )
    return document(whole, title=words[4], actors=(person,))


@cache
def plan() -> PosterPlan:
    offscreen_application()
    whole = everywhere()
    request = PosterRequest(
        document=whole,
        journey=whole.maps[0],
        settings=PosterSettings(paper="A1"),
        language="nb",
    )
    return plan_poster(request, Typesetter(load_metrics(), "nb", QtOutlines()))


@cache
def found_text() -> str:
    target = BytesIO()
    write_pdf(plan().pages, target, PdfFacts("Mange skrifter", "nb", invariant=True))
    pdf = pypdfium2.PdfDocument(target.getvalue())
    texts = [page.get_textpage().get_text_range().replace("\ufffe", "") for page in pdf]
    pdf.close()
    return "\n".join(texts)


def lines() -> list[Line]:
    items = chain.from_iterable(leaves(page.drawing.items) for page in plan().pages)
    return [item.line for item, _ in items if isinstance(item, TextLine)]


def has_font(script: str) -> bool:
    return script not in SYSTEMS or bool(QFontDatabase.families(SYSTEMS[script]))


@pytest.mark.parametrize("script", WORDS)
def test_a_script_is_drawn_without_boxes_or_named(script: str) -> None:
    lacking = set(WORDS[script]) & set(missing_characters(plan().pages))
    assert bool(lacking) is not has_font(script)


@pytest.mark.parametrize("script", [script for script in WORDS if script not in SYSTEMS])
def test_latin_greek_cyrillic_and_emoji_need_no_font_of_the_computer(script: str) -> None:
    line = Typesetter(load_metrics(), "nb").line(WORDS[script], CAPTION)
    assert not any(run.missing or run.outline for run in line.runs)


@pytest.mark.parametrize("script", WORDS)
def test_it_is_found_in_the_pdf_wherever_it_was_written(script: str) -> None:
    places = sum(WORDS[script] in text for text in _written())
    for word in WORDS[script].split():
        assert found_text().count(word) >= places


def _written() -> list[str]:
    whole = everywhere()
    shown = whole.maps[0]
    felt = [word for one in shown.emotions for word in one.words]
    return [
        *(step.title for step in shown.steps),
        *(phase.name for phase in shown.phases),
        *(one.text for one in shown.cards),
        *felt,
    ]


@pytest.mark.parametrize("text", MIXED)
def test_words_of_both_directions_stand_in_their_readers_order(text: str) -> None:
    parts = [line for line in lines() if line.text and line.text in text and len(line.text) > 3]
    whole = Typesetter(load_metrics(), "nb", QtOutlines()).line(text, CAPTION)
    assert parts
    assert [run.text for run in whole.runs if run.text.strip()] == MIXED[text]
    for line in parts:
        drawn = [run.text.strip() for run in line.runs if run.text.strip()]
        order = [next(n for n, word in enumerate(MIXED[text]) if one in word) for one in drawn]
        assert order == sorted(order)


def test_what_no_font_has_is_named_by_the_export(tmp_path: Path) -> None:
    nobody = "\U0001368f"
    whole = document(journey(title="Kart", cards=(card("c1", "note:s1", f"a{nobody}b"),)))
    report = export_file(whole, tmp_path / "map.pdf", ExportOptions())
    assert report.missing_characters == (nobody,)
