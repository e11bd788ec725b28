"""What is carried at the pointer: a picture of it, made once, that follows one to one."""

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cjmapper.drawing.primitives import Primitive
from cjmapper.drawing.shapes import face, icon
from cjmapper.drawing.symbols import CARD_ICONS
from cjmapper.editor.feedback import Feedback, Ghost, Tile
from cjmapper.geometry import Point, Rect
from cjmapper.layout.result import MapLayout
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.vocabulary import CardKind
from cjmapper.painters.qt import QtPainter
from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.gliding import eased
from cjmapper.ui.canvas.scene import Scene, box, faded, round_pen, rounded
from cjmapper.ui.look.fonts import ui_font
from cjmapper.ui.look.motion import Motion
from cjmapper.ui.look.tokens import SHADOW

SETTLE = 0.12
_SHADOW_PX = 28
_LIFT = 12.0
_SHADOW = 0.22
_LAYERS = 9
_OPACITY = 0.9
_FADED = 0.4
_CONTENTS = 0.35
_MOST_TALL = 480.0
_LARGER = 1.02
_BADGE = 11.0
_BEHIND = 5.0
_LEAST_TILE_ZOOM = 0.6
_TILE_HEIGHT = 44.0
_HOLD = Point(14.0, 12.0)
"""Where in the ghost of a tile the pointer is."""


class _Kept(msgspec.Struct, frozen=True):
    """A picture and what it is of.

    Attributes:
        index: which of the ids it shows.
        x: where the thing's own corner is in it, as `y`.
    """

    layout: MapLayout
    ids: tuple[str, ...]
    index: int
    zoom: float
    ratio: float
    pixmap: QPixmap
    x: float
    y: float


class _Last(msgspec.Struct, frozen=True):
    """How a ghost was painted last."""

    ghost: Ghost
    corner: Point
    picture: _Kept


class _Settling(msgspec.Struct, frozen=True):
    """A ghost that was let go at a moment of the clock, on its way to where its thing stands."""

    last: _Last
    began: float


class GhostPainter:
    """Paints what is carried; keeps the picture as long as the same is carried.

    What is let go, wherever that is, glides to where the thing now stands.
    """

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        self._kept: _Kept | None = None
        self._last: _Last | None = None
        self._settling: _Settling | None = None

    @property
    def is_settling(self) -> bool:
        """Whether something that was let go is still on its way."""
        return self._settling is not None

    def changed(self, ghost: Ghost | None) -> None:
        """Something else is carried now, or nothing."""
        if ghost is not None:
            self._settling = None
        elif self._last is not None:
            last, self._last = self._last, None
            if self._motion.moves():
                self._settling = _Settling(last, self._motion.clock())

    def veiled(self, feedback: Feedback, selection: tuple[str, ...]) -> Feedback:
        """The same, but for the thing that is still on its way to its place."""
        if self._settling is not None and self._share(self._settling) >= 1.0:
            self._settling = None
        if self._settling is None:
            return feedback
        name = _settled(self._settling.last, selection)
        named = frozenset() if name is None else frozenset({name})
        return msgspec.structs.replace(feedback, placeholders=feedback.placeholders | named)

    def paint(self, scene: Scene) -> None:
        """At the pointer, with a count where it is more than one, a plus where it is a copy."""
        ghost, pointer = scene.feedback.ghost, scene.pointer
        if ghost is None:
            self._kept = None
            self._settle(scene)
            return
        if pointer is None:
            return
        if ghost.tile is not None:
            _tile(scene, ghost, ghost.tile, pointer)
            return
        if ghost.origin is None:
            return
        scale = scene.view.scale
        corner = _corner(ghost, ghost.origin, pointer, scale)
        picture = self._picture(scene, ghost, ghost.origin)
        self._last = _Last(ghost, corner, picture)
        # What a column holds is let through in its picture, and nothing below it must show.
        whole = _OPACITY if picture.x else 1.0
        _draw(scene, picture, corner, _FADED if ghost.fades else whole)
        right = Point(corner.x + ghost.origin.width * scale, corner.y)
        if ghost.count > 1:
            _badge(scene, f"+{ghost.count}" if ghost.copies else str(ghost.count), right)
        elif ghost.copies:
            _badge(scene, "+", right)

    def reach(self, ghost: Ghost, pointer: Point | None, scale: float) -> QRect | None:
        """The pixels where it was painted last and where it is now; None where that is not known.

        `scale` is pixels for a millimetre.
        """
        last = self._last
        if last is None or pointer is None or ghost.origin is None or ghost.tile is not None:
            return None
        size = last.picture.pixmap.deviceIndependentSize()
        covered = QRectF()
        for corner in (last.corner, _corner(ghost, ghost.origin, pointer, scale)):
            left, top = corner.x - last.picture.x, corner.y - last.picture.y
            covered = covered.united(QRectF(left, top, size.width(), size.height()))
        around = 2 * _BADGE
        return covered.adjusted(-around, -around, around, around).toAlignedRect()

    def _settle(self, scene: Scene) -> None:
        settling = self._settling
        if settling is None:
            return
        name = _settled(settling.last, scene.selection)
        place = None if name is None else outlines.place_of(scene.layout, name)
        if place is None:
            self._settling = None
            return
        start, goal = settling.last.corner, scene.view.rect(place)
        part = eased(self._share(settling))
        corner = Point(start.x + (goal.x - start.x) * part, start.y + (goal.y - start.y) * part)
        _draw(scene, settling.last.picture, corner, _OPACITY)

    def _share(self, settling: _Settling) -> float:
        return (self._motion.clock() - settling.began) / SETTLE

    def _picture(self, scene: Scene, ghost: Ghost, origin: Rect) -> _Kept:
        ratio = scene.painter.device().devicePixelRatio()
        kept, zoom = self._kept, scene.view.zoom
        if kept is None or (kept.ids, kept.zoom, kept.ratio) != (ghost.ids, zoom, ratio):
            kept = self._kept = _painted(scene, ghost, origin, ratio)
        return kept


