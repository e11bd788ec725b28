"""The canvas: shows the map of an editor and hands it what the pointer and the keys do.

It decides nothing about the document; zoom and scroll alone are its own.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cjmapper.drawing.theme import Theme
from cjmapper.editor.editor import Editor
from cjmapper.editor.feedback import Feedback, Tile
from cjmapper.editor.session import Change, ChangeKind
from cjmapper.geometry import Point
from cjmapper.layout.result import MapLayout
from cjmapper.painters.qt import QtCache
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.metrics import load_metrics
from cjmapper.ui.canvas import accessible, keys, outlines
from cjmapper.ui.canvas.extent import extent_of
from cjmapper.ui.canvas.frames import Frames
from cjmapper.ui.canvas.painting import Layers
from cjmapper.ui.canvas.pointing import Pointing
from cjmapper.ui.canvas.scene import Scene
from cjmapper.ui.canvas.sight import Sight
from cjmapper.ui.canvas.speech import Speech
from cjmapper.ui.canvas.tips import explained
from cjmapper.ui.canvas.touch import Touch
from cjmapper.ui.canvas.view import ABOVE, Strip, View
from cjmapper.ui.canvas.wheel import Wheel, pinch
from cjmapper.ui.canvas.writing import Writing
from cjmapper.ui.guard import guard
from cjmapper.ui.look.motion import Motion
from cjmapper.ui.parts import accessible_kind
from cjmapper.words.catalog import Words


class Canvas(QAbstractScrollArea):
    """One map on the screen. `zoomChanged` tells the zoom, 1.0 for 100 %."""

    zoomChanged = Signal(float)  # noqa: N815 — named as Qt names its own
    handChanged = Signal(bool)  # noqa: N815

    def __init__(
        self,
        editor: Editor,
        words: Words,
        theme: Theme,
        cache: QtCache | None = None,
        motion: Motion | None = None,
    ) -> None:
        """`cache` is shared with other painters of this thread, where there is one.

        Without `motion` nothing moves by itself.
        """
        super().__init__()
        self.setViewport(QWidget())  # Qt's own is known to no one here: asking for it costs 10 ms
        self.editor = editor
        self.words = words
        self.layers = Layers(
            theme, cache or QtCache(QtFonts(load_metrics())), editor.options.typesetter
        )
        self._layout = self._base = editor.layout
        self._feedback: Feedback = editor.feedback
        self._selection = editor.selection
        self._size = 1.0
        motion = motion or Motion()
        self._sight = Sight(self, editor.layout, motion)
        self._frames = Frames(self.layers, motion, self.viewport())
        self._frames.show(editor.layout, editor.feedback, self.view, previews=False)
        self._wheel = Wheel()
        self._pointing = Pointing(self, motion)
        self._touch = Touch(self, self._pointing)
        self._writing = Writing(self)
        self._set_up()
        self.zoomChanged.connect(lambda _zoom: self._pointing.zoomed())
        editor.listen(self._editor_changed)
        editor.session.subscribe(self._session_changed)
        self.speech = Speech(self)

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setMinimumSize(240, 160)
        port = self.viewport()
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        port.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        accessible_kind.install(Canvas, accessible.accessible_map)
        self._dress()
        self._name()

    # What there is

    @property
    def view(self) -> View:
        """Zoom, scroll and what is seen."""
        return self._sight.view

    @property
    def map_layout(self) -> MapLayout:
        """Where everything on the map is that is shown now."""
        return self._layout

    @property
    def feedback(self) -> Feedback:
        """What the editor shows over the map now."""
        return self._feedback

    @property
    def zoom(self) -> float:
        """1.0 for 100 %."""
        return self.view.zoom

    def place_px(self, name: str) -> QRect:
        """Where the thing of that id is in the viewport; an empty one where it is not shown."""
        rect = outlines.place_of(self._layout, name)
        if rect is None:
            return QRect()
        seen = self.view.rect(rect)
        return QRectF(seen.x, seen.y, seen.width, seen.height).toAlignedRect()

    # What the window asks for

    def zoom_in(self) -> None:
        """A step closer, around the middle."""
        self._sight.zoom_by(1)

    def zoom_out(self) -> None:
        """A step away, around the middle."""
        self._sight.zoom_by(-1)

    def set_zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Another zoom; what is at `anchor` (in the viewport, else its middle) stays there."""
        self._sight.set_zoom(factor, None if anchor is None else keys.point_of(anchor))

    def zoom_full(self) -> None:
        """100 %, flown to."""
        self._sight.set_zoom(1.0, flies=True)

    def fit_map(self) -> None:
        """The whole map, also when the window then becomes larger or smaller."""
        self._sight.fit_map()

    def open_map(self) -> None:
        """The map from its start; judged anew while the window finds its size."""
        self._sight.open_map()

    def fit_selection(self) -> None:
        """What is selected, as large as fits; the whole map where nothing is."""
        self._sight.fit_things(self._selection)

    def reveal(self, names: Iterable[str]) -> None:
        """Scrolls just so far that these things are seen, the first of them above all."""
        self._sight.reveal(names)

    def look(self, view: View) -> None:
        """Shows another part of the map, or the same at another zoom."""
        self._sight.look(view)

    def seen_from(self, former: View) -> None:
        """The view is another now."""
        if self.zoom != former.zoom:
            self.zoomChanged.emit(self.zoom)
        self.viewport().update()
        self.updateMicroFocus()

    def set_look(self, theme: Theme, size: float = 1.0) -> None:
        """Other colours; words over the map as large as `size` says, 1.0 as designed."""
        self._size = size
        self.look(self._sight.goal.below(round(ABOVE * size)))
        self.layers.set_theme(theme)
        self._dress()
        self.viewport().update()

    def set_words(self, words: Words) -> None:
        """Another language for what is said over the map."""
        self.words = words
        self._name()
        self.viewport().update()

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Whether a mouse's wheel zooms, and scrolls with Ctrl held, instead of the reverse."""
        self._wheel.zooms = zooms

    def toggle_hand(self) -> None:
        """Takes the map by hand, so that a drag moves it, or lets go of it."""
        self.hold_map(not self._pointing.holds_map)

    def hold_map(self, holds: bool) -> None:
        """Whether a drag moves the map itself; `handChanged` tells of it."""
        if holds != self._pointing.holds_map:
            self._pointing.hold_map(holds)
            self.handChanged.emit(holds)

    def begin_tile_drag(self, tile: Tile, global_pos: QPointF) -> None:
        """A tile of the palette was pressed, at a place on the screen."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointing.tile_pressed(tile, self._port_point(global_pos))

    def continue_tile_drag(self, global_pos: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer that holds a tile moved."""
        self._pointing.tile_moved(self._port_point(global_pos), modifiers)

    def end_tile_drag(self, global_pos: QPointF) -> None:
        """The tile was let go."""
        self._pointing.tile_released(self._port_point(global_pos))

    def _port_point(self, global_pos: QPointF) -> Point:
        return keys.point_of(self.viewport().mapFromGlobal(global_pos))

    def _name(self) -> None:
        self.setAccessibleName(self.words.say("canvas.name", name=self._layout.map.title))

    def _dress(self) -> None:
        """The scrollbars lie on the ground of the map."""
        self.setStyleSheet(f"#canvas {{ background: {self.layers.theme.canvas}; border: none; }}")

    # What the editor tells

    def _session_changed(self, change: Change) -> None:
        if change.kind in (ChangeKind.MAP, ChangeKind.DOCUMENT):
            self._name()

    def _editor_changed(self) -> None:
        layout, feedback, selection = (
            self.editor.layout,
            self.editor.feedback,
            self.editor.selection,
        )
        former, self._feedback = self._feedback, feedback
        same = layout is self._layout and selection == self._selection
        selected = selection != self._selection or feedback.cell != former.cell
        self._selection = selection
        if layout is not self._layout:
            self._layout = layout
            extent = extent_of(layout)
            if extent != self.view.extent:
                self.look(self._sight.goal.of(extent))
        previews = self.editor.session.is_previewing
        if not previews:
            self._base = layout
        self._frames.show(layout, feedback, self.view, previews=previews)
        self._pointing.show_cursor(feedback.cursor)
        self._follow_text(former)
        if selected and not self._pointing.is_busy:
            self._reveal_selected()
        if not same or feedback.dots:
            self.viewport().update()
        elif feedback != former:
            self._frames.refresh(former, feedback, self._pointing.pointer, self.view.scale)

    def _reveal_selected(self) -> None:
        if self._feedback.text is not None:
            return
        if self._feedback.cell is not None:
            self.look(self.view.revealing(self._feedback.cell))
        elif self._selection:
            self.reveal(self._selection[-1:])

    def _follow_text(self, former: Feedback) -> None:
        text = self._feedback.text
        if text != former.text:
            self._writing.text_changed(text, former.text)
            self._sight.follow(text)

    # Painting

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The map, and over it what the editor shows."""
        with QPainter(self.viewport()) as painter:
            self._frames.paint(self._scene(painter), self._pointing.speed)

    def _scene(self, painter: QPainter) -> Scene:
        return Scene(
            painter=painter,
            view=self.view,
            layout=self._frames.gliding.layout() or self._layout,
            base=self._base,
            composer=self.layers.composer,
            cache=self.layers.cache,
            words=self.words,
            feedback=self._frames.ghost.veiled(self._feedback, self._selection),
            selection=self._selection,
            pointer=self._pointing.pointer,
            has_focus=self.hasFocus(),
            caret_on=self._writing.caret_on,
            size=self._size,
        )

    # Scrolling and zooming

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the map as there is room for."""
        super().resizeEvent(event)
        self._sight.resized(self.viewport().width(), self.viewport().height())

    @guard
    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """A scrollbar was moved."""
        if self._sight.scrollbar_moved():
            self._pointing.map_moved()

    @guard
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it zooms to the pointer; the preference swaps the two for a mouse."""
        factor = self._wheel.factor(event)
        if factor is None:
            self.look(self.view.scrolled_by(*self._wheel.way(event, self.view)))
        else:
            self.set_zoom(self.view.zoom * factor, event.position())
        self._pointing.map_moved()
        event.accept()

    @guard
    def viewportEvent(self, event: QEvent) -> bool:
        """Fingers, on a screen or a trackpad; the pointer may leave."""
        if isinstance(event, QTouchEvent) and self._touch.takes(event):
            return True
        pinched = pinch(event)
        if pinched is not None:
            self.set_zoom(self.view.zoom * pinched[0], pinched[1])
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointing.left()
        return explained(self, event) or bool(super().viewportEvent(event))

    # Pointer

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Something is pressed, or the map is taken hold of."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointing.pressed(event)

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer hovers or drags."""
        self._pointing.moved(event)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed is let go."""
        self._pointing.released(event)

    @guard
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        self._pointing.double_clicked(event)

    # Keys

    @guard
    def event(self, event: QEvent) -> bool:
        """Tab, and keys that an open text takes before the window's shortcuts do."""
        if isinstance(event, QKeyEvent) and self._writing.takes_first(event):
            event.accept()
            return True
        return bool(super().event(event))

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys go to the editor; what it leaves is somebody else's."""
        self.editor.page = self.view.clip(Strip.BODY).height / self.view.scale
        if self._pointing.key_pressed(event) or self._writing.key(event):
            return
        way = keys.screen_of(event)
        if way:
            self.look(self.view.scrolled_by(0.0, way * self.view.clip(Strip.BODY).height))
        else:
            event.ignore()

    @guard
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space and modifiers that are let go."""
        if not self._pointing.key_released(event):
            super().keyReleaseEvent(event)

    @guard
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Dead keys and input methods."""
        self._writing.composed(event)

    @guard
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """What an input method wants to know of the open text."""
        return self._writing.answer(query)

    @guard
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys come here now."""
        super().focusInEvent(event)
        self._writing.focus_changed()
        self.speech.keys_came()
        self.viewport().update()

    @guard
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere: a gesture ends without a trace, an open text is kept."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
        if event.reason() not in passing:
            self._pointing.focus_lost()
            self.editor.focus_lost()
        self._writing.focus_changed()
        self.viewport().update()
