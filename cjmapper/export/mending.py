"""What else could be chosen so that text is large enough: each way is laid out and measured.

A way is tried as one page, which is what any other overflow comes to where that can be read; so a
try costs one page, whatever the map. Changes nothing.
"""

import itertools
import math
from collections.abc import Iterator, Mapping

import msgspec

from cjmapper.errors import CjmapperError
from cjmapper.export.findings import Level, Mend
from cjmapper.export.legible import METRES_PER_PT, SMALL_PRINT, distance_of, readable_from
from cjmapper.export.paper import PAPERS, ROLL_HEIGHTS, Paper, paper_named, turned
from cjmapper.export.poster import PosterPlan, PosterRequest, lay_out_pages
from cjmapper.export.poster_pages import NEARLY, smallest_pt
from cjmapper.geometry import MM_PER_PT, Size
from cjmapper.layout.styles import CAPTION, CARD_TEXT, DISTANCES, PHASE_NAME, STEP_TITLE
from cjmapper.model import ids, queries
from cjmapper.model.edits.steps import set_width
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation, Overflow, PosterPart

CARDS, PRINT, FAR = "cards_too_small", "small_print", "too_far"
_BEARABLE = {CARDS: {PRINT, FAR}, PRINT: {FAR}, FAR: set[str]()}
"""What may come instead of a fault, because it matters less."""
_USUALLY = 0.7
"""Where nobody chose a distance, cards may be this much smaller than the paper's usual ones."""
_LEAST_NEAR_M = 0.25
"""Nobody is asked to read a poster from nearer than this."""
_MOST_MENDS = 3
_MOST_TRIALS = 4
"""The preview waits for them."""
_MOST_GAIN = 1.6
"""No other way to use the same paper makes a map larger than by this."""
_SLACK = 1.15
"""How much more than its own size a larger paper may give a map."""
_NARROW = 0.7
"""A map that takes no more of the page's width is kept small by its height."""
_WIDER = (1.25, 1.6)
_TOO_FAR = {
    Level.PHASE: "phase_too_far",
    Level.STEP: "step_too_far",
    Level.CARD: "card_too_far",
}
"""By the kind that is read from furthest away of those that are too small."""
_TURN = {Orientation.PORTRAIT: "turn_portrait", Orientation.LANDSCAPE: "turn_landscape"}
_PARTS = (
    ("without_rail", (PosterPart.RAIL,)),
    ("without_rail_and_persona", (PosterPart.RAIL, PosterPart.PERSONA)),
)


class Fault(msgspec.Struct, frozen=True):
    """Text that is too small: the code of the finding and what its sentence names."""

    code: str
    values: Mapping[str, float]


class Measured(msgspec.Struct, frozen=True):
    """The text of a poster against its paper; sizes in points."""

    sizes: Mapping[Level, float]
    page: Size
    settings: PosterSettings

    def faults(self) -> Mapping[str, Fault]:
        """What is too small: `CARDS` or else `PRINT` against the paper, `FAR` for the distance."""
        found: dict[str, Fault] = {}
        smallest = round(smallest_pt(self.page), 1)
        card, least = self.sizes.get(Level.CARD), self.sizes.get(Level.SMALLEST)
        if card is not None and card < smallest * NEARLY:
            found[CARDS] = Fault(CARDS, {"size": card, "least": smallest})
        elif least is not None and least < smallest * SMALL_PRINT * NEARLY:
            found[PRINT] = Fault(PRINT, {"size": least, "least": round(smallest * SMALL_PRINT, 1)})
        far = self._too_far()
        if far is not None and (self.settings.distance_m or CARDS not in found):
            found[FAR] = far
        return found

    def _too_far(self) -> Fault | None:
        """Cards, and what else is meant to be seen from further away, for the distance."""
        wanted, usual = self.settings.distance_m, distance_of(self.page)
        enough = usual * _USUALLY if wanted is None else wanted * NEARLY
        levels = (one for one in _TOO_FAR if one in self.sizes)
        short = [one for one in levels if self.sizes[one] * METRES_PER_PT < enough]
        if Level.CARD not in short:
            return None
        reads = readable_from(self.sizes[Level.CARD])
        return Fault(f"{short[0].value}_{FAR}", {"reads": reads, "wanted": wanted or usual})


