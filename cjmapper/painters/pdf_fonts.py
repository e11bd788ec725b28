"""The bundled faces in a PDF: registered, encoded, embedded as subsets.

Measures nothing; the widths written are those of the font files themselves.
"""

import re
from functools import partial
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cjmapper.text.fonts import Face, font_file

_NAMES = {
    Face.SANS: "CJMapperSans-Regular",
    Face.ITALIC: "CJMapperSans-Italic",
    Face.SEMIBOLD: "CJMapperSans-SemiBold",
    Face.SEMIBOLD_ITALIC: "CJMapperSans-SemiBoldItalic",
    Face.EMOJI: "CJMapperEmoji-Regular",
}
_LONG_CODE = re.compile(r"<([0-9A-F]{5,6})>")

UNSEEN = "CJMapperUnseen"
"""The name of the font for text that is there to be read but not drawn."""

Piece = tuple[str, str]
"""Text of one subset: the subset's resource name and its codes in hexadecimal."""


class _SubsetFont(TTFont):  # type: ignore[misc]
    """A font whose subsets name characters beyond the first plane as readers expect them."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Adds the subsets to `doc`, with pairs of surrogates in their character maps."""
        super().addObjects(doc)
        for name, written in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and self.face.name.decode() in name:
                written.content = _LONG_CODE.sub(_surrogates, written.content)


class _UnseenFont(_SubsetFont):
    """A font in which every character there is has the same glyph and is one em wide.

    Text drawn invisibly in it can be searched and copied, also where no face has its letters.
    """

    def __init__(self) -> None:
        super().__init__(UNSEEN, str(font_file(Face.SANS)), asciiReadable=False)
        self.face.name = UNSEEN.encode()
        self.face.charToGlyph = _Always(0)
        self.face.charWidths = _Always(1000)


class _Always(dict[int, int]):
    """A table that has the same answer for every key."""

    def __init__(self, answer: int) -> None:
        super().__init__()
        self._answer = answer

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: int) -> int:
        return self._answer

    def get(self, key: int, default: Any = None) -> Any:  # noqa: ARG002
        return self._answer


class PdfFonts:
    """Encodes text for one PDF; remembers what it encoded."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._known: dict[tuple[Face, str], tuple[Piece, ...]] = {}

    def pieces(self, face: Face, text: str) -> tuple[Piece, ...]:
        """`text` in the codes of the subsets of `face`, in order."""
        known = self._known.get((face, text))
        if known is None:
            known = self._known[face, text] = self._encoded(registered(face), text)
        return known

    def unseen(self, text: str) -> tuple[Piece, ...]:
        """`text` in the font that draws nothing; each character is one em wide."""
        if UNSEEN not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(_UnseenFont())
        return self._encoded(pdfmetrics.getFont(UNSEEN), text)

    def _encoded(self, font: Any, text: str) -> tuple[Piece, ...]:
        subset = partial(font.getSubsetInternalName, doc=self._document)
        parts = font.splitString(text, self._document)
        return tuple((subset(number), codes.hex()) for number, codes in parts)


def font_name(face: Face) -> str:
    """The name under which `face` is registered, which is its PostScript name."""
    return _NAMES[face]


def registered(face: Face) -> Any:
    """The font of `face`, registered at first use; FileNotFoundError in a broken installation."""
    name = _NAMES[face]
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_SubsetFont(name, str(font_file(face)), asciiReadable=False))
    return pdfmetrics.getFont(name)


def _surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match.group(1), 16)).encode('utf-16-be').hex().upper()}>"
