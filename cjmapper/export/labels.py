"""The cards of a map as labels to cut out, and empty ones of each kind after them."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from cjmapper.drawing.label_sheets import compose_labels
from cjmapper.drawing.pages import Page, PageKind
from cjmapper.export.paper import A3, A4, LETTER, Paper, paper_named, sheet
from cjmapper.export.poster import PosterRequest
from cjmapper.layout.label_sheets import (
    SMALL,
    LabelSheet,
    LabelText,
    blank_sheets,
    lay_out_labels,
)
from cjmapper.layout.result import TextBlock
from cjmapper.model import lane_rules
from cjmapper.model.document import Card, JourneyMap
from cjmapper.model.vocabulary import CardKind
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words

_PAPERS = (A4, LETTER, A3)
_T = TypeVar("_T")


class Labels(msgspec.Struct, frozen=True):
    """Sheets of labels, and how many of the labels on them are empty."""

    pages: tuple[Page, ...]
    blanks: int


def plan_labels(
    request: PosterRequest, typesetter: Typesetter, pulse: Callable[[], None] | None = None
) -> Labels:
    """Sheets of labels, phase by phase, step by step and lane by lane; what is parked comes last.

    On the paper asked for where a knife and a desk take it, else on A4. `pulse` is called before
    each label and each sheet, to stop by raising.

    Raises:
        ExportError: what `sheet` refuses.
    """
    words = Words(request.language)
    settings = msgspec.structs.replace(request.settings, paper=_paper(request).name)
    chosen = sheet(settings)
    page, inside = chosen.size, chosen.area
    said = _pulsing(_said(request.journey, words), pulse)
    empty = blank_sheets(tuple(_blanks(request.journey, words)), page, inside, typesetter)
    sheets = (*lay_out_labels(said, page, inside, typesetter), *empty)
    pages = tuple(
        _page(request, one, _title(request, words, number, len(sheets)), typesetter)
        for number, one in enumerate(_pulsing(sheets, pulse), 1)
    )
    return Labels(pages, sum(len(one.labels) for one in empty))


def _pulsing(things: Iterable[_T], pulse: Callable[[], None] | None) -> Iterator[_T]:
    for one in things:
        if pulse is not None:
            pulse()
        yield one


def _paper(request: PosterRequest) -> Paper:
    asked = paper_named(request.settings.paper)
    return asked if asked in _PAPERS else A4


def _title(request: PosterRequest, words: Words, number: int, count: int) -> str:
    name = request.journey.title or request.document.title
    said = words.say("wall.labels.page", number=number, count=count)
    return f"{name} · {said}" if name else said


def _page(request: PosterRequest, labels: LabelSheet, title: str, typesetter: Typesetter) -> Page:
    across = labels.cuts_x[-1] - labels.cuts_x[0]
    heading = TextBlock(0.0, 0.0, typesetter.fit(title, SMALL, across, 1), SMALL)
    drawing = compose_labels(labels, heading, request.document, _pictures(request.journey))
    drawing = msgspec.structs.replace(drawing, title=title, language=request.language)
    return Page(drawing=drawing, map_id=request.journey.id, kind=PageKind.LABELS)


def _pictures(journey: JourneyMap) -> dict[str, str]:
    """The assets of cards that have no words, by the id of the card."""
    return {
        card.id: card.picture
        for card in journey.cards
        if card.picture is not None and not card.text.strip()
    }


def _said(journey: JourneyMap, words: Words) -> Iterator[LabelText]:
    """What stands on the map, column by column, then what is parked; nothing for empty cards."""
    places = {
        step.id: f"{number} · {step.title}" if step.title else str(number)
        for number, step in enumerate(journey.steps, 1)
    }
    for card in _in_order(journey):
        if card.text.strip() or card.picture is not None:
            yield LabelText(
                id=card.id,
                kind=card.kind,
                head=words.label(card.kind),
                text=card.text.strip(),
                place=places[card.step] if card.step else words.say("wall.labels.parked"),
            )


def _in_order(journey: JourneyMap) -> Iterator[Card]:
    columns = {step.id: index for index, step in enumerate(journey.steps)}
    rows = {lane.id: index for index, lane in enumerate(journey.lanes) if not lane.hidden}
    placed = [
        (columns[card.step], rows[card.lane], card)
        for card in journey.cards
        if card.lane in rows and card.step is not None
    ]
    yield from (card for _, _, card in sorted(placed, key=lambda one: one[:2]))
    yield from (card for card in journey.cards if card.lane is None)


def _blanks(journey: JourneyMap, words: Words) -> Iterator[LabelText]:
    """One for each kind that the lanes take first or that stands on the map."""
    kinds: dict[CardKind, None] = {}
    for lane in journey.lanes:
        taken = lane_rules.accepted_kinds(lane.kind)
        if taken and not lane.hidden:
            kinds[taken[0]] = None
    kinds.update(dict.fromkeys(card.kind for card in journey.cards))
    for kind in kinds:
        if kind is not CardKind.OTHER and kind is not CardKind.PICTURE:
            yield LabelText(id=kind.value, kind=kind, head=words.label(kind))
