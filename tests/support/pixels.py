"""Small real pictures made from nothing, without any library."""

import struct
import zlib


def png(width: int, height: int, shade: int = 90) -> bytes:
    """A grey PNG of that size."""
    rows = (b"\0" + bytes([shade]) * width) * height
    return _file(width, height, zlib.compress(rows))


def png_that_lies(width: int, height: int) -> bytes:
    """A PNG whose header tells of a size that its pixels do not have."""
    return _file(width, height, zlib.compress(b"\0\0"))


def _file(width: int, height: int, pixels: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))
    return struct.pack(">I", len(content)) + kind + content + check
