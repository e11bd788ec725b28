"""A small toolbar beside what is selected, once the selection has settled.

It never covers what is selected, and is gone while something is dragged, typed or scrolled. What
it offers stands in the editor's tables.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QToolButton

from cjmapper.drawing.symbols import CARD_ICONS
from cjmapper.editor.actions import menus
from cjmapper.editor.editor import Editor
from cjmapper.geometry import Rect
from cjmapper.model import queries
from cjmapper.ui.canvas import outlines
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.canvas.view import Strip
from cjmapper.ui.commands import Commands, picture_of
from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import icon
from cjmapper.ui.panels.context_menus import ContextMenus
from cjmapper.ui.panels.floating import SHADOW, Floating
from cjmapper.ui.panels.inspector.face_fields import FaceButton
from cjmapper.ui.parts.labels import plain_tip, tip_with_key
from cjmapper.ui.parts.surroundings import Surroundings

SETTLES_AFTER_MS = 150
_AWAY = 18
"""How far from the selection, so that the dots at its sides stay in reach."""

_CLOSE = 4
"""How far from the header and from the edge of the map's room."""

_MARGIN = 4
_BUTTON = 32
_LEVELS = {f"emotion_{number}": number - 3 for number in range(1, 6)}


class ContextToolbar(Floating):
    """Comes `SETTLES_AFTER_MS` after the last change of what is selected or seen."""

    def __init__(
        self,
        around: Surroundings,
        editor: Editor,
        commands: Commands,
        context: ContextMenus,
        canvas: Canvas,
    ) -> None:
        super().__init__(around.look, canvas.viewport())
        self._around = around
        self._editor = editor
        self._commands = commands
        self._menus = context
        self._canvas = canvas
        self._shown_for: tuple[object, ...] | None = None
        self.buttons: dict[str, QAbstractButton] = {}
        self._row = QHBoxLayout(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self.settle)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        editor.listen(self._editor_changed)
        canvas.zoomChanged.connect(self._unsettle)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self._unsettle)
        canvas.viewport().installEventFilter(self)
        around.look.changed.connect(self._unsettle)
        around.reworded.connect(self._unsettle)

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another size of the map is another place for the toolbar."""
        if event.type() == QEvent.Type.Resize:
            self._unsettle()
        return False

    def settle(self) -> None:
        """Shows itself for what is selected now, where there is room beside it."""
        self._timer.stop()
        if QApplication.activePopupWidget() is not None:
            self._timer.start()
            return
        offered = menus.TOOLBARS.get(menus.target_of(self._editor), "")
        idle = offered and not self._is_busy() and not self._editor.read_only
        place = self._place() if idle else None
        if place is None:
            self.hide()
            return
        self._fill(offered)
        self.adjustSize()
        corner = self._corner(place)
        if corner is None:
            self.hide()
            return
        self.move(corner)
        self.show()
        self.raise_()

    def _is_busy(self) -> bool:
        editor = self._editor
        return editor.is_writing or editor.state.is_gesture or editor.pasted is not None

    def _editor_changed(self) -> None:
        now = (self._editor.selection, self._editor.cell, self._editor.session.shown)
        if self._is_busy():
            self._shown_for = None
            self._timer.stop()
            self.hide()
        elif self._shown_for is None or any(
            one is not other for one, other in zip(now, self._shown_for, strict=True)
        ):
            self._shown_for = now
            self._unsettle()

    def _unsettle(self, *_moved: object) -> None:
        self.hide()
        self._timer.start()

    # Where it stands

    def _place(self) -> QRect | None:
        """What is selected, as far as it is in view."""
        seen = QRect()
        cell = self._canvas.feedback.cell
        if self._editor.cell is not None and cell is not None:
            view = self._canvas.view
            seen = _px(view.rect(cell)).intersected(_px(view.clip(Strip.BODY)))
        for name in self._editor.selection:
            seen = seen.united(self._seen(name))
        return None if seen.isEmpty() else seen

    def _seen(self, name: str) -> QRect:
        """A thing as far as it is in view, in the strip that it stands in."""
        rect = outlines.place_of(self._canvas.map_layout, name)
        if rect is None:
            return QRect()
        view = self._canvas.view
        return _px(view.rect(rect)).intersected(_px(view.clip(view.strip_of(rect))))

    def _corner(self, place: QRect) -> QPoint | None:
        """Above what is selected, else below; None where neither has room.

        For what stands in the header it is above or below the whole header, whose names are what
        a person finds the way by.
        """
        px = self._around.look.px
        edge, away, close = px(SHADOW), px(_AWAY), px(_CLOSE)
        room = self._canvas.viewport().rect().adjusted(close, close, -close, -close)
        first, last = place.top(), place.bottom()
        header = self._header()
        if header.bottom() >= last:
            first, last, away = header.top(), header.bottom(), close
        width, height = self.width() - 2 * edge, self.height() - 2 * edge
        top = first - away - height
        if top < room.top():
            top = last + 1 + away
        if top + height > room.bottom() + 1:
            return None
        left = place.center().x() - width // 2
        left = max(room.left(), min(left, room.right() + 1 - width))
        return QPoint(left - edge, top - edge)

    def _header(self) -> QRect:
        view = self._canvas.view
        return _px(Rect(0.0, view.header_top, view.width, view.header_px))

    # What stands on it

    def _fill(self, offered: str) -> None:
        px = self._around.look.px
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        edge = px(SHADOW) + px(_MARGIN)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(px(2))
        for name in (*offered.split(), ">more"):
            if name == "-":
                self._row.addWidget(self._parting())
                continue
            button = self._face(name) if name in _LEVELS else self._button(name)
            self.buttons[name] = button
            self._row.addWidget(button)

    def _parting(self) -> QFrame:
        line = QFrame(self)
        line.setObjectName("barLine")
        line.setFixedSize(1, self._around.look.px(20))
        return line

    def _button(self, name: str) -> QToolButton:
        px = self._around.look.px
        button = QToolButton(self)
        button.setProperty("task", "context")
        button.setFixedSize(px(_BUTTON), px(_BUTTON))
        button.setIconSize(QSize(px(18), px(18)))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if name.startswith(">"):
            title = self._around.words.say(f"menu.{name[1:]}")
            button.setIcon(icon("ellipsis") if name == ">more" else self._icon_of(name[1:]))
            button.setToolTip(plain_tip(title))
            button.clicked.connect(lambda: self._open(name[1:], button))
        else:
            action = self._commands.actions[name]
            title = action.text().replace("&&", "&")
            button.setIcon(action.icon())
            button.setToolTip(tip_with_key(title, action))
            button.setEnabled(self._commands.can_run(name))
            button.clicked.connect(action.trigger)
        button.setAccessibleName(title)
        return button

    def _face(self, name: str) -> FaceButton:
        face = FaceButton(self._around.look, _LEVELS[name])
        action = self._commands.actions[name]
        word = action.text().partition(": ")[2] or action.text()
        face.setAccessibleName(word)
        face.setToolTip(plain_tip(word))
        face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chosen = self._editor.selection
        reading = queries.emotion(self._editor.journey, chosen[0]) if len(chosen) == 1 else None
        face.show_value(None if reading is None else reading.value)
        face.clicked.connect(action.trigger)
        return face

    def _icon_of(self, name: str) -> QIcon:
        """The icon of a menu; that of the card itself for its kind."""
        if name == "card_kind":
            card = queries.card(self._editor.journey, self._editor.selection[0])
            return icon(menus.ICONS[name] if card is None else CARD_ICONS[card.kind])
        return picture_of(menus.ICONS[name])

    def _open(self, name: str, button: QToolButton) -> None:
        menu = self._menus.made() if name == "more" else self._menus.inner(name, self)
        below = button.mapToGlobal(QPoint(0, button.height() + self._around.look.px(4)))
        self._menus.show(menu, below)


def _px(rect: Rect) -> QRect:
    return QRectF(rect.x, rect.y, rect.width, rect.height).toAlignedRect()
