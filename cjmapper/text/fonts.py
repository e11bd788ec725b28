"""The bundled faces: their names and their files.

Loads nothing and knows nothing of Qt; painters register the files with their own surface.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from cjmapper import places


class Face(StrEnum):
    """One of the bundled fonts."""

    SANS = "sans"
    ITALIC = "italic"
    SEMIBOLD = "semibold"
    SEMIBOLD_ITALIC = "semibold_italic"
    EMOJI = "emoji"


SANS_FAMILY = "CJMapper Sans"
EMOJI_FAMILY = "CJMapper Emoji"

FAMILY: Mapping[Face, str] = MappingProxyType(
    {
        Face.SANS: SANS_FAMILY,
        Face.ITALIC: SANS_FAMILY,
        Face.SEMIBOLD: SANS_FAMILY,
        Face.SEMIBOLD_ITALIC: SANS_FAMILY,
        Face.EMOJI: EMOJI_FAMILY,
    }
)
"""The private family name of each face: a font installed under another name never stands in."""

SEMIBOLD_FACES = frozenset({Face.SEMIBOLD, Face.SEMIBOLD_ITALIC})

_FILES: Mapping[Face, str] = MappingProxyType(
    {
        Face.SANS: "CJMapperSans-Regular.ttf",
        Face.ITALIC: "CJMapperSans-Italic.ttf",
        Face.SEMIBOLD: "CJMapperSans-SemiBold.ttf",
        Face.SEMIBOLD_ITALIC: "CJMapperSans-SemiBoldItalic.ttf",
        Face.EMOJI: "CJMapperEmoji-Regular.ttf",
    }
)


def font_file(face: Face) -> Path:
    """The TrueType file of `face`; raises FileNotFoundError when the installation is broken."""
    return places.resource("fonts", _FILES[face])
