"""The head of a poster: title, stamps of its state, subtitle, logos at the right.

A long title is set smaller before it takes more than two lines. Pages after the first have a slim
head of one row.
"""

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_styles import TITLE_LINES, PosterStyles
from cjmapper.layout.poster_types import Head, Logo, PageRequest, Pill
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.document import Asset, Document, JourneyMap
from cjmapper.model.pictures import picture_of
from cjmapper.model.vocabulary import MapState, PosterPart
from cjmapper.text.lines import Line, TextStyle

_GAP = 9.0
_STAMP_GAP = 4.0
_PILL_SIDE = 7.0
_PILL_TOP = 2.6
_ABOVE_SUBTITLE = 1.5
"""How much larger than the subtitle a title is at least; else that is set smaller."""
_LOGO_HEIGHT = 26.0
_LOGO_WIDTH = 100.0
_LOGO_GAP = 12.0
_LOGO_SHARE = 0.36
"""Of the width of a page, for all logos together."""


def lay_out_head(
    request: PageRequest, subject: Subject, styles: PosterStyles, taken: float = 0.0
) -> Head:
    """The head on top of the page; of no height where all of it is left out.

    `taken` is how much of the width is not its own, at the right.
    """
    whole, hidden = request.inside, request.settings.hidden
    inside = Rect(whole.x, whole.y, whole.width - taken, whole.height)
    first = request.number == 1
    logos = () if PosterPart.LOGOS in hidden or not first else _logos(inside, subject, styles)
    left_of = min((logo.box.x for logo in logos), default=inside.right + styles.mm(_LOGO_GAP))
    room = Rect(inside.x, inside.y, left_of - styles.mm(_LOGO_GAP) - inside.x, inside.height)
    if PosterPart.TITLE in hidden:
        bottom = max((logo.box.bottom for logo in logos), default=inside.y)
        nothing = TextBlock(inside.x, inside.y, (), styles.titles[0])
        return Head(nothing, (), None, logos, bottom)
    head = _full(room, request, subject, styles) if first else _slim(room, request, subject, styles)
    bottom = max([head.bottom, *(logo.box.bottom for logo in logos)])
    return msgspec.structs.replace(head, logos=logos, bottom=bottom)


def poster_title(subject: Subject) -> str:
    """What a poster is called: as the document, else as its map."""
    return subject.document.title or subject.map.title


def whole_title(document: Document, journey: JourneyMap) -> str:
    """What a poster and its map are called, in one line; said once where both are the same."""
    return " – ".join(dict.fromkeys(part for part in (document.title, journey.title) if part))


def stamp_words(request: PageRequest, subject: Subject) -> tuple[str, ...]:
    """The state of the map, and whether it is a hypothesis; nothing for an unknown state."""
    words, state = subject.setting.words, subject.map.state
    said = [] if state is MapState.OTHER else [words.say(f"map.stamp.{state.value}")]
    coverage = None if request.figures is None else request.figures.coverage
    if coverage is not None and coverage.hypothesis:
        said.append(words.say("map.stamp.hypothesis"))
    return tuple(said)


def _full(room: Rect, request: PageRequest, subject: Subject, styles: PosterStyles) -> Head:
    """Title with the stamps behind it, subtitle below."""
    typesetter = subject.setting.typesetter
    words = _stamp_lines(request, subject, styles)
    taken = _stamps_width(words, styles)
    lines, style = _title_lines(poster_title(subject), room.width, taken, subject, styles)
    title = TextBlock(room.x, room.y, lines, style)
    stamps = _stamps(words, title, styles)
    y = max([title.y + max(len(lines), 1) * style.line_height, *(one.box.bottom for one in stamps)])
    small = style.size < styles.subtitle.size * _ABOVE_SUBTITLE
    below = styles.strip if small else styles.subtitle
    parts = dict.fromkeys((subject.map.title, subject.map.scenario))
    said = " · ".join(part for part in parts if part and part != poster_title(subject))
    if not said:
        return Head(title, stamps, None, (), y)
    wrapped = typesetter.fit(said, below, room.width, styles.most_lines)
    subtitle = TextBlock(room.x, y + styles.mm(1.5), wrapped, below)
    return Head(title, stamps, subtitle, (), subtitle.bottom)


