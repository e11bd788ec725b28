"""No character of a map is lost on its way out: it stands in the text of the file, or is named."""

import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model import document as d
from cjmapper.storage.codec import decode, encode
from tests.support.builders import card, document, journey, link, reading, transition

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]

TEXTS = {
    "arabic": "مرحبا بالعالم ١٢٣",
    "hebrew": "שלום עולם abc 123",
    "chinese": "你好世界。客户旅程图",
    "devanagari": "नमस्ते दुनिया",
    "thai": "สวัสดีชาวโลก",
    "controls": "a\x01b\x07c\x85d\u2028e\u200bf\ufeffg",
    "combining": "a\u030angstro\u0308m e\u0301 z\u0338\u0301\u0302 ø\u0301",
    "odd spaces": "a\u00a0b\u202fc\u2009d\t\te   f\r\ng\n\n",
    "soft hyphens": "kunde\u00adtil\u00adfreds\u00adhet",
    "directions": "\u202eabc\u202c \u200fdef\u200e \u2067ghi\u2069",
    "markup": "50% {name} <b>x</b> </text> & ]]> \\ \\n ( ) (( ' \" &amp; %s <!-- --> <![CDATA[",
    "far planes": "\U0001d573\U0001d58a 𐍈 𒀀",
    "private": "\ue000\uf8ff\U000f0000",
    "only spaces": "     ",
    "only line breaks": "\n\n\n",
}
EMOJI = {"emoji": "👩‍👩‍👧‍👦 🇳🇴 👍🏽 😀 ❤️ 🏳️‍🌈 1️⃣ ☺️ ✔ ★"}


def everywhere(text: str) -> d.Document:
    """A map with this text wherever a map has one, as it comes out of a file."""
    made = journey(
        title=text,
        scenario=text,
        cards=(card("c1", "note:s1", text), card("c2", "touchpoint:s2", text)),
        emotions=(reading("e1", "s1", 1.0, words=(text,)),),
        transitions=(transition("t1", "s1", "s3", note=text),),
        links=(link("k1", "c1", "c2", text=text),),
    )
    lanes = tuple(msgspec.structs.replace(one, title=text) for one in made.lanes)
    steps = tuple(msgspec.structs.replace(one, title=text) for one in made.steps)
    phases = tuple(msgspec.structs.replace(one, name=text) for one in made.phases)
    whole = msgspec.structs.replace(made, lanes=lanes, steps=steps, phases=phases)
    return decode(encode(document(whole, title=text, author=text))).document


def forms(text: str) -> set[str]:
    """The characters of a text, also as they are when taken apart or put together."""
    return {
        letter
        for form in (text, unicodedata.normalize("NFD", text), unicodedata.normalize("NFKC", text))
        for letter in form
    }


def lost(whole: d.Document, read: str, named: tuple[str, ...]) -> list[str]:
    text, there = whole.maps[0].cards[0].text, forms(read) | set(named)
    return [one for one in text if not one.isspace() and not forms(one) & there]


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_is_read_in_the_pdf_or_named(name: str, tmp_path: Path) -> None:
    whole = everywhere(TEXTS[name])
    report = export_file(whole, tmp_path / "map.pdf", ExportOptions())
    pdf = pypdfium2.PdfDocument(tmp_path / "map.pdf")
    read = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert lost(whole, read, report.missing_characters) == []


@pytest.mark.parametrize("name", [*TEXTS, *EMOJI])
def test_every_character_is_read_in_the_svg_or_named(name: str, tmp_path: Path) -> None:
    whole = everywhere({**TEXTS, **EMOJI}[name])
    report = export_file(whole, tmp_path / "map.svg", ExportOptions())
    read = "".join(ET.fromstring((tmp_path / "map.svg").read_bytes()).itertext())  # noqa: S314
    assert lost(whole, read, report.missing_characters) == []
