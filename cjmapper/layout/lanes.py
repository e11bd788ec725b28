"""Lanes one below another: as tall as their cards, their title or what a person set."""

from collections.abc import Mapping

from cjmapper.geometry import mm_from_px
from cjmapper.layout.emotions import lane_height
from cjmapper.layout.result import Cells, Column, LaneBand, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import AXIS_WORD, CAPTION, DISTANCES, LANE_TITLE
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap, Lane
from cjmapper.model.vocabulary import LaneKind, Zone

TITLE_SIDE = mm_from_px(12)
TITLE_LEFT = TITLE_SIDE + DISTANCES.lane_icon + mm_from_px(7)
_TITLE_RIGHT = mm_from_px(8)
_LABEL_TOP = mm_from_px(5)
_DEPTH = {Zone.CUSTOMER: 0, Zone.OTHER: 0, Zone.FRONTSTAGE: 1, Zone.BACKSTAGE: 2, Zone.SUPPORT: 3}
_LINES = {1: "interaction", 2: "visibility", 3: "internal_interaction"}


def lay_out_lanes(
    journey: JourneyMap,
    cells: Cells,
    columns: tuple[Column, ...],
    top: float,
    setting: Setting,
    former: Mapping[ids.LaneId, LaneBand],
) -> tuple[LaneBand, ...]:
    """The lanes that are shown, from `top` downwards."""
    bands: list[LaneBand] = []
    depth: int | None = None
    y = top
    for lane in journey.lanes:
        if lane.hidden:
            continue
        line, depth = _line_above(lane, depth)
        known = former.get(lane.id)
        title, label = _title(lane, line, setting, known)
        held = _content_height(lane, cells, columns, known)
        height = max(held, _least_height(lane, title), lane.height_mm or 0.0)
        bands.append(LaneBand(lane, len(bands), y, height, title, line, label))
        y += height
    return tuple(bands)


def _line_above(lane: Lane, depth: int | None) -> tuple[str | None, int | None]:
    """The blueprint line over a lane, and how deep behind the counter the map now is."""
    if lane.zone is Zone.INSIGHT:
        return None, depth
    here = _DEPTH[lane.zone]
    if depth is None or depth == here:
        return None, here
    return _LINES[max(depth, here)], here


def _title(
    lane: Lane, line: str | None, setting: Setting, known: LaneBand | None
) -> tuple[TextBlock, TextBlock | None]:
    if known is not None and known.lane is lane and known.line_above == line:
        return known.title, known.line_label
    typesetter = setting.typesetter
    label = None
    top = DISTANCES.cell_top
    if line is not None:
        said = setting.words.say(f"map.line.{line}")
        across = DISTANCES.title_width - TITLE_SIDE - _TITLE_RIGHT
        small = setting.style(CAPTION)
        label = TextBlock(TITLE_SIDE, _LABEL_TOP, typesetter.wrap(said, small, across), small)
        top = label.bottom + mm_from_px(6)
    inner = DISTANCES.title_width - TITLE_LEFT - _TITLE_RIGHT
    style = setting.style(LANE_TITLE)
    lines = typesetter.wrap(lane.title, style, inner, aligned=True)
    return TextBlock(TITLE_LEFT, top, lines, style), label


def _least_height(lane: Lane, title: TextBlock) -> float:
    needed = title.y + max(len(title.lines), 1) * title.style.line_height + DISTANCES.cell_bottom
    if lane.kind is LaneKind.EMOTION:
        pads = DISTANCES.emotion_top + DISTANCES.emotion_bottom
        return max(needed, pads + 4 * AXIS_WORD.line_height)
    return max(needed, DISTANCES.least_lane)


def _content_height(
    lane: Lane, cells: Cells, columns: tuple[Column, ...], known: LaneBand | None
) -> float:
    if lane.kind is LaneKind.EMOTION:
        return 0.0 if lane.height_mm is not None else lane_height()
    if known is not None and known.lane is lane and _untouched(lane, cells):
        return known.height
    laid = (cells.laid.get((lane.id, column.step.id)) for column in columns)
    return max((cell.bottom for cell in laid if cell is not None), default=0.0)


def _untouched(lane: Lane, cells: Cells) -> bool:
    return cells.touched is not None and all(key[0] != lane.id for key in cells.touched)
