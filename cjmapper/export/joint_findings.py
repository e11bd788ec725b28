"""Cards that a joint between sheets goes through, and sheets with which none would.

Sees finished pages; moves no joint.
"""

from collections.abc import Iterator, Mapping

import msgspec

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.walk import groups
from cjmapper.errors import ExportError
from cjmapper.export.findings import Finding, Mend, Severity
from cjmapper.export.legible import Census
from cjmapper.export.paper import PAPERS, paper_named
from cjmapper.export.poster import PosterPlan
from cjmapper.export.tile_pages import tiling_of
from cjmapper.export.tiles import Tile, Tiling
from cjmapper.geometry import Point, Rect
from cjmapper.model import ids

_EDGE = 0.5
"""What no more than this of a card lies beyond a joint is not cut off."""
_ALL = {"card_cut", "cards_cut", "more_cards_cut", "cards_at_joint"}
_MOST_NAMED = 6
_LONGEST_NAME = 48


class _Cut(msgspec.Struct, frozen=True):
    """A card that a joint goes through, the sheets on either side, and what of it is there."""

    card: str
    name: str
    box: Rect
    sheets: tuple[str, str]


def across_joints(census: Census, plan: PosterPlan, page: int, tiling: Tiling) -> Iterator[Finding]:
    """Each card whose words are cut; then, as one, those cut where nothing is written."""
    words = _words_of_cards(census, page)
    whole = plan.wholes[page]
    names = {card.id: _shortened(card.text) for card in plan.request.journey.cards}
    through: list[_Cut] = []
    beside: list[_Cut] = []
    extents = Extents()
    for group, around, _ in groups(whole.drawing.items):
        if group.role != "card":
            continue
        box = around.rect(extents.of(group))
        sheets = _sheets_of(box, tiling)
        if sheets is None:
            continue
        cut = _Cut(group.id, names.get(ids.CardId(group.id), ""), box, sheets)
        lines = words.get(group.id, ())
        cut_words = any(_sheets_of(rect, tiling) is not None for rect in lines)
        (through if cut_words else beside).append(cut)
    yield from _named(through[:_MOST_NAMED], page)
    if more := through[_MOST_NAMED:]:
        yield _together("more_cards_cut", Severity.WARNING, more, page)
    if beside:
        yield _together("cards_at_joint", Severity.NOTICE, beside, page)


def joint_mends(
    plan: PosterPlan, census: Census, found: list[Finding]
) -> Mapping[str, tuple[Mend, ...]]:
    """By the code of a finding the larger sheets with which there is none of it, or one sheet."""
    codes = {one.code for one in found}
    mends: dict[str, list[Mend]] = {code: [] for code in codes}
    for paper in _larger_sheets(plan):
        left = _codes_with(paper, plan, census)
        for code in codes - left:
            if not mends[code]:
                mends[code].append(_with_tiles(plan, "larger_sheets", paper))
        if not left & codes:
            break
    whole = _with_tiles(plan, "one_sheet", None)
    return {code: (*ways, whole) for code, ways in mends.items()}


def _larger_sheets(plan: PosterPlan) -> Iterator[str]:
    """Sheets larger than those that were chosen, the smallest first."""
    chosen = paper_named(plan.request.settings.tiles or "").size
    area = chosen.width * chosen.height
    larger = [one for one in PAPERS if one.size.width * one.size.height > 1.01 * area]
    for paper in sorted(larger, key=lambda one: one.size.width * one.size.height):
        if paper.name.startswith("A"):
            yield paper.name


def _codes_with(paper: str, plan: PosterPlan, census: Census) -> set[str]:
    """What would be found if the same pages were cut into these sheets."""
    codes: set[str] = set()
    for page, whole in enumerate(plan.wholes):
        try:
            tiling = tiling_of(whole, paper)
        except ExportError:
            return _ALL
        codes |= {one.code for one in across_joints(census, plan, page, tiling)}
    return codes


def _with_tiles(plan: PosterPlan, code: str, paper: str | None) -> Mend:
    settings = msgspec.structs.replace(plan.request.settings, tiles=paper)
    return Mend(code=code, values={"paper": paper or ""}, settings=settings)


def _named(cuts: list[_Cut], page: int) -> Iterator[Finding]:
    for cut in cuts:
        one, other = cut.sheets
        yield Finding(
            code="card_cut" if cut.name else "cards_cut",
            severity=Severity.WARNING,
            values={"name": cut.name, "one": one, "other": other, "n": 1},
            page=page,
            rects=(cut.box,),
            ids=(cut.card,),
        )


def _together(code: str, severity: Severity, cuts: list[_Cut], page: int) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        values={"n": len(cuts)},
        page=page,
        rects=tuple(cut.box for cut in cuts),
        ids=tuple(cut.card for cut in cuts),
    )


def _words_of_cards(census: Census, page: int) -> Mapping[str, list[Rect]]:
    found: dict[str, list[Rect]] = {}
    for one in census.written:
        if one.page == page and one.place.role == "card":
            found.setdefault(one.place.owner, []).append(one.rect)
    return found


def _sheets_of(box: Rect, tiling: Tiling) -> tuple[str, str] | None:
    """The two sheets of the first joint that goes through `box`; None where none does."""
    for x in tiling.joints_x:
        if box.x + _EDGE < x < box.right - _EDGE:
            y = box.centre.y
            return _at(tiling, x - _EDGE, y).label, _at(tiling, x + _EDGE, y).label
    for y in tiling.joints_y:
        if box.y + _EDGE < y < box.bottom - _EDGE:
            x = box.centre.x
            return _at(tiling, x, y - _EDGE).label, _at(tiling, x, y + _EDGE).label
    return None


def _at(tiling: Tiling, x: float, y: float) -> Tile:
    """The sheet on which a place of the page is seen; the last one for what lies beyond."""
    point = Point(x, y)
    return next((tile for tile in tiling.tiles if tile.cell.contains(point)), tiling.tiles[-1])


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
