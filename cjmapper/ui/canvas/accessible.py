"""The map for those who do not see it: a table of headers, lane titles and cells.

Qt asks for its parts by number; each says what and where it is. Reads what a canvas shows; what is
done to a part is done through the editor.
"""

from typing import Protocol, cast

import shiboken6
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from cjmapper.editor.editor import Editor
from cjmapper.editor.tools.editing_text import EditingText
from cjmapper.geometry import Point
from cjmapper.layout import hit, hits
from cjmapper.layout.result import MapLayout
from cjmapper.ui.canvas import described
from cjmapper.ui.canvas.accessible_part import NO_PART, AccessiblePart
from cjmapper.ui.canvas.accessible_text import OpenText
from cjmapper.ui.canvas.parts import Part, Tree
from cjmapper.ui.canvas.view import View
from cjmapper.ui.guard import guard
from cjmapper.ui.parts.aloud import announce
from cjmapper.words.catalog import Words

_POINT = QSize(1, 1)
"""A connector that runs straight has no height of its own."""


class ShowsMap(Protocol):
    """What is asked of a canvas."""

    editor: Editor
    words: Words

    @property
    def view(self) -> View:
        """Zoom and scroll."""

    def place_px(self, name: str) -> QRect:
        """Where a thing is in the viewport."""

    def viewport(self) -> QWidget:
        """What it is painted on."""


class AccessibleCanvas(QAccessibleWidget):
    """The map; keeps its parts as long as it lives, since Qt holds only their other half."""

    def __init__(self, canvas: QWidget, shown: ShowsMap) -> None:
        super().__init__(canvas, QAccessible.Role.Table)
        self._widget = canvas
        self._shown = shown
        self._parts: dict[Part, AccessiblePart] = {}
        self._text: OpenText | None = None
        self._tree: Tree | None = None

    # What Qt asks

    @guard
    def childCount(self) -> int:
        """How many things stand in the map itself."""
        return len(self.tree.top) if self.lives else 0

    @guard
    def child(self, index: int) -> QAccessibleInterface:
        """The thing at a place in the order they are read."""
        top = self.tree.top if self.lives else ()
        return self.part(top[index]) if 0 <= index < len(top) else NO_PART

    @guard
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a thing in the order they are read."""
        if not self.lives or not isinstance(child, AccessiblePart):
            return -1
        return -1 if self.holder_of(child.part) is not None else self.tree.place(child.part)

    @guard
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """What stands in the map itself at a place on the screen: a cell, not what it holds."""
        part = self.part_at(QPoint(x, y))
        if part is None:
            return NO_PART
        return self.part(self.holder_of(part) or part)

    @guard
    def focusChild(self) -> QAccessibleInterface:
        """The open text, or what was selected last."""
        text = self.open_text() if self.lives else None
        if text is not None:
            return text
        part = self.current()
        return NO_PART if part is None else self.part(part)

    @guard
    def text(self, kind: QAccessible.Text) -> str:
        """The map's name, and how much is on it."""
        if kind == QAccessible.Text.Description and self.lives:
            return described.of_map(self.layout, self.words)
        return str(super().text(kind))

    # What its parts ask

    @property
    def lives(self) -> bool:
        """Whether the canvas is still there."""
        return shiboken6.isValid(self._widget)

    @property
    def editor(self) -> Editor:
        """Which is asked to do things."""
        return self._shown.editor

    @property
    def words(self) -> Words:
        """The language in force."""
        return self._shown.words

    @property
    def layout(self) -> MapLayout:
        """Where everything is, and what there is."""
        return self._shown.editor.layout

    @property
    def tree(self) -> Tree:
        """The parts of the map as it is now."""
        layout = self.layout
        if self._tree is None or self._tree.layout is not layout:
            self._tree = Tree(layout)
        return self._tree

    @property
    def has_keys(self) -> bool:
        """Whether keys come to the canvas."""
        return self._widget.hasFocus()

    def tell_selected(self, text: str) -> None:
        """Says which part of an open text is selected."""
        announce(self._widget, self.words.say("spoken.selected", text=text))

    def take_keys(self) -> None:
        """Keys come to the canvas from now on."""
        self._widget.setFocus()

    def part(self, part: Part) -> AccessiblePart:
        """The child for a part of the map, always the same."""
        known = self._parts.get(part)
        if known is None:
            known = self._parts[part] = AccessiblePart(self, part)
            QAccessible.registerAccessibleInterface(known)
        return known

    def open_text(self) -> OpenText | None:
        """The text that is being written, always the same as long as it is open."""
        state = self.editor.state
        if not isinstance(state, EditingText):
            return None
        if self._text is None or self._text.state_of_editor is not state:
            self._text = OpenText(self, state)
            QAccessible.registerAccessibleInterface(self._text)
        return self._text

    def holder_of(self, part: Part) -> Part | None:
        """The cell a part stands in; None for what stands in the map itself."""
        return self.tree.cell_of(part) if isinstance(part, str) else None

    def current(self) -> Part | None:
        """What was selected last, or the empty cell that is."""
        if not self.lives:
            return None
        editor = self.editor
        part = editor.selection[-1] if editor.selection else editor.cell
        return part if part is not None and part in self.tree else None

    def place(self, part: Part) -> QRect:
        """Where a part is on the screen."""
        port = self._shown.viewport()
        if isinstance(part, str):
            rect = self._shown.place_px(part)
            rect.setSize(rect.size().expandedTo(_POINT))
        else:
            seen = self._shown.view.rect(self.layout.cell_rect(part))
            rect = QRectF(seen.x, seen.y, seen.width, seen.height).toAlignedRect()
        return QRect(port.mapToGlobal(rect.topLeft()), rect.size())

    def is_seen(self, part: Part) -> bool:
        """Whether any of a part is in the viewport."""
        port = self._shown.viewport()
        return self.place(part).intersects(QRect(port.mapToGlobal(QPoint()), port.size()))

    def screen_rect(self, x: float, y: float, width: float, height: float) -> QRect:
        """Millimetres of the map as pixels of the screen."""
        view, port = self._shown.view, self._shown.viewport()
        corner, end = view.point(Point(x, y)), view.point(Point(x + width, y + height))
        rect = QRectF(corner.x, corner.y, end.x - corner.x, end.y - corner.y).toAlignedRect()
        return QRect(port.mapToGlobal(rect.topLeft()), rect.size())

    def map_point(self, place: QPoint) -> Point:
        """A place of the screen on the map, in millimetres."""
        inside = self._shown.viewport().mapFromGlobal(place)
        return self._shown.view.to_map(Point(inside.x(), inside.y()))

    def part_at(self, place: QPoint) -> Part | None:
        """The topmost part at a place on the screen."""
        port = self._shown.viewport()
        if not self.lives or not port.rect().contains(port.mapFromGlobal(place)):
            return None
        reach = hits.reach_at(self._shown.view.scale)
        found = _part_of(hit.what_is_at(self.layout, self.map_point(place), reach))
        return found if found is not None and found in self.tree else None


