"""What a poster may carry beside its map or instead of it, and where each reader gives up."""

import collections
import zlib
from io import BytesIO

import pypdf
import pytest

from cjmapper.errors import FileError
from cjmapper.exchange import pdf_source
from cjmapper.exchange.pdf_source import source_in_pdf
from cjmapper.exchange.png_source import KEYWORD, source_chunks, source_in_png
from cjmapper.exchange.svg_source import source_in_svg
from cjmapper.storage.codec import encode
from tests.exchange.posters import pdf_with, png_with, svg_with
from tests.storage.samples import small

SOURCE = encode(small())
LIMIT = 1 << 20


def chunk(place: bytes, packed: bytes, flags: bytes = b"\1\0", *, harm: int = 0) -> bytes:
    """A text chunk that says which share it holds; `harm` is done to its check."""
    body = b"\0".join((KEYWORD, flags, place, packed))
    check = (zlib.crc32(body, zlib.crc32(b"iTXt")) ^ harm).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + b"iTXt" + body + check


def png_of(*chunks: bytes) -> bytes:
    plain = png_with(None)
    end = plain.index(b"IDAT") - 4
    return plain[:end] + b"".join(chunks) + plain[end:]


def code_of_png(*chunks: bytes) -> str:
    with pytest.raises(FileError) as refused:
        source_in_png(png_of(*chunks), LIMIT)
    return refused.value.code


def code_of_svg(content: bytes) -> str:
    with pytest.raises(FileError) as refused:
        source_in_svg(content, LIMIT)
    return refused.value.code


def code_of_pdf(content: bytes) -> str:
    with pytest.raises(FileError) as refused:
        source_in_pdf(content, LIMIT)
    return refused.value.code


def test_shares_out_of_order_are_no_map() -> None:
    one, other = chunk(b"1/2", zlib.compress(b"[1,")), chunk(b"2/2", zlib.compress(b"2]"))
    assert source_in_png(png_of(one, other), LIMIT) == b"[1,2]"
    assert code_of_png(other, one) == "poster_map_damaged"
    assert code_of_png(one, one) == "poster_map_damaged"


def test_a_share_whose_check_is_wrong_is_damaged_even_where_it_unpacks() -> None:
    assert code_of_png(chunk(b"1/1", zlib.compress(SOURCE), harm=1)) == "poster_map_damaged"


def test_a_share_that_stops_halfway_is_damaged_though_its_check_is_right() -> None:
    packed = zlib.compressobj()
    begun = packed.compress(SOURCE) + packed.flush(zlib.Z_SYNC_FLUSH)
    assert code_of_png(chunk(b"1/1", begun)) == "poster_map_damaged"


def test_a_share_that_another_program_unpacked_is_read() -> None:
    assert source_in_png(png_of(chunk(b"1/1", SOURCE, b"\0\0")), LIMIT) == SOURCE


def test_no_share_of_a_long_map_begins_within_a_letter() -> None:
    source = b"." + "å".encode() * 600_000
    packed = [found.split(b"\0", 4)[4] for found in source_chunks(source)]
    assert len(packed) == 3
    texts = [zlib.decompress(one).decode() for one in packed]
    assert "".join(texts).encode() == source


def test_an_svg_that_promises_more_than_it_holds_is_damaged() -> None:
    whole = svg_with(SOURCE)
    assert source_in_svg(whole, LIMIT) == SOURCE
    assert code_of_svg(whole.replace(b' bytes="', b' bytes="1')) == "poster_map_damaged"


def test_an_svg_with_a_doctype_is_not_read() -> None:
    whole = svg_with(SOURCE)
    for doctype in (b"<!DOCTYPE svg>", b'<!DOCTYPE svg [<!ENTITY a "b">]>'):
        assert code_of_svg(whole.replace(b"<svg ", doctype + b"<svg ", 1)) == "poster_without_map"


def test_things_within_things_without_end_are_given_up() -> None:
    deep = b"<g>" * 600 + b"</g>" * 600
    whole = svg_with(SOURCE).replace(b"<metadata>", deep + b"<metadata>")
    assert code_of_svg(whole) == "poster_without_map"


def test_other_elements_within_that_of_the_map_are_passed_over() -> None:
    whole = svg_with(SOURCE).replace(b"\n</map>", b"<title>Kart</title>\n</map>")
    assert source_in_svg(whole, LIMIT) == SOURCE


@pytest.mark.parametrize("password", ["hemmelig", ""])
def test_a_pdf_is_locked_only_where_reading_wants_a_password(password: str) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf_with(SOURCE)))
    writer.encrypt(password, "mot endringer", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    if password:
        assert code_of_pdf(made.getvalue()) == "poster_locked"
    else:
        assert source_in_pdf(made.getvalue(), LIMIT) == SOURCE


def test_only_so_many_attached_files_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for name in ("a.csv", "b.csv", "c.cjmap"):
        writer.add_attachment(name, SOURCE)
    made = BytesIO()
    writer.write(made)
    assert source_in_pdf(made.getvalue(), LIMIT) == SOURCE
    monkeypatch.setattr(pdf_source, "_MOST_FILES", 2)
    assert code_of_pdf(made.getvalue()) == "poster_without_map"


@pytest.mark.parametrize("limits", [("_READ_TIMES", "_LEAST_READ_BYTES"), ("_MOST_READS",)])
def test_a_pdf_is_not_read_over_and_over(
    limits: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in limits:
        monkeypatch.setattr(pdf_source, name, 0)
    assert code_of_pdf(pdf_with(SOURCE)) == "poster_map_damaged"


def test_a_pdf_with_a_broken_table_is_mended_unless_it_has_too_many_objects(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = pdf_with(SOURCE)
    broken = whole.replace(b"startxref\n", b"startxref\n9")
    assert source_in_pdf(broken, LIMIT) == SOURCE
    monkeypatch.setattr(pdf_source, "_MOST_OBJECTS_FOUND", 3)
    assert source_in_pdf(whole, LIMIT) == SOURCE
    assert code_of_pdf(broken) == "poster_map_damaged"


def test_once_the_time_is_over_nothing_more_is_read() -> None:
    now = [0.0]
    rationed = pdf_source._Rationed(b"%PDF" * 100, lambda: now[0])
    assert rationed.read(1) == b"%"
    now[0] = 60.0
    with pytest.raises(EOFError):
        collections.deque(iter(lambda: rationed.read(1), b""), 0)
    now[0] = 0.0
    with pytest.raises(EOFError):
        rationed.read(1)
