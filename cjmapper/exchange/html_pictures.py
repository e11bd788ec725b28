"""Which pictures of a document its page of text shows. Looks into none of them."""

from collections.abc import Iterator, Sequence

from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.ids import AssetId


def pictures_of(document: d.Document, maps: Sequence[d.JourneyMap]) -> Iterator[str]:
    """The ids of the pictures on the page of `maps`, in the order of the page."""
    wanted = [document.brand.client_logo]
    people = {actor for journey in maps for actor in journey.actors}
    wanted += [one.picture for one in document.actors if one.id in people]
    for journey in maps:
        wanted += _on_map(journey)
    yield from (name for name in wanted if name is not None)


def _on_map(journey: d.JourneyMap) -> Iterator[AssetId | None]:
    """Those of phases and steps, then those of the cards row by row."""
    named = {step.phase for step in journey.steps}
    yield from (phase.picture for phase in journey.phases if phase.id in named)
    yield from (step.picture for step in journey.steps)
    for lane in journey.lanes:
        if not lane.hidden:
            for step in journey.steps:
                cards = queries.cards_in_cell(journey, lane.id, step.id)
                yield from (card.picture for card in cards)
