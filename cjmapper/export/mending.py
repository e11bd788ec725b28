"""What else could be chosen so that text is large enough: each way is laid out and measured.

Nothing is offered that was not tried. Changes nothing.
"""

import itertools
import math
from collections.abc import Iterator, Mapping

import msgspec

from cjmapper.errors import CjmapperError
from cjmapper.export.findings import Level, Mend
from cjmapper.export.legible import METRES_PER_PT, NEARLY, Needs, census, needs_of, sizes
from cjmapper.export.paper import PAPERS, ROLL_HEIGHTS, Paper, paper_named, turned
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.geometry import Size
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import ids, queries
from cjmapper.model.document import PosterSettings
from cjmapper.model.edits.steps import set_width
from cjmapper.model.vocabulary import Orientation, Overflow, PosterPart

_MOST_MENDS = 3
_MOST_TRIALS = 5
"""Each lays out a whole poster, and the preview waits."""
_NARROW = 0.7
"""A map that takes no more of the page's width is kept small by its height."""
_WIDER = (1.25, 1.6)
_GRID = (Level.PHASE, Level.STEP, Level.CARD)
_PARTS = (
    ("without_rail", (PosterPart.RAIL,)),
    ("without_rail_and_persona", (PosterPart.RAIL, PosterPart.PERSONA)),
)


CARDS, PRINT, FAR = "cards_too_small", "small_print", "too_far"
_USUALLY = 0.7
"""Where nobody chose a distance, cards may be this much smaller than the paper's usual ones."""
_BEARABLE = {CARDS: {PRINT, FAR}, PRINT: {FAR}, FAR: set[str]()}
"""What may come instead of a fault, because it matters less."""
_LEAST_NEAR_M = 0.3
"""Nobody is asked to read a poster from nearer than this."""
_MOST_GAIN = 1.6
"""No other way to use the same paper makes a map larger than by this."""
_SLACK = 1.15
"""How much more than its own size a larger paper may give a map."""


class Fault(msgspec.Struct, frozen=True):
    """Text that is too small: the code of the finding and what its sentence names."""

    code: str
    values: Mapping[str, float]


_Way = tuple[str, Orientation, Overflow, tuple[str, ...]]


class Measured(msgspec.Struct, frozen=True):
    """The text of a poster against its paper; sizes in points."""

    sizes: Mapping[Level, float]
    page: Size
    settings: PosterSettings

    def faults(self) -> Mapping[str, Fault]:
        """What is too small: `CARDS` or else `PRINT` against the paper, `FAR` for the distance."""
        found: dict[str, Fault] = {}
        needs = needs_of(self.page)
        card, least = self.sizes.get(Level.CARD), self.sizes.get(Level.SMALLEST)
        if card is not None and card < needs.smallest_pt * NEARLY:
            found[CARDS] = Fault(CARDS, {"size": card, "least": needs.smallest_pt})
        elif least is not None and least < needs.smallest_pt * NEARLY:
            found[PRINT] = Fault(PRINT, {"size": least, "least": needs.smallest_pt})
        far = self._too_far(needs)
        if far is not None and (self.settings.distance_m or CARDS not in found):
            found[FAR] = far
        return found

    def _too_far(self, needs: Needs) -> Fault | None:
        """Cards, and what else is meant to be seen from further away, for the distance."""
        wanted = self.settings.distance_m
        enough = needs.distance_m * _USUALLY if wanted is None else wanted * NEARLY
        levels = (one for one in _GRID if one in self.sizes)
        short = [one for one in levels if self.sizes[one] * METRES_PER_PT < enough]
        if Level.CARD not in short:
            return None
        reads = math.floor(self.sizes[Level.CARD] * METRES_PER_PT * 10) / 10
        values = {"reads": reads, "wanted": wanted or needs.distance_m}
        return Fault(f"{short[0].value}_{FAR}", values)


