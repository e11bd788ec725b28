"""Where a page lies in the preview: how large, how far scrolled, and what that makes of places.

Numbers only; no widget.
"""

from PySide6.QtCore import QPointF, QRectF, QSize

from cjmapper.geometry import MM_PER_PX, Point, Rect, Size

DESK_PX = 28
"""What is left of the desk around a page that fits."""
TRUE_SIZE = 1 / MM_PER_PX
"""Pixels for one millimetre where the paper is shown as large as it is."""
_STEP = 1.25
_SMALLEST, _LARGEST = 0.02, 8 * TRUE_SIZE


class Frame:
    """A page in a room of pixels. `fitted` follows the room; else the scale stays as it is."""

    def __init__(self) -> None:
        self.page = Size(1.0, 1.0)
        self.room = QSize(1, 1)
        self.fitted = True
        self.desk = DESK_PX
        self._scale = 1.0
        self.scrolled = QPointF(0.0, 0.0)

    @property
    def fit_scale(self) -> float:
        """Pixels for one millimetre at which all of the page is seen."""
        wide = max(1, self.room.width() - 2 * self.desk)
        high = max(1, self.room.height() - 2 * self.desk)
        return max(_SMALLEST, min(wide / self.page.width, high / self.page.height, TRUE_SIZE * 2))

    @property
    def scale(self) -> float:
        """Pixels for one millimetre."""
        return self.fit_scale if self.fitted else self._scale

    @property
    def percent(self) -> int:
        """How large the paper is shown: 100 is its true size."""
        return round(100 * self.scale / TRUE_SIZE)

    @property
    def extent(self) -> QSize:
        """Pixels of the page and the desk around it."""
        return QSize(
            round(self.page.width * self.scale) + 2 * self.desk,
            round(self.page.height * self.scale) + 2 * self.desk,
        )

    @property
    def origin(self) -> QPointF:
        """Where the left top corner of the page is: in the middle where there is room."""
        extent, room = self.extent, self.room
        x = max(0.0, (room.width() - extent.width()) / 2) + self.desk - self.scrolled.x()
        y = max(0.0, (room.height() - extent.height()) / 2) + self.desk - self.scrolled.y()
        return QPointF(round(x), round(y))

    @property
    def paper(self) -> QRectF:
        """The page in pixels."""
        return self.px(Rect(0.0, 0.0, self.page.width, self.page.height))

    @property
    def seen(self) -> Rect | None:
        """What of the page is in the room, in millimetres; None where nothing is."""
        inside = self.paper.intersected(QRectF(0, 0, self.room.width(), self.room.height()))
        if inside.isEmpty():
            return None
        corner = self.mm(inside.topLeft())
        return Rect(corner.x, corner.y, inside.width() / self.scale, inside.height() / self.scale)

    def px(self, rect: Rect) -> QRectF:
        """A place of the page in pixels."""
        origin, scale = self.origin, self.scale
        return QRectF(
            origin.x() + rect.x * scale,
            origin.y() + rect.y * scale,
            rect.width * scale,
            rect.height * scale,
        )

    def mm(self, at: QPointF) -> Point:
        """A place in pixels on the page."""
        origin, scale = self.origin, self.scale
        return Point((at.x() - origin.x()) / scale, (at.y() - origin.y()) / scale)

    def zoomed(self, factor: float, about: QPointF) -> QPointF:
        """Takes another scale; what is at `about` stays. Gives how far to scroll for that."""
        return self.set_scale(self.scale * factor, about)

    def set_scale(self, scale: float, about: QPointF) -> QPointF:
        """Takes a scale; what is at `about` stays. Gives how far to scroll for that."""
        under = self.mm(about)
        self._scale = max(_SMALLEST, min(_LARGEST, scale))
        self.fitted = False
        return self.scroll_to(under, about)

    def scroll_to(self, place: Point, at: QPointF) -> QPointF:
        """How far to scroll so that a place of the page comes to stand at these pixels."""
        self.scrolled = QPointF(0.0, 0.0)
        origin = self.origin
        return QPointF(
            origin.x() + place.x * self.scale - at.x(), origin.y() + place.y * self.scale - at.y()
        )

    def step(self, inwards: bool) -> float:
        """The factor of one step of zoom."""
        return _STEP if inwards else 1 / _STEP
