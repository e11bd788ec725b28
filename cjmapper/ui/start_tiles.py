"""What stands on the start screen to be chosen: templates as cards, files as rows with a picture.

They know neither files nor maps; what they show is given to them.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import paint_icon
from cjmapper.ui.parts.labels import plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

CARD = QSize(232, 172)
ROW_WIDTH = 300
_PICTURE_HEIGHT = 108
_ROW_HEIGHT = 60
_ROW_PICTURE = QSize(84, 48)
_ROW_SIDE = 6
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class StartTile(QAbstractButton):
    """Something to be chosen by a click, Enter or Space; `walked` carries the way of an arrow."""

    walked = Signal(int, int)

    def __init__(self, around: Surroundings, name: str, about: str, size: QSize) -> None:
        super().__init__()
        self.around = around
        self.about = about
        self.picture: QPixmap | None = None
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(around.look.px(size.width()), around.look.px(size.height()))

    @property
    def stands_out(self) -> bool:
        """Whether the pointer or the keyboard is on it."""
        return self.hasFocus() or self.underMouse() or self.isDown()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Takes the picture of the map."""
        self.picture = picture
        self.update()

    @guard
    def enterEvent(self, _event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        self.update()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as good as space; arrows go to the tile beside."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif way is not None:
            self.walked.emit(*way)
        else:
            super().keyPressEvent(event)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_on(painter)

    def paint_on(self, painter: QPainter) -> None:
        """Draws it; each kind of tile in its own way."""


class TemplateCard(StartTile):
    """A template: a picture of the map it makes, its name, what it is for."""

    def __init__(self, around: Surroundings, name: str) -> None:
        say = around.words.say
        super().__init__(around, say(f"template.{name}"), say(f"template.about.{name}"), CARD)
        self.name = name

    @property
    def words(self) -> tuple[tuple[str, QFont, QRect], ...]:
        """Its words with their fonts and places, in which they all must have room."""
        look, px = self.around.look, self.around.look.px
        width, top = px(CARD.width()) - px(24), self.picture_size.height() + px(9)
        name, about = look.font(13, semibold=True), look.font(12)
        below = top + QFontMetrics(name).height() + px(2)
        return (
            (self.text(), name, QRect(px(12), top, width, below - top)),
            (self.about, about, QRect(px(12), below, width, px(CARD.height()) - below - px(2))),
        )

    @property
    def picture_size(self) -> QSize:
        """Of the picture, in pixels."""
        return QSize(self.width() - 2, self.around.look.px(_PICTURE_HEIGHT))

    def paint_on(self, painter: QPainter) -> None:
        """The picture in the upper part, the words below."""
        px, tokens = self.around.look.px, self.around.look.tokens
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, px(10), px(10))
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(shape)
        if self.picture is not None:
            painter.drawPixmap(1, 1, self.picture)
        line = QRect(0, self.picture_size.height() + 1, self.width(), 1)
        painter.fillRect(line, QColor(tokens.hairline))
        painter.restore()
        colours = (tokens.text, tokens.secondary)
        for (text, font, place), colour in zip(self.words, colours, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(place, _WRAPPED, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QColor(tokens.accent if self.stands_out else tokens.hairline)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.drawPath(shape)


class MapRow(StartTile):
    """An example or a file: a small picture, what it is called, and where it is or how old."""

    def __init__(self, around: Surroundings, name: str, about: str, tip: str = "") -> None:
        super().__init__(around, name, about, QSize(ROW_WIDTH, _ROW_HEIGHT))
        fitted = self.lines
        cut = fitted[0] != name or fitted[1] != about
        self.setToolTip(plain_tip(tip or (f"{name} – {about}" if cut and about else name)))

    @property
    def picture_size(self) -> QSize:
        """Of the picture, in pixels."""
        px = self.around.look.px
        return QSize(px(_ROW_PICTURE.width()), px(_ROW_PICTURE.height()))

    @property
    def lines(self) -> tuple[str, str]:
        """Its two lines, as much of them as there is room for."""
        look = self.around.look
        room = self.width() - self._words_left - look.px(_ROW_SIDE)
        middle = Qt.TextElideMode.ElideMiddle
        return (
            QFontMetrics(look.font(13)).elidedText(self.text(), middle, room),
            QFontMetrics(look.font(12)).elidedText(self.about, middle, room),
        )

    @property
    def _words_left(self) -> int:
        return self.picture_size.width() + self.around.look.px(2 * _ROW_SIDE + 4)

    def paint_on(self, painter: QPainter) -> None:
        """The picture on the left, two lines beside it."""
        px, tokens = self.around.look.px, self.around.look.tokens
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.pressed if self.isDown() else tokens.hover))
        painter.drawRoundedRect(ground, px(8), px(8))
        self._paint_picture(painter)
        name, about = self.lines
        fonts = self.around.look.font(13), self.around.look.font(12)
        heights = [QFontMetrics(font).height() for font in fonts]
        shown = heights if about else heights[:1]
        top = (self.height() - sum(shown)) // 2
        rows = zip((name, about), fonts, (tokens.text, tokens.secondary), heights, strict=True)
        for text, font, colour, height in rows:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(
                QRect(self._words_left, top, self.width(), height),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                text,
            )
            top += height

    def _paint_picture(self, painter: QPainter) -> None:
        px, tokens, size = self.around.look.px, self.around.look.tokens, self.picture_size
        place = QRectF(px(_ROW_SIDE), (self.height() - size.height()) / 2, 0, 0)
        place.setSize(size.toSizeF())
        shape = QPainterPath()
        shape.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.fillPath(shape, QColor(tokens.surface))
        if self.picture is None:
            middle = QRectF(0, 0, px(20), px(20))
            middle.moveCenter(place.center())
            paint_icon(painter, "file-text", middle, QColor(tokens.hint))
        else:
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(place.topLeft(), self.picture)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawPath(shape)
