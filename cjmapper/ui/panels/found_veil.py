"""What a search shows over the map: what was found stands out with a ring, the rest steps back.

Paints only; what was found is told to it.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cjmapper.geometry import Rect
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.guard import guard

DIMMED = 0.65
"""How much of the ground lies over what was not found, so that 35 % of it is left."""

_ROUND = 8
_GROWN = 3.0
_WORDS = 22.0
_LABEL = 60.0, 14.0


class FoundVeil(QWidget):
    """Lies over the map while there is a search; clicks go through it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._names: tuple[str, ...] = ()
        self._current: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.zoomChanged.connect(self.update)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self.update)
        canvas.viewport().installEventFilter(self)

    def show_found(self, names: tuple[str, ...], current: str | None) -> None:
        """Shows these as found, one of them as the one that is looked at."""
        self._names, self._current = names, current
        self.setGeometry(self._canvas.viewport().rect())
        self.setVisible(bool(names))
        self.lower()
        self.update()

    @property
    def found(self) -> tuple[str, ...]:
        """What stands out now; nothing where nothing steps back."""
        return self._names if self.isVisible() else ()

    def place(self, name: str) -> QRectF:
        """Where a thing that was found is seen, with its words; empty where it is not in view."""
        layout, view = self._canvas.map_layout, self._canvas.view
        rect = outlines.place_of(layout, name)
        if rect is None:
            return QRectF()
        clip = _box(view.clip(view.strip_of(rect)))
        part = queries.part(layout.map, name)
        seen = _box(view.rect(rect))
        if isinstance(part, d.Link | d.Transition):
            seen = self._label(name)
        elif isinstance(part, d.Emotion):
            seen = seen.adjusted(-_WORDS, -_WORDS, _WORDS, _WORDS)
        return seen.adjusted(-_GROWN, -_GROWN, _GROWN, _GROWN).intersected(clip)

    def _label(self, name: str) -> QRectF:
        """Around the middle of a connector, where its words stand."""
        points = outlines.route_points(self._canvas.map_layout, name)
        ends = (points[(len(points) - 1) // 2], points[len(points) // 2])
        first, last = (self._canvas.view.point(end) for end in ends)
        across, down = _LABEL
        left, top = (first.x + last.x) / 2 - across, (first.y + last.y) / 2 - down
        return QRectF(left, top, 2 * across, 2 * down)

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """As large as the map is."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.viewport().rect())
        return False

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The veil with windows in it, and a ring around each."""
        theme = self._canvas.layers.theme
        places = [(name, self.place(name)) for name in self._names]
        seen = [(name, place) for name, place in places if not place.isEmpty()]
        veil, windows = QPainterPath(), QPainterPath()
        veil.addRect(QRectF(self.rect()))
        for _, place in seen:
            windows.addRoundedRect(place, _ROUND, _ROUND)
        ground = QColor(theme.canvas)
        ground.setAlphaF(DIMMED)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(veil.subtracted(windows.simplified()), ground)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for name, place in seen:
                is_current = name == self._current
                painter.setPen(QPen(QColor(theme.accent), 4.0 if is_current else 1.5))
                painter.drawRoundedRect(place, _ROUND, _ROUND)


def _box(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
