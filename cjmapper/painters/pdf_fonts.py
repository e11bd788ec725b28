"""The bundled faces in a PDF: registered, encoded, embedded as subsets.

Measures nothing; the widths written are those of the font files themselves.
"""

import re
from itertools import accumulate
from threading import Lock
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

_ONE_AT_A_TIME = Lock()
"""Fonts are shared by all documents, and reading one moves in its file."""

UNSEEN = "CJMapperUnseen"
"""The name of the font for text that is there to be read but not drawn."""

Piece = tuple[str, str]
"""Text of one subset: the subset's resource name, and the operator that shows its codes."""

_MOST_DRIFT = 1.9
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
        with _ONE_AT_A_TIME:
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


class _ElsewhereError(Exception):
    """A character is not in the first subset of its font."""


class _Codes(dict[int, int]):
    """The code of each character in the first subset of a font, given when it is first met."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font = font
        self._document = document

    def __missing__(self, character: int) -> int:
        ((subset, codes),) = self._font.splitString(chr(character), self._document)
        if subset:
            raise _ElsewhereError
        code = self[character] = int(codes[0])
        return code


class _Drifts(dict[str, float]):
    """How much wider each character is than the whole number that is written for it."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._exact = font.exact_widths
        self._whole = font.face.charWidths

    def __missing__(self, letter: str) -> float:
        drift = self[letter] = float(self._exact[ord(letter)] - self._whole[ord(letter)])
        return drift


class _Corrections(dict[float, str]):
    """How a correction is written; advances are few, so few of them come again and again."""

    def __missing__(self, drift: float) -> str:
        written = self[drift] = f"{drift:.2f}"
        return written


class _Encoder:
    """Encodes text in one font of one document."""

    def __init__(self, font: Any, document: Any) -> None:
        self._font = font
        self._document = document
        self._codes = _Codes(font, document)
        self._drifts = _Drifts(font)
        self._put_right = _Corrections()
        self._names: dict[int, str] = {}

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """`text` in the codes of the subsets, in order."""
        try:
            codes = text.translate(self._codes).encode("latin-1")
        except _ElsewhereError:
            return self._parted(text)
        return ((self._name(0), self._shown(codes, text)),) if text else ()

    def _parted(self, text: str) -> tuple[Piece, ...]:
        start = 0
        pieces: list[Piece] = []
        for subset, codes in self._font.splitString(text, self._document):
            part = text[start : start + len(codes)]
            pieces.append((self._name(subset), self._shown(codes, part)))
            start += len(codes)
        return tuple(pieces)

    def _shown(self, codes: bytes, text: str) -> str:
        """The operator that shows codes, with corrections where they would have drifted."""
        shown = codes.hex()
        parts: list[str] = []
        start, base = 0, 0.0
        least, most = -_MOST_DRIFT, _MOST_DRIFT
        digits = 0
        drifts = accumulate(map(self._drifts.__getitem__, text[:-1]))
        for drift in drifts:  # after the last glyph nothing is to be put right
            digits += 2
            if not least < drift < most:
                parts.append(f"<{shown[start:digits]}>{self._put_right[base - drift]}")
                start, base = digits, drift
                least, most = drift - _MOST_DRIFT, drift + _MOST_DRIFT
        if not parts:
            return f"<{shown}> Tj"
        return f"[{''.join(parts)}<{shown[start:]}>] TJ"

    def _name(self, subset: int) -> str:
        if subset not in self._names:
            self._names[subset] = self._font.getSubsetInternalName(subset, self._document)
        return self._names[subset]


class PdfFonts:
    """Encodes text for one PDF; remembers what it encoded."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._encoders: dict[Face | None, _Encoder] = {}
        self._known: dict[tuple[Face, str], tuple[Piece, ...]] = {}

    def pieces(self, face: Face, text: str) -> tuple[Piece, ...]:
        """`text` in the codes of the subsets of `face`, in order."""
        known = self._known.get((face, text))
        if known is None:
            if face not in self._encoders:
                self._encoders[face] = _Encoder(registered(face), self._document)
            known = self._known[face, text] = self._encoders[face].pieces(text)
        return known

    def unseen(self, text: str) -> tuple[Piece, ...]:
        """`text` in the font that draws nothing; each character is one em wide."""
        if None not in self._encoders:
            if UNSEEN not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(_UnseenFont())
            self._encoders[None] = _Encoder(pdfmetrics.getFont(UNSEEN), self._document)
        return self._encoders[None].pieces(text)


def registered(face: Face) -> Any:
    """The font of `face`, registered at first use; FileNotFoundError in a broken installation."""
    name = _NAMES[face]
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_SubsetFont(name, face))
    return pdfmetrics.getFont(name)


def _character_map(content: str) -> str:
    """A character map in pieces, letters beyond the first plane as pairs, nothing for no letter."""
    pairs = [(code, int(letter, 16)) for code, letter in _MAPPED.findall(content)]
    lines = [f"<{code}> <{_utf_16(letter)}>" for code, letter in pairs if letter]
    pieces = [lines[start : start + _MOST_MAPPED] for start in range(0, len(lines), _MOST_MAPPED)]
    mapped = ("\n".join((f"{len(piece)} beginbfchar", *piece, "endbfchar")) for piece in pieces)
    return _MAPS.sub("\n".join(mapped), content)


def _utf_16(letter: int) -> str:
    return chr(letter).encode("utf-16-be", "surrogatepass").hex().upper()
