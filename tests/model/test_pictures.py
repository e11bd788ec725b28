"""What the first bytes of a picture say of it, where they are put together in odd ways."""

import struct

from cjmapper.model.pictures import Picture, picture_of

FRAME = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, 21, 33) + bytes(8)


def test_bytes_that_fill_up_before_a_marker_are_passed_over() -> None:
    assert picture_of(b"\xff\xd8" + b"\xff" * 5 + FRAME) == Picture("image/jpeg", 33, 21)


def test_segments_before_the_frame_are_passed_over_whole() -> None:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + FRAME[:4]
    assert picture_of(b"\xff\xd8\xff\x01" + comment + FRAME) == Picture("image/jpeg", 33, 21)


def test_a_jpeg_that_loses_its_markers_is_no_picture() -> None:
    assert picture_of(b"\xff\xd8" + b"\x00" * 20) is None


def test_an_unknown_kind_of_webp_is_no_picture() -> None:
    assert picture_of(b"RIFF\0\0\0\0WEBPVP9 " + b"\x01" * 30) is None
