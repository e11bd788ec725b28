"""The PNG encoder, read back by another."""

import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cjmapper.errors import ExportError
from cjmapper.exchange.png_source import source_in_png
from cjmapper.export.png import picture_size, png_chunks
from cjmapper.geometry import Size
from cjmapper.settings import MOST_SIDE_PX


def encoded(width: int, rows: list[bytes], dpi: float = 150) -> bytes:
    return b"".join(png_chunks(width, len(rows), rows, dpi))


@st.composite
def pictures(draw: st.DrawFn) -> tuple[int, list[bytes]]:
    width = draw(st.integers(1, 9))
    row = st.binary(min_size=3 * width, max_size=3 * width)
    rows = draw(st.lists(row, min_size=1, max_size=9))
    repeated = [one for one in rows for _ in range(draw(st.integers(1, 3)))]
    return width, repeated


@given(pictures())
def test_every_picture_comes_back_as_it_was(picture: tuple[int, list[bytes]]) -> None:
    width, rows = picture
    read = Image.open(BytesIO(encoded(width, rows)))
    assert read.size == (width, len(rows))
    assert read.mode == "RGB"
    assert read.tobytes() == b"".join(rows)


def test_differences_never_borrow_from_the_neighbour() -> None:
    rows = [bytes([255, 0, 128, 1, 127, 254]), bytes([0, 255, 127, 2, 128, 0]), bytes(6)]
    assert Image.open(BytesIO(encoded(2, rows))).tobytes() == b"".join(rows)


def test_it_tells_how_many_pixels_an_inch_has() -> None:
    read = Image.open(BytesIO(encoded(1, [b"abc"], 300)))
    assert read.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert read.info["srgb"] == 0


def test_a_large_picture_comes_in_many_pieces() -> None:
    chance = random.Random(1)  # noqa: S311
    rows = [chance.randbytes(3 * 4000) for _ in range(900)]
    written = encoded(4000, rows)
    assert written.count(b"IDAT") > 2
    assert Image.open(BytesIO(written)).tobytes() == b"".join(rows)


@pytest.mark.parametrize("size", [(MOST_SIDE_PX + 1, 1), (1, MOST_SIDE_PX + 1)])
def test_a_side_too_long_is_refused_before_anything_is_painted(size: tuple[int, int]) -> None:
    with pytest.raises(ExportError) as refused:
        next(png_chunks(*size, iter(()), 300))
    assert refused.value.code == "picture_too_large"
    assert refused.value.values["limit"] == MOST_SIDE_PX


def test_the_size_is_said_before_the_picture_is_made() -> None:
    a0 = Size(1189.0, 841.0)
    print_size = picture_size(a0, 300)
    assert (print_size.width_px, print_size.height_px) == (14043, 9933)
    assert 2_500_000 < print_size.about_bytes < 10_000_000
    slide = picture_size(a0, 300, long_side_px=1920)
    assert (slide.width_px, slide.height_px) == (1920, 1358)
    upright = picture_size(Size(841.0, 1189.0), 150, long_side_px=4000)
    assert (upright.width_px, upright.height_px) == (2829, 4000)
    assert slide.about_bytes < upright.about_bytes < print_size.about_bytes


def test_a_picture_that_would_be_too_large_is_refused_by_its_size() -> None:
    with pytest.raises(ExportError, match="picture_too_large"):
        picture_size(Size(5000.0, 900.0), 300)


@given(st.binary(min_size=1, max_size=40).map(lambda one: one.hex().encode()))
def test_what_travels_along_comes_back_and_the_picture_is_the_same(source: bytes) -> None:
    row = bytes(range(9))
    written = b"".join(png_chunks(3, 1, [row], 150, source))
    assert source_in_png(written, 1000) == source
    assert Image.open(BytesIO(written)).tobytes() == row


def test_a_long_map_travels_in_pieces_that_other_programs_open() -> None:
    source = "æ漢😀x".encode() * 300_000
    written = b"".join(png_chunks(1, 1, [b"abc"], 150, source))
    assert written.count(b"iTXtCJMapper map\0") > 5
    assert source_in_png(written, len(source)) == source
    opened = Image.open(BytesIO(written))
    opened.load()
    assert "CJMapper map" in opened.info
