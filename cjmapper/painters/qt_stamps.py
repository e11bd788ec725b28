"""Small pictures of boxes and icons that stand on many cards, made once and stamped.

To Qt, an antialiased box with round corners is dearer than a picture of it. A stamp is drawn for
its very place within a pixel (to an eighth), so that nobody sees which of the two it was.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from cjmapper.drawing.primitives import Path, Rectangle
from cjmapper.geometry import Rect

Draw = Callable[[QPainter], None]

_PHASES = 8
_LARGEST = 250_000
"""The most pixels of one stamp."""
_MOST_PIXELS = 8_000_000
_MOST_SEEN = 20_000
_CLEAR = Qt.GlobalColor.transparent
_SMOOTH_EDGES = QPainter.RenderHint.Antialiasing


class Spot(NamedTuple):
    """Where a stamp goes: whole pixels of the surface, and what is left over, in eighths."""

    x: int
    y: int
    across: int
    down: int


_Key = tuple[int, int, int]


class Stamps:
    """The stamps of one thread that paints on the screen, at one scale at a time.

    They are made when a picture at the same scale is painted for the second time: while someone
    zooms, none is.

    Attributes:
        pixels: how many all stamps have together.
    """

    def __init__(self) -> None:
        self.pixels = 0
        self._scale_px = 0.0
        self._turn = 0
        self._seen: dict[_Key, int] = {}
        self._made: dict[_Key, tuple[Rectangle | Path, QPixmap]] = {}

    def begin(self) -> None:
        """Another picture is painted from here on."""
        self._turn += 1

    def of(
        self, item: Rectangle | Path, room: Rect, scale_px: float, spot: Spot, draw: Draw
    ) -> QPixmap | None:
        """The stamp of `item`, whose `room` is in millimetres; None where it is better drawn."""
        if scale_px != self._scale_px:
            self._scale_px = scale_px
            self._forget()
        key = (id(item), spot.across, spot.down)
        made = self._made.get(key)
        if made is not None and made[0] is item:
            return made[1]
        width = math.ceil(room.width * scale_px) + 1
        height = math.ceil(room.height * scale_px) + 1
        if width * height > _LARGEST:
            return None
        if self._seen.setdefault(key, self._turn) == self._turn:
            return None
        if self.pixels + width * height > _MOST_PIXELS or len(self._seen) > _MOST_SEEN:
            self._forget()
        stamp = self._stamp((width, height), room, spot, draw)
        self.pixels += width * height
        # The item is held too: its identity must not go to something else meanwhile.
        self._made[key] = (item, stamp)
        return stamp

    def _forget(self) -> None:
        self.pixels = 0
        self._seen.clear()
        self._made.clear()

    def _stamp(self, size: tuple[int, int], room: Rect, spot: Spot, draw: Draw) -> QPixmap:
        stamp = QPixmap(*size)
        stamp.fill(_CLEAR)
        scale = self._scale_px
        x, y = spot.across / _PHASES - room.x * scale, spot.down / _PHASES - room.y * scale
        with QPainter(stamp) as painter:
            painter.setRenderHint(_SMOOTH_EDGES)
            painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
            draw(painter)
        return stamp


def spot_of(x: float, y: float) -> Spot:
    """The spot of a left top corner, in pixels of the surface."""
    across, down = round(x * _PHASES), round(y * _PHASES)
    return Spot(across // _PHASES, down // _PHASES, across % _PHASES, down % _PHASES)
