"""A step on its way to another place, also into another phase, with all that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.tools import placing
from cjmapper.editor.tools.dragging_header import DraggingHeader, Goal
from cjmapper.geometry import Rect
from cjmapper.layout import landing
from cjmapper.model import ids
from cjmapper.model.edits import steps

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.feedback import GapLine
    from cjmapper.layout.result import Column, MapLayout


class DraggingStep(DraggingHeader):
    """A step title being dragged."""

    code = "move_step"

    def goal_at(self, editor: Editor, event: PointerEvent) -> Goal:
        """The gap between columns nearest to the pointer, in the phase under it."""
        column = self._column(self.origin)
        band = self.origin.phases[column.phase_index]
        gap = landing.step_gap(self.origin, event.point.x)
        index = gap.index
        if gap.phase == band.phase.id and index > column.index - band.first_column:
            index -= 1
        map_id = editor.map_id
        return Goal(
            (gap.phase, index),
            lambda document: steps.move_step(document, map_id, self.name, gap.phase, index),
        )

    def rect(self) -> Rect:
        """The whole column below the phases."""
        column = self._column(self.origin)
        top = self.origin.header.step_top
        return Rect(column.x, top, column.width, self.origin.size.height - top)

    def line(self, editor: Editor) -> GapLine:
        """The left edge of the column."""
        return placing.upright(editor.layout, self._column(editor.layout).x)

    def _column(self, layout: MapLayout) -> Column:
        return layout.columns[layout.column_of[ids.StepId(self.name)]]
