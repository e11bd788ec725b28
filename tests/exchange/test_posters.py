"""A map goes out in a poster and comes back as it was; what is damaged is refused with a code."""

import itertools
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmapper.errors import CjmapperError, FileError
from cjmapper.exchange import posters
from cjmapper.exchange.pdf_source import source_in_pdf
from cjmapper.exchange.posters import document_bytes_of, kind_of, open_map
from cjmapper.storage.codec import decode, encode
from cjmapper.words.catalog import Words
from tests.exchange.posters import (
    deflated_zeros,
    packed_objects,
    packed_pdf,
    pdf_with,
    png_with,
    svg_with,
)
from tests.storage.samples import bundled, every_field, small

MAKERS: dict[str, Callable[[bytes | None], bytes]] = {
    "PDF": pdf_with,
    "PNG": png_with,
    "SVG": svg_with,
}
CORPUS = sorted((Path(__file__).parents[1] / "corpus" / "posters").iterdir())
UNKNOWN = encode(small()).replace(b'"format": 1', b'"format": 1, "odd": {"\xc3\xa5": [1, null]}')


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_every_example_comes_back_byte_by_byte(kind: str, path: Path, tmp_path: Path) -> None:
    poster = tmp_path / "plakat"
    poster.write_bytes(MAKERS[kind](path.read_bytes()))
    opened = open_map(poster)
    assert opened.poster == kind
    assert encode(opened.loaded.document) == path.read_bytes()
    assert opened.loaded.hash == ""


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("source", [encode(every_field()), UNKNOWN], ids=["full", "unknown"])
def test_every_field_and_those_nobody_knows_come_back(kind: str, source: bytes) -> None:
    assert encode(decode(document_bytes_of(MAKERS[kind](source))).document) == encode(
        decode(source).document
    )


def test_a_map_of_its_own_passes_through(tmp_path: Path) -> None:
    path = tmp_path / "kart.cjmap"
    path.write_bytes(encode(small()))
    opened = open_map(path)
    assert opened.loaded.document == small()
    assert opened.poster == ""
    assert opened.loaded.hash


@pytest.mark.parametrize("kind", MAKERS)
def test_a_poster_without_a_map_says_so(kind: str) -> None:
    with pytest.raises(FileError, match="poster_without_map"):
        document_bytes_of(MAKERS[kind](None))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_damaged_poster_is_refused_with_the_code_in_its_name(path: Path) -> None:
    with pytest.raises(CjmapperError) as refused:
        open_map(path)
    assert refused.value.code == path.name.split("--")[0]
    for language in ("nb", "sv", "en"):
        assert Words(language).error(refused.value).endswith(".")


def test_the_corpus_has_every_code_for_every_kind() -> None:
    found = {(path.name.split("--")[0], path.suffix) for path in CORPUS}
    assert {(code, f".{kind.lower()}") for kind in MAKERS for code in CODES[:2]} <= found


CODES = ("poster_without_map", "poster_map_damaged", "too_large")


@pytest.mark.parametrize("kind", MAKERS)
def test_every_start_of_a_poster_is_read_or_refused(kind: str) -> None:
    whole = MAKERS[kind](encode(small()))
    for length in range(8, len(whole), max(1, len(whole) // 60)):
        try:
            assert document_bytes_of(whole[:length]) in (encode(small()), whole[:length])
        except CjmapperError as error:
            assert error.code in CODES  # noqa: PT017 — the code is one of several


@settings(max_examples=60)
@given(kind=st.sampled_from(sorted(MAKERS)), data=st.data())
def test_a_poster_with_flipped_bytes_never_breaks_the_reader(
    kind: str, data: st.DataObject
) -> None:
    content = bytearray(MAKERS[kind](encode(small())))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(CjmapperError):
        decode(document_bytes_of(bytes(content)))


@settings(max_examples=60)
@given(st.sampled_from([b"%PDF-1.7\n/EmbeddedFile ", b"\x89PNG\r\n\x1a\n", b"<svg "]), st.binary())
def test_no_bytes_whatever_raise_anything_else(start: bytes, rest: bytes) -> None:
    with pytest.raises(CjmapperError):
        decode(document_bytes_of(start + rest))


def test_what_unpacks_beyond_the_limit_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posters, "MAX_BYTES", 3 << 20)
    source = b"{" + b" " * (4 << 20)
    for make in MAKERS.values():
        with pytest.raises(FileError, match="too_large"):
            document_bytes_of(make(source))
    with pytest.raises(FileError, match="too_large"):
        document_bytes_of(packed_pdf(deflated_zeros(64 << 20), 1))


def test_what_is_too_large_is_told_with_its_own_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posters, "MAX_BYTES", 3 << 20)
    for make in MAKERS.values():
        with pytest.raises(FileError) as refused:
            document_bytes_of(make(b"{" + b" " * (4 << 20)))
        assert refused.value.values["limit"] == 3 << 20
        assert int(refused.value.values["size"]) > 3 << 20


