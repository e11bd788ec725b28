"""Whose curve is worked on lies over the others, which are let through by half."""

from PySide6.QtCore import Qt

from cjmapper.geometry import Rect
from cjmapper.painters.qt import QtPainter
from cjmapper.ui.canvas.scene import Scene, box
from cjmapper.ui.canvas.sketch import SKETCH_BELOW

_VEIL = 0.5


def paint_drawn_curve(scene: Scene) -> None:
    """A veil over each emotion lane, and over that one actor's curve and readings again."""
    actor, view, layout = scene.feedback.drawn_on, scene.view, scene.layout
    if actor is None or view.zoom < SKETCH_BELOW:
        return
    painter = scene.painter
    for band in layout.lanes:
        lane = layout.emotion_lanes.get(band.lane.id)
        if lane is None or all(curve.actor != actor for curve in lane.curves):
            continue
        whole = Rect(layout.grid.x, band.y, layout.grid.width, band.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scene.colour("lane_tint" if band.index % 2 else "canvas", _VEIL))
        painter.drawRect(box(view.rect(whole)))
        painter.save()
        painter.translate(*view.origin)
        items = scene.composer.curves_of(layout, band, actor, view.window)
        QtPainter(painter, view.scale, scene.cache, bars=True).paint_items(tuple(items))
        painter.restore()