class Mending:
    """Finds what mends the sizes of one poster."""

    def __init__(self, plan: PosterPlan, present: Mapping[Level, float]) -> None:
        """`present` are the sizes that the poster has now."""
        self._plan = plan
        self._settings = plan.request.settings
        self._trials = 0
        self.now = Measured(present, plan.wholes[0].drawing.size, self._settings)

    def mends(self, fault: str) -> tuple[Mend, ...]:
        """The best ways to be rid of a fault, at most three."""
        return tuple(itertools.islice(self._ways(fault), _MOST_MENDS))

    def _ways(self, fault: str) -> Iterator[Mend]:
        gain = self._gain_needed(fault)
        near = len(self._plan.wholes) == 1 and gain <= _MOST_GAIN
        if near:
            yield from self._wider(fault)
        yield from self._larger(fault, gain)
        if fault == CARDS and len(self._plan.layouts[0].map.columns) > 1:
            settings = msgspec.structs.replace(self._settings, overflow=Overflow.PAGES)
            yield Mend(code="more_pages", settings=settings)
        if near:
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
        here = self.now.page
        absolute = fault == FAR and self._settings.distance_m is not None
        for paper in _larger_papers(self._settings):
            sides = math.sqrt(paper.size.surface / here.surface)
            asks = smallest_pt(paper.size) / smallest_pt(here)
            needed = gain if absolute else gain * asks
            alone = len(self._plan.wholes) == 1
            if alone and not paper.grows and sides * _SLACK < needed:
                continue
            for mend in self._if_cured(fault, "larger_paper", paper=paper.name):
                yield mend
                return

    def _turned(self, fault: str) -> Iterator[Mend]:
        if paper_named(self._settings.paper).turns:
            lies = self._settings.orientation is Orientation.LANDSCAPE
            other = Orientation.PORTRAIT if lies else Orientation.LANDSCAPE
            yield from self._if_cured(fault, _TURN[other], orientation=other)

    def _fewer(self, fault: str) -> Iterator[Mend]:
        for code, parts in _PARTS:
            hidden = tuple(dict.fromkeys((*self._settings.hidden, *(str(one) for one in parts))))
            fewer = list(self._if_cured(fault, code, hidden=hidden))
            yield from fewer
            if fewer:
                return

    def _wider(self, fault: str) -> Iterator[Mend]:
        """Wider columns, where height and not width keeps the map small."""
        layout = self._plan.layouts[0]
        if layout.map_rect.width > layout.page.width * _NARROW:
            return
        for factor in _WIDER:
            widths = tuple(
                (column.step.id, round(min(column.width * factor, DISTANCES.most_column), 1))
                for column in layout.map.columns
            )
            measured = self._try(_with_widths(self._plan.request, widths), self._settings)
            if measured is not None and self._better(fault, measured):
                yield Mend(code="wider_columns", widths=widths)
                return

    def _if_cured(self, fault: str, mend: str, **changes: object) -> Iterator[Mend]:
        settings = msgspec.structs.replace(self._settings, **changes)
        if settings.overflow is Overflow.LIST:
            settings = msgspec.structs.replace(settings, overflow=Overflow.AUTO)
        measured = self._try(self._plan.request, settings)
        if measured is not None and self._better(fault, measured):
            yield Mend(code=mend, values={"paper": settings.paper}, settings=settings)

    def _better(self, fault: str, measured: Measured) -> bool:
        """Whether a fault is gone and nothing as bad has come instead."""
        new = set(measured.faults())
        return fault not in new and not new - set(self.now.faults()) - _BEARABLE[fault]

    def _try(self, request: PosterRequest, settings: PosterSettings) -> Measured | None:
        """The sizes that one page would have; None where it can not be made, or enough was tried.

        A page whose cards are too small even for its paper would become several.
        """
        if self._trials >= _MOST_TRIALS:
            return None
        self._trials += 1
        alone = msgspec.structs.replace(settings, overflow=Overflow.ONE)
        asked = msgspec.structs.replace(request, settings=alone)
        try:
            layout = lay_out_pages(asked, self._plan.typesetter)[0]
        except CjmapperError:
            return None
        measured = Measured(_grid_sizes(layout.map_scale), layout.page, settings)
        return None if CARDS in measured.faults() else measured


def _grid_sizes(scale: float) -> Mapping[Level, float]:
    """The sizes on a page whose map has this scale; the frame never goes below the paper's."""
    styles = {
        Level.PHASE: PHASE_NAME,
        Level.STEP: STEP_TITLE,
        Level.CARD: CARD_TEXT,
        Level.SMALLEST: CAPTION,
    }
    return {level: round(style.size * scale / MM_PER_PT, 1) for level, style in styles.items()}


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
    larger = [paper for paper in named if paper.size.surface > 1.01 * size.surface]
    return sorted(larger, key=lambda paper: paper.size.surface)
