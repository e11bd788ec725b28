"""A phase on its way to another place among the phases, with all its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.tools import placing
from cjmapper.editor.tools.dragging_header import DraggingHeader, Goal
from cjmapper.geometry import Rect
from cjmapper.layout import landing
from cjmapper.model.edits import phases

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.feedback import GapLine
    from cjmapper.layout.result import MapLayout, PhaseBand


class DraggingPhase(DraggingHeader):
    """A phase header being dragged."""

    code = "move_phase"

    def goal_at(self, editor: Editor, event: PointerEvent) -> Goal:
        """The gap between phases nearest to the pointer."""
        former = self._band(self.origin).index
        gap = landing.whole_phase_gap(self.origin, event.point.x).index
        index = gap if gap <= former else gap - 1
        map_id = editor.map_id
        return Goal(index, lambda document: phases.move_phase(document, map_id, self.name, index))

    def rect(self) -> Rect:
        """The phase and its columns."""
        band = self._band(self.origin)
        return Rect(band.x, 0.0, band.width, self.origin.size.height)

    def line(self, editor: Editor) -> GapLine:
        """The left edge of the phase."""
        return placing.upright(editor.layout, self._band(editor.layout).x)

    def _band(self, layout: MapLayout) -> PhaseBand:
        return next(band for band in layout.phases if band.phase.id == self.name)
