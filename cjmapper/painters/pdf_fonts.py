"""The bundled faces in a PDF: registered, encoded, embedded as subsets.

Measures nothing; the widths written are those of the font files themselves.
"""

import re
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
_MAPPED = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_MAPS = re.compile(r"\d+ beginbfchar.*endbfchar", re.DOTALL)
_MOST_MAPPED = 100
"""Entries in one piece of a character map."""

UNSEEN = "CJMapperUnseen"
"""The name of the font for text that is there to be read but not drawn."""

Piece = tuple[str, str]
"""Text of one subset: the subset's resource name, and the operator that shows its codes."""

_MOST_DRIFT = 1.0
"""How far a glyph may stand from its exact place before it is put right, in thousandths of an em.

Readers differ in how they read widths that are not whole numbers, so whole ones are written.
"""


class _SubsetFont(TTFont):  # type: ignore[misc]
    """A font whose subsets name characters beyond the first plane as readers expect them."""

    def __init__(self, name: str, face: Face) -> None:
        super().__init__(name, str(font_file(face)), asciiReadable=False)
        self.exact_widths: dict[int, Any] = self.face.charWidths
        self.face.charWidths = {code: round(width) for code, width in self.exact_widths.items()}

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Adds the subsets to `doc`, with character maps as every reader expects them."""
        super().addObjects(doc)
        for name, written in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and self.face.name.decode() in name:
                written.content = _character_map(written.content)


class _UnseenFont(_SubsetFont):
    """A font in which every character there is has the same glyph and is one em wide.

    Text drawn invisibly in it can be searched and copied, also where no face has its letters.
    """

    def __init__(self) -> None:
        super().__init__(UNSEEN, Face.SANS)
        self.face.name = UNSEEN.encode()
        self.face.charToGlyph = _Always(0)
        self.face.charWidths = self.exact_widths = _Always(1000)


class _Always(dict[int, Any]):
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
        """The pieces of `text`; each character has one code, in order."""
        drift = 0.0
        start = 0
        pieces: list[Piece] = []
        for number, codes in font.splitString(text, self._document):
            written, drift = _moved(font, codes, text[start : start + len(codes)], drift)
            shown = f"[{written}] TJ" if ">" in written[:-1] else f"{written} Tj"
            pieces.append((font.getSubsetInternalName(number, self._document), shown))
            start += len(codes)
        return tuple(pieces)


def font_name(face: Face) -> str:
    """The name under which `face` is registered, which is its PostScript name."""
    return _NAMES[face]


def registered(face: Face) -> Any:
    """The font of `face`, registered at first use; FileNotFoundError in a broken installation."""
    name = _NAMES[face]
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_SubsetFont(name, face))
    return pdfmetrics.getFont(name)


def _moved(font: Any, codes: bytes, text: str, drift: float) -> tuple[str, float]:
    """The codes in hexadecimal, with corrections where they have drifted, and what is left."""
    exact, whole = font.exact_widths, font.face.charWidths
    parts: list[str] = []
    start = 0
    for index, letter in enumerate(text):
        if abs(drift) >= _MOST_DRIFT:
            parts.append(f"<{codes[start:index].hex()}>{-drift:.2f}")
            start, drift = index, 0.0
        drift += exact[ord(letter)] - whole[ord(letter)]
    return f"{''.join(parts)}<{codes[start:].hex()}>", drift


def _character_map(content: str) -> str:
    """A character map in pieces, letters beyond the first plane as pairs, nothing for no letter."""
    pairs = [(code, int(letter, 16)) for code, letter in _MAPPED.findall(content)]
    lines = [f"<{code}> <{_utf_16(letter)}>" for code, letter in pairs if letter]
    pieces = [lines[start : start + _MOST_MAPPED] for start in range(0, len(lines), _MOST_MAPPED)]
    mapped = ("\n".join((f"{len(piece)} beginbfchar", *piece, "endbfchar")) for piece in pieces)
    return _MAPS.sub("\n".join(mapped), content)


def _utf_16(letter: int) -> str:
    return chr(letter).encode("utf-16-be", "surrogatepass").hex().upper()
