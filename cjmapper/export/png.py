"""Rows of pixels as a PNG, compressed as they come. Paints nothing and writes no file."""

import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import msgspec

from cjmapper.errors import ExportError
from cjmapper.exchange.png_source import SIGNATURE, source_chunks
from cjmapper.geometry import MM_PER_INCH, Size, pixel_size
from cjmapper.settings import MOST_SIDE_PX

_PIECE_BYTES = 1024 * 1024
_MOST_WAITING = 4
_STRETCH = 6144
_TOP_BITS = int.from_bytes(b"\x80" * _STRETCH, "little")
_LOW_BITS = int.from_bytes(b"\x7f" * _STRETCH, "little")
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
    """Deflated in pieces; each is compressed in a thread while the next is being painted."""
    compressor = zlib.compressobj(1, strategy=zlib.Z_FILTERED)
    waiting: deque[Future[bytes]] = deque()
    with ThreadPoolExecutor(max_workers=1) as beside:
        for piece in _gathered(parts):
            waiting.append(beside.submit(compressor.compress, piece))
            if len(waiting) > _MOST_WAITING and (done := waiting.popleft().result()):
                yield done
        yield b"".join(one.result() for one in waiting) + compressor.flush()


def _gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth a thread's while."""
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _PIECE_BYTES:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _filtered(rows: Iterable[bytes], length: int) -> Iterator[bytes]:
    """Each row as its difference, byte by byte, to the row above.

    Most of a poster is like the row above it, so a row is taken in stretches, and only those that
    differ are subtracted.
    """
    same = _UP + bytes(length)
    starts = range(0, length, _STRETCH)
    above = bytes(length)
    for row in rows:
        if row == above:
            yield same
            continue
        parts = [_UP]
        for start in starts:
            new, old = row[start : start + _STRETCH], above[start : start + _STRETCH]
            parts.append(bytes(len(new)) if new == old else _difference(new, old))
        yield b"".join(parts)
        above = row


def _difference(new: bytes, old: bytes) -> bytes:
    """Byte by byte, as one subtraction of large numbers.

    The top bit of every byte is kept out of it, so that nothing is borrowed from the neighbour, and
    put right afterwards.
    """
    one, other = int.from_bytes(new, "little"), int.from_bytes(old, "little")
    low = (one | _TOP_BITS) - (other & _LOW_BITS)
    difference = low ^ ((one ^ ~other) & _TOP_BITS)
    return difference.to_bytes(_STRETCH, "little")[: len(new)]
