"""The marks of assumptions: a dashed edge and a question mark on cards, a dashed ring on faces."""

from cjmapper.drawing.cards import card_colours
from cjmapper.drawing.primitives import Colour, Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import circle
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.assumptions import Assumptions
from cjmapper.layout.result import CardLayout
from cjmapper.layout.styles import DISTANCES

_EDGE = mm_from_px(1.3)
_DASH = (mm_from_px(3.5), mm_from_px(3.5))
_RING = DISTANCES.marker / 2 + mm_from_px(2)
_CLEAR = mm_from_px(2.6)


def assumed_card(placed: CardLayout, signs: Assumptions, theme: Theme) -> Group:
    """Laid over a card, in its own coordinates; the sign stands on its right top corner."""
    colour = card_colours(placed.card, theme).stripe
    box = Rect(0.0, 0.0, placed.width, placed.height)
    edge = Rectangle(box, None, Stroke(colour, _EDGE, _DASH), DISTANCES.card_radius)
    x, y = placed.width - mm_from_px(4), mm_from_px(2)
    around = Path(circle(x, y, signs.radius), fill=theme.surface, stroke=Stroke(colour, _EDGE))
    items: tuple[Primitive, ...] = (edge, around, *text_lines(signs.sign, colour, x, y))
    return Group("", items, role="decoration")


def assumed_reading(at: Point, colour: Colour, theme: Theme) -> Group:
    """A dashed ring around a face, in place of the ring that tells whose it is."""
    ring = circle(at.x, at.y, _RING)
    clear = Path(ring, stroke=Stroke(theme.canvas, _CLEAR))
    return Group("", (clear, Path(ring, stroke=Stroke(colour, _EDGE, _DASH))), role="decoration")
