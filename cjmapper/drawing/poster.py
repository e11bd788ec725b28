"""A poster as a drawing: the frame's parts and the map as one scaled group, as they are read."""

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.hairlines import printable
from cjmapper.drawing.low_marks import low_marks
from cjmapper.drawing.paper_map import paper_map
from cjmapper.drawing.poster_frame import (
    blank_row_group,
    head_group,
    legend_group,
    notes_group,
    source_group,
    strip_group,
)
from cjmapper.drawing.poster_rail import rail_group
from cjmapper.drawing.primitives import Drawing, Group, Primitive
from cjmapper.layout.poster_types import PosterLayout


def compose_poster(poster: PosterLayout, composer: Composer) -> Drawing:
    """Everything on the page, in reading order; no part lies on another."""
    theme, unit = composer.theme, poster.unit
    items: list[Primitive] = [head_group(poster.head, unit, theme)]
    if poster.strip is not None:
        items.append(strip_group(poster.strip, poster.map.document, unit, theme))
    if not poster.part.empty:
        items.append(_map(poster, composer))
    if poster.blank_row is not None:
        items.append(blank_row_group(poster.blank_row, unit, theme))
    if poster.rail is not None:
        items.append(rail_group(poster.rail, unit, theme))
    if poster.notes is not None:
        items.append(notes_group(poster.notes, unit, theme))
    if poster.foot.line < poster.inside.bottom:
        items.append(legend_group(poster.foot, poster.inside, unit, theme))
    if poster.block is not None or poster.foot.source:
        items.append(source_group(poster.foot, poster.block, unit, theme))
    layout = poster.map
    bands = [
        band
        for band in poster.part.phases or layout.phases
        if not poster.part.empty and band.first_column == layout.phases[band.index].first_column
    ]
    return Drawing(
        poster.page,
        printable(tuple(items)),
        "#FFFFFF",
        layout.map.title or layout.document.title,
        layout.document.language.value,
        tuple((band.phase.name or str(band.index + 1), band.phase.id) for band in bands),
    )


def _map(poster: PosterLayout, composer: Composer) -> Group:
    """Without a role: what is in it stands by itself in the reading order."""
    items = (
        *paper_map(poster.map, poster.part, composer, poster.words, poster.assumptions),
        *low_marks(poster.lows, poster.part, composer.theme),
    )
    at = poster.map_at
    return Group(poster.map.map.id, items, at.x, at.y, poster.map_scale)
