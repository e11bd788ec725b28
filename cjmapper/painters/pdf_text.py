"""Lines of text as PDF operators, placed by our own advances, readable when copied.

What is drawn and what is read may differ: a hyphen is read as a soft one (``/ActualText``), what
is drawn as an outline or an empty box has its text written over it, unseen. Coordinates are
millimetres with y downwards.
"""

import re
from collections.abc import Iterable
from unicodedata import bidirectional

from cjmapper.drawing.primitives import TextLine
from cjmapper.painters.paragraphs import Passage, separator
from cjmapper.painters.pdf_fonts import PdfFonts, Piece
from cjmapper.painters.pdf_operators import number
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import UNITS_PER_EM
from cjmapper.text.wrap import Run

SOFT_HYPHEN = "\u00ad"
_RIGHTWARDS = "\u200e"
"""Read between a leftward word and signs after it that are none of it: else readers, who order what
they see by themselves, take the signs for part of the word and turn them round."""
_LEFTWARDS = frozenset({"R", "AL"})
_NUMERALS = frozenset({"EN", "AN"})
_DECIDED = frozenset({"L", "BN", *_LEFTWARDS, *_NUMERALS})
_NUMBERS = re.compile(r"\d+|\D")

Chosen = tuple[str, float] | None
"""The font and size that are set."""


class PdfText:
    """Writes paragraphs as text objects."""

    def __init__(self, fonts: PdfFonts) -> None:
        self._fonts = fonts
        self.chosen: Chosen = None
        """Whoever restores the state of the page puts back what was chosen then."""
        self._place: tuple[float, float] | None = None
        self._blank: tuple[Piece, ...] = ()

    def write(self, paragraph: Passage, out: list[str]) -> None:
        """Adds the operators that draw the glyphs of `paragraph`; its colour is set before.

        Outlines and empty boxes are left out (`outlines` of the page draws them), their text is
        there, unseen.
        """
        out.append("BT")
        self._place = None
        last = len(paragraph) - 1
        for index, item in enumerate(paragraph):
            self._line(item, out)
            if index < last and separator(item, paragraph[index + 1]):
                self._blank = self._blank or self._fonts.pieces(Face.SANS, " ")
                self._shown(self._blank, item.size, out)
        out.append("ET")

    def _line(self, item: TextLine, out: list[str]) -> None:
        x = 0
        scale = item.size / UNITS_PER_EM
        beside = False
        for run in item.line.runs:
            out.append(self._moved(round(item.x + x * scale, 3), round(item.baseline, 3)))
            hyphen = item.line.hyphen and run.source == "" and run.text
            copied = SOFT_HYPHEN if hyphen else run.copied
            if beside and not run.leftward and _begins_with_sign(copied):
                copied = f"{_RIGHTWARDS}{copied}"
            beside = run.leftward if copied else beside
            if run.outline is not None or run.missing:
                self._unseen(run, item.size, out)
            elif copied != run.text and not run.leftward:
                out.append(_span(copied))
                self._shown(self._fonts.pieces(run.face, run.text), item.size, out)
                out.append("EMC")
            else:
                self._shown(self._fonts.pieces(run.face, run.text), item.size, out)
            x += run.advance

    def _moved(self, x: float, y: float) -> str:
        """Goes to a place: outright at first, then from where the last text began."""
        before, self._place = self._place, (x, y)
        if before is None:
            return f"1 0 0 -1 {x:.3f} {y:.3f} Tm"
        return f"{x - before[0]:.3f} {before[1] - y:.3f} Td"

    def _unseen(self, run: Run, size: float, out: list[str]) -> None:
        """The text of a run that is drawn otherwise, invisible and as wide as it."""
        text = run.copied
        if not text:
            return
        stretch = 100 * run.advance / (UNITS_PER_EM * len(text))
        out.append(f"3 Tr {number(stretch)} Tz")
        self._shown(self._fonts.unseen(_from_left(text)), size, out)
        out.append("0 Tr 100 Tz")

    def _shown(self, pieces: Iterable[Piece], size: float, out: list[str]) -> None:
        for name, codes in pieces:
            if self.chosen != (name, size):
                self.chosen = (name, size)
                out.append(f"{name} {number(size)} Tf")
            out.append(codes)


def leftwards(paragraph: Passage) -> str:
    """The words of a paragraph in the order they are read, if some of them run leftwards."""
    if not any(_leftwards(run.copied) for item in paragraph for run in item.line.runs):
        return ""
    last = len(paragraph) - 1
    return "".join(
        item.line.text + (separator(item, paragraph[index + 1]) if index < last else "")
        for index, item in enumerate(paragraph)
    )


def _leftwards(text: str) -> bool:
    return not text.isascii() and any(bidirectional(letter) in _LEFTWARDS for letter in text)


def _begins_with_sign(text: str) -> bool:
    """Whether what comes first, blanks aside, is a bracket or the like and no letter or number."""
    first = text.lstrip()[:1]
    return first != "" and bidirectional(first) not in _DECIDED


def _from_left(text: str) -> str:
    """Text as it is seen from left to right, which is how readers expect it, who turn it back."""
    if not _leftwards(text):
        return text
    return "".join(
        part[::-1] if bidirectional(part[0]) in _NUMERALS else part
        for part in _NUMBERS.findall(text[::-1])
    )


def _span(text: str) -> str:
    """Begins what is read as `text` by whoever copies or speaks it."""
    encoded = text.encode("utf-16-be", "replace").hex().upper()
    return f"/Span <</ActualText <FEFF{encoded}>>> BDC"
