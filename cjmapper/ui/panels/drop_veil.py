"""What is seen while a file from elsewhere is held over the window: where it would go, in words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look

_FILL = 0.08
_INSET = 8
_RADIUS = 10
_PILL_HEIGHT = 32
_PILL_SIDE = 16
_BELOW_TOP = 64


class DropVeil(QWidget):
    """Lies over the page and lets the pointer through."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._target: QRectF | None = None
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_target(self, text: str, target: QRectF | None) -> None:
        """Says where it would go; without a place of its own that is the whole page."""
        self.text, self._target = text, target
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.update()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The place, and a pill with the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_target(painter)
            self._paint_pill(painter)

    def _paint_target(self, painter: QPainter) -> None:
        px, tokens = self._look.px, self._look.tokens
        place = self._target
        if place is None:
            inset = px(_INSET)
            place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        ground = QColor(tokens.accent)
        ground.setAlphaF(_FILL)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(tokens.accent), px(2)))
        painter.drawRoundedRect(place, px(_RADIUS), px(_RADIUS))

    def _paint_pill(self, painter: QPainter) -> None:
        px, tokens = self._look.px, self._look.tokens
        font = self._look.font(13, semibold=True)
        words = QFontMetricsF(font)
        room = self.width() - px(4 * _PILL_SIDE)
        text = words.elidedText(self.text, Qt.TextElideMode.ElideMiddle, room)
        width, height = words.horizontalAdvance(text) + 2 * px(_PILL_SIDE), px(_PILL_HEIGHT)
        middle = QPointF(self.width() / 2, px(_BELOW_TOP))
        if self._target is not None:
            above = self._target.top() - height / 2 - px(_INSET)
            below = self._target.bottom() + height / 2 + px(_INSET)
            fits = above - height / 2 > px(_INSET)
            middle = QPointF(self._target.center().x(), above if fits else below)
        left = min(max(middle.x() - width / 2, px(_INSET)), self.width() - width - px(_INSET))
        top = min(max(middle.y() - height / 2, px(_INSET)), self.height() - height - px(_INSET))
        pill = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
