"""Addresses in the words of a map can be followed from its posters, also from tiles and lists."""

from pathlib import Path

import msgspec
import pikepdf
import pytest

from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from tests.support.builders import card, document, journey
from tests.support.pdf_checks import complaints

pytestmark = pytest.mark.usefixtures("qapp")

WEB = "https://example.org/kasse"
MAIL = "mailto:kari@example.org"


def written(poster: PosterSettings) -> d.Document:
    cards = (
        card("c1", "touchpoint:s1", f"Betaler på {WEB}."),
        card("c2", "note:s2", "Se javascript:alert(1) og file:///etc/passwd"),
    )
    made = msgspec.structs.replace(journey(title="Kjøp", cards=cards), poster=poster)
    return msgspec.structs.replace(document(made, title="Kjøp"), contact="Kari, kari@example.org")


def addresses(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [str(one.A.URI) for page in pdf.pages for one in page.get("/Annots", ())]


@pytest.mark.parametrize(
    "poster",
    [
        PosterSettings(paper="A2"),
        PosterSettings(paper="A2", bleed=True),
        PosterSettings(paper="A4"),
    ],
)
def test_a_pdf_leads_to_web_and_mail_alone(poster: PosterSettings, tmp_path: Path) -> None:
    export_file(written(poster), tmp_path / "map.pdf", ExportOptions())
    found = addresses(tmp_path / "map.pdf")
    assert {one for one in found if not one.startswith("mailto:")} == {WEB}
    assert set(found) - {WEB} <= {MAIL}
    assert complaints((tmp_path / "map.pdf").read_bytes()) == []


def test_tiles_lead_there_too(tmp_path: Path) -> None:
    poster = PosterSettings(paper="A2", tiles="A4")
    export_file(written(poster), tmp_path / "map.pdf", ExportOptions())
    assert WEB in addresses(tmp_path / "map.pdf")


def test_the_contact_is_written_to_from_the_poster(tmp_path: Path) -> None:
    export_file(written(PosterSettings(paper="A1")), tmp_path / "map.pdf", ExportOptions())
    assert MAIL in addresses(tmp_path / "map.pdf")


def test_an_svg_leads_to_the_same(tmp_path: Path) -> None:
    export_file(written(PosterSettings(paper="A1")), tmp_path / "map.svg", ExportOptions())
    svg = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert f'href="{WEB}"' in svg
    assert f'href="{MAIL}"' in svg
    assert 'href="javascript' not in svg
    assert 'href="file' not in svg
