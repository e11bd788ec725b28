"""The rail of a poster: what is to be done, what was found, what is measured.

Everything in it is said in the document's own words; figures that must be computed are not here.
"""

from collections.abc import Sequence

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import Rail, RailItem, RailSection
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.document import Action, Metric
from cjmapper.model.vocabulary import ActionStatus, MetricUnit
from cjmapper.text.lines import TextStyle

_PAD = 9.0
_SECTION_GAP = 13.0
_ITEM_GAP = 5.0
_TICK = 5.5
_TICK_GAP = 4.0
_MOST_ITEMS = 6


class Said(msgspec.Struct, frozen=True):
    """What one item says: its words, the small print, and what is wanting."""

    strong: str
    quiet: str = ""
    telling: str = ""
    tick: bool = False


class SectionText(msgspec.Struct, frozen=True):
    """A heading and its items, before they are given a place."""

    heading: str
    items: tuple[Said, ...]


def rail_text(subject: Subject) -> tuple[SectionText, ...]:
    """What the rail of this map says; nothing where the map holds no such things."""
    words, journey = subject.setting.words, subject.map
    actions = [one for one in journey.actions if one.status is not ActionStatus.DROPPED]
    found = [
        ("map.rail.actions", [_action(subject, one) for one in actions]),
        ("map.rail.insights", [Said(one.text) for one in journey.insights if one.text]),
        ("map.rail.metrics", [_metric(subject, one) for one in subject.document.metrics]),
    ]
    return tuple(
        SectionText(words.say(code), _first(items, subject)) for code, items in found if items
    )


def _first(items: Sequence[Said], subject: Subject) -> tuple[Said, ...]:
    """As many as there is room for, and how many more there are."""
    shown, more = tuple(items[:_MOST_ITEMS]), len(items) - _MOST_ITEMS
    if more <= 0:
        return shown
    return (*shown, Said("", subject.setting.words.count("map.poster.more", more)))


def rail_beside(
    text: Sequence[SectionText], box: Rect, subject: Subject, styles: PosterStyles
) -> Rail | None:
    """The sections one below another; None where they do not all fit in `box`."""
    pad, gap = styles.mm(_PAD), styles.mm(_SECTION_GAP)
    y = box.y + pad
    sections = []
    for section in text:
        placed, y = _section(section, (box.x + pad, y), box.width - 2 * pad, subject, styles)
        sections.append(placed)
        y += gap
    return None if y - gap + pad > box.bottom else Rail(box, tuple(sections))


def rail_below(
    text: Sequence[SectionText],
    corner: tuple[float, float],
    width: float,
    subject: Subject,
    styles: PosterStyles,
) -> Rail:
    """The sections side by side, as tall as the tallest."""
    pad, gap = styles.mm(_PAD), styles.mm(_SECTION_GAP)
    x, y = corner
    column = (width - 2 * pad - gap * (len(text) - 1)) / len(text)
    sections, bottoms = [], []
    for index, section in enumerate(text):
        at = (x + pad + index * (column + gap), y + pad)
        placed, bottom = _section(section, at, column, subject, styles)
        sections.append(placed)
        bottoms.append(bottom)
    return Rail(Rect(x, y, width, max(bottoms) + pad - y), tuple(sections))


def _section(
    section: SectionText,
    at: tuple[float, float],
    width: float,
    subject: Subject,
    styles: PosterStyles,
) -> tuple[RailSection, float]:
    x, y = at
    wrap = subject.setting.typesetter.wrap
    heading = TextBlock(x, y, wrap(section.heading, styles.heading, width), styles.heading)
    y = heading.bottom + styles.mm(_ITEM_GAP)
    items = []
    for said in section.items:
        item, y = _item(said, (x, y), width, subject, styles)
        items.append(item)
        y += styles.mm(_ITEM_GAP)
    return RailSection(heading, tuple(items)), y - styles.mm(_ITEM_GAP)


def _item(
    said: Said, at: tuple[float, float], width: float, subject: Subject, styles: PosterStyles
) -> tuple[RailItem, float]:
    x, y = at
    indent = styles.mm(_TICK + _TICK_GAP) if said.tick else 0.0
    tick = None
    if said.tick:
        side = styles.mm(_TICK)
        tick = Rect(x, y + (styles.rail_strong.line_height - side) / 2, side, side)
    fit = subject.setting.typesetter.fit

    def block(text: str, style: TextStyle, top: float) -> TextBlock:
        lines = fit(text, style, width - indent, styles.most_lines)
        return TextBlock(x + indent, top, lines, style)

    strong = block(said.strong, styles.rail_strong, y)
    y = strong.bottom
    quiet = telling = None
    if said.quiet:
        quiet = block(said.quiet, styles.rail, y)
        y = quiet.bottom
    if said.telling:
        telling = block(said.telling, styles.rail, y)
        y = telling.bottom
    return RailItem(strong, quiet, telling, tick), y


def _action(subject: Subject, action: Action) -> Said:
    """What, who, when; and what of these nobody has said yet."""
    words = subject.setting.words
    departments = {one.id: one.name for one in subject.document.departments}
    known = [action.owner, departments.get(action.department, "") if action.department else ""]
    wanting = [] if action.owner else [words.say("map.rail.no_owner")]
    if action.due is None:
        wanting.append(words.say("map.rail.no_due"))
    else:
        known.append(words.date(action.due))
    quiet = " · ".join(part for part in known if part)
    return Said(action.title, quiet, " · ".join(wanting), tick=True)


def _metric(subject: Subject, metric: Metric) -> Said:
    """The last measured value, and what is aimed at."""
    words = subject.setting.words

    def written(value: float) -> str:
        share = metric.unit is MetricUnit.SHARE
        return words.percent(value) if share else words.number(value)

    parts = []
    if metric.values:
        last = metric.values[-1]
        counted = f" (n = {words.number(last.n)})" if last.n is not None else ""
        parts.append(written(last.value) + counted)
    if metric.target is not None:
        parts.append(words.say("map.rail.target", value=written(metric.target)))
    return Said(metric.name, " → ".join(parts))
