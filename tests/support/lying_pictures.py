"""Pictures whose header says what is not so: of a size they do not have, or not the one inside."""

import struct
import zlib
from io import BytesIO

from PIL import Image as Pillow


def saved(kind: str, side: int = 8, **options: object) -> bytes:
    """A plain square picture."""
    written = BytesIO()
    Pillow.new("RGB", (side, side), (200, 30, 30)).save(written, kind, **options)
    return written.getvalue()


def _png(content: bytes, side: int) -> bytes:
    head = b"IHDR" + struct.pack(">II", side, side) + content[24:29]
    return content[:12] + head + struct.pack(">I", zlib.crc32(head)) + content[33:]


def _jpeg(content: bytes, side: int) -> bytes:
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", side, side) + content[at + 4 :]


def _gif(content: bytes, side: int) -> bytes:
    return content[:6] + struct.pack("<HH", side, side) + content[10:]


def _webp(content: bytes, side: int) -> bytes:
    at = content.index(b"VP8X") + 12
    return content[:at] + 2 * (side - 1).to_bytes(3, "little") + content[at + 6 :]


_EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\0"

SMALL = {
    "png": saved("PNG"),
    "jpg": saved("JPEG"),
    "gif": saved("GIF"),
    "webp": saved("WEBP", exif=_EXIF),
}
_TELL = {"png": _png, "jpg": _jpeg, "gif": _gif, "webp": _webp}

HUGE = {ending: _TELL[ending](content, 60_000) for ending, content in SMALL.items()}
"""Small files that say they are 60,000 pixels on each side."""

TWO_FRAMES = SMALL["jpg"].replace(
    b"\xff\xda",
    b"\xff\xc0\0\x11\x08" + struct.pack(">HH", 60_000, 60_000) + b'\3\1"\0\2\x11\1\3\x11\1\xff\xda',
    1,
)
"""A JPEG that says that it is small, and then that it is 60,000 pixels on each side."""

WIDE_FRAME = SMALL["gif"].replace(
    b"\x2c" + bytes(4) + struct.pack("<HH", 8, 8),
    b"\x2c" + bytes(4) + struct.pack("<HH", 60_000, 60_000),
)
"""A GIF that is small, with a picture in it that is 60,000 pixels on each side."""

_LARGE = {
    "png": saved("PNG", 3000),
    "jpg": saved("JPEG", 3000),
    "gif": saved("GIF", 3000),
    "webp": saved("WEBP", 3000, exif=_EXIF),
}
MODEST = {ending: _TELL[ending](content, 8) for ending, content in _LARGE.items()}
"""Larger pictures that say they are 8 pixels on each side."""
