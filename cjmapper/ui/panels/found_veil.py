"""What a search shows over the map: what was found stands out with a ring, the rest steps back.

Paints only; what was found is told to it.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPixmap
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
_MOST_ROUND = 200
"""Of more than these none has round corners; they are small then."""

_WORDS = 22.0
_LABEL = 60.0, 14.0


class FoundVeil(QWidget):
    """Lies over the map while there is a search; clicks go through it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._names: tuple[str, ...] = ()
        self._current: str | None = None
        self._placed: tuple[object, tuple[str, ...], list[tuple[str, Rect]]] = (None, (), [])
        self._drawn = QPixmap()
        self._drawn_of: object = None
        self._drawn_as: object = None
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
        rect = outlines.place_of(self._canvas.map_layout, name)
        return QRectF() if rect is None else self._in_view(name, rect)

    def _in_view(self, name: str, rect: Rect) -> QRectF:
        view = self._canvas.view
        clip = _box(view.clip(view.strip_of(rect)))
        seen = _box(view.rect(rect)).adjusted(-_GROWN, -_GROWN, _GROWN, _GROWN)
        if not seen.adjusted(-_WORDS, -_WORDS, _WORDS, _WORDS).intersects(clip):
            return QRectF()
        match queries.part(self._canvas.map_layout.map, name):
            case d.Link() | d.Transition():
                seen = self._label(name)
            case d.Emotion():
                seen = seen.adjusted(-_WORDS, -_WORDS, _WORDS, _WORDS)
            case _:
                pass
        return seen.intersected(clip)

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
        canvas = self._canvas
        now = (canvas.view, canvas.layers.theme, self._names, self._current, self.size())
        if self._drawn_of is not canvas.map_layout or self._drawn_as != now:
            self._drawn_of, self._drawn_as, self._drawn = canvas.map_layout, now, self._veil()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._drawn)

    def _veil(self) -> QPixmap:
        """Painted by itself first: a window is cut into it much quicker than out of its outline."""
        theme = self._canvas.layers.theme
        ratio = self.devicePixelRatioF()
        veil = QPixmap(self.size() * ratio)
        veil.setDevicePixelRatio(ratio)
        ground = QColor(theme.canvas)
        ground.setAlphaF(DIMMED)
        veil.fill(ground)
        seen = self._seen()
        with QPainter(veil) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            draw = _rounded if len(seen) <= _MOST_ROUND else _plain
            for _, place in seen:
                draw(painter, place, QPen(Qt.PenStyle.NoPen), QBrush(Qt.GlobalColor.black))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            for name, place in seen:
                width = 4.0 if name == self._current else 1.0
                pen = QPen(QColor(theme.accent), width)
                draw(painter, place, pen, QBrush(Qt.BrushStyle.NoBrush))
        return veil

    def _seen(self) -> list[tuple[str, QRectF]]:
        """What was found and is in view, and where."""
        places = ((name, self._in_view(name, rect)) for name, rect in self._rects())
        return [(name, place) for name, place in places if not place.isEmpty()]

    def _rects(self) -> list[tuple[str, Rect]]:
        """Where on the map each of them stands; looked up once a layout."""
        layout = self._canvas.map_layout
        if self._placed[0] is not layout or self._placed[1] != self._names:
            found = ((name, outlines.place_of(layout, name)) for name in self._names)
            rects = [(name, rect) for name, rect in found if rect is not None]
            self._placed = (layout, self._names, rects)
        return self._placed[2]


def _rounded(painter: QPainter, place: QRectF, pen: QPen, brush: QBrush) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawRoundedRect(place, _ROUND, _ROUND)


def _plain(painter: QPainter, place: QRectF, pen: QPen, brush: QBrush) -> None:
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawRect(place.toRect())


def _box(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
