"""A whole map laid out; after an edit, only what it touched is laid out again.

The former layout is used wherever its part of the document is the very same object.
"""

from collections.abc import Mapping

from cjmapper.geometry import Size
from cjmapper.layout.cards import names_for
from cjmapper.layout.cells import lay_out_cells, lay_out_touched
from cjmapper.layout.columns import (
    lay_out_columns,
    lay_out_phases,
    phase_row_height,
    shows_steps,
    title_row_height,
)
from cjmapper.layout.emotions import lay_out_emotions
from cjmapper.layout.lanes import lay_out_lanes
from cjmapper.layout.links import PlannedLinks, plan_links
from cjmapper.layout.result import (
    Cells,
    Column,
    EmotionLane,
    Header,
    LaneBand,
    MapLayout,
    PhaseBand,
    TransitionRoute,
)
from cjmapper.layout.setting import Setting, Subject
from cjmapper.layout.styles import DISTANCES
from cjmapper.layout.transitions import plan_paths, route_paths
from cjmapper.model import ids
from cjmapper.model.document import Document
from cjmapper.model.vocabulary import LaneKind
from cjmapper.model.windows import changed_window

__all__ = ["Setting", "lay_out_map"]


def lay_out_map(
    document: Document, map_id: ids.MapId, setting: Setting, previous: MapLayout | None = None
) -> MapLayout:
    """Where everything on the map `map_id` is; KeyError where the document has no such map."""
    journey = next((one for one in document.maps if one.id == map_id), None)
    if journey is None:
        raise KeyError(map_id)
    subject = Subject(document, journey, setting)
    former = previous if _serves(previous, subject) else None
    columns, phases = _columns(subject, former)
    column_of = _index_columns(columns, former)
    header, transitions = _header(subject, (columns, phases), column_of, former)
    cells = _cells(subject, columns, column_of, former)
    known_lanes = {} if former is None else {band.lane.id: band for band in former.lanes}
    same_columns = former is not None and former.columns is columns
    lanes = lay_out_lanes(
        journey, cells, columns, header.height, setting, known_lanes if same_columns else {}
    )
    right = columns[-1].right
    bottom = lanes[-1].bottom if lanes else header.height
    return MapLayout(
        document=document,
        map=journey,
        size=Size(right, bottom),
        title_width=DISTANCES.title_width,
        header=header,
        phases=phases,
        columns=columns,
        lanes=lanes,
        grid_cells=cells,
        emotion_lanes=_emotions(subject, lanes, columns, column_of, former),
        routes=_links(subject, former),
        transitions=transitions,
        column_of=column_of,
        lane_of={band.lane.id: band.index for band in lanes},
    )


def _serves(previous: MapLayout | None, subject: Subject) -> bool:
    """Whether a former layout is of this map, with the same names on cards and the same words."""
    if previous is None or previous.map.id != subject.map.id:
        return False
    old, new = previous.document, subject.document
    return (
        old.channels is new.channels
        and old.departments is new.departments
        and old.actors is new.actors
        and old.assets is new.assets
        and old.language is new.language
        and previous.map.actors == subject.map.actors
    )


def _columns(
    subject: Subject, former: MapLayout | None
) -> tuple[tuple[Column, ...], tuple[PhaseBand, ...]]:
    journey = subject.map
    if former is not None:
        same_phases = former.map.phases is journey.phases
        if same_phases and former.map.steps is journey.steps:
            return former.columns, former.phases
    known = {} if former is None else {column.step.id: column for column in former.columns}
    columns = lay_out_columns(subject, known)
    return columns, lay_out_phases(journey, columns, subject.setting)


def _index_columns(
    columns: tuple[Column, ...], former: MapLayout | None
) -> Mapping[ids.StepId, int]:
    if former is not None and former.columns is columns:
        return former.column_of
    return {column.step.id: column.index for column in columns}


def _header(
    subject: Subject,
    heads: tuple[tuple[Column, ...], tuple[PhaseBand, ...]],
    column_of: Mapping[ids.StepId, int],
    former: MapLayout | None,
) -> tuple[Header, tuple[TransitionRoute, ...]]:
    columns, phases = heads
    journey = subject.map
    same = former is not None and former.columns is columns
    if same and former is not None and former.map.transitions is journey.transitions:
        return former.header, former.transitions
    plan = plan_paths(journey.transitions, columns, column_of, subject.setting)
    phase_height = phase_row_height(phases)
    has_steps = shows_steps(journey) or plan.height > 0 or plan.ways_out_height > 0
    titles = title_row_height(columns) if has_steps else 0.0
    header = Header(phase_height, plan.height, titles + plan.ways_out_height, has_steps)
    title_bottom = header.step_top + titles - DISTANCES.step_bottom
    routes = route_paths(plan, phase_height, header.step_top, title_bottom)
    return header, routes


def _cells(
    subject: Subject,
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
    former: MapLayout | None,
) -> Cells:
    journey, setting = subject.map, subject.setting
    if former is not None and former.columns is columns:
        return lay_out_touched(journey.cards, former.grid_cells, column_of, columns, setting)
    names = names_for(subject.document, journey)
    known = None if former is None else former.grid_cells
    return lay_out_cells(journey.cards, column_of, columns, names, setting, known)


def _emotions(
    subject: Subject,
    lanes: tuple[LaneBand, ...],
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
    former: MapLayout | None,
) -> Mapping[ids.LaneId, EmotionLane]:
    found: dict[ids.LaneId, EmotionLane] = {}
    for band in lanes:
        if band.lane.kind is not LaneKind.EMOTION:
            continue
        known = _known_emotions(subject, band, columns, former)
        found[band.lane.id] = (
            lay_out_emotions(subject, band.lane, columns, column_of, band.height)
            if known is None
            else known
        )
    return found


def _known_emotions(
    subject: Subject, band: LaneBand, columns: tuple[Column, ...], former: MapLayout | None
) -> EmotionLane | None:
    if former is None or former.columns is not columns:
        return None
    if former.map.emotions is not subject.map.emotions or band.lane.id not in former.lane_of:
        return None
    before = former.lanes[former.lane_of[band.lane.id]]
    if before.lane is not band.lane or before.height != band.height:
        return None
    return former.emotion_lanes.get(band.lane.id)


def _links(subject: Subject, former: MapLayout | None) -> PlannedLinks:
    journey = subject.map
    known = None
    if former is not None and former.map.links is journey.links:
        old, new = former.map.cards, journey.cards
        first, old_end, new_end = changed_window(old, new)
        if isinstance(former.routes, PlannedLinks):
            known = former.routes.after(old[first:old_end], new[first:new_end])
    if known is not None:
        return known
    linked = frozenset(end for link in journey.links for end in (link.start, link.to))
    cards = {card.id: card for card in journey.cards if card.id in linked} if linked else {}
    return PlannedLinks(plan_links(journey.links, cards), linked, subject.setting)
