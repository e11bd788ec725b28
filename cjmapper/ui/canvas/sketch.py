"""The cells from far away: cards as boxes with bars for lines, many of one colour at a time.

What can't be told apart at this size is left out. Places come from the layout alone.
"""

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TypeGuard

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cjmapper.drawing.cards import card_colours
from cjmapper.drawing.compose import Composer, seen_columns, seen_lanes
from cjmapper.drawing.kept import Kept
from cjmapper.drawing.primitives import Group, Path, Primitive
from cjmapper.drawing.theme import KindColours, Theme, blend
from cjmapper.geometry import Rect
from cjmapper.layout.result import CardLayout, CellLayout, LaneBand, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.painters.qt import QtCache, QtPainter

SKETCH_BELOW = 0.3
BAR_HEIGHT = 0.42
"""The height of a bar, in ems."""
BAR_INK = 0.42
_LEAST_LINE_PX = 1.6
_LEAST_STRIPE_PX = 2.0
_MOST_CELLS = 10_000


class _Boxes:
    """The boxes of one colour of cards, in millimetres below the top of their lane."""

    def __init__(self) -> None:
        self.grounds: list[QRectF] = []
        self.stripes: list[QRectF] = []
        self.bars: list[QRectF] = []


_ByColour = dict[KindColours, _Boxes]


class Sketch:
    """Paints cells from far away in one theme; keeps the boxes of each cell."""

    def __init__(self, composer: Composer, cache: QtCache) -> None:
        self._composer = composer
        self._cache = cache
        self._cells: Kept[_ByColour] = Kept(_MOST_CELLS)

    def paint(self, painter: QPainter, layout: MapLayout, scale: float, window: Rect) -> None:
        """What of the cells is seen in `window`, at `scale` pixels for a millimetre."""
        body = self._composer.body(layout, window, cards=False)
        player = QtPainter(painter, scale, self._cache, bars=True)
        for lines, some in groupby(body.items, _lines_of):
            items = list(some)
            if lines is not None:
                inner = [one for item in items if isinstance(item, Group) for one in item.items]
                items = [one for one in inner if not _is_line(one)]
                player.paint_lines(one for one in inner if _is_line(one))
            player.paint_items(items)
        painter.save()
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        top = 0.0
        for band in seen_lanes(layout, window):
            painter.translate(0.0, band.y - top)
            top = band.y
            for colours, boxes in self._lane(layout, band, window, scale).items():
                _play(painter, colours, boxes, self._composer.theme)
        painter.restore()

    def _lane(self, layout: MapLayout, band: LaneBand, window: Rect, scale: float) -> _ByColour:
        """The boxes of the cards in one lane, all of a colour together."""
        lane = band.lane.id
        columns = layout.columns
        if lane not in layout.grid_cells.spanning:
            columns = columns[slice(*seen_columns(layout, window))]
        with_bars = DISTANCES.card_gap * scale >= _LEAST_LINE_PX
        stripe = max(DISTANCES.stripe, _LEAST_STRIPE_PX / scale)
        found: _ByColour = defaultdict(_Boxes)
        for column in columns:
            cell = layout.cells.get((lane, column.step.id))
            if cell is None:
                continue
            beside = (column.x, stripe, with_bars)
            make = partial(_boxes, cell, beside, self._composer.theme)
            for colours, boxes in self._cells.of(cell, beside, make).items():
                together = found[colours]
                together.grounds += boxes.grounds
                together.stripes += boxes.stripes
                together.bars += boxes.bars
        return found


def _lines_of(item: Primitive) -> str | None:
    """What is painted together with its like: connectors, and the parts of one curve."""
    if not isinstance(item, Group) or item.role not in ("link", "curve"):
        return None
    return item.role if item.role == "link" else item.id


def _is_line(item: Primitive) -> TypeGuard[Path]:
    return isinstance(item, Path) and item.fill is None


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


def _boxes(cell: CellLayout, beside: tuple[float, float, bool], theme: Theme) -> _ByColour:
    """The boxes of a cell in a column at an x, with stripes that wide, with bars or without."""
    column_x, stripe, with_bars = beside
    left = column_x + DISTANCES.cell_side
    found: _ByColour = defaultdict(_Boxes)
    for placed, top in zip(cell.cards, cell.tops, strict=True):
        boxes = found[card_colours(placed.card, theme)]
        boxes.grounds.append(QRectF(left, top, placed.width, placed.height))
        boxes.stripes.append(QRectF(left, top, stripe, placed.height))
        if with_bars:
            boxes.bars += _bars(placed, left, top)
    return found


def _bars(placed: CardLayout, x: float, y: float) -> list[QRectF]:
    block = placed.text
    size, line = block.style.size, block.style.line_height
    left, top = x + block.x, y + block.y + 0.3 * line
    return [
        QRectF(left, top + index * line, one.width(size), BAR_HEIGHT * size)
        for index, one in enumerate(block.lines)
    ]
