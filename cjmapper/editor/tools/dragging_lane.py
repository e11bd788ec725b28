"""A lane on its way to another place among the lanes, with everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor.tools import placing
from cjmapper.editor.tools.dragging_header import DraggingHeader, Goal
from cjmapper.geometry import Rect
from cjmapper.layout import landing
from cjmapper.model import ids
from cjmapper.model.edits import lanes

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.editor.feedback import GapLine
    from cjmapper.layout.result import LaneBand, MapLayout


class DraggingLane(DraggingHeader):
    """A lane title being dragged."""

    code = "move_lane"

    def goal_at(self, editor: Editor, event: PointerEvent) -> Goal:
        """The gap between lanes nearest to the pointer."""
        order = [lane.id for lane in self.origin.map.lanes]
        former = order.index(ids.LaneId(self.name))
        gap = landing.lane_gap(self.origin, event.point.y).index
        index = gap if gap <= former else gap - 1
        map_id = editor.map_id
        return Goal(index, lambda document: lanes.move_lane(document, map_id, self.name, index))

    def rect(self) -> Rect:
        """The whole row."""
        band = self._band(self.origin)
        return Rect(0.0, band.y, self.origin.size.width, band.height)

    def line(self, editor: Editor) -> GapLine:
        """The upper edge of the row."""
        return placing.level(editor.layout, self._band(editor.layout).y)

    def _band(self, layout: MapLayout) -> LaneBand:
        return layout.lanes[layout.lane_of[ids.LaneId(self.name)]]
