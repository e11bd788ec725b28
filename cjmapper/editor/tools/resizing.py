"""The edge of a column or lane being dragged; cards wrap anew while it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names
from cjmapper.editor.feedback import Bubble, Cursor, Feedback, GapLine, Said
from cjmapper.editor.tools import placing
from cjmapper.editor.tools.state import Gesture
from cjmapper.geometry import Point, px_from_mm
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.edits import lanes, steps

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import PointerEvent
    from cjmapper.model import ids
    from cjmapper.model.document import Document

_NOTHING = 0.01
"""Millimetres that are no change."""


class ResizingColumn(Gesture):
    """The right edge of a step's column. Shift makes all columns as wide."""

    def __init__(self, editor: Editor, step: ids.StepId, start: PointerEvent) -> None:
        super().__init__(editor, start)
        self.step = step
        self.former = self.origin.columns[self.origin.column_of[step]].width
        self.width = self.former

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer, between the narrowest and the widest column there is."""
        self.event = event
        wanted = self.former + event.point.x - self.start.point.x
        self.width = max(DISTANCES.least_column, min(DISTANCES.most_column, wanted))
        if abs(self.width - self.former) < _NOTHING:
            self.width = self.former
        place = (self.width, event.modifiers.shift)
        self.show(editor, place, lambda document: self._resized(editor, document))

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Keep the width, as one entry."""
        self.move(editor, event)
        editor.rest()
        everywhere = event.modifiers.shift
        if self.width != self.former or everywhere:
            name = names.entry("resize_columns" if everywhere else "resize_phase")
            editor.run(name, lambda document: self._resized(editor, document))

    def feedback(self, editor: Editor) -> Feedback:
        """The edge and the width in pixels."""
        layout = editor.layout
        edge = layout.columns[layout.column_of[self.step]].right
        width = round(px_from_mm(self.width))
        return Feedback(
            hint=Said("hint.resizing"),
            cursor=Cursor.COLUMN,
            gap_line=placing.upright(layout, edge),
            bubble=Bubble(Said("bubble.size", {"size": width}), Point(edge, self.event.point.y)),
        )

    def _resized(self, editor: Editor, document: Document) -> Document:
        if self.event.modifiers.shift:
            return steps.set_widths(document, editor.map_id, self.width)
        return steps.set_width(document, editor.map_id, self.step, self.width)


class ResizingLane(Gesture):
    """The lower edge of a lane; its contents are never clipped."""

    def __init__(self, editor: Editor, lane: ids.LaneId, start: PointerEvent) -> None:
        super().__init__(editor, start)
        self.lane = lane
        self.former = self.origin.lanes[self.origin.lane_of[lane]].height
        natural = editor.lay_out(
            lanes.set_height(editor.session.document, editor.map_id, lane, None)
        )
        self.least = natural.lanes[natural.lane_of[lane]].height
        self.height = self.former

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Follow the pointer, as far as the contents allow."""
        self.event = event
        self.height = max(self.least, self.former + event.point.y - self.start.point.y)
        if abs(self.height - self.former) < _NOTHING:
            self.height = self.former
        self.show(editor, self.height, lambda document: self._resized(editor, document))

    def release(self, editor: Editor, event: PointerEvent) -> None:
        """Keep the height, as one entry."""
        self.move(editor, event)
        editor.rest()
        if self.height != self.former:
            editor.run(names.entry("resize_lane"), lambda document: self._resized(editor, document))

    def feedback(self, editor: Editor) -> Feedback:
        """The edge and the height in pixels."""
        layout = editor.layout
        edge = layout.lanes[layout.lane_of[self.lane]].bottom
        height = round(px_from_mm(self.height))
        return Feedback(
            hint=Said("hint.resizing_lane"),
            cursor=Cursor.ROW,
            gap_line=GapLine(Point(0.0, edge), Point(layout.size.width, edge)),
            bubble=Bubble(Said("bubble.size", {"size": height}), Point(self.event.point.x, edge)),
        )

    def _resized(self, editor: Editor, document: Document) -> Document:
        return lanes.set_height(document, editor.map_id, self.lane, self.height)
