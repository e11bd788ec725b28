"""P1 and P2: one whole frame of the canvas, against a plain QGraphicsView of the same map."""

from cjmapper.drawing.theme import LIGHT
from tests.bench.measure import Row, alternating, ratio_row
from tests.bench.reference.graphics_view import GraphicsMap
from tests.bench.stage import SIZE, Stage, painted
from tests.support import synthetic

_ROUNDS = 15
_FIT, _WHOLE = 0.1, 1.0
"""Zooms: 10,000 cards at fit are seen at the least one."""


def fit_row(cards: int = 10_000) -> Row:
    """A frame as far out as it goes, with nothing of the former frame."""
    return ratio_row("P1 repaint at fit", _repaints(cards, _FIT), 0.25)


def whole_row(cards: int = 10_000) -> Row:
    """A frame at 100 %, with nothing of the former frame."""
    return ratio_row("P2 repaint at 100 %", _repaints(cards, _WHOLE), 0.7)


def both_sides(stage: Stage) -> GraphicsMap:
    """The same map in a plain view of the same size."""
    view = GraphicsMap(stage.canvas.map_layout, LIGHT, stage.pictures.cache)
    view.resize(*SIZE)
    view.show()
    painted()
    return view


def _repaints(cards: int, zoom: float) -> tuple[float, float]:
    stage = Stage(synthetic.document(cards))
    view = both_sides(stage)
    stage.look_at(zoom)
    view.look_at(zoom)
    painted()
    times = alternating(stage.repaint, view.viewport().repaint, _ROUNDS)
    view.close()
    stage.close()
    return times
