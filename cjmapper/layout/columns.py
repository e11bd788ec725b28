"""Steps as columns and phases as bands over them."""

from collections.abc import Mapping

from cjmapper.geometry import Rect, mm_from_px
from cjmapper.layout.result import Column, PhaseBand, TextBlock
from cjmapper.layout.setting import Setting, Subject
from cjmapper.layout.styles import DISTANCES, PHASE_NAME, STEP_NUMBER, STEP_TITLE
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap, Step
from cjmapper.model.pictures import picture_of

TITLE_SIDE = mm_from_px(10)


def lay_out_columns(subject: Subject, former: Mapping[ids.StepId, Column]) -> tuple[Column, ...]:
    """One column a step, from left to right; a former one is used again where nothing differs."""
    journey = subject.map
    phase_of = {phase.id: index for index, phase in enumerate(journey.phases)}
    x = DISTANCES.title_width
    columns: list[Column] = []
    for index, step in enumerate(journey.steps):
        width = column_width(step)
        known = former.get(step.id)
        place = (index, x, phase_of[step.phase])
        if known is not None and known.step is step and _place(known) == place:
            columns.append(known)
        else:
            picture = _picture(step, width, subject)
            top = DISTANCES.step_top if picture is None else picture.bottom + TITLE_SIDE / 2
            title, number = _title(step, index, (width, top), subject.setting, known)
            phase = phase_of[step.phase]
            columns.append(Column(step, index, x, width, phase, title, number, picture))
        x += width
    return tuple(columns)


def column_width(step: Step) -> float:
    """The width a person set, else the usual one; never so narrow that no word has room."""
    if step.width_mm is None:
        return DISTANCES.column_width
    return max(step.width_mm, DISTANCES.least_column)


def _place(column: Column) -> tuple[int, float, int]:
    return (column.index, column.x, column.phase_index)


def _title(
    step: Step, index: int, room: tuple[float, float], setting: Setting, known: Column | None
) -> tuple[TextBlock, TextBlock]:
    width, top = room
    left = TITLE_SIDE + DISTANCES.step_number
    inner = width - left - TITLE_SIDE
    typesetter = setting.typesetter
    if known is not None and known.step is step and known.width == width:
        title = known.title
    else:
        lines = typesetter.wrap(step.title, STEP_TITLE, inner, aligned=True)
        title = TextBlock(left, top, lines, STEP_TITLE)
    small = setting.style(STEP_NUMBER)
    line = typesetter.line(str(index + 1), small)
    number = TextBlock(
        TITLE_SIDE, top + (STEP_TITLE.line_height - small.line_height) / 2, (line,), small
    )
    return title, number


def _picture(step: Step, width: float, subject: Subject) -> Rect | None:
    """Room for a step's picture, as wide as the column lets it, never taller than wide."""
    if step.picture is None:
        return None
    known = next(
        (picture_of(one.data) for one in subject.document.assets if one.id == step.picture), None
    )
    across = width - 2 * TITLE_SIDE
    ratio = 0.75 if known is None else min(known.height_px / known.width_px, 1.0)
    return Rect(TITLE_SIDE, DISTANCES.step_top, across, across * ratio)


def shows_steps(journey: JourneyMap) -> bool:
    """Whether steps have a row of their own: any has a title or picture, or shares its phase."""
    if len(journey.steps) > len(journey.phases):
        return True
    return any(step.title or step.picture is not None for step in journey.steps)


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
        lines = setting.typesetter.wrap(phase.name, PHASE_NAME, inner, aligned=True)
        name = TextBlock(side, DISTANCES.phase_top, lines, PHASE_NAME)
        count = end.index - start.index + 1
        bands.append(PhaseBand(phase, index, start.x, width, start.index, count, name))
    return tuple(bands)


def phase_row_height(bands: tuple[PhaseBand, ...]) -> float:
    """Room for the longest name, at least one line."""
    most = max(max(len(band.name.lines), 1) for band in bands)
    return 2 * DISTANCES.phase_top + most * PHASE_NAME.line_height


def title_row_height(columns: tuple[Column, ...]) -> float:
    """Room for the longest step title, without what stands below it.

    At least one line; two where a star stands under the number.
    """
    lowest = max(column.title.y + _lines_of(column) * STEP_TITLE.line_height for column in columns)
    return lowest + DISTANCES.step_bottom


def _lines_of(column: Column) -> int:
    return max(len(column.title.lines), 2 if column.step.moment_of_truth else 1)
