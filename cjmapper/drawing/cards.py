"""A card as primitives, in its own coordinates: what kind, what, then one caption."""

from functools import lru_cache

from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import (
    Colour,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.drawing.shapes import circle, icon, icon_names
from cjmapper.drawing.symbols import CARD_ICONS, channel_icon
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import TELLING, KindColours, Theme, blend, readable
from cjmapper.geometry import Rect
from cjmapper.layout.cards import DOT_RADIUS, dot_places
from cjmapper.layout.result import CardLayout
from cjmapper.layout.styles import DISTANCES, PIXEL
from cjmapper.model.document import Card, Document
from cjmapper.model.vocabulary import CardKind, TouchpointStatus

_MOST_ALIKE = 4096
"""Cards of one size and colour have the very same box, which painters then know again."""


def card_items(placed: CardLayout, document: Document, theme: Theme) -> tuple[Primitive, ...]:
    """Everything on one card, back to front."""
    card = placed.card
    colours = card_colours(card, theme)
    items: list[Primitive] = [*_body(placed, colours, theme)]
    if placed.picture is not None:
        items += asset_picture(document, card.picture, placed.picture, card.text)
    items.append(_icon(card_icon(card, document), _icon_box(placed), colours.stripe))
    items += text_lines(placed.text, theme.text)
    items += _caption(placed, colours, theme)
    return tuple(items)


def card_colours(card: Card, theme: Theme) -> KindColours:
    """The colours of its kind, or of the colour that a person gave it."""
    if card.color is None:
        return theme.kinds[card.kind]
    ground = blend(theme.surface, card.color, 0.14)
    stripe = readable(card.color, ground, TELLING)
    return KindColours(stripe, ground, blend(theme.surface, card.color, 0.4))


def card_icon(card: Card, document: Document) -> str:
    """The icon that stands on a card: a touchpoint shows its channel's."""
    if card.kind is CardKind.TOUCHPOINT and card.channel is not None:
        for channel in document.channels:
            if channel.id == card.channel:
                return channel_icon(channel, icon_names())
    return CARD_ICONS[card.kind]


def _icon_box(placed: CardLayout) -> Rect:
    size = DISTANCES.icon
    top = placed.text.y + (placed.text.style.line_height - size) / 2
    return Rect(DISTANCES.card_side, top, size, size)


@lru_cache(_MOST_ALIKE)
def _icon(name: str, box: Rect, colour: Colour) -> Path:
    return icon(name, box, colour)


def _body(placed: CardLayout, colours: KindColours, theme: Theme) -> tuple[Primitive, ...]:
    """The box with its stripe; what is missing is hollow, with a thin stripe."""
    if placed.card.status is TouchpointStatus.MISSING:
        return (_box(placed.width, placed.height, None, theme.strong_line),)
    return (
        _box(placed.width, placed.height, colours.ground, colours.edge),
        _stripe(placed.height, colours.stripe),
    )


@lru_cache(_MOST_ALIKE)
def _box(width: float, height: float, fill: Colour | None, edge: Colour) -> Rectangle:
    box = Rect(0.0, 0.0, width, height)
    return Rectangle(box, fill, Stroke(edge, PIXEL), DISTANCES.card_radius)


@lru_cache(_MOST_ALIKE)
def _stripe(height: float, colour: Colour) -> Path:
    """A bar on the left edge whose outer corners follow the card's."""
    wide, radius = DISTANCES.stripe, DISTANCES.card_radius
    k = radius * 0.4477
    commands: tuple[PathCommand, ...] = (
        ("M", wide, 0.0),
        ("L", radius, 0.0),
        ("C", k, 0.0, 0.0, k, 0.0, radius),
        ("L", 0.0, height - radius),
        ("C", 0.0, height - k, k, height, radius, height),
        ("L", wide, height),
        ("Z",),
    )
    return Path(commands, fill=colour)


def _caption(placed: CardLayout, colours: KindColours, theme: Theme) -> list[Primitive]:
    caption = placed.caption
    if caption is None:
        return []
    items: list[Primitive] = []
    for x, y, filled in dot_places(caption):
        items.append(_dot(x, y, filled, colours.stripe))
    if caption.text is not None:
        items += text_lines(caption.text, theme.secondary)
    if caption.strong is not None:
        items += text_lines(caption.strong, theme.danger)
    return items


def _dot(x: float, y: float, filled: bool, colour: Colour) -> Path:
    thin = PIXEL * 1.1
    if filled:
        return Path(circle(x, y, DOT_RADIUS), fill=colour)
    return Path(circle(x, y, DOT_RADIUS - thin / 2), stroke=Stroke(colour, thin))
