"""The legend and the last line of a poster: only the symbols that this map uses."""

import datetime as dt

from cjmapper.geometry import Rect
from cjmapper.layout.cards import severity_of
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import LegendEntry
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap
from cjmapper.model.vocabulary import (
    CardKind,
    EmotionView,
    LaneKind,
    TouchpointStatus,
    TransitionKind,
)

_SYMBOL = 13.0
_SYMBOL_GAP = 3.5
_ENTRY_GAP = 13.0


def symbols_in_use(journey: JourneyMap) -> tuple[tuple[str, str], ...]:
    """The name of each symbol on this map with the code of its words, most important first."""
    lanes = {lane.id: lane.kind for lane in journey.lanes if not lane.hidden}
    felt = LaneKind.EMOTION in lanes.values()
    views = {reading.view for reading in journey.emotions} if felt else set()
    kinds = {one.kind for one in journey.transitions}
    drops = any(one.to == ids.DROP for one in journey.transitions)
    cards = [card for card in journey.cards if card.lane in lanes]
    rated = any(severity_of(card) is not None for card in cards)
    missing = any(
        card.kind is CardKind.TOUCHPOINT and card.status is TouchpointStatus.MISSING
        for card in cards
    )
    checks = (
        ("felt", EmotionView.FELT in views and len(views) > 1, "map.legend.felt"),
        ("quiet", EmotionView.BELIEVED in views, "map.legend.believed"),
        ("quiet", EmotionView.EXPECTED in views, "map.legend.expected"),
        ("felt", EmotionView.TARGET in views, "map.legend.target"),
        ("star", any(s.moment_of_truth for s in journey.steps), "map.legend.moment_of_truth"),
        ("dots", rated, "map.legend.severity"),
        ("hollow", missing, "map.legend.missing"),
        ("skip", TransitionKind.SKIP in kinds, "map.legend.transition.skip"),
        ("back", TransitionKind.LOOP_BACK in kinds, "map.legend.transition.loop_back"),
        ("drop", drops, "map.legend.transition.drop_off"),
    )
    return tuple((symbol, code) for symbol, used, code in checks if used)


def lay_out_legend(
    subject: Subject, area: Rect, styles: PosterStyles
) -> tuple[tuple[LegendEntry, ...], float]:
    """The entries in rows from the top of `area`, as wide as it is; and the y below the last."""
    mm, style = styles.mm, styles.small
    x, y = area.x, area.y
    entries = []
    for symbol, code in symbols_in_use(subject.map):
        line = subject.setting.typesetter.line(subject.setting.words.say(code), style)
        width = mm(_SYMBOL + _SYMBOL_GAP) + line.width(style.size)
        if x > area.x and x + width > area.right:
            x, y = area.x, y + style.line_height * 1.25
        box = Rect(x, y, mm(_SYMBOL), style.line_height)
        text = TextBlock(x + mm(_SYMBOL + _SYMBOL_GAP), y, (line,), style)
        entries.append(LegendEntry(symbol, box, text))
        x += width + mm(_ENTRY_GAP)
    return tuple(entries), (y + style.line_height if entries else area.y)


def lay_out_footer(
    subject: Subject, area: Rect, styles: PosterStyles, today: dt.date | None
) -> tuple[TextBlock, ...]:
    """The source line, set to the right edge of `area`: who, which version, when."""
    style, fit = styles.small, subject.setting.typesetter.fit
    said = " · ".join(footer_parts(subject, today))
    block = TextBlock(area.x, area.y, fit(said, style, area.width, styles.most_lines), style)
    rows = []
    for index, line in enumerate(block.lines):
        x = area.right - line.width(style.size)
        rows.append(TextBlock(x, area.y + index * style.line_height, (line,), style))
    return tuple(rows)


def footer_width(subject: Subject, styles: PosterStyles, today: dt.date | None) -> float:
    """What the source line would take on one row, in millimetres."""
    said = " · ".join(footer_parts(subject, today))
    return subject.setting.typesetter.width(said, styles.small) + styles.mm(1.0)


def footer_parts(subject: Subject, today: dt.date | None) -> list[str]:
    """What is known of where this poster comes from, in the order it is printed."""
    document, journey, words = subject.document, subject.map, subject.setting.words
    named = (
        ("map.poster.client", document.client),
        ("map.poster.owner", journey.owner),
        ("map.poster.author", document.author),
        ("map.poster.contact", document.contact),
    )
    parts = [words.say(code, name=name) for code, name in named if name]
    if document.version:
        parts.append(words.say("map.poster.version", version=document.version))
    day = document.modified or document.created or today
    if day is not None:
        parts.append(words.date(day))
    if journey.review_due is not None:
        parts.append(words.say("map.poster.review_due", date=words.date(journey.review_due)))
    if document.confidentiality:
        parts.append(document.confidentiality)
    return [*parts, words.say("map.poster.made_with")]