def test_what_only_finds_the_way_to_the_map_may_not_unpack_to_much() -> None:
    catalogue = b"2 0 <</Type/Catalog>>"
    with pytest.raises(FileError, match="poster_without_map"):
        document_bytes_of(packed_objects(catalogue))
    content = packed_objects(catalogue + b" " * (2 << 20))
    with pytest.raises(FileError, match="poster_map_damaged"):
        document_bytes_of(content)


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    ticks = itertools.count()
    with pytest.raises(FileError, match="poster_map_damaged"):
        source_in_pdf(pdf_with(encode(small())), 1 << 20, lambda: float(next(ticks)))


def test_a_large_pdf_whose_end_is_missing_is_not_searched() -> None:
    whole = pdf_with(encode(small()))
    with pytest.raises(FileError, match="poster_map_damaged"):
        document_bytes_of(whole + bytes(17 << 20))


@pytest.mark.parametrize(
    "before",
    [
        b'<g x="%s"/>' % (b"a" * (17 << 20)),
        b"<g %s/>" % b" ".join(b'a%d="1"' % number for number in range(100_000)),
        b"<g/>" * 500_000,
    ],
    ids=["long", "many attributes", "many elements"],
)
def test_an_svg_with_no_end_before_the_map_is_given_up(before: bytes) -> None:
    whole = svg_with(encode(small()))
    with pytest.raises(FileError, match="poster_without_map"):
        document_bytes_of(whole.replace(b"<metadata>", before + b"<metadata>"))


def test_a_picture_before_the_map_of_an_svg_is_passed_over() -> None:
    source = encode(small())
    picture = b'<image href="data:image/png;base64,%s"/>' % (b"iVBORw0K" * (1 << 18))
    whole = svg_with(source).replace(b"<metadata>", picture + b"<metadata>")
    assert document_bytes_of(whole) == source


def test_a_pdf_that_leads_in_circles_is_given_up() -> None:
    ring = pdf_with(encode(small())).replace(b"/Kids", b"/Kid5")
    names = packed_pdf(b"", 0).replace(b"4 0 obj\n<<", b"4 0 obj\n4 0 R<<")
    for content in (names, ring.replace(b"startxref", b"startxxxx")):
        try:
            document_bytes_of(content)
        except FileError as error:
            assert error.code in CODES  # noqa: PT017 — the code is one of several


def test_a_name_with_an_entity_is_never_looked_up() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + svg_with(encode(small()))
    with pytest.raises(FileError, match="poster_without_map"):
        document_bytes_of(bomb)


def test_other_attached_files_are_passed_over() -> None:
    with pytest.raises(FileError, match="poster_without_map"):
        document_bytes_of(pdf_with(encode(small()), "tall.csv"))


def test_a_poster_in_a_poster_is_no_map() -> None:
    with pytest.raises(FileError, match="poster_map_damaged"):
        document_bytes_of(png_with(svg_with(encode(small()))))


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><svg width='1'>", "SVG"),
        (b"<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>", "SVG"),
        (b"<!doctype html><html><body><svg>", ""),
        (b'{"title": "%PDF-1.7 <svg >"}', ""),
        (b"junk before %PDF-1.4", "PDF"),
        (b"<!----><!---->" * 280, ""),
        (b"", ""),
    ],
)
def test_a_kind_is_told_by_the_content(start: bytes, kind: str) -> None:
    assert kind_of(start) == kind


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plakat.pdf"
    path.touch()
    os.truncate(path, posters.MAX_POSTER_BYTES + 1)
    with pytest.raises(FileError, match="too_large"):
        open_map(path)
