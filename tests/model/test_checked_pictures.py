"""What is read of a picture before anything decodes it."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from cjmapper.model.pictures import MOST_BYTES, Picture, checked_picture
from tests.support.drawings import png


def saved(kind: str, **options: object) -> bytes:
    written = BytesIO()
    Pillow.new("RGB", (33, 21), (1, 2, 3)).save(written, kind, **options)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "options", "media_type"),
    [
        ("PNG", {}, "image/png"),
        ("GIF", {}, "image/gif"),
        ("JPEG", {}, "image/jpeg"),
        ("JPEG", {"progressive": True, "dpi": (300, 300)}, "image/jpeg"),
        ("WEBP", {"lossless": True}, "image/webp"),
        ("WEBP", {"lossless": False}, "image/webp"),
        ("WEBP", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}, "image/webp"),
    ],
)
def test_known_kinds_tell_their_size(
    kind: str, options: dict[str, object], media_type: str
) -> None:
    assert checked_picture(saved(kind, **options)) == Picture(media_type, 33, 21)


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_other_kinds_are_refused(kind: str) -> None:
    assert checked_picture(saved(kind)) is None


def test_a_bomb_is_refused_by_its_header() -> None:
    wide = bytearray(png())
    wide[16:24] = (30_000).to_bytes(4, "big") + (100).to_bytes(4, "big")
    assert checked_picture(bytes(wide)) is None
    large = bytearray(png())
    large[16:24] = (8_000).to_bytes(4, "big") * 2
    assert checked_picture(bytes(large)) is None
    empty = bytearray(png())
    empty[16:20] = bytes(4)
    assert checked_picture(bytes(empty)) is None


def test_too_many_bytes_are_refused() -> None:
    assert checked_picture(png() + bytes(MOST_BYTES)) is None


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_a_cut_off_header_is_refused_without_an_error(kind: str) -> None:
    whole = saved(kind)
    for length in range(10):
        assert checked_picture(whole[:length]) is None


@given(st.sampled_from([b"", b"\xff\xd8\xff", b"GIF89a", b"RIFF0000WEBPVP8 "]), st.binary())
def test_no_bytes_whatever_raise_an_error(start: bytes, rest: bytes) -> None:
    found = checked_picture(start + rest)
    assert found is None or found.width_px > 0