def _corner(ghost: Ghost, origin: Rect, pointer: Point, scale: float) -> Point:
    """Where the left top corner of what is carried is in the viewport."""
    return Point(
        pointer.x + (origin.x + ghost.dx - ghost.point.x) * scale,
        pointer.y + (origin.y + ghost.dy - ghost.point.y) * scale,
    )


def _settled(last: _Last, selection: tuple[str, ...]) -> str | None:
    """The id of what the ghost was a picture of; of its copy where it was copied and landed."""
    names = selection if last.ghost.copies else last.ghost.ids
    return names[last.picture.index] if last.picture.index < len(names) else None


def _draw(scene: Scene, picture: _Kept, corner: Point, opacity: float) -> None:
    painter = scene.painter
    painter.save()
    painter.setOpacity(opacity)
    painter.drawPixmap(QPointF(corner.x - picture.x, corner.y - picture.y), picture.pixmap)
    painter.restore()


def _painted(scene: Scene, ghost: Ghost, origin: Rect, ratio: float) -> _Kept:
    scale = scene.view.scale
    part = queries.part(scene.base.map, ghost.ids[0]) if ghost.ids else None
    is_card = isinstance(part, d.Card)
    margin = _SHADOW_PX if is_card else 0
    width = min(origin.width * scale, scene.view.width)
    height = min(origin.height * scale, _MOST_TALL)
    pixmap = QPixmap(round((width + 2 * margin) * ratio), round((height + 2 * margin) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_card:
            _card(scene, painter, ghost, origin)
        else:
            _part(scene, painter, origin, QRectF(0, 0, width, height))
    index = _grabbed(scene, ghost, origin) if is_card else 0
    return _Kept(scene.base, ghost.ids, index, scene.view.zoom, ratio, pixmap, margin, margin)


def _card(scene: Scene, painter: QPainter, ghost: Ghost, origin: Rect) -> None:
    scale = scene.view.scale
    frame = QRectF(_SHADOW_PX, _SHADOW_PX, origin.width * scale, origin.height * scale)
    radius = DISTANCES.card_radius * scale
    _shadow(painter, frame, radius)
    if ghost.count > 1:
        painter.setPen(round_pen(QColor(scene.theme.strong_line), 1.0))
        painter.setBrush(QColor(scene.theme.surface))
        painter.drawPath(rounded(frame.translated(_BEHIND, _BEHIND), radius))
    items = _carried_card(scene, ghost, origin)
    painter.translate(frame.center())
    painter.scale(_LARGER, _LARGER)
    painter.translate(-frame.width() / 2, -frame.height() / 2)
    QtPainter(painter, scale, scene.cache, bars=True).paint_items(items)


def _carried_card(scene: Scene, ghost: Ghost, origin: Rect) -> tuple[Primitive, ...]:
    """The card that was grabbed."""
    card = queries.card(scene.base.map, ghost.ids[_grabbed(scene, ghost, origin)])
    if card is None or card.lane is None or card.step is None:
        return ()
    for placed, _ in scene.base.cards_in((card.lane, card.step)):
        if placed.card.id == card.id:
            return (scene.composer.card(placed, scene.base, 0.0, 0.0),)
    return ()


def _grabbed(scene: Scene, ghost: Ghost, origin: Rect) -> int:
    """Which of the cards stood at `origin`."""
    places = (outlines.place_of(scene.base, name) for name in ghost.ids)
    return next((index for index, place in enumerate(places) if place == origin), 0)


def _part(scene: Scene, painter: QPainter, origin: Rect, frame: QRectF) -> None:
    """A column or a row: its title plain, what it holds let through."""
    layout = scene.base
    shape = rounded(frame, 4.0)
    painter.setClipPath(shape)
    painter.fillPath(shape, QColor(scene.theme.surface))
    player = _moved_player(scene, painter, origin)
    painter.setOpacity(_CONTENTS)
    player.paint_items(scene.composer.body(layout, origin).items)
    painter.setOpacity(1.0)
    if origin.x < layout.title_width:
        player.paint_items((scene.composer.lane_titles(layout, origin),))
    else:
        player.paint_items((scene.composer.header(layout, origin),))
    painter.resetTransform()
    painter.setPen(round_pen(faded(scene.theme.accent, 0.6), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(rounded(frame.adjusted(1, 1, -1, -1), 4.0))


def _moved_player(scene: Scene, painter: QPainter, origin: Rect) -> QtPainter:
    scale = scene.view.scale
    painter.translate(-origin.x * scale, -origin.y * scale)
    return QtPainter(painter, scale, scene.cache, bars=True)


def _shadow(painter: QPainter, frame: QRectF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(SHADOW, _SHADOW / _LAYERS))
    for layer in range(_LAYERS):
        out = (layer - _LAYERS * 0.35) * 2.2
        grown = frame.adjusted(-out, -out, out, out).translated(0, _LIFT * 0.55)
        painter.drawPath(rounded(grown, radius + max(out, 0.0)))


def _badge(scene: Scene, text: str, middle: Point) -> None:
    painter = scene.painter
    painter.setFont(ui_font(round(12 * scene.size), semibold=True))
    high = _BADGE * scene.size
    half = max(high, painter.fontMetrics().horizontalAdvance(text) / 2 + high / 2)
    frame = QRectF(middle.x - half, middle.y - high, 2 * half, 2 * high)
    painter.setPen(round_pen(scene.colour("surface"), 2.0))
    painter.setBrush(scene.colour("accent"))
    painter.drawPath(rounded(frame, high))
    painter.setPen(scene.colour("surface"))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), text)


def _tile(scene: Scene, ghost: Ghost, tile: Tile, pointer: Point) -> None:
    """A tile on its way: what it will be, and its word."""
    painter = scene.painter
    painter.save()
    painter.setOpacity(_FADED if ghost.fades else _OPACITY)
    if tile is Tile.EMOTION:
        if ghost.fades:
            _face(scene, pointer)
    else:
        _tile_box(scene, tile, pointer)
    painter.restore()


def _face(scene: Scene, pointer: Point) -> None:
    colours = scene.theme.emotions[2], scene.theme.emotion_ink[2]
    QtPainter(scene.painter, 1.0, scene.cache).paint_items(
        face(pointer.x, pointer.y, 12.0, 0.0, colours)
    )


_TILE_ICONS = {
    Tile.PHASE: "columns-3",
    Tile.TOUCHPOINT: CARD_ICONS[CardKind.TOUCHPOINT],
    Tile.NOTE: CARD_ICONS[CardKind.NOTE],
    Tile.LANE: "rows-3",
}


def _tile_box(scene: Scene, tile: Tile, pointer: Point) -> None:
    theme, painter = scene.theme, scene.painter
    zoom = min(max(scene.view.zoom, _LEAST_TILE_ZOOM), 1.0)
    frame = Rect(pointer.x - _HOLD.x, pointer.y - _HOLD.y, 168.0 * zoom, _TILE_HEIGHT * zoom)
    _shadow(painter, box(frame), 6.0)
    kind = CardKind.NOTE if tile is Tile.NOTE else CardKind.TOUCHPOINT
    is_phase = tile is Tile.PHASE
    ground = theme.surface if is_phase else theme.kinds[kind].ground
    stripe = theme.phases[1] if is_phase else theme.kinds[kind].stripe
    painter.setPen(round_pen(QColor(theme.accent if is_phase else stripe), 1.0))
    painter.setBrush(QColor(ground))
    painter.drawPath(rounded(box(frame)))
    painter.fillPath(rounded(QRectF(frame.x, frame.y, 4.0, frame.height), 2.0), QColor(stripe))
    side = 16.0 * zoom
    middle = frame.centre.y
    symbol = icon(
        _TILE_ICONS[tile],
        Rect(frame.x + 12.0, middle - side / 2, side, side),
        theme.text if is_phase else stripe,
    )
    QtPainter(painter, 1.0, scene.cache).paint_items((symbol,))
    painter.setPen(QColor(theme.text))
    painter.setFont(ui_font(round(14 * zoom)))
    words = QRectF(frame.x + 20.0 + side, frame.y, frame.width - side - 24.0, frame.height)
    text = scene.words.say(f"palette.{tile.value}").replace("\u00ad", "")
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, int(align), text)
