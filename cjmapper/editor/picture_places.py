"""Where pictures from outside go on the map, and the edit that puts them there.

On a card the first becomes the card's own; in a cell each becomes a new card; over a column each
becomes the picture of a step. Bytes come checked and made small; none is decoded here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjmapper.editor import names
from cjmapper.editor.pasting import target_cell
from cjmapper.editor.tools import placing
from cjmapper.errors import EditError
from cjmapper.layout import hit
from cjmapper.layout.hits import Region
from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import assets, cards, steps
from cjmapper.storage.limits import MAX_ASSET_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cjmapper.editor.editor import Editor
    from cjmapper.geometry import Point, Rect
    from cjmapper.layout.result import CellKey, MapLayout


class NewPicture(NamedTuple):
    """A picture that is not in the document yet."""

    name: str
    media_type: str
    content: bytes


class PicturePlace(NamedTuple):
    """Where pictures go: on a card, into a cell, or onto a step where neither is given."""

    step: ids.StepId
    cell: CellKey | None = None
    card: ids.CardId | None = None


def place_at(layout: MapLayout, point: Point) -> PicturePlace | None:
    """Where pictures let go at a point of the map would go; None beside it."""
    region = hit.region_at(layout, point)
    step = layout.column_at(point.x).step.id
    if region is Region.HEADER:
        return PicturePlace(step)
    lane = layout.lane_at(point.y)
    if lane is None or region in (Region.OUTSIDE, Region.CORNER):
        return None
    if region is Region.LANE_TITLES:
        step = layout.columns[0].step.id
    elif lane_rules.accepted_kinds(lane.lane.kind):
        for placed, rect in layout.cards_in((lane.lane.id, step)):
            if rect.contains(point):
                return PicturePlace(step, (lane.lane.id, step), placed.card.id)
    cell = (_lane_for_pictures(layout.map, lane.lane), step)
    return PicturePlace(step) if cell[0] is None else PicturePlace(step, (cell[0], step))


def place_of_selection(editor: Editor) -> PicturePlace:
    """Where pictures without a place of their own go: onto what is selected, else a first cell."""
    journey = editor.journey
    for name in reversed(editor.selection):
        match queries.part(journey, name):
            case d.Card(lane=lane, step=step) if lane is not None and step is not None:
                return PicturePlace(step, (lane, step), ids.CardId(name))
            case d.Step(id=step):
                return PicturePlace(step)
            case d.Phase():
                return PicturePlace(queries.steps_of_phase(journey, name)[0].id)
            case _:
                continue
    cell = target_cell(editor)
    return PicturePlace(journey.steps[0].id) if cell is None else PicturePlace(cell[1], cell)


def rect_of(layout: MapLayout, place: PicturePlace) -> Rect:
    """Where a place is on the map."""
    card = queries.card(layout.map, place.card) if place.card else None
    rect = None if card is None else layout.card_rect(card)
    if rect is not None:
        return rect
    if place.cell is not None and place.cell[0] in layout.lane_of:
        return layout.cell_rect(place.cell)
    index = layout.column_of[place.step]
    if layout.header.has_steps:
        return layout.step_rect(index)
    return layout.phase_rect(layout.columns[index].phase_index)


def add_pictures(editor: Editor, place: PicturePlace, pictures: Sequence[NewPicture]) -> bool:
    """The pictures put there as one entry; whether they were. What is too much is told of."""
    map_id, made = editor.map_id, [editor.session.new_id() for _ in pictures]
    new_ids = iter(made)

    def edit(document: d.Document) -> d.Document:
        return _with_pictures(document, map_id, (place, pictures), new_ids.__next__)

    done = editor.run(names.entry("add_pictures", n=len(pictures)), edit)
    if done:
        shown = [name for name in made if queries.card(editor.journey, name)]
        first = [place.card] if place.card else [] if place.cell else [place.step]
        editor.select(*first, *shown)
    return done


def _with_pictures(
    document: d.Document,
    map_id: ids.MapId,
    what: tuple[PicturePlace, Sequence[NewPicture]],
    new_id: Callable[[], str],
) -> d.Document:
    place, pictures = what
    held: list[ids.AssetId] = []
    for one in pictures:
        held.append(assets.asset_id(one.content))
        document = assets.add_asset(document, one.content, name=one.name, media_type=one.media_type)
    size = sum(len(asset.data) for asset in document.assets)
    if size > MAX_ASSET_BYTES:
        raise EditError("too_large_pictures", limit=MAX_ASSET_BYTES, size=size)
    journey = queries.map_by_id(document, map_id)
    if place.card is not None and queries.card(journey, place.card) is not None:
        document = cards.change_card(document, map_id, place.card, picture=held.pop(0))
    elif place.cell is None:
        document = _on_steps(document, journey, place.step, held)
    cell = place.cell or _first_cell(journey, place.step)
    return _in_cell(document, map_id, (cell, place.card), [(one, new_id()) for one in held])


def _on_steps(
    document: d.Document, journey: d.JourneyMap, step: ids.StepId, held: list[ids.AssetId]
) -> d.Document:
    """A picture for each step from this one on, taken from `held`."""
    for one in journey.steps[queries.step_index(journey)[step] :]:
        if held:
            document = steps.change_step(document, journey.id, one.id, picture=held.pop(0))
    return document


def _in_cell(
    document: d.Document,
    map_id: ids.MapId,
    after: tuple[CellKey | None, ids.CardId | None],
    pictures: list[tuple[ids.AssetId, str]],
) -> d.Document:
    """A new card for each picture, right after a card or at the end of the cell."""
    cell, card = after
    if not pictures or cell is None:
        return document
    journey = queries.map_by_id(document, map_id)
    lane = queries.lane(journey, cell[0])
    taken = () if lane is None else lane_rules.accepted_kinds(lane.kind)
    kind = v.CardKind.PICTURE if v.CardKind.PICTURE in taken else (*taken, v.CardKind.NOTE)[0]
    here = [one.id for one in queries.cards_in_cell(journey, *cell)]
    index = here.index(card) + 1 if card in here else len(here)
    blanks = tuple(
        d.Card(id=ids.CardId(name), kind=kind, picture=picture) for picture, name in pictures
    )
    return cards.place_cards(document, map_id, blanks, cards.Slot(*cell, index))


def _lane_for_pictures(journey: d.JourneyMap, lane: d.Lane) -> ids.LaneId | None:
    """The lane itself where it takes cards, else one for pictures, else the first that does."""
    if lane_rules.accepted_kinds(lane.kind):
        return lane.id
    return _first_lane(journey)


def _first_lane(journey: d.JourneyMap) -> ids.LaneId | None:
    takers = placing.card_lanes(journey)
    shown = [lane for lane in journey.lanes if lane.id in takers and not lane.hidden]
    shown.sort(key=lambda lane: lane.kind is not v.LaneKind.PICTURE)
    return shown[0].id if shown else None


def _first_cell(journey: d.JourneyMap, step: ids.StepId) -> CellKey | None:
    lane = _first_lane(journey)
    return None if lane is None else (lane, step)
