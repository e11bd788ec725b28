"""A large map, every kind of paper and what goes on the wall: sound PDFs with every word."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from cjmapper import places
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.export.options import ExportKind
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import LeftOut, Orientation, Overflow
from cjmapper.storage.codec import decode
from tests.export.test_examples_pdf import cards, headings, out_of_order, run, squeezed
from tests.support.pdf_checks import complaints, told
from tests.support.wide_maps import wide_map

pytestmark = pytest.mark.usefixtures("qapp")

PAPERS = ("A0", "A1", "A3", "A4")
_TODAY = dt.date(2026, 4, 1)
_POSTER = PosterSettings
KINDS = {
    "bleed": _POSTER(paper="A2", bleed=True),
    "roll": _POSTER(paper="914mm"),
    "strip": _POSTER(paper="A3-strip"),
    "free": _POSTER(paper="600x900mm", orientation=Orientation.PORTRAIT),
    "portrait": _POSTER(paper="A1", orientation=Orientation.PORTRAIT),
    "letter": _POSTER(paper="Letter", overflow=Overflow.LIST),
    "blank-row": _POSTER(paper="A1", blank_row=True),
    "bleed-tiles": _POSTER(paper="A1", bleed=True, tiles="A4"),
    "client": _POSTER(paper="A1", leave_out=tuple(LeftOut), with_source=True),
    "bare": _POSTER(paper="A1", hidden=("title", "persona", "legend", "rail", "notes", "source")),
}
WALL = (ExportKind.GRID, ExportKind.LABELS)


@cache
def restaurant() -> d.Document:
    return decode((places.resource("examples") / "restaurant.nb.cjmap").read_bytes()).document


def made(whole: d.Document, target: Path, options: ExportOptions) -> bytes:
    export_file(whole, target, options)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", target)
    return target.read_bytes()


def options(settings: PosterSettings, kind: ExportKind = ExportKind.POSTER) -> ExportOptions:
    return ExportOptions(poster=settings, kind=kind, today=_TODAY)


@pytest.mark.parametrize(
    ("paper", "tiles"), [*((paper, None) for paper in PAPERS), ("A0", "A4"), ("A0", "A3")]
)
def test_a_large_map_is_sound_and_keeps_to_the_list(
    paper: str, tiles: str | None, tmp_path: Path
) -> None:
    settings = _POSTER(paper=paper, tiles=tiles)
    content = made(wide_map(), tmp_path / "stor.pdf", options(settings))
    assert complaints(content) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_large_map_has_every_word_phase_by_phase(paper: str, tmp_path: Path) -> None:
    whole = wide_map()
    path = tmp_path / "stor.pdf"
    content = made(whole, path, options(_POSTER(paper=paper)))
    shown = squeezed(run("pdftotext", "-raw", path, "-"))
    elements = squeezed("".join(words for _, words in told(content)))
    (journey,) = whole.maps
    for found in (shown, elements):
        assert out_of_order(headings(journey), found) == []
        assert out_of_order(cards(journey), found) == []


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_poster_is_sound_and_keeps_to_the_list(name: str, tmp_path: Path) -> None:
    content = made(restaurant(), tmp_path / "kart.pdf", options(KINDS[name]))
    assert complaints(content) == []


@pytest.mark.parametrize("kind", WALL)
@pytest.mark.parametrize("large", [False, True])
def test_what_goes_on_the_wall_before_is_sound_and_keeps_to_the_list(
    kind: ExportKind, large: bool, tmp_path: Path
) -> None:
    whole = wide_map() if large else restaurant()
    content = made(whole, tmp_path / "vegg.pdf", options(_POSTER(paper="A1"), kind))
    assert complaints(content) == []
