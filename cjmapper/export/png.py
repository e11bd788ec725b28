"""Rows of pixels as a PNG, compressed as they come. Paints nothing and writes no file."""

import struct
import zlib
from collections.abc import Iterable, Iterator

import msgspec

from cjmapper.errors import ExportError
from cjmapper.exchange.png_source import SIGNATURE, source_chunks
from cjmapper.geometry import MM_PER_INCH, Size, pixel_size

MOST_SIDE_PX = 32_767
"""The longest side that Qt paints and other programs read."""

_CHUNK_BYTES = 256 * 1024
_EIGHT_BIT_RGB = (8, 2, 0, 0, 0)
_UP = b"\x02"
_METRE = 1
_BYTES_OF_ONE, _BYTES_POWER = 17.0, 0.68
"""Measured on the example maps from A4 at 96 dpi to A0 at 300: lines and letters grow with the
side, grounds hardly at all."""


class PictureSize(msgspec.Struct, frozen=True):
    """How large a picture will be, before it is made.

    Attributes:
        dpi: pixels to the inch, not rounded.
        about_bytes: what the file will take, within a factor of two for a map without photos.
    """

    width_px: int
    height_px: int
    dpi: float
    about_bytes: int


def picture_size(size: Size, dpi: float, long_side_px: int | None = None) -> PictureSize:
    """The picture of something of `size` (mm): by `dpi`, or with a longer side of so many pixels.

    Raises:
        ExportError: ``picture_too_large`` with the size and the limit, all in pixels.
    """
    longest = max(size.width, size.height)
    if long_side_px is not None:
        dpi = long_side_px * MM_PER_INCH / longest
    width, height = pixel_size(size, dpi)
    _refuse_large(width, height)
    return PictureSize(width, height, dpi, round(_BYTES_OF_ONE * (width * height) ** _BYTES_POWER))


def _refuse_large(width: int, height: int) -> None:
    if width > MOST_SIDE_PX or height > MOST_SIDE_PX:
        raise ExportError("picture_too_large", width=width, height=height, limit=MOST_SIDE_PX)


def png_chunks(
    width: int, height: int, rows: Iterable[bytes], dpi: float, source: bytes | None = None
) -> Iterator[bytes]:
    """The bytes of a PNG in pieces, from `height` rows of RGB bytes; `dpi` is written into it.

    `source` is a map as a file of its own; it travels inside, where no picture viewer shows it.

    Raises:
        ExportError: ``picture_too_large`` with the size and the limit, all in pixels.
    """
    _refuse_large(width, height)
    per_metre = round(dpi * 1000 / MM_PER_INCH)
    yield SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *_EIGHT_BIT_RGB))
    yield _chunk(b"sRGB", b"\0")
    yield _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, _METRE))
    for content in source_chunks(source) if source else ():
        yield _chunk(b"iTXt", content)
    for part in _compressed(_filtered(rows, 3 * width)):
        yield _chunk(b"IDAT", part)
    yield _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(content, zlib.crc32(kind))
    return b"".join((struct.pack(">I", len(content)), kind, content, struct.pack(">I", check)))


def _compressed(parts: Iterable[bytes]) -> Iterator[bytes]:
    compressor = zlib.compressobj(1, strategy=zlib.Z_FILTERED)
    waiting = bytearray()
    for part in parts:
        waiting += compressor.compress(part)
        if len(waiting) >= _CHUNK_BYTES:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting) + compressor.flush()


def _filtered(rows: Iterable[bytes], length: int) -> Iterator[bytes]:
    """Each row as its difference, byte by byte, to the row above.

    A whole row is subtracted as one large number: the top bit of every byte is kept out of the
    subtraction, so that nothing is borrowed from the neighbour, and put right afterwards.
    """
    top_bits = int.from_bytes(b"\x80" * length, "little")
    low_bits = int.from_bytes(b"\x7f" * length, "little")
    same = _UP + bytes(length)
    above, above_number = bytes(length), 0
    for row in rows:
        if row == above:
            yield same
            continue
        number = int.from_bytes(row, "little")
        low = (number | top_bits) - (above_number & low_bits)
        difference = low ^ ((number ^ ~above_number) & top_bits)
        yield _UP + difference.to_bytes(length, "little")
        above, above_number = row, number