def _part_of(found: hits.Hit) -> Part | None:
    match found:
        case hits.HitCard(card=name) | hits.HitPhase(phase=name) | hits.HitStep(step=name):
            return name
        case hits.HitLaneTitle(lane=name) | hits.HitReading(reading=name):
            return name
        case hits.HitLink(link=name) | hits.HitTransition(transition=name):
            return name
        case hits.HitCell(lane=lane, step=step) | hits.HitEmotionCell(lane=lane, step=step):
            return lane, step
        case _:
            return None


def accessible_map(widget: QWidget) -> QAccessibleInterface:
    """What Qt asks about a canvas."""
    return AccessibleCanvas(widget, cast("ShowsMap", widget))


def focus_moved(canvas: QWidget) -> None:
    """Tells assistive technology, where there is any, that the keys go to something else."""
    if not QAccessible.isActive() or not canvas.hasFocus():
        return
    known = QAccessible.queryAccessibleInterface(canvas)
    child = known.focusChild() if isinstance(known, AccessibleCanvas) else None
    if child is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))


def map_changed(canvas: QWidget) -> None:
    """Tells assistive technology, where there is any, that other things are on the map."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.ObjectReorder))


def text_changed(canvas: QWidget) -> None:
    """Tells assistive technology what was written, and where the caret went."""
    if not QAccessible.isActive():
        return
    known = QAccessible.queryAccessibleInterface(canvas)
    text = known.open_text() if isinstance(known, AccessibleCanvas) else None
    if text is not None:
        text.tell()
