"""Which pictures a painter shows: those of a kind and size that can be borne.

A bomb or a foreign kind becomes an empty frame; it is told by its first bytes, never decoded.
"""

from cjmapper.model.pictures import Picture, picture_of

MOST_PIXELS = 40_000_000
MOST_SIDE_PX = 20_000
MOST_BYTES = 25 * 1024 * 1024


def checked_picture(content: bytes) -> Picture | None:
    """The kind and size of a PNG, JPEG, GIF or WebP picture of bearable size, else None."""
    picture = picture_of(content) if len(content) <= MOST_BYTES else None
    if picture is None or max(picture.width_px, picture.height_px) > MOST_SIDE_PX:
        return None
    return picture if picture.width_px * picture.height_px <= MOST_PIXELS else None
