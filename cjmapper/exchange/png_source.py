"""A map inside a PNG: in text chunks (iTXt), whose keyword says that they hold one.

Several small ones, in order, each a share of the text: programs refuse to open a picture with one
text of more than a megabyte. Only what stands in the chunks is looked at, never a pixel.
"""

import struct
import zlib
from collections.abc import Iterator

from cjmapper.errors import FileError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"CJMapper map"
_SHARE_BYTES = 512 * 1024
_HEAD = struct.Struct(">I4s")
_CHECK_BYTES = 4
_COMPRESSED, _PLAIN = 1, 0
_CONTINUES = 0b1000_0000, 0b1100_0000
_MOST_CHUNKS = 100_000


def source_chunks(source: bytes) -> Iterator[bytes]:
    """What stands in the text chunks of a PNG that carries `source`, which is UTF-8."""
    shares = list(_shares(source))
    for number, share in enumerate(shares, 1):
        place = f"{number}/{len(shares)}".encode()
        no_language = bytes((_COMPRESSED, 0))
        yield b"\0".join((KEYWORD, no_language, place, zlib.compress(share, 6)))


def _shares(source: bytes) -> Iterator[bytes]:
    """Pieces that are text themselves: no character is cut through."""
    start = 0
    while start < len(source):
        end = min(start + _SHARE_BYTES, len(source))
        while end < len(source) and source[end] & _CONTINUES[1] == _CONTINUES[0]:
            end -= 1
        yield source[start:end]
        start = end


def source_in_png(content: bytes, limit: int) -> bytes:
    """The map that a PNG carries.

    Raises:
        FileError: ``poster_without_map``; ``poster_map_damaged`` where something is missing from
            it; ``too_large`` where it is more than `limit` bytes.
    """
    shares: list[bytes] = []
    promised, size = 0, 0
    for body, whole in _texts(content):
        place, share = _share(body, limit, size)
        number, _, count = place.partition(b"/")
        if not whole or share is None or number != b"%d" % (len(shares) + 1):
            raise FileError("poster_map_damaged")
        promised = int(count) if count.isdigit() and len(count) < len("100000") else 0
        shares.append(share)
        size += len(share)
    if not shares:
        raise FileError("poster_without_map")
    if len(shares) != promised:
        raise FileError("poster_map_damaged")
    return b"".join(shares)


def _texts(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """The bodies of the text chunks of ours, and whether each is as it was written."""
    place = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if place + _HEAD.size > len(content):
            return
        length, kind = _HEAD.unpack_from(content, place)
        start = place + _HEAD.size
        end = start + length
        if kind == b"iTXt" and content.startswith(KEYWORD + b"\0", start):
            body = content[start:end]
            check = zlib.crc32(body, zlib.crc32(kind)).to_bytes(_CHECK_BYTES, "big")
            yield body, content[end : end + _CHECK_BYTES] == check
        if kind == b"IEND":
            return
        place = end + _CHECK_BYTES


def _share(body: bytes, limit: int, before: int) -> tuple[bytes, bytes | None]:
    """Which share a chunk says that it is, and its text; None where it can't be read.

    `before` is how many of the `limit` bytes are taken.
    """
    flags, rest = body[len(KEYWORD) + 1 :][:2], body[len(KEYWORD) + 3 :]
    _language, _, rest = rest.partition(b"\0")
    place, found, text = rest.partition(b"\0")
    if not found or flags[1:] != b"\0" or flags[0] not in (_COMPRESSED, _PLAIN):
        return place, None
    if flags[0] == _PLAIN:
        share = text
    else:
        inflater = zlib.decompressobj()
        try:
            share = inflater.decompress(text, limit - before + 1)
        except zlib.error:
            return place, None
        if before + len(share) <= limit and not inflater.eof:
            return place, None
    if before + len(share) > limit:
        raise FileError("too_large", limit=limit, size=before + len(share))
    return place, share
