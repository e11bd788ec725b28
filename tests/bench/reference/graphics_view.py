"""The same map in a plain QGraphicsView, with less detail far out: the other side of P1 to P3.

As quick as its documentation tells to make it: everything that Qt can be given ready is made once
(pens, brushes, paths, glyph runs), items are found through the view's own index and culled by it,
cards are children of their lane, so that a lane which moves is one item that moves; small pictures
leave out what can't be told apart. Places come from our layout, for nothing.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from cjmapper.drawing.cards import card_colours
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.connectors import link_group
from cjmapper.drawing.lanes import column_lines, lane_grounds
from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle, TextLine
from cjmapper.drawing.theme import Theme, blend
from cjmapper.geometry import MM_PER_PX, Point, Rect
from cjmapper.layout.result import CardLayout, CellKey, LaneBand, LinkRoute, MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.painters.qt import LEAST_PATH_PX, LEAST_TEXT_PX, QtCache
from cjmapper.painters.qt_fonts import EM_PX
from cjmapper.ui.canvas.sketch import BAR_HEIGHT, BAR_INK, SKETCH_BELOW
from cjmapper.ui.canvas.view import MARGIN

_SKETCH_LOD = SKETCH_BELOW / MM_PER_PX
_LEAST_LINE_PX = 1.6
_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)
_ORIGIN = QPointF(0.0, 0.0)
_GROUND, _LINES, _LINKS, _CARDS, _TITLES, _HEADER, _ON_TOP = range(7)
"""What lies over what."""

Box = tuple[QRectF, float, QPen, QBrush]
Shape = tuple[QPainterPath, float, QPen, QBrush]
Text = tuple[float, float, float, tuple[QGlyphRun, ...], QPen, QRectF, QColor]


class Part(QGraphicsItem):
    """Something that was drawn as primitives: boxes, paths and lines of text, made ready."""

    def __init__(self, items: Iterable[Primitive], cache: QtCache, room: QRectF) -> None:
        super().__init__()
        self.boxes: list[Box] = []
        self.shapes: list[Shape] = []
        self.texts: list[Text] = []
        self._cache = cache
        self._room = room
        for item in items:
            self._add(item)

    def _add(self, item: Primitive) -> None:
        match item:
            case Group():
                for inner in item.items:
                    self._add(inner)
            case Rectangle():
                rect = QRectF(item.rect.x, item.rect.y, item.rect.width, item.rect.height)
                radius = min(item.radius, item.rect.width / 2, item.rect.height / 2)
                self.boxes.append((rect, radius, *self._look(item)))
            case Path():
                shape = self._cache.shape(item)
                self.shapes.append((shape.path, shape.size, shape.pen, shape.brush))
            case TextLine():
                self.texts.append(self._text(item))
            case _:
                raise AssertionError("A made-up map has no pictures and no links.")

    def _look(self, item: Rectangle) -> tuple[QPen, QBrush]:
        pen = _NO_PEN if item.stroke is None else self._cache.pen(item.stroke)
        return pen, _NO_BRUSH if item.fill is None else self._cache.brush(item.fill)

    def _text(self, item: TextLine) -> Text:
        size = item.size
        bar = QRectF(item.x, item.baseline - 0.5 * size, item.line.width(size), 0.45 * size)
        runs = self._cache.fonts.placed(item.line).glyphs
        colour = QColor(item.colour)
        faint = QColor(item.colour)
        faint.setAlpha(90)
        return item.x, item.baseline, size, runs, QPen(colour), bar, faint

    def shift(self, top: float) -> None:
        """All of it `top` higher up, for it stands on something that stands that low."""
        if not top:
            return
        self.boxes = [
            (rect.translated(0.0, -top), radius, pen, brush)
            for rect, radius, pen, brush in self.boxes
        ]
        self.shapes = [
            (path.translated(0.0, -top), size, pen, brush) for path, size, pen, brush in self.shapes
        ]
        self.texts = [
            (x, baseline - top, size, runs, pen, bar.translated(0.0, -top), faint)
            for x, baseline, size, runs, pen, bar, faint in self.texts
        ]

    def resize(self, width: float, height: float) -> None:
        """Another size, and the first box as large."""
        self.prepareGeometryChange()
        self._room = QRectF(0.0, 0.0, width, height)
        self.boxes[0] = (self._room, *self.boxes[0][1:])

    def boundingRect(self) -> QRectF:  # noqa: N802
        """The room it takes."""
        return self._room

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """In full, with bars for text that is too small."""
        self.paint_whole(painter, painter.worldTransform().m11())

    def paint_whole(self, painter: QPainter, lod: float) -> None:
        """All of it at `lod` pixels for a millimetre."""
        for rect, radius, pen, brush in self.boxes:
            painter.setPen(pen)
            painter.setBrush(brush)
            if radius:
                painter.drawRoundedRect(rect, radius, radius)
            else:
                painter.drawRect(rect)
        for path, room, pen, brush in self.shapes:
            if room * lod < LEAST_PATH_PX:
                continue
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
        base = painter.worldTransform()
        for x, baseline, size, runs, pen, bar, faint in self.texts:
            if size * lod < LEAST_TEXT_PX:
                painter.fillRect(bar, faint)
                continue
            painter.setPen(pen)
            painter.translate(x, baseline)
            painter.scale(size / EM_PX, size / EM_PX)
            for run in runs:
                painter.drawGlyphRun(_ORIGIN, run)
            painter.setWorldTransform(base)


class CardItem(Part):
    """A card; far out a box with bars for lines."""

    def __init__(
        self, placed: CardLayout, layout: MapLayout, composer: Composer, cache: QtCache
    ) -> None:
        room = QRectF(0.0, 0.0, placed.width, placed.height)
        grown = room.adjusted(-0.2, -0.2, 0.2, 0.2)
        super().__init__((composer.card(placed, layout, 0.0, 0.0),), cache, grown)
        self.placed = placed
        colours, theme = card_colours(placed.card, composer.theme), composer.theme
        self._box = room
        self._edge = QPen(QColor(colours.edge), 1.0)
        self._edge.setCosmetic(True)
        self._ground = cache.brush(colours.ground)
        self._stripe = QColor(colours.stripe)
        self._ink = cache.brush(blend(colours.ground, theme.text, BAR_INK))
        self._bars = _bars(placed)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """As it is, or from far away."""
        lod = painter.worldTransform().m11()
        if lod >= _SKETCH_LOD:
            self.paint_whole(painter, lod)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._edge)
        painter.setBrush(self._ground)
        painter.drawRect(self._box)
        stripe = max(DISTANCES.stripe, 2.0 / lod)
        painter.fillRect(QRectF(0.0, 0.0, stripe, self._box.height()), self._stripe)
        if DISTANCES.card_gap * lod >= _LEAST_LINE_PX:
            painter.setPen(_NO_PEN)
            painter.setBrush(self._ink)
            painter.drawRects(self._bars)


def _bars(placed: CardLayout) -> list[QRectF]:
    block = placed.text
    size, line = block.style.size, block.style.line_height
    top = block.y + 0.3 * line
    return [
        QRectF(block.x, top + index * line, one.width(size), BAR_HEIGHT * size)
        for index, one in enumerate(block.lines)
    ]


class GraphicsMap(QGraphicsView):
    """A map as a scene in millimetres; shows another layout, and drags a card."""

    def __init__(self, layout: MapLayout, theme: Theme, cache: QtCache) -> None:
        super().__init__()
        self._composer, self._cache = Composer(theme), cache
        self._cards: dict[str, CardItem] = {}
        self._links: dict[str, Part] = {}
        self._routes: dict[str, LinkRoute] = {}
        self._grounds: dict[str, Part] = {}
        self._holders: dict[str, Part] = {}
        self._layout = layout
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(QColor(theme.canvas))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self._carried: CardItem | None = None
        self.setScene(QGraphicsScene(self))
        self._fill(layout)

    def look_at(self, zoom: float) -> None:
        """The map from its start, at a zoom, as far from the edges as ours."""
        scale = zoom / MM_PER_PX
        self.resetTransform()
        self.scale(scale, scale)
        size, margin = self._layout.size, MARGIN / scale
        self.setSceneRect(-margin, -margin, size.width + 2 * margin, size.height + 2 * margin)
        QCoreApplication.processEvents()  # the bars learn only now how far they go
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def show_layout(self, layout: MapLayout) -> None:
        """Moves what stands elsewhere in another layout, and makes anew what differs."""
        if layout is self._layout:
            return
        for band, former in zip(layout.lanes, self._layout.lanes, strict=True):
            if (band.y, band.height) != (former.y, former.height):
                self._grounds[band.lane.id].setPos(0.0, band.y)
                self._holders[band.lane.id].setPos(0.0, band.y)
                self._grounds[band.lane.id].resize(layout.size.width, band.height)
        for key in layout.grid_cells.touched or ():
            self._place_cell(layout, key)
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        window = Rect(seen.x(), seen.y(), seen.width(), seen.height())
        self._reroute(layout.routes.near(layout, window))
        self._layout = layout

    def carry(self, card: str, corner: Point) -> None:
        """A card follows the pointer, over everything."""
        item = self._cards[card]
        if item is not self._carried:
            self._carried = item
            item.setParentItem(None)  # type: ignore[arg-type]
            item.setZValue(_ON_TOP)
            item.setOpacity(0.9)
        item.setPos(corner.x, corner.y)

    # Making it

    def _fill(self, layout: MapLayout) -> None:
        for band in layout.lanes:
            self._ground(layout, band)
            self._holders[band.lane.id] = self._added(Part((), self._cache, QRectF()), _CARDS)
            self._holders[band.lane.id].setPos(0.0, band.y)
        for key in layout.cells:
            self._place_cell(layout, key)
        whole = Rect(0.0, 0.0, layout.size.width, layout.size.height)
        for line in column_lines(layout, self._composer.theme, whole):
            self._added(self._part(line), _LINES)
        for strip, z in (
            (self._composer.lane_titles(layout), _TITLES),
            (self._composer.header(layout), _HEADER),
        ):
            for item in strip.items:
                self._added(self._part(item), z)
        self._reroute(layout.links)

    def _ground(self, layout: MapLayout, band: LaneBand) -> None:
        """The ground of a lane; each line, curve segment and face of it is an item on it."""
        window = Rect(0.0, band.y + 1.0, layout.size.width, band.height - 2.0)
        items = self._composer.body(layout, window, cards=False).items
        own = lane_grounds(layout, self._composer.theme, (band,))
        ground = self._grounds[band.lane.id] = self._added(self._part(*own, top=band.y), _GROUND)
        ground.setPos(0.0, band.y)
        for item in items:
            for piece in _pieces(item):
                if piece not in own and not _is_column_line(piece):
                    part = self._part(piece, top=band.y)
                    part.setParentItem(ground)

    def _part(self, *items: Primitive, top: float = 0.0) -> Part:
        """An item of these, in the coordinates of something that stands at `top`."""
        room = self._cache.extents.together(items)
        wide, high = max(room.width, 0.1), max(room.height, 0.1)
        part = Part(items, self._cache, QRectF(room.x, room.y - top, wide, high))
        part.shift(top)
        return part

    def _added(self, part: Part, z: float) -> Part:
        part.setZValue(z)
        self.scene().addItem(part)
        return part

    def _place_cell(self, layout: MapLayout, key: CellKey) -> None:
        holder = self._holders[key[0]]
        for placed, rect in layout.cards_in(key):
            name = placed.card.id
            item = self._cards.get(name)
            if item is None:
                item = CardItem(placed, layout, self._composer, self._cache)
                self._cards[name] = item
            if item is self._carried:
                continue
            if item.parentItem() is not holder:
                item.setParentItem(holder)
            item.setPos(rect.x, rect.y - holder.pos().y())

    def _reroute(self, routes: Iterable[LinkRoute]) -> None:
        """Connectors whose corners differ are drawn anew."""
        for route in routes:
            name = route.link.id
            if self._routes.get(name) == route:
                continue
            self._routes[name] = route
            if name in self._links:
                self.scene().removeItem(self._links[name])
            part = self._part(link_group(route, self._composer.theme))
            self._links[name] = self._added(part, _LINKS)


def _pieces(item: Primitive) -> Iterable[Primitive]:
    """A curve by its segments, so that each can be culled; anything else as it is."""
    if isinstance(item, Group) and item.role == "curve":
        return item.items
    return () if isinstance(item, Group) and item.role == "link" else (item,)


def _is_column_line(item: Primitive) -> bool:
    match item:
        case Path(commands=(("M", x, _), ("L", other, _))):
            return bool(x == other)
        case _:
            return False
