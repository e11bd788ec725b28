"""A page on a desk: zoomed, scrolled, with the joints of its sheets and what was found on it.

It plans and paints nothing itself: it shows the pictures it is given and tells which it wants.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QToolTip

from cjmapper.geometry import Rect
from cjmapper.ui.guard import guard
from cjmapper.ui.look.tokens import ON_PAPER, SHADOW
from cjmapper.ui.panels.poster.marks import Marks
from cjmapper.ui.panels.poster.planned import Leaf
from cjmapper.ui.panels.poster.view_frame import TRUE_SIZE, Frame
from cjmapper.ui.panels.poster.workbench import Pictured, Wish
from cjmapper.ui.parts import accessible_kind
from cjmapper.ui.parts.labels import plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

_SHADOW = 6
_SOON_MS = 40
_MOST_BASES = 6
_PLACE_SHARE = 0.3
"""How much of the room a place that is led to takes."""
_SAME = 0.01
_FIRM_PX = 3
"""A hand that moves less only clicks."""


class Preview(QAbstractScrollArea):
    """Shows one leaf at a time.

    `wished` carries the pictures it wants, `pointed` the number of a finding that was clicked,
    `turned` by how many leaves to go on, `zoomed` that the scale is another.
    """

    wished = Signal(object)
    pointed = Signal(int)
    hovered = Signal(int)
    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        accessible_kind.install(Preview, _described)
        self.setObjectName("posterPreview")
        self._around = around
        self.frame = Frame()
        self._leaf: Leaf | None = None
        self._empty = ""
        self._bases: dict[int, tuple[Leaf, Pictured]] = {}
        self._detail: Pictured | None = None
        self._marks = Marks(around.look)
        self._grabbed: QPoint | None = None
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.ask)

    @property
    def leaf(self) -> Leaf | None:
        """What is shown."""
        return self._leaf

    @property
    def marks(self) -> Marks:
        """The numbered spots on the page."""
        return self._marks

    @property
    def is_sharp(self) -> bool:
        """Whether what is seen is painted for the scale it is seen at."""
        return self._leaf is not None and not self._wishes()

    def show_leaf(self, leaf: Leaf | None, empty: str = "") -> None:
        """Shows a leaf, or a sentence where there is none."""
        changed = leaf is not self._leaf
        self._leaf, self._empty = leaf, empty
        self._detail = None if changed else self._detail
        if leaf is not None and leaf.size != self.frame.page:
            self.frame.page = leaf.size
            self.frame.fitted = True
        self._marks.show(() if leaf is None else leaf.spots)
        self._take_room()
        self.zoomed.emit()
        self._soon.start()

    def say(self, sentence: str) -> None:
        """What stands on the desk where no leaf is shown."""
        self._empty = sentence
        self.viewport().update()

    def take(self, pictured: Pictured) -> None:
        """A picture that was wished for."""
        leaf = self._leaf
        if leaf is None or pictured.wish.drawing is not leaf.page.drawing:
            return
        if pictured.wish.key == ("base",):
            while len(self._bases) >= _MOST_BASES:
                self._bases.pop(next(iter(self._bases)))
            self._bases[id(leaf)] = (leaf, pictured)
        elif pictured.wish.key == ("detail",):
            self._detail = pictured
        self.viewport().update()

    def ask(self) -> None:
        """Tells what it wants painted."""
        self.wished.emit(self._wishes())

    # Zoom

    def fit(self) -> None:
        """Shows all of the page."""
        self.frame.fitted = True
        self._zoom_taken()

    def show_true_size(self) -> None:
        """Shows the paper as large as it is."""
        self._scroll(self.frame.set_scale(TRUE_SIZE, self._middle))

    def zoom(self, *, inwards: bool, about: QPointF | None = None) -> None:
        """One step closer or away."""
        factor = self.frame.step(inwards)
        self._scroll(self.frame.zoomed(factor, self._middle if about is None else about))

    def show_place(self, rect: Rect) -> None:
        """Goes so close to a place that it can be read, and puts it in the middle."""
        room = self.viewport().size()
        wide = room.width() * _PLACE_SHARE / max(1.0, rect.width)
        high = room.height() * _PLACE_SHARE / max(1.0, rect.height)
        scale = max(self.frame.fit_scale, min(wide, high, TRUE_SIZE))
        self.frame.set_scale(scale, self._middle)
        self._scroll(self.frame.scroll_to(rect.centre, self._middle))

    @property
    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())

    def _scroll(self, to: QPointF) -> None:
        self._zoom_taken()
        self.horizontalScrollBar().setValue(round(to.x()))
        self.verticalScrollBar().setValue(round(to.y()))
        self._scrolled()

    def _zoom_taken(self) -> None:
        self._take_room()
        self.zoomed.emit()
        self._soon.start()

    def _take_room(self) -> None:
        """Gives the scroll bars their lengths."""
        frame = self.frame
        frame.desk = self._around.look.px(28)
        frame.room = self.viewport().size()
        extent, room = frame.extent, frame.room
        for bar, long, seen in (
            (self.horizontalScrollBar(), extent.width(), room.width()),
            (self.verticalScrollBar(), extent.height(), room.height()),
        ):
            bar.setRange(0, 0 if frame.fitted else max(0, long - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(16, seen // 12))
        self._scrolled()

    def _scrolled(self) -> None:
        self.frame.scrolled = QPointF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        self.viewport().update()
        self._soon.start()

    # Pictures

    def _base(self) -> Pictured | None:
        kept = self._bases.get(id(self._leaf))
        return None if kept is None or kept[0] is not self._leaf else kept[1]

    def _wishes(self) -> tuple[Wish, ...]:
        leaf, frame = self._leaf, self.frame
        if leaf is None:
            return ()
        ratio = self.devicePixelRatioF()
        fitting, scale = frame.fit_scale * ratio, frame.scale * ratio
        wishes: list[Wish] = []
        base, drawing = self._base(), leaf.page.drawing
        whole = Rect(0.0, 0.0, leaf.size.width, leaf.size.height)
        if base is None or abs(base.wish.scale / fitting - 1) > _SAME:
            wishes.append(Wish(key=("base",), drawing=drawing, scale=fitting, part=whole))
        seen = frame.seen
        close = seen is not None and scale > fitting * (1 + _SAME)
        if close and seen is not None and not self._has_detail(seen, scale):
            part = _on_whole_pixels(seen, scale, leaf)
            wishes.append(Wish(key=("detail",), drawing=drawing, scale=scale, part=part))
        return tuple(wishes)

    def _has_detail(self, seen: Rect, scale: float) -> bool:
        if self._detail is None:
            return False
        wish = self._detail.wish
        part, slack = wish.part, 1.5 / scale
        return (
            abs(wish.scale / scale - 1) < _SAME / 100
            and part.x <= seen.x + slack
            and part.y <= seen.y + slack
            and part.right >= seen.right - slack
            and part.bottom >= seen.bottom - slack
        )

    # What is seen

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The desk, the paper with its shadow, the picture, what lies over it."""
        with QPainter(self.viewport()) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        tokens = self._around.look.tokens
        painter.fillRect(self.viewport().rect(), QColor(tokens.desk))
        leaf = self._leaf
        if leaf is None:
            painter.setPen(QColor(tokens.secondary))
            room = self.viewport().rect().adjusted(40, 20, -40, -20)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self._empty)
            return
        paper = self.frame.paper
        _paint_shadow(painter, paper)
        painter.fillRect(paper, QColor(ON_PAPER.sheet))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        base = self._base()
        if base is not None:
            painter.drawImage(paper, base.image, QRectF(base.image.rect()))
        if self._detail is not None and not self.frame.fitted:
            self._paint_detail(painter, self._detail)
        self._marks.paint(painter, leaf, self.frame)

    def _paint_detail(self, painter: QPainter, detail: Pictured) -> None:
        place = self.frame.px(detail.wish.part)
        image: QImage = detail.image
        ratio = self.devicePixelRatioF()
        if abs(detail.wish.scale / (self.frame.scale * ratio) - 1) < _SAME / 100:
            size = QSize(image.width(), image.height()).toSizeF() / ratio
            place = QRectF(QPointF(round(place.x()), round(place.y())), size)
        painter.drawImage(place, image, QRectF(image.rect()))

    # Hands

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that was seen whole is seen whole again."""
        super().resizeEvent(event)
        self._take_room()
        self.zoomed.emit()

    @guard
    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms, else it scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(inwards=event.angleDelta().y() > 0, about=event.position())
            event.accept()
            return
        super().wheelEvent(event)

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The page is taken hold of."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._moved = event.position().toPoint(), False

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The page follows the hand; without one, what is under it is told."""
        at = event.position().toPoint()
        if self._grabbed is None:
            self._point_at(event.position())
            return
        by = at - self._grabbed
        if by.manhattanLength() > _FIRM_PX or self._moved:
            self._moved = True
            self._grabbed = at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            for bar, shift in (
                (self.horizontalScrollBar(), by.x()),
                (self.verticalScrollBar(), by.y()),
            ):
                bar.setValue(bar.value() - shift)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a spot tells its number."""
        grabbed, self._grabbed = self._grabbed, None
        self.viewport().unsetCursor()
        if grabbed is None or self._moved:
            return
        number = self._marks.at(event.position(), self.frame)
        if number is not None:
            self.pointed.emit(number)

    @guard
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """True size where it was clicked, and back."""
        if self.frame.fitted:
            self._scroll(self.frame.set_scale(TRUE_SIZE, event.position()))
        else:
            self.fit()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 shows all, 1 the true size; Page Up and Down turn the leaves."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(inwards=True)
            case Qt.Key.Key_Minus:
                self.zoom(inwards=False)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_1:
                self.show_true_size()
            case Qt.Key.Key_PageDown:
                self.turned.emit(1)
            case Qt.Key.Key_PageUp:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)

    @guard
    def viewportEvent(self, event: QEvent) -> bool:
        """What was found at the pointer is said in a tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._marks.at(QPointF(event.pos()), self.frame)
            said = "" if number is None else self._marks.sentences.get(number, "")
            QToolTip.showText(event.globalPos(), plain_tip(said), self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _point_at(self, at: QPointF) -> None:
        number = self._marks.at(at, self.frame)
        if number != self._marks.lit:
            self._marks.lit = number
            self.hovered.emit(-1 if number is None else number)
            self.viewport().update()
        over = Qt.CursorShape.ArrowCursor if self.frame.fitted else Qt.CursorShape.OpenHandCursor
        shape = Qt.CursorShape.PointingHandCursor if number is not None else over
        self.viewport().setCursor(shape)


def _described(preview: Preview) -> QAccessibleInterface:
    """A picture to those who do not see it; its description says which page of how many."""
    return QAccessibleWidget(preview, QAccessible.Role.Graphic)


def _on_whole_pixels(seen: Rect, scale: float, leaf: Leaf) -> Rect:
    """A little more than what is seen, so that short ways of scrolling need no new picture."""
    more = seen.grown(min(seen.width, seen.height) * 0.15)
    left, top = max(0.0, more.x), max(0.0, more.y)
    right, bottom = min(leaf.size.width, more.right), min(leaf.size.height, more.bottom)
    x, y = int(left * scale) / scale, int(top * scale) / scale
    return Rect(x, y, right - x, bottom - y)


def _paint_shadow(painter: QPainter, paper: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(1, _SHADOW + 1):
        shade = QColor(SHADOW)
        shade.setAlpha(round(46 * (1 - reach / (_SHADOW + 1)) / 2))
        painter.setBrush(shade)
        ring = paper.translated(0, 2).adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(ring, reach, reach)
