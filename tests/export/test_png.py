"""The PNG encoder, read back by another."""

import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cjmapper.errors import ExportError
from cjmapper.export.png import MOST_SIDE_PX, png_chunks


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
    rows = [chance.randbytes(3 * 4000) for _ in range(50)]
    written = encoded(4000, rows)
    assert written.count(b"IDAT") > 2
    assert Image.open(BytesIO(written)).tobytes() == b"".join(rows)


@pytest.mark.parametrize("size", [(MOST_SIDE_PX + 1, 1), (1, MOST_SIDE_PX + 1)])
def test_a_side_too_long_is_refused_before_anything_is_painted(size: tuple[int, int]) -> None:
    with pytest.raises(ExportError) as refused:
        next(png_chunks(*size, iter(()), 300))
    assert refused.value.code == "picture_too_large"
    assert refused.value.values["limit"] == MOST_SIDE_PX
