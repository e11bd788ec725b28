"""Whether the whole of a picture can be read; what only begins well is lost on paper.

Never decodes what has not been checked by its first bytes.
"""

from io import BytesIO

from PIL import Image as Pillow

from cjmapper.model.pictures import checked_picture

UNREADABLE = (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError)
"""What a reader of pictures says of one that is cut off or spoilt."""

_SMALL = (1, 1)


def is_whole(content: bytes) -> bool:
    """Whether a picture can be decoded to its end, as small as its kind allows."""
    if checked_picture(content) is None:
        return False
    try:
        with Pillow.open(BytesIO(content)) as picture:
            picture.draft("RGB", _SMALL)
            picture.load()
    except UNREADABLE:
        return False
    return True
