"""Lines by QTextLayout, as its documentation shows it: the other side of P6.

So that it gives the same picture, a word wider than its column gets soft hyphens from pyphen, as
a program that rests on Qt would do it: each word is measured once and hyphenated once.
"""

from collections.abc import Sequence

import pyphen
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout

from cjmapper.geometry import px_from_mm
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.text.fonts import Face, font_file


class QtWrapping:
    """Wraps texts in the same face, at the same size and width."""

    def __init__(self, texts: Sequence[str], size: float, width: float) -> None:
        offscreen_application()
        added = QFontDatabase.addApplicationFont(str(font_file(Face.SANS)))
        self._family = QFontDatabase.applicationFontFamilies(added)[0]
        self._texts = texts
        self._size_px = round(px_from_mm(size))
        self._width_px = px_from_mm(width)
        self._hyphens = pyphen.Pyphen(lang="nb_NO", left=3, right=3)

    def run(self) -> None:
        """All lines of all texts; no word is remembered from an earlier run."""
        self._hyphens.hd.cache.clear()
        font = QFont(self._family)
        font.setPixelSize(self._size_px)
        metrics = QFontMetricsF(font)
        softened: dict[str, str] = {}
        for text in self._texts:
            words = text.split(" ")
            for word in words:
                if word not in softened:
                    softened[word] = self._softened(word, metrics)
            self._wrap(" ".join([softened[word] for word in words]), font)

    def _softened(self, word: str, metrics: QFontMetricsF) -> str:
        if metrics.horizontalAdvance(word) <= self._width_px:
            return word
        return str(self._hyphens.inserted(word, "\u00ad"))

    def _wrap(self, text: str, font: QFont) -> list[tuple[int, int]]:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        lines = []
        y = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self._width_px)
            line.setPosition(QPointF(0.0, y))
            y += line.height()
            lines.append((line.textStart(), line.textLength()))
            line = layout.createLine()
        layout.endLayout()
        return lines
