"""Steps as columns and phases as bands over them."""

from collections.abc import Mapping

from cjmapper.geometry import mm_from_px
from cjmapper.layout.result import Column, PhaseBand, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES, PHASE_NAME, STEP_NUMBER, STEP_TITLE
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap, Step

_TITLE_SIDE = mm_from_px(10)


def lay_out_columns(
    journey: JourneyMap, setting: Setting, former: Mapping[ids.StepId, Column]
) -> tuple[Column, ...]:
    """One column a step, from left to right; a former one is used again where nothing differs."""
    phase_of = {phase.id: index for index, phase in enumerate(journey.phases)}
    x = DISTANCES.title_width
    columns: list[Column] = []
    for index, step in enumerate(journey.steps):
        width = step.width_mm or DISTANCES.column_width
        known = former.get(step.id)
        place = (index, x, phase_of[step.phase])
        if known is not None and known.step is step and _place(known) == place:
            columns.append(known)
        else:
            title, number = _title(step, index, width, setting, known)
            columns.append(Column(step, index, x, width, phase_of[step.phase], title, number))
        x += width
    return tuple(columns)


def _place(column: Column) -> tuple[int, float, int]:
    return (column.index, column.x, column.phase_index)


def _title(
    step: Step, index: int, width: float, setting: Setting, known: Column | None
) -> tuple[TextBlock, TextBlock]:
    left = _TITLE_SIDE + DISTANCES.step_number
    star = DISTANCES.step_star if step.moment_of_truth else 0.0
    inner = width - left - _TITLE_SIDE - star
    typesetter = setting.typesetter
    if known is not None and known.step is step and known.width == width:
        title = known.title
    else:
        lines = typesetter.wrap(step.title, STEP_TITLE, inner)
        title = TextBlock(left, DISTANCES.step_top, lines, STEP_TITLE)
    line = typesetter.line(str(index + 1), STEP_NUMBER)
    number = TextBlock(_TITLE_SIDE, DISTANCES.step_top, (line,), STEP_NUMBER)
    return title, number


def shows_steps(journey: JourneyMap) -> bool:
    """Whether steps have a row of their own: any has a title, or shares its phase."""
    return len(journey.steps) > len(journey.phases) or any(step.title for step in journey.steps)


def lay_out_phases(
    journey: JourneyMap, columns: tuple[Column, ...], setting: Setting
) -> tuple[PhaseBand, ...]:
    """One band a phase, over its columns."""
    first: dict[int, Column] = {}
    last: dict[int, Column] = {}
    for column in columns:
        first.setdefault(column.phase_index, column)
        last[column.phase_index] = column
    bands: list[PhaseBand] = []
    for index, phase in enumerate(journey.phases):
        start, end = first[index], last[index]
        width = end.right - start.x
        side = DISTANCES.phase_side
        inner = width - side - DISTANCES.phase_notch - mm_from_px(6)
        if index:
            side += DISTANCES.phase_notch / 2
            inner -= DISTANCES.phase_notch / 2
        lines = setting.typesetter.wrap(phase.name, PHASE_NAME, inner)
        name = TextBlock(side, DISTANCES.phase_top, lines, PHASE_NAME)
        count = end.index - start.index + 1
        bands.append(PhaseBand(phase, index, start.x, width, start.index, count, name))
    return tuple(bands)


def phase_row_height(bands: tuple[PhaseBand, ...]) -> float:
    """Room for the longest name, at least one line."""
    most = max(max(len(band.name.lines), 1) for band in bands)
    return 2 * DISTANCES.phase_top + most * PHASE_NAME.line_height


def title_row_height(columns: tuple[Column, ...]) -> float:
    """Room for the longest step title, at least one line, without what stands below it."""
    most = max(max(len(column.title.lines), 1) for column in columns)
    return DISTANCES.step_top + most * STEP_TITLE.line_height + DISTANCES.step_bottom
