"""Cards and codes that a joint between sheets goes through, and sheets with which none would.

Sees finished pages; moves no joint.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.pages import Page
from cjmapper.drawing.poster_code import SYMBOL
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
_MOST_NAMED = 6
_MOST_TRIALS = 2
"""How many larger sheets are tried; the preview waits."""
_LONGEST_NAME = 48


class _Cut(msgspec.Struct, frozen=True):
    """A card that a joint goes through, the sheets on either side, and what of it is there."""

    card: str
    name: str
    box: Rect
    sheets: tuple[str, str]


class _Card(msgspec.Struct, frozen=True):
    """A card on a page: all of it, and where its words stand; a code is all words."""

    id: str
    name: str
    box: Rect
    words: tuple[Rect, ...]


class JointLook:
    """Looks at the cards of a plan where joints go, or would go with other sheets."""

    def __init__(self, plan: PosterPlan, census: Census) -> None:
        self._plan = plan
        names = {card.id: _shortened(card.text) for card in plan.request.journey.cards}
        self._cards = tuple(
            tuple(_cards_on(whole, _words_of_cards(census, page), names))
            for page, whole in enumerate(plan.hung)
        )

    def findings(self) -> tuple[Finding, ...]:
        """Each card whose words are cut, as far as one reads; then the others together."""
        found: list[Finding] = []
        named = 0
        for page, tiling in enumerate(self._plan.tilings):
            through, beside = _cuts(self._cards[page], tiling)
            own = max(0, _MOST_NAMED - named)
            found += _named(through[:own], page)
            named += len(through[:own])
            if more := through[own:]:
                found.append(_together("more_cards_cut", Severity.WARNING, more, page))
            if beside:
                found.append(_together("cards_at_joint", Severity.NOTICE, beside, page))
        mends = self._mends({one.severity for one in found})
        return tuple(msgspec.structs.replace(one, mends=mends[one.severity]) for one in found)

    def _mends(self, wanted: set[Severity]) -> Mapping[Severity, tuple[Mend, ...]]:
        """The larger sheets with which there is none of a kind of finding, or one sheet."""
        mends: dict[Severity, tuple[Mend, ...]] = dict.fromkeys(wanted, ())
        for paper in itertools.islice(self._larger_sheets(), _MOST_TRIALS):
            missing = {kind for kind in wanted if not mends[kind]}
            if not missing:
                break
            for kind in missing - self._left_with(paper, missing):
                mends[kind] = (self._with_tiles("larger_sheets", paper),)
        whole = self._with_tiles("one_sheet", None)
        return {kind: (*ways, whole) for kind, ways in mends.items()}

    def _larger_sheets(self) -> Iterator[str]:
        """Sheets larger than those that were chosen, the smallest first."""
        chosen = paper_named(self._plan.request.settings.tiles or "").size.surface
        for paper in sorted(PAPERS, key=lambda one: one.size.surface):
            if paper.name.startswith("A") and paper.size.surface > 1.01 * chosen:
                yield paper.name

    def _left_with(self, paper: str, wanted: set[Severity]) -> set[Severity]:
        """Which kinds would still be found if the same pages were cut into these sheets."""
        left: set[Severity] = set()
        for whole, cards in zip(self._plan.hung, self._cards, strict=True):
            try:
                tiling = tiling_of(whole, paper)
            except ExportError:
                return wanted
            through, beside = _cuts(cards, tiling)
            left |= {Severity.WARNING} if through else set()
            left |= {Severity.NOTICE} if beside else set()
            if left >= wanted:
                break
        return left

    def _with_tiles(self, code: str, paper: str | None) -> Mend:
        settings = msgspec.structs.replace(self._plan.request.settings, tiles=paper)
        return Mend(code=code, values={"paper": paper or ""}, settings=settings)


def _cards_on(
    whole: Page, words: Mapping[str, list[Rect]], names: Mapping[ids.CardId, str]
) -> Iterator[_Card]:
    extents = Extents()
    for group, around, _ in groups(whole.drawing.items):
        if group.role == "card":
            box = around.rect(extents.of(group))
            name = names.get(ids.CardId(group.id), "")
            yield _Card(group.id, name, box, tuple(words.get(group.id, ())))
        elif group.id == SYMBOL:
            box = around.rect(extents.of(group))
            yield _Card(SYMBOL, "", box, (box,))


def _cuts(cards: Iterable[_Card], tiling: Tiling) -> tuple[list[_Cut], list[_Cut]]:
    """What joints cut through words, a code first, and what where nothing is written."""
    through: list[_Cut] = []
    beside: list[_Cut] = []
    for card in cards:
        sheets = _sheets_of(card.box, tiling)
        if sheets is not None:
            cut_words = any(_sheets_of(rect, tiling) is not None for rect in card.words)
            kind = through if cut_words else beside
            kind.append(_Cut(card.id, card.name, card.box, sheets))
    return sorted(through, key=lambda cut: cut.card != SYMBOL), beside


def _named(cuts: list[_Cut], page: int) -> Iterator[Finding]:
    for cut in cuts:
        one, other = cut.sheets
        is_code = cut.card == SYMBOL
        code = "code_cut" if is_code else "card_cut" if cut.name else "cards_cut"
        yield Finding(
            code=code,
            severity=Severity.WARNING,
            values={"name": cut.name, "one": one, "other": other, "n": 1},
            page=page,
            rects=(cut.box,),
            ids=() if is_code else (cut.card,),
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
