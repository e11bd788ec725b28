"""What lies over a page in the preview: the joints of its sheets, its trim, numbered spots.

The page itself is painted by others; nothing of this is printed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from cjmapper.export.findings import Severity
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.tokens import ON_PAPER
from cjmapper.ui.panels.poster.planned import Leaf, Spot
from cjmapper.ui.panels.poster.view_frame import Frame

_SPOT = 20
_MOST_SPOTS = 60
"""Of one finding; more would cover the page."""
SPOTS = {
    Severity.PROBLEM: ON_PAPER.grave,
    Severity.WARNING: ON_PAPER.grave,
    Severity.NOTICE: ON_PAPER.slight,
}
"""The grounds of the numbers, by how much a finding matters."""
_SEEN_THROUGH = 215


class Marks:
    """Paints what lies over a page, and tells which spot is at a place.

    `lit` is the number of the finding that is pointed at; `sentences` what each says.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._spots: tuple[Spot, ...] = ()
        self.lit: int | None = None
        self.sentences: dict[int, str] = {}

    def show(self, spots: Sequence[Spot]) -> None:
        """The spots of the leaf that is shown."""
        self._spots = tuple(spots)

    def at(self, point: QPointF, frame: Frame) -> int | None:
        """The number of the finding whose spot is there; the topmost."""
        for spot, place in reversed(self._places(frame)):
            if place.contains(point):
                return spot.finding
        return None

    def paint(self, painter: QPainter, leaf: Leaf, frame: Frame) -> None:
        """Joints, trim and spots."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trim(painter, leaf, frame)
        self._paint_joints(painter, leaf, frame)
        for spot in self._spots:
            if spot.finding == self.lit:
                self._paint_places(painter, spot, frame)
        for spot, place in self._places(frame):
            self._paint_spot(painter, spot, place)

    def _places(self, frame: Frame) -> list[tuple[Spot, QRectF]]:
        side = float(self._look.px(_SPOT))
        found = []
        for spot in self._spots:
            for rect in spot.rects[:_MOST_SPOTS]:
                about = frame.px(rect)
                left = max(frame.paper.x(), about.x() - side - 2)
                top = about.y() + min(0.0, (about.height() - side) / 2)
                place = QRectF(left, top, side, side)
                found.append((spot, place))
        return found

    def _paint_trim(self, painter: QPainter, leaf: Leaf, frame: Frame) -> None:
        trim = leaf.page.trim
        if trim is None or leaf.page.bleed is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ON_PAPER.joint), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.px(trim))

    def _paint_joints(self, painter: QPainter, leaf: Leaf, frame: Frame) -> None:
        if not leaf.joined:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ON_PAPER.joint), 1.5, Qt.PenStyle.DashLine))
        for sheet in leaf.joined:
            place = frame.px(sheet.rect)
            if sheet.rect.x > 0:
                painter.drawLine(place.topLeft(), place.bottomLeft())
            if sheet.rect.y > 0:
                painter.drawLine(place.topLeft(), place.topRight())
        font = self._look.font(11, semibold=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        high = self._look.px(18)
        ground = QColor(ON_PAPER.joint)
        ground.setAlpha(_SEEN_THROUGH)
        for sheet in leaf.joined:
            wide = metrics.horizontalAdvance(sheet.label) + self._look.px(12)
            place = frame.px(sheet.rect)
            if place.width() < wide + 4 or place.height() < high + 4:
                continue
            pill = QRectF(place.x() + 4, place.y() + 4, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(pill, high / 2, high / 2)
            painter.setPen(QColor(ON_PAPER.ink))
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), sheet.label)

    def _paint_places(self, painter: QPainter, spot: Spot, frame: Frame) -> None:
        """Rings round what a finding is about."""
        tint = QColor(SPOTS[spot.severity])
        painter.setPen(QPen(tint, 2))
        tint.setAlpha(40)
        painter.setBrush(tint)
        for rect in spot.rects:
            painter.drawRoundedRect(frame.px(rect).adjusted(-3, -3, 3, 3), 4, 4)

    def _paint_spot(self, painter: QPainter, spot: Spot, place: QRectF) -> None:
        lit = spot.finding == self.lit
        if lit:
            place = place.adjusted(-2, -2, 2, 2)
        painter.setPen(QPen(QColor(ON_PAPER.ink), 1.5))
        painter.setBrush(QColor(SPOTS[spot.severity]))
        painter.drawEllipse(place)
        painter.setFont(self._look.font(11, semibold=True))
        painter.setPen(QColor(ON_PAPER.ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(spot.finding + 1))
