"""Widths of columns and heights of lanes by command: what dragging their edges does, without it.

Lengths a person chooses are pixels at 100 %; the document keeps millimetres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.geometry import mm_from_px
from cjmapper.layout.column_fit import fitting_width
from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import lanes, steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cjmapper.editor.editor import Editor

NARROW_PX = 160
NORMAL_PX = 224
WIDE_PX = 320
STEP_PX = 16


# Columns


def can_size(editor: Editor) -> bool:
    """Whether what is selected stands in columns."""
    return bool(_chosen(editor))


def has_columns(editor: Editor) -> bool:
    """Whether there are columns to make equal."""
    return len(editor.journey.steps) > 1


def width_narrow(editor: Editor) -> None:
    """The selected columns as narrow as is usual for little text."""
    _all_as_wide(editor, mm_from_px(NARROW_PX))


def width_normal(editor: Editor) -> None:
    """The selected columns of a width for most texts."""
    _all_as_wide(editor, mm_from_px(NORMAL_PX))


def width_wide(editor: Editor) -> None:
    """The selected columns wide, for much text."""
    _all_as_wide(editor, mm_from_px(WIDE_PX))


def width_fit(editor: Editor) -> None:
    """Each selected column as wide as what stands in it asks for."""
    fit_columns(editor, _chosen(editor))


def width_more(editor: Editor) -> None:
    """The selected columns a little wider; several times within a second are one entry."""
    _stepped(editor, STEP_PX)


def width_less(editor: Editor) -> None:
    """The selected columns a little narrower."""
    _stepped(editor, -STEP_PX)


def width_equalise(editor: Editor) -> None:
    """All columns as wide as the first one that is selected, else of the mean width."""
    layout, map_id = editor.layout, editor.map_id
    chosen = _chosen(editor)
    width = layout.grid.width / len(layout.columns)
    if chosen:
        width = layout.columns[layout.column_of[chosen[0]]].width
    editor.run(
        names.entry("resize_columns"), lambda document: steps.set_widths(document, map_id, width)
    )


def fit_columns(editor: Editor, columns: tuple[ids.StepId, ...]) -> None:
    """Each of these columns as wide as what stands in it asks for, as one entry."""
    journey = editor.journey
    typesetter = editor.options.typesetter(editor.session.document.language)
    wanted = {
        step.id: fitting_width(journey, step, typesetter)
        for step in journey.steps
        if step.id in columns
    }
    _resize(editor, wanted)


def _all_as_wide(editor: Editor, width: float) -> None:
    _resize(editor, dict.fromkeys(_chosen(editor), width))


def _stepped(editor: Editor, by_px: int) -> None:
    layout, by = editor.layout, mm_from_px(by_px)
    wanted: dict[ids.StepId, float | None] = {}
    for step in _chosen(editor):
        width = layout.columns[layout.column_of[step]].width + by
        wanted[step] = max(DISTANCES.least_column, min(DISTANCES.most_column, width))
    _resize(editor, wanted, f"width:{' '.join(wanted)}")


def _chosen(editor: Editor) -> tuple[ids.StepId, ...]:
    """The columns of what is selected, or that it stands in, from left to right."""
    chosen = set(editor.selection)
    if editor.cell is not None:
        chosen.add(editor.cell[1])
    chosen.update(
        part.step
        for part in editor.chosen.parts
        if isinstance(part, d.Card | d.Emotion) and part.step is not None
    )
    return tuple(
        step.id for step in editor.journey.steps if step.id in chosen or step.phase in chosen
    )


def _resize(
    editor: Editor, wanted: Mapping[ids.StepId, float | None], coalesce: str | None = None
) -> None:
    map_id = editor.map_id

    def edit(document: d.Document) -> d.Document:
        for step, width in wanted.items():
            document = steps.set_width(document, map_id, step, width)
        return document

    editor.run(names.entry("resize_phase"), edit, coalesce=coalesce)


# Lanes


def can_size_lanes(editor: Editor) -> bool:
    """Whether nothing but lanes is selected."""
    return editor.chosen.kinds == {d.Lane}


def height_fit(editor: Editor) -> None:
    """The selected lanes as high as their contents, whatever was set before."""
    _set_heights(editor, dict.fromkeys(_chosen_lanes(editor)))


def height_more(editor: Editor) -> None:
    """The selected lanes a little higher; several times within a second are one entry."""
    _raised(editor, STEP_PX)


def height_less(editor: Editor) -> None:
    """The selected lanes a little lower, as far as their contents allow."""
    _raised(editor, -STEP_PX)


def _raised(editor: Editor, by_px: int) -> None:
    layout, by = editor.layout, mm_from_px(by_px)
    chosen = _chosen_lanes(editor)
    loose = _heightened(editor.session.document, editor.map_id, dict.fromkeys(chosen))
    natural = editor.lay_out(loose)
    wanted: dict[ids.LaneId, float | None] = {}
    for lane in chosen:
        least = natural.lanes[natural.lane_of[lane]].height
        height = layout.lanes[layout.lane_of[lane]].height + by
        wanted[lane] = None if height <= least else height
    _set_heights(editor, wanted, f"height:{' '.join(wanted)}")


def _chosen_lanes(editor: Editor) -> tuple[ids.LaneId, ...]:
    """The selected lanes that are shown, from top to bottom."""
    return tuple(band.lane.id for band in editor.layout.lanes if band.lane.id in editor.selection)


def _heightened(
    document: d.Document, map_id: ids.MapId, wanted: Mapping[ids.LaneId, float | None]
) -> d.Document:
    for lane, height in wanted.items():
        document = lanes.set_height(document, map_id, lane, height)
    return document


def _set_heights(
    editor: Editor, wanted: Mapping[ids.LaneId, float | None], coalesce: str | None = None
) -> None:
    map_id = editor.map_id
    editor.run(
        names.entry("resize_lane"),
        lambda document: _heightened(document, map_id, wanted),
        coalesce=coalesce,
    )
