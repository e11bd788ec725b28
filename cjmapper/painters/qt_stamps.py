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
_MOST_SCALES = 2
"""What is carried is painted a little larger than the map."""


class _AtScale:
    """The stamps of one scale, and in which turn each thing was first seen."""

    def __init__(self) -> None:
        self.seen: dict[_Key, int] = {}
        self.made: dict[_Key, tuple[Rectangle | Path, QPixmap]] = {}
        self.pixels = 0


class Stamps:
    """The stamps of one thread that paints on the screen, of the scales it painted at last.

    They are made when a picture at the same scale is painted for the second time: while someone
    zooms, none is.
    """

    def __init__(self) -> None:
        self._turn = 0
        self._scales: dict[float, _AtScale] = {}

    @property
    def pixels(self) -> int:
        """How many all stamps have together."""
        return sum(one.pixels for one in self._scales.values())

    def begin(self) -> None:
        """Another picture is painted from here on."""
        self._turn += 1

    def of(
        self, item: Rectangle | Path, room: Rect, scale_px: float, spot: Spot, draw: Draw
    ) -> QPixmap | None:
        """The stamp of `item`, whose `room` is in millimetres; None where it is better drawn."""
        known = self._scales.get(scale_px)
        if known is None:
            known = self._another(scale_px)
        key = (id(item), spot.across, spot.down)
        made = known.made.get(key)
        if made is not None and made[0] is item:
            return made[1]
        width = math.ceil(room.width * scale_px) + 1
        height = math.ceil(room.height * scale_px) + 1
        if width * height > _LARGEST:
            return None
        if known.seen.setdefault(key, self._turn) == self._turn:
            return None
        if known.pixels + width * height > _MOST_PIXELS or len(known.seen) > _MOST_SEEN:
            known = self._scales[scale_px] = _AtScale()
        stamp = _stamp((width, height), room, scale_px, spot, draw)
        known.pixels += width * height
        # The item is held too: its identity must not go to something else meanwhile.
        known.made[key] = (item, stamp)
        return stamp

    def _another(self, scale_px: float) -> _AtScale:
        while len(self._scales) >= _MOST_SCALES:
            del self._scales[next(iter(self._scales))]
        made = self._scales[scale_px] = _AtScale()
        return made


def _stamp(size: tuple[int, int], room: Rect, scale_px: float, spot: Spot, draw: Draw) -> QPixmap:
    stamp = QPixmap(*size)
    stamp.fill(_CLEAR)
    x, y = spot.across / _PHASES - room.x * scale_px, spot.down / _PHASES - room.y * scale_px
    with QPainter(stamp) as painter:
        painter.setRenderHint(_SMOOTH_EDGES)
        painter.setWorldTransform(QTransform(scale_px, 0, 0, scale_px, x, y))
        draw(painter)
    return stamp


def spot_of(x: float, y: float) -> Spot:
    """The spot of a left top corner, in pixels of the surface."""
    across, down = round(x * _PHASES), round(y * _PHASES)
    return Spot(across // _PHASES, down // _PHASES, across % _PHASES, down % _PHASES)
