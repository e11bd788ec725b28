"""Which pictures a painter shows: those of a kind and size that can be borne.

A bomb or a foreign kind becomes an empty frame; it is told by its first bytes, never decoded.
"""

from cjmapper.model.pictures import MOST_BYTES, MOST_PIXELS, MOST_SIDE_PX, checked_picture

__all__ = ["MOST_BYTES", "MOST_PIXELS", "MOST_SIDE_PX", "checked_picture"]
