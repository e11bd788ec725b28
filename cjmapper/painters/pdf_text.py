"""Lines of text as PDF operators, placed by our own advances, readable when copied.

What is drawn and what is read may differ: a hyphen is read as a soft one (``/ActualText``), what
is drawn as an outline or an empty box has its text written over it, unseen. Coordinates are
millimetres with y downwards.
"""

from collections.abc import Iterator

from cjmapper.drawing.primitives import TextLine
from cjmapper.painters.paragraphs import Passage, separator
from cjmapper.painters.pdf_fonts import PdfFonts, Piece
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import UNITS_PER_EM
from cjmapper.text.wrap import Run

SOFT_HYPHEN = "\u00ad"


class PdfText:
    """Writes paragraphs as text objects."""

    def __init__(self, fonts: PdfFonts) -> None:
        self._fonts = fonts

    def operators(self, paragraph: Passage) -> Iterator[str]:
        """The operators that draw the glyphs of `paragraph`; its fill colour is set before.

        Outlines and empty boxes are left out (`outlines` of the page draws them), their text is
        there, unseen.
        """
        yield "BT"
        for index, item in enumerate(paragraph):
            yield from self._line(item)
            if index + 1 < len(paragraph) and separator(item, paragraph[index + 1]):
                yield from self._blank(item)
        yield "ET"

    def _line(self, item: TextLine) -> Iterator[str]:
        x = 0
        last = len(item.line.runs) - 1
        for index, run in enumerate(item.line.runs):
            place = f"1 0 0 -1 {number(item.x + x * item.size / UNITS_PER_EM)}"
            yield f"{place} {number(item.baseline)} Tm"
            copied = SOFT_HYPHEN if item.line.hyphen and index == last else run.copied
            if run.outline is not None or run.missing:
                yield from self._unseen(run, item.size)
            elif copied != run.text:
                yield from spanned(copied, self._glyphs(run.face, run.text, item.size))
            else:
                yield from self._glyphs(run.face, run.text, item.size)
            x += run.advance

    def _glyphs(self, face: Face, text: str, size: float) -> Iterator[str]:
        return _shown(self._fonts.pieces(face, text), size)

    def _blank(self, item: TextLine) -> Iterator[str]:
        return self._glyphs(Face.SANS, " ", item.size)

    def _unseen(self, run: Run, size: float) -> Iterator[str]:
        """The text of a run that is drawn otherwise, invisible and as wide as it."""
        text = run.copied
        if not text:
            return
        stretch = 100 * run.advance / (UNITS_PER_EM * len(text))
        yield f"3 Tr {number(stretch)} Tz"
        yield from _shown(self._fonts.unseen(text), size)
        yield "0 Tr 100 Tz"


def spanned(text: str, operators: Iterator[str]) -> Iterator[str]:
    """`operators`, read as `text` by whoever copies or speaks them."""
    encoded = text.encode("utf-16-be", "replace").hex().upper()
    yield f"/Span <</ActualText <FEFF{encoded}>>> BDC"
    yield from operators
    yield "EMC"


def _shown(pieces: tuple[Piece, ...], size: float) -> Iterator[str]:
    for name, codes in pieces:
        yield f"{name} {number(size)} Tf [{codes}] TJ"


def number(value: float) -> str:
    """A PDF number, to a ten-thousandth."""
    rounded = round(value, 4)
    text = f"{rounded:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
