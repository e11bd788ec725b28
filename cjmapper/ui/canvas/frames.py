"""Each frame of a canvas: the map and all over it, what is on its way, what holds still.

Knows when another frame is needed; what is shown is told to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjmapper.ui.canvas import overlay
from cjmapper.ui.canvas.ghost import GhostPainter
from cjmapper.ui.canvas.gliding import FRAME_MS, Gliding
from cjmapper.ui.canvas.snapshot import Snapshot, is_carried_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjmapper.editor.feedback import Feedback
    from cjmapper.geometry import Point
    from cjmapper.layout.result import MapLayout
    from cjmapper.ui.canvas.painting import Layers
    from cjmapper.ui.canvas.scene import Scene
    from cjmapper.ui.canvas.view import View
    from cjmapper.ui.look.motion import Motion


class Frames:
    """Paints a canvas on its viewport, the `port`."""

    def __init__(self, layers: Layers, motion: Motion, port: QWidget) -> None:
        self.gliding = Gliding(motion, port.update, port)
        self.ghost = GhostPainter(motion)
        self.snapshot = Snapshot()
        self._layers = layers
        self._port = port

    def show(self, layout: MapLayout, feedback: Feedback, view: View, *, previews: bool) -> None:
        """Something else is shown from now on; what has moved glides there."""
        self.gliding.go(layout, feedback, view, previews=previews)
        self.ghost.changed(feedback.ghost)

    def refresh(
        self, former: Feedback, feedback: Feedback, pointer: Point | None, scale: float
    ) -> None:
        """A new frame after a change of feedback; only where a thing is carried, if that is all."""
        ghost = feedback.ghost
        if ghost is not None and is_carried_on(former, feedback):
            reach = self.ghost.reach(ghost, pointer, scale)
            if reach is not None:
                self._port.update(reach)
                return
        self._port.update()

    def paint(self, scene: Scene, speed: tuple[float, float]) -> None:
        """A frame; `speed` is that of scrolling by itself."""
        self.snapshot.paint(scene, self._paint_still)
        overlay.paint_moving(scene, self.ghost, speed)
        if self.ghost.is_settling:
            QTimer.singleShot(FRAME_MS, self._port, self._port.update)

    def _paint_still(self, scene: Scene) -> None:
        text = scene.feedback.text
        written = None if text is None else text.target
        self._layers.paint(scene.painter, scene.layout, scene.view, written)
        overlay.paint_still(scene)
