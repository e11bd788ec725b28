"""Plays a drawing through a QPainter: on the screen, in a picture, in bands of a large picture.

Decides nothing: text comes finished, colours resolved. Uses no widgets, so it works in any thread.
"""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QTransform

from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import Rect
from cjmapper.painters.qt_cache import NO_BRUSH, NO_PEN, QtCache, Shape
from cjmapper.painters.qt_cards import Lettering, bar_of
from cjmapper.painters.qt_fonts import EM_PX, LARGEST_GLYPH_PX
from cjmapper.painters.qt_stamps import spot_of
from cjmapper.painters.shapes import fitted, lost_picture

__all__ = ["QtCache", "QtPainter"]

HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
"""For pictures alone: with it Qt takes eight times as long for a stamp, and stretches nothing."""

LEAST_TEXT_PX = 7.0
"""Text with a smaller em is painted as bars where less detail is asked for."""

LEAST_PATH_PX = 1.5
"""A path that is smaller both ways is left out there."""


MOST_ALWAYS_PLAYED = 200
"""Of a group with more items than that each is looked at: most of them may be out of sight."""


class _Frame(NamedTuple):
    """Pixels of a place: ``x + scale * its millimetres``."""

    x: float
    y: float
    scale: float

    def inside(self, group: Group) -> "_Frame":
        return _Frame(
            self.x + group.x * self.scale,
            self.y + group.y * self.scale,
            self.scale * group.scale,
        )