def _slim(room: Rect, request: PageRequest, subject: Subject, styles: PosterStyles) -> Head:
    """Title, stamps and the number of the page, all on one row."""
    setting, style = subject.setting, styles.name
    said = setting.words.say("map.poster.page", n=request.number, total=request.count)
    page = setting.typesetter.line(said, styles.strip)
    words = _stamp_lines(request, subject, styles)
    taken = _stamps_width(words, styles) + page.width(styles.strip.size) + styles.mm(2 * _GAP)
    title = TextBlock(
        room.x,
        room.y + styles.mm(_PILL_TOP),
        setting.typesetter.fit(poster_title(subject), style, room.width - taken, 1),
        style,
    )
    stamps = _stamps(words, title, styles)
    last = title.lines[-1].width(style.size) if title.lines else 0.0
    x = max([title.x + last, *(one.box.right for one in stamps)]) + styles.mm(_GAP)
    middle = title.y + style.line_height / 2
    number = TextBlock(x, middle - styles.strip.line_height / 2, (page,), styles.strip)
    bottom = max([title.y + style.line_height, *(one.box.bottom for one in stamps)])
    return Head(title, stamps, number, (), bottom)


def _title_lines(
    said: str, width: float, taken: float, subject: Subject, styles: PosterStyles
) -> tuple[tuple[Line, ...], TextStyle]:
    """The title in the largest size at which two lines hold it, with `taken` left after it."""
    typesetter = subject.setting.typesetter
    for style in styles.titles:
        lines = typesetter.wrap(said, style, width)
        if lines and lines[-1].width(style.size) + taken > width:
            lines = typesetter.wrap(said, style, width - taken)
        if len(lines) <= TITLE_LINES:
            return lines, style
    style = styles.titles[-1]
    return typesetter.fit(said, style, width - taken, styles.most_lines), style


def _stamp_lines(request: PageRequest, subject: Subject, styles: PosterStyles) -> tuple[Line, ...]:
    line = subject.setting.typesetter.line
    return tuple(line(word.upper(), styles.stamp) for word in stamp_words(request, subject))


def _stamps_width(words: tuple[Line, ...], styles: PosterStyles) -> float:
    """With the gaps before each of them."""
    gaps = styles.mm(_GAP) + styles.mm(_STAMP_GAP) * (len(words) - 1) if words else 0.0
    return gaps + sum(_pill_width(word, styles) for word in words)


def _pill_width(word: Line, styles: PosterStyles) -> float:
    return word.width(styles.stamp.size) + styles.mm(2 * _PILL_SIDE)


def _stamps(words: tuple[Line, ...], title: TextBlock, styles: PosterStyles) -> tuple[Pill, ...]:
    """The words after the last line of the title, in its middle."""
    style = title.style
    last = title.lines[-1].width(style.size) if title.lines else 0.0
    slack = max(style.line_height - styles.stamp.line_height, 0.0) / 2
    top = styles.mm(_PILL_TOP) if len(title.lines) <= 1 else min(styles.mm(_PILL_TOP), slack)
    height = styles.stamp.line_height + 2 * top
    row_top = title.y + max(len(title.lines) - 1, 0) * style.line_height
    x = title.x + last + styles.mm(_GAP if title.lines else 0.0)
    y = max(row_top + (style.line_height - height) / 2, title.y - top)
    pills = []
    for word in words:
        width = _pill_width(word, styles)
        at = (x + styles.mm(_PILL_SIDE), y + top)
        pills.append(Pill(Rect(x, y, width, height), TextBlock(*at, (word,), styles.stamp)))
        x += width + styles.mm(_STAMP_GAP)
    return tuple(pills)


def _logos(inside: Rect, subject: Subject, styles: PosterStyles) -> tuple[Logo, ...]:
    """One's own, then the client's at the right edge; all equally tall, or less where too wide."""
    document, words = subject.document, subject.setting.words
    brand = document.brand
    assets = {asset.id: asset for asset in document.assets}
    wanted = ((brand.client_logo, document.client), (brand.own_logo, document.author))
    logos: list[Logo] = []
    right = inside.right
    found = [(assets[name], owner) for name, owner in wanted if name in assets]
    widest = min(styles.mm(_LOGO_WIDTH), inside.width * _LOGO_SHARE / max(len(found), 1))
    for asset, owner in found:
        proportion = _proportion(asset)
        if proportion is None:
            continue
        height = min(styles.mm(_LOGO_HEIGHT), widest / proportion)
        top = inside.y + (styles.mm(_LOGO_HEIGHT) - height) / 2
        box = Rect(right - height * proportion, top, height * proportion, height)
        told = (
            words.say("map.poster.logo_of", name=owner) if owner else words.say("map.poster.logo")
        )
        logos.append(Logo(box, asset, told))
        right = box.x - styles.mm(_LOGO_GAP)
    return tuple(reversed(logos))


def _proportion(asset: Asset) -> float | None:
    """Width against height of a picture; None for what is none."""
    picture = picture_of(asset.data)
    return None if picture is None else picture.width_px / picture.height_px
