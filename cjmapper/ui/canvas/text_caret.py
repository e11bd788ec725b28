"""Paints an open text over the map that shows it: frame, selection, caret, what is composed.

The letters are the map's own; only a field beside a thing has letters drawn here.
"""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor

from cjmapper.drawing.text import text_lines
from cjmapper.editor.feedback import EditedText
from cjmapper.geometry import Rect
from cjmapper.layout.styles import DISTANCES
from cjmapper.painters.qt import QtPainter
from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.scene import Scene, box, rounded
from cjmapper.ui.canvas.view import Strip, View

_FRAME = 2.0
_CARET = 1.6
_SELECTED = 0.26
_ON_PHASE = 0.36


def paint_text(scene: Scene) -> None:
    """The open text of the editor, if there is one."""
    text = scene.feedback.text
    if text is None:
        return
    painter = scene.painter
    strip = scene.view.strip_of(text.frame)
    painter.save()
    scene.clip(strip)
    if text.field is not None:
        _field(scene, text)
    on_phase = strip is Strip.HEADER and text.frame.y < scene.view.extent.phase_height
    if on_phase:
        outlines.ring(scene, text.target)
    else:
        _frame(scene, text)
    ink = scene.colour("phase_text" if on_phase else "text")
    selected = scene.colour("phase_text", _ON_PHASE)
    if not on_phase:
        selected = scene.colour("accent", _SELECTED)
    for rect in text.selected:
        painter.fillRect(place(scene.view, text, rect), selected)
    painter.setPen(ink)
    for rect in text.composing:
        under = place(scene.view, text, rect)
        painter.drawLine(
            QLineF(under.left(), under.bottom() - 1, under.right(), under.bottom() - 1)
        )
    if scene.caret_on and scene.has_focus:
        _caret(scene, text, ink)
    painter.restore()


def place(view: View, text: EditedText, rect: Rect) -> QRectF:
    """The pixels of a rectangle in an open text: in the strip that its frame is in."""
    strip = view.strip_of(text.frame)
    across = view.title_x if strip is Strip.TITLES else view.x
    down = view.header_y if strip is Strip.HEADER else view.y
    left, top = across(rect.x), down(rect.y)
    return QRectF(left, top, across(rect.right) - left, down(rect.bottom) - top)


def _field(scene: Scene, text: EditedText) -> None:
    if text.field is None:
        return
    painter, view = scene.painter, scene.view
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.theme.surface))
    painter.drawPath(rounded(box(view.rect(text.frame))))
    painter.save()
    painter.translate(*view.origin)
    lines = text_lines(text.field, scene.theme.text)
    QtPainter(painter, view.scale, scene.cache).paint_items(lines)
    painter.restore()


def _frame(scene: Scene, text: EditedText) -> None:
    painter, out = scene.painter, _FRAME / 2
    painter.setPen(scene.pen(_FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = box(scene.view.rect(text.frame))
    if scene.view.strip_of(text.frame) is not Strip.BODY:
        out = -out
    frame = frame.adjusted(-out, -out, out, out)
    painter.drawPath(rounded(frame, DISTANCES.card_radius * scene.view.scale + 1))


def _caret(scene: Scene, text: EditedText, ink: QColor) -> None:
    rect = place(scene.view, text, text.caret)
    wide = max(_CARET, _CARET * min(scene.view.zoom, 2.0))
    scene.painter.fillRect(QRectF(rect.left() - wide / 2, rect.top(), wide, rect.height()), ink)