class Mending:
    """Finds what mends the sizes of one poster; what was tried once is not tried again."""

    def __init__(self, plan: PosterPlan, present: Mapping[Level, float]) -> None:
        """`present` are the sizes that the poster has now."""
        self._plan = plan
        self._settings = plan.request.settings
        self.now = Measured(present, plan.wholes[0].drawing.size, self._settings)
        self._tried: dict[_Way, Measured | None] = {}

    def mends(self, fault: str) -> tuple[Mend, ...]:
        """The best ways to be rid of a fault, at most three."""
        return tuple(itertools.islice(self._ways(fault), _MOST_MENDS))

    def _ways(self, fault: str) -> Iterator[Mend]:
        gain = self._gain_needed(fault)
        alone = len(self._plan.wholes) == 1 or self._settings.overflow is Overflow.ONE
        if not alone or gain <= _MOST_GAIN:
            yield from self._wider(fault)
        yield from self._larger(fault, gain if alone else 1.0)
        yield from self._if_cured(fault, "more_pages", overflow=Overflow.PAGES)
        if not alone or gain <= _MOST_GAIN:
            yield from self._turned(fault)
            yield from self._fewer(fault)
        reads = self.now.faults()[fault].values.get("reads", 0.0)
        if reads >= _LEAST_NEAR_M:
            settings = msgspec.structs.replace(self._settings, distance_m=reads)
            yield Mend(code="nearer", values={"distance": reads}, settings=settings)

    def _gain_needed(self, fault: str) -> float:
        """By how much the text would have to grow on the same paper."""
        values = self.now.faults()[fault].values
        if fault == FAR:
            enough = NEARLY if self._settings.distance_m else _USUALLY
            return values["wanted"] * enough / max(values["reads"], 0.01)
        return values["least"] * NEARLY / values["size"]

    def _larger(self, fault: str, gain: float) -> Iterator[Mend]:
        """The smallest larger paper that is large enough."""
        for paper in _larger_papers(self._settings):
            sides = math.sqrt(_area(paper.size) / _area(self.now.page))
            if self._settings.distance_m is None or fault != FAR:
                enough = gain * needs_of(paper.size).smallest_pt
                enough /= needs_of(self.now.page).smallest_pt
            else:
                enough = gain
            if sides * _SLACK < enough and gain > 1.0:
                continue
            for mend in self._if_cured(fault, "larger_paper", paper=paper.name):
                yield mend
                return

    def _fewer(self, fault: str) -> Iterator[Mend]:
        for code, parts in _PARTS:
            hidden = tuple(dict.fromkeys((*self._settings.hidden, *(str(one) for one in parts))))
            fewer = list(self._if_cured(fault, code, hidden=hidden))
            yield from fewer
            if fewer:
                return

    def _turned(self, fault: str) -> Iterator[Mend]:
        if paper_named(self._settings.paper).turns:
            lies = self._settings.orientation is Orientation.LANDSCAPE
            other = Orientation.PORTRAIT if lies else Orientation.LANDSCAPE
            yield from self._if_cured(fault, f"turn_{other.value}", orientation=other)

    def _if_cured(self, fault: str, mend: str, **changes: object) -> Iterator[Mend]:
        settings = msgspec.structs.replace(self._settings, **changes)
        if settings == self._settings:
            return
        key = (settings.paper, settings.orientation, settings.overflow, settings.hidden)
        if key not in self._tried:
            if len(self._tried) >= _MOST_TRIALS:
                return
            self._tried[key] = self._try(self._plan.request, settings)
        measured = self._tried[key]
        if measured is not None and self._better(fault, measured):
            yield Mend(code=mend, values={"paper": settings.paper}, settings=settings)

    def _wider(self, fault: str) -> Iterator[Mend]:
        """Wider columns, where height and not width keeps the map small."""
        layouts = self._plan.layouts
        if len(layouts) > 1 or layouts[0].map_rect.width > layouts[0].page.width * _NARROW:
            return
        for factor in _WIDER:
            widths = tuple(
                (column.step.id, round(min(column.width * factor, DISTANCES.most_column), 1))
                for column in layouts[0].map.columns
            )
            measured = self._try(_with_widths(self._plan.request, widths), self._settings)
            if measured is not None and self._better(fault, measured):
                yield Mend(code="wider_columns", widths=widths)
                return

    def _better(self, fault: str, measured: Measured) -> bool:
        """Whether a fault is gone and nothing as bad has come instead."""
        new = set(measured.faults())
        return fault not in new and not new - set(self.now.faults()) - _BEARABLE[fault]

    def _try(self, request: PosterRequest, settings: PosterSettings) -> Measured | None:
        """The sizes that a poster would have; None where it can not be made so."""
        whole = msgspec.structs.replace(settings, tiles=None, bleed=False)
        asked = msgspec.structs.replace(request, settings=whole)
        try:
            plan = plan_poster(asked, self._plan.typesetter)
        except CjmapperError:
            return None
        return Measured(sizes(census(plan.wholes)), plan.wholes[0].drawing.size, settings)


def _with_widths(
    request: PosterRequest, widths: tuple[tuple[ids.StepId, float], ...]
) -> PosterRequest:
    document = request.document
    for step, width in widths:
        document = set_width(document, request.journey.id, step, width)
    journey = queries.map_by_id(document, request.journey.id)
    return msgspec.structs.replace(request, document=document, journey=journey)


def _larger_papers(settings: PosterSettings) -> list[Paper]:
    """Papers larger than the one chosen, the smallest first."""
    chosen = paper_named(settings.paper)
    if chosen.grows:
        heights = [height for height in ROLL_HEIGHTS if height > chosen.size.height]
        return [paper_named(f"{height}mm") for height in heights]
    size = turned(chosen, settings.orientation)
    named = [paper for paper in PAPERS if paper.name.startswith("A") or chosen.name[0] != "A"]
    larger = [paper for paper in named if _area(paper.size) > 1.01 * _area(size)]
    return sorted(larger, key=lambda paper: _area(paper.size))


def _area(size: Size) -> float:
    return size.width * size.height