class QtPainter:
    """Plays primitives on a QPainter at `scale_px` pixels for one millimetre."""

    def __init__(
        self, painter: QPainter, scale_px: float, cache: QtCache, *, bars: bool = False
    ) -> None:
        """`painter` may be moved and scaled already.

        With `bars` it is for a screen: bars stand in for text too small to read, specks are left
        out, and what stands on many cards is stamped.
        While this paints, it owns the painter's transform, pen, brush and hints.
        """
        self._painter = painter
        self._cache = cache
        self._bars = bars
        base = painter.worldTransform()
        self._frame = _Frame(base.dx(), base.dy(), base.m11() * scale_px)
        self._ratio = painter.device().devicePixelRatio()
        self._set: _Frame | None = None
        self._pen: QPen | None = None
        self._brush: QBrush | None = None
        self._on_card = False
        self._flat = _Frame(0.0, 0.0, 1 / self._ratio)
        if bars:
            cache.stamps.begin()
        painter.setRenderHints(HINTS)
        painter.setRenderHint(_SMOOTH, on=False)

    def paint(self, drawing: Drawing) -> None:
        """Paints the background of `drawing` and everything on it, back to front."""
        paper = Rect(0.0, 0.0, drawing.size.width, drawing.size.height)
        self.paint_items((Rectangle(paper, fill=drawing.background), *drawing.items))

    def paint_items(self, items: Iterable[Primitive], visible: Rect | None = None) -> None:
        """Paints `items`, leaving out what does not reach into `visible` (in millimetres)."""
        self._set = self._pen = self._brush = None
        base = self._painter.worldTransform()
        self._items(items, self._frame, visible)
        self._painter.setWorldTransform(base)

    def paint_lines(self, paths: Iterable[Path]) -> None:
        """Paints paths that have no filling, all of one stroke at once: from afar that is quicker.

        Where they cross, it does not show which of them is on top.
        """
        self._set = self._pen = self._brush = None
        base = self._painter.worldTransform()
        strokes: dict[int, list[Shape]] = {}
        for path in paths:
            shape = self._cache.shape(path)
            if shape.size * self._frame.scale >= LEAST_PATH_PX:
                strokes.setdefault(id(shape.pen), []).append(shape)
        self._place(self._frame)
        self._fill(NO_BRUSH)
        for shapes in strokes.values():
            self._stroke(shapes[0].pen)
            self._painter.drawPath(self._cache.together(tuple(shapes)))
        self._painter.setWorldTransform(base)

    def _items(self, items: Iterable[Primitive], frame: _Frame, visible: Rect | None) -> None:
        extents = self._cache.extents
        for item in items:
            if visible is None or extents.of(item).meets(visible):
                self._one(item, frame, visible)

    def _one(self, item: Primitive, frame: _Frame, visible: Rect | None) -> None:
        match item:
            case Path():
                self._path(item, frame)
            case TextLine():
                self._text(item, frame)
            case Rectangle():
                self._rectangle(item, frame)
            case Group():
                self._group(item, frame.inside(item), _seen_inside(item, visible))
            case Image():
                self._image(item, frame)
            case Clip():
                self._clip(item, frame, visible)
            case Form():
                self._items(item.items, frame, visible)
            case Link():
                pass

    def _group(self, group: Group, frame: _Frame, visible: Rect | None) -> None:
        """All of a group; of one that reaches far out of what is painted, only what is seen."""
        is_long = len(group.items) > MOST_ALWAYS_PLAYED
        if is_long and visible is None:
            visible = self._surface(frame)
        if self._bars and group.role == "card" and not is_long:
            self._card(group.items, frame)
        else:
            self._items(group.items, frame, visible)

    def _surface(self, frame: _Frame) -> Rect:
        """All that is painted on, in the millimetres of a place."""
        whole = self._painter.viewport()
        x, y = (whole.x() - frame.x) / frame.scale, (whole.y() - frame.y) / frame.scale
        return Rect(x, y, whole.width() / frame.scale, whole.height() / frame.scale)

    def _card(self, items: tuple[Primitive, ...], frame: _Frame) -> None:
        """A card on a screen: the very same items are painted again and again."""
        ready = self._cache.card(items)
        self._on_card = True
        self._items(ready.drawn, frame, None)
        self._on_card = False
        for lettering in ready.written:
            self._lettering(lettering, frame)

    def _lettering(self, lettering: Lettering, frame: _Frame) -> None:
        em = lettering.size * frame.scale
        if em < LEAST_TEXT_PX:
            self._place(frame)
            self._fill(self._cache.bar_brush(lettering.colour))
            self._stroke(NO_PEN)
            self._painter.drawRects(lettering.bars())
            return
        glyphs = lettering.glyphs(self._cache.fonts)
        if glyphs is None or em * self._ratio > LARGEST_GLYPH_PX:
            for line in lettering.lines:
                self._text(line, frame)
            return
        self._place(_Frame(frame.x, frame.y, em / EM_PX))
        self._stroke(self._cache.text_pen(lettering.colour))
        for run in glyphs:
            self._painter.drawGlyphRun(_ORIGIN, run)

    def _rectangle(self, item: Rectangle, frame: _Frame) -> None:
        rect = item.rect
        box = QRectF(rect.x, rect.y, rect.width, rect.height)
        if item.stroke is None and not item.radius:
            if item.fill is not None:
                self._place(frame)
                self._painter.fillRect(box, self._cache.brush(item.fill))
            return
        if self._bars and self._on_card and self._stamped(item, frame):
            return
        self._place(frame)
        self._look(item.fill, item.stroke)
        if item.radius:
            radius = min(item.radius, rect.width / 2, rect.height / 2)
            self._painter.drawRoundedRect(box, radius, radius)
        else:
            self._painter.drawRect(box)

    def _path(self, item: Path, frame: _Frame) -> None:
        shape = self._cache.shape(item)
        if self._bars:
            if shape.size * frame.scale < LEAST_PATH_PX:
                return
            if self._on_card and self._stamped(item, frame):
                return
        self._place(frame)
        self._fill(shape.brush)
        self._stroke(shape.pen)
        self._painter.drawPath(shape.path)

    def _stamped(self, item: Rectangle | Path, frame: _Frame) -> bool:
        """Whether a stamp of the item was painted."""
        ratio = self._ratio
        room = self._cache.extents.of(item)
        spot = spot_of(
            (frame.x + room.x * frame.scale) * ratio, (frame.y + room.y * frame.scale) * ratio
        )
        scale = frame.scale * ratio
        stamp = self._cache.stamps.of(item, room, scale, spot, partial(self._draw_alone, item))
        if stamp is None:
            return False
        self._place(self._flat)
        self._painter.drawPixmap(spot.x, spot.y, stamp)
        return True

    def _draw_alone(self, item: Rectangle | Path, painter: QPainter) -> None:
        """One item on a surface of its own, which is placed and scaled already."""
        alone = QtPainter(painter, 1.0, self._cache)
        alone.paint_items((item,))

    def _text(self, item: TextLine, frame: _Frame) -> None:
        if self._bars and item.size * frame.scale < LEAST_TEXT_PX:
            self._bar(item, frame)
            return
        line = self._cache.fonts.placed(item.line)
        painter = self._painter
        self._place(
            _Frame(
                frame.x + item.x * frame.scale,
                frame.y + item.baseline * frame.scale,
                frame.scale * item.size / EM_PX,
            )
        )
        if line.glyphs and frame.scale * item.size * self._ratio > LARGEST_GLYPH_PX:
            outlined = self._cache.fonts.outlined(item.line)
            painter.fillPath(outlined, self._cache.brush(item.colour))
        elif line.glyphs:
            self._stroke(self._cache.text_pen(item.colour))
            for run in line.glyphs:
                painter.drawGlyphRun(_ORIGIN, run)
        if line.shapes is not None:
            painter.fillPath(line.shapes, self._cache.brush(item.colour))
        for box, picture in line.pictures:
            self._picture(box, picture)

    def _bar(self, item: TextLine, frame: _Frame) -> None:
        self._place(frame)
        self._painter.fillRect(bar_of(item), self._cache.bar_brush(item.colour))

    def _image(self, item: Image, frame: _Frame) -> None:
        picture = self._cache.picture(item)
        if picture is None:
            self._path(lost_picture(item), frame)
            return
        self._place(frame)
        rect = fitted(item.rect, picture.width(), picture.height())
        self._picture(QRectF(rect.x, rect.y, rect.width, rect.height), picture)

    def _picture(self, box: QRectF, picture: QImage) -> None:
        self._painter.setRenderHint(_SMOOTH)
        self._painter.drawImage(box, picture)
        self._painter.setRenderHint(_SMOOTH, on=False)

    def _clip(self, item: Clip, frame: _Frame, visible: Rect | None) -> None:
        self._place(frame)
        painter = self._painter
        painter.save()
        rect = item.rect
        painter.setClipRect(
            QRectF(rect.x, rect.y, rect.width, rect.height), Qt.ClipOperation.IntersectClip
        )
        self._items(item.items, frame, None if visible is None else visible.common(rect))
        painter.restore()
        self._set = self._pen = self._brush = None

    def _place(self, frame: _Frame) -> None:
        if frame != self._set:
            x, y, scale = self._set = frame
            self._painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))

    def _look(self, fill: str | None, stroke: Stroke | None) -> None:
        self._fill(NO_BRUSH if fill is None else self._cache.brush(fill))
        self._stroke(NO_PEN if stroke is None else self._cache.pen(stroke))

    def _fill(self, brush: QBrush) -> None:
        if brush is not self._brush:
            self._brush = brush
            self._painter.setBrush(brush)

    def _stroke(self, pen: QPen) -> None:
        if pen is not self._pen:
            self._pen = pen
            self._painter.setPen(pen)


_ORIGIN = QPointF(0.0, 0.0)


def _seen_inside(group: Group, visible: Rect | None) -> Rect | None:
    if visible is None:
        return None
    scale = group.scale
    return Rect(
        (visible.x - group.x) / scale,
        (visible.y - group.y) / scale,
        visible.width / scale,
        visible.height / scale,
    )
