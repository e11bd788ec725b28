"""What a picture's first bytes say: its kind and its size, and whether that can be borne.

Nothing is decoded here: a bomb or a foreign kind is told by its header.
"""

import struct

import msgspec

MOST_PIXELS = 40_000_000
MOST_SIDE_PX = 20_000
MOST_BYTES = 25 * 1024 * 1024

_MARKER = 0xFF
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN = 0xDA
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


class Picture(msgspec.Struct, frozen=True, gc=False):
    """What is known of a picture without decoding it."""

    media_type: str
    width_px: int
    height_px: int


def picture_of(content: bytes) -> Picture | None:
    """The kind and size of a PNG, JPEG, GIF or WebP picture; None for anything else."""
    try:
        picture = _read(content)
    except (struct.error, IndexError):
        return None
    if picture is None or not (picture.width_px > 0 and picture.height_px > 0):
        return None
    return picture


def checked_picture(content: bytes) -> Picture | None:
    """The kind and size of a PNG, JPEG, GIF or WebP picture of bearable size, else None."""
    picture = picture_of(content) if len(content) <= MOST_BYTES else None
    if picture is None or max(picture.width_px, picture.height_px) > MOST_SIDE_PX:
        return None
    return picture if picture.width_px * picture.height_px <= MOST_PIXELS else None


def _read(content: bytes) -> Picture | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return Picture("image/png", *struct.unpack_from(">II", content, 16))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return Picture("image/gif", *struct.unpack_from("<HH", content, 6))
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp(content)
    return None


def _jpeg(content: bytes) -> Picture | None:
    """By its frame; None for one with several, of which each reader believes another."""
    place = 2
    found = None
    while place + 9 <= len(content):
        if content[place] != _MARKER:
            break
        marker = content[place + 1]
        if marker == _JPEG_SCAN:
            break
        if marker == _MARKER:
            place += 1
        elif marker in _JPEG_ALONE:
            place += 2
        else:
            if marker in _JPEG_FRAMES:
                if found is not None:
                    return None
                height, width = struct.unpack_from(">HH", content, place + 5)
                found = Picture("image/jpeg", width, height)
            place += 2 + int(struct.unpack_from(">H", content, place + 2)[0])
    return found


def _webp(content: bytes) -> Picture | None:
    kind = content[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        height = int.from_bytes(content[27:30], "little") + 1
    elif kind == b"VP8L":
        bits = int(struct.unpack_from("<I", content, 21)[0])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    else:
        return None
    return Picture("image/webp", width, height)
