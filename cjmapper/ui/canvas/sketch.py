"""The cells from far away: cards as boxes with bars for lines, many of one colour at a time.

What can't be told apart at this size is left out. Places come from the layout alone.
"""

from collections import defaultdict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cjmapper.drawing.cards import card_colours
from cjmapper.drawing.compose import Composer, seen_columns, seen_lanes
from cjmapper.drawing.theme import KindColours, Theme, blend
from cjmapper.geometry import Rect
from cjmapper.layout.result import CardLayout, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.painters.qt import QtCache, QtPainter

SKETCH_BELOW = 0.3
_BAR = 0.42
"""The height of a bar, in ems."""
BAR_INK = 0.42
_LEAST_LINE_PX = 1.6
_LEAST_STRIPE_PX = 2.0


class _Boxes:
    """The boxes of one colour of cards."""

    def __init__(self) -> None:
        self.grounds: list[QRectF] = []
        self.stripes: list[QRectF] = []
        self.bars: list[QRectF] = []


def sketch(
    painter: QPainter,
    layout: MapLayout,
    scale: float,
    window: Rect,
    means: tuple[Composer, QtCache],
) -> None:
    """Paints what of the cells is seen in `window`, at `scale` pixels for a millimetre."""
    composer, cache = means
    body = composer.body(layout, window, cards=False)
    QtPainter(painter, scale, cache, bars=True).paint_items(body.items)
    painter.save()
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for colours, boxes in _boxes(layout, window, composer.theme, scale).items():
        _play(painter, colours, boxes, composer.theme)
    painter.restore()


def _play(painter: QPainter, colours: KindColours, boxes: _Boxes, theme: Theme) -> None:
    edge = QPen(QColor(colours.edge), 1.0)
    edge.setCosmetic(True)
    painter.setPen(edge)
    painter.setBrush(QBrush(QColor(colours.ground)))
    painter.drawRects(boxes.grounds)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colours.stripe)))
    painter.drawRects(boxes.stripes)
    painter.setBrush(QBrush(QColor(blend(colours.ground, theme.text, BAR_INK))))
    painter.drawRects(boxes.bars)


def _boxes(
    layout: MapLayout, window: Rect, theme: Theme, scale: float
) -> dict[KindColours, _Boxes]:
    found: dict[KindColours, _Boxes] = defaultdict(_Boxes)
    with_bars = DISTANCES.card_gap * scale >= _LEAST_LINE_PX
    stripe = max(DISTANCES.stripe, _LEAST_STRIPE_PX / scale)
    columns = layout.columns[slice(*seen_columns(layout, window))]
    for band in seen_lanes(layout, window):
        lane = band.lane.id
        for column in layout.columns if lane in layout.grid_cells.spanning else columns:
            for placed, rect in layout.cards_in((lane, column.step.id)):
                boxes = found[card_colours(placed.card, theme)]
                boxes.grounds.append(QRectF(rect.x, rect.y, rect.width, rect.height))
                boxes.stripes.append(QRectF(rect.x, rect.y, stripe, rect.height))
                if with_bars:
                    boxes.bars += _bars(placed, rect)
    return found


def _bars(placed: CardLayout, rect: Rect) -> list[QRectF]:
    block = placed.text
    size, line = block.style.size, block.style.line_height
    left, top = rect.x + block.x, rect.y + block.y + 0.3 * line
    return [
        QRectF(left, top + index * line, one.width(size), _BAR * size)
        for index, one in enumerate(block.lines)
    ]
