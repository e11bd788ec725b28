"""One card: its text in lines, its caption, its height for a given width."""

from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.result import Caption, CardLayout, CardNames, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import (
    CAPTION,
    CAPTION_STRONG,
    CARD_TEXT,
    DISTANCES,
    QUOTE_TEXT,
)
from cjmapper.model.document import Card, Document, JourneyMap
from cjmapper.model.pictures import picture_of
from cjmapper.model.vocabulary import CardKind, TouchpointStatus
from cjmapper.text.lines import Line, TextStyle

_DOT = mm_from_px(7)
_DOT_STEP = mm_from_px(9)
_TELLING = {
    TouchpointStatus.FAILED: "map.status.failed",
    TouchpointStatus.MISSING: "map.status.missing",
    TouchpointStatus.AD_HOC: "map.status.ad_hoc",
}
_WITH_DEPARTMENT = frozenset({CardKind.FRONTSTAGE, CardKind.BACKSTAGE, CardKind.SUPPORT})


def names_for(document: Document, journey: JourneyMap) -> CardNames:
    """The names captions may need; actors only where the map has more than one."""
    several = len(journey.actors) > 1
    return CardNames(
        {channel.id: channel.name for channel in document.channels},
        {department.id: department.name for department in document.departments},
        {actor.id: actor.name for actor in document.actors} if several else {},
        {asset.id: picture_of(asset.data) for asset in document.assets},
    )


def text_style(kind: CardKind) -> TextStyle:
    """Thoughts and questions are set as quotes, everything else upright."""
    return QUOTE_TEXT if kind is CardKind.THOUGHT else CARD_TEXT


def text_left() -> float:
    """Where a card's text begins, right of stripe and icon, in millimetres."""
    return DISTANCES.card_side + DISTANCES.icon + DISTANCES.icon_gap


def lay_out_card(card: Card, width: float, names: CardNames, setting: Setting) -> CardLayout:
    """The card at `width` millimetres; as tall as its text and caption need."""
    left = text_left()
    inner = width - left - DISTANCES.card_side
    style = text_style(card.kind)
    picture = _picture(card, width, names)
    top = DISTANCES.card_top if picture is None else picture.bottom + DISTANCES.card_top
    text = TextBlock(left, top, _words(card, inner, setting), style)
    bottom = text.y + max(len(text.lines), 1) * style.line_height
    caption = _caption(card, bottom + DISTANCES.caption_gap, inner, names, setting)
    if caption is not None:
        bottom = _caption_bottom(caption)
    return CardLayout(card, width, bottom + DISTANCES.card_bottom, text, caption, picture)


def _words(card: Card, across: float, setting: Setting) -> tuple[Line, ...]:
    style = text_style(card.kind)
    return setting.typesetter.wrap(card.text, style, across, aligned=True)


def _picture(card: Card, width: float, names: CardNames) -> Rect | None:
    if card.picture is None:
        return None
    across = width - 2 * DISTANCES.card_side
    known = names.pictures.get(card.picture)
    ratio = 0.75 if known is None else known.height_px / known.width_px
    return Rect(DISTANCES.card_side, DISTANCES.card_top, across, across * min(ratio, 2.0))


def _caption(
    card: Card, top: float, inner: float, names: CardNames, setting: Setting
) -> Caption | None:
    dots = _dots(card)
    words = caption_words(card, names, setting)
    telling = telling_word(card)
    if not words and telling is None and dots is None:
        return None
    left = text_left()
    typesetter = setting.typesetter
    if dots is not None:
        start = left + dots[1] * _DOT_STEP + mm_from_px(4)
        fits = typesetter.width(words, CAPTION) <= inner - (start - left)
        x, y = (start, top) if fits else (left, top + CAPTION.line_height)
        across = inner - (x - left)
        text = TextBlock(x, y, _small(words, across, setting), CAPTION) if words else None
        return Caption(text, None, dots, left, top + CAPTION.line_height / 2)
    text = TextBlock(left, top, _small(words, inner, setting), CAPTION) if words else None
    strong = None
    if telling is not None:
        strong = _beside(setting.words.say(telling), text, top, inner, setting)
    return Caption(text, strong, None, left, top)


def _small(words: str, across: float, setting: Setting) -> tuple[Line, ...]:
    return setting.typesetter.wrap(words, CAPTION, across, aligned=True)


def telling_word(card: Card) -> str | None:
    """The code of a status that stands out, if the card has one."""
    return _TELLING.get(card.status) if card.kind is CardKind.TOUCHPOINT else None


def _beside(
    said: str, text: TextBlock | None, top: float, inner: float, setting: Setting
) -> TextBlock:
    """A status at the right end of the caption's only line, or on a line of its own below."""
    left = text_left()
    width = setting.typesetter.width(said, CAPTION_STRONG)
    lines = setting.typesetter.wrap(said, CAPTION_STRONG, inner)
    if text is None:
        return TextBlock(left, top, lines, CAPTION_STRONG)
    if len(text.lines) == 1 and len(lines) == 1:
        taken = text.lines[0].width(CAPTION.size) + mm_from_px(8)
        if taken + width <= inner:
            return TextBlock(left + inner - width, top, lines, CAPTION_STRONG)
    return TextBlock(left, text.bottom, lines, CAPTION_STRONG)


def _caption_bottom(caption: Caption) -> float:
    bottoms = [block.bottom for block in (caption.text, caption.strong) if block is not None]
    if caption.dots is not None:
        bottoms.append(caption.dots_y + CAPTION.line_height / 2)
    return max(bottoms)


def severity_of(card: Card) -> int | None:
    """How many of five dots a card shows: how bad a pain is, or what a risk would lead to."""
    if card.kind is CardKind.PAIN:
        return card.severity
    return card.consequence if card.kind is CardKind.RISK else None


def _dots(card: Card) -> tuple[int, int] | None:
    filled = severity_of(card)
    return None if filled is None else (filled, 5)


def caption_words(card: Card, names: CardNames, setting: Setting) -> str:
    """Where, by whom and how many: what the small print of a card says besides dots and status."""
    parts: list[str] = []
    if card.kind is CardKind.TOUCHPOINT and card.channel is not None:
        parts.append(names.channels.get(card.channel, ""))
    if card.kind is CardKind.PAIN and card.reach is not None:
        share = setting.words.percent(card.reach)
        parts.append(setting.words.say("map.affects", percent=share))
    if card.kind in _WITH_DEPARTMENT and card.department is not None:
        parts.append(names.departments.get(card.department, ""))
    if card.actor is not None:
        parts.append(names.actors.get(card.actor, ""))
    return " · ".join(part for part in parts if part)


def dot_places(caption: Caption) -> tuple[tuple[float, float, bool], ...]:
    """Centre x and y of each severity dot, relative to the card, and whether it is filled."""
    if caption.dots is None:
        return ()
    filled, total = caption.dots
    return tuple(
        (caption.dots_x + _DOT / 2 + index * _DOT_STEP, caption.dots_y, index < filled)
        for index in range(total)
    )


DOT_RADIUS = _DOT / 2
"""Of a severity dot, in millimetres."""
