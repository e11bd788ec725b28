"""A thread that plans posters and paints their pages for the panel; the newest wish wins.

What it makes are values and pictures; it touches no widget.
"""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QThread, Signal, SignalInstance
from PySide6.QtGui import QImage, QPainter

from cjmapper.drawing.primitives import Drawing
from cjmapper.errors import ExportCancelledError
from cjmapper.geometry import Rect
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.metrics import Metrics
from cjmapper.ui.guard import guard
from cjmapper.ui.panels.poster.planned import Order, Planned
from cjmapper.ui.parts.undisturbed import undisturbed

if TYPE_CHECKING:
    from cjmapper.ui.panels.poster.planner import Planner

_BAND_ROWS = 192
"""So many rows are painted before it looks whether something else is wished for."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of a part of a drawing: `scale` device pixels for one millimetre.

    Two wishes with the same `key` are for the same place of the panel.
    """

    key: tuple[object, ...]
    drawing: Drawing
    scale: float
    part: Rect


class Pictured(msgspec.Struct, frozen=True):
    """The picture that was wished for."""

    wish: Wish
    image: QImage


class Workbench(QThread):
    """`planned` tells what came of an order, `pictured` brings a picture."""

    planned = Signal(object)
    pictured = Signal(object)

    def __init__(self, metrics: Metrics, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._turn = threading.Condition()
        self._order: Order | None = None
        self._wishes: tuple[Wish, ...] = ()
        self._ends = False
        self._is_over = False

    def order(self, order: Order) -> None:
        """Plans this next; what was ordered before and not begun is forgotten."""
        with self._turn:
            self._order = order
            self._turn.notify()

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Paints these next, in their order; what was wished for before is forgotten."""
        with self._turn:
            self._wishes = tuple(wishes)
            self._turn.notify()

    def begin(self) -> None:
        """Begins to work, from the beginning or anew, or goes on where it has not ended yet."""
        with self._turn:
            is_over, self._is_over = self._is_over, False
            self._ends = False
        if is_over:
            self.wait()
        self.start()

    def leave(self) -> None:
        """Ends it at the next step of what it is at; what else was wished for is forgotten."""
        with self._turn:
            self._ends = True
            self._order, self._wishes = None, ()
            self._turn.notify()

    def end(self) -> None:
        """Ends it and waits until it has."""
        self.leave()
        self.wait()

    @guard
    def run(self) -> None:
        """Works until it is ended; what it needs is loaded with the first order.

        So nothing runs beside the window while its panel is being painted first.
        """
        planner: Planner | None = None
        cache = QtCache(QtFonts(self._metrics))
        while (job := self._next()) is not None:
            if isinstance(job, Order):
                planner = planner or _planner(self._metrics, self._go_on)
                self._tell(self.planned, partial(_plan, planner, job))
            else:
                self._tell(self.pictured, partial(self._painted, job, cache))

    @guard
    def _tell(self, told: SignalInstance, work: Callable[[], Planned | Pictured | None]) -> None:
        """Does one job; what goes wrong in it ends nothing else."""
        with undisturbed():
            outcome = work()
        if outcome is not None:
            told.emit(outcome)

    def _next(self) -> Order | Wish | None:
        with self._turn:
            while not self._ends:
                if self._order is not None:
                    order, self._order = self._order, None
                    return order
                if self._wishes:
                    first, *rest = self._wishes
                    self._wishes = tuple(rest)
                    return first
                self._turn.wait()
            self._is_over = True
        return None

    def _go_on(self) -> None:
        """ExportCancelledError where nobody waits any more for what is being planned."""
        if self._ends:
            raise ExportCancelledError("export_cancelled")

    def _painted(self, wish: Wish, cache: QtCache) -> Pictured | None:
        """The picture; none where something that matters more came up meanwhile."""
        scale, part = wish.scale, wish.part
        width, height = max(1, round(part.width * scale)), max(1, round(part.height * scale))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(wish.drawing.background)
        for top in range(0, height, _BAND_ROWS):
            if self._is_idle(wish):
                return None
            rows = min(_BAND_ROWS, height - top)
            _paint_rows(image, wish, (top, rows), cache)
        return Pictured(wish, image)

    def _is_idle(self, wish: Wish) -> bool:
        """Whether going on with this would keep something else waiting."""
        with self._turn:
            if self._ends or self._order is not None:
                return True
            return any(one.key == wish.key for one in self._wishes)


def _plan(planner: "Planner", order: Order) -> Planned | None:
    """What came of an order; none where nobody waits for it any more."""
    try:
        return planner.planned(order)
    except ExportCancelledError:
        return None


def _planner(metrics: Metrics, pulse: Callable[[], None]) -> "Planner":
    from cjmapper.ui.panels.poster.planner import Planner

    return Planner(metrics, pulse)


def _paint_rows(image: QImage, wish: Wish, rows: tuple[int, int], cache: QtCache) -> None:
    top, count = rows
    scale, part = wish.scale, wish.part
    seen = Rect(part.x, part.y + top / scale, part.width, count / scale).grown(2 / scale)
    painter = QPainter(image)
    painter.setClipRect(0, top, image.width(), count)
    painter.translate(-part.x * scale, -part.y * scale)
    QtPainter(painter, scale, cache).paint_items(wish.drawing.items, seen)
    painter.end()
