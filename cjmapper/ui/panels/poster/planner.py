"""From an order to what the panel shows: plans the posters and gathers what was found on them.

Works in the thread that it is made in and uses no widgets.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.errors import CjmapperError, ExportCancelledError
from cjmapper.export.findings import Finding, ReadingLevel
from cjmapper.export.options import ExportKind
from cjmapper.export.planning import plan_map
from cjmapper.export.poster import PosterPlan
from cjmapper.export.preflight import preflight, reading_levels
from cjmapper.model import queries
from cjmapper.model.client_copy import client_copy
from cjmapper.model.left_names import names_left_out
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import Metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.ui.panels.poster.planned import Found, Joined, Leaf, Order, Planned, Spot


class _Part(NamedTuple):
    """What came of one map."""

    leaves: list[Leaf]
    findings: tuple[Finding, ...]
    levels: tuple[ReadingLevel, ...]
    printed: tuple[Page, ...]
    has_notes: bool = True
    blank_labels: int = 0


class Planner:
    """Keeps the type of each language between one plan and the next."""

    def __init__(self, metrics: Metrics, pulse: Callable[[], None] | None = None) -> None:
        """`pulse` is called now and then; it stops a plan by raising ExportCancelledError."""
        self._metrics = metrics
        self._pulse = pulse
        self._typesetters: dict[str, Typesetter] = {}

    def planned(self, order: Order) -> Planned:
        """What there is to look at; what can't be made is told by its error.

        Raises:
            ExportCancelledError: it was stopped.
        """
        try:
            parts = self._parts(order)
        except ExportCancelledError:
            raise
        except CjmapperError as error:
            return Planned(order=order, error=error)
        leaves: list[Leaf] = []
        found: list[Found] = []
        for map_id, part in zip(order.map_ids, parts, strict=True):
            known = [one.finding for one in found if one.finding.page is None]
            findings = [one for one in part.findings if one not in known]
            more = _marked(part.leaves, findings, len(found))
            for finding in findings:
                on = None if finding.page is None else len(leaves) + finding.page
                found.append(Found(finding, map_id, on))
            leaves += more
        return Planned(
            order=order,
            leaves=tuple(leaves),
            found=tuple(found),
            levels=parts[0].levels,
            printed=tuple(page for part in parts for page in part.printed),
            has_notes=any(part.has_notes for part in parts),
            blank_labels=sum(part.blank_labels for part in parts),
        )

    def _parts(self, order: Order) -> list[_Part]:
        """Each map that was asked for."""
        options = order.options
        chosen = [queries.map_by_id(order.document, map_id) for map_id in order.map_ids]
        left_out = options.left_out_of(chosen)
        copy = client_copy(order.document, left_out)
        gone = names_left_out(order.document, left_out)
        typesetter = self._typesetter(options.language_for(copy))
        parts: list[_Part] = []
        for journey in chosen:
            made = plan_map(copy, journey.id, options, typesetter, self._pulse, gone)
            if made.plan is None:
                shown = _leaves(made.pages, journey.title)
                parts.append(_Part(shown, (), (), made.pages, blank_labels=made.blank_labels))
                continue
            is_poster = options.kind is ExportKind.POSTER
            found = preflight(made.plan) if is_poster else ()
            levels = reading_levels(made.plan) if is_poster else ()
            notes = not is_poster or any(one.notes for one in made.plan.layouts)
            parts.append(_Part(_of_plan(made.plan), found, levels, made.pages, notes))
        return parts

    def _typesetter(self, language: str) -> Typesetter:
        known = self._typesetters.get(language)
        if known is None:
            known = Typesetter(self._metrics, language, QtOutlines(), self._pulse)
            self._typesetters[language] = known
        return known


def _of_plan(plan: PosterPlan) -> list[Leaf]:
    """The whole pages, with the joints of their sheets or their marks, then what else there is."""
    title = plan.request.journey.title
    if not plan.tilings:
        return _leaves(plan.pages, title)
    joined = [
        tuple(Joined(tile.label, tile.cell) for tile in tiling.tiles) for tiling in plan.tilings
    ]
    lists = len(plan.wholes) - len(plan.hung)
    return _leaves((*plan.wholes, *plan.pages[: len(plan.pages) - lists]), title, joined)


def _leaves(
    pages: Sequence[Page], title: str, joined: Sequence[tuple[Joined, ...]] = ()
) -> list[Leaf]:
    """Pages in their order; the first ones with the joints of their sheets, where given."""
    seen: Counter[str] = Counter()
    made = []
    for index, page in enumerate(pages):
        seen[page.kind] += 1
        sheets = joined[index] if index < len(joined) else ()
        made.append(Leaf(page=page, map_title=title, number=seen[page.kind], joined=sheets))
    return made


def _marked(leaves: list[Leaf], findings: Sequence[Finding], first: int) -> list[Leaf]:
    """The leaves with the spots of what was found; `first` is the number of the first."""
    spots: dict[int, list[Spot]] = {}
    for number, finding in enumerate(findings, first):
        if finding.page is not None and finding.page < len(leaves) and finding.rects:
            trim = leaves[finding.page].page.trim
            x, y = (0.0, 0.0) if trim is None else (trim.x, trim.y)
            rects = tuple(rect.moved(x, y) for rect in finding.rects)
            spots.setdefault(finding.page, []).append(Spot(number, finding.severity, rects))
    return [
        msgspec.structs.replace(leaf, spots=tuple(spots.get(index, ())))
        for index, leaf in enumerate(leaves)
    ]
