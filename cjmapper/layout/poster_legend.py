"""The legend of a poster: only the symbols that this map uses."""

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

_SYMBOL = 13.0
_SQUARE = 6.0
_SQUARES = frozenset({"low", "star", "drop"})
"""Symbols that are as wide as they are tall."""
_SYMBOL_GAP = 3.5
_ENTRY_GAP = 13.0


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
    """The entries in rows from the top of `area`, as wide as it is; and the y below the last."""
    mm, style = styles.mm, styles.small
    x, y = area.x, area.y
    entries = []
    for symbol, code in symbols_in_use(subject.map, figures):
        line = subject.setting.typesetter.line(subject.setting.words.say(code), style)
        wide = max(mm(_SQUARE), style.line_height) if symbol in _SQUARES else mm(_SYMBOL)
        width = wide + mm(_SYMBOL_GAP) + line.width(style.size)
        if x > area.x and x + width > area.right:
            x, y = area.x, y + style.line_height * 1.25
        box = Rect(x, y, wide, style.line_height)
        text = TextBlock(box.right + mm(_SYMBOL_GAP), y, (line,), style)
        inner = None
        if symbol == "assumption":
            sign = subject.setting.typesetter.line("?", style)
            inner = centred(sign, style, box.centre.x, box.centre.y)
        entries.append(LegendEntry(symbol, box, text, inner))
        x += width + mm(_ENTRY_GAP)
    return tuple(entries), (y + style.line_height if entries else area.y)
