"""The legend of a poster: only the symbols that this map uses."""

import math

from cjmapper.geometry import Rect
from cjmapper.layout.assumptions import centred
from cjmapper.layout.cards import severity_of
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import LegendEntry
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Figures
from cjmapper.model.queries import primary_actor
from cjmapper.model.vocabulary import (
    CardKind,
    EmotionView,
    LaneKind,
    TouchpointStatus,
    TransitionKind,
)
from cjmapper.text.lines import Line

_SYMBOL = 13.0
_SQUARE = 6.0
_SQUARES = frozenset({"low", "star", "drop"})
"""Symbols that are as wide as they are tall."""
_SYMBOL_GAP = 3.5
_ENTRY_GAP = 13.0
_PITCH = 1.25
"""From row to row, in lines of their words."""
_AIRY = 2.1
"""The most of that beside a title block."""


def symbols_in_use(journey: JourneyMap, figures: Figures | None) -> tuple[tuple[str, str], ...]:
    """The name of each symbol on this map with the code of its words, most important first."""
    lows = figures is not None and bool(figures.lows.ranked)
    coverage = None if figures is None else figures.coverage
    ribbons = _ribbons(journey, figures)
    assumed = coverage is not None and any(map(coverage.assumed, coverage.levels))
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
        ("hatched", True in ribbons, "map.legend.optimistic"),
        ("dotted", False in ribbons, "map.legend.pessimistic"),
        ("low", lows, "map.legend.low"),
        ("star", any(s.moment_of_truth for s in journey.steps), "map.legend.moment_of_truth"),
        ("dots", rated, "map.legend.severity"),
        ("assumption", assumed, "map.legend.assumption"),
        ("hollow", missing, "map.legend.missing"),
        ("skip", TransitionKind.SKIP in kinds, "map.legend.transition.skip"),
        ("back", TransitionKind.LOOP_BACK in kinds, "map.legend.transition.loop_back"),
        ("drop", drops, "map.legend.transition.drop_off"),
    )
    return tuple((symbol, code) for symbol, used, code in checks if used)


def _ribbons(journey: JourneyMap, figures: Figures | None) -> frozenset[bool]:
    """Which ribbons are drawn: only where one felt curve is alone in its lane."""
    if figures is None:
        return frozenset()
    primary = primary_actor(journey)
    felt = {one.actor or primary for one in journey.emotions if one.view is EmotionView.FELT}
    lanes = [one for one in journey.lanes if one.kind is LaneKind.EMOTION and not one.hidden]
    alone = len(felt) == 1 or all(one.actor is not None for one in lanes)
    return figures.gaps.ribbons if alone else frozenset()


def lay_out_legend(
    subject: Subject, figures: Figures | None, area: Rect, styles: PosterStyles
) -> tuple[tuple[LegendEntry, ...], float]:
    """The entries in rows and columns from the top of `area`, as wide as it is; their bottom.

    Rows stand farther apart where the area is higher than they need.
    """
    style, gap = styles.small, styles.mm(_ENTRY_GAP)
    named = [
        (symbol, subject.setting.typesetter.line(subject.setting.words.say(code), style))
        for symbol, code in symbols_in_use(subject.map, figures)
    ]
    if not named:
        return (), area.y
    signs, words = _columns(named, area.width, gap, styles)
    count = len(signs)
    rows = math.ceil(len(named) / count)
    pitch = min(max(area.height / rows, style.line_height * _PITCH), style.line_height * _AIRY)
    top = area.y + (pitch - style.line_height * _PITCH) / 2
    lefts = [
        area.x + sum(signs[:column]) + sum(words[:column]) + gap * column for column in range(count)
    ]
    entries = []
    for index, (symbol, line) in enumerate(named):
        row, column = divmod(index, count)
        at = (lefts[column], top + row * pitch)
        entries.append(_entry(symbol, line, at, signs[column], subject, styles))
    return tuple(entries), top + (rows - 1) * pitch + style.line_height


def _columns(
    named: list[tuple[str, Line]], room: float, gap: float, styles: PosterStyles
) -> tuple[list[float], list[float]]:
    """How wide the signs and the words of each column are: as many columns as the room holds."""
    signs = [_symbol_width(symbol, styles) for symbol, _ in named]
    words = [styles.mm(_SYMBOL_GAP) + line.width(styles.small.size) for _, line in named]
    for count in range(len(named), 1, -1):
        wide = [max(signs[place::count]) for place in range(count)]
        long = [max(words[place::count]) for place in range(count)]
        if sum(wide) + sum(long) + gap * (count - 1) <= room:
            return wide, long
    return [max(signs)], [max(words)]


def _symbol_width(symbol: str, styles: PosterStyles) -> float:
    square = max(styles.mm(_SQUARE), styles.small.line_height)
    return square if symbol in _SQUARES else styles.mm(_SYMBOL)


def _entry(
    symbol: str,
    line: Line,
    at: tuple[float, float],
    room: float,
    subject: Subject,
    styles: PosterStyles,
) -> LegendEntry:
    """A sign in the middle of the `room` that its column has for signs, and its words."""
    style, (left, y) = styles.small, at
    width = _symbol_width(symbol, styles)
    box = Rect(left + (room - width) / 2, y, width, style.line_height)
    text = TextBlock(left + room + styles.mm(_SYMBOL_GAP), y, (line,), style)
    inner = None
    if symbol == "assumption":
        sign = subject.setting.typesetter.line("?", style)
        inner = centred(sign, style, box.centre.x, box.centre.y)
    return LegendEntry(symbol, box, text, inner)
