"""A document goes out in a poster and comes back as it was, by the whole way of an export."""

from pathlib import Path

import pytest

from cjmapper.exchange.posters import open_map
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.storage.codec import decode, encode
from tests.storage.samples import bundled, every_field
from tests.support.builders import document, journey
from tests.support.wide_maps import wide_map

pytestmark = pytest.mark.usefixtures("qapp")

ENDINGS = (".pdf", ".png", ".svg")
EXAMPLES = {path.stem: path for path in bundled()}


def sent(whole: d.Document, target: Path, tiles: str | None = None) -> tuple[Path, ...]:
    settings = PosterSettings(paper="A3", with_source=True, tiles=tiles)
    return export_file(whole, target, ExportOptions(poster=settings, dpi=40)).paths


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_comes_back_byte_by_byte(name: str, ending: str, tmp_path: Path) -> None:
    content = EXAMPLES[name].read_bytes()
    (first, *_) = sent(decode(content).document, tmp_path / f"plakat{ending}")
    assert encode(open_map(first).loaded.document) == content


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_page_of_a_large_map_brings_back_all_of_it(ending: str, tmp_path: Path) -> None:
    whole = wide_map()
    paths = sent(whole, tmp_path / f"plakat{ending}")
    assert (len(paths) == 1) == (ending == ".pdf")
    for path in paths:
        assert open_map(path).loaded.document == whole


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_field_and_all_maps_come_back(ending: str, tmp_path: Path) -> None:
    second = journey("m2-s1|m2-s2", "touchpoint note", name="m2", title="Andre gang")
    several = document(journey("s1 s2|s3"), second, title="To kart")
    for number, whole in enumerate((every_field(), several)):
        (first, *_) = sent(whole, tmp_path / f"plakat-{number}{ending}")
        assert open_map(first).loaded.document == whole


def test_sheets_to_glue_bring_it_back_too(tmp_path: Path) -> None:
    whole = decode(EXAMPLES["restaurant.nb"].read_bytes()).document
    (path,) = sent(whole, tmp_path / "ark.pdf", tiles="A4")
    assert open_map(path).loaded.document == whole
