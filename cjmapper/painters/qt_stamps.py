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


class Spot(NamedTuple):
    """Where a stamp goes: whole pixels of the surface, and what is left over, in eighths."""

    x: int
    y: int
    across: int
    down: int


class Stamps:
    """The stamps of one thread that paints on the screen; what is seen once gets none.

    Attributes:
        pixels: how many all stamps have together.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[int, float, int, int], tuple[Rectangle | Path, QPixmap | None]] = {}
        self.pixels = 0

    def of(
        self, item: Rectangle | Path, room: Rect, scale_px: float, spot: Spot, draw: Draw
    ) -> QPixmap | None:
        """The stamp of `item`, whose `room` is in millimetres; None where it is better drawn.

        It is made when the same is asked for a second time: while someone zooms, nothing is.
        """
        key = (id(item), scale_px, spot.across, spot.down)
        known = self._seen.get(key)
        if known is not None and known[1] is not None:
            return known[1]
        width = math.ceil(room.width * scale_px) + 1
        height = math.ceil(room.height * scale_px) + 1
        if width * height > _LARGEST:
            return None
        if known is None:
            self._remember(key, item, None, 0)
            return None
        stamp = QPixmap(width, height)
        stamp.fill(_CLEAR)
        with QPainter(stamp) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left, top = spot.across / _PHASES, spot.down / _PHASES
            painter.setWorldTransform(
                QTransform(
                    scale_px, 0, 0, scale_px, left - room.x * scale_px, top - room.y * scale_px
                )
            )
            draw(painter)
        self._remember(key, item, stamp, width * height)
        return stamp

    def _remember(
        self,
        key: tuple[int, float, int, int],
        item: Rectangle | Path,
        stamp: QPixmap | None,
        pixels: int,
    ) -> None:
        if self.pixels + pixels > _MOST_PIXELS or len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
            self.pixels = 0
        # The item is held too: its identity must not go to something else meanwhile.
        self._seen[key] = (item, stamp)
        self.pixels += pixels


def spot_of(x: float, y: float) -> Spot:
    """The spot of a left top corner, in pixels of the surface."""
    across, down = round(x * _PHASES), round(y * _PHASES)
    return Spot(across // _PHASES, down // _PHASES, across % _PHASES, down % _PHASES)
