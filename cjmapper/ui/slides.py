"""The map, or a part of it, painted as a picture for a slide and put on the clipboard."""

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from cjmapper.drawing.primitives import Drawing
from cjmapper.editor.editor import Editor
from cjmapper.editor.tools import placing
from cjmapper.export import slide
from cjmapper.geometry import MM_PER_PX
from cjmapper.model import queries
from cjmapper.painters.qt import QtCache, QtPainter

_MOST_SIDE_PX = 3000
_MOST_PAINTED = 100
"""Of more things no picture lies beside their copy: it would keep a person waiting."""

_TWICE_PX_PER_MM = 2 / MM_PER_PX


def painted(drawing: Drawing, scale: float, cache: QtCache) -> QImage:
    """A drawing as a picture of `scale` pixels for one millimetre."""
    width = max(1, round(drawing.size.width * scale))
    height = max(1, round(drawing.size.height * scale))
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(drawing.background)
    with QPainter(picture) as painter:
        QtPainter(painter, scale, cache).paint(drawing)
    return picture


class Slides:
    """Pictures of what an editor shows."""

    def __init__(self, editor: Editor, cache: QtCache) -> None:
        self._editor = editor
        self._cache = cache

    def of_selection(self) -> QImage | None:
        """What is selected, alone, at twice its size; smaller, or None, where it is much."""
        chosen = self._editor.selection
        if len(chosen) > _MOST_PAINTED:
            return None
        drawing = slide.chosen_drawing(self._editor.layout, chosen)
        if drawing is None:
            return None
        longest = max(drawing.size.width, drawing.size.height)
        return painted(drawing, min(_TWICE_PX_PER_MM, _MOST_SIDE_PX / longest), self._cache)

    def copy(self, what: str) -> bool:
        """Puts the map, phase, curve or selection on the clipboard; whether there was any."""
        drawing = self._drawing(what)
        if drawing is None:
            return False
        scale = slide.WIDTH_PX / drawing.size.width
        QGuiApplication.clipboard().setImage(painted(drawing, scale, self._cache))
        return True

    def _drawing(self, what: str) -> Drawing | None:
        layout = self._editor.layout
        match what:
            case "phase":
                step = placing.selected_step(self._editor) or layout.columns[0].step.id
                phase = queries.phase_of_step(layout.map, step)
                return None if phase is None else slide.phase_slide(layout, phase.id)
            case "curve":
                return slide.curve_slide(layout)
            case "selection":
                found = slide.chosen_drawing(layout, self._editor.selection)
                return None if found is None else slide.on_slide(found)
            case _:
                return slide.map_slide(layout)
