"""What it takes to lay out and draw maps in the window: type and words by language, and pictures.

One measure of text and one source of outlines for all; no map is kept here.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.theme import CONTRAST, DARK, LIGHT, Theme
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting
from cjmapper.model.document import Document
from cjmapper.model.ids import MapId
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.fallback import OutlineSource
from cjmapper.text.metrics import Metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.look import appearance
from cjmapper.words.catalog import Words

_THEMES = {
    appearance.Theme.LIGHT: LIGHT,
    appearance.Theme.DARK: DARK,
    appearance.Theme.CONTRAST: CONTRAST,
}
_MOST_CROPPED = 2.4
"""How much wider than its picture a map may be drawn, so that it fills the height."""


def map_theme(look: appearance.Look) -> Theme:
    """The colours of a map on the screen as it is now."""
    return _THEMES[look.shown]


class MapPictures:
    """Lays maps out in their own language and paints small pictures of them."""

    def __init__(self, metrics: Metrics, outlines: OutlineSource | None) -> None:
        self._metrics = metrics
        self._outlines = outlines
        self._settings: dict[str, Setting] = {}
        self._cache: QtCache | None = None

    @property
    def metrics(self) -> Metrics:
        """The advance widths of the bundled faces."""
        return self._metrics

    @property
    def cache(self) -> QtCache:
        """Fonts and paths that painting on this screen has met so far."""
        if self._cache is None:
            self._cache = QtCache(QtFonts(self._metrics))
        return self._cache

    def setting(self, language: str) -> Setting:
        """Type and words for a map in a language."""
        known = self._settings.get(language)
        if known is None:
            typesetter = Typesetter(self._metrics, language, self._outlines)
            known = self._settings[language] = Setting(typesetter, Words(language))
        return known

    def typesetter(self, language: str) -> Typesetter:
        """Type for a map in a language."""
        return self.setting(language).typesetter

    def lay_out(
        self, document: Document, map_id: MapId, previous: MapLayout | None = None
    ) -> MapLayout:
        """Where everything on a map is; after an edit only what it touched is laid out again."""
        return lay_out_map(document, map_id, self.setting(document.language), previous)

    def picture(
        self, document: Document, size: QSize, ratio: float, theme: Theme, closer: float = 1.0
    ) -> QPixmap:
        """The first map of a document as a picture of `size` (sharp at a device ratio).

        `closer` shows its upper left part so many times as large.
        """
        layout = self.lay_out(document, document.maps[0].id)
        drawing = Composer(theme).map_drawing(layout)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.canvas)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            scale = size.width() / drawing.size.width
            covering = max(scale * closer, size.height() / drawing.size.height)
            most = max(closer, _MOST_CROPPED)
            QtPainter(painter, min(covering, scale * most), self.cache, bars=True).paint(drawing)
        return picture
