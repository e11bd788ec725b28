"""P3 and P4: one move of the pointer that drags a card, with all that it changes painted.

The card is carried over its neighbours and into the next column. Where it would land, the others
make room, lanes may grow, connectors are routed anew and curves move along: a path of moves is
timed whole, so that those which change the map count as often as they come.
"""

import itertools
import time
from collections.abc import Callable

from cjmapper.geometry import Point, Rect
from cjmapper.layout.result import MapLayout
from tests.bench.measure import Row, medians, ratio_row
from tests.bench.painting import both_sides
from tests.bench.stage import Stage, painted
from tests.support import synthetic

_ROUNDS = 7
_MOVES = 60
_PITCH = (5.0, 2.0)
"""How far the pointer goes with each move, in pixels: as fast as a hand that looks for a place."""
_CARD = "card-2"
_FIRST = 12.0


def drag_row(cards: int = 10_000) -> Row:
    """Ours: mouse events to the canvas. Theirs: items that are moved, with layouts for nothing."""
    stage = Stage(synthetic.document(cards))
    view = both_sides(stage)
    view.look_at(1.0)
    painted()
    start, layouts = _start(stage), _layouts(stage)
    corner = stage.place(_CARD)

    def ours() -> float:
        return timed_drag(stage, start)

    def theirs() -> float:
        view.show_layout(layouts[0])
        painted()
        taken = time.perf_counter()
        for place, layout in zip(_path(start), layouts, strict=True):
            view.show_layout(layout)
            moved = Rect(corner.x + place.x - start.x, corner.y + place.y - start.y, 1.0, 1.0)
            at = stage.canvas.view
            view.carry(_CARD, Point(at.map_x(moved.x), at.map_y(moved.y)))
            painted()
        return (time.perf_counter() - taken) / _MOVES

    times = medians(ours, theirs, _ROUNDS)
    view.close()
    stage.close()
    return ratio_row("P3 move of a drag", times, 0.15)


def size_row(cards: int = 10_000, fewer: int = 1000) -> Row:
    """The same moves on a large map and on a smaller one."""
    large, small = Stage(synthetic.document(cards)), Stage(synthetic.document(fewer))
    times = medians(_drag(large), _drag(small), _ROUNDS)
    large.close()
    small.close()
    return ratio_row("P4 move of a drag by size", times, 1.5)


def timed_drag(stage: Stage, start: Point) -> float:
    """The mean seconds of a move on the way; the card is let go by Esc, and nothing has changed."""
    stage.press(start)
    stage.move(Point(start.x + _FIRST, start.y))
    taken = time.perf_counter()
    for place in _path(start):
        stage.move(place)
    taken = time.perf_counter() - taken
    _leave(stage)
    return taken / _MOVES


def _drag(stage: Stage) -> Callable[[], float]:
    return lambda: timed_drag(stage, _start(stage))


def _layouts(stage: Stage) -> list[MapLayout]:
    """The layout that is shown after each move."""
    start = _start(stage)
    stage.press(start)
    stage.move(Point(start.x + _FIRST, start.y))
    found = []
    for place in _path(start):
        stage.move(place)
        found.append(stage.canvas.map_layout)
    _leave(stage)
    return found


def _leave(stage: Stage) -> None:
    stage.editor.cancel()
    stage.release()
    painted()


def _start(stage: Stage) -> Point:
    return stage.place(_CARD).centre


def _path(start: Point) -> list[Point]:
    steps = itertools.islice(itertools.count(1), _MOVES)
    return [Point(start.x + _PITCH[0] * n, start.y + _PITCH[1] * n) for n in steps]
